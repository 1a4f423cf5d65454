"""Every way in which real plans word a quota: at the bound clean, beyond it the right finding and number."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.quota.build import as_mappings, campaign_of
from thidua_cli.reading.yaml import read_yaml

_HERE = Path(__file__).parent
_FILES = sorted(_HERE.glob("patterns/*.yaml"))


def _cases() -> list[Any]:
    cases = []
    for path in _FILES:
        data = read_yaml(path).data
        assert isinstance(data, dict)
        named = [(f"{path.stem}: {case['name']}", case) for case in as_mappings(data["cases"])]
        cases += [pytest.param(data, case, id=name) for name, case in named]
    return cases


@pytest.mark.parametrize(("pattern", "case"), _cases())
def test_pattern(pattern: dict[str, Any], case: dict[str, Any]) -> None:
    awards = pattern.get("awards") or [{"quotas": pattern["quotas"]}]
    context = campaign_of(awards, case.get("nominations") or [], case.get("units", pattern.get("units")))
    modules = [import_module(f"thidua_cli.checks.nominations.{name}") for name in pattern.get("checks", ["quotas"])]
    findings = [finding for module in modules for check in module.CHECKS for finding in check(context)]
    found = [f"{finding.code}: {finding.message} | {finding.hint}" for finding in findings]
    expected = case.get("finds") or []
    assert len(found) == len(expected), found
    for seen, wanted in zip(found, expected, strict=True):
        code, _, words = wanted.partition(": ")
        assert seen.startswith(f"{code}: ")
        for piece in words.split(" … "):
            assert piece in seen, seen


def test_all_patterns_of_practice_are_there() -> None:
    numbers = {*range(1, 21), *range(26, 32)}
    assert {f"Q{n:02d}" for n in numbers} <= {path.stem.partition("-")[0] for path in _FILES}
