"""How a list was read, for whoever wants to see it: its head, its columns, its sections, the rows passed over."""

from collections.abc import Mapping

from thidua_cli.findings.outcome import ColumnRow, LineRow, ListRow
from thidua_cli.lists.cells import text_of
from thidua_cli.lists.column_layout import MARK, WHOM, Column, Layout
from thidua_cli.lists.foot import Special, special
from thidua_cli.lists.known import FACT, Known
from thidua_cli.lists.nobody import names_nobody
from thidua_cli.lists.numbering import numbers_columns
from thidua_cli.lists.rows import SECTION, Reading
from thidua_cli.model.fields import subject_name
from thidua_cli.reading.tables.table import Sheet, letters
from thidua_cli.vietnamese.text import clean

_CHAPTER = "không nói thêm gì"
_FOOT = "phần dưới danh sách"
_NOBODY = "nói là không có ai"
_REASONS = {SECTION: "chưa hiểu dòng mục này", "": "không đọc được"}


def view_of(sheet: Sheet, layout: Layout, reading: Reading, known: Known, count: int, behind: int) -> ListRow:
    """Return how a list of ``count`` records was read; each of its rows is one, a section, or passed over.

    ``behind`` is the row at which what stands below the list ends.
    """
    columns = [_column(column, known) for column in layout.columns if column.heading or column.holds]
    passed = _passed(sheet, layout, reading, behind)
    said = [(row, _says(found, known)) for row, found in reading.sections if row not in passed]
    sections = [LineRow(sheet.number(row), _text(sheet, row), says or _CHAPTER) for row, says in said]
    lines = [LineRow(sheet.number(row), text, passed[row]) for row in sorted(passed) if (text := _text(sheet, row))]
    return ListRow(sheet.file, sheet.name, sheet.number(layout.header), columns, count, sections, lines)


def _passed(sheet: Sheet, layout: Layout, reading: Reading, behind: int) -> dict[int, str]:
    """Return the rows that are passed over, and why."""
    foot = reading.end if reading.foot is None else reading.foot
    found = dict.fromkeys(range(foot, behind), _FOOT)
    beside = (row for row in reading.beside if layout.first <= row < foot)
    found |= {row: _apart(sheet, row) for row in beside if any(cell != "" for cell in sheet.rows[row])}
    for rows, why in (
        (reading.samples, "dòng ví dụ của biểu mẫu"),
        (reading.wrapped, "nối vào hàng trên"),
        (reading.nobody, _NOBODY),
        (reading.grouped, "gộp nhiều đơn vị, không nói thêm gì"),
    ):
        found |= dict.fromkeys(rows, why)
    return found | {one.row: _REASONS.get(one.why, one.why) for one in reading.passed}


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


def _apart(sheet: Sheet, row: int) -> str:
    """Return why a row is none of the list, though it stands in it or right below."""
    if numbers_columns(sheet.rows[row]):
        return "hàng đánh số cột"
    if names_nobody(_text(sheet, row)):
        return _NOBODY
    kinds = {special(cell) for cell in sheet.rows[row] if isinstance(cell, str)}
    if Special.END in kinds:
        return _FOOT
    return "dòng cộng" if kinds & {Special.TOTAL, Special.SUM_OF} else "không phải đề nghị"


def _says(said: Mapping[str, str], known: Known) -> str:
    words = {name: subject_name(text) if name == "subject" else text for name, text in said.items()}
    titles = {name: known.title(name) if name in known.model.model_fields else "Đối tượng" for name in words}
    return "; ".join(f"{titles[name]}: {text}" for name, text in words.items())


def _text(sheet: Sheet, row: int) -> str:
    texts = (clean(text_of(cell)) for cell in sheet.rows[row])
    return " ".join(dict.fromkeys(filter(None, texts)))
