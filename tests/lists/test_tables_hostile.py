"""Files made to break the reader, and files of another kind, end in a clear error; nothing else ever comes out."""

import io
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exploring import examples
from tests.lists.workbooks import HEADINGS, changed, in_sheet, read, workbook
from thidua_cli.errors import ThiduaError
from thidua_cli.lists.reader import nomination_reader
from thidua_cli.reading.tables import open_table, workbook_guard
from thidua_cli.reading.tables.csv import parse_csv
from thidua_cli.reading.tables.excel import parse_excel
from thidua_cli.reading.tables.open_table import read_table

GOOD = workbook([HEADINGS, [1, "Nguyễn Văn A", "Phòng Tổng hợp", "Giấy khen"]])


def refused(content: bytes) -> str:
    with pytest.raises(ThiduaError) as error:
        parse_excel(content, "f.xlsx")
    assert error.value.hint
    return error.value.message


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> int:
    """A limit on unpacked bytes that a test can pass without writing 600 MB."""
    limit = 1_000_000
    monkeypatch.setattr(workbook_guard, "MAX_UNPACKED", limit)
    return limit


def test_a_zip_bomb_is_not_unpacked(small_limit: int) -> None:
    assert "quá lớn" in refused(zipped(**{"xl/workbook.xml": b"<workbook/>", "xl/x.bin": b"\0" * (small_limit + 1)}))


def test_a_header_that_lies_about_its_size_is_not_believed(small_limit: int) -> None:
    content = bytearray(zipped(**{"xl/workbook.xml": b" " * (small_limit + 1)}))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    content[22:26] = (10).to_bytes(4, "little")
    assert "quá lớn" in refused(bytes(content))


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        b'<row r = "1048576"><c r = "XFD1048576"><v>1</v></c></row>',
        b'<row\tr="1048576"><c\nr="XFD1048576"><v>1</v></c></row>',
        b'<row><c r="AAAA9999999"><v>1</v></c></row>',
        b'<row r="2"><c r="xfd1048576"><v>1</v></c></row>',
    ],
)
def test_one_value_in_the_farthest_cell_does_not_take_all_memory(row: bytes) -> None:
    assert "quá lớn" in refused(in_sheet(GOOD, b"</sheetData>", row + b"</sheetData>"))


@pytest.mark.slow
def test_a_million_blank_formatted_rows_are_no_rows() -> None:
    blank = b"".join(
        b'<row r="%d" s="1"><c r="A%d" s="1"/><c r="XFD%d" s="1"/></row>' % (n, n, n) for n in range(3, 300_000)
    )
    blank += b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    records, reader = read(in_sheet(GOOD, b"</sheetData>", blank + b"</sheetData>"))
    assert [record.value.name for record in records] == ["Nguyễn Văn A"]
    assert reader.faults == []


def test_repeated_cells_of_opendocument_are_counted_before_they_are_made() -> None:
    cell = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    body = f"<office:body><office:spreadsheet><table:table>{cell}</table:table></office:spreadsheet></office:body>"
    assert "quá lớn" in refused(zipped(**{"content.xml": body.encode()}))


