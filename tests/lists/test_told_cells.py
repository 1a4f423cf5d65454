"""A filled cell that was told as not understood is not blank: no line, name, plan or award says it in its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checked import checked
from tests.lists.kinds.written import PLAN
from thidua_cli.lists.told_cells import INFERRED

UNREAD = "P.&nbsp;A"  # what a web page has left is refused in every column
PHASE = {"id": "dot-1", "name": "đợt 1", "start": "15/1/2026", "end": "30/11/2026"}
# Each field that the plan, the award, the name or the line above says where the cell is blank: its heading, a line
# that says it, what it is then.
SAID = {
    "year": ("Năm", "Năm: 2026", 2026),
    "occasion": ("Kỳ xét", "", "tong-ket"),
    "phase": ("Giai đoạn", "", "dot-1"),
    "group": ("Nhóm", "Nhóm: lãnh đạo", None),
    "unit": ("Đơn vị", "Phòng Kế hoạch", "Phòng Kế hoạch"),
    "subject": ("Đối tượng", "Cá nhân", "individual"),
    "award": ("Danh hiệu", "Lao động tiên tiến", "ldtt"),
}


def _nominated(folder: Path, field: str, cell: str, *, line: bool, most: int = 9) -> dict[str, Any]:
    """Return the only nomination of a list with a column for a field, and a line above that says it."""
    folder = folder / (cell and "told")
    (folder / "nominations").mkdir(parents=True)
    campaign = {**PLAN["campaign"], "phases": [PHASE]}
    quota = {"subject": "individual", "max": most, "source": "Điều 6 Quy chế của Sở"}
    only = {**PLAN["awards"][0], "quotas": [quota]}
    plan = {**PLAN, "campaign": campaign, "awards": [only]}
    (folder / "plan.yaml").write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False), encoding="utf-8")
    units = {"format": "units/1", "units": [{"name": "Phòng Kế hoạch"}]}
    (folder / "units.yaml").write_text(yaml.safe_dump(units, allow_unicode=True), encoding="utf-8")
    heading, over, _ = SAID[field]
    rows = [f"STT|Họ và tên|Chức vụ|{heading}", *([f"I|{over}||"] if line and over else []), f"1|Lê Văn Kha|CV|{cell}"]
    (folder / "nominations" / "a.tsv").write_text("\n".join(rows).replace("|", "\t"), encoding="utf-8")
    result = checked(folder)
    assert cell == "" or any(one["code"] == "legacy-encoding" for one in result["diagnostics"])
    (nominated,) = result["nominations"]
    return {**nominated, "verdict": result["quotas"][0]["verdict"]}


def test_every_field_that_is_inferred_is_tested() -> None:
    assert set(SAID) == set(INFERRED)


@pytest.mark.parametrize("line", [False, True])
@pytest.mark.parametrize("field", SAID)
def test_a_cell_that_was_told_is_filled_by_nothing_else(field: str, line: bool, tmp_path: Path) -> None:
    assert _nominated(tmp_path, field, UNREAD, line=line)[field] is None


@pytest.mark.parametrize("field", SAID)
def test_a_blank_cell_is(field: str, tmp_path: Path) -> None:
    expected = SAID[field][2]
    assert expected is None or _nominated(tmp_path, field, "", line=True)[field] == expected


@pytest.mark.parametrize("field", ["year", "subject", "award"])
def test_a_verdict_that_hangs_on_it_is_open(field: str, tmp_path: Path) -> None:
    assert _nominated(tmp_path, field, UNREAD, line=False, most=0)["verdict"] == "undecided"
    assert _nominated(tmp_path, field, "", line=True, most=0)["verdict"] == "exceeded"
