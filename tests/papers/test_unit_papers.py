"""Papers that a unit fills in: registration, pledge, minutes of its review."""

from typing import Any

import pytest

from tests.papers.proposals import AWARDS, COUNCIL, DAY, NOMINATIONS, UNITS, hold_printed, proposal
from thidua_cli.model.awards import award_name
from thidua_cli.papers.common import Frame
from thidua_cli.papers.contract import Asked, LacksError
from thidua_cli.papers.dossiers.merit_summary import MeritSummary
from thidua_cli.papers.dossiers.unit_minutes import UnitMinutes
from thidua_cli.papers.launch.pledge import Pledge
from thidua_cli.papers.launch.registration import Registration
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.registry import PAPERS

_DOCS = ("registration", "pledge", "unit-minutes", "merit-summary")
_OWN = {"doc": "unit-minutes", "unit": "Phòng Hai", "at": "14 giờ 00, ngày 10/11/2025", "chair": "Lê Thị H"}
CAMPAIGN: dict[str, Any] = {"papers": [_OWN]}


def made(doc: str, asked: Asked | None = None, **more: Any) -> dict[str, Frame]:
    """Return the documents of a paper by their stems."""
    campaign = proposal(**{**CAMPAIGN, **more})
    return {one.stem: one.context for one in PAPERS[doc].documents(campaign, asked or Asked(DAY))}


@pytest.mark.parametrize("family", ["nd30", "party"])
@pytest.mark.parametrize("doc", _DOCS)
def test_the_papers_as_printed(doc: str, family: str) -> None:
    campaign = proposal(**CAMPAIGN, party=family == "party")
    hold_printed(f"{doc}-{family}", doc, PAPERS[doc].documents(campaign, Asked(DAY)))


@pytest.mark.parametrize("doc", _DOCS)
def test_a_form_is_no_poorer_without_facts_of_its_own(doc: str) -> None:
    bare = {"papers": [], "nominations": NOMINATIONS[:1], "council": None}
    for party in (False, True):
        campaign = proposal(**bare, party=party)
        assert [one.missing for one in PAPERS[doc].documents(campaign, Asked(DAY))] == [()]


def test_the_targets_of_the_plan_stand_in_both_forms() -> None:
    (form,) = made("registration").values()
    (pledge,) = made("pledge").values()
    assert isinstance(form, Registration)
    assert isinstance(pledge, Pledge)
    told = [(one.text, one.measure, one.planned) for one in form.targets]
    assert told == [("Trả kết quả đúng hạn ít nhất 98% hồ sơ", "%", "≥ 98")]
    assert form.targets == pledge.targets


def test_a_registration_is_one_units_own_or_blank_for_any() -> None:
    (blank,) = made("registration").items()
    (own,) = made("registration", Asked(DAY, unit="phòng một")).items()
    assert (blank[0], blank[1].author) == ("dang-ky-thi-dua", "……")
    assert (own[0], own[1].author) == ("dang-ky-thi-dua-phong-mot", "Phòng Một")


def test_all_units_sign_a_pledge_each_cluster_its_own() -> None:
    (pledge,) = made("pledge").values()
    assert [one.organisation for one in pledge.signers] == ["Phòng Một", "Phòng Hai"]
    units = [{**UNITS[0], "cluster": "Cụm 1"}, {**UNITS[1], "cluster": "Cụm 2"}, {"name": "Ban Ba"}]
    by_cluster = made("pledge", units=units)
    assert {stem: [one.organisation for one in paper.signers] for stem, paper in by_cluster.items()} == {
        "giao-uoc-thi-dua-cum-1": ["Phòng Một"],
        "giao-uoc-thi-dua-cum-2": ["Phòng Hai"],
        "giao-uoc-thi-dua-khac": ["Ban Ba"],
    }
    (mine,) = made("pledge", Asked(DAY, unit="Phòng Hai"), units=units).values()
    assert [one.organisation for one in mine.signers] == ["Phòng Hai"]


