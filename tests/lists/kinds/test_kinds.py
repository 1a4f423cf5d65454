"""Whole small lists of all kinds that units send: what a careful senior officer would take from each."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from tests.checked import checked
from tests.lists.kinds.expected import SAID, faults
from tests.lists.kinds.written import SAID as WRITTEN
from tests.lists.kinds.written import write_campaign
from tests.not_yet import params

HERE = Path(__file__).parent
LEAST = 150


def _cases() -> dict[str, dict[str, Any]]:
    cases: dict[str, dict[str, Any]] = {}
    for path in sorted(HERE.glob("K*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
            name = f"{path.stem.partition('-')[0]}: {case['name']}"
            assert name not in cases, name
            assert set(case) <= SAID | WRITTEN | {"name", "why"}, f"{name}: {set(case) - SAID - WRITTEN}"
            cases[name] = case
    return cases


CASES = _cases()


def fault(case: dict[str, Any]) -> str:
    """Return what is wrong with what the program makes of a case."""
    with TemporaryDirectory() as folder:
        write_campaign(case, Path(folder, "campaign"))
        return "; ".join(faults(case, checked(Path(folder, "campaign"))))


@pytest.mark.parametrize("case", params(HERE / "not_yet.txt", CASES, fault))
def test_a_list_is_taken_for_what_it_says(case: dict[str, Any]) -> None:
    assert fault(case) == ""


def test_the_exam_can_tell_a_wrong_outcome() -> None:
    case = {"nominations": "Lê Văn Kha | individual | - | ldtt", "told": ["C2"], "verdicts": {"ldtt individual": "met"}}
    finding = {
        "code": "x",
        "severity": "error",
        "message": "",
        "hint": "",
        "file": "f.xlsx",
        "sheet": "a",
        "line": None,
    }
    nomination = {"name": "Lê Văn Kha", "subject": "individual", "unit": None, "award": "ldtt"}
    quota = {"award": "ldtt", "subject": ["individual"], "verdict": "met"}
    right = {"diagnostics": [{**finding, "cell": "C2"}], "nominations": [nomination], "quotas": [quota], "unread": []}
    assert faults(case, right) == []
    assert faults(case, {**right, "diagnostics": []}) == ["not told: {'cell': 'C2'}"]
    assert faults(case, {**right, "diagnostics": [{**finding, "cell": cell} for cell in ("C2", "D3")]}) == [
        "told: D3 x: "
    ]
    assert len(faults(case, {**right, "nominations": [{**nomination, "unit": "A"}]})) == 2
    assert len(faults(case, {**right, "nominations": [nomination, nomination]})) == 1
    assert len(faults(case, {**right, "quotas": [{**quota, "verdict": "open"}]})) == 1


def test_the_exam_has_cases_of_every_kind() -> None:
    kinds = Counter(name.partition(":")[0] for name in CASES)
    assert sum(kinds.values()) >= LEAST
    assert all(count >= 2 for count in kinds.values()), kinds


def test_every_case_asks_for_something() -> None:
    for name, case in CASES.items():
        assert SAID & set(case), name
