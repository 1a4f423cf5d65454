"""Heads of lists of collectives that call the names units: ``TT | Tên đơn vị | Thành tích``."""

import re
from collections.abc import Sequence
from itertools import chain

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.below import Below, is_mark
from thidua_cli.lists.column_layout import NUMBER
from thidua_cli.lists.foot import is_numbered
from thidua_cli.lists.known import Known
from thidua_cli.lists.section_lines import speaks_of_unit, subject_in, texts_with_columns
from thidua_cli.reading.tables.table import Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold

_MOST_COLUMNS = 200
_LINES_ABOVE = 12
_SUMS_UP = re.compile(r"\b(?:tong hop|so luong|thong ke|co cau|chi tieu|ket qua)\b")


def column_of_units(row: Row, known: Known) -> int | None:
    """Return the column that a row of headings calls units, behind running numbers, where it calls none names."""
    if not known.nominates or known.usual.isdisjoint(row):
        return None
    unit = None
    for at, cell in enumerate(row[:_MOST_COLUMNS]):
        meant = known.meaning(clean(cell)) if isinstance(cell, str) and cell else None
        if at == _first(row) and (meant is None or meant.fields != (NUMBER,)):
            return None  # "6 | Thôn 3 | TT | Giấy khen" is a record
        if meant and "name" in meant.fields:
            return None
        if meant and meant.fields == ("unit",) and unit is None:
            unit = at
    return unit


def lists_collectives(sheet: Sheet, number: int, known: Known, below: Sequence[Row], start: int) -> bool:
    """Tell whether a row that heads units heads a list of collectives.

    The cells ``below`` are units, and those that the list puts forward: it has a column of awards, or what stands
    above it, from row ``start`` on, says collectives.
    """
    row = sheet.rows[number]
    unit = column_of_units(row, known)
    if unit is None:
        return False
    rows = [one for one in below if sum(cell != "" for cell in one) > 1 and is_numbered(one, _first(one))]
    if not Below(rows, unit).mostly(lambda text: is_unit(text, known)):
        return False
    others = [at for at in range(unit + 1, min(len(row), _MOST_COLUMNS)) if row[at] != ""]
    if any(Below(rows, at).mostly(is_person) for at in range(max(map(len, rows)))):
        return False  # they are whom it names
    if any(_awards(clean(str(row[at])), Below(rows, at)) for at in others):
        return True
    return says_collectives(sheet, number, start)


def _awards(heading: str, cells: Below) -> bool:
    """Tell whether a column names awards, or ticks the one that heads it."""
    return cells.mostly(names_award) or (names_award(heading) and cells.any(str.isalpha) and cells.any(is_mark))


def says_collectives(sheet: Sheet, number: int, start: int = 0) -> bool:
    """Tell whether the nearest line above a row that says a kind of nominee, or the sheet's name, says collectives."""
    for above in range(number - 1, max(start, number - _LINES_ABOVE) - 1, -1):
        if is_numbered(sheet.rows[above], _first(sheet.rows[above])):
            return False  # rows of another list
        for _, text in texts_with_columns(sheet.rows[above]):
            if _SUMS_UP.search(fold(text)):
                return False
            if subject := subject_in(text):
                return subject == "collective"
    return subject_in(sheet.name or "") == "collective"


def is_unit(text: str, known: Known) -> bool:
    """Tell whether a cell names a unit: one of the campaign, or what begins as names of units do."""
    return known.unit(text) is not None or known.kind_of(text) == "collective" or speaks_of_unit(text)


def _first(row: Row) -> int | None:
    """Return the first column of a row that is filled."""
    return next((at for at, cell in enumerate(row) if cell != ""), None)


def rows_of_units(sheet: Sheet, rows: Sequence[int], known: Known) -> list[int]:
    """Return those of the rows outside all lists that are entries of a list of collectives that nobody read.

    They are numbered and name a unit, below a row of headings, or an award beside it; a table of sums is none.
    """
    found: list[int] = []
    headed = False
    for index in rows:
        row = sheet.rows[index]
        if column_of_units(row, known) is not None:
            headed = not _SUMS_UP.search(fold(" ".join(_texts(sheet, range(max(0, index - 3), index)))))
        elif is_numbered(row, _first(row)) and _is_entry(row, known, headed=headed):
            found.append(index)
    return found


def _is_entry(row: Row, known: Known, *, headed: bool) -> bool:
    texts = [text for _, text in texts_with_columns(row) if not text.strip(" .").isdecimal()]
    if not texts or not is_unit(texts[0], known):
        return False
    if any(map(names_award, texts[1:])):
        return True
    return headed and len(texts) > 1


def _texts(sheet: Sheet, rows: range) -> list[str]:
    return [text for _, text in chain.from_iterable(texts_with_columns(sheet.rows[row]) for row in rows)]
