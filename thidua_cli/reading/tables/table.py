"""Tables that users keep in Excel or CSV: sheets of rows as typed, and the place of every cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from typing import TypeAlias

from thidua_cli.findings.about import About, RecordKey, Spot
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.reading.origin import Origin

Cell: TypeAlias = str | int | float | bool | date | time | timedelta
Row: TypeAlias = list[Cell]
Unread: TypeAlias = dict[tuple[int, int], str]
"""Cells (row and column from 0) that have no value: a formula never computed (blank) or an error such as ``#N/A``."""

Area: TypeAlias = tuple[int, int, int, int]
"""Merged cells: top, left, bottom, right, counted from 0, all of them within."""

_STEP = re.compile(r"[.\[]")
SKIPPED_TEXT = "text-skipped"
MAX_CELLS = 8_000_000
"""The most cells of a file, over all its sheets."""


@dataclass(eq=False)
class Sheet:
    """One sheet; an empty cell is the empty text, and the values of merged cells stand in each row of the merge."""

    file: str
    name: str | None
    rows: list[Row]
    hidden: bool = False
    unread: Unread = field(default_factory=dict)
    typed: bool = True
    """Whether cells know numbers from texts; those of CSV and of Word do not."""
    sign: str = ""
    """The sign that parts the cells, where the file is a text."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows that are hidden, by hand or by a filter; rows and columns count from 0, none lies beyond ``rows``."""
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    """Rows of which all that is filled is struck through; a number, such as the running one, may be left as it is."""
    struck_cells: frozenset[tuple[int, int]] = frozenset()
    """Filled cells (row and column) that are struck through from end to end."""
    partly_struck: frozenset[tuple[int, int]] = frozenset()
    """Filled cells of which some text is struck through, and some is not."""
    merges: tuple[Area, ...] = ()
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    """The words of notes that hang on cells (row and column); blank where they cannot be read."""
    boxes: tuple[str, ...] = ()
    """The words of text boxes and other shapes that lie over the sheet."""
    refused: set[tuple[int, int]] = field(default_factory=set)
    """Cells (row and column) that hold what their column does not take, each told by whoever read the sheet."""

    @cached_property
    def widely_merged(self) -> set[int]:
        """Rows in which one text may stand in several cells."""
        wide = [(top, bottom) for top, left, bottom, right in self.merges if right > left]
        return {row for top, bottom in wide for row in range(top, bottom + 1)}

    def spot(self, row: int, column: int) -> Spot:
        """Return the place of a cell, counted from 0."""
        return Spot(self.file, sheet=self.name, cell=f"{letters(column)}{row + 1}", record=self.key(row))

    def is_prose(self, _row: int) -> bool:
        """Tell whether a row, which is counted from 0, is a paragraph above the table and no row of it."""
        return False

    @property
    def is_table(self) -> bool:
        """Whether it is a table within a text, and no sheet."""
        return False

    @property
    def called(self) -> str:
        """What a message calls it."""
        return f"trang “{self.name}”"

    def number(self, row: int) -> int:
        """Return the number by which whoever opens the file finds a row, which is counted from 0."""
        return row + 1

    def key(self, row: int, part: int = 0) -> RecordKey:
        """Return what tells a record of a row, counted from 0, from every other; a row may hold several."""
        return RecordKey(self.file, f"{row + 1}/{part}" if part else row + 1, self.name)


@dataclass(slots=True, eq=False)
class TableRow(Origin):
    """The origin of a record: a row of a sheet, with the column of each field (``""``: of the row as a whole).

    ``part`` tells apart the records of one row. ``said`` are the cells (row and column) of what a line above the row,
    or a title, says for it; ``lost`` the fields of which one says something that nobody understands.
    """

    sheet: Sheet
    row: int
    columns: Mapping[str, int]
    part: int = 0
    said: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    @property
    def key(self) -> RecordKey:  # noqa: D102
        return self.sheet.key(self.row, self.part)

    def spot(self, field: str = "") -> Spot:
        """Return the cell of a field (``facts.thu_nhap``, ``prior[0]``); of the row where the field has no column."""
        columns, name = self.columns, _STEP.split(field, maxsplit=1)[0]
        column = columns.get(field, columns.get(name))
        if name in self.said and (column is None or self._is_blank(column)):
            return self.sheet.spot(*self.said[name])
        return self.sheet.spot(self.row, columns[""] if column is None else column)

    def _is_blank(self, column: int) -> bool:
        row = self.sheet.rows[self.row]
        return column >= len(row) or row[column] == ""

    def left_unread(self, field: str) -> bool:
        """Tell whether the cell of a field was told: it has no value, or one that its column does not take.

        Where the row leaves it blank, the line above that says it may have been told.
        """
        column = self.columns.get(field, -1)
        place = self.row, column
        if place in self.sheet.unread or place in self.sheet.refused:
            return True
        if column >= 0 and not self._is_blank(column):
            return False
        return field in self.lost or self.said.get(field) in self.sheet.refused


@dataclass
class Table:
    """A file of tables; ``lines`` is its text, if it has lines; ``prose`` are paragraphs that stand at no table."""

    file: str
    sheets: list[Sheet] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    prose: list[tuple[Spot, Row]] = field(default_factory=list)


def fault_at(spot: Spot, code: str, message: str, hint: str = "", who: str = "") -> Diagnostic:
    """Return a finding of reading at a cell; ``who`` is the name in its row."""
    return Diagnostic.at(spot, code, severity_of(code), message, hint, about=About(who, spot.record))


def letters(column: int) -> str:
    """Return the name of a column, counted from 0: 0 is ``A``, 27 is ``AB``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
