"""Names of awards as officers write them, each in the plan that its list belongs to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from tests.checked import checked
from tests.lists.workbooks import workbook
from tests.not_yet import params
from tests.spellings.almost_all import lacking
from tests.spellings.people import people
from thidua_cli.vietnamese.text import fold

HERE = Path(__file__).parent
GIVEN = yaml.safe_load((HERE / "awards.yaml").read_text(encoding="utf-8"))
PLANS = {name: plan for name, plan in GIVEN.items() if isinstance(plan, dict)}
LEAST = 180
COLUMNS = ("STT", "Tên tập thể, cá nhân", "Đối tượng", "Đơn vị công tác", "Hình thức đề nghị")
AWARD = "E"  # the column of the award


@dataclass(frozen=True)
class Spelling:
    """An award as a list of ``plan`` has it; ``means`` is an id of the plan, ``ask`` or ``none``.

    A finding that asks must have the words of ``says``.
    """

    plan: str
    means: str
    award: str
    subject: str
    says: tuple[str, ...] = ()


def _case(plan: str, means: str, given: str | Mapping[str, Any]) -> Spelling:
    told = given if isinstance(given, Mapping) else {"award": given}
    usual = {**dict.fromkeys(GIVEN["collectives"], "Tập thể"), **dict.fromkeys(GIVEN["households"], "Hộ gia đình")}
    subject = told.get("subject", usual.get(means, "Cá nhân"))
    deciders = [PLANS[plan]["awards"][award][1] for award in told.get("of", ())]
    return Spelling(plan, means, told["award"], subject, tuple(told.get("says", deciders)))


def _cases() -> dict[str, Spelling]:
    cases: dict[str, Spelling] = {}
    for plan, told in PLANS.items():
        for means, group in told["means"].items():
            for given in group:
                case = _case(plan, means, given)
                name = f"{plan}: {case.award.replace(chr(10), ' ⏎ ')} ({case.subject.lower()}) is {means}"
                assert name not in cases, f"{name} stands twice"
                cases[name] = case
    return cases


CASES = _cases()


def _plan(name: str) -> dict[str, Any]:
    told = PLANS[name]
    awards = [{"id": key, "form": form, "decided_by": decider} for key, (form, decider) in told["awards"].items()]
    return {
        "format": "plan/1",
        "id": name,
        "title": "Phát động phong trào thi đua năm 2026",
        "issuer": told["issuer"],
        "number": "12",
        "date": "15/1/2026",
        "signers": [{"post": told["post"], "name": "Nguyễn Văn A"}],
        "bases": ["Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"],
        "campaign": {"mode": "regular", "launched_by": told["launched_by"], "start": "issue", "end": "30/11/2026"},
        "awards": awards,
        "body": [{"heading": "Nội dung", "role": ["content"], "text": "Thi đua hoàn thành nhiệm vụ năm 2026."}],
    }


@cache
def _checked(plan: str) -> tuple[dict[str, dict[str, Any]], dict[str, list[dict[str, Any]]]]:
    """Return the nominations of a list with all spellings of a plan, by name, and the findings by cell."""
    cases = [case for case in CASES.values() if case.plan == plan]
    lines = [[n, name, case.subject, "Phòng Một", case.award] for n, (name, case) in enumerate(people(cases), 1)]
    with TemporaryDirectory() as folder:
        Path(folder, "nominations").mkdir()
        Path(folder, "plan.yaml").write_text(yaml.safe_dump(_plan(plan), allow_unicode=True), encoding="utf-8")
        Path(folder, "nominations", "f.xlsx").write_bytes(workbook([COLUMNS, *lines]))
        result = checked(Path(folder))
    findings: dict[str, list[dict[str, Any]]] = {}
    for finding in result["diagnostics"]:
        findings.setdefault(finding["cell"] or "", []).append(finding)
    return {one["name"]: one for one in result["nominations"]}, findings


def understood_as(case: Spelling) -> tuple[str | None, str]:
    """Return the id of the award that a spelling was counted as, or None; and what is told at its cell."""
    cases = [other for other in CASES.values() if other.plan == case.plan]
    name, _ = people(cases)[cases.index(case)]
    nominations, findings = _checked(case.plan)
    told = findings.get(f"{AWARD}{cases.index(case) + 2}", [])
    return nominations[name]["award"], " ".join(f"{one['message']} {one['hint']}" for one in told)


def fault(case: Spelling) -> str:
    award, told = understood_as(case)
    if case.means not in ("ask", "none"):
        return "" if award == case.means else f"{award}: {told}"
    if award or not told:
        return f"counted as {award}, told: {told}"
    unsaid = [words for words in case.says if fold(words) not in fold(told)]
    return f"“{told}” does not name {unsaid}" if unsaid else ""


def shortfall(_: str) -> str:
    """Tell what is lacking: almost all spellings understood, none counted as another award or as one not there."""
    failing = {name: case for name, case in CASES.items() if fault(case)}
    counted = {name: understood_as(case)[0] for name, case in failing.items()}
    wrong = [name for name, award in counted.items() if award]
    return lacking(CASES, failing, wrong)


@pytest.mark.parametrize("case", params(HERE / "not_yet_awards.txt", CASES, fault))
def test_an_award_is_understood_or_asked_for(case: Spelling) -> None:
    assert fault(case) == ""


@pytest.mark.parametrize("name", params(HERE / "not_yet_awards_share.txt", {"all": "all"}, shortfall))
def test_almost_all_awards_are_understood_and_none_is_counted_wrongly(name: str) -> None:
    assert shortfall(name) == ""


def test_the_exam_is_long_enough_and_asks_of_every_award() -> None:
    assert len(CASES) >= LEAST
    for plan, told in PLANS.items():
        asked = Counter(case.means for case in CASES.values() if case.plan == plan)
        assert set(told["awards"]) <= set(asked), plan
        assert asked["none"] > 5, plan
