"""What a row of a list is: a record, a line over others, a sample, the foot; or why it is told."""

import re
from functools import cached_property, lru_cache

from thidua_cli.law.award_catalogue import read_award
from thidua_cli.lists.column_layout import NUMBER, Layout
from thidua_cli.lists.foot import TO_FILL_IN, Special, is_blank, is_numbered, is_post, is_suspect, special
from thidua_cli.lists.header import begins_list, is_numbering
from thidua_cli.lists.kind import Kind
from thidua_cli.lists.known import Known
from thidua_cli.lists.lone_rows import Lone, LoneRows, is_kind, names_collective
from thidua_cli.lists.nameless_rows import PAGE, NamelessRows
from thidua_cli.lists.nobody import names_nobody, says_nobody
from thidua_cli.lists.number_cells import kind_by_number
from thidua_cli.lists.numbering import numbers_each
from thidua_cli.lists.samples import may_be_sample
from thidua_cli.lists.section_lines import (
    Said,
    is_title,
    mark_alone,
    meaning,
    without_mark,
)
from thidua_cli.lists.signers import Signed, Signers
from thidua_cli.lists.sums import is_total
from thidua_cli.lists.tail import Tail
from thidua_cli.lists.unit_rows import headed, sums_up
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, is_clean

_FIGURES = re.compile(r"(?:\d+(?:[.,/]\d+)?\s*%?)?")
_REMARK = re.compile(r"\(.*\)")
WITHOUT_NAME, WITHOUT_ID = "ô tên để trống", "ô tên và ô mã để trống"


