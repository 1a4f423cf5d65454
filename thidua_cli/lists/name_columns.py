"""Which columns hold the names: one that says so, or holds people; one for each kind of nominee; two for one name."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from thidua_cli.lists.below import Below
from thidua_cli.lists.column_layout import BY_CELLS, BY_PLACE, MARK, PASSED, SURNAME, Column, Layout
from thidua_cli.lists.name_parts import Pair, complete_each_other, may_complete_each_other
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import fold

_LAST_NAME = "ten"


def named(columns: list[Column], below: Sequence[Below], layout: Layout) -> list[Column]:
    """See to it that one column holds the names: else the one with names of people in it, else that of the units.

    In a list of collectives their names stand in the first column of units; where an id may stand for the name, units
    are units.
    """
    if any("name" in column.holds for column in columns):
        return _collectives_beside_persons(columns, below)
    if layout.of_units:
        at = next(at for at, column in enumerate(columns) if column.holds == ("unit",))
        return [*columns[:at], replace(columns[at], holds=("name",), why=BY_CELLS), *columns[at + 1 :]]
    for at, column in enumerate(columns):
        if not column.holds and below[at].mostly(is_person):
            return [*columns[:at], replace(column, holds=("name",), why=BY_CELLS), *columns[at + 1 :]]
    if any(not set(layout.called_by).isdisjoint(column.holds) for column in columns):
        return columns
    for at, column in enumerate(columns):
        awarded = any({"award", MARK}.intersection(one.holds) for one in columns)
        if column.holds == (SURNAME,) or (column.holds == ("unit",) and awarded):
            return [*columns[:at], replace(column, holds=("name",), why=BY_PLACE), *columns[at + 1 :]]
    return columns


def _collectives_beside_persons(columns: list[Column], below: Sequence[Below]) -> list[Column]:
    """Take "Tập thể" beside a column of persons for their unit, where both are filled."""
    names = [column for column in columns if column.holds == ("name",) and column.heading]
    persons = [column for column in names if below[column.at].mostly(is_person)]
    others = [column for column in names if not below[column.at].any(is_person) and not below[column.at].blank]
    has_unit = any("unit" in column.holds for column in columns)
    if len(names) != 2 or len(persons) != 1 or len(others) != 1 or has_unit:
        return columns
    other = others[0]
    if not below[other.at].filled_beside(below[persons[0].at]):
        return columns
    return [replace(column, holds=("unit",), why=BY_CELLS) if column is other else column for column in columns]


def parts_of_names(columns: list[Column], below: Sequence[Below]) -> tuple[list[Column], bool]:
    """Find the parts of a name: under headings of their own, the same one, or none."""
    if _headed_apart(columns):
        return columns, True
    for at, column in enumerate(columns[:-1]):
        after = columns[at + 1]
        if column.holds != ("name",) or after.holds not in ((), ("name",)):
            continue
        if _repeats_last(_pairs(below, at)):
            columns = [*columns[: at + 1], replace(after, holds=(PASSED,), why=BY_PLACE), *columns[at + 2 :]]
            continue
        headed = after.heading == column.heading or fold(after.heading) == _LAST_NAME
        if (headed or not after.heading) and complete_each_other(_pairs(below, at), headed=headed):
            part = Column(after.at, column.heading, ("name",), BY_PLACE)
            surname = replace(column, holds=(SURNAME,))
            return [*columns[:at], surname, part, *columns[at + 2 :]], True
    return columns, False


def _headed_apart(columns: Sequence[Column]) -> bool:
    """Tell whether the first part of names, or two of them, and the last one stand side by side, each headed so."""
    parts = [column for column in columns if column.holds in ((SURNAME,), ("name",))]
    names = [column for column in parts if column.holds == ("name",)]
    side_by_side = all(after.at == before.at + 1 for before, after in pairwise(parts))
    return len(parts) > 1 and len(names) == 1 and side_by_side


def _repeats_last(pairs: Sequence[Pair]) -> bool:
    """Tell whether a second column says the last words of the name once more in each row, to sort by them."""
    filled = [(fold(name), fold(last)) for name, last in pairs if last]
    return bool(filled) and all(name.endswith(f" {last}") for name, last in filled)


def may_complete(columns: Sequence[Column], at: int, below: Sequence[Below]) -> bool:
    """Tell whether a column that nothing heads, behind that of names, may hold the last part of them."""
    return at > 0 and columns[at - 1].holds == ("name",) and may_complete_each_other(_pairs(below, at - 1))


def _pairs(below: Sequence[Below], at: int) -> list[Pair]:
    return [Pair(*pair) for pair in below[at + 1].beside(below[at])]
