"""Where a finding stands and whom it speaks of: places, and the keys by which programs tell people apart."""

from dataclasses import dataclass
from typing import NamedTuple


class RecordKey(NamedTuple):
    """One record of a user's file, whatever it is called: a row of a sheet, or an entry of YAML by its path."""

    file: str
    at: int | str
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in any kind of file: a line and column, or a sheet and cell; ``record`` is the record it belongs to."""

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    path: str = ""
    record: RecordKey | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Whom a finding speaks of; namesakes have the same ``told``, never the same ``record``.

    ``told`` is what people read and compares nothing. ``record`` is the nomination (or unit, or line of the register)
    at fault; ``unit`` is the name of a unit that is at fault itself, ``units`` are those that it concerns beside that.
    ``award`` is the id of the award of the plan whose nominations it speaks of as a whole.
    """

    told: str = ""
    record: RecordKey | None = None
    unit: str = ""
    units: tuple[str, ...] = ()
    award: str = ""


NOBODY = About()


def column_number(name: str) -> int:
    """Return the number of a column, counted from 1, by its letters."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number