class RowKinds:
    """Tells what the rows below one head are; ``sectioned`` lists have lines such as ``I. Tập thể``.

    ``said`` is what lines and titles above a row say; whoever goes through the rows keeps it up to date.
    """

    def __init__(self, sheet: Sheet, layout: Layout, known: Known, said: Said, *, sectioned: bool) -> None:
        self.sheet, self.layout, self.known, self.sectioned = sheet, layout, known, sectioned
        self.name = layout.places[""]
        names = {column.at for column in layout.naming}
        self.others_of_name = tuple(sorted(names - {self.name}))
        numbers = layout.of(NUMBER)
        self.number = numbers[0].at if numbers else None
        self.tail = Tail(sheet, layout, known, self.number if sectioned else None, self.heads)
        self.signers = Signers(sheet, known, self.name, self.number)
        self._lones = LoneRows(sheet, known, said, self.name, self.number)
        # An id may be a number: where one may stand for the name, a row numbers each column, or is a record.
        self.why_told = WITHOUT_ID if layout.called_otherwise else WITHOUT_NAME
        self._headed = [one.at for one in layout.columns if one.heading and layout.called_otherwise]
        self.used = tuple(one.at for one in layout.columns if one.at not in names and one.at != self.number)
        self._nameless = NamelessRows(sheet, layout, self.used, self.number, sectioned=sectioned)

    def is_plain(self, index: int) -> bool:
        """Tell quickly whether a row is a record like most: a name, and something beside it."""
        row = self.sheet.rows[index]
        cell = row[self.name] if self.name < len(row) else ""
        if not isinstance(cell, str) or _may_be_line(cell) or (self.known.lists_units and sums_up(row, self.name)):
            return False
        return self._has_more(index, cell) and not self._is_suspect(index, row, cell)

    def _is_suspect(self, index: int, row: Row, cell: str) -> bool:
        """Tell whether a row may be a foot or a section all the same: it has no number where others have one."""
        if self.number is None:
            return is_post(cell) or may_be_sample(cell) or cell.isupper()
        mark = row[self.number] if self.number < len(row) else ""
        if isinstance(mark, str) and not mark.isdecimal():
            return mark != "" or cell.isupper() or not is_person(cell) or self.tail.holds(index)
        return "(" in cell and may_be_sample(cell)

    def _has_more(self, index: int, cell: Cell) -> bool:
        row = self.sheet.rows[index]
        merged = index in self.sheet.widely_merged
        for column in self.used:
            if column < len(row) and row[column] != "" and not (merged and row[column] == cell):
                return True
        return False

    def heads(self, row: Row) -> bool:
        """Tell whether another list begins here; a record may say "Cá nhân" and "CSTĐCS", but it has a name."""
        if not begins_list(row, self.known):
            return False
        cell = row[self.name] if self.name < len(row) else ""
        return isinstance(cell, str) and (not cell.strip() or self.known.field(cell) is not None)

    def kind(self, index: int) -> Kind:
        """Return what a row is."""
        row = self.sheet.rows[index]
        cell = row[self.name] if self.name < len(row) else ""
        cell = next((row[at] for at in self.others_of_name if at < len(row) and cell == ""), cell)
        if self._numbers_again(row) or is_total(self.mark(row), cell):
            return Kind.PASSED
        if not isinstance(cell, str):
            return Kind.RECORD
        text = cell if is_clean(cell) else clean(cell)
        if found := self._said_by_number(row) or self._sample(row, text) or self._sum_of_units(row):
            return found
        if signed := self.signers.at(index, counts=self._counts):
            return Kind.END if signed is Signed.SURELY else Kind.PERHAPS_END
        if not text.strip() or TO_FILL_IN.fullmatch(text):
            return self._nameless.kind(index)
        if summed := special(text):
            return self._summed(row, summed)
        if names_nobody(text) or PAGE.fullmatch(text):
            return Kind.PASSED
        if self.known.nominates and says_nobody(text) and not self._has_more(index, cell):
            return Kind.SECTION
        if line := self.tail.kind(index, self.signers) or self._line(index, row, text):
            return line
        return Kind.RECORD if self._has_more(index, cell) else self._lone(index, row, text)

    def numbers(self, row: Row) -> bool:
        """Tell whether a row right below the headings only numbers the columns."""
        return numbers_each(row, self._headed)

    def _numbers_again(self, row: Row) -> bool:
        """Tell whether a row numbers the columns, below a turn of the page too."""
        return is_numbering(row) and (not self._headed or self.numbers(row))

    def _said_by_number(self, row: Row) -> Kind | None:
        """Return what a row is that has a foot or "rút" for a number; None for others."""
        return kind_by_number(self.mark(row), row, self.name, self.number) if self.known.nominates else None

    def _sample(self, row: Row, text: str) -> Kind | None:
        """Return what a row is that shows how a form is filled in, or tells so in brackets; None for others."""
        if may_be_sample(text) or may_be_sample(self.mark(row)):
            return Kind.SAMPLE
        if not text or not _REMARK.fullmatch(text):
            return None
        if special(text.strip("( ")) or names_nobody(text):
            return Kind.PASSED  # "(Danh sách này có 02 người)", "(Không)"
        awarded = any(isinstance(one, str) and read_award(one) for one in row)
        return Kind.TOLD if awarded else Kind.SAMPLE  # "(Có danh sách kèm theo)" stands for somebody

    def _sum_of_units(self, row: Row) -> Kind | None:
        return Kind.PASSED if self.known.lists_units and sums_up(row, self.name) else None

    def _summed(self, row: Row, found: Special) -> Kind:
        """Return what a row is that begins like a total: one that names a unit has nothing but sums beside it."""
        if found is Special.END:
            return Kind.END
        if found is Special.TOTAL or self._only_numbers(row):
            return Kind.PASSED
        return Kind.RECORD

    def _only_numbers(self, row: Row) -> bool:
        others = [row[column] for column in self.used if column < len(row) and row[column] != row[self.name]]
        texts = [cell.strip() for cell in others if isinstance(cell, str)]
        return all(map(_FIGURES.fullmatch, texts)) and not is_numbered(row, self.number)

    def _is_headed(self, row: Row, text: str) -> bool:
        """Tell whether a row is a section, with sums beside it or nothing: it is marked I or A, others by digits."""
        return self._is_marked(row, text) and self._only_numbers(row)

    def _is_marked(self, row: Row, text: str) -> bool:
        mark = mark_alone(self.mark(row))
        return bool(mark) and not mark[0].isdecimal() and not is_person(text) and self._counts

    def _line(self, index: int, row: Row, text: str) -> Kind | None:
        """Return what a row is that stands over others though something may be beside it; None for others."""
        if self.sectioned and self.known.nominates and is_kind(text) and not self.known.unit(text):
            return self._kind_line(index, row, text)
        if self.known.lists_units and self._is_headed(row, text):
            return headed(self.sheet.rows, index, self.name, self.number)
        if self._is_headed(row, text) or self._is_line_beside(index, text):
            return Kind.SECTION if self.sectioned else Kind.GROUP
        return None

    def _kind_line(self, index: int, row: Row, text: str) -> Kind:
        """Return what a row is that names kinds of nominees: a line, unless something is beside it as beside a name."""
        columns = (*self.layout.of("unit"), *self.layout.of("position"))
        cells = [row[one.at] for one in columns if one.at < len(row) and row[one.at] != row[self.name]]
        beside = any(isinstance(cell, str) and not (is_blank(cell) or _FIGURES.fullmatch(cell)) for cell in cells)
        whole = names_collective(text)  # "Tập thể cán bộ, giáo viên" of a unit
        if beside:
            return Kind.RECORD if whole else Kind.DOUBTFUL
        # Numbered as nominees are, with an award as the one below it has: it may be a nominee that lacks its name.
        below = self.sheet.rows[index + 1 : index + 2]
        counted = is_numbered(row, self.number) and all(map(self.award_beside, below))
        return Kind.DOUBTFUL if (whole or counted) and self.award_beside(row) else Kind.SECTION

    def _is_line_beside(self, index: int, text: str) -> bool:
        """Tell whether a section has nothing but an award beside it, and rows with numbers of their own below it."""
        row, rows = self.sheet.rows[index], self.sheet.rows
        if not (self.sectioned and self.known.nominates):
            return False
        if not self._is_marked(row, text) or self.award_beside(row) is None:
            return False
        filled = [at for at in self.used if at < len(row) and not is_blank(row[at])]
        return len(filled) == 1 and index + 1 < len(rows) and is_numbered(rows[index + 1], self.number)

    def award_beside(self, row: Row) -> tuple[int, str] | None:
        """Return the award that a row names in the column of awards, with that column; None where there is none."""
        cells = [(one.at, row[one.at]) for one in self.layout.of("award") if one.at < len(row)]
        found = [(at, clean(cell)) for at, cell in cells if isinstance(cell, str) and read_award(clean(cell))]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _counts(self) -> bool:
        """Whether rows are numbered by digits."""
        rows = self.sheet.rows
        return any(is_numbered(rows[index], self.number) for index in range(self.layout.first, len(rows)))

    def mark(self, row: Row) -> str:
        """Return what stands in the column of running numbers."""
        if self.number is None or self.number >= len(row):
            return ""
        cell = row[self.number]
        return clean(cell) if isinstance(cell, str) else str(cell).removesuffix(".0")

    def _lone(self, index: int, row: Row, text: str) -> Kind:
        """Return what a row with nothing but a name is: somebody, a line over others, or one to be told."""
        if not self.sectioned:  # among units that are numbered, a name alone without a number may stand over them
            return Kind.DOUBTFUL if self._counts and not self.mark(row) else Kind.RECORD
        mark = self.mark(row)
        own_mark, rest = without_mark(text)
        lone = mark_alone(mark)
        if mark == text or own_mark or (lone and not lone[0].isdecimal()):
            return self._unit_alone(index, rest, own_mark or lone)
        if mark:
            return Kind.SECTION if self._opens(index, text) else Kind.RECORD
        if is_person(text) and not (self.known.unit(text) or is_title(text)):
            return Kind.SECTION if text.isupper() and meaning(rest, self.known) else Kind.RECORD
        return self._unit_alone(index, text, "")

    def _unit_alone(self, index: int, text: str, mark: str) -> Kind:
        """Return what a line is that may be a collective with nothing beside it."""
        if not self.known.nominates:
            return Kind.SECTION
        found = {Lone.NOMINEE: Kind.RECORD, Lone.LINE: Kind.SECTION, Lone.EITHER: Kind.DOUBTFUL}
        return found[self._lones.of(index, text, mark)]

    def _opens(self, index: int, text: str) -> bool:
        """Tell whether a numbered line stands over nominees: those behind it are numbered anew, as its own, or not."""
        if is_person(text) or not {"unit", "award"}.intersection(meaning(text, self.known)):
            return False
        rows = self.sheet.rows
        behind = rows[index + 1] if index + 1 < len(rows) else []
        after, own = self.mark(behind), self.mark(rows[index])
        if not after:
            name = behind[self.name] if self.name < len(behind) else ""
            return isinstance(name, str) and is_person(name)
        opens = after in ("1", "-", "+", "a", "a)") and (after != own or own == "1")
        return opens or after.startswith(f"{own.rstrip('.')}.")


_BEFORE = (" ", "\t", "\n", "\xa0", "(")


@lru_cache(maxsize=1 << 16)  # asked of every name
def _may_be_line(cell: str) -> bool:
    """Tell whether what stands in the column of names is nothing, or may be something else than a name."""
    return not cell or cell.startswith(_BEFORE) or is_suspect(cell) or is_kind(cell)
