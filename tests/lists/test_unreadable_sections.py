"""A title or a section line in an old font or with a control character is told, with what depends on it."""

import pytest

from tests.lists.workbooks import HEADINGS, read, told, workbook

PLAIN = ("STT", "Họ và tên", "Hình thức đề nghị")
OLD = "Phßng Kinh tÕ vµ H¹ tÇng"
ROW = [1, "Nguyễn Văn A", "Giấy khen"]


@pytest.mark.parametrize("mark", ["1. Phòng ", "II. Sở ", "Đơn vị: ", "Phòng "])
@pytest.mark.parametrize(("name", "code"), [(OLD, "legacy-encoding"), ("Nội_x0001_vụ", "bad-value")])
def test_a_section_line(mark: str, name: str, code: str) -> None:
    records, reader = read(workbook([PLAIN, [None, mark + name], ROW, [2, *ROW[1:]]]))
    assert [record.value.unit for record in records] == [None, None]
    ((said, cell),) = told(reader)
    assert (said, cell) == (code, "B2")
    assert "2 dòng dưới đây" in reader.faults[0].message


@pytest.mark.parametrize(("name", "code"), [(OLD, "legacy-encoding"), ("Nội_x0001_vụ", "bad-value")])
@pytest.mark.parametrize("cells", [["Đơn vị: {}"], ["Đơn vị:", "{}"]])
def test_a_title(cells: list[str], name: str, code: str) -> None:
    title = [cell.format(name) for cell in cells]
    records, reader = read(workbook([title, PLAIN, ROW]))
    assert [record.value.unit for record in records] == [None]
    assert (code, f"{'AB'[len(cells) - 1]}1") in told(reader)


def test_a_line_of_which_nothing_is_understood() -> None:
    _, reader = read(workbook([HEADINGS, [None, OLD], [1, "Nguyễn Văn A", "Phòng", "Giấy khen"]]))
    assert told(reader)[0][0] in ("legacy-encoding", "missing-key")
    _, reader = read(workbook([["§¬n vÞ: Së Néi vô tØnh"], HEADINGS, [1, "Nguyễn Văn A", "Phòng", "Giấy khen"]]))
    assert told(reader) == [("legacy-encoding", "A1")]


def test_an_award_that_cannot_be_read_is_not_counted_silently() -> None:
    records, reader = read(workbook([("STT", "Họ và tên"), [None, "I. Giấy khen \u00b5"], [1, "Nguyễn Văn A"]]))
    assert records or reader.faults
