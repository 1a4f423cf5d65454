"""What the council decided on a nominee, for checks and papers alike: passed, refused, put off, or not known yet.

The base is all members, present or not. What could turn out either way is `State.UNKNOWN`, with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from thidua_cli.campaign.ballots import Ballots, Cast
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.law.votes import VoteRule, is_upper_council, vote_rule


class State(StrEnum):
    """What is known of the council's decision on one nomination; without a vote it is neither passed nor refused."""

    PASSED = "passed"
    REFUSED = "refused"
    PUT_OFF = "put_off"
    NO_VOTE = "no_vote"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Short:
    """A vote that is too low: where it stands, what was asked, and by whom.

    ``ours`` is False where the part is asked of the council of a ministry or province, and this is, by its name, none.
    """

    where: Spot
    agree: int
    members: int
    said: str
    needed: int
    basis: str
    severity: Severity | None = None
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """What the council decided on a nomination, and why it is not passed.

    ``agree`` and ``members`` are None where nobody knows them; ``cast`` is the vote in a session's file, None where
    the list tells it in its own columns; ``short`` is told by checks also where the state is not known.
    """

    state: State
    why: str = ""
    agree: int | None = None
    members: int | None = None
    cast: Cast | None = None
    short: Short | None = None


@dataclass(frozen=True, slots=True)
class _Count:
    """Votes on some base, to be held against what is asked of ``sitting`` (None: of a council without a file)."""

    agree: int
    members: int
    where: Spot
    sitting: Sitting | None


_Verdict = tuple[State, str, Short | None]


def standing(entry: Entry, ballots: Ballots, context: ResolvedCampaign) -> Standing:
    """Return what is known of the council's decision on a nomination."""
    cast = ballots.of.get(id(entry))
    if cast:
        return _of_cast(entry, cast, ballots, context)
    if entry.nomination.agree is not None:
        return _of_columns(entry, entry.nomination.agree, ballots, context)
    open_ = _open(entry, ballots, context)
    if open_ or entry.origin.left_unread("agree"):
        return Standing(State.UNKNOWN, open_ or "số phiếu trong danh sách chưa đọc được")
    deferrals = ballots.put_off.get(id(entry))
    if deferrals:
        return Standing(State.PUT_OFF, f"Hội đồng hoãn: {deferrals[-1].said.reason}")
    return Standing(State.NO_VOTE, "chưa có kết quả bỏ phiếu")


def own_bases(entry: Entry, ballots: Ballots, context: ResolvedCampaign) -> list[tuple[Sitting | None, int]] | None:
    """Return on how many members the votes in a list's own columns count, by the session that may have cast them.

    It is the greater of what the list tells and what the council has; 0 where nobody tells. A session that has just
    the members told goes before the others; one that was not read may have them too. None where it is not known how
    many members a session has.
    """
    voters, sittings = entry.nomination.voters, ballots.sittings(entry)
    unread = any(doubts.members for doubts in context.sessions_unread)
    if any(one.doubts.members for one in sittings) or (sittings and unread and voters is None):
        return None
    same = [one for one in sittings if len(one.council.members) == voters]
    found: list[tuple[Sitting | None, int]] = []
    found += ((one, max(voters or 0, len(one.council.members))) for one in same or sittings)
    if unread or not found:
        found.append((None, voters or 0))
    return found


@lru_cache(maxsize=1024)
def rules_on(form: str, days: tuple[date, ...]) -> tuple[VoteRule | None, ...]:
    """Return the rule for an award on each day that a vote can have been held on; None where we know of none."""
    return tuple(vote_rule(form, day) for day in days)


def vote_days(entry: Entry, sitting: Sitting | None, context: ResolvedCampaign) -> tuple[date, ...]:
    """Return the days whose law a vote in a session is held against: its own, else that of the nomination."""
    return (sitting.days if sitting else None) or (law_day(entry, context),)


