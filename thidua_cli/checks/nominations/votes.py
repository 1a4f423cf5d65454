"""Votes for each nominee: against the share that the law asks of all members of the council, not of those present."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from thidua_cli.campaign.ballots import Ballots, match
from thidua_cli.campaign.entry import Entry, about_all
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About, Spot
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.votes import VoteRule, is_upper_council, vote_rule
from thidua_cli.model.awards import award_name
from thidua_cli.model.council_tables import VoteRow
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import FEW, listing


def votes(context: CampaignContext) -> Iterator[Finding]:
    """Judge the votes in the council's file, and those in the nominations' own columns."""
    ballots = match(context)
    yield from (told() for told in ballots.findings)
    for entry in context.entries:
        index = ballots.of.get(id(entry))
        if index is not None:
            yield from _council_vote(entry, index, context)
        elif entry.nomination.agree is not None:
            yield from _own_columns(entry, context)
    yield from _other_bases(context)
    yield from _counted_on(context)
    yield from _without_vote(context, ballots)


def _council_vote(entry: Entry, index: int, context: CampaignContext) -> Iterator[Finding]:
    assert context.council
    own, members = entry.nomination, len(context.council.value.members)
    agree = context.council.value.votes[index].agree
    where = context.council_spot(f"votes[{index}].agree")
    if context.council_doubts.members:
        return
    if own.agree is not None and own.voters in (None, members) and own.agree != agree:
        message = f"danh sách ghi {own.agree} phiếu đồng ý, kết quả của Hội đồng ghi {agree}"
        yield entry.finding("vote-differs", "agree", message, others=((where, "kết quả của Hội đồng"),))
    yield from _below(entry, where, agree, members, context)


def _own_columns(entry: Entry, context: CampaignContext) -> Iterator[Finding]:
    """A list that has its own columns of votes; the base is the greater number of members told."""
    agree, voters = entry.nomination.agree, entry.nomination.voters
    assert agree is not None
    if context.council_doubts.members and context.council:
        return
    members = max(voters or 0, len(context.council.value.members) if context.council else 0)
    if members and agree > members:
        message = f"{agree} phiếu đồng ý, Hội đồng chỉ có {members} thành viên"
        yield entry.finding("vote-sum", "agree", message)
    elif members:
        yield from _below(entry, entry.origin.spot("agree"), agree, members, context)
    elif _needs_vote(entry, context) and not entry.origin.left_unread("voters"):
        message = f"có {agree} phiếu đồng ý nhưng chưa ghi tổng số thành viên Hội đồng nên chưa tính được tỷ lệ"
        hint = "ghi cột Tổng số thành viên: toàn bộ thành viên, kể cả người vắng"
        yield entry.finding("vote-base", "agree", message, hint)


def _rules(entry: Entry, context: CampaignContext) -> tuple[VoteRule | None, ...]:
    """Return the rule on each day that the vote can have been held on."""
    return _rules_on(entry.award.form, _days(entry, context)) if entry.award else ()


def _days(entry: Entry, context: CampaignContext) -> tuple[date, ...]:
    held = context.council and context.council.value.held
    return context.session_days if held else (law_day(entry, context),)


@lru_cache(maxsize=1024)
def _rules_on(form: str, days: tuple[date, ...]) -> tuple[VoteRule | None, ...]:
    return tuple(vote_rule(form, day) for day in days)


def _below(entry: Entry, where: Spot, agree: int, members: int, context: CampaignContext) -> Iterator[Finding]:
    """Find a vote that is too low on every day that it can have been held on; the least sure rule is told.

    The council's own share is told where it asks no less than the law.
    """
    if context.council_doubts.day and context.council:
        return
    rules = _rules(entry, context)
    asked = max((rule.needed(members) for rule in rules if rule), default=0)
    council = context.council.value if context.council else None
    own = council.rule if council and len(council.members) == members else None
    if own and own.share and own.share.of(members) >= max(asked, agree + 1):
        message, hint = _short(entry, agree, members, f"ít nhất {own.share}", own.share.of(members))
        yield Finding("vote-below-threshold", where, message, hint, own.citation, about=entry.about)
        return
    failed = [rule for rule in rules if rule and agree < rule.needed(members)]
    if not failed or len(failed) < len(rules):
        return
    rule = max(failed, key=lambda one: one.confidence.rank)
    ours = rule.council == "proposing" or is_upper_council(council.name if council else "")
    whose = "" if ours else "; tỷ lệ này là của Hội đồng cấp bộ, ban, ngành, tỉnh"
    message, hint = _short(entry, agree, members, rule.said, rule.needed(members))
    severity = weight(rule) if ours else Severity.WARNING
    yield Finding("vote-below-threshold", where, message, hint + whose, basis(rule), severity, about=entry.about)


def _short(entry: Entry, agree: int, members: int, said: str, needed: int) -> tuple[str, str]:
    """Return what to say of too few votes, and that those who were away count too."""
    share = written(agree * 100 / members)  # two digits: what is below a threshold never reads as having reached it
    asked = f"{_name(entry)} cần {said}, tức {needed} phiếu"
    message = f"{agree} phiếu đồng ý trên {members} thành viên là {share}%, {asked}"
    lacking = needed - agree
    return message, f"thiếu {lacking} phiếu thì chưa đủ để đề nghị; tính trên tổng số thành viên, kể cả người vắng"


def _other_bases(context: CampaignContext) -> Iterator[Finding]:
    """Find lists that count votes on another number of members than the council has, once for each number."""
    if not context.council or context.council_doubts.members:
        return
    members = context.council.value.members
    groups: dict[tuple[str, int], list[Entry]] = {}
    for entry in context.entries:
        voters = entry.nomination.voters
        if voters is not None and voters != len(members):
            groups.setdefault((entry.origin.file, voters), []).append(entry)
    for (_, voters), entries in groups.items():
        present = sum(member.present for member in members)
        sure = not context.council_doubts.attendance
        what = " bằng số người dự họp" if sure and voters == present else ""
        rows = f" ở {len(entries)} dòng" if len(entries) > 1 else ""
        message = f"danh sách tính phiếu trên {voters} người{rows}{what}, Hội đồng có {len(members)} thành viên"
        hint = f"tính tỷ lệ trên {len(members)} thành viên, kể cả người vắng; nếu là Hội đồng khác thì giữ nguyên"
        about = entries[0].about if len(entries) == 1 else about_all(entries)
        others = ((context.council_spot("members"), "thành viên Hội đồng"),)
        yield Finding("vote-base", entries[0].origin.spot("voters"), message, hint, about=about, others=others)


def _counted_on(context: CampaignContext) -> Iterator[Finding]:
    """Find votes of the council's file that are counted on a number (``7/12``) which the session does not have."""
    if not context.council or context.council_doubts.members:
        return
    council = context.council.value
    known = {len(council.members), council.issued, council.collected, council.valid}
    for index, vote in enumerate(council.votes):
        voters = vote.voters if isinstance(vote, VoteRow) else None
        if voters is not None and voters not in known:
            message = f"kết quả phiếu tính trên {voters} người, Hội đồng có {len(council.members)} thành viên"
            hint = f"tính tỷ lệ trên {len(council.members)} thành viên, kể cả người vắng"
            where = context.council_spot(f"votes[{index}].voters")
            yield Finding("vote-base", where, message, hint, about=About(vote.name))


