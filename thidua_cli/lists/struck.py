"""Cells that are struck through, as a whole or in part: whoever reads the sheet takes them back, so nobody reads them.

Where a name is struck its whole row is; any other cell says nothing, and is told.
"""

from collections.abc import Sequence
from typing import NamedTuple

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.cells import text_of
from thidua_cli.lists.column_layout import ANSWER, MARK, OUTSIDE, WHOM, Layout
from thidua_cli.reading.tables.table import Sheet, fault_at
from thidua_cli.vietnamese.text import clean

STRUCK, PARTLY_STRUCK = "bị gạch ngang", "có phần chữ bị gạch ngang"
"""Why a row is told of which the name is struck."""
_REMEDY = {
    STRUCK: "xóa nội dung đã bỏ, hoặc bỏ gạch ngang",
    PARTLY_STRUCK: "xóa hẳn phần bị gạch rồi gửi lại",
}
_COUNTING = frozenset(("award", MARK, "unit", "subject", WHOM, ANSWER, "note", "group", "occasion", "phase", "year"))
"""What decides whether, and where, a nomination is counted."""


class TakenBack(NamedTuple):
    """What is told of struck cells, and whether one of them decides what is counted."""

    faults: list[Diagnostic]
    open: bool


def struck_rows(sheet: Sheet, layout: Layout) -> dict[int, str]:
    """Return why rows are not read, by their number: all of them is struck, or the name is, or a part of it."""
    names = {column.at for column in layout.naming}
    found = {row: PARTLY_STRUCK for row, at in sheet.partly_struck if at in names}
    found |= {row: STRUCK for row, at in sheet.struck_cells if at in names}
    return found | dict.fromkeys(sheet.struck, STRUCK)


def take_back(sheet: Sheet, layout: Layout, rows: Sequence[int]) -> TakenBack:
    """Blank the struck cells of the columns that are read, in the rows of records, and tell each."""
    read = {one.at: one.holds for one in layout.columns if ANSWER in one.holds or not OUTSIDE.issuperset(one.holds)}
    cells = dict.fromkeys(sheet.struck_cells, STRUCK) | dict.fromkeys(sheet.partly_struck, PARTLY_STRUCK)
    taken, faults, counting = set(rows) if cells else set(), [], False
    for (row, at), how in sorted(cells.items()):
        if row in taken and read.get(at):
            shown = clean(text_of(sheet.rows[row][at]))[:60]
            message = f"ô “{shown}” {how}: không được đọc"
            faults.append(fault_at(sheet.spot(row, at), "struck-out", message, _REMEDY[how]))
            counting = counting or not _COUNTING.isdisjoint(read[at])
            sheet.rows[row][at] = ""
            sheet.refused |= {(row, at), *((row, layout.places.get(held, at)) for held in read[at])}
            if MARK in read[at]:
                sheet.refused.add((row, layout.places["award"]))
    return TakenBack(faults, counting)
