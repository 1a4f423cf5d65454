"""Headings, sections, merged cells, totals and signatures: what is a record and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exploring import examples
from tests.lists.workbooks import HEADINGS, read, told, workbook
from thidua_cli.lists.cells import text_of
from thidua_cli.lists.reader import nomination_reader, unit_reader
from thidua_cli.model.headings import headings_of
from thidua_cli.model.nomination import Nomination
from thidua_cli.reading.tables.csv import parse_csv
from thidua_cli.reading.tables.excel import parse_excel
from thidua_cli.reading.tables.table import letters

ONE = [1, "Nguyễn Văn A", "Phòng Tổng hợp", "Giấy khen"]
TWO = [2, "Trần Thị B", "Phòng Kế toán", "Giấy khen"]


def names(rows, merged=(), sheet="Sheet"):
    records, reader = read(workbook(rows, merged, sheet))
    return [record.value.name for record in records], told(reader)


@pytest.mark.parametrize(
    "row",
    [
        [],
        [3],
        [None, "Tổng cộng: 02 cá nhân"],
        ["Cộng"],
        [None, "Cộng (I + II)", None, 2],
        [None, "TỔNG SỐ", None, "2 người"],
        [None, "Danh sách này có 02 cá nhân./."],
        [None, "NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ"],
        [None, None, None, "Hà Nội, ngày 2 tháng 12 năm 2024"],
        [None, "Nơi nhận:"],
        [None, "TM. HỘI ĐỒNG", None, "KT. GIÁM ĐỐC"],
    ],
)
def test_rows_that_are_no_records(row):
    assert names([HEADINGS, ONE, TWO, row]) == (["Nguyễn Văn A", "Trần Thị B"], [])


@pytest.mark.parametrize(
    "name",
    [
        "Tổng công ty Xây dựng A",
        "Cộng đồng dân cư thôn Một",
        "Công Văn Tổng",
        "Ban Giám đốc",
        "Danh Sách",
        "Ký Văn Con",
    ],
)
def test_names_that_only_look_like_totals_and_signatures_are_records(name):
    assert names([HEADINGS, [1, name, "Phòng", "Giấy khen"], TWO]) == ([name, "Trần Thị B"], [])


def test_words_of_headings_among_the_data_begin_no_new_list():
    rows = [["Tên", "Đối tượng", "Hình thức"], ["A", "Cá nhân", "CSTĐCS"], ["B", "Tập thể", "LĐTT"]]
    assert names(rows) == (["A", "B"], [])


def test_a_title_that_is_a_heading_too_is_a_title():
    assert names([["CÁ NHÂN"], [], HEADINGS, ONE]) == (["Nguyễn Văn A"], [])


def test_a_list_of_nothing_but_names():
    reader = nomination_reader({}, award_needed=False)
    records = reader.read(parse_excel(workbook([["Danh sách"], ["Họ tên"], ["Nguyễn Văn A"], ["Trần Thị B"]]), "f"))
    assert [record.value.name for record in records] == ["Nguyễn Văn A", "Trần Thị B"]
    assert reader.faults == []


def test_headings_in_two_rows_of_ragged_csv():
    text = "TT;Họ tên;Hình thức;Số phiếu;\n;;;Đồng ý;Tổng số thành viên\n1;Nguyễn Văn A;Giấy khen;7;9\n2;Trần Thị B\n"
    reader = nomination_reader({}, award_needed=True)
    records = reader.read(parse_csv(text.encode(), "f.csv"))
    assert [(one.value.name, one.value.agree, one.value.voters) for one in records] == [
        ("Nguyễn Văn A", 7, 9),
        ("Trần Thị B", None, None),
    ]
    assert reader.faults == []


def test_a_subtotal_does_not_end_the_list():
    found, _ = names([HEADINGS, ONE, [None, "Cộng", None, 1], TWO])
    assert found == ["Nguyễn Văn A", "Trần Thị B"]


def test_signatures_end_the_list():
    found, _ = names([HEADINGS, ONE, [], [None, "NGƯỜI LẬP BIỂU"], [None, "Lê Văn C", "Đã ký", "x"]])
    assert found == ["Nguyễn Văn A"]


def test_sections_speak_for_the_rows_below():
    rows = [
        ["STT", "Tên tập thể, cá nhân", "Chức vụ"],
        ["A", "GIẤY KHEN CHO TẬP THỂ"],
        [1, "Tổ Một cửa", "x"],
        ["B", "Giấy khen đối với cá nhân"],
        [None, "1. Phòng Tổng hợp"],
        [1, "Nguyễn Văn A", "Chuyên viên"],
        [None, "2. Phòng Kế toán"],
        [2, "Trần Thị B", "Kế toán"],
        ["C", "Lao động tiên tiến"],
        [3, "Lê Văn C", "Chuyên viên"],
    ]
    records, reader = read(workbook(rows))
    assert [(one.value.name, one.value.award, one.value.subject, one.value.unit) for one in records] == [
        ("Tổ Một cửa", "GIẤY KHEN", "collective", None),
        ("Nguyễn Văn A", "Giấy khen", "individual", "Phòng Tổng hợp"),
        ("Trần Thị B", "Giấy khen", "individual", "Phòng Kế toán"),
        ("Lê Văn C", "Lao động tiên tiến", None, None),
    ]
    assert reader.faults == []


@pytest.mark.parametrize(
    ("sheet", "title", "heading", "subject"),
    [
        ("Tập thể", "", "Họ và tên", "collective"),
        ("Sheet", "DANH SÁCH HỘ GIA ĐÌNH ĐỀ NGHỊ KHEN", "Tên", "household"),
        ("Sheet", "Danh sách tập thể, cá nhân", "Tên tập thể, cá nhân", None),
        ("Sheet", "", "Họ và tên", "individual"),
        ("Sheet", "", "Tên tập thể", "collective"),
        ("Doanh nghiệp", "", "Tên", "enterprise"),
        ("Sheet", "", "Tên", None),
    ],
)
def test_the_subject_is_told_by_sheet_title_or_heading(sheet, title, heading, subject):
    rows = [[title], ["STT", heading, "Đơn vị", "Hình thức"], ONE]
    records, _ = read(workbook(rows, sheet=sheet))
    assert [record.value.subject for record in records] == [subject]


def test_the_unit_is_told_above_the_list_and_overruled_by_its_cell():
    rows = [["Đơn vị đề nghị:", "Sở A"], HEADINGS, [1, "Nguyễn Văn A", None, "Giấy khen"], TWO]
    records, _ = read(workbook(rows))
    assert [record.value.unit for record in records] == ["Sở A", "Phòng Kế toán"]


def test_merged_cells_hold_for_each_of_their_rows():
    rows = [HEADINGS, ONE, [2, "Trần Thị B"], [3, "Lê Văn C"], [], [None, "Tổng cộng: 3"]]
    records, reader = read(workbook(rows, ["C2:C5", "D2:D5", "B6:D6"]))
    assert [(one.value.name, one.value.unit, one.value.award) for one in records] == [
        (name, "Phòng Tổng hợp", "Giấy khen") for name in ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C")
    ]
    assert records[2].origin.spot("unit").cell == "C4"
    assert reader.faults == []


@pytest.mark.parametrize("numbers", [[1, 2, 3, 4], ["(1)", "(2)", "(3)", "(4)"], ["A", "B", 1, 2]])
def test_the_row_that_numbers_the_columns_is_no_record(numbers):
    assert names([HEADINGS, numbers, ONE]) == (["Nguyễn Văn A"], [])


def test_two_lists_in_one_sheet():
    rows = [
        ["Danh sách tập thể"],
        HEADINGS,
        ONE,
        [],
        ["Danh sách cá nhân"],
        ["STT", "Hình thức", "Họ tên"],
        [1, "Giấy khen", "B"],
    ]
    records, reader = read(workbook(rows))
    assert [(one.value.name, one.origin.spot("award").cell) for one in records] == [("Nguyễn Văn A", "D3"), ("B", "B7")]
    assert [one.value.subject for one in records] == ["collective", "individual"]
    assert told(reader) == [("row-skipped", "A5")] or told(reader) == []


def test_units_have_no_sections():
    content = workbook([["Tên đơn vị"], ["Phòng Tổng hợp"], ["1. Phòng Kế toán"], ["Tổng cộng"]])
    reader = unit_reader()
    assert [one.value.name for one in reader.read(parse_excel(content, "f"))] == ["Phòng Tổng hợp", "1. Phòng Kế toán"]
    assert reader.faults == []


FIELDS = [name for name in headings_of(Nomination) if name not in ("prior", "dossier")]
TEXTS = st.text(alphabet="abcđêôưăâ ốềữ", min_size=1, max_size=12).map(
    lambda text: f"Chị {' '.join(text.split())}".strip()
)
VALUES = {
    "born": st.dates().filter(lambda day: 1900 <= day.year <= 2100).map(str),
    "joined": st.integers(1900, 2030).map(str),
    "established": st.integers(1900, 2030).map(str),
    "received": st.integers(1900, 2030).map(str),
    "gender": st.sampled_from(["nam", "nữ"]),
    "rating": st.sampled_from(["tốt", "HTXSNV"]),
    "initiative": st.sampled_from(["không", "cấp tỉnh"]),
    "discipline": st.sampled_from(["không", "khiển trách"]),
    "pending": st.sampled_from(["x", "không"]),
    "year": st.integers(1900, 2099).map(str),
    "id_number": st.integers(10**10, 10**12 - 1).map("{:012}".format),  # a text without a number tells none
}
COUNTS = ("agree", "voters", "members", "advanced", "completed", "fighters", "warned")


@examples(60)
@given(st.data())
def test_what_is_written_is_read_wherever_it_stands(data):
    """Columns in any order under any heading of theirs, the table anywhere: the same records, each at its cell."""
    fields = data.draw(
        st.lists(st.sampled_from(FIELDS), unique=True, max_size=8).map(lambda some: {*some, "name", "award"})
    )
    order = data.draw(st.permutations(sorted(fields)))
    texts = [data.draw(st.sampled_from(headings_of(Nomination)[name])) for name in order]
    texts = [data.draw(st.sampled_from([text, text.upper(), text.lower(), f" {text} "])) for text in texts]
    rows = []
    for _ in range(data.draw(st.integers(1, 4))):
        strategies = [VALUES.get(name, st.integers(0, 99_999).map(str) if name in COUNTS else TEXTS) for name in order]
        rows.append([data.draw(strategy) for strategy in strategies])
    down, right = data.draw(st.integers(0, 6)), data.draw(st.integers(0, 3))
    blank = [""] * right
    content = [["x"] if number == 0 else [] for number in range(down)]
    content += [blank + texts, *([*blank, *row] for row in rows)]
    records, reader = read(workbook(content))
    assert told(reader) == []
    assert [record.value.name for record in records] == [row[order.index("name")] for row in rows]
    expected = Nomination.model_validate(dict(zip(order, rows[0], strict=True)))
    for name in order:
        assert getattr(records[0].value, name) == getattr(expected, name)
    for number, record in enumerate(records):
        for column, name in enumerate(order):
            assert record.origin.spot(name).cell == f"{letters(right + column)}{down + number + 2}"


@examples(60)
@given(
    st.lists(st.lists(st.text(alphabet='aố" ;,\t\n', max_size=6), min_size=3, max_size=3), min_size=1, max_size=4),
    st.sampled_from(",;\t"),
    st.booleans(),
)
def test_csv_is_read_with_the_place_of_every_cell(rows, sign, bom):
    def quoted(text):
        return '"' + text.replace('"', '""') + '"'

    rows = [[f"A{index}{row[0]}", f"B{row[1]}", f"C{row[2]}"] for index, row in enumerate(rows)]
    text = sign.join(("Họ và tên", "Hình thức", "Đơn vị")) + "\n"
    text += "".join(sign.join(map(quoted, row)) + "\n" for row in rows)
    parsed = parse_csv((b"\xef\xbb\xbf" if bom else b"") + text.encode(), "f.csv")
    records = nomination_reader({}, award_needed=True).read(parsed)
    assert [record.value.name for record in records] == [" ".join(row[0].split()) for row in rows]
    for record, row in zip(records, rows, strict=True):
        for name, cell in zip(("name", "award", "unit"), row, strict=True):
            spot = record.origin.spot(name)
            assert parsed.lines[spot.line - 1][spot.column - 1 :].startswith(f'"{cell[0]}')


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_written_without_a_point(number):
    assert text_of(float(number)) == str(number)
