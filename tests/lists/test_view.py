"""``--show-lists`` accounts for every row below the headings: a nominee, a section, or passed over, and why."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.checked import checked
from tests.lists.kinds.test_kinds import CASES
from tests.lists.kinds.written import write_campaign

ROWS = """
DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN
STT | Họ và tên | Đơn vị | Hình thức
A | KHỐI VĂN PHÒNG | |
1 | Lê Văn Kha | Phòng Kỹ thuật | Giấy khen
 | Cộng Phòng Kỹ thuật | | 1
B | Tập thể | |
 | Không có | |
 | Tổng cộng: 1 người | |
 | | | Ngày 20/11/2026
 | Người lập | | GIÁM ĐỐC
"""


def _lists(case: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    write_campaign(case, folder)
    found: list[dict[str, Any]] = checked(folder, "--show-lists")["lists"]
    return found


def test_each_row_that_is_passed_over_has_its_reason(tmp_path: Path) -> None:
    (found,) = _lists({"rows": ROWS.strip()}, tmp_path / "campaign")
    assert [(one["row"], one["says"]) for one in found["passed"]] == [
        (3, "gộp nhiều đơn vị, không nói thêm gì"),
        (5, "dòng cộng"),
        (7, "nói là không có ai"),
        (8, "dòng cộng"),
        (9, "phần dưới danh sách"),
        (10, "phần dưới danh sách"),
    ]
    assert [one["row"] for one in found["sections"]] == [6]
    assert found["records"] == 1


def _row(cell: str | None) -> int:
    return int(re.sub(r"\D", "", cell or "") or 0)


def _without_account(case: dict[str, Any], folder: Path) -> set[int]:
    """Return the filled rows of one list, below its headings, of which nothing is said."""
    write_campaign(case, folder)
    result = checked(folder, "--show-lists")
    lists = [one for one in result["lists"] if one["head"]]
    if len(lists) != 1:
        return set()
    known = {line["row"] for line in (*lists[0]["passed"], *lists[0]["sections"])}
    known |= {_row(one["cell"]) for one in (*result["nominations"], *result["diagnostics"])}
    below = {row for row in known if row > lists[0]["head"]}
    typed = case["rows"].rstrip("\n").split("\n")
    filled = {number for number, row in enumerate(typed, start=1) if re.search(r"\w", row)}
    return {row for row in filled if row > min(below, default=len(typed))} - known


CASES_OF_ROWS = [name for name, case in CASES.items() if "rows" in case and case.get("file", "x.xlsx").endswith("xlsx")]


@pytest.mark.parametrize("name", CASES_OF_ROWS)
def test_every_row_within_a_list_has_an_account(name: str, tmp_path: Path) -> None:
    assert _without_account(CASES[name], tmp_path / "campaign") == set()
