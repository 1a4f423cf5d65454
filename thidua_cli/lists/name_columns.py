"""Which columns hold the names: one that says so, or holds people; one for each kind of nominee; two for one name."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_cli.lists.below import Below, is_one_word
from thidua_cli.lists.column_layout import BY_CELLS, BY_PLACE, MARK, SURNAME, Column
from thidua_cli.vietnamese.person_names import is_person


def named(columns: list[Column], below: Sequence[Below]) -> list[Column]:
    """See to it that one column holds the names: else the one with names of people in it, else that of the units."""
    if any("name" in column.holds for column in columns):
        return _collectives_beside_persons(columns, below)
    for at, column in enumerate(columns):
        if not column.holds and below[at].mostly(is_person):
            return [*columns[:at], replace(column, holds=("name",), why=BY_CELLS), *columns[at + 1 :]]
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
    """Find the second part of a name: under a heading of its own, the same one, or none."""
    for at, column in enumerate(columns[:-1]):
        after = columns[at + 1]
        if column.holds == (SURNAME,) and after.holds == ("name",):
            return columns, True
        same = after.heading in ("", column.heading) and after.holds in ((), ("name",))
        if column.holds == ("name",) and same and below[at + 1].mostly(is_one_word):
            if below[at + 1].repeats(below[at]):
                continue
            part = Column(after.at, column.heading, ("name",), BY_PLACE)
            surname = replace(column, holds=(SURNAME,))
            return [*columns[:at], surname, part, *columns[at + 2 :]], True
    return columns, False
