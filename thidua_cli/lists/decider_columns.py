"""A column of those who decide the awards beside it: ``Bằng khen`` beside ``Cấp khen: Bộ`` is that of a ministry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from thidua_cli.law.award_catalogue import awards_in, names_award, read_award
from thidua_cli.law.decider_names import can_be, who
from thidua_cli.law.spelt_words import words_of
from thidua_cli.lists.award_stages import Awards
from thidua_cli.lists.below import Below
from thidua_cli.lists.cells import Refused, text_of
from thidua_cli.lists.column_cells import cells_of
from thidua_cli.lists.column_layout import BY_CELLS, DECIDER, MARK, Column
from thidua_cli.lists.ditto import DITTO, read_ditto
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.reading.tables.table import Cell, Row
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold
from thidua_cli.vietnamese.whole_texts import WholeTexts

_HEADINGS = re.compile(rf"\b(?:{any_of(WORDS['decider_headings'])})\b")
_WHOEVER = WholeTexts(WORDS["whoever_decides"])
_AWARDS = {("award",), (MARK,)}
_MAY_HOLD = ((), ("award",), ("unit",))


def heads_deciders(heading: str) -> bool:
    """Tell whether a heading speaks of who decides: ``Cấp khen thưởng``, ``Thẩm quyền``."""
    return _HEADINGS.search(fold(heading)) is not None


def deciders_beside(columns: list[Column], below: Sequence[Below], known: Known) -> list[Column]:
    """Find the columns of deciders: their headings and some of their cells say so, and another one holds the awards."""
    if not known.nominates:
        return columns
    found = [
        column.holds in _MAY_HOLD
        and heads_deciders(column.heading)
        and cells.any(_is_decider)
        and not cells.any(names_award)
        for column, cells in zip(columns, below, strict=True)
    ]
    if not any(column.holds in _AWARDS for column, decides in zip(columns, found, strict=True) if not decides):
        return columns
    pairs = zip(columns, found, strict=True)
    return [replace(one, holds=(DECIDER,), why=BY_CELLS) if decides else one for one, decides in pairs]


def _is_decider(text: str) -> bool:
    meant = who(words_of(text))
    return meant.known or meant.is_level


def tells_nobody(text: str) -> bool:
    """Tell whether a cell names no office: it is blank, ``theo thẩm quyền``, or the name of somebody who signs."""
    return not text or text in _WHOEVER or is_person(text)


def with_deciders(named: list[Awards], deciders: Sequence[Column], rows: Sequence[Row]) -> list[Awards]:
    """Return what columns say of awards with who decides them; a value is refused where one names somebody else."""
    for decider in deciders:
        cells = list(_repeated(cells_of(rows, decider.at)))
        beside = _beside(decider, [column for column, _ in named])
        named = [
            (column, _all_joined(awards, cells, decider.heading)) if column in beside else (column, awards)
            for column, awards in named
        ]
    return named


def _beside(decider: Column, columns: Sequence[Column]) -> list[Column]:
    """Return the columns of awards of which one of deciders tells: all that are ticked, else the one next to it."""
    written = [column for column in columns if column.holds == ("award",)]
    if not written:
        return list(columns)
    return [min(written, key=lambda one: (abs(one.at - decider.at), one.at > decider.at))]


def _repeated(deciders: Sequence[Cell]) -> Iterator[str]:
    above = ""
    for cell in deciders:
        text = clean(text_of(cell))
        above = above if read_ditto(text) is DITTO else text
        yield above


def _all_joined(awards: Sequence[Any], deciders: Sequence[str], heading: str) -> list[Any]:
    pairs = zip(awards, deciders, strict=True)
    return [_joined(award, decider, heading) if award else award for award, decider in pairs]


def _joined(award: str, decider: str, heading: str) -> str | Refused:
    if tells_nobody(decider):
        return award
    if not _is_decider(decider):
        said = f"cột “{heading}” ghi “{decider[:40]}”: chưa rõ ai quyết định"
        return Refused("bad-value", said, "ghi chức vụ hoặc cơ quan")
    parts = []
    for part in awards_in(award):
        reading = read_award(part)
        told = reading.who if reading else None
        if told and not told.is_level and not can_be(told, who(words_of(decider))):
            said = f"“{part}”, mà cột “{heading}” ghi “{decider}”"
            return Refused("bad-value", said, "sửa một trong hai ô cho khớp")
        parts.append(f"{part} của {decider}" if told is None or told.is_level else part)
    return "; ".join(parts)