def test_xml_entities_are_not_followed() -> None:
    def with_entities(name: str, part: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return part
        kinds = b'<!DOCTYPE x [<!ENTITY a "laugh"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        return kinds + part.replace("Nguyễn Văn A".encode(), b"&b;&f;")

    try:
        records, _ = read(changed(GOOD, with_entities))
    except ThiduaError:
        return
    assert all("root" not in record.value.name and "laugh" not in record.value.name for record in records)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (zipped(**{"word/document.xml": b"<w/>"}), "tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "hỏng"),
        (GOOD[: len(GOOD) // 2], "hỏng"),
        (b"PK\x05\x06" + b"\0" * 18, "không phải là bảng tính"),
        ("Họ và tên;Hình thức\n".encode(), "không phải là bảng tính"),
        (changed(GOOD, lambda name, part: part[: len(part) // 2] if name.endswith("sheet1.xml") else part), "hỏng"),
    ],
)
def test_what_is_no_workbook_is_told(content: bytes, said: str) -> None:
    assert said in refused(content)


def test_files_that_cannot_be_read_are_told(tmp_path, monkeypatch) -> None:
    (tmp_path / "a.docx").write_bytes(b"x")
    (tmp_path / "a.pdf").write_bytes(b"x")
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / "a.csv").write_bytes(b"\0" * 50)
    (tmp_path / "b.csv").write_bytes(b"a" * 100)
    monkeypatch.setattr(open_table, "CSV", replace(open_table.CSV, limit=60))
    for name, said in {
        "a.docx": "không phải là danh sách Word",
        "a.pdf": "đuôi tệp",
        "a.xlsx": "trống",
        "a.csv": "không phải là tệp CSV",
        "b.csv": "lớn hơn",
        "c.csv": "không có tệp",
    }.items():
        with pytest.raises(ThiduaError, match=said):
            read_table(tmp_path / name)


LIST = "Họ và tên;Hình thức đề nghị\nNguyễn Văn A;Giấy khen\n"


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_csv_in_any_form_of_unicode_is_read(code: str) -> None:
    (sheet,) = parse_csv(LIST.encode(code), "f.csv").sheets
    assert sheet.rows[1] == ["Nguyễn Văn A", "Giấy khen"]
    assert (sheet.spot(1, 1).line, sheet.spot(1, 1).column) == (2, 14)


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        ("Đơn vị đề nghị;b\n".encode("cp1258", "replace"), "CSV UTF-8"),
        (LIST.encode("cp1252", "replace"), "lấy lại tệp gốc"),
        (LIST.encode("ascii", "replace"), "lấy lại tệp gốc"),
        (LIST.encode().decode("cp1252", "replace").encode(), "lấy lại tệp gốc"),
        ("Hä vµ tªn;H×nh thøc\nNguyÔn V¨n A;GiÊy khen\n".encode(), "UniKey (Ctrl"),
        ("Hä vµ tªn;H×nh thøc\nNguyÔn V¨n A;GiÊy khen\n".encode("latin-1"), "UniKey (Ctrl"),
    ],
)
def test_csv_whose_letters_are_spoilt_is_refused_as_a_whole(content: bytes, advice: str) -> None:
    found = parse_csv(content, "f.csv")
    assert [fault.code for fault in found.faults] == ["legacy-encoding"]
    assert advice in found.faults[0].hint
    assert found.sheets == []


def test_one_spoilt_row_of_csv_is_told_at_its_cell() -> None:
    rows = "".join(f"Nguyễn Văn {letter};Giấy khen\n" for letter in "ABCDEF")
    reader = nomination_reader({}, award_needed=True)
    records = reader.read(parse_csv((LIST + rows + "TrÇn ThÞ B;Giấy khen\n").encode(), "f.csv"))
    assert len(records) == 7
    assert [(fault.code, fault.line) for fault in reader.faults] == [("legacy-encoding", 9)]


def test_old_fonts_are_told_at_each_cell() -> None:
    long = "Hoµn thµnh tèt nhiÖm vô ®­îc giao"
    _, reader = read(workbook([[*HEADINGS, "Thành tích"], [1, "Nguyễn Văn A", "Phòng", "Giấy khen", long]]))
    assert [(fault.code, fault.cell) for fault in reader.faults] == [("legacy-encoding", "E2")]
    names = ["TrÇn ThÞ H»ng", "Lª §øc Th¾ng", "Bïi C«ng §¹t"]
    _, reader = read(workbook([HEADINGS, *([1, name, "Phòng", "Giấy khen"] for name in names)]))
    assert [(fault.code, fault.cell) for fault in reader.faults] == [
        ("legacy-encoding", f"B{row}") for row in (2, 3, 4)
    ]


def test_names_of_foreigners_are_no_old_font() -> None:
    names = ["Jürgen Müller", "François Ñandú", "Øystein Bø", *(f"Nguyễn Văn {letter}" for letter in "ABCDEF")]
    records, reader = read(workbook([HEADINGS, *([1, name, "Phòng", "Giấy khen"] for name in names)]))
    assert [record.value.name for record in records] == names
    assert reader.faults == []


@examples(150)
@given(st.binary(max_size=600))
def test_any_bytes_give_a_table_or_a_clear_error(content: bytes) -> None:
    for parse in (parse_excel, parse_csv):
        with suppress(ThiduaError):
            nomination_reader({}, award_needed=True).read(parse(content, "f"))


@examples(150)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_gives_a_table_or_a_clear_error(at: int, junk: bytes) -> None:
    with suppress(ThiduaError):
        read(GOOD[:at] + junk + GOOD[at + len(junk) :])


@examples(100)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_text_is_a_csv_or_told(text: str) -> None:
    header = "Họ và tên;Hình thức đề nghị\n"
    reader = nomination_reader({}, award_needed=True)
    try:
        parsed = parse_csv((header + text).encode(), "f")
    except ThiduaError:
        return
    for record in reader.read(parsed):
        spot = record.origin.spot("name")
        assert spot.line
        assert 1 <= spot.line <= len(parsed.lines)


@pytest.mark.parametrize("sign", ",;")
def test_a_csv_file_that_only_declares_its_sign_has_no_headings(sign: str) -> None:
    reader = nomination_reader({}, award_needed=True)
    assert reader.read(parse_csv(f"sep={sign}".encode(), "f.csv")) == []
    assert [(fault.code, fault.line) for fault in reader.faults] == [("column-missing", 1)]
