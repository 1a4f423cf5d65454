"""Workbooks of Excel 97-2003 (.xls) to rows, read with xlrd.

It is slower than calamine, but Python throughout: a damaged file ends in an exception. In calamine one of a
kilobyte takes all memory and ends the process.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from struct import iter_unpack, unpack_from
from typing import Any

import xlrd  # type: ignore[import-untyped]
from xlrd import biffh

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.refusals import WORKBOOK, broken, locked, unpacks_too_large
from thidua_cli.reading.tables.merged_cells import Corner
from thidua_cli.reading.tables.old_percents import percents_of
from thidua_cli.reading.tables.old_strikes import strikes_of
from thidua_cli.reading.tables.sheet_traits import Traits, complete
from thidua_cli.reading.tables.table import MAX_CELLS, Cell, Row, Sheet

_MERGED, _ROW, _COLUMNS, _OTHER = 0x00E5, 0x0208, 0x007D, 0xFFFF
_NOTE = 0x001C
_HIDDEN_ROW = 0x20
_CELLS = frozenset(
    (
        *(0x0006, 0x0206, 0x0406, 0x0207, 0x0221, 0x04BC),  # formulas and the texts that they gave
        *(0x0203, 0x0204, 0x0205, 0x027E, 0x00BD, 0x00D6, 0x00FD),  # numbers, texts, flags and errors
        *(0x0009, 0x0209, 0x0409, 0x0809, 0x000A, 0x003C),  # begin, end, more of the record above
    )
)


def read_old_excel(content: bytes, file: str) -> list[Sheet]:
    """Return the sheets of a workbook; one that cannot be read, or only at great cost, raises `ThiduaError`."""
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            book = xlrd.open_workbook(file_contents=content, logfile=nowhere, on_demand=True, ragged_rows=True)
            return list(_sheets(book, file))
    except ThiduaError:
        raise
    except Exception as error:  # of every kind: the library trusts what it reads
        if "encrypted" in str(error):
            raise locked(file) from error
        raise broken(file, WORKBOOK) from error


class _Records:
    """The records of a sheet, in place of the book's own reading: those that hold cells, and what is told of rows.

    Links, notes and drawings are passed over: a link to a whole sheet would make an entry for each of its cells.
    What is read is bounded, as a thousand sheets may begin at one place.
    """

    def __init__(self, book: Any) -> None:
        self._read = book.get_record_parts
        self._left = 2 * len(book.mem) + 100_000
        self._strikes, self._percents = strikes_of(book), percents_of(book)
        self.traits = Traits()
        book.get_record_parts = self

    def __call__(self) -> tuple[int, int, bytes]:
        kind, length, content = self._read()
        self._left -= length + 4
        if self._left < 0:
            raise ValueError
        if kind in _CELLS:
            if self._strikes and length > 6:
                self._strikes.take(kind, content, self.traits)
            if self._percents and length > 6:
                self._percents.take(kind, content, self.traits)
            return kind, length, content
        self._take(kind, content)
        return _OTHER, 0, b""

    def _take(self, kind: int, content: bytes) -> None:
        if kind == _MERGED:
            self.traits.merges += (
                ((top, left), (bottom, right)) for top, bottom, left, right in iter_unpack("<4H", content[2:])
            )
        elif kind == _ROW and len(content) == 16 and content[12] & _HIDDEN_ROW:
            self.traits.hidden_rows.add(unpack_from("<H", content)[0])
        elif kind == _NOTE and len(content) >= 4:
            self.traits.notes[unpack_from("<2H", content)] = ""  # its words stand in another record, among drawings
        elif kind == _COLUMNS and len(content) >= 10 and content[8] & 1:
            self.traits.hidden_columns.append(unpack_from("<2H", content))


def _sheets(book: Any, file: str) -> Iterator[Sheet]:
    records, left = _Records(book), MAX_CELLS
    for number in range(book.nsheets):
        records.traits = traits = Traits()
        sheet = book.sheet_by_index(number)
        book.unload_sheet(number)
        left -= sheet.nrows * sheet.ncols
        if left < 0:
            raise unpacks_too_large(f"{file}, trang “{sheet.name}”,", WORKBOOK)
        rows = [_row(sheet, index, book.datemode, traits.unread) for index in range(sheet.nrows)]
        yield complete(Sheet(file, sheet.name, rows, sheet.visibility != 0), traits)


def _row(sheet: Any, index: int, datemode: int, unread: dict[Corner, str]) -> Row:
    """Return a row as typed, as long as the sheet is wide; errors are entered in ``unread``."""
    row: Row = sheet.row_values(index)
    kinds = sheet.row_types(index)
    for column, kind in enumerate(kinds):
        if kind == xlrd.XL_CELL_DATE:
            row[column] = _date(row[column], datemode)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            row[column] = bool(row[column])
        elif kind == xlrd.XL_CELL_ERROR:
            unread[index, column] = biffh.error_text_from_code.get(row[column], "#")
            row[column] = ""
    return row + [""] * (sheet.ncols - len(row))


def _date(number: Any, datemode: int) -> Cell:
    """Return a day, or a time where there is none; a number that is no day as it is."""
    try:
        moment: datetime = xlrd.xldate_as_datetime(number, datemode)
    except (ValueError, OverflowError):
        return float(number)
    if 0 <= number < 1:
        return moment.time()
    return moment.date() if float(number).is_integer() else moment