def ballot_rule(entry: Entry, ballots: Ballots, context: ResolvedCampaign) -> VoteRule | None:
    """Return the rule by which the nominee's award needs ballots, on any day of a session that he can stand before."""
    if entry.award is None:
        return None
    sittings: Sequence[Sitting | None] = ballots.sittings(entry) or (None,)
    days = {day: None for sitting in sittings for day in vote_days(entry, sitting, context)}
    return _ballot_rule_on(entry.award.form, tuple(days))


@lru_cache(maxsize=1024)
def _ballot_rule_on(form: str, days: tuple[date, ...]) -> VoteRule | None:
    return next((rule for rule in rules_on(form, days) if rule and rule.ballot), None)


def _of_cast(entry: Entry, cast: Cast, ballots: Ballots, context: ResolvedCampaign) -> Standing:
    surely = [cast, *ballots.again.get(id(entry), ())]
    verdicts = [_verdict_of(entry, one, context) for one in surely]
    short = _short_in_all(verdicts)
    told = [*verdicts, *(_verdict_of(entry, one, context) for one in ballots.perhaps.get(id(entry), ()))]
    state, why = _one_of(told, "có hai kết quả phiếu, chưa rõ kết quả nào tính")
    if state is not State.UNKNOWN:
        own, members = entry.nomination, cast.members
        if own.agree is not None and members is not None and own.voters in (None, members) and own.agree != cast.agree:
            count = _Count(own.agree, members, entry.origin.spot("agree"), cast.sitting)
            listed = _verdict(entry, count, context)
            state, why = _one_of([*told, listed], "danh sách và kết quả của Hội đồng ghi số phiếu khác nhau")
    if any(not one.sitting.is_before(cast.sitting) for one in ballots.put_off.get(id(entry), ())):
        state, why = State.UNKNOWN, "có phiên họp ghi hoãn, chưa rõ phiên nào sau"
    return Standing(state, why, cast.agree, cast.members, cast, short)


def _of_columns(entry: Entry, agree: int, ballots: Ballots, context: ResolvedCampaign) -> Standing:
    """Judge the votes in a list's own columns: on each base that they can be counted on."""
    bases = own_bases(entry, ballots, context)
    if bases is None:
        return Standing(State.UNKNOWN, "chưa rõ Hội đồng có bao nhiêu thành viên", agree)
    where = entry.origin.spot("agree")
    verdicts = [_verdict(entry, _Count(agree, members, where, sitting), context) for sitting, members in bases]
    state, why = _one_of(verdicts, "chưa rõ phiếu của phiên họp nào")
    if ballots.put_off.get(id(entry)):
        state, why = State.UNKNOWN, "danh sách ghi số phiếu, phiên họp ghi hoãn"
    open_ = _open(entry, ballots, context)
    if open_:
        state, why = State.UNKNOWN, open_
    counted = {members for _, members in bases}
    base = counted.pop() if len(counted) == 1 else None
    return Standing(state, why, agree, base or None, short=_short_in_all(verdicts))


def _open(entry: Entry, ballots: Ballots, context: ResolvedCampaign) -> str:
    """Return why a vote may stand somewhere for one who has none that is read; empty where none can."""
    if ballots.perhaps.get(id(entry)):
        return "có kết quả phiếu mang tên này, chưa rõ cho đề nghị nào"
    doubts = [*context.sessions_unread, *(one.doubts for one in ballots.sittings(entry))]
    return next((one.cause for one in doubts if one.votes), "")


def _one_of(verdicts: Sequence[_Verdict], differ: str) -> tuple[State, str]:
    """Return the one state of all verdicts; not known where they ``differ``."""
    state, why, _ = verdicts[0]
    return (state, why) if all(one[0] is state for one in verdicts) else (State.UNKNOWN, differ)


def _short_in_all(verdicts: Sequence[_Verdict]) -> Short | None:
    return verdicts[0][2] if all(short for _, _, short in verdicts) else None


