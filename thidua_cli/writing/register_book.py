"""The award book as a file: read whole, added to at its end; what stands in it is never rewritten."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.lists.column_layout import Layout
from thidua_cli.lists.header import find_layout
from thidua_cli.lists.reader import register_reader
from thidua_cli.model.headings import headings_of, title_of
from thidua_cli.model.register import RegisterEntry
from thidua_cli.reading.bytes import SAVE_AS_UTF8, utf16_text
from thidua_cli.reading.origin import Record
from thidua_cli.reading.tables.csv import parse_csv
from thidua_cli.reading.tables.open_table import read_table
from thidua_cli.reading.tables.table import Sheet, Table

_FORMULA = ("=", "+", "-", "@")
_BY_HAND = ("reissue", "note")  # people write their own columns of these
_MAY_LACK = ("subject", "gender", "position", "group", "achievement", "type_of_award", "book_number", "nomination")
"""Fields that a book may have no column for: an older one is added to all the same."""


def read_book(path: Path) -> list[Record[RegisterEntry]]:
    """Return the lines of a book; one with faults raises `ThiduaError`, for nobody may add to what cannot be read."""
    return _lines(path, read_table(path))


def _lines(path: Path, table: Table) -> list[Record[RegisterEntry]]:
    reader = register_reader()
    lines = reader.read(table)
    faults = [fault for fault in reader.faults if fault.severity == "error"]
    if faults:
        first = faults[0]
        where = first.cell or f"dòng {first.line}"
        message = f"sổ {path} có {len(faults)} lỗi, lỗi đầu ở {where}: {first.message}"
        raise ThiduaError(message, first.hint or "sửa sổ rồi chạy lại")
    return lines


def with_entries(path: Path, entries: Sequence[RegisterEntry]) -> bytes:
    """Return the content of the book at ``path`` with ``entries`` as its last lines; a new book gets its headings.

    It is read before it is handed out: a book that would not give the entries back raises `ThiduaError`.
    """
    content, lacking = _extended(path, entries)
    last = _lines(path, parse_csv(content, str(path)))[-len(entries) :]
    told = _told_above([line.value for line in last], entries)
    if told:
        message = f"sổ {path} chia mục: dòng ghi vào cuối sổ sẽ bị hiểu {', '.join(told)} theo mục cuối"
        raise ThiduaError(message, "thêm cột ấy vào cuối hàng tên cột, để trống ở các dòng cũ, rồi ghi lại")
    if [line.value for line in last] != [_without(entry, lacking) for entry in entries]:
        message = f"các dòng sắp ghi vào sổ {path} đọc lại không như cũ, nên sổ chưa được ghi"
        raise ThiduaError(message, "xem lại số quyết định, người quyết định, tên và đơn vị: có dấu hay chữ lạ")
    return content


def unwritten(path: Path, entries: Sequence[RegisterEntry]) -> list[str]:
    """Return the titles of what ``entries`` hold and the book at ``path`` has no column for."""
    layout = _layout(path, read_table(path).sheets[0])
    return [title_of(RegisterEntry, field) for field in _lacking(layout, entries)]


def _told_above(read: Sequence[RegisterEntry], entries: Sequence[RegisterEntry]) -> list[str]:
    """Return the titles of what lines over the rows of a book, not its columns, would say of new lines, and wrongly."""
    pairs = list(zip(read, entries, strict=False))
    return [
        title_of(RegisterEntry, field)
        for field in _MAY_LACK
        if any(getattr(one, field) not in (None, getattr(new, field)) for one, new in pairs)
    ]


def _without(entry: RegisterEntry, fields: Sequence[str]) -> RegisterEntry:
    return entry.model_copy(update=dict.fromkeys(fields))


def _extended(path: Path, entries: Sequence[RegisterEntry]) -> tuple[bytes, Sequence[str]]:
    """Return the content of a book with new lines, and the fields that it has no column for."""
    if path.suffix.lower() != ".csv":
        message = f"chỉ ghi thêm được vào sổ CSV, không ghi vào {path.name}"
        raise ThiduaError(message, "trong Excel chọn Lưu thành…, loại “CSV UTF-8”, rồi dùng tệp đó")
    if not path.exists():
        fields = [field for field in headings_of(RegisterEntry) if field not in _BY_HAND]
        headings = [title_of(RegisterEntry, field) for field in fields]
        return BOM_UTF8 + _text([headings, *(_row(entry, fields) for entry in entries)], ",", "\n"), ()
    content = path.read_bytes()
    if utf16_text(content) is not None:
        raise ThiduaError(f"sổ {path} lưu dạng Unicode (UTF-16), không ghi thêm được", SAVE_AS_UTF8)
    table = parse_csv(content, str(path))
    _lines(path, table)
    sheet = table.sheets[0]
    layout = _layout(path, sheet)
    lacking = _lacking(layout, entries)
    if needed := [title_of(RegisterEntry, field) for field in lacking if field not in _MAY_LACK]:
        message = f"sổ {path} thiếu cột {', '.join(needed)}"
        raise ThiduaError(message, "thêm cột vào cuối hàng tên cột, để trống ở các dòng cũ")
    fields = _columns(sheet, layout)
    end = "\r\n" if b"\r\n" in content else "\n"
    gap = b"" if content.endswith((b"\n", b"\r")) else end.encode()
    return content + gap + _text([_row(entry, fields) for entry in entries], sheet.sign, end), lacking


def _layout(path: Path, sheet: Sheet) -> Layout:
    """Return the columns of a book."""
    layout = find_layout(sheet, register_reader().known)
    if layout is None:
        message = f"sổ {path} không có hàng tên cột"
        headings = [title_of(RegisterEntry, field) for field in headings_of(RegisterEntry)]
        raise ThiduaError(message, f"hàng đầu ghi: {', '.join(headings)}")
    return layout


def _lacking(layout: Layout, entries: Sequence[RegisterEntry]) -> list[str]:
    """Return the fields that hold something in ``entries`` and have no column, in the order of our headings."""
    filled = {field for entry in entries for field, value in entry if value is not None}
    return [field for field in headings_of(RegisterEntry) if field in filled and field not in layout.places]


def _columns(sheet: Sheet, layout: Layout) -> list[str]:
    """Return the field of each column of a book; empty where a column is not ours."""
    by_column = {column: field for field, column in layout.places.items() if field}
    width = max(len(sheet.rows[layout.header]), *(column + 1 for column in by_column))
    return [by_column.get(column, "") for column in range(width)]


def _row(entry: RegisterEntry, fields: Sequence[str]) -> list[str]:
    return [_cell(entry, field) for field in fields]


def _cell(entry: RegisterEntry, field: str) -> str:
    from thidua_cli.law.award_catalogue import award

    value = getattr(entry, field) if field in RegisterEntry.model_fields else None
    if value is None:
        return ""
    text = award(value).name if field == "award" else str(value)
    if text.startswith(_FORMULA):
        message = f"“{text[:60]}” bắt đầu bằng dấu {text[0]}: Excel sẽ đọc là công thức"
        raise ThiduaError(message, "sửa lại tên trong danh sách đề nghị")
    return text


def _text(rows: Sequence[Sequence[str]], sign: str, end: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign, lineterminator=end).writerows(rows)
    return stream.getvalue().encode()
