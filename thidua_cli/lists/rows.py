"""Which rows of a list are records: a row is a record, a line over others, a head, a foot, or it is told."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.column_layout import NUMBER, SURNAME, Layout
from thidua_cli.lists.foot import SUSPECT, is_numbered, is_post, may_sign, of_signers, special
from thidua_cli.lists.header import is_header, is_numbering
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.section_lines import Said, Word, mark_alone, meaning, placed, texts_with_columns, without_mark
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold, is_clean

_NOBODY = frozenset(map(fold, WORDS["nobody"]))
_SAMPLE = re.compile(rf"\W*(?:{'|'.join(WORDS['sample'])})\s*(?:[:.)\d-]|$)", re.IGNORECASE)
SECTION = "section"
"""Why a line is told that speaks for others, and nobody knows how."""
_NOTHING_SAID = ("unit", "award", "subject")


class Passed(NamedTuple):
    """A row that is no record though it may be one: its number, from 0, and why."""

    row: int
    why: str


@dataclass
class Block:
    """Rows of data that share what is said of them."""

    said: dict[str, Word]
    rows: list[int] = field(default_factory=list)


@dataclass
class Reading:
    """The rows of one list: blocks of records, sections, rows that are told, and where it ends.

    ``sections`` hold what each line says, nothing where it is not understood. ``end`` is the first row behind the
    list, ``foot`` those of its totals and signatures.
    """

    blocks: list[Block] = field(default_factory=list)
    sections: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    samples: list[int] = field(default_factory=list)
    end: int = 0


class Rows:
    """Sorts the rows below a head; ``sectioned`` lists have lines such as ``I. Tập thể`` or ``1. Phòng A``.

    What these lines say is added to ``said``: the last ones may stand over the next list of the sheet.
    """

    def __init__(self, sheet: Sheet, layout: Layout, known: Known, said: Said, *, sectioned: bool) -> None:
        self.sheet, self.layout, self.known, self.said, self.sectioned = sheet, layout, known, said, sectioned
        self.name = layout.places[""]
        names = {column.at for column in (*layout.of("name"), *layout.of(SURNAME))}
        self.others_of_name = tuple(sorted(names - {self.name}))
        numbers = layout.of(NUMBER)
        self.number = numbers[0].at if numbers else None
        self.used = tuple(one.at for one in layout.columns if one.at not in names and one.at != self.number)
        self.reading = Reading(end=len(sheet.rows))
        self._block = Block(said.all)

    def read(self) -> Reading:
        """Go through the rows."""
        rows, usual = self.sheet.rows, self.known.usual
        for index in range(self.layout.first, len(rows)):
            row = rows[index]
            if not usual.isdisjoint(row) and self._is_next_header(row):
                self.reading.end = index
                break
            if self._is_plain(row):
                self._record(index)
            elif self._take(index, row):
                break
        return self.reading

    def _is_plain(self, row: Row) -> bool:
        """Tell quickly whether a row is a record like most: a name, and something beside it."""
        cell = row[self.name] if self.name < len(row) else ""
        if not isinstance(cell, str) or len(cell) < 2 or cell[0] in " \t\n\xa0" or SUSPECT.match(cell):
            return False
        return self._has_more(row, cell) and not self._is_said(row, cell)

    def _is_said(self, row: Row, cell: str) -> bool:
        """Tell whether a row may be a foot or a section all the same: it has no number where others have one."""
        if self.number is None:
            return is_post(cell)
        mark = row[self.number] if self.number < len(row) else ""
        if isinstance(mark, str) and not mark.isdecimal():
            return mark != "" or not is_person(cell)
        return False

    def _has_more(self, row: Row, cell: Cell) -> bool:
        return any(row[column] != "" and row[column] != cell for column in self.used if column < len(row))

    def _take(self, index: int, row: Row) -> bool:
        """Take a row that is not plainly a record; tell whether the list ends here."""
        kind = self._kind(index, row)
        if kind == "record":
            self._record(index)
        elif kind == "end":
            self._close(index)
            return True
        elif kind == "section":
            self._section(index, row)
        elif kind == "sample":
            self.reading.samples.append(index)
        elif kind == "group":
            self.reading.sections.append((index, {}))
        elif kind:
            self.reading.passed.append(Passed(index, kind))
        return False

    @cached_property
    def _counts(self) -> bool:
        """Whether rows are numbered by digits."""
        return any(is_numbered(row, self.number) for row in self.sheet.rows[self.layout.first :])

    def _record(self, index: int) -> None:
        if not self._block.rows:
            self.reading.blocks.append(self._block)
        self._block.rows.append(index)

    def _is_next_header(self, row: Row) -> bool:
        """Tell whether another list begins here; a record may say "Cá nhân" and "CSTĐCS", but it has a name."""
        cell = row[self.name] if self.name < len(row) else ""
        if not isinstance(cell, str):
            return False
        return (not cell.strip() or self.known.field(cell) is not None) and is_header(row, self.known)

    def _kind(self, index: int, row: Row) -> str:
        """Return what a row is: ``record``, ``section``, ``sample``, ``end``; why it is told; nothing when blank."""
        cell = row[self.name] if self.name < len(row) else ""
        cell = next((row[at] for at in self.others_of_name if at < len(row) and cell == ""), cell)
        if not isinstance(cell, str):
            return "" if is_numbering(row) else "record"
        text = cell if is_clean(cell) else clean(cell)
        if is_numbering(row) and any(not isinstance(one, str) or one for one in row):
            return ""
        if _is_sample(text) or _is_sample(self._mark(row)):
            return "sample"
        if of_signers(row) and self._is_signed(index):
            return "end"
        if not text.strip():
            return self._nameless(row)
        if found := special(text):
            return "" if found == "total" else found
        if fold(text) in _NOBODY:
            return ""
        if self._is_headed(row, text):
            return "section" if self.sectioned else "group"
        if self._has_more(row, cell) or not self.sectioned:
            return "record"
        return self._lone(index, row, text)

    def _is_headed(self, row: Row, text: str) -> bool:
        """Tell whether a row is a section, with sums beside it or nothing: it is marked I or A, others by digits."""
        mark = mark_alone(self._mark(row))
        if not mark or mark[0].isdecimal() or is_person(text) or not self._counts:
            return False
        others = (row[column] for column in self.used if column < len(row) and row[column] != row[self.name])
        return all(not isinstance(cell, str) or not cell.strip() or cell.strip().isdecimal() for cell in others)

    def _mark(self, row: Row) -> str:
        """Return what stands in the column of running numbers."""
        if self.number is None or self.number >= len(row):
            return ""
        cell = row[self.number]
        return clean(cell) if isinstance(cell, str) else str(cell).removesuffix(".0")

    def _nameless(self, row: Row) -> str:
        for cell in row:
            if isinstance(cell, str) and cell and (found := special(cell)):
                return "" if found == "total" else found
        texts = texts_with_columns(row)
        filled = {row[column] for column in self.used if column < len(row) and not _is_blank(row[column])}
        if not filled:
            return "section" if self.sectioned and texts and len(texts[0][1]) > 4 else ""
        if len(filled) > 1 and texts:
            return "record"
        return "section" if self.sectioned and len(texts) == 1 else "ô tên để trống"

    def _lone(self, index: int, row: Row, text: str) -> str:
        """Return what a row with nothing but a name is: somebody, a line over others, or one to be told."""
        mark = self._mark(row)
        merged = bool(mark) and mark == text
        own_mark, rest = without_mark(text)
        if merged or own_mark or (mark and mark_alone(mark) and not mark[0].isdecimal()):
            return "section"
        if mark:
            return "section" if self._opens(index, text) else "record"
        if self.known.unit(text) or (not is_person(text) and meaning(rest, self.known)):
            return "section"
        if is_person(text) and not text.isupper():
            return "record"
        return "record" if is_person(text) and not meaning(text, self.known) else "section"

    def _opens(self, index: int, text: str) -> bool:
        """Tell whether a numbered unit stands over nominees: those behind it are numbered anew, or as its own."""
        if is_person(text) or "unit" not in meaning(text, self.known):
            return False
        behind = self.sheet.rows[index + 1] if index + 1 < len(self.sheet.rows) else []
        after, own = self._mark(behind), self._mark(self.sheet.rows[index])
        return after in ("1", "-", "+", "a", "a)") or after.startswith(f"{own.rstrip('.')}.")

    def _section(self, index: int, row: Row) -> None:
        """Enter a line that speaks for those below; one that is not understood is told, and ends what was said."""
        mark = mark_alone(self._mark(row))
        texts = texts_with_columns(row)
        lone = self._mark(row)
        column, text = next((one for one in texts if one[1] != lone or not mark), texts[0])
        own_mark, rest = without_mark(text)
        found = meaning(rest, self.known)
        self.reading.sections.append((index, found))
        if found:
            self.said.take(own_mark or mark, placed(found, index, column))
        else:
            self.reading.passed.append(Passed(index, SECTION))
            silent = {name: Word("", index, column) for name in self.said.inner if name in _NOTHING_SAID}
            self.said.take(own_mark or mark, silent)
        self._block = Block(self.said.all)

    def _is_signed(self, index: int) -> bool:
        """Tell whether nothing but signatures follows, up to the end or to the next head."""
        rows = self.sheet.rows
        for behind in range(index, len(rows)):
            if not self.known.usual.isdisjoint(rows[behind]) and is_header(rows[behind], self.known):
                break
            if not may_sign(rows[behind], self.number):
                return False
        return True

    def _close(self, index: int) -> None:
        """End the list; a row below its foot that looks like a record is told."""
        rows, reading = self.sheet.rows, self.reading
        reading.end = index + 1
        for behind in range(index + 1, len(rows)):
            row = rows[behind]
            if not self.known.usual.isdisjoint(row) and is_header(row, self.known):
                break
            cells = [row[column] for column in (self.name, *self.used) if column < len(row)]
            awarded = any(isinstance(cell, str) and names_award(cell) for cell in cells)
            if (is_numbered(row, self.number) or awarded) and any(chain(cells)):
                reading.passed.append(Passed(behind, "dưới phần ký tên"))


def _is_sample(text: str) -> bool:
    return _SAMPLE.match(text) is not None


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not clean(cell)
