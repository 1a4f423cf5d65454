"""A row that goes on in the next one: "Nguyễn Văn" with its number and award, below it nothing but "An"."""

from itertools import chain
from typing import NamedTuple

from thidua_cli.law.award_catalogue import read_award
from thidua_cli.lists.column_layout import OUTSIDE, Column, Layout
from thidua_cli.lists.foot import is_blank, is_post, special
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.section_lines import is_chapter, meaning, not_proposed, speaks_of_unit, without_mark
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.person_names import family_first, is_person
from thidua_cli.vietnamese.text import clean, fold

WRAPPED = "không rõ là phần tiếp của hàng trên, hay là một đề nghị khác"
_FREE = frozenset(("position", "achievement", "note", "dossier"))
_MIDDLE = "thị "
_USUAL_WORDS = 4
_ENDS = frozenset(map(fold, (*WORDS["ends"], *WORDS["nobody"])))


class Wrap(NamedTuple):
    """What becomes of a row that goes on from the one above: the row that both are, or nothing where it is told."""

    whole: Row | None


class Wraps:
    """Tells of a list which rows go on from the one above them."""

    def __init__(self, sheet: Sheet, layout: Layout, known: Known, name: int, number: int | None) -> None:
        self.sheet, self.layout, self.known, self.name, self.number = sheet, layout, known, name, number
        self._tall = [area for area in sheet.merges if area[2] > area[0]]
        ours = [area for area in self._tall if number is not None and area[1] <= number <= area[3]]
        self.under_numbers = frozenset(chain(*(range(top + 1, bottom + 1) for top, _, bottom, _ in ours)))
        """Rows whose number is merged with that of the row above them."""

    def of(self, record: int, index: int) -> Wrap | None:
        """Return what becomes of a row that may go on from a record above it; None where it is one of its own."""
        above, row = self.sheet.rows[record], [self._own(index, at) for at in range(len(self.sheet.rows[index]))]
        if self.layout.parted or (self.number is not None and not is_blank(_at(row, self.number))):
            return None
        upper, lower = _at(above, self.name), _at(row, self.name)
        if not isinstance(upper, str) or not isinstance(lower, str) or not self._goes_on(clean(upper), clean(lower)):
            return None
        beside = [at for at, cell in enumerate(row) if at not in (self.name, self.number) and not is_blank(cell)]
        if beside and self.number is None:
            return None
        if not all(self._is_whole(at, _joined(_at(above, at), row[at])) for at in beside):
            return Wrap(None)
        whole = [*above, *[""] * (len(row) - len(above))]
        for at in (self.name, *beside):
            whole[at] = _joined(_at(above, at), row[at])
        return Wrap(whole)

    def _own(self, index: int, at: int) -> Cell:
        """Return what a row says itself: what is merged with the rows above it is said there."""
        covered = any(top < index <= bottom and left <= at <= right for top, left, bottom, right in self._tall)
        return "" if covered else self.sheet.rows[index][at]

    def _goes_on(self, upper: str, lower: str) -> bool:
        """Tell whether a text is surely no name and no line of its own, but the end of the name above it."""
        if not upper or not lower or self._is_line(lower):
            return False
        both = f"{upper} {lower}"
        if self.known.unit(both):
            return not self.known.unit(upper)
        if lower.casefold().startswith(_MIDDLE):
            return not speaks_of_unit(upper)
        if not family_first(upper) or not is_person(both):
            return lower[0].islower() and not is_person(upper)
        if upper.isupper() != lower.isupper() and len(lower) > 1:
            return False
        if len(upper.split()) == 1:
            return True
        return not is_person(lower) and len(both.split()) <= _USUAL_WORDS

    def _is_line(self, text: str) -> bool:
        """Tell whether a text may be a line over others, the post of a signer, or a remark."""
        if not_proposed(text) or text[0] in "(*-+" or without_mark(text)[0] or fold(text) in _ENDS:
            return True
        if special(text) or is_post(text):
            return True
        if len(text.split()) == 1:
            return bool(self.known.unit(text))
        return bool(is_chapter(text) or speaks_of_unit(text) or meaning(text, self.known))

    def _is_whole(self, at: int, text: str) -> bool:
        """Tell whether the text of another cell, put together, is what its column holds."""
        column = next((one for one in self.layout.columns if one.at == at), Column(at, ""))
        if not column.holds or OUTSIDE.issuperset(column.holds) or _FREE.issuperset(column.holds):
            return True
        if column.holds == ("award",):
            return bool(read_award(text))
        return column.holds == ("unit",) and bool(self.known.unit(text))


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _joined(upper: Cell, lower: Cell) -> str:
    return f"{'' if is_blank(upper) else upper} {lower}".strip()
