"""A nomination has an id: votes, decisions and reports may call it by that, and its name stands in the lists alone."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.campaigns import GIAY_KHEN, campaign, told
from thidua_cli.campaign.ballots import match
from thidua_cli.campaign.course import courses
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.passed import State
from thidua_cli.checks.nominations import decisions, results, votes
from thidua_cli.model.called import Called
from thidua_cli.model.council import PutOff, Vote
from thidua_cli.model.decision import Awarded, Excepted
from thidua_cli.model.paper_facts import Change
from thidua_cli.model.results import Exemplary, Results
from thidua_cli.papers.reports.report_results import examples, unnamed
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

CALLING: list[tuple[type[Called], dict[str, Any]]] = [
    (Vote, {"agree": 9}),
    (PutOff, {"reason": "chờ xác minh"}),
    (Awarded, {}),
    (Excepted, {"why": "chuyển công tác"}),
    (Exemplary, {}),
    (Change, {}),
]
AWARDS = [GIAY_KHEN]
A = {"id": "DN-01", "name": "Nguyễn Văn An", "subject": "individual", "unit": "Phòng Một", "award": "giay-khen"}
B = {**A, "id": "DN-02", "name": "Lê Thị Bình"}
DECISION = {"id": "qd1", "number": "45/QĐ", "date": "2024-12-01", "decided_by": "Giám đốc", "awards": ["giay-khen"]}
# What a line says, whom it means, and what is told where it means nobody.
LINES: dict[str, tuple[dict[str, str], str | None, str]] = {
    "by name": ({"name": "Nguyễn Văn An"}, "DN-01", ""),
    "by id": ({"id": "DN-01"}, "DN-01", ""),
    "by id in another case": ({"id": " dn-01 "}, "DN-01", ""),
    "by both": ({"id": "DN-01", "name": "NGUYỄN VĂN AN"}, "DN-01", ""),
    "by id and the name of another": (
        {"id": "DN-01", "name": "Lê Thị Bình"},
        None,
        "mã DN-01 trong danh sách là Nguyễn Văn An, ở đây ghi Lê Thị Bình",
    ),
    "by the id of nobody": ({"id": "DN-09"}, None, "danh sách không đề nghị mã này"),
    "by the name of nobody": ({"name": "Vũ Văn Cảnh"}, None, "danh sách không đề nghị tên này"),
    "by the id of nobody and a known name": (
        {"id": "DN-09", "name": "Nguyễn Văn An"},
        None,
        "danh sách không đề nghị mã này",
    ),
}
EACH_LINE = pytest.mark.parametrize(("said", "meant", "message"), LINES.values(), ids=list(LINES))


@pytest.mark.parametrize(("model", "more"), CALLING, ids=[model.__name__ for model, _ in CALLING])
def test_a_line_tells_id_or_name(model: type[Called], more: dict[str, Any]) -> None:
    assert model.model_validate({**more, "id": "DN-01"}).told == "mã DN-01"
    assert model.model_validate({**more, "name": "Nguyễn Văn An"}).told == "Nguyễn Văn An"
    assert model.model_validate({**more, "name": "An", "id": "DN-01"}).told == "An (mã DN-01)"
    with pytest.raises(ValidationError, match="chưa ghi là của ai"):
        model.model_validate(more)


def test_every_line_on_a_nominee_is_tried_here() -> None:
    assert {model for model, _ in CALLING} == set(_leaves(Called))


def _leaves(model: type[Called]) -> list[type[Called]]:
    below = model.__subclasses__()
    found = [leaf for one in below for leaf in _leaves(one)]
    return [one for one in found if "council_tables" not in one.__module__] or [model]


@EACH_LINE
def test_whom_a_vote_is_for(said: dict[str, str], meant: str | None, message: str) -> None:
    context = campaign([A, B], {"votes": [{**said, "agree": 9}]}, awards=AWARDS)
    voted = [one.nomination.id for one in context.entries if id(one) in match(context).of]
    assert voted == ([meant] if meant else [])
    assert [one for one in told([votes.votes], context) if message in one] or meant


@EACH_LINE
def test_who_is_put_off(said: dict[str, str], meant: str | None, message: str) -> None:
    context = campaign([A, B], {"put_off": [{**said, "reason": "chờ xác minh"}]}, awards=AWARDS)
    put_off = [one.entry.nomination.id for one in courses(context) if one.standing.state is State.PUT_OFF]
    assert put_off == ([meant] if meant else [])
    assert [one for one in told([votes.votes], context) if message in one] or meant


@EACH_LINE
def test_whom_a_decision_awards(said: dict[str, str], meant: str | None, message: str) -> None:
    context = campaign([A, B], awards=AWARDS, decisions=[{**DECISION, "awarded": [said]}])
    found = courses(context)
    assert [one.entry.nomination.id for one in found if one.awarded] == ([meant] if meant else [])
    assert [one for one in told([decisions.names], context) if message in one] or meant
    if meant is None:  # nobody is taken for not awarded where a name of the decision is not understood
        assert {one.awarded for one in found} == {None}


@EACH_LINE
def test_whom_a_decision_leaves_out(said: dict[str, str], meant: str | None, message: str) -> None:
    excepted = [{**said, "why": "chuyển công tác"}]
    context = campaign(
        [A, B], awards=AWARDS, decisions=[{**DECISION, "awarded": [{"id": "DN-02"}], "excepted": excepted}]
    )
    assert [one.entry.nomination.id for one in courses(context) if one.left_out] == ([meant] if meant else [])
    assert [one for one in told([decisions.names], context) if message in one] or meant


def test_an_id_that_two_bear_is_nobodys_until_the_name_or_the_award_tells() -> None:
    both = [A, {**B, "id": "DN-01"}]
    alone = campaign(both, {"votes": [{"id": "DN-01", "agree": 9}]}, awards=AWARDS)
    assert match(alone).of == {}
    assert told([votes.votes], alone) == [
        "vote-unclear: có 2 đề nghị mang mã DN-01, không rõ phiếu này cho đề nghị nào"
    ]
    named = campaign(both, {"votes": [{"id": "DN-01", "name": B["name"], "agree": 9}]}, awards=AWARDS)
    assert [one.nomination.name for one in named.entries if id(one) in match(named).of] == [B["name"]]


NAMES = st.sampled_from(["Nguyễn Văn Ân", "Trần Thị Cúc", "Lê Thị Bình", "An", "Đỗ Đăng Khoa Nam"])


@given(name=NAMES)
def test_a_name_that_is_corrected_in_the_list_changes_nothing_else(name: str) -> None:
    ballots = {"votes": [{"id": "DN-01", "agree": 9}, {"id": "DN-02", "agree": 1}]}
    awarded = [{**DECISION, "awarded": [{"id": "DN-01"}]}]

    def states(first: dict[str, str]) -> list[tuple[State, bool | None]]:
        context = campaign([first, B], ballots, awards=AWARDS, decisions=awarded)
        return [(one.standing.state, one.awarded) for one in courses(context)]

    assert states({**A, "name": name}) == states(A)


@EACH_LINE
def test_whom_a_report_names_as_an_example(said: dict[str, str], meant: str | None, message: str) -> None:
    told_by = Results.model_validate({"format": "results/1", "exemplary": [said]})
    context = campaign([{**A, "achievement": "làm cầu"}, B], awards=AWARDS)
    context = replace(context, facts=Facts(results=[Record(told_by, YamlEntry(Document("results.yaml"), ""))]))
    (example,) = examples(told_by, courses(context))
    assert example.text == ("làm cầu" if meant else "")
    findings = list(results.exemplary(context))
    assert bool(findings) is (meant is None and "id" in said), "whoever is called by a name alone may stand in no list"


@pytest.mark.parametrize(("count", "exemplary", "left"), [(5, [], 0), (7, [], 2), (7, [{"id": "DN-01"}], 0)])
def test_how_many_who_were_awarded_a_report_does_not_name(count: int, exemplary: list[dict], left: int) -> None:
    people = [{**A, "id": f"DN-0{number}", "name": f"Nguyễn Văn {'ABCDEGH'[number]}"} for number in range(count)]
    awarded = [{"id": one["id"]} for one in people]
    context = campaign(
        [{**one, "achievement": "làm cầu"} for one in people],
        awards=AWARDS,
        decisions=[{**DECISION, "awarded": awarded}],
    )
    told_by = Results.model_validate({"format": "results/1", "exemplary": exemplary})
    assert unnamed(told_by, courses(context)) == left
