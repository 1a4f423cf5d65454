"""Every way in which real plans word a quota: at the bound clean, beyond it the right finding and number."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.campaigns import GIAY_KHEN, campaign, repeated
from tests.golden import hold, said
from thidua_cli.checks.nominations import duplicates, plan_standards, quotas, votes
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.quota.overview import quota_row

_FILES = sorted(Path(__file__).parent.glob("patterns/*.yaml"))
_CHECKS = {
    "quotas": quotas.CHECKS,
    "plan_standards": plan_standards.CHECKS,
    "votes": votes.CHECKS,
    "duplicates": duplicates.CHECKS,
}
_LINE = {
    "award": "lao_dong_tien_tien",
    "year": "2026",
    "decision": "1/QĐ",
    "date": "2026-06-30",
    "decided_by": "Giám đốc",
}
_YEAR = {
    "mode": "drive",
    "launched_by": "unit",
    "start": "2026-01-01",
    "end": "2026-12-31",
    "phases": [
        {"id": "dot-1", "name": "Đợt 1", "start": "2026-01-01", "end": "2026-06-30"},
        {"id": "dot-2", "name": "Đợt 2", "start": "2026-07-01", "end": "2026-12-31"},
    ],
    "occasions": [
        {"id": "so-ket", "name": "sơ kết", "kind": "interim", "date": "2026-07"},
        {"id": "tong-ket", "name": "tổng kết", "kind": "final", "date": "2026-12-31"},
    ],
}


def _cases() -> list[Any]:
    cases = []
    for path in _FILES:
        pattern = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        cases += [pytest.param(pattern, case, id=f"{path.stem}: {case['name']}") for case in pattern["cases"]]
    return cases


def _context(pattern: dict[str, Any], case: dict[str, Any]) -> CampaignContext:
    awards = case.get("awards") or pattern.get("awards") or [{"quotas": case.get("quotas", pattern["quotas"])}]
    return campaign(
        repeated(case.get("nominations") or []),
        day="2026-09-01",
        awards=[{**GIAY_KHEN, **award} for award in awards],
        units=case.get("units", pattern.get("units")),
        register=[{**_LINE, **line} for line in case.get("register") or ()],
        **_YEAR,
    )


def _findings(pattern: dict[str, Any], context: CampaignContext) -> list[Finding]:
    checks = [check for name in pattern.get("checks", ["quotas"]) for check in _CHECKS[name]]
    return [finding for check in checks for finding in check(context)]


@pytest.mark.parametrize(("pattern", "case"), _cases())
def test_pattern(pattern: dict[str, Any], case: dict[str, Any]) -> None:
    findings = _findings(pattern, _context(pattern, case))
    found = [f"{finding.code}: {finding.message} | {finding.hint}" for finding in findings]
    expected = case.get("finds") or []
    assert len(found) == len(expected), found
    for seen, wanted in zip(found, expected, strict=True):
        code, _, words = wanted.partition(": ")
        assert seen.startswith(f"{code}: ")
        for piece in words.split(" … "):
            assert piece in seen, seen


def test_what_is_said_of_each_pattern() -> None:
    told = {}
    for case in _cases():
        context = _context(*case.values)
        rows = [quota_row(result, context.plan, "") for result in context.judged.results]
        lines = [f"{row.path} {row.verdict} {row.words.within}: {'; '.join(row.words.steps)}" for row in rows]
        told[case.id] = [*lines, *map(said, _findings(case.values[0], context))]
    hold(Path(__file__).with_name("patterns.out"), told)


def test_all_patterns_of_practice_are_there() -> None:
    numbers = {*range(1, 21), *range(26, 32)}
    assert {f"Q{n:02d}" for n in numbers} <= {path.stem.partition("-")[0] for path in _FILES}
