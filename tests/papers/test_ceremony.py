"""Programme, script and invitations: who is called when, and how the sheets lie, from the decisions alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign as typed_campaign
from tests.exploring import examples
from tests.golden import hold
from tests.ooxml.validity import assert_valid_docx
from tests.papers.printed_texts import lines_of
from tests.papers.rendered import example
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.law.ceremony_steps import ceremony_steps, order_source
from thidua_cli.model.decision import Decision
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.papers.ceremony.calling import Call, Handover
from thidua_cli.papers.ceremony.ceremony_letters import CeremonyInvitation
from thidua_cli.papers.ceremony.programme import Programme
from thidua_cli.papers.ceremony.script import Script
from thidua_cli.papers.contract import BLANK, Asked, LacksError
from thidua_cli.papers.people import addressed
from thidua_cli.papers.registry import PAPERS
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

FOLDER = Path(__file__).parent / "handed_over"
DOCS = ("programme", "script", "ceremony-invitation")
_DAY = date(2026, 1, 5)
_ASKED = Asked(_DAY)
_AWARDS = [
    {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc"},
    {"id": "hcld3", "form": "huan_chuong_lao_dong_3"},
    {"id": "bang-khen", "form": "bang_khen_bo_tinh"},
]
_HIGH_TO_LOW = ["hcld3", "bang-khen", "giay-khen"]
_PLACE = {"at": "2026-01-10T08:00", "place": "Hội trường", "chair": "Ông A", "contact": "Văn phòng"}


def with_facts(found: ResolvedCampaign, *papers: dict[str, Any], decisions: Any = ()) -> ResolvedCampaign:
    """Return a campaign with these papers and decisions, as if its files said so."""
    document = Document("papers.yaml")
    told = [
        Record(PaperFacts.model_validate(one), YamlEntry(document, f"papers[{at}]")) for at, one in enumerate(papers)
    ]
    given = [Record(Decision.model_validate(one), YamlEntry(document, f"d[{at}]")) for at, one in enumerate(decisions)]
    return replace(found, facts=Facts(papers=told, decisions=given or found.facts.decisions))


def context_of(doc: str, found: ResolvedCampaign, asked: Asked = _ASKED) -> Any:
    """Return what the one file of a paper is made of."""
    (document,) = PAPERS[doc].documents(found, asked)
    return document.context


def calls(handovers: list[Handover]) -> list[Call]:
    """Return all who are called, in their order."""
    return [call for one in handovers for row in one.rows for call in row.calls]


@pytest.mark.parametrize("layout", ["nd30", "party"])
def test_the_papers_are_as_agreed(layout: str) -> None:
    found = example(FOLDER, _DAY, layout)
    texts = {}
    for doc in DOCS:
        for document in PAPERS[doc].documents(found, _ASKED):
            texts[document.stem] = lines_of(PAPERS[doc], document)
            assert_valid_docx(to_docx(PAPERS[doc].html(document), source=PAPERS[doc].template))
    hold(FOLDER / f"{layout}.out", texts)


def test_only_those_of_decisions_are_called_and_named_as_everywhere() -> None:
    found = example(FOLDER, _DAY)
    decided = {one.name for record in found.facts.decisions for one in record.value.awarded}
    expected = {addressed(entry.nomination) for entry in found.entries if entry.nomination.name in decided}
    script: Script = context_of("script", found)
    letters: CeremonyInvitation = context_of("ceremony-invitation", found)
    assert {call.name for call in calls(list(script.handovers))} == expected
    invited = [one.name.removeprefix("Đại diện gia đình ") for one in letters.invited]
    assert invited[:2] == ["Lãnh đạo Ủy ban nhân dân tỉnh Hòa An", "Sở Nội vụ"]
    assert invited[2:] == [call.name for call in calls(list(script.handovers))]
    assert not {"Bà Trịnh Thị P", "Ông Ngô Văn M"} & expected, "proposed, and not awarded"


def test_without_decisions_the_award_book_tells_who_was_awarded() -> None:
    found = example(FOLDER, _DAY)
    booked = replace(found, facts=replace(found.facts, decisions=[]))
    script: Script = context_of("script", booked)
    assert {call.name for call in calls(list(script.handovers))} == {
        call.name for call in calls(list(context_of("script", found).handovers))
    }
    assert script.handovers[0].decision == "Quyết định số 99/QĐ-CTN ngày 22 tháng 12 năm 2025 của Chủ tịch nước"


def test_the_posthumous_come_last_of_their_award() -> None:
    script: Script = context_of("script", example(FOLDER, _DAY))
    last = calls(list(script.handovers))[-1]
    assert (last.name, last.posthumous) == ("Ông Bùi Văn K", True)


@pytest.mark.parametrize("doc", DOCS)
def test_what_is_missing_is_told_at_once_and_a_draft_has_blanks(doc: str) -> None:
    bare = replace(example(FOLDER, _DAY), facts=Facts(), register=None)
    with pytest.raises(LacksError) as told:
        context_of(doc, bare)
    whats = {one.what for one in told.value.missing}
    assert {"người được tặng", "giờ, ngày tổ chức lễ", "địa điểm tổ chức lễ"} <= whats
    assert all(f"mục doc: {doc} " in one.where for one in told.value.missing if "place" in one.where)
    draft = context_of(doc, bare, replace(_ASKED, draft=True))
    assert draft.when == draft.place == BLANK
    (document,) = PAPERS[doc].documents(bare, replace(_ASKED, draft=True))
    assert document.missing == told.value.missing
    assert_valid_docx(to_docx(PAPERS[doc].html(document), source=PAPERS[doc].template))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2026-01-10T08:00", "8 giờ 00, thứ Bảy, ngày 10 tháng 01 năm 2026"),
        ("14 giờ 30, ngày 11/01/2026", "14 giờ 30, Chủ nhật, ngày 11 tháng 01 năm 2026"),
        ("8 giờ", None),
        ("sáng thứ Hai, 10/01/2026", None),
    ],
)
def test_the_weekday_is_computed_and_what_is_no_day_is_asked_for(typed: str, printed: str | None) -> None:
    found = with_facts(example(FOLDER, _DAY), {**_PLACE, "doc": "programme", "at": typed, "programme": ["Khai mạc"]})
    if printed:
        assert context_of("programme", found).when == printed
    else:
        with pytest.raises(LacksError, match="giờ, ngày tổ chức lễ"):
            context_of("programme", found)


def test_the_programme_of_papers_yaml_stands_in_the_place_of_the_usual_one() -> None:
    steps = ["Khai mạc", {"what": "Trao thưởng", "time": "9 giờ", "who": "Giám đốc", "prepare": "Khay"}]
    programme: Programme = context_of(
        "programme", with_facts(example(FOLDER, _DAY), {**_PLACE, "doc": "programme", "programme": steps})
    )
    assert [(one.what, one.time, one.who, one.prepare) for one in programme.steps] == [
        ("Khai mạc", "", "", ""),
        ("Trao thưởng", "9 giờ", "Giám đốc", "Khay"),
    ]


def test_the_usual_programme_has_the_steps_of_the_decree_in_their_order() -> None:
    programme: Programme = context_of("programme", example(FOLDER, _DAY))
    said = iter([one.what for one in programme.steps])
    assert all(any(what.startswith(step.what) for what in said) for step in ceremony_steps())
    assert "Nghị định số 145/2013/NĐ-CP" in order_source()


def test_a_giver_of_no_award_of_the_plan_is_told() -> None:
    given = {**_PLACE, "doc": "script", "row": 3, "givers": {"giay-khem": "Giám đốc"}}
    with pytest.raises(ThiduaError, match="“giay-khem” không có trong kế hoạch") as told:
        context_of("script", with_facts(example(FOLDER, _DAY), given))
    assert told.value.hint == "có phải “giay-khen”?"


def test_only_papers_that_print_them_ask_for_givers_and_rows() -> None:
    found = with_facts(example(FOLDER, _DAY), {**_PLACE, "doc": "programme"})
    assert len(context_of("ceremony-invitation", found).invited) == 8
    with pytest.raises(LacksError) as told:
        context_of("script", found)
    assert [one.what for one in told.value.missing] == [
        "số người mỗi lượt lên sân khấu",
        "người trao Huân chương Lao động hạng Ba",
        "người trao Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        "người trao Giấy khen của Giám đốc",
    ]


def test_who_may_be_awarded_and_nobody_knows_stops_the_script() -> None:
    found = example(FOLDER, _DAY)
    doubted = replace(found, facts=replace(found.facts, doubted=frozenset({"decisions"})))
    with pytest.raises(LacksError, match="ai được tặng trong 2 đề nghị"):
        context_of("script", doubted)


_LINE = st.tuples(
    st.sampled_from(_HIGH_TO_LOW), st.sampled_from(["individual", "collective"]), st.booleans(), st.booleans()
)


@given(st.lists(_LINE, min_size=1, max_size=20), st.integers(1, 6), st.randoms(use_true_random=False))
@examples(60)
def test_everybody_is_called_once_and_the_pile_is_the_call_turned_around(
    lines: list[tuple[str, str, bool, bool]], size: int, random: Any
) -> None:
    nominations = [
        {"name": f"Tên {at}", "award": award, "subject": subject, "note": "truy tặng" if dead else None}
        for at, (award, subject, _, dead) in enumerate(lines)
    ]
    named = [(f"Tên {at}", award) for at, (award, _, is_given, _) in enumerate(lines) if is_given]
    random.shuffle(named)
    decisions = [
        {"id": f"qd-{award}", "number": f"{award}/QĐ", "date": "2025-12-01", "decided_by": "A", "awards": award}
        | {"awarded": [name for name, of in named if of == award]}
        for award in dict.fromkeys(of for _, of in named)
    ]
    givers = {award: f"Người trao {award}" for award in _HIGH_TO_LOW}
    found = with_facts(
        typed_campaign([{k: v for k, v in one.items() if v} for one in nominations], awards=_AWARDS),
        {**_PLACE, "doc": "script", "row": size, "givers": givers},
        decisions=decisions,
    )
    if not named:
        with pytest.raises(LacksError, match="người được tặng"):
            context_of("script", found)
        return
    script: Script = context_of("script", found)
    called = calls(list(script.handovers))
    assert sorted(call.name for call in called) == sorted(name for name, _ in named)
    assert [call.number for call in called] == list(range(1, len(named) + 1))
    assert script.total == len(named)
    for handover in script.handovers:
        for row in handover.rows:
            assert [call.name for call in reversed(row.stack)] == [call.name for call in row.calls]
            assert [call.stacked for call in row.stack] == list(range(1, len(row.calls) + 1))
            assert len(row.calls) <= size
    by_name = {one["name"]: (one["award"], one["subject"], one["note"] is not None) for one in nominations}
    places = {name: place for place, (name, _) in enumerate(named)}
    ranks = [
        (_HIGH_TO_LOW.index(award), subject != "collective", dead, places[call.name])
        for call in called
        for award, subject, dead in [by_name[call.name]]
    ]
    assert ranks == sorted(ranks), "high before low, collectives first, the living first, as the decision lists them"
