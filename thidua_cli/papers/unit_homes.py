"""Where a paragraph or a row of a paper stands, in words by which people find it in Word, which numbers nothing."""

import re
from collections.abc import Sequence

from thidua_cli.papers.excerpts import cut
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.item_marks import counted
from thidua_cli.vietnamese.text import clean

_LONGEST = 40  # letters of a heading, and of what a paragraph begins with
_TOP = "đầu văn bản"
_HEADED_BY = ("roman", "word")  # kinds of marks that begin nothing but headings: I., Điều 1
_WORDS = re.compile(r"[^\W\d_]{2}")


class Homes:
    """Goes along a paper and knows the last heading, and the tables below it."""

    def __init__(self) -> None:
        self._heading = ""
        self._tables: list[int] = []

    def of(self, lines: Sequence[Line]) -> str:
        """Return where a paragraph, or the lines of one row, stand: ``mục “II. Kết quả”, hàng 3 “Lê Văn C”``."""
        cell = lines[0].cell
        if cell is None:
            return self._of_paragraph(lines[0])
        if cell[0] not in self._tables:
            self._tables.append(cell[0])
        table = self._tables.index(cell[0]) + 1
        home = self._home() if table == 1 else f"{self._home()}, bảng {table}"
        named = next((one for one in lines if _WORDS.search(one.text)), lines[0])
        return f"{home}, hàng {cell[1] + 1} “{_begin(named)}”"

    def _of_paragraph(self, line: Line) -> str:
        where = f"{self._home()}, đoạn “{_begin(line)}”"
        if _is_heading(line):
            self._heading, self._tables = _begin(line), []
        return where

    def _home(self) -> str:
        return f"mục “{self._heading}”" if self._heading else _TOP


def beside(line: Line) -> str:
    """Return where a line beside the body stands: ``đầu trang, đoạn “Kèm theo …”``."""
    part = line.place.path.rpartition(", ")[0]
    return f"{part}, đoạn “{_begin(line)}”"


def _begin(line: Line) -> str:
    return cut(clean(f"{line.number} {line.text}"), _LONGEST)


def _is_heading(line: Line) -> bool:
    """Tell whether a paragraph heads what follows: as Word says, by its mark, or by its capitals."""
    return line.heading or counted(line.text)[0] in _HEADED_BY or (line.upper and bool(_WORDS.search(line.text)))
