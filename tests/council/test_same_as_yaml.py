"""A session kept in tables gives the findings that it gives in YAML, each at its cell, in every layout."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.council.as_tables import LAYOUTS, text
from tests.nominations.case_folders import CASES, copied, day_of
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.checks.run import examine
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.council_reader import council_session
from thidua_cli.lists.council_session import NO_DOUBTS
from thidua_cli.model.council import Council
from thidua_cli.reading.tables.open_table import read_table

AFTER = date(2026, 1, 15)  # of an example whose plan tells no day
PLANS = Path(__file__).parents[2] / "plans"
NO_TABLE = {"ok--put-off-then-voted", "vote-unclear--voted-and-put-off"}  # who was put off has no list in tables
ALONE = [
    one
    for one in (*CASES, PLANS / "vi-nguoi-ngheo")
    if (one / "council.yaml").exists() and not (one / "council").exists()
]
SESSIONS = [one for one in ALONE if one.name not in NO_TABLE and not one.name.startswith("council-unclear")]


def found(folder: Path) -> list[Diagnostic]:
    loaded = load_campaign(folder)
    (sitting,) = loaded.sessions
    assert (sitting.doubts.members, sitting.doubts.votes, loaded.sessions_unread) == (False, False, []), loaded.faults
    findings, _ = examine(loaded, day_of(folder) or AFTER)
    return findings


def said(findings: list[Diagnostic], file: str = "council.yaml") -> Counter[tuple[str, ...]]:
    """Return code, severity, words and law of findings; of the number of related places, not where they are."""
    hints = [one.hint.replace(file, "council.yaml") for one in findings]
    told = zip(findings, hints, strict=True)
    return Counter((one.code, str(one.severity), one.message, hint, one.basis) for one, hint in told)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", SESSIONS, ids=lambda case: case.name)
def test_tables_give_the_findings_of_yaml(case: Path, layout: str, tmp_path: Path) -> None:
    folder = copied(case, tmp_path)
    of_yaml = found(folder)
    session = yaml.load((folder / "council.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    (folder / "council.yaml").unlink()
    name, written = LAYOUTS[layout]
    (folder / name).write_bytes(written(session))
    of_tables = found(folder)
    assert said(of_tables, name) == said(of_yaml)
    by_yaml = [one for one in of_yaml if one.file.endswith("council.yaml")]
    here = [one for one in of_tables if one.file.endswith(name)]
    assert len(here) == len(by_yaml)
    for one in here:
        assert (one.cell and re.fullmatch(r"[A-Z]+[0-9]+", one.cell)) if name.endswith(("xlsx", "ods")) else one.line


FULL = {
    "name": "Hội đồng Thi đua - Khen thưởng Sở Xây dựng",
    "number": "01/BB-HĐTĐKT",
    "held": "2024-12-02",
    "opens": "14 giờ 00",
    "closes": "16h30",
    "place": "Phòng họp Sở",
    "occasion": "tong-ket",
    "phase": "gd2",
    "year": "2024",
    "invited": ["Phan Thị Hoa", "Vũ Văn Lâm"],
    "counters": ["Lê Văn Cúc", "Trần Thị Đào"],
    "agenda": ["Xét khen thưởng năm 2024"],
    "discussion": ["Các thành viên nhất trí với tờ trình"],
    "conclusions": ["Trình Giám đốc Sở tặng thưởng"],
    "secret_ballot": "false",
    "issued": "2",
    "collected": "2",
    "valid": "2",
    "void": "0",
    "members": ["Lê Văn Cúc", "Trần Thị Đào"],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_fact_of_a_session_is_read_of_tables_as_of_yaml(layout: str, tmp_path: Path) -> None:
    name, written = LAYOUTS[layout]
    file = tmp_path / name
    file.write_bytes(written(FULL))
    found = council_session(read_table(file))
    assert found.record, found.faults
    typed = Council.model_validate({"format": "council/1", **FULL})
    ignored = {"members", "votes", "put_off", "rule"}  # of tables of their own, or compared elsewhere
    facts = [key for key in Council.model_fields if key not in ignored]
    assert {key: getattr(found.record.value, key) for key in facts} == {key: getattr(typed, key) for key in facts}
    assert set(facts) - set(FULL) == {"format"}
    assert found.faults == []


@pytest.mark.parametrize(
    ("lines", "open_"),
    [
        ([], False),
        (["Tỷ lệ đồng ý: 70%"], True),
        (["Tỷ lệ đồng ý: 70%", "Căn cứ quy chế: Điều 7 Quy chế"], False),
        (["Tỷ lệ đồng ý: 2/3 số người có mặt", "Căn cứ quy chế: Điều 7 Quy chế"], True),
        (["Tỷ lệ dự họp: 3/4"], False),
    ],
)
def test_a_share_of_its_own_that_is_not_sure_is_in_doubt(lines: list[str], tmp_path: Path, *, open_: bool) -> None:
    file = tmp_path / "council.csv"
    rows = [["Tên Hội đồng: Hội đồng A"], *([line] for line in lines), ["Họ và tên", "Chức vụ"], ["Lê Văn Cúc", "x"]]
    file.write_bytes(text(rows))
    assert council_session(read_table(file)).doubts.share is open_


def test_there_are_sessions_to_compare() -> None:
    assert len(SESSIONS) >= 16
    assert NO_DOUBTS.members is False
