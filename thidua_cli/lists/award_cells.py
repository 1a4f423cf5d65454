"""What cells below the names of awards, or below two columns of awards, say: that it is this one, or none."""

from collections.abc import Sequence
from typing import Any

from thidua_cli.law.award_catalogue import read_award
from thidua_cli.lists.award_stages import Awards, meaning_of_award
from thidua_cli.lists.below import NO_MARKS, is_mark, says_none
from thidua_cli.lists.cells import text_of
from thidua_cli.lists.column_layout import Column
from thidua_cli.lists.known import WORDS
from thidua_cli.reading.tables.table import Cell
from thidua_cli.vietnamese.text import clean
from thidua_cli.vietnamese.whole_texts import WholeTexts

_NONE = WholeTexts((*WORDS["nobody"], "–", "—", "/", "không xét"))


def same_award(text: str, heading: str) -> bool:
    """Tell whether a cell says the award of its heading once more."""
    return read_award(text) is not None and meaning_of_award(text) == meaning_of_award(heading)


def said_by_marks(column: Column, cells: Sequence[Cell]) -> list[Cell]:
    """Return what marks in a column stand for; cells in words say it themselves."""
    found: list[Cell] = []
    for cell in cells:
        text = clean(text_of(cell)) if cell != "" else ""
        if not text or says_none(text):
            found.append("")
        else:
            found.append(column.says if is_mark(text) else cell)
    return found


def without_no(awards: list[Awards]) -> list[Awards]:
    """Leave out the cells that say "none" where other columns of awards stand beside them."""
    if len(awards) < 2:
        return awards
    return [(column, [_or_none(value) for value in typed]) for column, typed in awards]


def _or_none(value: Any) -> Any:
    return None if isinstance(value, str) and (value in NO_MARKS or value in _NONE) else value
