"""The rows of headings of a list: found below letterhead lines, up to three rows high, in any order of columns."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, pairwise

from thidua_cli.lists.below import Below, first_rows
from thidua_cli.lists.column_layout import NUMBER, SURNAME, Layout
from thidua_cli.lists.columns import Heading, read_columns
from thidua_cli.lists.known import Known
from thidua_cli.lists.numbering import numbers_each
from thidua_cli.lists.sums import is_nameless_sum
from thidua_cli.lists.unit_heads import column_of_units, lists_collectives
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, without_control

MAX_COLUMNS = 200
_LOOKED_AT = 200
_TALLEST = 3
_YEARS = range(1990, 2100)
_NEGATIVE = re.compile(r"-[0-9]{1,2}")
_NUMBERED = re.compile(
    r"[\[(]?\s*(?P<number>[0-9]{1,2})[a-zđ]?\s*[\])]?(?:\s*=\s*[\[\]()0-9a-z+*/x:%,.\s-]+)?|[\[(]?[A-ZĐ][\])]?"
)


def find_layout(sheet: Sheet, known: Known, start: int = 0) -> Layout | None:
    """Return the layout of the first row of headings at or below row ``start``; None when there is none."""
    filled = (number for number in range(start, len(sheet.rows)) if sheet.rows[number])
    rows = list(islice(filled, _LOOKED_AT))
    heads = (
        number
        for number in rows
        if is_header(sheet.rows[number], known) or _heads_collectives(sheet, number, start, known)
    )
    if start == 0:
        unnamed = (number for number in rows if _heads_unnamed(sheet, number, known))
        alone = (number for number in rows if len(known.needed) == 1 and _is_name_alone(sheet.rows[number], known))
        heads = (number for numbers in (heads, unnamed, alone) for number in numbers)
    # "Tập thể" and "Cá nhân" over sums head no list of nominees.
    layouts = (_layout(sheet, known, number, start) for number in heads)
    return next((layout for layout in layouts if not layout.held.isdisjoint(known.called_by)), None)


def is_header(row: Row, known: Known) -> bool:
    """Tell whether a row names two known columns or more, the name, or what may stand for it, among them."""
    fields = fields_of(row, known)
    return len(fields) >= 2 and not fields.isdisjoint(known.called_by)


def begins_list(row: Row, known: Known) -> bool:
    """Tell whether a row among the data is one of headings: it has one that is usual, as most rows have not."""
    if known.usual.isdisjoint(row):
        return False
    return is_header(row, known) or column_of_units(row, known) is not None


def _heads_collectives(sheet: Sheet, number: int, start: int, known: Known) -> bool:
    """Tell whether a row calls units what are the names of a list of collectives."""
    if column_of_units(sheet.rows[number], known) is None:
        return False
    below = first_rows(sheet, number + 1, lambda row: begins_list(row, known))
    return lists_collectives(sheet, number, known, below, start)


def fields_of(row: Row, known: Known) -> set[str]:
    """Return what the headings of a row mean by their words."""
    meanings = [known.meaning(text) for text in texts_of(row)]
    return {field for meant in meanings if meant for field in meant.fields}


def _heads_unnamed(sheet: Sheet, number: int, known: Known) -> bool:
    """Tell whether a row heads a list whose names stand under a heading that says something else, or nothing."""
    texts = [text_of_heading(cell) for cell in sheet.rows[number][:MAX_COLUMNS]]
    fields = fields_of(sheet.rows[number], known)
    if len(fields) < 2:
        return False
    if "unit" in fields and len(fields) > 2:
        return True
    rows = first_rows(sheet, number + 1)
    unread = (at for at, text in enumerate(texts) if known.meaning(text) is None)
    return any(Below(rows, at).mostly(is_person) for at in unread)


def _is_name_alone(row: Row, known: Known) -> bool:
    """Tell whether a row is the heading of a list of nothing but names."""
    texts = texts_of(row)
    return len(texts) == 1 and known.field(texts.pop()) == known.needed[0]


def texts_of(row: Row) -> set[str]:
    """Return the texts of a row, each once."""
    return {text for cell in row[:MAX_COLUMNS] if (text := text_of_heading(cell))}


def text_of_heading(cell: Cell) -> str:
    """Return the text of a heading; numbers and dates are none."""
    return without_control(clean(cell)) if isinstance(cell, str) else ""


def _layout(sheet: Sheet, known: Known, number: int, start: int) -> Layout:
    top, bottom = _height(sheet, number, start, known)
    grid = [_padded(sheet.rows[row]) for row in range(top, bottom + 1)]
    width = max(map(len, grid))
    grid = [row + [""] * (width - len(row)) for row in grid]
    groups = [_groups(row) for row in grid[:-1]]
    headings = []
    for column in range(width):
        parts = [group.get(column, row[column]) for row, group in zip(grid, groups, strict=False)]
        parts.append(grid[-1][column])
        headings.append(Heading(column, tuple(dict.fromkeys(filter(None, parts)))))
    first = bottom + 1
    numbering = _numbering(headings, known)
    while first < len(sheet.rows) and numbering(sheet.rows[first]):
        first += 1
    layout = Layout(number, top, first, called_by=known.called_by)
    layout.of_units = _heads_collectives(sheet, number, start, known)
    rows = first_rows(sheet, layout.first, lambda row: begins_list(row, known))
    read_columns(sheet, layout, headings, known, _without_sums(rows, headings, known))
    return layout


def _numbering(headings: Sequence[Heading], known: Known) -> Callable[[Row], bool]:
    """Return what tells a row that numbers the columns."""
    if any(known.field(one.text) in known.also_called_by for one in headings if one.parts):
        columns = [one.at for one in headings if one.parts]
        return lambda row: numbers_each(row, columns)
    return is_numbering


def _without_sums(rows: list[Row], headings: Iterable[Heading], known: Known) -> list[Row]:
    """Leave out rows of sums that nothing names: they do not tell what a column holds."""
    fields = {one.at: known.field(one.text) or known.field(one.parts[-1]) for one in headings if one.parts}
    unsaid = [at for at, field in fields.items() if field in (*known.called_by, SURNAME, NUMBER)]
    if not set(fields.values()).intersection(known.called_by):
        return rows
    return [row for row in rows if not is_nameless_sum(row, unsaid)]


def _padded(row: Row) -> list[str]:
    """Return the texts of a row of headings; a year typed as a number is one: 2024 and 2025 below "Đã đạt"."""
    return [_year(cell) or text_of_heading(cell) for cell in row[:MAX_COLUMNS]]


def _year(cell: Cell) -> str:
    if not isinstance(cell, int | float) or isinstance(cell, bool):
        return ""
    return str(int(cell)) if cell in _YEARS else ""


def _height(sheet: Sheet, number: int, start: int, known: Known) -> tuple[int, int]:
    """Return the first and last row of headings: those above part into groups what the row of names leaves blank."""
    top = bottom = number
    while top > start and bottom - top + 1 < _TALLEST and _is_above(sheet, top, known):
        top -= 1
    while bottom - top + 1 < _TALLEST and bottom + 1 < len(sheet.rows) and _is_below(sheet, bottom, known):
        bottom += 1
    return top, bottom


def _is_above(sheet: Sheet, row: int, known: Known) -> bool:
    """Tell whether the row above one of headings belongs to them: it heads columns that this one leaves blank."""
    lower, upper = _padded(sheet.rows[row]), _padded(sheet.rows[row - 1])
    lower += [""] * (len(upper) - len(lower))
    alone = [text for text, below in zip(upper, lower, strict=False) if text and below in ("", text)]
    return any(known.meaning(text) for text in alone) and len(set(filter(None, upper))) > 1


def _is_below(sheet: Sheet, row: int, known: Known) -> bool:
    """Tell whether the row below one of headings parts them further: texts under groups only, no name."""
    upper, lower = _padded(sheet.rows[row]), _padded(sheet.rows[row + 1])
    groups = _groups(upper)
    upper += [""] * (len(lower) - len(upper))
    own = [column for column, text in enumerate(lower) if text and text != upper[column]]
    typed = any(not isinstance(cell, str) and not _year(cell) for cell in sheet.rows[row + 1])
    under = all(column in groups and _may_part(upper[column], lower[column], known) for column in own)
    return bool(own) and under and not typed and not is_numbering(sheet.rows[row + 1])


def _may_part(upper: str, lower: str, known: Known) -> bool:
    """Tell whether a text below a heading may part it: below that of names, only a heading of parts of them."""
    return known.field(upper) != "name" or known.field(lower) in ("name", SURNAME)


def _groups(upper: Sequence[str]) -> dict[int, str]:
    """Return the text over each column that a group may cover: repeated (merged), or blank behind a text."""
    groups: dict[int, str] = {}
    for column, (before, text, after) in enumerate(zip(["", *upper], upper, [*upper[1:], ""], strict=False)):
        if text and (after in ("", text) or before == text):
            groups[column] = text
        elif not text and column - 1 in groups:
            groups[column] = groups[column - 1]
    return groups


def is_numbering(row: Row) -> bool:
    """Tell whether a row only numbers the columns: 1, 2, 3 … or (1), (2), (3a), [5]=[4]/[3], A, B."""
    cells = [str(cell).strip().removesuffix(".0") for cell in row if cell != ""]
    if all(map(_NEGATIVE.fullmatch, cells)):
        cells = [cell[1:] for cell in cells]  # what Excel made of (1), (2), (3)
    found = [_NUMBERED.fullmatch(cell) for cell in cells]
    if not all(found):
        return False
    numbers = _numbers(match["number"] for match in found if match)
    return len(numbers) > 1 and all(before <= after for before, after in pairwise(numbers))


def _numbers(texts: Iterable[str | None]) -> list[int]:
    return [int(text) for text in texts if text]


def nearest_to_header(sheet: Sheet, known: Known) -> tuple[int, Mapping[int, str]] | None:
    """Return the row that looks most like one of headings, and its texts by column; None where no row does."""
    best: tuple[int, int] | None = None
    for number in range(min(_LOOKED_AT, len(sheet.rows))):
        fields = fields_of(sheet.rows[number], known)
        if fields and (best is None or len(fields) > best[0]):
            best = len(fields), number
    if best is None:
        return None
    texts = enumerate(_padded(sheet.rows[best[1]]))
    return best[1], {column: text for column, text in texts if text}
