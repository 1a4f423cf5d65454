"""CSV to rows: parted by commas, semicolons or tabs, whichever the file uses."""

import csv
import re
from collections import Counter
from dataclasses import dataclass, field

from thidua_cli.findings.about import Spot
from thidua_cli.reading.bytes import decode, utf16_text
from thidua_cli.reading.document import Document
from thidua_cli.reading.refusals import CSV
from thidua_cli.reading.tables.sheet_traits import take_errors, take_formulas, take_text_formulas
from thidua_cli.reading.tables.table import Row, Sheet, Table, fault_at

_SIGNS = ",;\t"
_LOOKED_AT, _BEGINNING = 30, 8_000
_LONGEST_CELL = 100_000
_QUOTED = re.compile('"[^"]*"')
_DECLARED = re.compile(r"sep=([,;\t])", re.IGNORECASE)


@dataclass(eq=False)
class CsvSheet(Sheet):
    """The rows of a CSV file; ``starts`` are the lines (from 0) on which they begin."""

    lines: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def spot(self, row: int, column: int) -> Spot:
        """Return line and column of a cell: where its text begins, behind a quotation mark."""
        quoted, passed = False, 0
        for line in range(self.starts[row] if self.starts else 0, len(self.lines)):
            for position, letter in enumerate(self.lines[line] + "\n"):
                if passed == column or (letter == "\n" and not quoted):
                    return Spot(self.file, line + 1, position + 1, record=self.key(row))
                quoted ^= letter == '"'
                passed += letter == self.sign and not quoted
        return Spot(self.file, len(self.lines) + 1, 1, record=self.key(row))

    def number(self, row: int) -> int:
        """Return the line on which a row begins."""
        return self.starts[row] + 1 if row < len(self.starts) else row + 1


def parse_csv(content: bytes, file: str) -> Table:
    """Build the table of a CSV text; ``file`` is the name that messages show."""
    document = Document(file)
    text = decode(content, document, CSV)
    table = Table(file, faults=document.faults, lines=document.lines)
    if text is None:
        return table
    declared = _DECLARED.fullmatch(document.lines[0].strip("\r \ufeff"))
    sign = declared[1] if declared else _sign(document.lines)
    sheet = CsvSheet(file, None, [], typed=False, lines=document.lines, sign=sign)
    _read(sheet, table, int(bool(declared)))
    _without_blank_columns(sheet.rows)
    if '="' in text:
        take_text_formulas(sheet.rows)
    if "#" in text or "Err" in text or "Lỗi" in text:
        take_errors(sheet.rows, sheet.unread)
    if "=" in text:
        take_formulas(sheet.rows, sheet.unread)
    table.sheets.append(sheet)
    return table


def _without_blank_columns(rows: list[Row]) -> None:
    """Cut the columns that are blank in every row, heading and all: Excel writes them where something once stood."""
    widest = width = max(map(len, rows), default=0)
    while width and all(len(row) < width or not row[width - 1] for row in rows):
        width -= 1
    if width < widest:
        for row in rows:
            del row[width:]


def is_table(content: bytes) -> bool:
    """Tell whether a file that is not named as CSV is one: its first lines are parted alike."""
    text = utf16_text(content) or content[:_BEGINNING].decode("utf-8", "replace")
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    often, _ = max(_regularity(lines, sign) for sign in _SIGNS)
    return "\0" not in text and often > 1 and 2 * often >= len(lines)


def _sign(lines: list[str]) -> str:
    """Return the sign that parts most of the first lines into the same number of cells."""
    plain = _QUOTED.sub("", "\n".join(lines[:_LOOKED_AT])).split("\n")
    return max(_SIGNS, key=lambda sign: _regularity(plain, sign))


def _regularity(lines: list[str], sign: str) -> tuple[int, int]:
    """Return how many lines have the usual number of the sign, and that number."""
    counts = Counter(count for line in lines if (count := line.count(sign)))
    return max(((often, count) for count, often in counts.items()), default=(0, 0))


def _read(sheet: CsvSheet, table: Table, skipped: int) -> None:
    # Only a quotation mark that nothing closes takes the blank line behind the last one into its row.
    reader = csv.reader((f"{line}\n" for line in (*sheet.lines[skipped:], "")), delimiter=sheet.sign)
    csv.field_size_limit(_LONGEST_CELL)
    start, shared = skipped, dict[str, str]()
    share = shared.setdefault  # most cells of a long list repeat others: units, awards, merits
    try:
        for row in reader:
            end = skipped + reader.line_num
            if end - start > 1 and sum(line.count('"') for line in sheet.lines[start:end]) % 2:
                raise csv.Error
            if start == len(sheet.lines):
                break
            sheet.rows.append(list(map(share, row, row)))
            sheet.starts.append(start)
            start = end
    except csv.Error:
        column = max(sheet.lines[start].find('"'), 0) + 1
        message = "dấu nháy kép mở ở dòng này không có dấu nháy đóng: các dòng sau không đọc được"
        hint = "thêm dấu nháy đóng; dấu nháy kép là một phần của nội dung thì viết hai lần"
        table.faults.append(fault_at(Spot(sheet.file, start + 1, column), "table-broken", message, hint))
