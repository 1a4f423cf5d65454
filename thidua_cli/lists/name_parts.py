"""One name in two columns or three: "Nguyễn Văn" and "An", "Nguyễn", "Văn" and "An"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from thidua_cli.lists.below import is_sex
from thidua_cli.lists.cells import Refused, text_of
from thidua_cli.lists.column_cells import cells_of
from thidua_cli.lists.column_layout import SURNAME, Layout
from thidua_cli.reading.tables.table import Cell, Sheet
from thidua_cli.vietnamese.person_names import family_first, is_person
from thidua_cli.vietnamese.text import clean, fold

_VOWEL = re.compile("[aeiouy]")
_MOST, _LONGEST_LAST, _LONGEST_FIRST = 0.8, 2, 2
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


def whole_names(sheet: Sheet, layout: Layout, at: int, rows: Sequence[int]) -> list[Cell]:
    """Return the names of rows whose parts stand in several columns, the last one in ``at``."""
    columns = [*(column.at for column in layout.of(SURNAME)), at]
    parts = zip(*(cells_of(sheet, column, rows) for column in columns), strict=True)
    told = [list(map(text_of, row)) for row in parts]
    return [_joined(row, merged=index in sheet.widely_merged) for index, row in zip(rows, told, strict=True)]


def _joined(parts: list[str], *, merged: bool) -> str:
    """Return the parts as one name; merged cells hold the whole of it once more."""
    if merged:
        parts = list(dict.fromkeys(parts))
    return " ".join(filter(None, map(str.strip, parts)))


def lacks_part(sheet: Sheet, layout: Layout, at: int, row: int) -> Refused | None:
    """Return why a row tells but a part of a name; None where it tells all of it, or a name of another kind."""
    cells = sheet.rows[row]
    surnames = [column.at for column in layout.of(SURNAME)]
    first = clean(" ".join(text_of(cells[one]) for one in surnames if one < len(cells)))
    last = clean(text_of(cells[at])) if at < len(cells) else ""
    if not first and last and len(last.split()) == 1:
        return Refused("bad-value", f"“{last[:60]}” không có họ, tên đệm", _WHOLE_IN_ONE)
    if first and not last and len(first.split()) <= _LONGEST_FIRST and family_first(first):
        return Refused("bad-value", f"“{first[:60]}” không có tên", _WHOLE_IN_ONE)
    return None
