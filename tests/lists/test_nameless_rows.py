"""A row that lacks its name is told, whatever its cells begin with, and hides nobody below it; no total is one."""

import pytest

from thidua_cli.lists.reader import nomination_reader
from thidua_cli.reading.tables.csv import parse_csv

HEAD = {"STT": "", "Họ và tên": "", "Chức vụ": "Chuyên viên", "Đơn vị": "Phòng A", "Hình thức": "Giấy khen"}
HEAD |= {"Kỳ xét": "tổng kết", "Thành tích": "Hoàn thành nhiệm vụ"}
BEGINNINGS = {
    "Chức vụ": ["Thủ trưởng", "Cộng tác viên", "Tổng phụ trách", "Người lập trình", "Tổng kế toán", "Kế toán"],
    "Đơn vị": ["Tổng công ty A", "Tổng cục B", "Trang trại C", "Chuyển đổi số"],
    "Hình thức": ["Giấy khen", "GK", ""],
    "Kỳ xét": ["tổng kết", "tổng kết đợt thi đua", "cuối năm", ""],
    "Thành tích": [
        *(
            "Tổng số 12 sáng kiến",
            "Tổng kết tốt",
            "Xác nhận đúng",
            "Lập danh sách hộ nghèo",
            "Ghi chú: tốt",
            "Cộng 5 điểm",
            "Tổng: 12",
        ),
        *(
            "Ngày 12 tháng 5 năm 2026 cứu người",
            "Lưu ý: xem lại",
            "Ký tên",
            "(Đã ký)",
            "Bằng chữ: năm",
            "Đạt 95%",
            "Không",
            "",
        ),
    ],
}
SPOILT = [(column, text) for column, texts in BEGINNINGS.items() for text in texts]
CLOSINGS = {
    "total": ["Tổng cộng", "", "", "", "05 Giấy khen", "", ""],
    "total-beside": ["", "", "Tổng cộng", "", "5", "", ""],
    "signatures": ["Người lập biểu", "", "", "", "Thủ trưởng đơn vị", "", ""],
    "place-and-day": ["", "", "", "", "Hà Nội, ngày 12 tháng 5 năm 2026", "", ""],
    "turn-of-page": ["", "", "", "", "", "", "Trang 2/3"],
}


def _rows(*, numbered: bool) -> list[list[str]]:
    people = enumerate("BCDEG", 1)
    rows = [HEAD | {"STT": str(number) * numbered, "Họ và tên": f"Nguyễn Văn {letter}"} for number, letter in people]
    return [list(row.values()) for row in rows]


def _read(rows: list[list[str]], *, numbered: bool) -> tuple[list[str], list[tuple[str, int | None]]]:
    """Return the last letter of each name read, and code and line of each finding."""
    lines = [list(HEAD), *rows]
    if not numbered:
        lines = [line[1:] for line in lines]
    reader = nomination_reader({}, award_needed=True)
    records = reader.read(parse_csv("\n".join(map(";".join, lines)).encode(), "a.csv"))
    return [record.value.name[-1] for record in records], [(fault.code, fault.line) for fault in reader.faults]


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize(("column", "text"), SPOILT)
def test_a_row_without_a_name_is_told_and_hides_nobody(column: str, text: str, numbered: bool) -> None:
    rows = _rows(numbered=numbered)
    spoilt = dict(zip(HEAD, rows[2], strict=True)) | {"Họ và tên": "", column: text}
    rows[2] = list(spoilt.values())
    named, faults = _read(rows, numbered=numbered)
    assert named == list("BCEG")
    assert 4 in [line for _, line in faults]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_totals_and_feet_are_not_taken_for_somebody(closing: str) -> None:
    assert _read([*_rows(numbered=True), CLOSINGS[closing]], numbered=True) == (list("BCDEG"), [])


@pytest.mark.parametrize("closing", [name for name, cells in CLOSINGS.items() if not cells[0]])
def test_a_list_without_running_numbers_is_closed_alike(closing: str) -> None:
    assert _read([*_rows(numbered=False), CLOSINGS[closing]], numbered=False) == (list("BCDEG"), [])
