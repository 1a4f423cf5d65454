"""The cells of one column as they stand there, and what can be told of them without knowing their field."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from thidua_cli.reading.tables.table import Cell, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean

_CITIZEN_ID = 12
_BETWEEN_NAMES = re.compile(r"\s*[,;\n&+]\s*(?:\d+[.)]\s*)?|\s+và\s+")


def cells_of(sheet: Sheet, column: int, rows: Sequence[int]) -> list[Cell]:
    """Return the cells of a column in some rows."""
    found = list(map(sheet.rows.__getitem__, rows))
    try:
        return list(map(itemgetter(column), found))
    except IndexError:  # rows of CSV files may be short
        return [row[column] if column < len(row) else "" for row in found]


def lacks_zero(cell: Any, *, typed: bool) -> bool:
    """Tell whether a number lacks one digit of a citizen's number; a text cell keeps its zeros."""
    if typed:
        return type(cell) in (float, int) and 10 ** (_CITIZEN_ID - 2) <= cell < 10 ** (_CITIZEN_ID - 1)
    return len(cell) == _CITIZEN_ID - 1 and cell.isdecimal()


def names_several(cell: str) -> bool:
    """Tell whether a cell names several people."""
    parts = _BETWEEN_NAMES.split(cell)
    return len(parts) > 1 and all(is_person(clean(part)) for part in parts)
