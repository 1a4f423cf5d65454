"""Every command over every member of its lists: codes, awards, regimes, schemas, papers, layouts, formats.

A list that grows is tried here of itself: nothing is named twice but what one command line needs to run at all.
"""

import json
from itertools import product
from pathlib import Path

import pytest

from tests.conftest import PLANS, Run
from tests.nominations.case_folders import CASES, copied
from thidua_cli.commands.schema import SCHEMAS
from thidua_cli.findings.catalogue import Stage, rules
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.findings.reporters import formats
from thidua_cli.law.award_catalogue import awards
from thidua_cli.law.regimes import regimes
from thidua_cli.model.terms import LAUNCHERS, LAYOUTS, MODES
from thidua_cli.page import writers
from thidua_cli.papers.registry import PAPERS

NEEDS_AN_OFFICE = {"pdf"}
_DRAFT = ("--issuer", "Sở Nội vụ tỉnh A", "--post", "Giám đốc", "--title", "Phát động đợt thi đua năm 2027")


@pytest.mark.parametrize("code", rules())
def test_every_code_is_explained(code: str, run: Run) -> None:
    rule, result = rules()[code], run("explain", code)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{code}: {rule.title} ({rule.severity.vietnamese}, {rule.stage.vietnamese})\n")


@pytest.mark.parametrize("award", awards())
def test_every_award_is_explained(award: str, run: Run) -> None:
    result = run("explain", award)
    assert result.code == 0
    assert awards()[award].name in result.out


@pytest.mark.parametrize("day", [one.start for one in regimes()], ids=str)
def test_the_law_is_told_on_the_first_day_of_every_regime(day: object, run: Run) -> None:
    result = run("law", "--on", day)
    assert result.code == 0
    assert result.out.count("\n") > 20


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_printed(name: str, run: Run) -> None:
    result = run("schema", name)
    assert result.code == 0
    assert json.loads(result.out)["properties"]["format"]


@pytest.mark.parametrize("to", [one for one in writers.formats() if one not in NEEDS_AN_OFFICE])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_paper_of_every_example_is_rendered(plan: Path, paper: str, to: str, tmp_path: Path, run: Run) -> None:
    result = run("render", plan, "--doc", paper, "--to", to, "-o", tmp_path)
    lacks = result.err.startswith("lỗi: chưa dựng được ") and "còn thiếu " in result.err
    assert lacks or (plan / "nominations").exists() or "entries" not in PAPERS[paper].needs
    if lacks:
        assert (result.code, result.out, list(tmp_path.iterdir())) == (1, "", [])
        assert "\n  cách sửa: " in result.err
        return
    if to == "xlsx" and "không có bảng" in result.err:
        return
    assert result.code == 0
    assert all(line.startswith(f"{PAPERS[paper].title}: ") for line in result.err.splitlines()), "notes, no faults"
    written = list(tmp_path.iterdir())
    assert written
    assert {path.suffix for path in written} == {f".{to}"}


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("example", [*PLANS, *CASES], ids=lambda example: example.name)
def test_every_example_and_case_is_reported_in_every_format(example: Path, name: str, tmp_path: Path, run: Run) -> None:
    result = run("check", copied(example, tmp_path), "--format", name)
    assert result.code in (0, 1)
    assert result.err == ""
    assert result.out.endswith("\n")
    assert not result.out.endswith("\n\n")


@pytest.mark.parametrize("launcher", LAUNCHERS)
@pytest.mark.parametrize(("layout", "mode"), [*product(LAYOUTS, MODES)])
def test_a_draft_is_written_for_every_answer(layout: str, mode: str, launcher: str, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "moi"
    answers = ("--layout", layout, "--mode", mode, "--launched-by", launcher, "--end", "2027-12-31")
    made = run("new-plan", folder, *_DRAFT, *answers)
    assert (made.code, made.err) == (0, "")
    report = json.loads(run("check", folder, "--on", "2026-11-22", "--format", "json").out)
    errors = [one["code"] for one in report["diagnostics"] if one["severity"] == Severity.ERROR.value]
    assert errors == (["district-abolished"] if launcher == "district" else [])


def test_every_member_has_a_word_and_a_use() -> None:
    assert {rule.stage for rule in rules().values()} == set(Stage)
    assert {rule.scope for rule in rules().values()} == {"entry", "list"}
    assert len({stage.vietnamese for stage in Stage}) == len(Stage)
