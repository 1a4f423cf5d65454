"""Each case is a campaign folder: ``cases/CODE--what/`` with the findings it must give in ``expected.out``.

A folder without ``plan.yaml`` takes the common one beside this file. The first line of a plan tells the day of the
run: ``# on: 2024-12-05``. ``cases/ok--what/`` give notes at most, and have no ``expected.out`` when they give
nothing at all. ``THIDUA_UPDATE=1`` rewrites the expected findings.
"""

import os
import re
from pathlib import Path

import pytest

from tests.nominations.case_folders import CASES, copied, day_of
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.checks.run import examine
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import UNREADABLE, Diagnostic, Severity
from thidua_cli.findings.reporters.as_text import place

EXPECTED = "expected.out"


@pytest.fixture(scope="session")
def findings(tmp_path_factory: pytest.TempPathFactory):
    """Return the findings of a case, each case checked once."""
    known: dict[Path, list[Diagnostic]] = {}

    def of(case: Path) -> list[Diagnostic]:
        if case not in known:
            folder = copied(case, tmp_path_factory.mktemp("case"))
            known[case], _ = examine(load_campaign(folder), day_of(folder))
        return known[case]

    return of


def report(found: list[Diagnostic], case: Path) -> str:
    lines = (f"{place(one)} {one.severity} {one.code} {one.message} | {one.hint} | {one.basis}\n" for one in found)
    return re.sub(rf"\S*/{re.escape(case.name)}/", "", "".join(lines))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_campaign_gives_exactly_the_expected_findings(case, findings):
    found, expected = report(findings(case), case), case / EXPECTED
    if os.environ.get("THIDUA_UPDATE"):
        expected.write_text(found, encoding="utf-8") if found else expected.unlink(missing_ok=True)
    assert found == (expected.read_text(encoding="utf-8") if expected.exists() else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_raises_the_code_it_is_named_after(case, findings):
    code = case.name.partition("--")[0]
    if code == "ok":
        assert [one.code for one in findings(case) if one.severity is not Severity.NOTE] == []
    else:
        assert code in {one.code for one in findings(case)}


@pytest.mark.parametrize("code", [rule.code for rule in rules().values() if rule.stage == "nominations"])
def test_every_code_has_a_case_named_after_it(code):
    assert any(case.name.partition("--")[0] == code for case in CASES), f"no folder cases/{code}--*"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_finding_has_a_place_a_person_can_find(case, findings):
    for one in findings(case):
        assert one.file
        assert one.cell or (one.line and one.column) or one.code == UNREADABLE, one
