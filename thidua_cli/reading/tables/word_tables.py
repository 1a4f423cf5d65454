"""Word lists: the tables of a .docx as sheets, each under the paragraphs that stand above it."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from lxml import etree

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.reading.papers.word_numbering import Numbering
from thidua_cli.reading.papers.word_package import W, children, open_package
from thidua_cli.reading.papers.word_runs import RunReader
from thidua_cli.reading.papers.word_styles import Styles, value
from thidua_cli.reading.refusals import WORD_LIST
from thidua_cli.reading.spoilt_text import CONVERT_FONT
from thidua_cli.reading.tables.sheet_traits import complete
from thidua_cli.reading.tables.table import SKIPPED_TEXT, Row, Sheet, Table, fault_at, letters
from thidua_cli.reading.tables.word_grid import Grid, Struck, is_frame
from thidua_cli.vietnamese.counting import LONG_ROMAN
from thidua_cli.vietnamese.text import normalise

_MOST_ABOVE = 60  # lines: what stands further above a table is the letter that it came with
_OUTER = re.compile(rf"(?:{LONG_ROMAN}|[A-Z])[.)/]?")  # marks of sections; those of items count rows


@dataclass(eq=False)
class WordSheet(Sheet):
    """One table; its first rows are what stands ``above`` it, each by the number of its paragraph in the file."""

    above: list[int] = field(default_factory=list)

    def spot(self, row: int, column: int) -> Spot:
        """Return the cell of the table, or the paragraph above it."""
        if row < len(self.above):
            return Spot(self.file, cell=f"đoạn {self.above[row]}", record=self.key(row))
        return Spot(self.file, sheet=self.name, cell=f"{letters(column)}{self.number(row)}", record=self.key(row))

    def is_prose(self, row: int) -> bool:
        """Tell whether a row is a paragraph above the table."""
        return row < len(self.above)

    @property
    def is_table(self) -> bool:
        """Whether it is a table within a text: it is."""
        return True

    @property
    def called(self) -> str:
        """What a message calls it: ``bảng 1``."""
        return self.name or "bảng"

    def number(self, row: int) -> int:
        """Return the number of a row of the table."""
        return row - len(self.above) + 1


def parse_word(content: bytes, file: str) -> Table:
    """Build the tables of a Word file; one that cannot be read, or only at great cost, raises `ThiduaError`."""
    package = open_package(content, file, WORD_LIST)
    reader = _Reader(file, Styles(package.styles), Numbering(package.numbering), _comments(package.comments))
    body = package.document.find(f"{W}body")
    reader.blocks(body if body is not None else package.document)
    reader.pass_on()
    if reader.runs.in_legacy_font():
        raise ThiduaError(f"{file}: chữ Việt gõ bằng phông chữ cũ (.VnTime, VNI)", CONVERT_FONT)
    return reader.table


class _Reader:
    """Goes through the body, table after table."""

    def __init__(self, file: str, styles: Styles, numbering: Numbering, comments: dict[str, str]) -> None:
        self.table = Table(file)
        self._comments = comments
        self._noted: list[str] = []  # the words of the comments on what is read now
        self._notes: dict[int, str] = {}  # those on the paragraphs above, by their numbers
        self.styles, self.numbering, self.runs = styles, numbering, RunReader(styles)
        self._above: list[tuple[int, Row]] = []
        self._seen = self._tables = 0

    def blocks(self, parent: etree._Element) -> None:
        """Read the paragraphs and tables of the body."""
        for child in children(parent, f"{W}p", f"{W}tbl", f"{W}altChunk"):
            spot = Spot(self.table.file, cell=f"đoạn {self._seen + 1}")
            if child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag == f"{W}altChunk":
                self._skipped(spot, "phần chèn từ tệp khác")
            else:
                self._line(child, spot)

    def _line(self, paragraph: etree._Element, spot: Spot) -> None:
        mark, text = self._paragraph(paragraph, spot)
        if text:
            self._seen += 1
            if self._noted:
                self._notes[self._seen] = " / ".join(self._noted)
                self._noted = []
            self._above.append((self._seen, [f"{mark} {text}".lstrip()]))

    def _table(self, element: etree._Element) -> None:
        self._tables += 1
        notes: dict[tuple[int, int], str] = {}
        grid, name, below = Grid(self.table.file), f"bảng {self._tables}", min(len(self._above), _MOST_ABOVE)
        for line in children(element, f"{W}tr"):
            if line.find(f"{W}trPr/{W}del") is None:
                grid.begin(line)
                for cell in children(line, f"{W}tc"):
                    place = f"{letters(grid.column)}{len(grid.rows)}"
                    record = RecordKey(self.table.file, below + len(grid.rows), name)
                    text, struck = self._cell(cell, Spot(self.table.file, sheet=name, cell=place, record=record))
                    if self._noted:
                        notes[len(grid.rows) - 1, grid.column] = " / ".join(self._noted)
                        self._noted = []
                    grid.put(cell, text, struck)
        if is_frame(grid.rows):
            self._above += ((self._seen, line) for row in grid.rows for line in _lines(row))
            return
        above = self._above[-_MOST_ABOVE:]
        del self._above[-_MOST_ABOVE:]
        self.pass_on()
        rows, traits = grid.below([row for _, row in above])
        sheet = WordSheet(self.table.file, name, rows, typed=False, above=[number for number, _ in above])
        complete(sheet, traits)
        sheet.notes = {(row + len(above), column): text for (row, column), text in notes.items()}
        sheet.notes |= {(row, 0): self._notes[number] for row, (number, _) in enumerate(above) if number in self._notes}
        self.table.sheets.append(sheet)

    def pass_on(self) -> None:
        """Give what stands at no table to whoever looks for proposals in it."""
        for number, row in self._above:
            if number in self._notes:
                self._skipped(Spot(self.table.file, cell=f"đoạn {number}"), f"ghi chú “{self._notes[number][:60]}”")
            self.table.prose.append((Spot(self.table.file, cell=f"đoạn {number}"), row))
        self._above = []

    def _cell(self, cell: etree._Element, spot: Spot) -> tuple[str, Struck]:
        """Return the text of a cell, and how much of it is struck through."""
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            return "", Struck.NO
        parts, struck, plain = [], False, False
        for child in children(cell, f"{W}p", f"{W}tbl", f"{W}altChunk"):
            if child.tag != f"{W}p":
                self._skipped(spot, "bảng lồng trong ô này")
                continue
            mark, text = self._paragraph(child, spot)
            struck, plain = struck or self.runs.struck, plain or self.runs.plain
            # Word counts the rows of itself: the mark of an item is its number, and no part of a name.
            parts.append(f"{mark} {text}" if text and _OUTER.fullmatch(mark) else text or mark)
        how = Struck.NO
        if struck:
            how = Struck.PARTLY if plain else Struck.WHOLLY
        return "\n".join(filter(None, parts)), how

    def _paragraph(self, paragraph: etree._Element, spot: Spot) -> tuple[str, str]:
        """Return the automatic number of a paragraph and its text; what is not shown of it is told."""
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle") or self.styles.default_id
        mark, _ = self.numbering.printed(properties, style, self.styles)
        runs, boxes, _ = self.runs.read(paragraph, style)
        if self.runs.hidden:
            self._skipped(spot, "chữ ẩn ở đây (Font › Hidden)")
        if any(box.find(f".//{W}t") is not None for box in boxes):
            self._skipped(spot, "khung chữ (text box) ở đây")
        for reference in paragraph.iter(f"{W}commentReference"):
            self._noted.append(self._comments.get(str(reference.get(f"{W}id")), ""))
        text = "".join(run.text for run in runs).replace("\f", "\n").strip()
        return mark, normalise(text)

    def _skipped(self, spot: Spot, what: str) -> None:
        hint = "nếu có đề nghị trong đó thì đưa vào bảng ngoài cùng, dạng chữ thường; nếu không thì xóa đi"
        self.table.faults.append(fault_at(spot, SKIPPED_TEXT, f"{what} không được đọc", hint))


def _comments(part: etree._Element | None) -> dict[str, str]:
    """Return the words of the comments of a file, by their numbers."""
    found = part.iterfind(f"{W}comment") if part is not None else ()
    words = ((one.get(f"{W}id"), "".join(text.text or "" for text in one.iter(f"{W}t"))) for one in found)
    return {str(number): normalise(text).strip() for number, text in words}


def _lines(row: Row) -> list[Row]:
    """Return the lines of cells that stand side by side."""
    return [list(line) for line in zip_longest(*(str(cell).split("\n") for cell in row), fillvalue="")]
