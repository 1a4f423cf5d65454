"""A row that holds nothing but one cell, of any kind, in any column of any list, is passed or told."""

from datetime import date, datetime, time

import pytest

from tests.lists.workbooks import ods, workbook
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.lists.reader import Reader, nomination_reader, register_reader, unit_reader
from thidua_cli.reading.tables.csv import parse_csv
from thidua_cli.reading.tables.excel import parse_excel

READERS = {
    "nominations": (
        lambda: nomination_reader({}, award_needed=True),
        ["STT", "Họ và tên", "Nam", "Nữ", "Đơn vị", "Hình thức đề nghị", "Số phiếu đồng ý", "CCCD", "Ghi chú"],
        [1, "Nguyễn Văn A", "x", None, "Phòng", "Giấy khen", 7, "012345678901", "x"],
    ),
    "units": (unit_reader, ["Số TT", "Tên đơn vị", "Cụm", "Số người"], [1, "Phòng A", "Cụm 1", 12]),
    "register": (
        register_reader,
        ["STT", "Họ và tên", "Danh hiệu", "Năm", "Ngày quyết định"],
        [1, "Nguyễn Văn A", "LĐTT", 2020, date(2020, 12, 1)],
    ),
}
CELLS = {
    "number": 18,
    "fraction": 1.5,
    "negative": -3,
    "large": 10**20,
    "day": date(2024, 5, 19),
    "moment": datetime.fromisoformat("2024-05-19T07:30"),
    "time": time(7, 30),
    "flag": True,
    "no": False,
    "text": "x",
    "blank": " ",
    "wide-blank": "\u00a0\u3000",
    "invisible": "\u2066",
    "lines": "a\nb",
    "control": "a\x01b",
    "old-font": "Phßng Kinh tÕ vµ H¹ tÇng",
}


def xlsx(rows: list[list[object]]) -> bytes:
    spelt = [[value.replace("\x01", "_x0001_") if isinstance(value, str) else value for value in row] for row in rows]
    return workbook(spelt)


def csv(rows: list[list[object]]) -> bytes:
    def cell(value: object) -> str:
        return "" if value is None else '"' + str(value).replace('"', '""') + '"'

    return "\n".join(";".join(map(cell, row)) for row in rows).encode()


@pytest.mark.parametrize("written", [xlsx, ods, csv])
@pytest.mark.parametrize("kind", READERS)
def test_a_lone_cell_is_passed_over_or_told(kind: str, written) -> None:
    make, headings, record = READERS[kind]
    for column in range(len(headings) + 1):
        for what, cell in CELLS.items():
            if (what, written) == ("old-font", csv):
                continue  # such a file is refused as a whole
            row = [None] * column + [cell] + [None] * (len(headings) - column)
            content = written([headings, record, row, record])
            reader: Reader = make()
            records = reader.read((parse_csv if written is csv else parse_excel)(content, "f"))
            assert len(records) >= 2, (column, what)
            for fault in reader.faults:
                assert severity_of(fault.code)
                assert fault.line or fault.cell, (column, what)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("opened", ['"', 'a;"', '"a;b', '""";'])
@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_quotation_mark_that_nothing_closes_is_told_at_its_line(kind: str, opened: str, row: int) -> None:
    make, headings, record = READERS[kind]
    lines = csv([headings, record, record]).decode().split("\n")
    lines[row] = opened + lines[row].replace('"', "")
    reader: Reader = make()
    records = reader.read(parse_csv("\n".join(lines).encode(), "f.csv"))
    first = reader.faults[0]
    assert (first.code, first.line is not None and first.line > row) == ("table-broken", True)
    assert len(records) == max(row - 1, 0)
    assert [fault.code for fault in reader.faults if fault.code == "column-missing"] == []
