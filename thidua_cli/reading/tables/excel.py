"""Excel and OpenDocument workbooks to rows, read with calamine."""

import io
from collections.abc import Iterable
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from thidua_cli.reading.refusals import WORKBOOK, ZIP, broken, locked, refuse_foreign, unpacks_too_large
from thidua_cli.reading.tables.table import Row, Sheet, Table, Unread
from thidua_cli.reading.tables.workbook_guard import MAX_CELLS, inspect

Corner: TypeAlias = tuple[int, int]
_FAULTS = (CalamineError, ValueError, OverflowError)
# A merge of whole columns over a sheet is a format, not a value for each of its rows.
_WIDEST_MERGE = 200_000


def parse_excel(content: bytes, file: str) -> Table:
    """Build the tables of a workbook; one that cannot be read, or only at great cost, raises `ThiduaError`."""
    unread: dict[str, Unread] = {}
    if content.startswith(ZIP):
        unread = inspect(content, file)
    else:
        refuse_foreign(content, file, WORKBOOK)
    try:
        return Table(file, _sheets(content, unread, file))
    except PasswordError as error:
        raise locked(file) from error
    except BaseException as error:
        # A panic of the library's Rust code is no Exception: a file made to break it is still only a broken file.
        if isinstance(error, _FAULTS) or type(error).__name__ == "PanicException":
            raise broken(file, WORKBOOK) from error
        raise


def _sheets(content: bytes, unread: dict[str, Unread], file: str) -> list[Sheet]:
    found = []
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * sheet.total_width > MAX_CELLS:
                raise unpacks_too_large(f"{file}, trang “{about.name}”,", WORKBOOK)
            rows: list[Row] = sheet.to_python(skip_empty_area=False)
            _fill_merged(rows, sheet.merged_cell_ranges or ())
            hidden = about.visible is not SheetVisibleEnum.Visible
            found.append(Sheet(file, about.name, rows, hidden, unread.get(about.name, {})))
    return found


def _fill_merged(rows: list[Row], merges: Iterable[tuple[Corner, Corner]]) -> None:
    """Put the value of merged cells into each of them, in rows that hold something of their own."""
    width = len(rows[0]) if rows else 0
    ranges = [
        (top, left, min(bottom, len(rows) - 1), min(right, width - 1))
        for (top, left), (bottom, right) in merges
        if top < len(rows) and left < width and rows[top][left] != ""
    ]
    covered = {row for top, _, bottom, _ in ranges for row in range(top, bottom + 1) if bottom - top < _WIDEST_MERGE}
    own = {row for row in covered if any(cell != "" for cell in rows[row])}
    left_to_fill = MAX_CELLS
    for top, left, bottom, right in ranges:
        left_to_fill -= (bottom - top + 1) * (right - left + 1)
        if left_to_fill < 0:
            return
        for row in range(top, bottom + 1):
            if row in own:
                rows[row][left : right + 1] = [rows[top][left]] * (right - left + 1)
