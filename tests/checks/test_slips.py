"""Slips of a hurried clerk: only what is so far off that it is likely one is asked about."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.campaigns import campaign
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.facts import Facts
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.checks.nominations.paper_amounts import amounts
from thidua_cli.checks.nominations.results import targets
from thidua_cli.law.award_catalogue import awards
from thidua_cli.law.rewards import money, readings, rewards
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.results import Results
from thidua_cli.model.target import Target
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

_DAY = date(2026, 8, 1)
_AT = YamlEntry(Document("facts.yaml"), "")
_PAID = sorted({(award, to) for one in rewards() for award in one.awards for to in one.subjects if to in SUBJECTS})
_TIMES = [
    (Fraction(1), False),
    (Fraction(1, 2), False),
    (Fraction(1, 5), False),
    (Fraction(3), False),
    (Fraction(9), False),
    (Fraction(10), True),
    (Fraction(100), True),
    (Fraction(1, 10), True),
    (Fraction(1, 1000), True),
]


def _context(facts: Facts, planned: list[dict[str, Any]], of: list[dict[str, Any]] | None = None) -> CampaignContext:
    made = campaign([], awards=planned)
    plan = made.plan.model_copy(update={"targets": [Target.model_validate(one) for one in of or ()]})
    return CampaignContext(DatedPlan(plan, _DAY), (), facts=facts)


def _asked_of(award: str, subject: str, amount: int) -> list[str]:
    """Return what is asked of an amount for an award that whoever by the law decides it decides."""
    decider = next(iter(readings(award, subject, _DAY)), "")
    names = {"unit_head": "Giám đốc Sở", "province_chair": "Chủ tịch UBND tỉnh", "minister": "Bộ trưởng"}
    planned = {"id": "a", "form": award, "decided_by": names.get(decider, "Giám đốc Sở")}
    own = {"doc": "decision", "date": _DAY.isoformat(), "amounts": [{"award": "a", "subject": subject, "amount": "1"}]}
    told = PaperFacts.model_validate(own)
    told = told.model_copy(update={"amounts": [told.amounts[0].model_copy(update={"amount": amount})]})
    return [one.code for one in amounts(_context(Facts(papers=[Record(told, _AT)]), [planned]))]


@pytest.mark.parametrize(("award", "subject"), _PAID)
def test_a_nought_too_many_or_too_few_is_asked_about_for_every_award(award: str, subject: str) -> None:
    of_each = [money(award, subject, _DAY, frozenset((who,) if who else ())) for who in readings(award, subject, _DAY)]
    law = next((one.amount for one in of_each if one.amount is not None), None)
    for times, far in _TIMES if law else ():
        assert bool(_asked_of(award, subject, int(times * (law or 0)))) is far, (award, subject, times)
    if law is None:
        assert _asked_of(award, subject, 1) == []


def test_awards_of_which_the_law_pays_nothing_known_are_left_alone() -> None:
    for award in set(awards()) - {award for award, _ in _PAID}:
        for subject in SUBJECTS:
            assert _asked_of(award, subject, 1) == []


@pytest.mark.parametrize(
    ("result", "asked"),
    [
        ({"achieved": "196%", "by_unit": {"A": "98%", "B": "97%"}}, ["achieved"]),
        ({"achieved": "97%", "by_unit": {"A": "98%", "B": "1960%", "C": "99%"}}, ["by_unit.B"]),
        ({"values": {"2023": "98%", "2024": "980%"}}, ["values.2024"]),
        ({"achieved": "980%"}, ["achieved"]),
        ({"achieved": "980"}, ["achieved"]),
        ({"achieved": "196%"}, []),
        ({"achieved": "105%", "by_unit": {"A": "98%", "B": "112%"}}, []),
        ({"achieved": "120%", "by_unit": {"A": "110%", "B": "149%"}}, []),
        ({"achieved": "180%", "by_unit": {"A": "160%", "B": "220%"}}, []),
        ({"achieved": "196%", "by_unit": {"A": "98%"}, "note": "được tài trợ thêm"}, []),
        ({"achieved": "5%", "by_unit": {"A": "50%"}}, []),
        ({}, []),
    ],
)
def test_a_per_cent_far_above_all_others_is_asked_about(result: dict[str, Any], asked: list[str]) -> None:
    told = Results.model_validate({"format": "results/1", "targets": [{"target": "x", **result}]})
    wanted = [{"id": "x", "text": "Đúng hạn", "at_least": "98%"}]
    context = _context(Facts(results=[Record(told, _AT)]), [{"id": "a", "form": "giay_khen"}], wanted)
    found = [one for one in targets(context) if one.code == "result-unlikely"]
    assert [one.where.path.removeprefix("targets[0].") for one in found if not isinstance(one.where, str)] == asked


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        ({"at_least": "98%", "of": "hồ sơ"}, True),
        ({"at_least": "98%", "baseline": {"2023": "97%"}}, True),
        ({"at_least": "150%"}, False),
        ({"at_least": "98", "unit": "hồ sơ"}, False),
        ({"at_most": "5%", "baseline": {"2023": "4%"}}, True),
        ({"unit": "%"}, False),
    ],
)
def test_what_is_near_depends_on_the_target(target: dict[str, Any], asked: bool) -> None:
    told = Results.model_validate({"format": "results/1", "targets": [{"target": "x", "achieved": "196"}]})
    facts = Facts(results=[Record(told, _AT)])
    context = _context(facts, [{"id": "a", "form": "giay_khen"}], [{"id": "x", "text": "Đúng hạn", **target}])
    assert any(one.code == "result-unlikely" for one in targets(replace(context))) is asked
