"""The letter of guidance: all of it is what the plan says; the table is what the engine says."""

from dataclasses import replace
from typing import Any

import pytest

from tests.papers.proposals import AWARDS, DAY, UNITS, hold_printed, proposal
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.errors import ThiduaError
from thidua_cli.model.body import Section
from thidua_cli.papers.contract import BLANK, Asked, LacksError
from thidua_cli.papers.launch.guidance import Guidance
from thidua_cli.papers.registry import PAPERS
from thidua_cli.quota.judge import judge

_PAPER = PAPERS["guidance"]
_CONTACT = {"contact": "bà Vũ Thị G, điện thoại 0123 456 789"}
_FINAL = {"id": "tong-ket", "name": "tổng kết", "kind": "final", "dossiers_by": "2025-12-10"}
_QUOTAS = [
    {"subject": "collective", "per": "unit", "max": 1},
    {"subject": "individual", "per": "unit", "share": {"of": "headcount", "max": "20%"}},
]
_AWARDS = [{**AWARDS[0], "quotas": [{"subject": "individual", "max": 2}]}, {**AWARDS[1], "quotas": _QUOTAS}]
_CAMPAIGN: dict[str, Any] = {
    "awards": _AWARDS,
    "nominations": [],
    "council": None,
    "office": _CONTACT,
    "occasions": [_FINAL],
}


def made(asked: Asked | None = None, **more: Any) -> Guidance:
    """Return the letter."""
    (found,) = [one.context for one in _PAPER.documents(proposal(**{**_CAMPAIGN, **more}), asked or Asked(DAY))]
    assert isinstance(found, Guidance)
    return found


@pytest.mark.parametrize("family", ["nd30", "party"])
def test_the_papers_as_printed(family: str) -> None:
    campaign = proposal(**_CAMPAIGN, party=family == "party")
    hold_printed(f"guidance-{family}", "guidance", _PAPER.documents(campaign, Asked(DAY)))


def test_the_table_is_what_the_engine_says_of_each_unit() -> None:
    table = made().table
    assert table is not None
    assert table.columns == ["Giấy khen của Giám đốc Sở, tập thể", "Giấy khen của Giám đốc Sở, cá nhân"]
    assert table.rows == [["Phòng Một", "tối đa 1", "tối đa 1"], ["Phòng Hai", "tối đa 1", "tối đa 1"]]
    told = [one for one in judge(proposal(**_CAMPAIGN)).results if one.row.unit]
    assert len(told) == len(UNITS) * len(_QUOTAS)


def test_a_share_of_a_number_that_nobody_knows_is_not_guessed() -> None:
    table = made(units=[{"name": "Phòng Một"}]).table
    assert table is not None
    assert "chưa tính được" in table.rows[0][2]


def test_a_wide_table_is_an_annex_on_its_side() -> None:
    quotas = [*_QUOTAS, {"subject": "household", "per": "unit", "max": 1}]
    letter = made(awards=[_AWARDS[0], {**AWARDS[1], "quotas": quotas}])
    assert letter.annex is None
    more = [*quotas, {"subject": "enterprise", "per": "unit", "max": 1}]
    campaign = proposal(**{**_CAMPAIGN, "awards": [{**AWARDS[1], "quotas": more}]})
    (document,) = _PAPER.documents(campaign, Asked(DAY))
    assert '<section class="landscape">' in _PAPER.html(document)


def test_without_quotas_by_unit_there_is_no_table() -> None:
    assert made(awards=[_AWARDS[0]]).table is None


def test_a_deadline_that_is_not_the_plans_is_refused() -> None:
    own = {"doc": "guidance", "deadline": "2025-12-01"}
    asked = Asked(DAY, occasion="tong-ket")
    with pytest.raises(ThiduaError, match="khác hạn của kế hoạch"):
        made(asked, papers=[own])
    assert made(asked, papers=[{**own, "deadline": "2025-12-10"}]).deadline == "10/12/2025"


def test_all_that_is_missing_is_told_at_once() -> None:
    with pytest.raises(LacksError) as told:
        made(office=None, occasions=[], awards=[])
    for what in ("hạn gửi hồ sơ", "hình thức khen thưởng", "người liên hệ"):
        assert what in told.value.message
    draft = made(Asked(DAY, draft=True), office=None, occasions=[], awards=[])
    assert (draft.deadline, draft.contact) == (BLANK, BLANK)


def test_few_units_are_named_many_are_told_together() -> None:
    assert made().addressees == ["Phòng Một", "Phòng Hai"]
    many = [{"name": f"Phòng số {number}"} for number in range(1, 8)]
    assert made(units=many).addressees == ["Các đơn vị thuộc Sở Xây dựng tỉnh A"]
    assert made(papers=[{"doc": "guidance", "to": ["Các phòng"]}]).addressees == ["Các phòng"]


def test_what_the_plan_says_of_dossiers_goes_before_the_usual_papers() -> None:
    assert made().dossier[0] == "Tờ trình đề nghị khen thưởng;"
    campaign = proposal(**_CAMPAIGN)
    body = [Section.model_validate({"heading": "Hồ sơ", "role": "dossier", "text": "Hồ sơ gồm hai bộ"})]
    told = replace(campaign, dated=DatedPlan(campaign.plan.model_copy(update={"body": body}), DAY))
    (letter,) = [one.context for one in _PAPER.documents(told, Asked(DAY))]
    assert isinstance(letter, Guidance)
    assert letter.dossier == ["Hồ sơ gồm hai bộ."]
