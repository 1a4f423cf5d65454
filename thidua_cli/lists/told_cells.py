"""What rows leave blank and others say for them: lines above, names, defaults; and what nothing may fill."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from thidua_cli.lists.section_lines import Word
from thidua_cli.reading.tables.table import Sheet

INFERRED = ("year", "occasion", "phase", "group", "unit", "subject", "award")
"""The fields that lines, titles, names and the plan may say for a row. A cell of them that was told says nothing, and
is not blank all the same: it may say anything else than they do."""

Typed = dict[str, list[Any]]
Shut = Mapping[str, set[int]]
"""The places of rows whose cell of a field is filled with what was told."""


def shut_cells(sheet: Sheet, places: Mapping[str, int], rows: Sequence[int], typed: Typed) -> Shut:
    """Return the cells of some rows that are filled, and have no value; nearly always there are none."""
    told = {*sheet.refused, *sheet.unread} if sheet.refused or sheet.unread else set()
    found: dict[str, set[int]] = {}
    for name in INFERRED:
        if told and name in typed and name in places:
            at, values = places[name], typed[name]
            found[name] = {place for place, row in enumerate(rows) if values[place] is None and (row, at) in told}
    return {name: shut for name, shut in found.items() if shut}


def filled(typed: Typed, base: Mapping[str, Any], shut: Shut) -> list[list[Any]]:
    """Return the values of each field, what is blank as ``base`` says it; cells that are shut stay empty."""
    lists = [_or_else(base.get(name), column) for name, column in typed.items()]
    for name, values in zip(typed, lists, strict=True):
        for place in shut.get(name, ()):
            values[place] = None
    return lists


def blank_fields(
    required: Iterable[Sequence[str]], typed: Typed, base: Mapping[str, Any], length: int
) -> dict[int, list[str]]:
    """Return the fields that rows leave blank and must not, by the place of the row.

    Each of ``required`` names fields of which a row fills one; the first that is read is told.
    """
    lacking: dict[int, list[str]] = {}
    for names in required:
        read = [typed.get(name, [None] * length) for name in names]
        if any(base.get(name) is not None for name in names) or not all(None in column for column in read):
            continue
        told = next((name for name in names if name in typed), names[0])
        for place, values in enumerate(zip(*read, strict=True)):
            if all(value is None for value in values):
                lacking.setdefault(place, []).append(told)
    return lacking


def places_of(said: Mapping[str, Word], sheet: Sheet) -> dict[str, tuple[int, int]]:
    """Return the cells of lines and titles that name a unit or an award, and of those that were refused.

    Kinds may stand in a heading of names.
    """
    words = ((name, (word.row, word.column)) for name, word in said.items() if word.text)
    return {name: place for name, place in words if name in ("unit", "award") or place in sheet.refused}


def _or_else(default: Any, column: list[Any]) -> list[Any]:
    return column if default is None else [default if value is None else value for value in column]
