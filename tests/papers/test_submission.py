"""The submission: one a decider, who stands in it, counts, reasons, what it lacks."""

from collections import Counter
from typing import Any

import pytest

from tests.papers.proposals import AWARDS, COUNCIL, DAY, NOMINATIONS, hold_printed, proposal
from thidua_cli.campaign.course import courses
from thidua_cli.errors import ThiduaError
from thidua_cli.papers.contract import BLANK, Asked, LacksError
from thidua_cli.papers.dossiers.authorities import authorities
from thidua_cli.papers.dossiers.submission import Submission
from thidua_cli.papers.people import addressed
from thidua_cli.papers.registry import PAPERS

_PAPER = PAPERS["submission"]
_SUBMITTER = {
    "doc": "submission",
    "award": "giay-khen",
    "issuer": {"name": "Văn phòng Sở", "superior": "Sở Xây dựng tỉnh A", "abbreviation": "VP", "place": "A"},
    "signers": [{"post": "Chánh Văn phòng", "name": "Vũ Thị G"}],
}
_TO_PROVINCE = {
    "doc": "submission",
    "award": "bang-khen",
    "number": "8",
    "date": "2025-12-02",
    "through": "Sở Nội vụ",
    "paragraphs": ["Sở sẽ bổ sung hồ sơ khi có yêu cầu."],
}
_PAPERS = (_TO_PROVINCE, _SUBMITTER)


def made(asked: Asked | None = None, **more: Any) -> list[Submission]:
    """Return the submissions of the campaign of proposals."""
    campaign = proposal(**{"papers": _PAPERS, **more})
    found = [one.context for one in _PAPER.documents(campaign, asked or Asked(DAY))]
    assert all(isinstance(one, Submission) for one in found)
    return found  # type: ignore[return-value]


def submitted(papers: list[Submission]) -> list[str]:
    """Return all names of those who are put forward."""
    return [row.name for paper in papers for award in paper.awards for row in award.rows]


@pytest.mark.parametrize("family", ["nd30", "party"])
def test_the_papers_as_printed(family: str) -> None:
    papers = _PAPER.documents(proposal(papers=_PAPERS, party=family == "party"), Asked(DAY))
    hold_printed(f"submission-{family}", "submission", papers)


def test_awards_of_one_decider_stand_together_and_never_two_deciders() -> None:
    found = authorities(proposal().plan, DAY)
    told = [(one.name, [award.id for award in one.awards]) for one in found]
    assert told == [
        ("Chủ tịch Ủy ban nhân dân tỉnh A", ["bang-khen"]),
        ("Giám đốc Sở", ["giay-khen", "cstd"]),
    ]
    assert [[award.name for award in paper.awards] for paper in made()] == [
        ["Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh A"],
        ["Giấy khen của Giám đốc Sở", "Chiến sĩ thi đua cơ sở"],
    ]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Chủ tịch Ủy ban nhân dân xã B", "Chủ tịch Ủy ban nhân dân tỉnh A", False),
        ("Chủ tịch UBND tỉnh A", "Chủ tịch Ủy ban nhân dân tỉnh A", True),
        ("Giám đốc", "Giám đốc Sở Xây dựng tỉnh A", True),
        ("Giám đốc", "Phó Giám đốc", False),
        ("Thủ trưởng đơn vị", "Giám đốc Sở", False),
        ("Thủ trưởng đơn vị", "Thủ trưởng đơn vị", True),
    ],
)
def test_who_is_one_decider(one: str, other: str, together: bool) -> None:
    awards = [{**AWARDS[1], "decided_by": one}, {**AWARDS[2], "decided_by": other}]
    assert (len(authorities(proposal(awards=awards, nominations=[]).plan, DAY)) == 1) is together


def test_a_decider_that_only_the_law_names_is_told_and_one_that_nobody_names_is_asked_for() -> None:
    awards = [{"id": "bktt", "form": "bang_khen_thu_tuong"}, {"id": "giay-khen", "form": "giay_khen"}]
    people = [{"name": "An", "award": "bktt"}, {"name": "Bình", "award": "giay-khen"}]
    with pytest.raises(LacksError) as told:
        made(awards=awards, nominations=people, council=None, papers=())
    assert "Giấy khen" in told.value.message
    assert "Thủ tướng" not in told.value.message
    drafts = made(Asked(DAY, draft=True), awards=awards, nominations=people, council=None, papers=())
    assert [paper.addressees for paper in drafts] == [["Thủ tướng Chính phủ"], [BLANK]]


def test_counts_are_those_of_the_rows_and_of_the_raw_list() -> None:
    campaign = proposal(papers=_PAPERS)
    papers = made()
    for paper in papers:
        assert [sum(column) for column in zip(*(one.counts for one in paper.awards), strict=True)] == paper.counts
        assert sum(paper.counts) == sum(len(one.rows) for one in paper.awards)
    passed = [one.entry for one in courses(campaign) if one.passed]
    raw = Counter({"collective": "tập thể", "individual": "cá nhân"}[one.subject or ""] for one in passed)
    printed: Counter[str] = Counter()
    for paper in papers:
        printed.update(dict(zip(paper.subjects, paper.counts, strict=True)))
    assert printed == raw == {"tập thể": 1, "cá nhân": 3}
    assert submitted(papers) == [addressed(one.nomination) for one in passed]


