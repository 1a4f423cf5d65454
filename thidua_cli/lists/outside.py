"""What stands outside the lists of a table, told where it may put somebody forward who is not in them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeAlias

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.beside import beside, told_in
from thidua_cli.lists.told import put_forward
from thidua_cli.reading.origin import Record
from thidua_cli.reading.tables.table import Row, Sheet, Table
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.sameness import own_key
from thidua_cli.vietnamese.text import clean

Outside: TypeAlias = tuple[Sheet, Sequence[int]]
"""A sheet, and its rows that are in no list, from top to bottom."""


def paragraphs_of(sheet: Sheet) -> Outside:
    """Return the paragraphs above a table that is no list."""
    return sheet, [row for row in range(len(sheet.rows)) if sheet.is_prose(row)]


def told_outside(table: Table, outside: Iterable[Outside], records: Sequence[Record[Any]]) -> Iterator[Diagnostic]:
    """Yield a finding for each line that may put somebody forward, or withdraw him; who is in a record is there."""
    is_listed = _listed(records)
    for sheet, rows in outside:
        for place, (column, text) in told_in((beside(sheet.rows[row]) for row in rows), is_listed).items():
            row = rows[place]
            yield put_forward(sheet.spot(row, column), text, in_prose=sheet.is_prose(row))
    for place, told in told_in((beside(row) for _, row in table.prose), is_listed).items():
        yield put_forward(table.prose[place][0], told.text, in_prose=True)


def _listed(records: Sequence[Record[Any]]) -> Callable[[str], bool]:
    """Return what tells whether a name is that of a record; most files never ask."""

    @cache
    def names() -> set[str]:
        return {own_key(record.value.name) for record in records if record.value.name}

    return lambda name: name in names()


def names_nominees(sheet: Sheet) -> bool:
    """Tell whether a sheet that is no list names somebody beside an award, or in rows as lists have them."""
    return any(map(_proposes, sheet.rows)) or bool(told_in(map(beside, sheet.rows)))


def _proposes(row: Row) -> bool:
    """Tell whether a row names somebody and an award."""
    texts = [clean(cell) for cell in row if isinstance(cell, str)]
    return any(map(is_person, texts)) and any(map(names_award, texts))
