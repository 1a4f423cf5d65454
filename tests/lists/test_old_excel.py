"""Workbooks of Excel 97-2003: ``old.xls`` was written by LibreOffice, records are known by their numbers."""

import struct
from datetime import date, datetime, time
from pathlib import Path

import pytest

from thidua_cli.errors import ThiduaError
from thidua_cli.lists.reader import nomination_reader
from thidua_cli.reading.tables.excel import parse_excel
from thidua_cli.reading.tables.table import Sheet

OLD = (Path(__file__).parent / "old.xls").read_bytes()


def sheets(content: bytes = OLD) -> list[Sheet]:
    return parse_excel(content, "cũ.xls").sheets


def test_cells_are_read_as_those_of_a_new_workbook() -> None:
    shown, hidden = sheets()
    assert (shown.name, shown.hidden, hidden.name, hidden.hidden) == ("Đề nghị", False, "ẩn", True)
    assert shown.rows[2] == [
        *(1, "Nguyễn Văn A", "Phòng A", "Giấy khen", date(1980, 2, 1), "012345678901", True, "")
    ]  # fmt: skip
    assert [row[2] for row in shown.rows[2:]] == ["Phòng A"] * 3  # merged
    assert [row[4] for row in shown.rows[3:]] == [datetime.fromisoformat("1981-03-02T07:30"), time(7, 30)]
    assert [row[7] for row in shown.rows[3:]] == [2, 1.5]
    assert shown.unread == {(2, 7): "#DIV/0!"}
    assert len({len(row) for row in shown.rows}) == 1


def test_records_and_faults_stand_at_their_cells() -> None:
    reader = nomination_reader({"thu_nhap": "Thu nhập"}, award_needed=True)
    records = reader.read(parse_excel(OLD, "cũ.xls"))
    assert [(record.value.name, record.value.unit) for record in records] == [
        ("Nguyễn Văn A", "Phòng A"),
        ("Trần Thị B", "Phòng A"),
        ("Lê Văn C", "Phòng A"),
    ]
    told = sorted((fault.code, fault.cell) for fault in reader.faults)
    assert told == [
        ("bad-value", "E5"),
        ("formula-without-value", "H3"),
        ("leading-zero-lost", "F4"),
        ("sheet-skipped", "A1"),
    ]


def refused(content: bytes) -> str:
    with pytest.raises(ThiduaError) as error:
        sheets(content)
    return error.value.message


def test_a_locked_one_is_told() -> None:
    # The record behind the first one of the book, whatever it is, becomes FILEPASS.
    begin = OLD.index(struct.pack("<HH", 0x0809, 16))
    second = begin + 20
    assert "mật khẩu" in refused(OLD[:second] + struct.pack("<H", 0x002F) + OLD[second + 2 :])


def test_sheets_that_begin_at_one_place_are_read_within_bounds() -> None:
    at = OLD.index(struct.pack("<H", 0x0085))
    first = OLD[at + 4 : at + 8]
    other = OLD.index(struct.pack("<H", 0x0085), at + 4)
    content = OLD[: other + 4] + first + OLD[other + 8 :]
    assert len(sheets(content)) == 2


@pytest.mark.parametrize("cut", [600, 1500, 3000])
def test_a_cut_one_is_broken(cut: int) -> None:
    assert "hỏng" in refused(OLD[:cut])
