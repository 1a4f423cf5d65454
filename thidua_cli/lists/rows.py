"""The rows of a list: records in blocks that share what is said of them, and every other row accounted for."""

from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.below import is_sex
from thidua_cli.lists.beside import Beside, told_in
from thidua_cli.lists.column_layout import Layout
from thidua_cli.lists.foot import is_numbered
from thidua_cli.lists.header import begins_list
from thidua_cli.lists.kind import Kind
from thidua_cli.lists.known import Known
from thidua_cli.lists.lone_rows import is_kind, kind_said
from thidua_cli.lists.nobody import says_nobody
from thidua_cli.lists.row_kinds import RowKinds
from thidua_cli.lists.samples import announces_samples, samples_below
from thidua_cli.lists.section_lines import (
    Said,
    Word,
    is_chapter,
    is_sign,
    is_title,
    mark_alone,
    meaning,
    not_proposed,
    placed,
    says_something,
    speaks_of_award,
    texts_with_columns,
    without_count,
    without_mark,
)
from thidua_cli.lists.struck import struck_rows
from thidua_cli.lists.surplus import surplus_rows, why_surplus
from thidua_cli.lists.unit_rows import names_group
from thidua_cli.lists.wrapped import WRAPPED, Wraps
from thidua_cli.reading.tables.table import Row, Sheet

SECTION = "section"
"""Why a line is told that speaks for others, and nobody knows how."""
EITHER = "không rõ là một dòng của danh sách, hay là dòng mục của các dòng dưới"
SIGNED = "có lẽ là phần ký tên"
SAMPLES = "không rõ các dòng dưới nó là ví dụ, hay là đề nghị"
BUT_SOMEBODY = "ghi là không có đề nghị, mà có đề nghị ở trên hoặc dưới"
WITHDRAWN = "ghi là đã rút ở cột số thứ tự"
PARENT = "parent"
"""Why a unit is told that stands over others: it is a record all the same."""
BESIDE = "có lẽ là đề nghị, hoặc rút đề nghị, ghi ngoài các cột"
BELOW_FOOT = "dưới phần ký tên"
# Where each row tells these, a line over some units tells no more.
_TOLD_BY_ROWS = ("unit", "award")
_NOT_KNOWN = ("unit", "award", "subject")
_TITLE_LINES = 6
_TOLD = {Kind.PERHAPS_SIGNS: SIGNED, Kind.WITHDRAWN: WITHDRAWN}


class Passed(NamedTuple):
    """A row that is no record though it may be one: its number, from 0, why, and a remedy of its own."""

    row: int
    why: str
    hint: str = ""


@dataclass
class Block:
    """Rows of data that share what is said of them; ``lined`` where a line over others stands right above them."""

    said: dict[str, Word]
    rows: list[int] = field(default_factory=list)
    lined: bool = False


@dataclass
class LeftOut:
    """Rows that a line says are not put forward: what it says, and the rows."""

    line: str
    rows: list[int] = field(default_factory=list)


@dataclass
class Reading:
    """The rows of one list: blocks of records, sections, samples, rows that are told, and where it ends.

    ``sections`` hold what each line says, ``grouped`` no more than which units follow; ``wrapped`` rows are the end of
    the record above them, ``beside`` say nothing of the list, ``nobody`` that it is empty. ``foot`` is the row that
    closes it, ``end`` the first behind it.
    """

    blocks: list[Block] = field(default_factory=list)
    sections: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    samples: list[int] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    wrapped: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    nobody: list[int] = field(default_factory=list)
    grouped: list[int] = field(default_factory=list)
    foot: int | None = None
    end: int = 0