def _needs_vote(entry: Entry, context: CampaignContext) -> VoteRule | None:
    """Return the rule by which the nominee's award needs ballots."""
    return _ballot_rule(entry.award.form, _days(entry, context)) if entry.award else None


@lru_cache(maxsize=1024)
def _ballot_rule(form: str, days: tuple[date, ...]) -> VoteRule | None:
    return next((rule for rule in _rules_on(form, days) if rule and rule.ballot), None)


def _without_vote(context: CampaignContext, ballots: Ballots) -> Iterator[Finding]:
    """Find nominees whose award needs ballots: each that the council left out, or all when no result is there yet."""
    if context.council_doubts.votes or context.council_doubts.day:
        return  # it may stand where the file was not read
    lacking: dict[str, list[Entry]] = {}
    for entry in context.entries:
        voted = entry.nomination.agree is not None or id(entry) in ballots.of
        if not voted and _needs_vote(entry, context) and not entry.origin.left_unread("agree"):
            lacking.setdefault(_name(entry), []).append(entry)
    told = context.council is not None and bool(context.council.value.votes)
    for entries in lacking.values():
        groups = [[entry] for entry in entries] if told else [entries]
        yield from (_lacks_vote(group, context) for group in groups)


def _lacks_vote(entries: list[Entry], context: CampaignContext) -> Finding:
    first = entries[0]
    rule = _needs_vote(first, context)
    who = listing((entry.nomination.name for entry in entries), "và", most=FEW, others="đề nghị nữa")
    message = f"chưa có kết quả bỏ phiếu cho {who}; {_name(first)} phải bỏ phiếu"
    about = first.about if len(entries) == 1 else about_all(entries)
    return Finding("vote-missing", first.origin.spot("name"), message, basis=basis(rule) if rule else "", about=about)


def shows_of_hands(context: CampaignContext) -> Iterator[Finding]:
    """Find awards that need ballots in a session that voted by show of hands."""
    if not context.council or context.council.value.secret_ballot or context.council_doubts.day:
        return
    for entries in context.by_award.values():
        rule = _needs_vote(entries[0], context) if entries else None
        if rule:
            message = f"{_name(entries[0])} phải bỏ phiếu, biên bản ghi biểu quyết"
            where = context.council_spot("secret_ballot")
            yield Finding("ballot-required", where, message, basis=basis(rule), severity=weight(rule))


def _name(entry: Entry) -> str:
    return award_name(entry.award) if entry.award else ""


CHECKS = (votes, shows_of_hands)
