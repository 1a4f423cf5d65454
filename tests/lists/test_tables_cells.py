"""What stands in a cell, as a value of its column; what cannot be read, at its cell."""

import unicodedata
from datetime import date, datetime

import pytest

from tests.lists.workbooks import HEADINGS, read, told, workbook
from thidua_cli.model.dates import PartialDate


def value(heading, cell, **facts):
    records, reader = read(workbook([[*HEADINGS, heading], [1, "Nguyễn Văn A", "Phòng", "Giấy khen", cell]]), **facts)
    return records[0].value, told(reader)


@pytest.mark.parametrize(
    ("heading", "cell", "field", "wanted"),
    [
        ("Năm sinh", 1980, "born", PartialDate(1980)),
        ("Năm sinh", "1980", "born", PartialDate(1980)),
        ("Ngày sinh", date(1980, 2, 1), "born", PartialDate(1980, 2, 1)),
        ("Ngày sinh", datetime.fromisoformat("1980-02-01T07:30"), "born", PartialDate(1980, 2, 1)),
        ("Ngày sinh", "1/2/1980", "born", PartialDate(1980, 2, 1)),
        ("Ngày sinh", "01.02.1980", "born", PartialDate(1980, 2, 1)),
        ("Ngày sinh", "1-2-1980", "born", PartialDate(1980, 2, 1)),
        ("Ngày sinh", "ngày 1 tháng 2 năm 1980", "born", PartialDate(1980, 2, 1)),
        ("Ngày sinh", " 1980-02-01 ", "born", PartialDate(1980, 2, 1)),
        ("CCCD", "012345678901", "id_number", "012345678901"),
        ("CCCD", 179012345678.0, "id_number", "179012345678"),
        ("Số phiếu đồng ý", 7.0, "agree", 7),
        ("Số phiếu đồng ý", "7", "agree", 7),
        ("SỐ  PHIẾU (ĐỒNG Ý)", None, "agree", None),
        ("Giới tính", "Nữ", "gender", "female"),
        ("Ông/Bà", "Ông", "gender", "male"),
        ("Xếp loại", "HTXSNV", "rating", "excellent"),
        ("Đang xem xét kỷ luật", True, "pending", True),
        ("Đang xem xét kỷ luật", "x", "pending", True),
        ("Chức vụ", "Phó\u00a0Trưởng  phòng\u200b", "position", "Phó Trưởng phòng"),
        ("Chức vụ", unicodedata.normalize("NFD", "Trưởng phòng"), "position", "Trưởng phòng"),
        ("Đợt", 1, "phase", "1"),
        ("Ghi chú", 1.5, "note", "1.5"),
    ],
)
def test_a_cell_is_read_as_it_was_meant(heading, cell, field, wanted):
    found, faults = value(heading, cell)
    assert getattr(found, field) == wanted
    assert faults == []


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Ngày sinh", "31/02/1980", "bad-value"),
        ("Ngày sinh", "năm ngoái", "bad-value"),
        ("Số phiếu đồng ý", "bảy", "bad-value"),
        ("Số phiếu đồng ý", 7.5, "bad-value"),
        ("CCCD", "7.9012E+10", "bad-value"),
        ("CCCD", 79012345678, "leading-zero-lost"),
        ("Xếp loại", "khá lắm", "bad-value"),
        ("Khen thưởng đã nhận", "Giải nhất văn nghệ 2020", "prior-unclear"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_and_stays_blank(heading, cell, code):
    found, faults = value(heading, cell)
    assert faults == [(code, "E2")]
    if code == "bad-value":
        fields = (found.born, found.agree, found.id_number, found.rating)
        assert fields == (None, None, None, None)
        assert found.prior == []


def test_the_finding_names_the_nominee():
    _, reader = read(workbook([[*HEADINGS, "Năm sinh"], [1, "Nguyễn Văn A", "Phòng", "Giấy khen", "xưa"]]))
    assert [fault.subject for fault in reader.faults] == ["Nguyễn Văn A"]


@pytest.mark.parametrize(
    "cell",
    ["7/9", "7 / 9", "07/09", "7/9 phiếu", "7 phiếu/9 phiếu", "7 trên 9", "7/9 (77,8%)", "7/9 thành viên, đạt 77.8 %"],
)
def test_votes_of_voters_in_one_cell_are_both(cell):
    found, faults = value("Số phiếu đồng ý", cell)
    assert (found.agree, found.voters, faults) == (7, 9, [])


def test_votes_may_say_that_they_are_votes():
    found, faults = value("Số phiếu đồng ý", "7 phiếu")
    assert (found.agree, found.voters, faults) == (7, None, [])


@pytest.mark.parametrize(
    ("heading", "cell", "said", "hint"),
    [
        ("Số phiếu đồng ý", date(2026, 9, 7), "đổi “7/9” thành 7/9/2026", "Văn bản (Text) rồi gõ lại"),
        ("Số phiếu đồng ý", datetime.fromisoformat("2026-09-07T00:00"), "đổi “7/9” thành 7/9/2026", "ví dụ 7/9"),
        ("Số phiếu đồng ý", "7-Sep", "một ngày, không phải con số", "Văn bản (Text)"),
        ("Số phiếu đồng ý", "07-Thg9", "một ngày, không phải con số", "Văn bản (Text)"),
        ("Số phiếu đồng ý", "07/09/2026", "một ngày, không phải con số", "Văn bản (Text)"),
        ("Số phiếu đồng ý", "100%", "“100%” không phải là số nguyên", "số phiếu đồng ý trên tổng số"),
        ("Số phiếu đồng ý", "nhất trí", "không phải là số nguyên", "số phiếu đồng ý trên tổng số"),
        ("Tổng số người", date(2026, 9, 7), "một ngày, không phải con số", "ví dụ 3"),
        ("Tổng số người", "90%", "không phải là số nguyên", "ví dụ 3"),
        ("Ngày sinh", "05/06/85", "ghi năm bằng hai chữ số", "05/06/1985"),
        ("Ngày sinh", 31203, "có lẽ là ngày 05/6/1985", "định dạng ô"),
    ],
)
def test_a_cell_that_excel_changed_is_told_with_its_remedy(heading, cell, said, hint):
    _, reader = read(workbook([[*HEADINGS, heading], [1, "Nguyễn Văn A", "Phòng", "Giấy khen", cell]]))
    (fault,) = reader.faults
    assert (said in fault.message, hint in fault.hint, "share" in fault.hint) == (True, True, False)


def test_men_and_women_in_two_columns_with_their_years():
    rows = [
        [*HEADINGS, "Năm sinh", None],
        [None, None, None, None, "Nam", "Nữ"],
        [1, "Nguyễn Văn A", "Phòng", "Giấy khen", 1980, None],
        [2, "Trần Thị B", "Phòng", "Giấy khen", None, "x"],
    ]
    records, reader = read(workbook(rows, ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"]))
    assert [(one.value.gender, one.value.born) for one in records] == [
        ("male", PartialDate(1980)),
        ("female", None),
    ]
    assert reader.faults == []


def test_facts_of_the_plan_are_columns():
    found, faults = value("Thu nhập (triệu đồng)", 75, thu_nhap="Thu nhập", khac="Số lao động")
    assert found.facts == {"thu_nhap": "75"}
    assert faults == []


def test_a_blank_name_among_data_is_told():
    records, reader = read(workbook([HEADINGS, [1, None, "Phòng Tổng hợp", "Giấy khen"]]))
    assert records == []
    assert told(reader) == [("missing-key", "B2")]
