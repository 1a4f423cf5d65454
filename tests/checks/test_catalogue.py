"""The catalogue: whole texts, examples that can be read, codes that the program uses."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from tests.nominations.case_folders import CASES, copied, day_of, day_of_plan
from tests.plan_cases import plan_of_case
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.load_plan import validate
from thidua_cli.checks.run import check_plan, examine
from thidua_cli.findings.catalogue import CATALOGUE, Stage, rules
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.reading.yaml import parse_yaml

TESTS = Path(__file__).resolve().parent.parent
PACKAGE = TESTS.parent / "thidua_cli"
DAY = date(2026, 11, 22)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_rule_is_told_in_full(rule):
    assert (rule.stage, rule.severity) == (Stage(rule.stage), Severity(rule.severity))
    assert len(rule.title) > 10
    assert rule.why.endswith(".")
    assert len(rule.why.split()) >= 10
    assert rule.wrong.strip() != rule.right.strip()


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_right_example_can_be_read(rule):
    document = parse_yaml(rule.right.encode(), "example")
    assert document.faults == []
    assert document.data


def test_no_code_is_described_twice():
    document = parse_yaml(CATALOGUE.read_bytes(), "catalogue.yaml")
    assert "duplicate-key" not in {fault.code for fault in document.faults}  # TCVN3 in an example is a fault too


def _constants(node):
    """Return the texts in a piece of code that look like a code: ``bad-value``."""
    texts = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return {text for text in texts if re.fullmatch("[a-z]+(-[a-z]+)+", text)}


def _raised():
    """Return the texts that stand where a code stands: first in a finding, or given as ``code``, ``*_code``."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None)
            name = getattr(called, "id", "") or getattr(called, "attr", "")
            if name in ("Finding", "finding", "Refused") and node.args:
                found |= _constants(node.args[0])
            elif isinstance(node, ast.Call):
                found |= {text for word in node.keywords if word.arg == "code" for text in _constants(word.value)}
    return found


def test_every_code_that_is_written_down_is_described():
    raised = _raised()
    assert len(raised) > 60
    assert raised <= set(rules())


def test_every_code_that_is_described_is_written_down_somewhere():
    """A code may be given by a variable or a table: then it stands there as a text of its own."""
    texts = set().union(*(_constants(ast.parse(path.read_text(encoding="utf-8"))) for path in PACKAGE.rglob("*.py")))
    assert set(rules()) - texts == set()


def test_every_code_of_lists_and_plans_is_raised_by_a_case(tmp_path):
    """Codes in variables are seen only when they are raised: all cases together raise all, and no other."""
    raised = set()
    for case in sorted(TESTS.glob("cases/*/*.yaml")):
        plan = validate(parse_yaml(plan_of_case(case), case.name))
        raised |= {one.code for one in check_plan(plan, day_of_plan(case) or DAY)}
    for case in CASES:
        folder = copied(case, tmp_path)
        raised |= {one.code for one in examine(load_campaign(folder), day_of(folder) or DAY)[0]}
    assert raised == {
        rule.code for rule in rules().values() if rule.stage not in (Stage.INTAKE, Stage.TEMPLATE, Stage.PAPERS)
    }
