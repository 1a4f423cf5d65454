"""A row right below the headings that numbers the columns in other ways than 1, 2, 3: A, B, C; I, II; "Cột 1"."""

import re
from collections.abc import Callable, Collection
from itertools import pairwise

from thidua_cli.reading.tables.table import Row
from thidua_cli.vietnamese.counting import point_value, roman_value
from thidua_cli.vietnamese.text import clean

_AROUND = re.compile(r"^(?:cột|cot)\s*|[\[\](){}.\s]", re.IGNORECASE)
_SIGN = re.compile(r"[-–—*_.]*")
_FORMULA = re.compile(r"=.*$")


def numbers_columns(row: Row) -> bool:
    """Tell whether a row only numbers the columns; its first cell, over running numbers, may hold a sign."""
    cells = [clean(str(cell).removesuffix(".0")) for cell in row if cell != ""]
    texts = [_AROUND.sub("", _FORMULA.sub("", cell)) for cell in cells]
    if cells and _SIGN.fullmatch(cells[0]):
        texts = texts[1:]
    return len(texts) > 1 and any(_follow(texts, of) for of in (_letter, _point, _roman, _number))


def numbers_each(row: Row, columns: Collection[int]) -> bool:
    """Tell whether a row numbers each of some columns: where an id may stand for a name, 1, 2, 3 may be a record."""
    return numbers_columns(row) and all(at < len(row) and row[at] != "" for at in columns)


def _follow(texts: list[str], place: Callable[[str], int]) -> bool:
    """Tell whether texts are places one behind the other, from the first or the second on."""
    places = [place(text) for text in texts]
    steps = all(after - before == 1 for before, after in pairwise(places))
    return steps and places[0] in (1, 2)


def _letter(text: str) -> int:
    return ord(text.lower()) - ord("a") + 1 if len(text) == 1 else 0


def _point(text: str) -> int:
    return point_value(text.lower())


def _roman(text: str) -> int:
    return roman_value(text.upper()) or 0


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
