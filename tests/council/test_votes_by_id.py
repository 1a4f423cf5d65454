"""Votes that call their nominees by an id, a name, or both: a table is read as YAML is, in every layout."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.council.as_tables import LAYOUTS, book, members, text
from tests.council.folders import SESSION, TODAY, folder_with
from tests.lists.workbooks import ods
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.checks.run import examine
from thidua_cli.findings.diagnostic import Diagnostic

# What lines of votes say, and whom they are for: the place in NOMINEES of each, None for nobody.
KINDS: dict[str, tuple[list[dict[str, str]], list[int | None]]] = {
    "ids alone": ([{"id": "DN-01"}, {"id": "DN-02"}, {"id": "DN-03"}], [0, 1, 2]),
    "one id alone": ([{"id": "DN-02"}], [1]),
    "an id in another case, with spaces": ([{"id": " dn-02 "}], [1]),
    "ids of digits": ([{"id": "04"}, {"id": "DN-01"}], [3, 0]),
    "some by id, some by name": ([{"id": "DN-01"}, {"name": "Lê Thị Bình"}, {"name": "Phạm Thị Dung"}], [0, 1, 4]),
    "both, that fit": ([{"id": "DN-03", "name": "NGUYỄN VĂN AN"}, {"id": "DN-02", "name": "Lê Thị Bình"}], [2, 1]),
    "both, that do not fit": ([{"id": "DN-01", "name": "Lê Thị Bình"}, {"id": "DN-03"}], [None, 2]),
    "an id that nobody bears": ([{"id": "DN-09"}, {"id": "DN-02"}], [None, 1]),
    "an id that nobody bears, beside a name": ([{"id": "DN-09", "name": "Lê Thị Bình"}], [None]),
    "an id twice": ([{"id": "DN-02"}, {"id": "DN-01"}, {"id": "DN-02"}], [1, 0, None]),
    "one by id and by name": ([{"id": "DN-02"}, {"name": "Lê Thị Bình"}], [1, None]),
    "a name that two bear": ([{"name": "Nguyễn Văn An"}, {"id": "DN-02"}], [None, 1]),
    "an id that two bear": ([{"id": "DN-06"}, {"id": "DN-02"}], [None, 1]),
    "an id that two bear, beside a name": ([{"id": "DN-06", "name": "Vũ Thị Gấm"}], [6]),
    "an id and another unit": ([{"id": "DN-02", "unit": "Phòng Một"}], [None]),
    "an id, unit and award": ([{"id": "DN-02", "unit": "Phòng Hai", "award": "cstd"}], [1]),
}
COUNTS = {"agree": "5", "against": "0", "none": "0"}


def voted(folder: Path) -> tuple[list[int | None], list[Diagnostic]]:
    """Return whom the votes of the one session are for, line by line; and all that is told of the campaign."""
    findings, context = examine(load_campaign(folder), TODAY)
    assert context
    of = context.ballots.of
    found = {cast.index: at for at, entry in enumerate(context.entries) if (cast := of.get(id(entry)))}
    return [found.get(index) for index in range(len(context.sessions[0].council.votes))], findings


def messages(findings: list[Diagnostic]) -> Counter[tuple[str, ...]]:
    """Return what is told, without remedies: a table has columns, YAML has keys."""
    return Counter((one.code, str(one.severity), one.message) for one in findings)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_is_read_as_yaml_is(kind: str, layout: str, tmp_path: Path) -> None:
    lines, meant = KINDS[kind]
    session = {**SESSION, "votes": [{**line, **COUNTS} for line in lines]}
    of_yaml = voted(folder_with(tmp_path / "yaml", "council.yaml", json.dumps(session).encode()))
    name, written = LAYOUTS[layout]
    of_table = voted(folder_with(tmp_path / "table", name, written(session)))
    assert of_yaml[0] == of_table[0] == meant
    assert messages(of_table[1]) == messages(of_yaml[1])
    if None in meant:
        assert [one for one in of_table[1] if one.code == "vote-unclear"]


WRITTEN = {
    "xlsx": lambda rows: book({"HĐ": rows}),
    "ods": ods,
    "csv": text,
    "tsv": lambda rows: text(rows, "\t"),
}
ABOVE = [["Tên Hội đồng: Hội đồng TĐKT Sở Xây dựng"], ["Ngày họp: 02/12/2024"], *members(SESSION), []]


def of_rows(rows: Sequence[Sequence[Any]], kind: str, folder: Path) -> tuple[list[int | None], list[str]]:
    """Return whom the votes of a list of votes are for, and what is told of the file."""
    name = f"council.{kind}"
    meant, findings = voted(folder_with(folder, name, WRITTEN[kind]([*ABOVE, *rows])))
    told = [f"{one.code}: {one.message}" for one in findings if one.file.endswith(name)]
    return meant, [one for one in told if not one.startswith("vote-missing")]


ID, AGREE = "Mã đề nghị", "Đồng ý"
# A list of votes as it may be typed, whom each line is for, and what is told.
LISTS: dict[str, tuple[list[list[Any]], list[int | None], list[str]]] = {
    "no running number, ids alone": ([[ID, AGREE], ["DN-01", 5], ["DN-02", 4]], [0, 1], []),
    "ids behind the counts": ([["STT", AGREE, ID], [1, 5, "DN-01"], [2, 4, "DN-02"]], [0, 1], []),
    "votes of how many": ([["STT", ID, AGREE], [1, "DN-01", "5/5"]], [0], []),
    "ids of numbers, which rise as numbers of columns do": (
        [["STT", ID, AGREE, "Không đồng ý"], [1, 4, 5, None], [2, "04", "5"]],
        [None, 3],
        ["vote-unclear: có kết quả phiếu cho mã 4 nhưng danh sách không đề nghị mã này"],
    ),
    "columns numbered": ([["STT", ID, AGREE], [1, 2, 3], [1, "DN-01", 5]], [0], []),
    "columns numbered in brackets": ([["STT", ID, AGREE], ["(1)", "(2)", "(3)"], [1, "DN-01", 5]], [0], []),
    "a numbering that leaves a column blank is a vote": (
        [["STT", ID, AGREE, "Ghi chú"], [1, 2, 3, None], [2, "DN-01", 5, None]],
        [None, 0],
        ["vote-unclear: có kết quả phiếu cho mã 2 nhưng danh sách không đề nghị mã này"],
    ),
    "units beside ids are units": (
        [["STT", ID, "Đơn vị", "Hình thức khen thưởng", AGREE], [1, "DN-01", "Phòng Một", "CSTĐCS", 5]],
        [0],
        [],
    ),
    "a total, and who signs": (
        [["STT", ID, AGREE], [1, "DN-01", 5], [None, "Tổng cộng", 5], [], ["THƯ KÝ", None, "CHỦ TỊCH"]],
        [0],
        [],
    ),
    "a row without an id": (
        [["STT", ID, AGREE], [1, "DN-01", 5], [2, None, 4]],
        [0],
        ["row-skipped: hàng 12 không được đọc là kết quả phiếu (ô tên và ô mã để trống)", "council-unclear: "],
    ),
    "a row without id and name": (
        [["STT", ID, "Họ và tên", AGREE], [1, "DN-01", None, 5], [2, None, None, 4]],
        [0],
        ["row-skipped: hàng 12 không được đọc là kết quả phiếu (ô tên và ô mã để trống)", "council-unclear: "],
    ),
    "a row without a count": (
        [["STT", ID, AGREE], [1, "DN-01", 5], [2, "DN-02", None]],
        [0],
        ["missing-key: ô “Số phiếu đồng ý” để trống", "council-unclear: "],
    ),
    "an id, and several people beside it": (
        [["STT", ID, "Họ và tên", AGREE], [1, "DN-01", "Nguyễn Văn An, Lê Thị Bình", 5], [2, "DN-02", None, 4]],
        [1],
        ["bad-value: cột “Tên tập thể, cá nhân”: ", "council-unclear: "],
    ),
    "awards in lines over ids": (
        [["STT", ID, AGREE], ["I", "Chiến sĩ thi đua cơ sở"], [1, "DN-01", 5], ["II", "Phòng Hai"], [1, "DN-02", 5]],
        [0, 1],
        [],
    ),
    "a line over ids that nobody understands": (
        [["STT", ID, AGREE], [1, "DN-01", 5], [None, "Phần còn lại"], [2, "DN-02", 5]],
        [0],
        ["row-skipped: chưa hiểu dòng “Phần còn lại”", "council-unclear: "],
    ),
    "people who sign, in the column of ids": (
        [["STT", ID, AGREE], [1, "DN-01", 5], [], [None, "THƯ KÝ", "CHỦ TỊCH"], [None, "Lê Văn Cúc", "Trần Thị Đào"]],
        [0],
        [],
    ),
    "an id that says withdrawn": (
        [["STT", ID, AGREE, "Ghi chú"], [1, "DN-01", 5, None], [2, "DN-02", 5, "rút hồ sơ"]],
        [0],
        ["struck-out: dòng này ghi “rút hồ sơ”: không tính", "council-unclear: "],
    ),
    "a heading of ids that nobody understands": (
        [["STT", "Mã", AGREE], [1, "DN-01", 5]],
        [],
        ["row-skipped: hàng 10 có lẽ là tên cột của một danh sách khác", "council-unclear: "],
    ),
    "the same without running numbers": (
        [["Mã", AGREE, "Không đồng ý"], ["DN-01", 5, 0]],
        [],
        ["row-skipped: hàng 10 có lẽ là tên cột của một danh sách khác", "council-unclear: "],
    ),
    "a list of votes, then one that nobody understands": (
        [["STT", ID, AGREE], [1, "DN-01", 5], ["STT", "Mã", "Kết quả"], [1, "DN-02", "Đạt"]],
        [0],
        ["row-skipped: hàng 12 có lẽ là tên cột của một danh sách khác", "council-unclear: "],
    ),
    "people under a heading that says nothing": (
        [["STT", ID, "Đại biểu", AGREE], [1, "DN-01", "Lê Thị Bình", 5]],
        [None],
        ["vote-unclear: mã DN-01 trong danh sách là Nguyễn Văn An, ở đây ghi Lê Thị Bình"],
    ),
}


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("case", LISTS)
def test_what_is_read_of_a_list(case: str, kind: str, tmp_path: Path) -> None:
    rows, meant, told = LISTS[case]
    found, findings = of_rows(rows, kind, tmp_path / "campaign")
    assert found == meant
    assert len(findings) == len(told), findings
    assert all(any(one.startswith(begun) for one in findings) for begun in told), findings
