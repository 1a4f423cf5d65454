"""What a row is in which nobody is named: a total, the foot, a line over others, or a record that lacks its name."""

import re
from collections.abc import Iterable, Sequence

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.column_layout import OUTSIDE, Layout
from thidua_cli.lists.foot import Special, is_blank, is_numbered, special
from thidua_cli.lists.kind import Kind
from thidua_cli.lists.section_lines import is_sign, texts_with_columns
from thidua_cli.lists.sums import Sums
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.text import clean

PAGE = re.compile(r"trang\s*(?:số\s*)?\d+(?:\s*/\s*\d+)?|\(?tiếp(?: theo)?\)?|(?:chuyển|sang) trang.*", re.IGNORECASE)
"""A turn of the page."""
_DOTS = re.compile(r"[\s.…‥·]+")
_SHORTEST_LINE = 5


class NamelessRows:
    """Tells them apart in one list; ``used`` are its columns beside those of names and of running numbers."""

    def __init__(
        self, sheet: Sheet, layout: Layout, used: Sequence[int], number: int | None, *, sectioned: bool
    ) -> None:
        self._sheet, self._used, self._number, self._sectioned = sheet, used, number, sectioned
        self._name = layout.places[""]
        self._fields = {one.at for one in layout.columns if one.holds and not OUTSIDE.issuperset(one.holds)}
        unsaid = [one.at for one in layout.columns if one.at not in used]
        self._sums = Sums(sheet.rows, layout.first, unsaid)

    def kind(self, index: int) -> Kind:
        """Return what a row is."""
        row = self._sheet.rows[index]
        texts = texts_with_columns(row)
        filled = {column: row[column] for column in self._used if column < len(row) and not is_blank(row[column])}
        if not self._lacks_only_name(row, filled.values()):
            closing = _closing([text for _, text in texts])
            if closing:
                return closing
        if not filled:
            return Kind.SECTION if self._sectioned and self._is_line(index, texts) else Kind.PASSED
        if self._sums.may_be(index):
            return Kind.PASSED if self._sums.at(index) else Kind.TOLD
        if len(set(filled.values())) > 1 and texts:
            return Kind.RECORD
        if self._sectioned and len(texts) == 1 and (len(filled) > 1 or not self._fields.intersection(filled)):
            return Kind.SECTION  # one text, merged over the row
        return Kind.TOLD

    def _lacks_only_name(self, row: Row, beside: Iterable[Cell]) -> bool:
        """Tell whether what stands beside a blank name is that of a record: words behind a number, an award and more.

        Any cell of a record may begin as a total or a foot does: ``Tổng công ty A``, ``tổng kết``, ``Thủ trưởng``.
        """
        words = {cell for cell in beside if isinstance(cell, str) and _is_no_sum(cell)}
        if is_numbered(row, self._number):
            return bool(words)
        return len(words) > 1 and any(map(names_award, words))

    def _is_line(self, index: int, texts: list[tuple[int, str]]) -> bool:
        """Tell whether a row says something of those below it, be it a mark without words; numbers and dots do not."""
        if not texts or (texts[0][0] == self._name and is_sign(texts[0][1])):
            return False
        if len(texts[0][1]) >= _SHORTEST_LINE and not is_sign(texts[0][1]):
            return True
        says = any(not (text.strip(" .)").isdecimal() or _DOTS.fullmatch(text)) for _, text in texts)
        return says and len(texts) == 1 and self._goes_on(index)

    def _goes_on(self, index: int) -> bool:
        """Tell whether somebody is named below a row, before the next line over others."""
        rows = self._sheet.rows[index + 1 :]
        below = next((row for row in rows if any(cell != "" for cell in row)), [])
        cell = below[self._name] if self._name < len(below) else ""
        return not is_blank(cell) and not (isinstance(cell, str) and special(cell))


def _closing(texts: Sequence[str]) -> Kind | None:
    """Return what a row is of which a cell begins as a total, a foot or a turn of the page does."""
    alone = sum(not text[:1].isdecimal() for text in texts) == 1
    for text in texts:
        found = special(text.strip("( "))
        if found is Special.END:
            return Kind.END
        if found is Special.TOTAL or (found and alone) or PAGE.fullmatch(text):
            return Kind.PASSED
    return None


def _is_no_sum(text: str) -> bool:
    """Tell whether a cell is neither a total nor a count: ``Tổng cộng``, ``05 Giấy khen``."""
    return not clean(text)[:1].isdecimal() and special(text) is not Special.TOTAL
