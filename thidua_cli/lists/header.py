"""The row of headings of a list: found below letterhead lines, one or two rows high, in any order of columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from thidua_cli.files import read_data
from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.model.headings import field_by_heading, heading_key, headings_of, title_of
from thidua_cli.reading.tables.table import Cell, Row, Sheet, fault_at
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.text import clean, fold, listing, without_control

MAX_COLUMNS = 200
_LOOKED_AT = 200
_ALIKE = 0.86
NUMBER, MALE, FEMALE = "<number>", "<male>", "<female>"
"""Columns that are no fields: the running number; "Nam" and "Nữ" side by side, marked or holding the year of birth."""
WORDS: dict[str, Any] = read_data(Path(__file__).with_name("data") / "words.yaml")
_PASSED = frozenset(map(heading_key, chain(*WORDS["passed"])))


class Known:
    """What the columns of a list may be: the fields of ``model`` and the facts that the plan asks for."""

    def __init__(self, model: type[BaseModel], needed: tuple[str, ...], facts: Mapping[str, str]) -> None:
        """Collect the headings; ``needed`` names the fields asked, ``facts`` maps the id of each to its title."""
        self.model, self.needed = model, needed
        self.fields = field_by_heading(model)
        self.guesses = Guesses()
        self.spelt = [*chain(*headings_of(model).values()), *facts.values()]
        for fact, title in facts.items():
            for name in (title, fact, fact.replace("_", " ")):
                self.fields.setdefault(heading_key(name), f"facts.{fact}")
        for name in WORDS["number"]:
            self.fields.setdefault(heading_key(name), NUMBER)
        self.words = frozenset(" ".join(self.fields).split())
        # Where one of the usual spellings of the heading of names stands among the data, a new list begins.
        names = [heading for heading in self.spelt if self.field(heading) == "name"]
        self.of_names = frozenset(form for one in names for form in (one, one.upper(), one.title(), one.lower()))

    def field(self, text: str) -> str | None:
        """Return the field under a heading."""
        return self.fields.get(heading_key(text)) or self.fields.get(heading_key(text.replace("(", " ")))

    def may_head(self, text: str) -> bool:
        """Tell quickly whether a text may be a heading: names of people have words that no heading has."""
        words = text.split()
        # One word after the other: mostly the family name tells already.
        return bool(words) and all(word in self.words or not word.isalnum() for word in map(fold, words))

    def title(self, field: str) -> str:
        """Return our heading for a field."""
        return title_of(self.model, field)


@dataclass
class Layout:
    """Where the columns of a list stand; ``first`` is its first row of data, counted from 0."""

    header: int
    first: int
    columns: dict[str, int]
    texts: dict[int, str]
    faults: list[Diagnostic] = field(default_factory=list)


def find_layout(sheet: Sheet, known: Known, start: int = 0) -> Layout | None:
    """Return the layout of the first row of headings at or below row ``start``; None when there is none."""
    rows = range(start, min(start + _LOOKED_AT, len(sheet.rows)))
    number = next((number for number in rows if is_header(sheet.rows[number], known)), None)
    if number is None and len(known.needed) == 1 and start == 0:
        number = next((number for number in rows if _is_name_alone(sheet.rows[number], known)), None)
    return None if number is None else _layout(sheet, known, number)


def is_header(row: Row, known: Known) -> bool:
    """Tell whether a row names two known columns or more, the name among them."""
    fields = {known.field(text) for text in _texts(row)} - {None}
    return len(fields) >= 2 and known.needed[0] in fields


def _is_name_alone(row: Row, known: Known) -> bool:
    """Tell whether a row is the heading of a list of nothing but names."""
    texts = _texts(row)
    return len(texts) == 1 and known.field(texts.pop()) == known.needed[0]


def _texts(row: Row) -> set[str]:
    return {text for cell in row[:MAX_COLUMNS] if (text := _text(cell))}


def _layout(sheet: Sheet, known: Known, number: int) -> Layout:
    upper = [_text(cell) for cell in sheet.rows[number][:MAX_COLUMNS]]
    below = sheet.rows[number + 1] if number + 1 < len(sheet.rows) else []
    lower = [_text(cell) for cell in below[: len(upper)]]
    lower += [""] * (len(upper) - len(lower))
    groups = _groups(upper)
    two = _is_second_row(upper, lower, groups, known)
    texts = {}
    for column, text in enumerate(upper):
        parts = (groups.get(column, text), lower[column] if two else "")
        if any(parts):
            texts[column] = " ".join(dict.fromkeys(filter(None, parts)))
    layout = Layout(number, number + 1 + two, {}, texts)
    pair = _gender_pair(layout.texts, lower if two else upper)
    for column, text in layout.texts.items():
        field = pair.get(column) or known.field(text)
        if field is None and two and lower[column] and known.field(groups.get(column, "")) is None:
            field = known.field(lower[column])
        layout.faults += _take(sheet, layout, column, field, known)
    layout.faults += _missing(sheet, layout, known)
    layout.columns[""] = layout.columns.get("name", 0)
    if layout.first < len(sheet.rows) and _is_numbering(sheet.rows[layout.first]):
        layout.first += 1
    return layout


def _text(cell: Cell) -> str:
    return without_control(clean(cell)) if isinstance(cell, str) else ""


def _groups(upper: list[str]) -> dict[int, str]:
    """Return the text over each column that a group may cover: repeated (merged), or blank behind a text."""
    groups = {}
    for column, (before, text, after) in enumerate(zip(["", *upper], upper, [*upper[1:], None], strict=False)):
        if text and (after in ("", text) or before == text):
            groups[column] = text
        elif not text and column - 1 in groups:
            groups[column] = groups[column - 1]
    return groups


def _is_second_row(upper: list[str], lower: list[str], groups: Mapping[int, str], known: Known) -> bool:
    """Tell whether the row below the headings parts them further: texts under groups only, no name."""
    own = [column for column, text in enumerate(lower) if text not in ("", upper[column])]
    return bool(own) and all(column in groups and known.field(upper[column]) != "name" for column in own)


def _gender_pair(texts: Mapping[int, str], own: list[str]) -> dict[int, str]:
    """Return the columns "Nam" and "Nữ" that stand side by side."""
    for column in texts:
        if fold(own[column]) == "nam" and column + 1 < len(own) and fold(own[column + 1]) == "nu":
            return {column: MALE, column + 1: FEMALE}
    return {}


def _take(sheet: Sheet, layout: Layout, column: int, field: str | None, known: Known) -> Iterator[Diagnostic]:
    """Enter a column into the layout; yield what is wrong with it."""
    text, spot = layout.texts[column], sheet.spot(layout.header, column)
    if field is None:
        if heading_key(text) not in _PASSED:
            free = [name for name in known.spelt if known.field(name) not in layout.columns]
            yield _unknown(spot, text, known.guesses.nearest(text, free, cutoff=_ALIKE))
        return
    first = layout.columns.setdefault(field, column)
    if field == NUMBER or first == column or (layout.texts[first] == text and column == first + 1):
        return  # a heading merged over two cells is one
    message = f"cột “{text}” trùng nghĩa với cột “{layout.texts[first]}”"
    yield fault_at(spot, "duplicate-column", message, "giữ một cột; chỉ cột bên trái được đọc")


def _unknown(spot: Spot, text: str, near: str | None) -> Diagnostic:
    message = f"không biết cột “{text[:60]}”"
    if near:
        return fault_at(spot, "unknown-column", message, f"có phải “{near}”? Cột này chưa được đọc")
    hint = "cột này không được đọc; nếu là dữ kiện của tiêu chuẩn thì khai tên cột trong facts của kế hoạch"
    return replace(fault_at(spot, "unknown-column", message, hint), severity=Severity.NOTE)


def _missing(sheet: Sheet, layout: Layout, known: Known) -> Iterator[Diagnostic]:
    lacking = [f"“{known.title(field)}”" for field in known.needed if field not in layout.columns]
    if lacking:
        spot = sheet.spot(layout.header, min(layout.texts, default=0))
        message = f"danh sách thiếu cột {listing(lacking, 'và')}"
        yield fault_at(spot, "column-missing", message, "thêm cột vào hàng tiêu đề này, hoặc sửa tên cột gõ sai")


def _is_numbering(row: Row) -> bool:
    """Tell whether a row under the headings only numbers the columns: 1, 2, 3 … or (1), (2), A, B."""
    cells = [str(cell).strip("() ").removesuffix(".0") for cell in row if cell != ""]
    if len(cells) < 2:
        return False
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    letters = [cell for cell in cells if not cell.isdecimal()]
    if any(len(cell) > 1 or not cell.isalpha() for cell in letters) or len(numbers) == 1:
        return False
    return all(after == before + 1 for before, after in pairwise(numbers))
