"""A column of those who decide the awards beside it: ``Bằng khen`` beside ``Cấp khen: Bộ`` is that of a ministry."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_cli.law.award_catalogue import awards_in, names_award, read_award
from thidua_cli.law.decider_names import can_be, who
from thidua_cli.law.spelt_words import words_of
from thidua_cli.lists.below import Below
from thidua_cli.lists.cells import Refused, text_of
from thidua_cli.lists.column_layout import BY_CELLS, DECIDER, MARK, Column
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.reading.tables.table import Cell
from thidua_cli.vietnamese.text import clean, fold

_HEADINGS = re.compile(rf"\b(?:{any_of(WORDS['decider_headings'])})\b")
_AWARDS = {("award",), (MARK,)}
_MAY_HOLD = ((), ("award",), ("unit",))


def deciders_beside(columns: list[Column], below: Sequence[Below], known: Known) -> list[Column]:
    """Find the columns of deciders: their headings and most of their cells say so, and another one holds the awards."""
    if not known.nominates:
        return columns
    found = [
        column.holds in _MAY_HOLD and _HEADINGS.search(fold(column.heading)) is not None and cells.mostly(_is_decider)
        for column, cells in zip(columns, below, strict=True)
    ]
    named = any(column.holds in _AWARDS for column, decides in zip(columns, found, strict=True) if not decides)
    if not named:
        return columns
    pairs = zip(columns, found, strict=True)
    return [replace(one, holds=(DECIDER,), why=BY_CELLS) if decides else one for one, decides in pairs]


def _is_decider(text: str) -> bool:
    if names_award(text):
        return False
    meant = who(words_of(text))
    return meant.known or meant.is_level


def decided_by(awards: Sequence[Any], heading: str, deciders: Sequence[Cell]) -> list[Any]:
    """Return what cells say of awards with who decides them; refused where one names somebody else.

    ``heading`` is that of the column of ``deciders``.
    """
    pairs = zip(awards, deciders, strict=True)
    return [_joined(award, clean(text_of(cell)), heading) if award else award for award, cell in pairs]


def _joined(award: str, decider: str, heading: str) -> str | Refused:
    if not decider:
        return award
    parts = []
    for part in awards_in(award):
        reading = read_award(part)
        told = reading.who if reading else None
        if told and not told.is_level and not can_be(told, who(words_of(decider))):
            said = f"“{part}”, mà cột “{heading}” ghi “{decider}”"
            return Refused("bad-value", said, "sửa một trong hai ô cho khớp")
        parts.append(f"{part} của {decider}" if told is None or told.is_level else part)
    return "; ".join(parts)
