"""Cells beside names and notes that take their row out: ``CV (rút)``, ``P.A - không xét``, ``rút hồ sơ`` anywhere.

In an award book they tell that an award is not held: ``đã thu hồi``, ``Không đạt``.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.answers import of_others, refuses
from thidua_cli.lists.column_cells import cells_of, rows_of
from thidua_cli.lists.column_layout import Column, Layout
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.lists.own_words import WITHDRAWN_REMARKS, remarks, says_withdrawn
from thidua_cli.lists.told import no_longer_held, withdrawn_row
from thidua_cli.model.register import RegisterEntry
from thidua_cli.reading.tables.table import Sheet
from thidua_cli.vietnamese.text import clean, fold

Test: TypeAlias = Callable[[str], bool]
_SHORT = frozenset(("position", "unit", "subject", "group", "year"))
_NAMING = frozenset(("name", "award"))
_TAIL = 70  # letters at the end of a long text in which a refusal may stand
_CLAUSES = re.compile(r"[,;.\n()\[\]:–—]|\s-\s")
_REFUSALS = (*WORDS["not_proposed"], *WORDS["withdrawn_phrases"])
_BEHIND = rf"(?:\s(?:{any_of(WORDS['behind_refusals'])}|20[0-9]{{2}}))*"
_WHOLE = re.compile(rf"(?:(?:.*\b(?:nen|do do|vi vay) )|de nghi |xin )?(?:{any_of(_REFUSALS)}){_BEHIND}")
_MAY_END = re.compile(rf"\b(?:{any_of((*_REFUSALS, WORDS['withdrawn_remarks']))})\b")
# "Khoa Y tế dự phòng" is a unit, "Đảng viên dự bị" somebody's standing.
_NOT_ALONE = re.compile(rf"\b(?:{any_of(WORDS['no_refusals_in_names'])})\b")
_WAITS = re.compile(rf"(?:{any_of(WORDS['waits'])})\b")
_NOT_HELD = re.compile(rf"\b(?:{any_of(WORDS['not_held'])})\b")


def refusing_cells(
    sheet: Sheet, layout: Layout, rows: Sequence[int], known: Known
) -> dict[int, tuple[int, Diagnostic]]:
    """Return the column of the cell that takes a row out, and what is told of it, by the place of the row."""
    found: dict[int, tuple[int, Diagnostic]] = {}
    whole = rows_of(sheet, rows)
    tell = withdrawn_row if known.nominates else no_longer_held
    for column in layout.columns:
        test = _test_of(column, layout, known)
        if test is None:
            continue
        cells = cells_of(whole, column.at)
        said = {cell for cell in set(cells) if isinstance(cell, str) and cell and test(cell)}
        if not said:
            continue
        for place in (place for place, cell in enumerate(cells) if cell in said):
            spot = sheet.spot(rows[place], column.at)
            found.setdefault(place, (column.at, tell(spot, clean(str(cells[place])))))
    return found


def _test_of(column: Column, layout: Layout, known: Known) -> Test | None:
    """Return what tells whether a cell of a column takes its row out; None where no cell of it does."""
    held = set(column.holds)
    if known.nominates:
        return _of_nominations(column, held, layout)
    if known.model is not RegisterEntry:
        return None
    if not held or held & {"note", "decision"}:
        return _tells_not_held
    return _remarks_not_held if held & {"name", "unit", "award"} else None


def _of_nominations(column: Column, held: set[str], layout: Layout) -> Test | None:
    if not held:
        return None if of_others(column.heading) else _as_note
    if held & _NAMING:  # beside another column of awards, that of this one may be put forward all the same
        return _in_remark if len(layout.of("award")) < 2 else None
    if held & _SHORT:
        return _shortly
    tests: dict[str, Test] = {"achievement": _at_end, "rating": _in_rating}
    return tests.get(next(iter(held)))


@lru_cache(maxsize=1 << 12)
def _as_note(text: str) -> bool:
    """Tell whether a cell of which nobody knows what it is refuses as a note does, or at its end."""
    if len(text) > _TAIL:
        return _at_end(text)
    return refuses(text) or (says_withdrawn(text) and _WAITS.match(fold(text)) is None)


@lru_cache(maxsize=1 << 14)
def _shortly(text: str) -> bool:
    return _in_remark(text) or (says_withdrawn(text) and _NOT_ALONE.search(fold(text)) is None)


def _in_rating(text: str) -> bool:
    """Tell whether the cell of a rating refuses: who is rated ``Không đạt`` is put forward all the same."""
    return _shortly(text) and not fold(text).startswith("khong dat")


@lru_cache(maxsize=1 << 14)
def _in_remark(text: str) -> bool:
    """Tell whether what stands behind a name in brackets, or behind a dash, refuses."""
    return any(says_withdrawn(part) and not _NOT_ALONE.search(f"- {fold(part)}") for part in remarks(text))


@lru_cache(maxsize=1 << 14)
def _at_end(text: str) -> bool:
    """Tell whether a long text is a refusal, or ends with one: no ``không xét nâng lương``, no ``rút kinh nghiệm``."""
    tail = text[-_TAIL:]
    folded = fold(tail)
    if not _MAY_END.search(folded):
        return False
    clauses = [part for part in (part.strip(" -") for part in _CLAUSES.split(tail)) if part]
    if not clauses or (len(clauses) == 1 and len(text) > _TAIL):
        return False
    return _WHOLE.fullmatch(fold(clauses[-1])) is not None or clauses[-1] in WITHDRAWN_REMARKS


@lru_cache(maxsize=1 << 12)
def _tells_not_held(text: str) -> bool:
    said = text.strip(" .:;!()-")
    return _NOT_HELD.search(fold(said)) is not None or said in WITHDRAWN_REMARKS or refuses(text)


def _remarks_not_held(text: str) -> bool:
    return any(map(_tells_not_held, remarks(text)))
