"""What a sheet hides, strikes out, merges and could not compute: the same of every kind of workbook.

The three files were saved by LibreOffice from one sheet: row 3 and column D hidden, C2:C3 merged, rows 4 and 5 struck
through (the number of row 5 was left), in rows 7 and 8 the name alone; #N/A and #### typed, 1/0 computed.
"""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from tests.lists.workbooks import changed, in_sheet, workbook
from tests.reading.hostile_workbooks import ods
from thidua_cli.errors import ThiduaError
from thidua_cli.reading.tables.csv import parse_csv
from thidua_cli.reading.tables.excel import parse_excel
from thidua_cli.reading.tables.sheet_traits import is_error, struck_through
from thidua_cli.reading.tables.table import Sheet
from thidua_cli.reading.tables.xlsx_traits import shows_percent

FILES = sorted((Path(__file__).parent / "traits").glob("marked.*"))
# Row 2: the first name in B is struck, the one behind it is not; row 3: all of B, in two runs; row 4: all but a space;
# row 5: the second award in D; row 6: B is in two runs that are not; row 7: D, as a format of the cell.
PARTLY = sorted((Path(__file__).parent / "traits").glob("partly*.*"))
# A, B and C show per cent, as does the formula in G4; D only adds the sign, E shows the numbers, F2 is a text.
PERCENT = sorted((Path(__file__).parent / "traits").glob("percent.*"))
ERRORS = ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#GETTING_DATA", "####"]
ERRORS += ["########", "Err:502", "Err:522", "#ERROR!"]
IN_TEXT = [*ERRORS, "Lỗi:508", " #N/A "]  # workbooks know those of a program in Vietnamese as errors
NO_ERRORS = ["#1", "#", "# 5", "Số #12", "Err", "#N/A trong ô", "Lê Văn Kha", "ERR:1", "#thidua"]


def only(content: bytes) -> Sheet:
    (sheet,) = parse_excel(content, "f").sheets
    return sheet


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.suffix)
def test_every_kind_of_workbook_tells_the_same(file: Path) -> None:
    sheet = only(file.read_bytes())
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {3})
    assert sheet.struck == {3, 4}
    assert sheet.struck_cells == {(3, 0), (3, 1), (3, 2), (3, 3), (4, 1), (4, 2), (4, 3), (6, 1), (7, 1)}
    assert sheet.merges == ((1, 2, 2, 2),)
    assert sheet.unread == {(3, 4): "#N/A", (5, 4): "#DIV/0!", (6, 4): "####"}
    assert [row[2] for row in sheet.rows[1:4]] == ["Phòng A", "Phòng A", "Phòng B"]
    assert {row[4] for row in sheet.rows[1:]} == {""}


@pytest.mark.parametrize("file", PARTLY, ids=lambda file: file.name)
def test_every_kind_of_workbook_tells_texts_that_are_struck_in_part(file: Path) -> None:
    sheet = only(file.read_bytes())
    assert sheet.partly_struck == {(1, 1), (4, 3)}
    assert sheet.struck_cells == {(2, 1), (3, 1), (6, 3)}
    assert sheet.struck == frozenset()


@pytest.mark.parametrize("file", PERCENT, ids=lambda file: file.suffix)
def test_numbers_that_are_shown_in_per_cent_are_what_is_seen(file: Path) -> None:
    rows = only(file.read_bytes()).rows
    assert rows[1] == ["97,5%", "100%", "93%", 97.5, 0.975, "0,5", ""]
    assert rows[2] == ["100%", "50%", "66,6666%", 1, 1, "x", ""]
    assert rows[3] == ["7%", "95%", "125%", 3, 0, "", "97,5%"]


@pytest.mark.parametrize("form", ["0%", "0.00%", "#,##0.0%;[Red]-#,##0.0%", '"đạt "0%', "0_)%", "[>=1]0%;0.0%"])
def test_a_form_shows_per_cent(form: str) -> None:
    assert shows_percent(form)


@pytest.mark.parametrize("form", ["General", "0.0", '0"%"', r"0\%", "0_%", "0*%", '"100%"', "[$%-42A]0"])
def test_a_form_only_adds_the_sign_of_per_cent(form: str) -> None:
    assert not shows_percent(form)


def test_what_a_struck_cell_is_merged_with_is_struck() -> None:
    book = openpyxl.Workbook()
    page = book.active
    for row in (["A", "B"], ["x", "y"], ["z", None]):
        page.append(row)
    page["B2"].font = Font(strike=True)
    page.merge_cells("B2:B3")
    stream = io.BytesIO()
    book.save(stream)
    assert only(stream.getvalue()).struck_cells == {(1, 1), (2, 1)}


def test_nothing_is_said_of_a_plain_sheet() -> None:
    sheet = only(workbook([["A", "B"], [1, "x"]]))
    assert not any((sheet.hidden_rows, sheet.hidden_columns, sheet.struck, sheet.struck_cells, sheet.merges))
    assert sheet.unread == {}


def test_what_lies_beyond_the_rows_is_left_out() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["A", "B"])
    page.merge_cells("A1:A900")
    page.merge_cells("H5:H9")
    page.row_dimensions[40].hidden = page.column_dimensions["C"].hidden = page.column_dimensions["B"].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    sheet = only(stream.getvalue())
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merges) == (set(), {1}, ((0, 0, 0, 0),))


