"""The catalogue: whole texts, examples that can be read, codes that the program uses."""

import re
from pathlib import Path

import pytest

from thidua_cli.findings import Severity
from thidua_cli.findings.catalogue import rules
from thidua_cli.reading.yaml import parse_yaml

PACKAGE = Path(__file__).resolve().parent.parent.parent / "thidua_cli"


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_rule_is_told_in_full(rule):
    assert rule.stage in {"reading", "plan", "nominations", "intake"}
    assert rule.severity in set(Severity)
    assert len(rule.title) > 10
    assert rule.why.endswith(".")
    assert len(rule.why.split()) >= 10
    assert rule.wrong.strip() != rule.right.strip()


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_right_example_can_be_read(rule):
    document = parse_yaml(rule.right.encode(), "example")
    assert document.faults == []
    assert document.data


def test_every_code_of_the_checks_is_in_the_catalogue():
    text = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.joinpath("checks").rglob("*.py"))
    used = set(re.findall(r'Finding\(\s*"([a-z-]+)"', text))
    assert len(used) > 35
    assert used <= set(rules())
