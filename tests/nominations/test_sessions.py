"""Several sessions of a council: which of them votes on whom, what each decides; cutting one up changes nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import MEMBERS, campaign, told
from thidua_cli.campaign.ballots import match
from thidua_cli.campaign.passed import Standing, State, standing
from thidua_cli.campaign.sitting import is_chair
from thidua_cli.checks.nominations import council, session_minutes, votes
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.lists.council_session import Doubts, nothing_known

AN = {"name": "Nguyễn Văn An", "unit": "Phòng Một", "subject": "individual", "award": "cstd"}
CHAU = {**AN, "name": "Lê Thị Châu", "unit": "Phòng Hai"}
OCCASIONS = [
    {"id": "so-ket", "name": "Sơ kết", "kind": "interim", "date": "2024-07"},
    {"id": "tong-ket", "name": "Tổng kết", "kind": "final", "date": "2024-12"},
]
RULE = {"citation": "Điều 7 Quy chế của Hội đồng"}


def vote(agree: int, nominee: dict[str, Any] = AN, **more: Any) -> dict[str, Any]:
    return {"name": nominee["name"], "agree": agree, **more}


def standings(context: CampaignContext) -> list[Standing]:
    ballots = match(context)
    return [standing(entry, ballots, context) for entry in context.entries]


def state(nominee: dict[str, Any], session: dict[str, Any] | None, *further: dict[str, Any], **more: Any) -> State:
    return standings(campaign([nominee], session, further=further, day="2026-11-01", **more))[0].state


@pytest.mark.parametrize(
    ("nominee", "session", "expected"),
    [
        (AN, None, State.NO_VOTE),
        (AN, {}, State.NO_VOTE),
        (AN, {"votes": [vote(8)]}, State.PASSED),
        (AN, {"votes": [vote(7)]}, State.REFUSED),
        (AN, {"votes": [vote(7)], "held": "2025-08-01"}, State.REFUSED),
        (AN, {"votes": [vote(7)], "held": "2023"}, State.PASSED),
        (AN, {"votes": [vote(4)], "held": "2023"}, State.REFUSED),
        (AN, {"votes": [vote(8)], "held": "2019-05-01"}, State.UNKNOWN),  # no share is known of those days
        (AN, {"votes": [vote(9)], "held": "2019-05-01"}, State.PASSED),  # all of them
        (AN, {"votes": [vote(8)], "held": "2019-05-01", "rule": {**RULE, "share": "80%"}}, State.PASSED),
        (AN, {"votes": [vote(8)], "rule": {**RULE, "share": "90%"}}, State.REFUSED),
        (AN, {"votes": [vote(8, against=3)]}, State.UNKNOWN),  # eleven of nine
        (AN, {"votes": [vote(8, against=1)], "valid": 8}, State.UNKNOWN),
        (AN, {"votes": [vote(8), vote(9)]}, State.PASSED),  # which of them counts is asked, and changes nothing
        (AN, {"votes": [vote(8), vote(7)]}, State.UNKNOWN),
        (AN, {"votes": [vote(8, award="giay-khen")]}, State.UNKNOWN),  # perhaps he was voted a lesser one
        ({**AN, "award": "giay-khen"}, {"votes": [vote(5)]}, State.PASSED),
        ({**AN, "award": "giay-khen"}, {"votes": [vote(4)]}, State.REFUSED),
        ({**AN, "award": "cstd-tinh"}, {"votes": [vote(8)]}, State.UNKNOWN),  # 90% are asked of the province's council
        ({**AN, "award": "cstd-tinh"}, {"votes": [vote(8)], "name": "Hội đồng TĐKT tỉnh A"}, State.REFUSED),
        ({**AN, "award": "cstd-tinh"}, {"votes": [vote(9)]}, State.PASSED),
        ({**AN, "award": "danh hiệu lạ"}, {"votes": [vote(9)]}, State.UNKNOWN),
        ({**AN, "agree": 8, "voters": 9}, None, State.PASSED),
        ({**AN, "agree": 7, "voters": 9}, None, State.REFUSED),
        ({**AN, "agree": 8}, None, State.UNKNOWN),
        ({**AN, "agree": 8}, {}, State.PASSED),  # of the nine of the council
        ({**AN, "agree": 10, "voters": 9}, None, State.UNKNOWN),
        ({**AN, "agree": 9, "voters": 9}, {"votes": [vote(8)]}, State.PASSED),
        ({**AN, "agree": 7, "voters": 9}, {"votes": [vote(8)]}, State.UNKNOWN),  # list and minutes differ
        (AN, {"put_off": [{"name": AN["name"], "reason": "chờ xác minh"}]}, State.PUT_OFF),
        ({**AN, "agree": 9, "voters": 9}, {"put_off": [{"name": AN["name"], "reason": "chờ xác minh"}]}, State.UNKNOWN),
    ],
)
def test_what_one_session_decides(nominee: dict[str, Any], session: dict[str, Any] | None, expected: State) -> None:
    assert state(nominee, session) is expected


PUT_OFF = {"put_off": [{"name": AN["name"], "reason": "chờ xác minh"}]}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"votes": [vote(8, CHAU)]}, {"votes": [vote(8)]}, State.PASSED),
        ({}, {"votes": [vote(2)], "members": MEMBERS[:3]}, State.REFUSED),  # 80% of three are all of them
        ({}, {"votes": [vote(3)], "members": MEMBERS[:3]}, State.PASSED),
        ({}, {"votes": [vote(7)], "held": "2023-05-01"}, State.PASSED),  # the law of its own day
        ({"votes": [vote(8)]}, {"votes": [vote(9)]}, State.PASSED),
        ({"votes": [vote(8)]}, {"votes": [vote(7)]}, State.UNKNOWN),
        ({**PUT_OFF, "held": "2024-11-01"}, {"votes": [vote(9)], "held": "2024-12-01"}, State.PASSED),
        ({**PUT_OFF, "held": "2024-11-01"}, {"votes": [vote(7)], "held": "2024-12-01"}, State.REFUSED),
        ({"votes": [vote(9)], "held": "2024-11-01"}, {**PUT_OFF, "held": "2024-12-01"}, State.UNKNOWN),
        (PUT_OFF, {"votes": [vote(9)]}, State.UNKNOWN),  # of one day
        (PUT_OFF, {}, State.PUT_OFF),
    ],
)
def test_what_two_sessions_decide(first: dict[str, Any], second: dict[str, Any], expected: State) -> None:
    assert state(AN, first, second) is expected


@pytest.mark.parametrize(
    ("doubts", "nominee", "votes_for", "expected"),
    [
        (Doubts("council.csv", votes=True), AN, [], State.UNKNOWN),
        (Doubts("council.csv", votes=True), AN, [vote(8)], State.PASSED),
        (Doubts("council.csv", members=True), AN, [vote(8)], State.UNKNOWN),
        (Doubts("council.csv", members=True), {**AN, "agree": 8, "voters": 9}, [], State.UNKNOWN),
        (Doubts("council.csv", day=True), AN, [vote(8)], State.UNKNOWN),
        (Doubts("council.csv", share=True), AN, [vote(8)], State.UNKNOWN),
        (Doubts("council.csv", share=True), AN, [vote(9)], State.PASSED),
        (Doubts("council.csv", share=True), AN, [vote(7)], State.REFUSED),
    ],
)
def test_what_is_in_doubt_of_a_session_decides_nothing(
    doubts: Doubts, nominee: dict[str, Any], votes_for: list[Any], expected: State
) -> None:
    context = campaign([nominee], {"votes": votes_for}, session_doubts=doubts)
    assert standings(context)[0].state is expected


def test_a_session_that_is_not_read_may_have_voted_on_all_who_have_no_vote() -> None:
    listed = {**CHAU, "name": "Trần Thị Đào", "agree": 7, "voters": 9}
    context = campaign([AN, CHAU, listed], {"votes": [vote(8)]}, sessions_unread=[nothing_known("council/b.yaml")])
    an, chau, columns = standings(context)
    assert [an.state, chau.state, columns.state] == [State.PASSED, State.UNKNOWN, State.UNKNOWN]
    assert columns.short, "what the list says is too low, whatever a session may say"
    assert chau.why == "chưa đọc được tệp Hội đồng"
    assert [one.partition(":")[0] for one in told([votes.votes], context)] == ["vote-below-threshold"]


def test_a_session_of_one_review_votes_on_no_other() -> None:
    nominees = [{**AN, "occasion": "so-ket"}, {**AN, "occasion": "tong-ket"}]
    sessions = [
        {"occasion": "Sơ kết", "votes": [vote(7)], "held": "2024-07-15"},
        {"occasion": "tong-ket", "votes": [vote(9)]},
    ]
    context = campaign(nominees, sessions[0], further=sessions[1:], occasions=OCCASIONS)
    assert [one.state for one in standings(context)] == [State.REFUSED, State.PASSED]
    assert [one.cast and one.cast.spot("agree").file for one in standings(context)] == [
        "council.yaml",
        "council/2.yaml",
    ]
    assert [one.partition(":")[0] for one in told([votes.votes], context)] == ["vote-below-threshold"]
    years = campaign([{**AN, "year": 2024}, {**AN, "year": 2025}], {"year": "2025", "votes": [vote(9)]})
    assert [one.state for one in standings(years)] == [State.NO_VOTE, State.PASSED]


def test_lists_count_on_the_members_of_a_session_that_can_have_voted() -> None:
    nominee = {**AN, "agree": 5, "voters": 5}
    five = {"members": MEMBERS[:5]}
    assert told([votes.votes], campaign([nominee], {}, further=[five])) == []
    (found,) = told([votes.votes], campaign([{**nominee, "voters": 4, "agree": 4}], {}, further=[five]))
    assert found == "vote-base: danh sách tính phiếu trên 4 người, Hội đồng có 5 hoặc 9 thành viên"


def test_a_session_that_is_not_read_may_have_other_members() -> None:
    context = campaign([{**AN, "agree": 5, "voters": 5}], {}, sessions_unread=[nothing_known("council/b.yaml")])
    assert told([votes.votes], context) == []  # neither another base, nor too few of nine
    for agree in (5, 10):
        context = campaign([{**AN, "agree": agree}], {}, sessions_unread=[nothing_known("council/b.yaml")])
        assert told([votes.votes], context) == []
    alone = campaign([{**AN, "agree": 5, "voters": 9}], sessions_unread=[nothing_known("council/b.yaml")])
    assert [one.partition(":")[0] for one in told([votes.votes], alone)] == ["vote-below-threshold"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_session_of_as_many_members_as_the_list_tells_goes_before_the_others(order: int) -> None:
    sessions = [{}, {"members": MEMBERS[:5]}][::order]
    assert state({**AN, "agree": 4, "voters": 5}, *sessions) is State.PASSED
    assert state({**AN, "agree": 3, "voters": 5}, *sessions) is State.REFUSED


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({**PUT_OFF, "held": "2024-11-01"}, {"votes": [vote(9)], "held": "2024-12-01"}, False),
        ({"votes": [vote(9)], "held": "2024-12-01"}, {**PUT_OFF, "held": "2024-11-01"}, False),
        ({"votes": [vote(9)], "held": "2024-11-01"}, {**PUT_OFF, "held": "2024-12-01"}, True),
        (PUT_OFF, {"votes": [vote(9)]}, True),
        (PUT_OFF, {}, False),
    ],
)
def test_who_was_put_off_may_be_voted_on_later(first: dict[str, Any], second: dict[str, Any], *, said: bool) -> None:
    found = told([votes.votes], campaign([AN], first, further=[second]))
    assert [one.partition(":")[0] for one in found] == ["vote-unclear"] * said


def test_of_whom_it_is_not_known_he_may_have_counted() -> None:
    away = [{"name": MEMBERS[0], "present": "false"}, *MEMBERS[1:]]
    session = {"members": away, "counters": [MEMBERS[0]]}
    assert len(told(session_minutes.CHECKS, campaign([], session))) == 1
    unsure = Doubts("council.csv", attendance=frozenset([0]))
    assert told(session_minutes.CHECKS, campaign([], session, session_doubts=unsure)) == []


def test_members_have_an_interest_in_those_of_their_own_session() -> None:
    nominees = [AN, CHAU]
    mine = {"members": [{"name": "Phan Văn Ba", "unit": "Phòng Một"}, *MEMBERS], "votes": [vote(9, CHAU)]}
    other = {"votes": [vote(9)]}
    assert told([council.interests], campaign(nominees, mine, further=[other])) == []
    assert len(told([council.interests], campaign(nominees, {**mine, **other}, further=[{"votes": []}]))) == 1


def test_a_show_of_hands_is_told_of_the_session_that_voted_so() -> None:
    hands = {"secret_ballot": "false", "votes": [vote(9, {**AN, "name": "Trần Thị Đào"})]}
    nominees = [AN, {**AN, "name": "Trần Thị Đào", "award": "giay-khen"}]
    assert told([votes.shows_of_hands], campaign(nominees, hands, further=[{"votes": [vote(9)]}])) == []
    assert len(told([votes.shows_of_hands], campaign(nominees, {**hands, "votes": [vote(9)]}))) == 1


COUNTS = st.tuples(st.integers(0, 9), st.integers(0, 2), st.sampled_from(["cstd", "giay-khen", "cstd-tinh"]))


@given(
    st.lists(st.tuples(COUNTS, st.integers(0, 3), st.booleans()), min_size=1, max_size=6),
    st.sampled_from(["2023", "2024-11-20", "2025-11-20"]),
)
def test_sessions_cut_from_one_decide_what_it_decides(
    people: list[tuple[tuple[int, int, str], int, bool]], held: str
) -> None:
    """Votes (and deferrals) parted over sessions of the same members: the same states, the same findings on votes."""
    nominees, lines = [], []
    for number, ((agree, against, award), session, put_off) in enumerate(people):
        who = {**AN, "name": f"Người {chr(65 + number)}", "award": award}
        nominees.append(who)
        line = {"name": who["name"], "reason": "chờ"} if put_off else vote(agree, who, against=against)
        lines.append((session, "put_off" if put_off else "votes", line))
    parts: list[dict[str, Any]] = [
        {"held": held, **{key: [line for at, of, line in lines if at == session and of == key] for key in _KEYS}}
        for session in range(4)
    ]
    whole = {"held": held, **{key: [line for _, of, line in lines if of == key] for key in _KEYS}}
    one, cut = campaign(nominees, whole), campaign(nominees, parts[0], further=parts[1:])
    assert [_decided(found) for found in standings(one)] == [_decided(found) for found in standings(cut)]
    checks = [votes.votes, council.ballots]
    assert sorted(told(checks, one)) == sorted(told(checks, cut))


_KEYS = ("votes", "put_off")


def _decided(found: Standing) -> tuple[Any, ...]:
    return found.state, found.why, found.agree, found.members


@given(st.integers(0, 9), st.sampled_from(["cstd", "giay-khen"]), st.sampled_from(["2024-11-20", "2025-11-20", "2024"]))
def test_checks_and_papers_say_the_same(agree: int, award: str, held: str) -> None:
    """Who is refused has a finding, and who has passed has none."""
    context = campaign([{**AN, "award": award}], {"held": held, "votes": [vote(agree)]})
    (found,) = standings(context)
    findings = list(votes.votes(context))
    assert (found.state is State.REFUSED) == bool(findings)
    assert (found.state is State.PASSED) == (not findings)
    assert all(severity_of(one.code) and one.code == "vote-below-threshold" for one in findings)


@pytest.mark.parametrize("role", ["Chủ tịch", "chủ tịch Hội đồng", "CHỦ TỊCH HĐ", "Chủ tịch Hội đồng TĐ-KT"])
def test_who_chairs_the_council(role: str) -> None:
    assert is_chair(role)


@pytest.mark.parametrize("role", ["Phó Chủ tịch", "Phó Chủ tịch Hội đồng", "ủy viên", "Thư ký", "", None])
def test_who_does_not(role: str | None) -> None:
    assert not is_chair(role)