def test_refused_and_put_off_stand_apart_with_the_reason() -> None:
    told = [(row.name, row.why) for paper in made() for row in paper.not_agreed]
    assert [name for name, _ in told] == ["Đỗ Văn E", "Bà Phạm Thị D"]
    assert "chờ xác minh đơn thư" in told[0][1]
    assert "thành tích chưa rõ" in told[1][1]


def test_without_a_session_all_stand_in_it_and_nothing_is_said_of_a_council() -> None:
    papers = made(council=None)
    assert len(submitted(papers)) == len(NOMINATIONS)
    html = [_PAPER.html(one) for one in _PAPER.documents(proposal(papers=_PAPERS, council=None), Asked(DAY))]
    assert not any("Hội đồng" in one for one in html)


def test_a_unit_submits_its_own_without_waiting_for_the_council() -> None:
    (paper,) = made(Asked(DAY, unit="phòng một", award="bang-khen"), council=None)
    assert (paper.author, paper.letterhead.superior) == ("Phòng Một", "Sở Xây dựng tỉnh A")
    assert submitted([paper]) == ["Phòng Một", "Ông Nguyễn Văn A", "Đỗ Văn E"]
    assert "biên bản họp bình xét của đơn vị" in paper.enclosed


def test_who_has_no_vote_where_others_have_is_waited_for() -> None:
    council = {**COUNCIL, "put_off": []}
    with pytest.raises(LacksError, match="kết quả phiếu của Đỗ Văn E"):
        made(council=council)
    (paper,) = made(Asked(DAY, unit="Phòng Một", award="bang-khen"), council=council)
    assert "Đỗ Văn E" in submitted([paper])


def test_nobody_submits_to_himself() -> None:
    with pytest.raises(LacksError) as told:
        made(papers=[_TO_PROVINCE])
    assert "không ai tự trình mình" in told.value.message
    drafts = made(Asked(DAY, draft=True), papers=[_TO_PROVINCE])
    assert [one.signers[0].post for one in drafts] == ["Giám đốc", BLANK]


def test_all_that_is_missing_is_told_at_once() -> None:
    unclear = {"name": "Ai đó", "award": "Bằng gì đó"}
    council = {**COUNCIL, "held": None}
    with pytest.raises(LacksError) as told:
        made(papers=(), nominations=[*NOMINATIONS, unclear], council=council)
    for what in ("Ai đó", "ngày họp Hội đồng", "không ai tự trình mình"):
        assert what in told.value.message
    drafts = made(Asked(DAY, draft=True), papers=(), nominations=[*NOMINATIONS, unclear], council=council)
    assert len(drafts) == 2


@pytest.mark.parametrize(("count", "in_text"), [(5, True), (6, False)])
def test_few_names_stand_in_the_text_many_in_a_list_that_goes_with_it(count: int, in_text: bool) -> None:
    people = [{"name": f"Đinh Thị {chr(65 + at)}", "award": "bang-khen"} for at in range(count)]
    (paper,) = made(nominations=people, council=None)
    campaign = proposal(papers=_PAPERS, nominations=people, council=None)
    (html,) = [_PAPER.html(one) for one in _PAPER.documents(campaign, Asked(DAY))]
    assert paper.in_text is in_text
    assert ("danh sách trích ngang" in paper.enclosed) is not in_text
    assert ("có danh sách kèm theo" in html) is not in_text
    assert {one["name"] in html for one in people} == {in_text}


def test_two_entries_for_one_decider_are_refused() -> None:
    with pytest.raises(ThiduaError, match="cùng một người quyết định"):
        made(papers=[_SUBMITTER, {**_SUBMITTER, "award": "cstd"}])


def test_bases_are_the_law_of_its_day_each_once() -> None:
    own = {**_TO_PROVINCE, "bases": ["Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Công văn số 5/UBND-NC"]}
    paper = made(Asked(DAY, award="bang-khen"), papers=[own])[0]
    told = "\n".join(paper.bases)
    assert told.count("Luật Thi đua, khen thưởng") == 1
    assert "152/2025/NĐ-CP" in told
    assert "98/2023" not in told
    assert "Biên bản số 01/BB-HĐTĐKT họp ngày 20 tháng 11 năm 2025" in told
    old = made(Asked(DAY, award="bang-khen"), papers=[{**own, "date": "2025-03-02"}])[0]
    assert "98/2023" in "\n".join(old.bases)


def test_each_review_has_a_submission_of_its_own() -> None:
    people = [{"name": "An", "award": "bang-khen", "year": 2024}, {"name": "Bình", "award": "bang-khen"}]
    stems = [one.stem for one in _PAPER.documents(proposal(nominations=people, council=None), Asked(DAY))]
    assert stems == ["to-trinh-bang-khen-2024", "to-trinh-bang-khen-2025"]
