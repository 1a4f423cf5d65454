"""One name in two columns or three: "Nguyễn Văn" and "An", "Nguyễn", "Văn" and "An"."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from thidua_cli.lists.below import is_sex
from thidua_cli.lists.cells import Refused, text_of
from thidua_cli.lists.column_cells import cells_of, rows_of
from thidua_cli.lists.column_layout import SURNAME, Layout
from thidua_cli.lists.ditto import DITTO, read_ditto
from thidua_cli.lists.known import may_be_person
from thidua_cli.reading.tables.table import Cell, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold

_VOWEL = re.compile("[aeiouy]")
_MOST, _LONGEST_LAST, _LONGEST_FIRST = 0.8, 2, 2
_WITHIN = ("van", "thi")  # no name ends with these, nor begins
_WHOLE_IN_ONE = "ghi đủ họ tên vào hai cột, hoặc ghi cả họ tên vào một cột"


class Pair(NamedTuple):
    """What two columns side by side hold in one row."""

    first: str
    last: str


def complete_each_other(pairs: Sequence[Pair], *, headed: bool) -> bool:
    """Tell whether two columns are surely the parts of one name.

    ``headed`` tells whether the second is headed as names are. Where it is not, only first parts that lack a name
    tell that it is one.
    """
    if not may_complete_each_other(pairs, headed=headed):
        return False
    filled = _filled(pairs)
    lacking = sum(len(pair.first.split()) <= _LONGEST_FIRST for pair in filled)
    return headed or lacking >= _MOST * len(filled)


def may_complete_each_other(pairs: Sequence[Pair], *, headed: bool = False) -> bool:
    """Tell whether two columns may be the parts of one name: most of their rows are a name when put together.

    Sexes are none, nor is what most rows have in common (``Kinh``) where nothing heads it.
    """
    filled = _filled(pairs)
    if not filled or all(is_sex(pair.last) for pair in filled):
        return False
    differ = 2 * len({pair.last for pair in filled}) > len(filled)
    return (headed or differ) and sum(map(_is_one_name, filled)) >= _MOST * len(filled)


def _filled(pairs: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair.first and pair.last and pair.first != pair.last]


def _is_one_name(pair: Pair) -> bool:
    if f" {pair.first}".endswith(f" {pair.last}"):
        return False  # the last word once more
    alone = len(pair.first.split()) == 1
    if not alone and (is_person(pair.last) or len(pair.last.split()) > _LONGEST_LAST):
        return False
    # "TP" and "PTP" behind names that are no capitals are posts.
    capitals = pair.last.isupper() and not pair.first.isupper() and len(pair.last) > 1
    spoken = all(_VOWEL.search(fold(word)) for word in pair.last.split())
    return spoken and not capitals and is_person(f"{pair.first} {pair.last}")


class Whole(NamedTuple):
    """Names put together of their parts; why some are refused, by the place of the row: not all of them is told."""

    names: list[Cell]
    refused: dict[int, Refused]


def whole_names(sheet: Sheet, layout: Layout, at: int, rows: Sequence[int]) -> Whole:
    """Return the names of rows of one block whose parts stand in several columns, the last one in ``at``."""
    columns = [*(column.at for column in layout.of(SURNAME)), at]
    found = rows_of(sheet, rows)
    parts = [_repeated([text_of(cell).strip() for cell in cells_of(found, column)]) for column in columns]
    told = [list(row) for row in zip(*parts, strict=True)]
    names: list[Cell] = [
        _joined(row, merged=index in sheet.widely_merged) for index, row in zip(rows, told, strict=True)
    ]
    return Whole(names, _lacking([Pair(_joined(row[:-1], merged=False), row[-1]) for row in told]))


def _repeated(texts: list[str]) -> list[str]:
    """Return the parts in one column with those that "nt" repeats in its place; one that repeats nothing stays."""
    dittos = {text for text in set(texts) if read_ditto(text) is DITTO}
    for place, text in enumerate(texts if dittos else ()):
        if place and text in dittos:
            texts[place] = texts[place - 1] or text
    return texts


def _joined(parts: list[str], *, merged: bool) -> str:
    """Return the parts as one name; merged cells hold the whole of it once more."""
    if merged:
        parts = list(dict.fromkeys(parts))
    return " ".join(filter(None, parts))


def _lacking(pairs: Sequence[Pair]) -> dict[int, Refused]:
    """Return why rows tell but a part of a name; none of those that tell all of it, or a name of another kind."""
    refused = {}
    repeats = {text for text in set(chain(*pairs)) if read_ditto(text)}
    for place, pair in enumerate(pairs):
        said = next((text for text in pair if text in repeats), "") if repeats else ""
        if said and any(pair):
            refused[place] = Refused("bad-value", f"“{said[:60]}” không rõ lặp lại ô nào", _WHOLE_IN_ONE)
    alone = [place for place, pair in enumerate(pairs) if bool(pair.first) != bool(pair.last)]
    if not alone:
        return refused
    both = [pair for pair in pairs if pair.first and pair.last]
    longest = [max((len(parts[at].split()) for parts in both), default=0) for at in (0, 1)]
    for place in alone:
        if place not in refused and (why := _lacks(pairs[place], *longest)):
            refused[place] = why
    return refused


def _lacks(pair: Pair, longest_first: int, longest_last: int) -> Refused | None:
    """Return why the one filled part is no whole name: one that is longer than such parts of other rows is.

    Names that are no person's are whole, too.
    """
    text = clean(pair.first or pair.last)
    words = text.split()
    if not may_be_person(text):
        return None
    if pair.last:
        whole = len(words) > longest_last and (is_person(text) or len(words) > _LONGEST_LAST)
        if whole and fold(words[0]) not in _WITHIN:
            return None
        return Refused("bad-value", f"“{text[:60]}” không có họ, tên đệm", _WHOLE_IN_ONE)
    if len(words) > max(longest_first, _LONGEST_FIRST) and fold(words[-1]) not in _WITHIN:
        return None
    return Refused("bad-value", f"“{text[:60]}” không có tên", _WHOLE_IN_ONE)
