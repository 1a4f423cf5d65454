"""Whatever stands in the cells: attendance is known or in doubt, and every row is accounted for."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.council.as_tables import text
from thidua_cli.lists.council_reader import council_session
from thidua_cli.lists.council_session import Session
from thidua_cli.reading.tables.open_table import read_table

NAMES = ["Nguyễn Văn Kha", "Trần Thị Bơ", "Lê Văn Cúc", "Phạm Thị Dung", "Hoàng Văn Đạt", "Vũ Thị Giang"]
HERE, AWAY = ["x", "có mặt", "Dự họp"], ["vắng", "Không dự", "có phép"]
OPEN = ["", "K", "đến muộn", "?", "Nguyễn Văn A"]
STRANGE = [
    "",
    " ",
    "I. Vắng mặt",
    "Ủy viên",
    "9",
    "-",
    "Nguyễn Văn An, Lê Thị Bình",
    "Ký tên",
    "...",
    "Phòng Một",
    "VD",
]
cells = st.lists(st.sampled_from([*HERE, *AWAY, *OPEN]), min_size=len(NAMES), max_size=len(NAMES))


def session(rows: list[list[str]]) -> Session:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "council.csv")
        file.write_bytes(text([["Tên Hội đồng: Hội đồng TĐKT Sở A"], ["STT", "Họ và tên", "Chức vụ", "Có mặt"], *rows]))
        return council_session(read_table(file))


@given(cells)
def test_each_member_is_there_or_away_or_not_known(told: list[str]) -> None:
    pairs = enumerate(zip(NAMES, told, strict=True), 1)
    found = session([[str(number), name, "Trưởng phòng", cell] for number, (name, cell) in pairs])
    assert found.record is not None
    assert not found.doubts.members
    members = found.record.value.members
    assert [member.name for member in members] == NAMES
    for at, (member, cell) in enumerate(zip(members, told, strict=True)):
        known = {**dict.fromkeys(HERE, True), **dict.fromkeys(AWAY, False)}.get(cell)
        assert (None if at in found.doubts.attendance else member.present) == known


@given(st.integers(0, len(NAMES) - 1), st.integers(0, 2), st.sampled_from(STRANGE))
def test_a_row_is_a_member_or_told(row: int, column: int, typed: str) -> None:
    """Whatever is typed over a cell, the row is a member's, or the list is doubted and a finding stands at it."""
    rows = [[str(at), name, "Trưởng phòng", "x"] for at, name in enumerate(NAMES, 1)]
    rows[row][column] = typed
    found = session(rows)
    told = {fault.line for fault in found.faults}
    if found.record is None:
        assert told
        return
    names = {member.name for member in found.record.value.members}
    for line, name in enumerate(NAMES, 3):
        assert name in names or typed in names or (line in told and (found.doubts.members or typed == "VD"))
