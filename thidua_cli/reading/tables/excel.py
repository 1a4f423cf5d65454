"""Excel and OpenDocument workbooks to rows, read with calamine; those of Excel 97-2003 with xlrd."""

import io
from collections.abc import Iterable

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from thidua_cli.reading.refusals import WORKBOOK, ZIP, broken, locked, refuse_foreign, unpacks_too_large
from thidua_cli.reading.tables.sheet_traits import Traits, complete
from thidua_cli.reading.tables.table import MAX_CELLS, Row, Sheet, Table
from thidua_cli.reading.tables.workbook_guard import inspect

_FAULTS = (CalamineError, ValueError, OverflowError)


def parse_excel(content: bytes, file: str) -> Table:
    """Build the tables of a workbook; one that cannot be read, or only at great cost, raises `ThiduaError`."""
    if not content.startswith(ZIP):
        from thidua_cli.reading.tables.old_excel import read_old_excel

        refuse_foreign(content, file, WORKBOOK)
        return Table(file, read_old_excel(content, file))
    traits = inspect(content, file)
    try:
        return Table(file, _sheets(content, traits, file))
    except PasswordError as error:
        raise locked(file) from error
    except BaseException as error:
        # A panic of the library's Rust code is no Exception: a file made to break it is still only a broken file.
        if isinstance(error, _FAULTS) or type(error).__name__ == "PanicException":
            raise broken(file, WORKBOOK) from error
        raise


def _sheets(content: bytes, traits: dict[str, Traits], file: str) -> list[Sheet]:
    found, left = [], MAX_CELLS
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            left -= sheet.total_height * sheet.total_width
            if left < 0:
                raise unpacks_too_large(f"{file}, trang “{about.name}”,", WORKBOOK)
            its = traits.get(about.name) or Traits()
            its.merges += sheet.merged_cell_ranges or ()
            hidden = about.visible is not SheetVisibleEnum.Visible
            found.append(complete(Sheet(file, about.name, _rows(sheet), hidden), its))
    return found


def _rows(sheet: CalamineSheet) -> list[Row]:
    """Return the rows of a sheet, each distinct text kept once: most cells of a long list repeat others."""
    # One by one, so that a text that is there already goes at once. Blank columns in front would be lost in that way.
    rows: Iterable[Row] = sheet.iter_rows() if sheet.start == (0, 0) else sheet.to_python(skip_empty_area=False)
    shared: dict[str, str] = {}
    share = shared.setdefault
    return [[share(cell, cell) if type(cell) is str else cell for cell in row] for row in rows]
