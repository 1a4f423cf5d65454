"""What a workbook says of a sheet beside its cells: hidden and struck rows, merges, cells without value."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from thidua_cli.reading.tables.merged_cells import Corner, fill_merged, within
from thidua_cli.reading.tables.table import Area, Cell, Row, Sheet, Unread
from thidua_cli.vietnamese.amounts import percent

# What spreadsheets show in place of a value, also where it was copied or saved as text: #N/A, #REF!, ####, Err:502;
# and Word in place of a field: "Error! Reference source not found."
_ERROR = re.compile(
    r"#(?:N/A|GETTING_DATA|[A-Z][A-Z0-9_/]{1,15}[!?]|#{2,})|(?:Err|Lỗi):[0-9]{3}|(?:Error|Lỗi)!(?:\s.*)?"
)
_TEXT_FORMULA = re.compile(r'\s*="((?:[^"]|"")*)"\s*')
_MOST_SPREAD = 100_000  # cells of one merge; larger ones are no work of hands


@dataclass
class Traits:
    """Collected by a reader, in rows and columns from 0, before the cells are known.

    ``hidden_columns`` are first and last of each range; ``percents`` the cells that show their numbers in per cent;
    ``checks_texts`` tells whether a text among the cells may be an error that was saved as text,
    ``checks_formulas`` whether one may be the formula of a text.
    """

    unread: Unread = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    struck_cells: set[Corner] = field(default_factory=set)
    percents: set[Corner] = field(default_factory=set)
    partly_struck: set[Corner] = field(default_factory=set)
    merges: list[tuple[Corner, Corner]] = field(default_factory=list)
    checks_texts: bool = True
    checks_formulas: bool = True
    notes: dict[Corner, str] = field(default_factory=dict)
    boxes: list[str] = field(default_factory=list)


_FORMULA = re.compile(r"=\s*(?:[A-Z][A-Z.]*\(|(?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?[0-9]+\b)")


def complete(sheet: Sheet, traits: Traits) -> Sheet:
    """Return a sheet of rows of one length with its errors taken out, merges filled, and what the traits say of it."""
    rows = sheet.rows
    width = len(rows[0]) if rows else 0
    if traits.checks_texts:
        take_errors(rows, traits.unread)
    if traits.checks_formulas:
        take_text_formulas(rows)
    for row, column in traits.unread:
        if row < len(rows) and column < width:
            rows[row][column] = ""
    _show_percents(traits.percents, rows, width)
    partly = _filled(traits.partly_struck, rows, width)
    struck = _filled(traits.struck_cells - traits.partly_struck, rows, width)
    columns = (range(first, min(last + 1, width)) for first, last in traits.hidden_columns)
    sheet.unread = traits.unread
    sheet.hidden_rows = frozenset(row for row in traits.hidden_rows if row < len(rows))
    sheet.hidden_columns = frozenset(column for some in columns for column in some)
    sheet.struck = struck_through(rows, struck)
    sheet.notes, sheet.boxes = traits.notes, tuple(traits.boxes)
    sheet.merges = tuple(within(traits.merges, rows))
    sheet.struck_cells, sheet.partly_struck = _spread(struck, sheet.merges), _spread(partly, sheet.merges)
    fill_merged(rows, sheet.merges, sheet.file)
    return sheet


def _show_percents(cells: set[Corner], rows: Sequence[Row], width: int) -> None:
    """Put what is seen in place of the numbers that are shown in per cent: ``97,5%`` for 0.975."""
    for row, column in cells:
        cell = rows[row][column] if row < len(rows) and column < width else ""
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            rows[row][column] = percent(cell)


def _filled(cells: set[Corner], rows: Sequence[Row], width: int) -> set[Corner]:
    inside = {(row, column) for row, column in cells if row < len(rows) and column < width}
    return {(row, column) for row, column in inside if not _is_blank(rows[row][column])}


def _spread(cells: set[Corner], merges: Iterable[Area]) -> frozenset[Corner]:
    """Return struck cells with all that they are merged with: their text stands in each of those."""
    found = set(cells)
    for top, left, bottom, right in merges:
        if (top, left) in cells and (bottom - top + 1) * (right - left + 1) <= _MOST_SPREAD:
            found.update(product(range(top, bottom + 1), range(left, right + 1)))
    return frozenset(found)


def take_errors(rows: Iterable[Row], unread: Unread) -> None:
    """Blank the cells that hold nothing but the text of an error, and enter them in ``unread``."""
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if type(cell) is str and cell and is_error(cell):
                unread[number, column] = cell.strip()
                row[column] = ""


def take_text_formulas(rows: Iterable[Row]) -> None:
    """Put the text in place of ``="079…"``, as web systems write numbers so that Excel keeps their zeros."""
    for row in rows:
        for column, cell in enumerate(row):
            if type(cell) is str and '="' in cell and (text := _TEXT_FORMULA.fullmatch(cell)):
                row[column] = text[1].replace('""', '"')


def take_formulas(rows: Iterable[Row], unread: Unread) -> None:
    """Blank the cells of a text that hold a formula in place of its value, and enter them in ``unread``."""
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if type(cell) is str and cell[:1] == "=" and _FORMULA.match(cell):
                unread[number, column] = ""
                row[column] = ""


def is_error(text: str) -> bool:
    """Tell whether a text is what a spreadsheet shows in place of a value: ``#N/A``, ``####``, ``Err:502``."""
    return text[0] in "#EL " and _ERROR.fullmatch(text.strip()) is not None


def struck_through(rows: Sequence[Row], cells: Iterable[Corner]) -> frozenset[int]:
    """Return the rows of which all that is filled is among the struck ``cells``; numbers beside texts need not be."""
    struck: dict[int, set[int]] = {}
    for row, column in cells:
        struck.setdefault(row, set()).add(column)
    return frozenset(row for row, columns in struck.items() if _all_struck(rows[row], columns))


def _all_struck(row: Row, columns: set[int]) -> bool:
    left = [cell for column, cell in enumerate(row) if column not in columns and not _is_blank(cell)]
    has_text = any(isinstance(row[column], str) and not str(row[column]).isdecimal() for column in columns)
    return not left or (has_text and all(not isinstance(cell, str) or cell.strip(" .").isdecimal() for cell in left))


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
