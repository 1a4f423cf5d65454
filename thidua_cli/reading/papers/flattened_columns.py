"""Columns that were flattened to text: a letterhead or a signature block in wide spaces, tables in tabs or "|"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from thidua_cli.reading.papers.piece import KIND
from thidua_cli.vietnamese.item_marks import ALONE

_WIDE = re.compile(r"\t+|[ \u00a0]{3,}")
_RULE_ROW = re.compile(r"[|+:=\-\s]+")
# A mark and its tab, and blanks to be filled by hand, part no columns: "ngày    tháng 12", "Số:     /KH-UBND".
_NO_END = re.compile(rf"(?:^\s*{ALONE}|\b(?:ngày|tháng|năm|[Ss]ố)\s*:?)$")
_NO_START = re.compile(r"(?:/|tháng\b|năm\b|\d{1,2}/)")
_HEAD_OR_TAIL = re.compile(
    "CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|^Số|ngày|UBND|ỦY BAN"
    "|Nơi nhận|^(?:TM|KT|TL|TUQ|Q)[./]|^K/T|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG"
)

# Rows that may stand in one column only: a long list of recipients beside the room for a signature.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Chunk:
    """A text of one column: its row in the file (from 0), where it begins, and its cell."""

    row: int
    start: int
    text: str
    cell: tuple[int, int, int] | None = None


def chunks(lines: Sequence[str]) -> list[Chunk]:
    """Return the text in reading order; what stood in columns has its cell.

    A letterhead or signature block is read column by column, as one row of two cells; other tables row by row.
    An empty line gives an empty chunk.
    """
    rows = [_split(row, line) for row, line in enumerate(lines)]
    found: list[Chunk] = []
    table = 0
    for is_table, block in _blocks(rows):
        if is_table:
            is_pair = _has_head_or_tail(block) and all(len(row) <= 2 for row in block)
            found += _by_column(block, table) if is_pair else _by_row(block, table)
            table += 1
        else:
            for first, *others in block:
                found.append(replace(first, text=_plain(lines[first.row])) if others else first)
    return found


def _split(row: int, line: str) -> list[Chunk]:
    """Return the chunks of a line; a line without columns is one chunk."""
    if line.count("|") > 1 and line.strip().startswith("|"):
        if _RULE_ROW.fullmatch(line):
            return [Chunk(row, 0, "")]
        return [Chunk(row, at, part.strip()) for at, part in enumerate(line.strip().strip("|").split("|"))]
    found: list[Chunk] = []
    begin = len(line) - len(line.lstrip())
    for wide in _WIDE.finditer(line, begin):
        before, behind = line[begin : wide.start()], line[wide.end() : wide.end() + 12]
        if not behind.strip() or _NO_END.search(before[-20:]) or _NO_START.match(behind):
            continue
        found.append(Chunk(row, begin, before.strip()))
        begin = wide.end()
    found.append(Chunk(row, begin, _plain(line[begin:])))
    return found


def _plain(text: str) -> str:
    return text.replace("\t", " ").strip()


def _blocks(rows: list[list[Chunk]]) -> Iterator[tuple[bool, list[list[Chunk]]]]:
    """Part tables from other text; single lines between the rows of a pair of columns belong to it."""
    kinds = [len(row) > 1 for row in rows]
    for at in range(1, len(rows) - 1):
        kinds[at] = kinds[at] or _between(rows, kinds, at)
    for in_columns, group in groupby(zip(kinds, rows, strict=True), key=itemgetter(0)):
        block = [row for _, row in group]
        parted = sum(len(row) > 1 for row in block)
        yield in_columns and (parted > 1 or _has_head_or_tail(block)), block


def _between(rows: list[list[Chunk]], kinds: list[bool], at: int) -> bool:
    """Tell whether a line goes on with a column: below a row of two, and the right one goes on here or further down."""
    if not kinds[at - 1]:
        return False
    above = next((row for row in reversed(rows[max(at - _REACH, 0) : at]) if len(row) > 1), None)
    if above is None or len(above) > 2 or above[1].start < _REACH:
        return not rows[at][0].text and len(rows[at + 1]) > 1
    right = above[1].start - 8
    for row in rows[at : at + _REACH]:
        if KIND.fullmatch(row[0].text) or (len(row) < 2 and len(row[0].text) >= right):
            return False
        if len(row) > 1 or row[0].start >= right:
            return True
    return False


def _has_head_or_tail(block: list[list[Chunk]]) -> bool:
    """Tell whether a letterhead or a signature stands in the rows."""
    return any(_HEAD_OR_TAIL.search(chunk.text) for row in block for chunk in row)


def _by_column(block: list[list[Chunk]], table: int) -> list[Chunk]:
    """Read the left column, then the right one; a lone chunk belongs to the column it stands in."""
    right = min(row[1].start for row in block if len(row) > 1)
    columns: tuple[list[Chunk], list[Chunk]] = ([], [])
    for row in block:
        for at, chunk in enumerate(row):
            column = at if len(row) > 1 else int(chunk.start >= right - 8)
            if chunk.text:
                columns[column].append(replace(chunk, cell=(table, 0, column)))
    return [*columns[0], *columns[1]]


def _by_row(block: list[list[Chunk]], table: int) -> list[Chunk]:
    rows = [row for row in block if any(chunk.text for chunk in row)]
    return [
        replace(chunk, cell=(table, at, column))
        for at, row in enumerate(rows)
        for column, chunk in enumerate(row)
        if chunk.text
    ]
