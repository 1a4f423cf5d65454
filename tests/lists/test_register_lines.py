"""Award books: lines, titles and sheets that tell the year; lines that are not held, or not given yet."""

import io

import openpyxl
import pytest

from thidua_cli.lists.reader import Reader, register_reader
from thidua_cli.model.register import RegisterEntry
from thidua_cli.reading.tables.excel import parse_excel

_HEAD = ("Họ và tên", "Đơn vị", "Danh hiệu", "Năm", "Số QĐ", "Ghi chú")


def read(sheets: dict[str, list[tuple[object, ...]]]) -> tuple[list[RegisterEntry], Reader[RegisterEntry]]:
    """Return the lines of a book, and who read it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    stream = io.BytesIO()
    book.save(stream)
    reader = register_reader()
    return [record.value for record in reader.read(parse_excel(stream.getvalue(), "register.xlsx"))], reader


def line(note: str = "", name: str = "Lê Văn Kha", award: str = "CSTĐCS") -> tuple[object, ...]:
    return (name, "Phòng Kế hoạch", award, 2025, "13/QĐ-SXD", note)


@pytest.mark.parametrize(
    "note", ["đã thu hồi", "Thu hồi theo QĐ 99/QĐ-SXD", "Không đạt", "bị hủy", "đang trình", "chưa có quyết định"]
)
def test_a_line_that_is_not_held_is_told(note: str) -> None:
    entries, reader = read({"Sheet1": [_HEAD, line(), line(note, "Trần Thị Mơ")]})
    assert [one.name for one in entries] == ["Lê Văn Kha"]
    assert [(one.cell, one.code) for one in reader.faults] == [("F3", "struck-out")]


@pytest.mark.parametrize("heading", ["", "Kết quả", "Theo dõi"])
def test_any_other_column_may_tell_it(heading: str) -> None:
    entries, reader = read({"Sheet1": [(*_HEAD[:5], heading), line("Đạt"), line("thu hồi", "Trần Thị Mơ")]})
    assert [one.name for one in entries] == ["Lê Văn Kha"]
    assert "F3" in [one.cell for one in reader.faults]


def test_names_and_units_tell_nothing() -> None:
    entries, _ = read({"Sheet1": [_HEAD, ("Lê Thu Hồi", "Ban Thu hồi đất", "CSTĐCS", 2025, "13/QĐ-SXD", "")]})
    assert len(entries) == 1


def test_an_award_that_was_not_given_is_told_as_that() -> None:
    entries, reader = read({"Sheet1": [_HEAD, line(), line(award="CSTĐCS (đề nghị, không được công nhận)")]})
    assert len(entries) == 1
    assert [(one.cell, one.code) for one in reader.faults] == [("C3", "struck-out")]


def test_lines_tell_the_year_of_those_below() -> None:
    head = ("TT", "Họ và tên", "Đơn vị", "Danh hiệu")
    rows = [head, ("Năm 2023",), (1, "Lê Văn Kha", "P.A", "CSTĐCS"), ("Năm 2024",), (1, "Hà Văn Nu", "P.A", "LĐTT")]
    entries, reader = read({"Sheet1": rows})
    assert [(one.name, one.year) for one in entries] == [("Lê Văn Kha", 2023), ("Hà Văn Nu", 2024)]
    assert not reader.faults


@pytest.mark.parametrize(
    ("sheet", "title", "year"),
    [
        ("2024", "SỔ KHEN THƯỞNG", 2024),
        ("Sheet1", "DANH SÁCH KHEN THƯỞNG NĂM 2024", 2024),
        ("Năm 2024", "DANH SÁCH KHEN THƯỞNG NĂM 2024", 2024),
        ("2023", "DANH SÁCH KHEN THƯỞNG NĂM 2024", None),
        ("Sheet1", "DANH SÁCH KHEN THƯỞNG GIAI ĐOẠN 2021-2025", None),
        ("Sheet1", "A, ngày 5 tháng 1 năm 2024", None),
    ],
)
def test_titles_and_sheets_tell_the_year(sheet: str, title: str, year: int | None) -> None:
    entries, reader = read({sheet: [(title,), ("Họ và tên", "Đơn vị", "Danh hiệu"), ("Lê Văn Kha", "P.A", "CSTĐCS")]})
    assert [one.year for one in entries] == ([year] if year else [])
    assert [one.code for one in reader.faults] == ([] if year else ["column-missing"])


def test_rows_under_a_line_that_is_not_understood_are_not_held() -> None:
    waiting = (None, "Đang trình, chưa có quyết định", None, None, None)
    head = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "Năm")
    rows = [head, (1, "Lê Văn Kha", "P.A", "CSTĐCS", 2024), waiting, (2, "Hà Văn Nu", "P.A", "CSTĐCS", 2025)]
    entries, reader = read({"Sheet1": rows})
    assert [one.name for one in entries] == ["Lê Văn Kha"]
    assert {one.code for one in reader.faults} == {"row-skipped"}


@pytest.mark.parametrize("section", ["I. TẬP THỂ", "A. CÁ NHÂN", "Quyết định số 16/QĐ-SXD ngày 20/12/2024"])
def test_lines_of_kinds_and_of_decisions_are_understood(section: str) -> None:
    head = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "Năm")
    entries, reader = read({"Sheet1": [head, (None, section), (1, "Lê Văn Kha", "P.A", "CSTĐCS", 2024)]})
    assert [one.name for one in entries] == ["Lê Văn Kha"]
    assert not reader.faults
    assert (entries[0].decision == "16/QĐ-SXD") is section.startswith("Quyết định")


@pytest.mark.parametrize(
    ("cell", "year"), [("Năm 2024", 2024), ("2024, 2025", None), ("24", None), ("2024-2025", None)]
)
def test_a_year_is_one_of_four_digits(cell: str, year: int | None) -> None:
    entries, reader = read({"Sheet1": [_HEAD, ("Lê Văn Kha", "P.A", "CSTĐCS", cell, "1/QĐ", "")]})
    assert [one.year for one in entries] == ([year] if year else [])
    assert [one.hint for one in reader.faults] == ([] if year else ["ghi một năm, đủ bốn chữ số, ví dụ 2026"])
