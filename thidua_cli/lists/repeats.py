"""Cells that repeat others, given the values of those: "như trên" of the cell above, "như số 1" of that row."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from thidua_cli.lists.cells import Column as Cells
from thidua_cli.lists.cells import Refused, text_of
from thidua_cli.lists.column_cells import cells_of
from thidua_cli.lists.column_layout import NUMBER, Layout
from thidua_cli.lists.ditto import DITTO, Ditto, Reference
from thidua_cli.lists.section_lines import Word
from thidua_cli.reading.tables.table import Sheet

_REPEATS = "ô này lặp lại ô trên,"
_WRITE = "ghi lại nội dung vào ô này"


class Repeats:
    """Knows the rows of a list by their running numbers, and what cells in the rows of one block repeat."""

    def __init__(self, sheet: Sheet, layout: Layout, rows: Iterable[Sequence[int]]) -> None:
        """Take the rows of all records of a list, block by block; they are looked at where a cell refers to one."""
        self._sheet, self._layout, self._rows = sheet, layout, rows
        self.said: Mapping[str, Word] = {}
        """What lines and titles say of the rows at hand."""
        self.lined = False
        """Whether a line over others stands right above them."""
        self._shared = {column.at for column in layout.columns if len(column.holds) > 1}

    def put(self, learnt: Cells, name: str, at: int, values: list[Any], rows: Sequence[int]) -> None:
        """Put the values that cells of a column repeat in their places; where there is doubt, `Refused`.

        A cell that is left blank says what lines and titles say of its row.
        """
        said = self.said.get(name)
        of_all = learnt.value(said.text) if said and said.text else None
        above = self._first(of_all)
        for place, value in enumerate(values):
            if type(value) is Reference:
                values[place] = self._referred(learnt, at, values, rows, value)
            elif value is DITTO:
                values[place] = above or Refused("bad-value", f"{_REPEATS} mà ô trên trống", _WRITE)
            if type(values[place]) is Refused:
                above = Refused("bad-value", f"{_REPEATS} mà ô trên không đọc được", _WRITE)
            else:
                above = values[place] or of_all

    def _first(self, of_all: Any) -> Any:
        """Return what the first row may repeat: what a line right above it says, nothing beyond that line."""
        if of_all is not None and type(of_all) is not Refused and self.lined:
            return of_all
        what = "dòng mục, không phải một đề nghị" if self.lined else "tên cột"
        return Refused("bad-value", f"{_REPEATS} mà ngay trên là {what}", _WRITE)

    def _referred(self, learnt: Cells, at: int, values: list[Any], rows: Sequence[int], said: Reference) -> Any:
        row, why = self._row(said)
        value = None
        here = bisect_left(rows, row) if row is not None else len(rows)  # rows stand in their order
        if here < len(rows) and rows[here] == row:
            value = values[here]
        elif row is not None and at not in self._shared:
            value = learnt.value(cells_of([self._sheet.rows[row]], at)[0])
        if value is None or isinstance(value, Refused | Reference | Ditto):
            return Refused("bad-value", f"“{said.said}”: {why}", _WRITE)
        return value

    def _row(self, said: Reference) -> tuple[int | None, str]:
        """Return the one row that a cell refers to, or None; and why nothing can be taken from it."""
        if said.number is None:
            return None, "không rõ là dòng nào"
        found = self._by_number.get(str(said.number), [])
        if len(found) != 1:
            how = "có nhiều dòng" if found else "không có dòng"
            return None, f"{how} mang số thứ tự {said.number}"
        return found[0], f"dòng số {said.number} không ghi rõ nội dung này"

    @cached_property
    def _by_number(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for column in self._layout.of(NUMBER)[:1]:
            for row in chain(*self._rows):
                cells = self._sheet.rows[row]
                mark = text_of(cells[column.at]).strip(" .") if column.at < len(cells) else ""
                found.setdefault(mark.lstrip("0"), []).append(row)
        return found
