"""What stands for the number of a row and says what the row is: "rút" at a nominee, "Nơi nhận: …" below the list."""

import re
from functools import lru_cache

from thidua_cli.lists.foot import Special, is_blank, is_post, special
from thidua_cli.lists.kind import Kind
from thidua_cli.lists.own_words import says_withdrawn
from thidua_cli.reading.tables.table import Cell, Row

_NUMBER = re.compile(r"^\d+\W*")


def kind_by_number(mark: str, row: Row, name: int, number: int | None) -> Kind | None:
    """Return what a row is by the ``mark`` in its column of numbers; None where that says nothing."""
    if not mark or mark.isdecimal():
        return None
    if special(mark) is Special.END:
        others = [cell for at, cell in enumerate(row) if at != number and not is_blank(cell)]
        return Kind.END if all(map(_signs, others)) else Kind.PERHAPS_END
    named = name < len(row) and not is_blank(row[name]) and row[name] != mark
    return Kind.WITHDRAWN if named and _withdrawn(mark) else None


@lru_cache(maxsize=1 << 10)
def _withdrawn(mark: str) -> bool:
    return says_withdrawn(_NUMBER.sub("", mark))


def _signs(cell: Cell) -> bool:
    """Tell whether a cell, as tables in Word have it, holds a post and who signs under it."""
    return isinstance(cell, str) and any(special(line) or is_post(line) for line in cell.split("\n"))