def _verdict_of(entry: Entry, cast: Cast, context: ResolvedCampaign) -> _Verdict:
    if cast.members is None:
        return State.UNKNOWN, "chưa rõ Hội đồng có bao nhiêu thành viên", None
    count = _Count(cast.agree, cast.members, cast.spot("agree"), cast.sitting)
    state, why, short = _verdict(entry, count, context)
    wrong = cast.sitting.miscount(cast.said)
    return (State.UNKNOWN, wrong, short) if wrong else (state, why, short)


def _verdict(entry: Entry, count: _Count, context: ResolvedCampaign) -> _Verdict:
    """Hold one count against the law of each day that it can be of, and against the council's own share."""
    if count.sitting and count.sitting.doubts.day:
        return State.UNKNOWN, "chưa rõ ngày họp nên chưa rõ theo quy định nào", None
    if not count.members or count.agree > count.members:
        return State.UNKNOWN, "chưa rõ tính trên bao nhiêu thành viên", None
    rules = rules_on(entry.award.form, vote_days(entry, count.sitting, context)) if entry.award else ()
    short = _short(count, rules)
    if short is None and entry.award is None:
        return State.UNKNOWN, "chưa rõ đề nghị hình thức nào", None
    if short is None or not short.ours:
        state, why = _not_short(count, rules)
        return state, why, short
    return State.REFUSED, _said(short), short


def _said(short: Short) -> str:
    return f"{short.agree} phiếu đồng ý trên {short.members} thành viên, cần {short.said}, tức {short.needed} phiếu"


def _short(count: _Count, rules: Sequence[VoteRule | None]) -> Short | None:
    """Return what is lacking of a vote that is too low on every day; of several rules the least sure one is told.

    The council's own share is told where it asks no less than the law.
    """
    asked = max((rule.needed(count.members) for rule in rules if rule), default=0)
    agree, members, own = count.agree, count.members, _own_share(count)
    if own and own[1] >= max(asked, agree + 1):
        return Short(count.where, agree, members, *own)
    failed = [rule for rule in rules if rule and agree < rule.needed(members)]
    if not failed or len(failed) < len(rules):
        return None
    rule = max(failed, key=lambda one: one.confidence.rank)
    ours = rule.council == "proposing" or is_upper_council(count.sitting.council.name if count.sitting else "")
    severity = weight(rule) if ours else Severity.WARNING
    return Short(count.where, agree, members, rule.said, rule.needed(members), basis(rule), severity, ours)


def _own_share(count: _Count) -> tuple[str, int, str] | None:
    """Return the share that the council's own rule asks, as it is said, in votes, and where it stands."""
    own = count.sitting.council.rule if count.sitting else None
    if count.sitting is None or own is None or own.share is None or count.sitting.members != count.members:
        return None
    return f"ít nhất {own.share}", own.share.of(count.members), own.citation


def _not_short(count: _Count, rules: Sequence[VoteRule | None]) -> tuple[State, str]:
    """Return the state of a vote that no rule surely finds too low: passed where it reaches all that can be asked."""
    own = _own_share(count)
    if own and count.agree < own[1]:
        return State.REFUSED, f"{count.agree} phiếu đồng ý, quy chế của Hội đồng đòi {own[0]}"
    if any(rule and count.agree < rule.needed(count.members) for rule in rules):
        return State.UNKNOWN, "chưa rõ tỷ lệ phiếu nào áp dụng cho phiên họp này"
    all_agree = count.agree == count.members
    if count.sitting and count.sitting.doubts.share and not all_agree:
        return State.UNKNOWN, "chưa rõ tỷ lệ đồng ý theo quy chế của Hội đồng"
    if own is None and not all_agree and not all(rule and rule.share for rule in rules):
        return State.UNKNOWN, "chưa biết tỷ lệ phiếu mà quy định đòi hỏi"
    return State.PASSED, ""