def test_the_sides_that_are_told_go_before_the_units() -> None:
    sides = [{"post": "Chủ tịch", "name": "Lê Thị H", "organisation": "Công đoàn Sở"}, {"post": "Giám đốc"}]
    (pledge,) = made("pledge", papers=[{"doc": "pledge", "signers": sides}]).values()
    assert isinstance(pledge, Pledge)
    assert pledge.sides == ["Công đoàn Sở", "Giám đốc"]
    assert [one.name for one in pledge.signers] == ["Lê Thị H", ""]


def test_the_minutes_of_a_unit_hold_its_nominees_and_no_vote_of_the_council() -> None:
    papers = made("unit-minutes")
    campaign = proposal(**CAMPAIGN)
    assert list(papers) == ["bien-ban-binh-xet-phong-mot", "bien-ban-binh-xet-phong-hai"]
    printed = []
    for paper in papers.values():
        assert isinstance(paper, UnitMinutes)
        printed += [(one.name, one.position, one.award) for one in paper.rows]
    raw = [
        (addressed(one.nomination), position_of(one), award_name(one.award)) for one in campaign.entries if one.award
    ]
    assert sorted(printed) == sorted(raw)
    for document in PAPERS["unit-minutes"].documents(campaign, Asked(DAY)):
        html = PAPERS["unit-minutes"].html(document)
        assert not any(word in html for word in ("Hội đồng", COUNCIL["votes"][4]["reason"]))  # type: ignore[index]


def test_what_is_told_of_the_meeting_is_filled_in() -> None:
    first, second = made("unit-minutes").values()
    assert isinstance(first, UnitMinutes)
    assert isinstance(second, UnitMinutes)
    assert (first.at, first.chair, first.headcount) == ("", "", 8)
    assert (second.at, second.chair, second.headcount) == ("14 giờ 00, ngày 10/11/2025", "Lê Thị H", 5)
    assert [one.name for one in second.signers] == ["", "Lê Thị H"]


def test_a_nominee_without_an_award_is_asked_for() -> None:
    with pytest.raises(LacksError, match="hình thức đề nghị cho An"):
        made("unit-minutes", nominations=[{"name": "An", "award": "Bằng gì đó"}])
    (draft,) = made("unit-minutes", Asked(DAY, draft=True), nominations=[{"name": "An", "award": "x"}]).values()
    assert isinstance(draft, UnitMinutes)
    assert draft.rows[0].award == ""


def test_high_awards_come_first() -> None:
    paper = next(iter(made("unit-minutes").values()))
    assert isinstance(paper, UnitMinutes)
    names = [award["id"] for award in AWARDS]
    assert names[0] == "bang-khen"
    assert [one.name for one in paper.rows] == ["Phòng Một", "Ông Nguyễn Văn A", "Đỗ Văn E", "Bà Phạm Thị D"]


def test_a_summary_has_all_whom_a_unit_puts_forward_as_every_paper_names_them() -> None:
    papers = made("merit-summary")
    assert list(papers) == ["tom-tat-thanh-tich-phong-mot", "tom-tat-thanh-tich-phong-hai"]
    told = []
    for paper in papers.values():
        assert isinstance(paper, MeritSummary)
        told += [(one.name, one.position, one.achievement, one.award) for one in paper.rows]
    entries = [one for one in proposal(**CAMPAIGN).entries if one.award]
    raw = [
        (addressed(one.nomination), position_of(one), one.nomination.achievement or "", award_name(one.award))
        for one in entries
        if one.award
    ]
    assert sorted(told) == sorted(raw)


def test_a_summary_prints_lines_to_fill_in_only_where_nobody_tells_the_achievement() -> None:
    paper = PAPERS["merit-summary"]
    for told, blank in (("Tiếp 120 hộ", False), ("", True)):
        entry = {**NOMINATIONS[0], "achievement": told} if told else {**NOMINATIONS[0], "achievement": None}
        (document,) = paper.documents(proposal(**{**CAMPAIGN, "nominations": [entry]}), Asked(DAY))
        assert ("leader" in paper.html(document)) is blank


def test_a_summary_of_an_unknown_award_is_refused() -> None:
    with pytest.raises(LacksError, match="hình thức đề nghị cho An"):
        made("merit-summary", nominations=[{"name": "An", "award": "Bằng gì đó"}])
