"""The rows behind the last number of a numbered list: people added to it without one, or those who sign below it."""

import re
from collections.abc import Callable
from functools import cached_property

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.below import is_mark, is_sex
from thidua_cli.lists.column_layout import FEMALE, MALE, MARK, WHOM, Layout
from thidua_cli.lists.foot import is_numbered, is_post
from thidua_cli.lists.kind import Kind
from thidua_cli.lists.known import Known
from thidua_cli.lists.lone_rows import is_kind
from thidua_cli.lists.section_lines import (
    is_sign,
    mark_alone,
    meaning,
    speaks_of_unit,
    texts_with_columns,
    without_mark,
)
from thidua_cli.lists.signers import Signed, Signers
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold

_FIGURES = re.compile(r"[\d\s./:-]*\d{2}[\d\s./:-]*")
_MARK_AND_NAME = 2
_TICKED = frozenset((MARK, WHOM, MALE, FEMALE))


class Tail:
    """Tells which rows stand behind the last number of a list, and which of them are borne out as records.

    ``heads`` tells whether another list begins at a row.
    """

    def __init__(
        self, sheet: Sheet, layout: Layout, known: Known, number: int | None, heads: Callable[[Row], bool]
    ) -> None:
        self.sheet, self.layout, self.known, self.number, self.heads = sheet, layout, known, number, heads
        self.name = layout.places[""]

    def holds(self, index: int) -> bool:
        """Tell whether a row stands behind the last number, with no line over others between."""
        return self.number is not None and self.known.nominates and index in self._rows

    @cached_property
    def _rows(self) -> range:
        """The rows behind the last number; none where only some rows of the list are numbered."""
        numbers = [at for at in range(self.layout.first, self._end) if self._is_numbered(at)]
        if not numbers:
            return range(0)
        rows, last = self.sheet.rows, numbers[-1]
        between = set(range(self.layout.first, last)).difference(numbers)
        others = sum(is_person(self._text(rows[at], self.name)) for at in between)
        alone = others > 0 or len(numbers) == 1
        if 2 * others >= len(numbers) or self._numbers_a_line(last, alone=alone):
            return range(0)
        opening = (at for at in range(last + 1, self._end) if self._opens(rows[at]))
        return range(last + 1, next(opening, self._end))

    @cached_property
    def _end(self) -> int:
        """The row in which another list begins, or that behind the last one."""
        rows = self.sheet.rows
        behind = range(self.layout.first, len(rows))
        return next((at for at in behind if not self._is_numbered(at) and self.heads(rows[at])), len(rows))

    def _numbers_a_line(self, at: int, *, alone: bool) -> bool:
        """Tell whether a number is that of a line over the rows below it, and not of a nominee's row."""
        row = self.sheet.rows[at]
        name = self._text(row, self.name)
        filled = sum(cell != "" for cell in row)
        return is_kind(name) or (alone and filled <= _MARK_AND_NAME and not is_person(name))

    def _is_numbered(self, at: int) -> bool:
        """Tell whether something stands for a number: ``3a``, ``-``, or a formula that was never computed."""
        row = self.sheet.rows[at]
        if is_numbered(row, self.number) or (at, self.number) in self.sheet.unread:
            return True
        mark = self._text(row, self.number or 0)
        return is_sign(mark) or any(map(str.isdigit, mark))

    def _opens(self, row: Row) -> bool:
        """Tell whether a row stands over others that nobody numbers: ``II. Cá nhân``, ``Giấy khen``."""
        texts = [text for _, text in texts_with_columns(row)]
        if not texts or is_person(texts[0]):
            return False
        if self.number is not None and mark_alone(self._text(row, self.number)):
            return True
        if len(texts) > 1:
            return False
        said = meaning(texts[0], self.known)
        mark, rest = without_mark(texts[0])
        return (bool(mark) and not is_post(rest)) or is_kind(texts[0]) or not {"award", "subject"}.isdisjoint(said)

    def kind(self, index: int, signers: Signers) -> Kind | None:
        """Return what a row is that stands behind the last number with nothing to bear it out; None for others."""
        if not self.holds(index) or self._is_borne_out(index):
            return None
        surely = signers.at(index, counts=True, behind=True) is Signed.SURELY
        return Kind.END if surely and index >= self._last_borne_out else Kind.PERHAPS_SIGNS

    @cached_property
    def _last_borne_out(self) -> int:
        """The last row behind the last number that is borne out as a record; -1 for none."""
        behind = range(self._end - 1, self._rows.start - 1, -1)
        return next(filter(self._is_borne_out, behind), -1)

    def _is_borne_out(self, index: int) -> bool:
        """Tell whether something beside the name says that a row is a record, as no row of those who sign does."""
        row = self.sheet.rows[index]
        if self._is_named_alike(self._text(row, self.name)):
            return True
        columns = [one for one in self.layout.columns if one.holds and one.at not in (self.name, self.number)]
        if not columns:
            return index < self._people_to  # nothing but names is asked, and nobody's post stands over this one
        return any(self._tells(one.at, one.holds, row[one.at], row) for one in columns if one.at < len(row))

    @cached_property
    def _people_to(self) -> int:
        """The row behind the people who stand right below the last number."""
        rows = self.sheet.rows
        return next((at for at in self._rows if not is_person(self._text(rows[at], self.name))), self._rows.stop)

    def _is_named_alike(self, name: str) -> bool:
        """Tell whether a name is that of a unit of the campaign, or of a collective like a numbered one: Tổ 1, Tổ 2."""
        if self.known.unit(name):
            return True
        first = fold(name).split(" ", 1)[0]
        names = self._typed_above(self.name)
        return self.known.kind_of(name) == "collective" and any(one.split(" ", 1)[0] == first for one in names)

    def _tells(self, at: int, holds: tuple[str, ...], cell: Cell, row: Row) -> bool:
        """Tell whether a cell holds what those of nominees do: an award, a number, a unit that is known."""
        if not isinstance(cell, str):
            return True
        text, name = clean(cell), row[self.name]
        if not text or is_person(text) or cell == name:
            return False
        if names_award(text) or _FIGURES.fullmatch(text) or is_sex(text):
            return True
        if not _TICKED.isdisjoint(holds):
            return is_mark(text)
        if "unit" in holds and (self.known.unit(text) or (speaks_of_unit(text) and is_person(clean(str(name))))):
            return True
        return not is_post(text) and fold(text) in self._typed_above(at)

    def _typed_above(self, at: int) -> frozenset[str]:
        """Return what numbered rows have in a column."""
        if at not in self._above:
            rows = self.sheet.rows[self.layout.first : self._rows.start]
            cells = {row[at] for row in rows if at < len(row) and is_numbered(row, self.number)}
            self._above[at] = frozenset(fold(clean(cell)) for cell in cells if isinstance(cell, str))
        return self._above[at]

    @cached_property
    def _above(self) -> dict[int, frozenset[str]]:
        return {}

    def _text(self, row: Row, at: int) -> str:
        cell = row[at] if at < len(row) else ""
        return clean(cell) if isinstance(cell, str) else ""
