"""Rows of a list of units that are no units, or stand over others: totals, reserves, ``I. Chi cục A`` and its parts."""

import re
from collections.abc import Sequence
from itertools import chain

from thidua_cli.lists.foot import Special, special
from thidua_cli.lists.kind import Kind
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.lists.section_lines import mark_alone, speaks_of_unit, without_mark
from thidua_cli.model.unit import Unit
from thidua_cli.reading.tables.table import Cell, Row
from thidua_cli.vietnamese.counting import roman_value
from thidua_cli.vietnamese.text import clean, fold

_OF_UNITS = WORDS["list_of_units"]
_BEHIND = r"(?:\s*\(.*\))?\s*[:.]?"
_SUMS = re.compile(rf"toan (?:{any_of(_OF_UNITS['wholes'])}){_BEHIND}")
_RESERVES = re.compile(rf"(?:{any_of(_OF_UNITS['reserves'])}){_BEHIND}")
_COUNT = re.compile(r"\d+\s*(?:[^\W\d_]+\s*){1,3}")
_GENERAL = frozenset(" ".join(fold(words) for group in _OF_UNITS["general"] for words in group).split())
_GROUPS = _GENERAL.union(*(fold(words).split() for words in chain(*_OF_UNITS["groups"])))
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


class UnitKnown(Known):
    """The list of units of a campaign."""

    lists_units = True

    def __init__(self) -> None:
        super().__init__(Unit, ("name",), {})


def without_number(unit: Unit) -> Unit:
    """Return a unit whose name is without the number that it was typed behind: ``1. Văn phòng Sở``."""
    mark, name = without_mark(unit.name)
    if not (mark.isdecimal() or roman_value(mark)) or not speaks_of_unit(name):
        return unit
    return unit.model_copy(update={"name": name})


def sums_up(row: Row, name: int) -> bool:
    """Tell whether a row is a total or a reserve: ``Toàn xã``, ``Biên chế dự phòng``, ``Tổng`` beside ``2 trường``."""
    text = fold(_text(row, name))
    if _SUMS.fullmatch(text) or _RESERVES.fullmatch(text):
        return True
    if text and not _COUNT.fullmatch(text):
        return False
    return any(isinstance(cell, str) and special(cell) is Special.TOTAL for cell in row)


def names_group(text: str) -> bool:
    """Tell whether a line names a group of units and none of them: ``KHỐI VĂN PHÒNG SỞ``, ``Các phòng chuyên môn``."""
    words = re.findall(r"[^\W\d_]+", fold(re.sub(r"\(.*?\)", " ", text)))
    return bool(words) and _GROUPS.issuperset(words)


def headed(rows: Sequence[Row], index: int, name: int, number: int | None) -> Kind:
    """Return what a row is that is marked as those are which stand over units: ``I``, ``A``."""
    row, text = rows[index], _text(rows[index], name)
    if not speaks_of_unit(text):
        return Kind.GROUP
    if not _stands_over(rows, index, number):
        return Kind.RECORD
    words = re.findall(r"[^\W\d_]+", fold(re.sub(r"\(.*?\)", " ", text)))
    counted = any(_FIGURE.fullmatch(_text(row, at)) for at in range(len(row)) if at not in (name, number))
    return Kind.PARENT if counted and not _GENERAL.issuperset(words) else Kind.GROUP


def _stands_over(rows: Sequence[Row], index: int, number: int | None) -> bool:
    """Tell whether the next row that has a number has digits for it."""
    if number is None:
        return False
    marks = (mark_alone(_text(rows[at], number)) for at in range(index + 1, len(rows)))
    return next((mark[0].isdecimal() for mark in marks if mark), False)


def _text(row: Row, at: int) -> str:
    cell: Cell = row[at] if at < len(row) else ""
    return clean(cell) if isinstance(cell, str) else str(cell).removesuffix(".0")
