"""Lists cost what they are long, no more: shapes of rows that might be looked at again and again."""

from collections.abc import Callable

import pytest

from tests.lines_run import lines_run
from thidua_cli.lists.reader import nomination_reader
from thidua_cli.reading.tables.table import Area, Row, Sheet, Table

_HEAD: Row = ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức đề nghị"]
_LETTERS = "ABCDEGHKLMNPQRSTUVXY"


def _name(number: int) -> str:
    return f"Nguyễn Văn {_LETTERS[number % 20]}{_LETTERS[number // 20 % 20].lower()}"


def _merged(count: int) -> list[Row]:
    return [["", _name(at), "CV", f"Phòng {at // 2}", "Giấy khen"] for at in range(count)]


def _references(count: int) -> list[Row]:
    return [[at + 1, _name(at), "CV", f"Như số {count}", "Giấy khen"] for at in range(count)]


SHAPES: dict[str, Callable[[int], list[Row]]] = {
    "numbered": lambda count: [[at + 1, _name(at), "CV", "Phòng A", "Giấy khen"] for at in range(count)],
    "capitals and posts": lambda count: [["", f"PHÒNG {at}", "GIÁM ĐỐC", "CHỦ TỊCH", ""] for at in range(count)],
    "capitals and awards": lambda count: [["", f"PHÒNG {at}", "GIÁM ĐỐC", "", "GIẤY KHEN"] for at in range(count)],
    "units alone": lambda count: [["", f"Phòng {at}", "", "", ""] for at in range(count)],
    "lines over one each": lambda count: [
        ["I", f"Phòng {at}", "", "", ""] if at % 2 else [1, _name(at), "CV", "", "Giấy khen"] for at in range(count)
    ],
    "merged in pairs": _merged,
    "samples": lambda count: [["", f"VD: {_name(at)}", "CV", "", "Giấy khen"] for at in range(count)],
    "references to one row": _references,
    "people below signatures": lambda count: [
        [1, _name(1), "CV", "Phòng A", "Giấy khen"],
        ["", "NGƯỜI LẬP", "", "GIÁM ĐỐC", ""],
        *(["", _name(at), "", "", ""] for at in range(count)),
    ],
    "people behind the last number": lambda count: [
        *([at, _name(at), "CV", "Phòng A", "Giấy khen"] for at in (1, 2)),
        *(["", _name(at), f"Việc {at}", f"Nơi {at}", ""] for at in range(count)),
    ],
    "words behind the last number": lambda count: [
        *([at, _name(at), "CV", "Phòng A", "Giấy khen"] for at in (1, 2)),
        *(["", f"Lời gì đó {at}", f"Việc {at}", f"Nơi {at}", ""] for at in range(count)),
    ],
    "sums without a name": lambda count: [["", "", "", "", at] for at in range(count)],
    "struck rows": lambda count: [[at + 1, _name(at), "CV", "Phòng A", "Giấy khen"] for at in range(count)],
    "repeated heads": lambda count: [row for at in range(count) for row in (_HEAD, [1, _name(at), "CV", "P", "GK"])],
}


def _work(shape: str, count: int) -> int:
    rows = [_HEAD, *SHAPES[shape](count)]
    pairs: tuple[Area, ...] = tuple((top, 3, top + 1, 3) for top in range(1, count, 2))
    sheet = Sheet("a.xlsx", "A", rows, merges=pairs if shape == "merged in pairs" else ())
    if shape == "struck rows":
        sheet.struck = frozenset(range(1, count + 1))
        sheet.struck_cells = frozenset((row, column) for row in sheet.struck for column in (1, 2, 3, 4))
    reader = nomination_reader({}, award_needed=True, first_year=2026)
    lines, _ = lines_run(lambda: reader.read(Table("a.xlsx", [sheet])))
    return lines


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_rows_cost_twice_as_much(shape: str) -> None:
    _work(shape, 400)  # words and texts that are looked at once are no part of it
    assert _work(shape, 400) < 2.2 * _work(shape, 200)