@pytest.mark.parametrize("row", ['<row hidden="true" r="2"', '<x:row r="2" hidden="1"', '<row spans="1:2" hidden="1"'])
def test_rows_are_hidden_however_a_program_writes_it(row: str) -> None:
    content = workbook([["A", "B"], [1, "x"]])
    prefix = "x:" if "x:" in row else ""
    tail = b' r="2" spans="1:2">' if b'<row r="2" spans="1:2">' in _sheet(content) else b' r="2">'
    changed_book = in_sheet(content, b"<row" + tail, row.encode() + b">")
    if prefix:
        parts = (b"</row></sheetData>", b"</x:row></sheetData>"), (b"<worksheet ", b"<worksheet xmlns:x=%s " % _SPACE)
        for old, new in parts:
            changed_book = in_sheet(changed_book, old, new)
    assert only(changed_book).hidden_rows == {1}


_SPACE = b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _sheet(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_a_font_that_does_not_strike_is_none() -> None:
    def unstruck(name: str, part: bytes) -> bytes:
        return part.replace(b"<strike", b'<strike val="0"') if name.endswith("styles.xml") else part

    marked = next(file for file in FILES if file.suffix == ".xlsx").read_bytes()
    opened = changed(marked, lambda name, part: part.replace(b'<strike val="true"/>', b"<strike/>"))
    assert only(opened).struck == {3, 4}
    assert only(changed(opened, unstruck)).struck == frozenset()


@pytest.mark.parametrize("text", IN_TEXT)
def test_the_text_of_an_error_is_no_value_of_any_file(text: str) -> None:
    (sheet,) = parse_csv(f"A,B\nx,{text}\n".encode(), "f.csv").sheets
    sheets = [sheet, *([only(workbook([["A", "B"], ["x", text]]))] if text in ERRORS else ())]
    assert is_error(text)
    for one in sheets:
        assert (one.rows[1], one.unread) == (["x", ""], {(1, 1): text.strip()})


@pytest.mark.parametrize("text", NO_ERRORS)
def test_other_texts_are_values(text: str) -> None:
    book = only(workbook([["A", "B"], ["x", text]]))
    (sheet,) = parse_csv(f"A,B\nx,{text}\n".encode(), "f.csv").sheets
    assert (book.rows[1], book.unread, sheet.rows[1], sheet.unread) == (["x", text], {}, ["x", text], {})


@given(st.lists(st.lists(st.sampled_from(["", "x", 1.0]), min_size=3, max_size=3), min_size=1), st.data())
def test_a_row_is_struck_when_no_text_of_it_is_left(rows: list[list[str | float]], data: st.DataObject) -> None:
    filled = [(at, column) for at, row in enumerate(rows) for column, cell in enumerate(row) if cell != ""]
    cells = set(data.draw(st.lists(st.sampled_from(filled)))) if filled else set()
    struck = struck_through(rows, cells)
    assert struck <= {row for row, _ in cells}
    for number, row in enumerate(rows):
        texts = {(number, column) for column, cell in enumerate(row) if cell == "x"}
        if texts:
            assert (number in struck) == (texts <= cells)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"=""079083000003"""', "079083000003"),
        ('="079083000003"', "079083000003"),
        ('"=""say """"yes"""" """', 'say "yes" '),
        ('"=""open"', '="open'),
    ],
)
def test_a_number_as_a_formula_of_text_is_the_text(typed: str, read: str) -> None:
    (sheet,) = parse_csv(f"A;B\nx;{typed}\n".encode(), "f.csv").sheets
    assert sheet.rows[1][1] == read


@pytest.mark.parametrize("typed", ["=A1", "=$B$2", "=UPPER(B2)", "= VLOOKUP(A4,DS!A:B,2,0)", "='DS'!A1", "=DS!B3"])
def test_a_formula_in_csv_has_no_value(typed: str) -> None:
    (sheet,) = parse_csv(f"A;B\nx;{typed}\n".encode(), "f.csv").sheets
    assert (sheet.rows[1][1], sheet.unread) == ("", {(1, 1): ""})


@pytest.mark.parametrize("typed", ["=", "= 5", "=> xem trang 2", "==", "=Nguyễn Văn An"])
def test_an_equals_sign_alone_is_no_formula(typed: str) -> None:
    (sheet,) = parse_csv(f"A;B\nx;{typed}\n".encode(), "f.csv").sheets
    assert (sheet.rows[1][1], sheet.unread) == (typed, {})


def test_columns_that_are_blank_from_top_to_bottom_are_cut_behind_the_last_one() -> None:
    (sheet,) = parse_csv(b"A,B,,\nx,,,\n,,,\ny,z,,\nw\n", "f.csv").sheets
    assert sheet.rows == [["A", "B"], ["x", ""], ["", ""], ["y", "z"], ["w"], []]
    (kept,) = parse_csv(b"A,B,,\nx,,,note\n", "f.csv").sheets
    assert [len(row) for row in kept.rows] == [4, 4, 0]


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="1000"/>' * 20_000,
        "<table:table-row-group>" * 20_000 + "<table:table-row/>" * 20_000 + "</table:table-row-group>" * 20_000,
        '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000" '
        'table:formula="x"/></table:table-row>' * 9,
    ],
    ids=["hidden", "groups", "formulas"],
)
def test_marks_that_no_hand_makes_are_bounded(rows: str) -> None:
    content = ods(f'<table:table table:name="a">{rows}</table:table>')
    with suppress(ThiduaError):
        (sheet,) = parse_excel(content, "a.ods").sheets
        assert len(sheet.hidden_rows) + len(sheet.unread) <= 1_000_000
