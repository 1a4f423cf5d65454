"""Each case is a plan or a patch of one: ``err/*.yaml`` with its findings in ``*.out``, ``ok/*.yaml`` with none.

The first line of a case tells the day of the run: ``# on: 2026-11-22``. ``THIDUA_UPDATE=1`` rewrites the expected
findings; ``python -m tests.plan_cases CASE`` prints the plan whose lines they name.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from tests.plan_cases import CASES, MINIMAL, plan_of_case
from thidua_cli.campaign.load_plan import validate
from thidua_cli.checks.run import check_plan
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.reading.yaml import parse_yaml

ERR = sorted((CASES / "err").glob("*.yaml"))
OK = sorted((CASES / "ok").glob("*.yaml"))
PLANS = sorted((CASES.parent.parent / "plans").glob("*/plan.yaml"))


def findings(path: Path) -> list[Diagnostic]:
    content = plan_of_case(path)
    day = re.match(rb"(?:\xef\xbb\xbf)?# on: (\d{4}-\d{2}-\d{2})", content)
    plan = validate(parse_yaml(content, str(path)))
    return check_plan(plan, date.fromisoformat(day[1].decode()) if day else date(2026, 11, 22))


def report(found: list[Diagnostic]) -> str:
    return "".join(
        f"{one.line}:{one.column} {one.severity} {one.code} {one.message} | {one.hint} | {one.basis}\n" for one in found
    )


@pytest.mark.parametrize("path", ERR, ids=lambda path: path.stem)
def test_faulty_plan_gives_exactly_the_expected_findings(path: Path) -> None:
    found = report(findings(path))
    expected = path.with_suffix(".out")
    if os.environ.get("THIDUA_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ERR, ids=lambda path: path.stem)
def test_faulty_plan_raises_the_code_it_is_named_after(path: Path) -> None:
    code = path.stem.partition("--")[0]
    if code in rules():
        assert code in {one.code for one in findings(path)}


@pytest.mark.parametrize("path", [*OK, *PLANS], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_good_plan_gives_nothing_but_notes(path: Path) -> None:
    assert report([one for one in findings(path) if one.severity is not Severity.NOTE]) == ""


def test_the_minimal_plan_gives_nothing_at_all() -> None:
    assert report(findings(MINIMAL)) == ""


@pytest.mark.parametrize("code", [rule.code for rule in rules().values() if rule.stage in ("reading", "plan")])
def test_every_code_has_a_plan_that_raises_it_and_a_case_named_after_it(code: str) -> None:
    named = [path for path in ERR if path.stem.partition("--")[0] == code]
    assert named, f"no case tests/cases/err/{code}--*.yaml"
    assert any(one.code == code for path in named for one in findings(path))


def test_each_finding_stands_at_a_place_of_its_file() -> None:
    for path in ERR:
        lines = plan_of_case(path).splitlines()
        for one in findings(path):
            assert one.line is not None, path.name
            assert 1 <= one.line <= len(lines) + 1, path.name


def test_ten_faults_in_one_file_are_all_found_in_one_run() -> None:
    found = findings(CASES / "err" / "many--ten-faults.yaml")
    assert len({one.code for one in found if one.severity is not Severity.NOTE}) == 10
