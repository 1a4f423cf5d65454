"""How a list was read, for whoever wants to see it: its head, its columns, its sections, the rows passed over."""

from collections.abc import Mapping

from thidua_cli.findings.outcome import ColumnRow, LineRow, ListRow
from thidua_cli.lists.column_layout import MARK, WHOM, Column, Layout
from thidua_cli.lists.known import FACT, Known
from thidua_cli.lists.rows import SECTION, Passed, Reading
from thidua_cli.model.fields import subject_name
from thidua_cli.reading.tables.table import Sheet, letters
from thidua_cli.vietnamese.text import clean

_REASONS = {SECTION: "chưa hiểu dòng mục này", "": "không đọc được"}


def view_of(sheet: Sheet, layout: Layout, reading: Reading, known: Known, records: int) -> ListRow:
    """Return how a list was read."""
    columns = [_column(column, known) for column in layout.columns if column.heading or column.holds]
    said = [(row, _says(found, known)) for row, found in reading.sections if found]
    sections = [LineRow(sheet.number(row), _text(sheet, row), says) for row, says in said]
    passed = [_line(sheet, one) for one in reading.passed]
    passed += [LineRow(sheet.number(row), _text(sheet, row), "dòng ví dụ của biểu mẫu") for row in reading.samples]
    passed += [LineRow(sheet.number(row), _text(sheet, row), "nối vào hàng trên") for row in reading.wrapped]
    passed.sort(key=lambda line: line.row)
    return ListRow(sheet.file, sheet.name, sheet.number(layout.header), columns, records, sections, passed)


def unread_view(sheet: Sheet) -> ListRow:
    """Return that a sheet was not read as a list."""
    return ListRow(sheet.file, sheet.name, None, (), 0, (), ())


def _column(column: Column, known: Known) -> ColumnRow:
    if not column.holds:
        return ColumnRow(letters(column.at), column.heading, None, None)
    meanings = " và ".join(_meaning(held, column, known) for held in column.holds)
    return ColumnRow(letters(column.at), column.heading, meanings, column.why)


def _meaning(held: str, column: Column, known: Known) -> str:
    if held in (MARK, WHOM):
        return f"đánh dấu {column.heading}"
    return known.title(held.removeprefix(FACT))


def _line(sheet: Sheet, passed: Passed) -> LineRow:
    return LineRow(sheet.number(passed.row), _text(sheet, passed.row), _REASONS.get(passed.why, passed.why))


def _says(said: Mapping[str, str], known: Known) -> str:
    words = {name: subject_name(text) if name == "subject" else text for name, text in said.items()}
    titles = {name: known.title(name) if name in known.model.model_fields else "Đối tượng" for name in words}
    return "; ".join(f"{titles[name]}: {text}" for name, text in words.items())


def _text(sheet: Sheet, row: int) -> str:
    texts = (clean(cell) for cell in sheet.rows[row] if isinstance(cell, str))
    return " ".join(dict.fromkeys(filter(None, texts)))
