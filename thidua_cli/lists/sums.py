"""Rows of sums that nothing names: ``| | | 2 | 1`` below the columns of awards, with neither number nor name."""

from collections.abc import Iterable, Sequence

from thidua_cli.lists.below import is_mark, says_none
from thidua_cli.lists.cells import text_of
from thidua_cli.lists.foot import Special, special
from thidua_cli.reading.tables.table import Cell, Row
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean

_MOST = 20  # rows of sums in one list that are looked at; each of them goes through the rows above


def is_nameless_sum(row: Row, unsaid: Sequence[int]) -> bool:
    """Tell whether a row has numbers, and nothing but numbers, and the columns ``unsaid`` (of names) are blank."""
    if any(at < len(row) and not _is_blank(row[at]) for at in unsaid):
        return False
    filled = [cell for cell in row if not _is_blank(cell)]
    return bool(filled) and all(_number(cell) is not None for cell in filled)


def is_total(mark: str, cell: Cell) -> bool:
    """Tell whether a total is named in the column of running numbers, beside no person: ``Cộng | 03 đ/c``."""
    return special(mark) is Special.TOTAL and not (isinstance(cell, str) and is_person(cell))


class Sums:
    """Tells the rows of sums of one list; ``unsaid`` are its columns of names and of running numbers."""

    def __init__(self, rows: Sequence[Row], first: int, unsaid: Sequence[int]) -> None:
        self._rows, self._first, self._unsaid = rows, first, unsaid
        self._found: set[int] = set()
        self._asked = 0

    def may_be(self, index: int) -> bool:
        """Tell whether a row has nothing but numbers, and none of what names a record."""
        return is_nameless_sum(self._rows[index], self._unsaid)

    def at(self, index: int) -> bool:
        """Tell whether such a row holds just what its columns add up to: over all rows above, or those of its part."""
        row = self._rows[index]
        self._asked += 1
        if self._asked > _MOST:
            return False
        above = [at for at in range(self._first, index) if not self._is_sum(at)]
        part = range(self._begin(index), index)
        found = any(self._adds_up(row, rows) for rows in (above, part))
        if found:
            self._found.add(index)
        return found

    def _is_sum(self, index: int) -> bool:
        cells = (cell for cell in self._rows[index] if isinstance(cell, str) and cell)
        return index in self._found or any(special(cell) is Special.TOTAL for cell in cells)

    def _begin(self, index: int) -> int:
        """Return the first row of the part that ends at a row: the one behind the line, or the sum, above it."""
        while index > self._first and self._may_add(index - 1):
            index -= 1
        return index

    def _may_add(self, index: int) -> bool:
        """Tell whether a row is no line over others, and no sum: it has something beside what names it."""
        filled = {at for at, cell in enumerate(self._rows[index]) if not _is_blank(cell)}
        return not filled.issubset(self._unsaid) and not self._is_sum(index)

    def _adds_up(self, row: Row, above: Iterable[int]) -> bool:
        rows = [self._rows[at] for at in above]
        sure = False
        for column, cell in enumerate(row):
            if _is_blank(cell):
                continue
            cells = [clean(text_of(one[column])) for one in rows if column < len(one) and one[column] != ""]
            told = [text for text in cells if text and not says_none(text)]
            number = _number(cell)
            if number != sum(map(_worth, told)):
                return False
            # A lone 1 below others may tick for somebody whose name is lacking.
            sure = sure or number != 1 or not any(map(str.isdecimal, told))
        return sure


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip(" \n\t\xa0-–.")


def _number(cell: Cell) -> float | None:
    if isinstance(cell, str):
        return float(cell) if cell.strip().isdecimal() else None
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else None


def _worth(text: str) -> float:
    """Return what a cell adds to the sum of its column: a mark, or the name of an award, is one."""
    return 1 if is_mark(text) else _number(text) or 1
