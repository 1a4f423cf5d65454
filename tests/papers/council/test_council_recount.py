"""Random sessions: what minutes and count print is a second, naive recount; verdicts are those of the checks."""

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign
from tests.exploring import examples
from thidua_cli.checks.nominations import council as council_checks
from thidua_cli.checks.nominations import votes as vote_checks
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.papers.contract import Asked, LacksError
from thidua_cli.papers.registry import PAPERS

_DAY = date(2025, 1, 15)
# Of all members: half and one more, or four fifths; on the day of the session.
_NEEDED = {
    "giay-khen": lambda members: members // 2 + 1,
    "bang-khen": lambda members: members // 2 + 1,
    "cstd": lambda members: -(-4 * members // 5),
    "co-tinh": lambda members: -(-4 * members // 5),
}
_FULL = {
    "number": "01/BB-HĐTĐKT", "opens": "14:00", "closes": "16:00", "place": "Phòng họp", "agenda": ["Xét khen thưởng"],
    "conclusions": ["Nhất trí."], "counters": ["Ủy viên 1"],
}  # fmt: skip


@st.composite
def sessions(draw: st.DrawFn) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Draw nominees and a session on them: whole, but that counts may not add up."""
    size = draw(st.integers(2, 12))
    away = draw(st.sets(st.integers(3, size))) if size > 2 else set()
    members = [_member(number, number in away, wrote=draw(st.booleans())) for number in range(1, size + 1)]
    issued = draw(st.integers(max(0, size - 2), size + 1))
    collected = draw(st.sampled_from([issued, issued, issued, max(0, issued - 1), issued + 1]))
    void = draw(st.sampled_from([0, 0, 0, min(1, collected)]))
    valid = max(0, collected - void + draw(st.sampled_from([0, 0, 0, 0, 1])))
    nominees, votes = [], []
    for number in range(draw(st.integers(1, 5))):
        award = draw(st.sampled_from(sorted(_NEEDED)))
        subject = "collective" if award == "co-tinh" else "individual"
        nominees.append({"name": f"Người {'ABCDE'[number]}", "award": award, "subject": subject})
        agree = draw(st.integers(0, valid))
        against = draw(st.integers(0, valid - agree))
        none = valid - agree - against + draw(st.sampled_from([0, 0, 0, 0, 1]))
        votes.append({"name": f"Người {'ABCDE'[number]}", "agree": agree, "against": against, "none": none})
    tallies = {"issued": issued, "collected": collected, "valid": valid, "void": void}
    return nominees, {**_FULL, **tallies, "members": members, "votes": votes}


def _member(number: int, is_away: bool, *, wrote: bool) -> dict[str, Any]:
    roles = {1: "Chủ tịch", 2: "Thư ký"}
    member = {"name": f"Ủy viên {number}", "role": roles.get(number, "Ủy viên")}
    return {**member, "present": False, "reason": "ốm", "written_opinion": wrote} if is_away else member


def _found(context: CampaignContext) -> tuple[set[str], set[str], bool]:
    """Return of whom the checks say that he has too few votes, whose counts are wrong, and whether any sum is."""
    findings = [*vote_checks.votes(context), *council_checks.ballots(context)]
    short = {one.about.told for one in findings if one.code == "vote-below-threshold" and one.about}
    wrong = {one.about.told for one in findings if one.code == "vote-sum" and one.about}
    return short, wrong, any(one.code == "vote-sum" for one in findings)


@given(sessions())
@examples(150)
def test_papers_print_a_recount_and_agree_with_the_checks(drawn: tuple[list[dict[str, Any]], dict[str, Any]]) -> None:
    nominees, told = drawn
    context = campaign(nominees, told)
    short, wrong, any_wrong = _found(context)
    size, awards = len(told["members"]), {one["name"]: one["award"] for one in nominees}
    for name in ("minutes", "count"):
        (document,) = PAPERS[name].documents(context, Asked(_DAY, draft=True))
        printed: Any = document.context
        attendance = printed.attendance
        assert attendance.members == size
        assert attendance.present == sum(one.get("present", True) for one in told["members"])
        assert attendance.written == sum(one.get("written_opinion", False) for one in told["members"])
        rows = {row.name: row for row in printed.results.rows}
        assert len(rows) == len(printed.results.rows) == len(told["votes"])
        for vote in told["votes"]:
            row = rows[vote["name"]]
            assert (row.agree, row.against, row.none) == (vote["agree"], vote["against"], vote["none"])
            share = Fraction(row.percent.replace(",", "."))
            assert abs(share - Fraction(100 * vote["agree"], size)) <= Fraction(1, 200)
            assert row.verdict == _verdict(vote, size, awards, short, wrong)
        verdicts = Counter(row.verdict for row in printed.results.rows)
        assert printed.results.passed == verdicts["Thông qua"]
        assert len(printed.results.refused) == verdicts["Không thông qua"]
        assert _is_refused(name, context) == bool(document.missing) == any_wrong


def _verdict(vote: dict[str, Any], size: int, awards: dict[str, str], short: set[str], wrong: set[str]) -> str:
    name = vote["name"]
    assert (name in short) == (vote["agree"] < _NEEDED[awards[name]](size) and vote["agree"] <= size)
    if name in wrong or vote["agree"] > size:
        return "chưa rõ"
    return "Không thông qua" if name in short else "Thông qua"


def _is_refused(name: str, context: CampaignContext) -> bool:
    try:
        list(PAPERS[name].documents(context, Asked(_DAY)))
    except LacksError:
        return True
    return False
