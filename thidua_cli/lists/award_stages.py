"""Columns of awards of several stages: registered at the start of the year, put forward, decided by a council.

Only what is put forward is counted. What was registered is not; what a council decided must be the same, row by row.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, TypeAlias

from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.law.award_catalogue import read_award
from thidua_cli.lists.column_layout import MARK, PASSED, Column, Layout
from thidua_cli.lists.known import WORDS
from thidua_cli.reading.tables.table import Sheet, fault_at
from thidua_cli.vietnamese.text import fold

Awards: TypeAlias = tuple[Column, list[Any]]
"""A column of awards, and what it says in each row."""
Tell: TypeAlias = Callable[[Column, Column, list[str], int], None]
"""Takes two columns that differ, what each says, and the place of the row."""

REGISTERED, PROPOSED, DECIDED = "registered", "proposed", "decided"
_OWN = "own"
_OWN_WORDS = tuple(map(fold, WORDS["award_stages"][_OWN]))
_REGISTERED = tuple(map(fold, WORDS["award_stages"][REGISTERED]))
_DECIDED = tuple(map(fold, chain(*WORDS["award_stages"][DECIDED])))
_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SIGNS = re.compile(r"[\W_]+")
# "(ghi rõ cấp duyệt)" says how the column is filled in, "(Hội đồng thông qua)" of which stage it is.
_ASKS = re.compile(r"\b(?:ghi|rõ|nếu|theo|ví dụ|vd|hoặc|kèm)\b")
_MOST_WORDS = 5
_KINDS = ("danh hieu", "hinh thuc")


def stage_of(heading: str) -> str:
    """Return of which stage a column of awards is, as its heading tells."""
    remarks = [remark for remark in _REMARK.findall(heading) if not _ASKS.search(remark.casefold())]
    short = [remark for remark in remarks if len(remark.split()) <= _MOST_WORDS]
    words = " ".join(["", *_SIGNS.split(fold(" ".join([_REMARK.sub(" ", heading), *short]))), ""])
    if any(f" {one} " in words for one in _OWN_WORDS):
        return _OWN
    if any(f" {one} " in words for one in _REGISTERED):
        return REGISTERED
    if any(f" {one} " in words for one in _DECIDED):
        return DECIDED
    return PROPOSED


def one_stage(sheet: Sheet, layout: Layout, headings: Sequence[str]) -> None:
    """Pass over what was registered where another column is of a later stage, and mark what was decided.

    ``headings`` are the whole headings of the columns, those of their groups too.
    """
    stages = {
        column.at: stage_of(heading)
        for column, heading in zip(layout.columns, headings, strict=True)
        if column.holds in (("award",), (MARK,))
    }
    if len(set(stages.values())) < 2:
        return
    stages = _beside_own(stages)
    whole = dict(zip((column.at for column in layout.columns), headings, strict=True))
    layout.faults += _not_counted(sheet, layout, stages, whole)
    found = []
    for column in layout.columns:
        stage = stages.get(column.at)
        if stage == REGISTERED:
            found.append(replace(column, holds=(PASSED,)))
        else:
            found.append(replace(column, decided=stage == DECIDED and PROPOSED in stages.values()))
    layout.columns = found


def _beside_own(stages: dict[int, str]) -> dict[int, str]:
    """Return the stages where nominees put themselves forward in one column, and others do it in another.

    What others say must be the same where nobody decided; else what the nominees say was but registered.
    """
    others = set(stages.values()) - {_OWN, REGISTERED}
    meant = {_OWN: PROPOSED}
    if others == {PROPOSED}:
        meant[PROPOSED] = DECIDED
    elif PROPOSED in others:
        meant[_OWN] = REGISTERED
    own = _OWN in stages.values()
    return {at: meant.get(stage, stage) for at, stage in stages.items()} if own else stages


def _not_counted(sheet: Sheet, layout: Layout, stages: dict[int, str], whole: dict[int, str]) -> Iterator[Diagnostic]:
    """Tell of each heading of what was registered; where it is of another kind than the rest, it may be meant."""
    later = [whole[at] for at, stage in stages.items() if stage != REGISTERED]
    registered = (whole[at] for at, stage in stages.items() if stage == REGISTERED)
    places = {whole[at]: at for at in reversed(stages)}
    for heading in dict.fromkeys(registered):
        message = f"cột “{heading[:60]}” không tính là đề nghị: đã có cột “{later[0][:60]}”"
        hint = "nếu đây cũng là đề nghị thì bỏ chữ “đăng ký” ở tên cột"
        fault = fault_at(sheet.spot(layout.header, places[heading]), "duplicate-column", message, hint)
        if _kinds(heading) and not any(_kinds(heading) & _kinds(other) for other in later if _kinds(other)):
            layout.doubtful = True
            yield replace(fault, severity=Severity.WARNING)
        else:
            yield replace(fault, severity=Severity.NOTE)


def _kinds(heading: str) -> set[str]:
    return {kind for kind in _KINDS if kind in fold(heading)}


def put_forward(awards: list[Awards], tell: Tell) -> list[tuple[int, list[Any]]]:
    """Return what is put forward, by column; of a row in which a council decided otherwise nobody knows what counts."""
    proposed = [one for one in awards if not one[0].decided]
    decided = [one for one in awards if one[0].decided and any(one[1])]
    if not decided or not proposed:
        return [(column.at, typed) for column, typed in awards if column not in _blank(awards)]
    for place in range(len(decided[0][1])):
        ours, theirs = _said(proposed, place), _said(decided, place)
        if _meanings(ours) != _meanings(theirs):
            said = ["; ".join(texts) or "(trống)" for texts in (ours, theirs)]
            tell(proposed[0][0], decided[0][0], said, place)
            for _, typed in proposed:
                typed[place] = None
    return [(column.at, typed) for column, typed in proposed]


def _blank(awards: list[Awards]) -> list[Column]:
    return [column for column, typed in awards if column.decided and not any(typed)]


def _said(awards: list[Awards], place: int) -> list[str]:
    return [str(typed[place]) for _, typed in awards if typed[place] is not None]


def _meanings(texts: Sequence[str]) -> set[object]:
    """Return what texts on awards mean, so that an abbreviation and the full name are one."""
    return {meaning_of_award(text) for text in texts}


def meaning_of_award(text: str) -> object:
    """Return what a text on an award means, the words behind its name too."""
    reading = read_award(text)
    return (reading.meanings, fold(" ".join(word.text for word in reading.rest))) if reading else fold(text)
