"""Columns in which a council, or whoever appraised the list, answers row by row: "Đồng ý", "Không đạt".

Who was refused is not put forward. Who has no answer that is understood may be, or not: nobody knows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, TypeAlias

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.below import Below, is_mark, says_none
from thidua_cli.lists.cells import text_of
from thidua_cli.lists.column_cells import cells_of
from thidua_cli.lists.column_layout import ANSWER, BY_CELLS, PASSED, Column, Layout
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.reading.tables.table import Row, Sheet, fault_at
from thidua_cli.vietnamese.text import clean, fold

_WORDS = WORDS["answers"]
_YES = frozenset(map(fold, chain(*_WORDS["yes"])))
_NO = re.compile(rf"(?:{any_of(_WORDS['no'])})\b")
_NOT = re.compile(rf"(?:{any_of(_WORDS['not'])})\s+(?:duoc\s+|du\s+)?(?:{'|'.join(sorted(_YES))})\b")
_SHORT = {"co": True, "khong": False, "loai": False}
_HEADS = re.compile(rf"\b(?:{any_of(_WORDS['headings'])})\b")
_OF_OTHERS = re.compile(rf"\b(?:{any_of(_WORDS['of_others'])})\b")
_COUNT = re.compile(r"\(.*?\)|\[.*?\]|\b[0-9]+(?:\s*/\s*[0-9]+)?(?:\s*phieu|\s*%)?|[.,;:!*-]+")
# "Loại 1" is a class, "loại" and "loại (2/9)" are refusals.
_CLASS = re.compile(r"\bloai\s+(?:[a-d]|[ivx]+|[0-9]{1,2}(?!\s*(?:/|phieu|%)))(?![^\W_])")
_PARTED = re.compile(r"[,;\n]|\s-\s")
_MAY_HOLD = ((), ("agree",), ("award",), ("note",), (PASSED,), ("rating",), ("achievement",))
_FEWEST = 0.5

Told: TypeAlias = tuple[int, str]
"""A column, and what stands in it."""


class Answers(NamedTuple):
    """The places of rows that are refused, and of those of which nobody knows, with the cell that says so."""

    refused: dict[int, Told]
    unclear: dict[int, Told]


def answer(text: str) -> bool | None:
    """Return whether a text agrees or refuses; None where it says something else."""
    folded = fold(text)
    if _CLASS.search(folded):
        return None
    parts = [" ".join(_COUNT.sub(" ", part).split()) for part in _PARTED.split(folded)]
    said = [_part(part) for part in parts if part]
    if False in said:
        return False
    return True if said and all(said) else None


def _part(folded: str) -> bool | None:
    if folded in _YES:
        return True
    if _NO.match(folded) or _NOT.match(folded):
        return False
    return _SHORT.get(folded)


def of_others(heading: str) -> bool:
    """Tell whether what stands below a heading passes or fails somebody's work, and not the proposal: ``Sáng kiến``."""
    return _OF_OTHERS.search(fold(heading)) is not None


def refuses(text: str) -> bool:
    """Tell whether a remark refuses and says no more than that: ``Hội đồng`` may have said so."""
    return fold(text) not in _SHORT and answer(text) is False


def answers_in(columns: list[Column], headings: Sequence[str], below: Sequence[Below], known: Known) -> list[Column]:
    """Find the columns of answers: both their headings and most of their cells say so; numbers are votes."""
    if not known.nominates:
        return columns
    found = []
    for column, heading, cells in zip(columns, headings, below, strict=True):
        if column.holds not in _MAY_HOLD or names_award(column.heading):
            found.append(column)
        elif _answers(fold(heading), cells):
            found.append(replace(column, holds=(ANSWER,), why=BY_CELLS))
        elif column.holds != ("award",) and _decides(fold(heading), cells):
            found.append(replace(column, holds=("award",), why=BY_CELLS))
        else:
            found.append(column)
    return found


def _decides(heading: str, cells: Below) -> bool:
    """Tell whether each cell is the award that a council came to, or what it says of one: ``LĐTT``, ``Không đạt``."""
    if not _HEADS.search(heading) or _OF_OTHERS.search(heading) or not cells.any(names_award):
        return False
    if heading_answer(heading) is False:
        return False
    return all(names_award(text) or answer(text) is not None for text in cells.cells)


def _answers(heading: str, cells: Below) -> bool:
    if cells.blank or not _HEADS.search(heading) or _OF_OTHERS.search(heading):
        return False
    if cells.any(names_award) or cells.any(str.isdecimal):
        return False
    if cells.ticks and heading_answer(heading) is not None:
        return True
    said = [fold(text) for text in cells.cells]
    # "Không" below "Ý kiến" may say that there is none.
    shortly = heading_answer(heading) is not None
    clear = [text for text in said if answer(text) is not None and (shortly or text not in _SHORT)]
    return len(clear) >= _FEWEST * len(said)


def heading_answer(heading: str) -> bool | None:
    """Return what a tick below a heading says: that somebody passed, or that he did not; None where it says nothing."""
    folded = fold(heading)
    if _NOT.search(folded) or _NO.search(folded):
        return False
    words = f" {folded} "
    return True if any(f" {word} " in words for word in _YES) else None


def may_answer(heading: str) -> bool:
    """Tell whether a column that is not read may be the answer of a council."""
    folded = fold(heading)
    return bool(re.search(r"\b(?:hoi dong|tham dinh|thong qua|xet duyet)\b", folded)) and not _OF_OTHERS.search(folded)


def read_answers(columns: Sequence[Column], rows: Sequence[Row]) -> Answers:
    """Return what the columns of answers say of some rows; one that refuses goes before all others."""
    answers = Answers({}, {})
    agreed: set[int] = set()
    for column in columns:
        ticked = heading_answer(column.heading)
        for place, cell in enumerate(cells_of(rows, column.at)):
            text = clean(text_of(cell))
            agrees = _said(text, ticked=ticked)
            if agrees:
                agreed.add(place)
            elif agrees is False:
                answers.refused.setdefault(place, (column.at, text))
            elif text and not (ticked is False and says_none(text)):
                answers.unclear.setdefault(place, (column.at, text))
    # Where some are told that they passed, whoever is told nothing waits.
    for place in range(len(rows) if agreed else 0):
        if place not in agreed and place not in answers.refused:
            answers.unclear.setdefault(place, (columns[0].at, ""))
    return answers


def _said(text: str, *, ticked: bool | None) -> bool | None:
    """Return what a cell says; a mark says what its heading does."""
    if ticked is False and says_none(text):
        return None
    if is_mark(text) and ticked is not None:
        return ticked
    return answer(text)


def told_answers(sheet: Sheet, layout: Layout, answers: Answers, rows: Sequence[int]) -> Iterator[Diagnostic]:
    """Yield what is to be told of rows that are not counted."""
    headings = {column.at: column.heading[:60] for column in layout.columns}
    for place, (at, text) in answers.refused.items():
        message = f"cột “{headings[at]}” ghi “{text[:60]}”: không tính dòng này"
        hint = "không được thông qua thì xóa cả dòng; vẫn đề nghị thì sửa ô này"
        yield fault_at(sheet.spot(rows[place], at), "struck-out", message, hint)
    for place, (at, text) in answers.unclear.items():
        if place in answers.refused:
            continue
        message = f"cột “{headings[at]}” ghi “{text[:60] or '(trống)'}”, chưa rõ có thông qua không: chưa tính dòng này"
        hint = "ghi rõ, ví dụ “Đạt” hoặc “Không đạt”"
        yield fault_at(sheet.spot(rows[place], at), "bad-value", message, hint)
