"""Columns headed by a kind of unit: "Lớp", "Đội", "Tổ/Nhóm". The units of the campaign tell whether they hold one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from thidua_cli.lists.below import Below
from thidua_cli.lists.column_layout import BY_CELLS, Column
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.section_lines import speaks_of_unit
from thidua_cli.vietnamese.text import fold

_KINDS = frozenset(map(fold, chain(*WORDS["units"], *WORDS["kinds_of_units"])))
_PARTS = re.compile(r"[^\w\s]+|\bvà\b|\bhoặc\b|\bhay\b", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:tên|thuộc)\s+", re.IGNORECASE)


def kinds_in(heading: str) -> tuple[str, ...]:
    """Return the kinds of units that a heading names, and nothing beside: ``Tổ`` and ``Nhóm`` of ``Tổ/Nhóm``."""
    parts = [_BEFORE.sub("", part.strip()) for part in _PARTS.split(heading)]
    found = tuple(part for part in parts if part)
    return found if all(fold(part) in _KINDS for part in found) else ()


def units_by_kind(columns: list[Column], below: Sequence[Below], known: Known) -> list[Column]:
    """Read columns headed by kinds as units where their cells are units of the campaign; else, they are a question.

    ``10A1`` below ``Lớp`` may be the unit ``Lớp 10A1``. What looks like no name of a unit at all, and is none, is
    not taken for one while the campaign says which there are.
    """
    if not known.units or "unit" not in known.model.model_fields:
        return columns
    headed = any("unit" in column.holds and not kinds_in(column.heading) for column in columns)
    named = any("name" in column.holds for column in columns)
    found = []
    for column, cells in zip(columns, below, strict=True):
        kinds = kinds_in(column.heading) if column.holds in ((), ("unit",)) else ()
        if kinds and _are_units(cells, kinds, known) and not (headed and not column.holds):
            found.append(replace(column, holds=("unit",), kinds=kinds, why=column.why if column.holds else BY_CELLS))
        elif kinds and column.holds and named and not _may_be_units(cells, kinds, known):
            found.append(replace(column, holds=()))
        else:
            found.append(column)
    return found


def _are_units(cells: Below, kinds: tuple[str, ...], known: Known) -> bool:
    return cells.mostly(lambda text: known.unit_of(kinds, text) is not None)


def _may_be_units(cells: Below, kinds: tuple[str, ...], known: Known) -> bool:
    return cells.blank or cells.any(lambda text: speaks_of_unit(text) or known.unit_of(kinds, text) is not None)
