"""Word lists: each table is a sheet under its paragraphs; its cells are known by row and column of the table."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lists.word_lists import (
    HEADINGS,
    LETTERHEAD,
    SIGNATURES,
    WordList,
    deleted,
    hide_text,
    inserted,
    numbered,
    of_row,
    strike,
)
from tests.lists.workbooks import told, workbook
from tests.reading.hostile_workbooks import _zipped
from thidua_cli.errors import ThiduaError
from thidua_cli.lists.reader import nomination_reader
from thidua_cli.reading.tables.excel import parse_excel
from thidua_cli.reading.tables.open_table import read_table
from thidua_cli.reading.tables.table import Sheet, Table
from thidua_cli.reading.tables.word_tables import parse_word

ROWS = [HEADINGS, (1, "Lê Văn Kha", "Phòng A", "Giấy khen"), (2, "Trần Thị Mơ", "Phòng B", "Giấy khen")]


def read(made: WordList) -> Table:
    return parse_word(made.bytes(), "a.docx")


def only(made: WordList) -> Sheet:
    table = read(made)
    assert table.faults == []
    (sheet,) = table.sheets
    return sheet


def test_a_table_is_a_sheet_below_what_stands_above_it() -> None:
    made = WordList().line("DANH SÁCH ĐỀ NGHỊ").line("").line("Đơn vị: Phòng A")
    made.table(ROWS)
    sheet = only(made)
    assert (sheet.name, sheet.typed) == ("bảng 1", False)
    assert [row[0] for row in sheet.rows] == ["DANH SÁCH ĐỀ NGHỊ", "Đơn vị: Phòng A", "STT", "1", "2"]
    assert {len(row) for row in sheet.rows} == {4}
    assert [(sheet.spot(row, 1).sheet, sheet.spot(row, 1).cell) for row in (0, 1, 2, 4)] == [
        *((None, "đoạn 1"), (None, "đoạn 2"), ("bảng 1", "B1"), ("bảng 1", "B3"))
    ]  # fmt: skip


def test_nominees_of_a_word_list_are_those_of_the_same_workbook() -> None:
    made = WordList()
    made.table(ROWS)
    readers = [nomination_reader({}, award_needed=True) for _ in range(2)]
    of_word = readers[0].read(read(made))
    of_excel = readers[1].read(parse_excel(workbook(ROWS), "a.xlsx"))
    assert [one.value for one in of_word] == [one.value for one in of_excel]
    assert [told(reader) for reader in readers] == [[], []]
    assert [one.origin.spot("name").cell for one in of_word] == ["B2", "B3"]


def test_rows_are_told_by_the_numbers_that_they_have_in_their_table() -> None:
    made = WordList().line("DANH SÁCH ĐỀ NGHỊ").line("Đơn vị: Phòng A")
    made.table([HEADINGS, ("", "I. Phòng A", "", ""), (1, "Lê Văn Kha", "", "Giấy khen"), ("", "Linh tinh", "", "")])
    reader = nomination_reader({}, award_needed=True)
    reader.read(read(made))
    (view,) = reader.views
    assert (view.sheet, view.head, view.records) == ("bảng 1", 1, 1)
    assert ([line.row for line in view.sections], [line.row for line in view.passed]) == ([2], [4])


def test_letterhead_and_signatures_are_no_lists_and_each_table_has_its_own_title() -> None:
    made = WordList()
    made.table(LETTERHEAD)
    made.line("I. TẬP THỂ")
    made.table([("STT", "Tên tập thể"), (1, "Phòng A")])
    made.line("II. CÁ NHÂN")
    made.table([("STT", "Họ và tên", "Đơn vị"), (1, "Lê Văn Kha", "Phòng A")])
    made.line("Trên đây là danh sách đề nghị.")
    made.table(SIGNATURES)
    first, second = read(made).sheets
    assert [row[:2] for row in first.rows] == [
        ["SỞ TÀI CHÍNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["PHÒNG A", "Độc lập - Tự do - Hạnh phúc"],
        ["I. TẬP THỂ", ""],
        ["STT", "Tên tập thể"],
        ["1", "Phòng A"],
    ]
    assert (first.name, second.name) == ("bảng 2", "bảng 3")
    assert second.rows[0] == ["II. CÁ NHÂN", "", ""]


def test_merged_cells_hold_for_each_row_and_column_that_they_cover() -> None:
    made = WordList()
    table = made.table([("STT", "Họ và tên", "", "Đơn vị"), *[(at, f"A{at}", f"B{at}", "x") for at in (1, 2, 3)]])
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Họ và tên"
    table.cell(1, 3).merge(table.cell(3, 3)).text = "Phòng A"
    sheet = only(made)
    assert sheet.rows[0] == ["STT", "Họ và tên", "Họ và tên", "Đơn vị"]
    assert [row[3] for row in sheet.rows[1:]] == ["Phòng A"] * 3
    assert set(sheet.merges) == {(0, 1, 0, 2), (1, 3, 3, 3)}


def test_what_word_shows_is_read_and_what_it_does_not_is_told() -> None:
    made = WordList()
    table = made.table([*ROWS, (3, "Hà Văn Nu", "Phòng C", "Giấy khen"), (4, "Bùi Văn Xa", "Phòng D", "Giấy khen")])
    deleted(table.cell(1, 1), "hn")
    inserted(table.cell(1, 2), "1")
    hide_text(table.cell(2, 1))
    of_row(table.rows[3], '<w:del w:id="3" w:author="A"/>')
    of_row(table.rows[4], "<w:hidden/>")
    made.file.tables[0].cell(4, 3).add_table(1, 1).cell(0, 0).text = "Vũ Văn Ẩn"
    found = read(made)
    (sheet,) = found.sheets
    assert [row[1] for row in sheet.rows] == ["Họ và tên", "Lê Văn Kha", "", "Bùi Văn Xa"]
    assert sheet.rows[1][2] == "Phòng A1"
    assert sheet.hidden_rows == {3}
    assert [(one.code, one.cell) for one in found.faults] == [("text-skipped", "B3"), ("text-skipped", "D4")]
    assert ["chữ ẩn" in found.faults[0].message, "bảng lồng" in found.faults[1].message] == [True, True]


def test_struck_rows_are_those_of_a_workbook() -> None:
    made = WordList()
    table = made.table(ROWS)
    for cell in table.rows[1].cells[1:]:
        strike(cell)
    strike(table.cell(2, 1))
    sheet = only(made)
    assert (sheet.struck, sheet.struck_cells) == ({1}, {(1, 1), (1, 2), (1, 3), (2, 1)})


def test_a_cell_of_which_a_run_is_struck_is_struck_in_part() -> None:
    made = WordList()
    table = made.table(ROWS)
    strike(table.cell(1, 1))
    table.cell(1, 1).paragraphs[0].add_run(" Lê Văn Ba")
    strike(table.cell(2, 1))
    table.cell(2, 1).paragraphs[0].add_run(" ")
    sheet = only(made)
    assert (sheet.partly_struck, sheet.struck_cells) == ({(1, 1)}, {(2, 1)})


def test_automatic_numbers_are_running_numbers_and_marks_of_sections_but_no_part_of_names() -> None:
    made = WordList()
    table = made.table([HEADINGS, ("", "A", "", ""), ("", "B", "", "")])
    numbered([table.cell(1, 0), table.cell(1, 1), table.cell(2, 0)])
    assert [row[:2] for row in only(made).rows[1:]] == [["1.", "A"], ["3.", "B"]]
    sections = WordList()
    table = sections.table([HEADINGS, ("", "Tập thể", "", "")])
    numbered([table.cell(1, 1)], "upperRoman")
    assert only(sections).rows[1][1] == "I. Tập thể"


def test_errors_pasted_from_a_workbook_are_no_values() -> None:
    made = WordList()
    made.table([HEADINGS, (1, "#REF!", "Phòng A", "####")])
    sheet = only(made)
    assert (sheet.rows[1], sheet.unread) == (["1", "", "Phòng A", ""], {(1, 1): "#REF!", (1, 3): "####"})


@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_cell_stands_where_word_draws_it(spans: list[list[int]]) -> None:
    rows = ""
    for line in spans:
        rows += f"<w:tr>{''.join(map(_cell, range(9), line))}</w:tr>"
    (sheet,) = parse_word(_package(f"<w:tbl>{rows}</w:tbl>"), "a.docx").sheets
    widest = max(map(sum, spans))
    for row, line in zip(sheet.rows, spans, strict=True):
        drawn = [str(at) for at, span in enumerate(line) for _ in range(span)]
        assert row == drawn + [""] * (widest - len(drawn))


def _cell(text: object, span: int) -> str:
    text = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{text}</w:tc>'


def _package(body: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return _zipped({"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()})


HOSTILE = {
    "spans without end": "<w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr></w:tc>' * 2000 + "</w:tr>",
    "one wide row, many short ones": "<w:tr>" + "<w:tc/>" * 200 + "</w:tr>" + "<w:tr/>" * 100_000,
    "deep tables": "<w:tr><w:tc><w:tbl>" * 100 + "</w:tbl></w:tc></w:tr>" * 100,
    "merges that never began": "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr>" * 1000,
    "merges across that never began": '<w:tr><w:tc><w:tcPr><w:hMerge w:val="continue"/></w:tcPr></w:tc></w:tr>' * 100,
    "before the grid": '<w:tr><w:trPr><w:gridBefore w:val="999999"/></w:trPr><w:tc/></w:tr>' * 1000,
    "numbers that are none": '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr></w:tc></w:tr>',
}


@pytest.mark.parametrize("rows", HOSTILE.values(), ids=HOSTILE)
def test_tables_that_word_never_draws_stay_safe(rows: str) -> None:
    found = Table("a.docx")
    with suppress(ThiduaError):
        found = parse_word(_package(f"<w:tbl>{rows}</w:tbl>"), "a.docx")
    assert sum(len(row) for sheet in found.sheets for row in sheet.rows) <= 8_000_000


def test_a_file_is_known_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    made = WordList()
    made.table(ROWS)
    contents = {".docx": made.bytes(), ".xlsx": workbook(ROWS), ".csv": "Họ và tên,Đơn vị\nA,B\n".encode("utf-16")}
    contents[".xls"] = (Path(__file__).parent / "old.xls").read_bytes()
    for suffix in (".docx", ".xlsx", ".xls", ".ods", ".csv", ".tsv", ".docm", ".xlsm"):
        for content in contents.values():
            path = tmp_path / f"a{suffix}"
            path.write_bytes(content)
            assert read_table(path).sheets


OTHERS = {
    "trang web": b"\xef\xbb\xbf<html xmlns:x='urn'><table><tr><td>A</td></tr></table></html>",
    "tệp XML": b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>",
    "tệp PDF": b"%PDF-1.7\n",
    "mật khẩu": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "không phải là": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".xls", ".ods", ".csv", ".tsv"])
@pytest.mark.parametrize("said", OTHERS)
def test_what_is_no_list_is_told_under_every_name(said: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(OTHERS[said])
    with pytest.raises(ThiduaError, match=said) as refused:
        read_table(path)
    assert refused.value.hint


def test_a_locked_opendocument_file_is_told() -> None:
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"\x8f\x01"}
    manifest = b'<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>'
    for locked in ({**parts, "META-INF/manifest.xml": manifest}, {"encrypted-package": b"x", **parts}):
        with pytest.raises(ThiduaError, match="mật khẩu"):
            parse_excel(_zipped(locked), "a.ods")
