"""How a list was read, for whoever wants to see it: its head, its columns, its sections, the rows passed over."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_cli.lists.column_layout import Layout
from thidua_cli.lists.rows import Reading
from thidua_cli.reading.tables.table import Sheet, letters
from thidua_cli.vietnamese.text import clean


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column: its letter, its heading, what it holds (nothing: not read), and what told so."""

    letter: str
    heading: str
    holds: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line that is no record, from 1: a section with what it says, or a row that is told with why."""

    row: int
    text: str
    said: Mapping[str, str]
    why: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """One list: where its names are headed (rows from 1), its columns, how many records, and the other lines."""

    file: str
    sheet: str | None
    head: int
    columns: list[ColumnView]
    records: int
    sections: list[LineView]
    passed: list[LineView]


def view_of(sheet: Sheet, layout: Layout, reading: Reading, records: int) -> ListView:
    """Return how a list was read."""
    columns = [
        ColumnView(letters(column.at), column.heading, column.holds, column.why)
        for column in layout.columns
        if column.heading or column.holds
    ]
    sections = [LineView(row + 1, _text(sheet, row), said) for row, said in reading.sections]
    passed = [LineView(one.row + 1, _text(sheet, one.row), {}, one.why) for one in reading.passed]
    passed += [LineView(row + 1, _text(sheet, row), {}, "dòng ví dụ") for row in reading.samples]
    return ListView(sheet.file, sheet.name, layout.header + 1, columns, records, sections, passed)


def _text(sheet: Sheet, row: int) -> str:
    texts = (clean(cell) for cell in sheet.rows[row] if isinstance(cell, str))
    return " ".join(dict.fromkeys(filter(None, texts)))