class Rows:
    """Sorts the rows below a head; what section lines say is added to ``said``, for the next list of the sheet too."""

    def __init__(self, sheet: Sheet, layout: Layout, known: Known, said: Said, *, sectioned: bool) -> None:
        self.sheet, self.layout, self.known, self.said = sheet, layout, known, said
        self.kinds = RowKinds(sheet, layout, known, said, sectioned=sectioned)
        self._told = {**_TOLD, Kind.TOLD: self.kinds.why_told}
        self.reading = Reading(end=len(sheet.rows))
        self._block = Block(said.all)
        self._samples_to = -1  # the last row of samples
        self._left_out = LeftOut(said.not_meant) if said.not_meant else None
        self._wraps = Wraps(sheet, layout, known, self.kinds.name, self.kinds.number)
        self._surplus = surplus_rows(sheet, layout)
        self._nobody: list[tuple[int, bool, Block]] = []  # lines that say so, whether records are above, those below
        self._last: tuple[int, int] | None = None  # the record above, and its last row
        self._struck = struck_rows(sheet, layout)

    def read(self) -> Reading:
        """Go through the rows."""
        rows, kinds = self.sheet.rows, self.kinds
        first = next((at for at in range(self.layout.first, len(rows)) if not kinds.numbers(rows[at])), len(rows))
        self.reading.beside += range(self.layout.first, first)
        for index in range(first, len(rows)):
            row = rows[index]
            if kinds.heads(row):
                self.reading.end = index
                break
            if index in self._struck:
                self._strike(index, row)
            elif index in self._surplus:
                self.reading.passed.append(Passed(index, *why_surplus(self.sheet, self.layout, index)))
            elif index not in self._wraps.under_numbers and kinds.is_plain(index):
                self._record(index)
            elif self._take(index, row):
                break
        self._close_empty()
        return self.reading

    def _close_empty(self) -> None:
        """Note the lines that say that there is nobody; one with nominees above or below it is told instead."""
        for index, above, below in self._nobody:
            if above or below.rows:
                self.reading.passed.append(Passed(index, BUT_SOMEBODY))
            else:
                self.reading.nobody.append(index)

    def _strike(self, index: int, row: Row) -> None:
        """Tell a row that is struck; of what one said that stands over others nobody knows whether it still holds."""
        self.reading.passed.append(Passed(index, self._struck[index]))
        if not self.kinds.is_plain(index) and self.kinds.sectioned and self.kinds.kind(index) is Kind.SECTION:
            self.said.lose(mark_alone(self.kinds.mark(row)), _NOT_KNOWN, index, 0)
            self._block = Block(self.said.all, lined=True)

    def _take(self, index: int, row: Row) -> bool:
        """Take a row that is not plainly a record; tell whether the list ends here."""
        if self.kinds.sectioned and self._goes_on(index):
            return False
        kind = self.kinds.kind(index)
        if kind is Kind.RECORD:
            self._record(index)
        elif kind is Kind.PARENT:
            self._record(index)
            self.reading.passed.append(Passed(index, PARENT))
        elif kind in (Kind.END, Kind.PERHAPS_END):
            self._close(index, kind)
            return True
        elif kind in (Kind.SECTION, Kind.DOUBTFUL):
            if self._begins_another(index, row):
                self.reading.end = index
                return True
            self._section(index, row, doubtful=kind is Kind.DOUBTFUL)
        elif kind is Kind.SAMPLE:
            self._sample(index, row)
        elif kind is Kind.GROUP:
            self.reading.sections.append((index, {}))
        elif kind in self._told:
            self.reading.passed.append(Passed(index, self._told[kind]))
        else:
            self.reading.beside.append(index)
        return False

    def _goes_on(self, index: int) -> bool:
        """Put a row that goes on from the record above it into that one; tell whether it does."""
        if self._last is None or self._last[1] != index - 1:
            return False
        record, _ = self._last
        wrap = self._wraps.of(record, index)
        if wrap is None:
            return False
        self._last = record, index
        if wrap.whole is None:
            self.reading.passed.append(Passed(index, WRAPPED))
            return True
        self.sheet.rows[record] = wrap.whole
        self.reading.wrapped.append(index)
        return True

    def _record(self, index: int) -> None:
        self._last = index, index
        if index <= self._samples_to:
            self.reading.samples.append(index)
            return
        if self._left_out:
            if not self._left_out.rows:
                self.reading.left_out.append(self._left_out)
            self._left_out.rows.append(index)
            return
        if not self._block.rows:
            self.reading.blocks.append(self._block)
        self._block.rows.append(index)

    def _sample(self, index: int, row: Row) -> None:
        """Pass over a sample; a line of its own stands over those below that look like samples, if any do."""
        if len(texts_with_columns(row)) > 1 or index <= self._samples_to:
            self.reading.samples.append(index)
            return
        self._samples_to = samples_below(self.sheet, index, self.kinds.name, self.kinds.number)
        if self._samples_to > index or not announces_samples(row):
            self.reading.samples.append(index)
        else:
            self.reading.passed.append(Passed(index, SAMPLES))

    def _begins_another(self, index: int, row: Row) -> bool:
        """Tell whether a line is the title of the next list of the sheet, whose head follows."""
        if not any(is_title(text) for _, text in texts_with_columns(row)):
            return False
        return any(begins_list(other, self.known) for other in self.sheet.rows[index + 1 : index + _TITLE_LINES])

    def _section(self, index: int, row: Row, *, doubtful: bool = False) -> None:
        """Enter a line that speaks for those below; one that is not understood is told, and ends what was said."""
        self._samples_to = -1
        lone = self.kinds.mark(row)
        mark = mark_alone(lone)
        texts = texts_with_columns(row)
        column, text = next((one for one in texts if one[1] != lone or not (mark or is_sign(lone))), texts[0])
        if says_nobody(text):
            above, self._block = bool(self._block.rows), Block(self.said.all, lined=True)
            self._nobody.append((index, above, self._block))
            return
        own_mark, rest = ("", text) if self.known.unit(text) else without_mark(text)  # "P. Kế toán" is no point P
        if not self.known.holds_awards and not self.known.unit(rest) and told_in([Beside(texts)]):
            self.reading.passed.append(Passed(index, BESIDE))
            return
        found = {} if doubtful else self._meaning(rest)
        unsure = self.known.holds_awards and says_something(rest) and not (found or is_chapter(rest))
        not_meant = text if unsure or not_proposed(text) else self.said.not_meant
        self._left_out = LeftOut(not_meant) if not_meant else None
        self.reading.sections.append((index, found))
        if found or is_chapter(rest) or not_proposed(text):
            self.said.take(own_mark or mark, placed(found, index, column) | self._award_beside(index, row, rest))
        elif not doubtful and names_group(rest) and self.layout.held.issuperset(_TOLD_BY_ROWS):
            self.reading.grouped.append(index)
            self.said.lose(own_mark or mark, ("unit",), index, column)
        else:
            self.reading.passed.append(Passed(index, EITHER if doubtful else SECTION))
            speaks_of = "award" if speaks_of_award(rest) and not doubtful else ""
            self.said.lose(own_mark or mark, _NOT_KNOWN, index, column, speaks_of=speaks_of)
        self._block = Block(self.said.all, lined=True)

    def _award_beside(self, index: int, row: Row, text: str) -> dict[str, Word]:
        """Return the award beside a line, in the column of awards; that beside a unit may be its own, and is told."""
        beside = self.kinds.award_beside(row) if self.known.nominates else None
        if beside is None:
            return {}
        if not is_kind(text):
            self.reading.passed.append(Passed(index, EITHER))
        return {"award": Word(beside[1], index, beside[0])}

    def _meaning(self, text: str) -> dict[str, str]:
        """Return what a line says; one of nothing but kinds of people says that all are persons, "Nữ" their sex."""
        if is_sex(plain := without_count(text)):
            return {"gender": plain}
        found = meaning(text, self.known)
        kinds = self.known.nominates and is_kind(text) and not self.known.unit(text)
        return kind_said(text) if kinds and "subject" not in found else found

    def _close(self, index: int, kind: Kind) -> None:
        """End the list, with those who sign right there; a row below its foot that looks like a record is told."""
        rows, reading = self.sheet.rows, self.reading
        # Below posts the council's members may be listed, who look like people who sign.
        reading.end = max(index + 1, self.kinds.signers.end) if self.known.nominates else index + 1
        reading.foot = index
        reading.beside.append(index)
        if kind is Kind.PERHAPS_END:
            reading.passed.append(Passed(index, SIGNED))
        for behind in range(reading.end, len(rows)):
            row = rows[behind]
            if begins_list(row, self.known):
                break
            cells = [row[column] for column in (self.kinds.name, *self.kinds.used) if column < len(row)]
            awarded = any(isinstance(cell, str) and names_award(cell) for cell in cells)
            name, *others = [cell if isinstance(cell, str) else "" for cell in cells] or [""]
            recorded = awarded or self.known.may_be_record(name, others)
            if (is_numbered(row, self.kinds.number) or recorded) and any(chain(cells)):
                reading.passed.append(Passed(behind, BELOW_FOOT))
