"""Votes for each nominee: against the share that the law asks of all members of the council, not of those present."""

from collections.abc import Iterator

from thidua_cli.campaign.ballots import Cast
from thidua_cli.campaign.entry import Entry, about_all
from thidua_cli.campaign.law_day import basis, weight
from thidua_cli.campaign.passed import Short, ballot_rule, own_bases, standing
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.awards import award_name
from thidua_cli.model.council_tables import VoteRow
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import FEW, listing


def votes(context: CampaignContext) -> Iterator[Finding]:
    """Judge the votes in the files of the council's sessions, and those in the nominations' own columns."""
    yield from (told() for told in context.ballots.findings)
    for entry in context.entries:
        cast = context.ballots.of.get(id(entry))
        if cast:
            yield from _council_vote(entry, cast, context)
        elif entry.nomination.agree is not None:
            yield from _own_columns(entry, entry.nomination.agree, context)
    yield from _other_bases(context)
    for sitting in context.sessions:
        yield from _counted_on(sitting)
    yield from _without_vote(context)


def _council_vote(entry: Entry, cast: Cast, context: CampaignContext) -> Iterator[Finding]:
    own = entry.nomination
    if cast.members is None:
        return
    if own.agree is not None and own.voters in (None, cast.members) and own.agree != cast.agree:
        message = f"danh sách ghi {own.agree} phiếu đồng ý, kết quả của Hội đồng ghi {cast.agree}"
        yield entry.finding("vote-differs", "agree", message, others=((cast.spot("agree"), "kết quả của Hội đồng"),))
    yield from _below(entry, context)


def _own_columns(entry: Entry, agree: int, context: CampaignContext) -> Iterator[Finding]:
    """A list that has its own columns of votes."""
    bases = own_bases(entry, context.ballots, context)
    if bases is None:
        return
    members = max(base for _, base in bases)
    if members and agree > members:
        message = f"{agree} phiếu đồng ý, Hội đồng chỉ có {members} thành viên"
        yield entry.finding("vote-sum", "agree", message)
    elif members:
        yield from _below(entry, context)
    elif ballot_rule(entry, context.ballots, context) and not entry.origin.left_unread("voters"):
        message = f"có {agree} phiếu đồng ý nhưng chưa ghi tổng số thành viên Hội đồng nên chưa tính được tỷ lệ"
        hint = "ghi cột Tổng số thành viên: toàn bộ thành viên, kể cả người vắng"
        yield entry.finding("vote-base", "agree", message, hint)


def _below(entry: Entry, context: CampaignContext) -> Iterator[Finding]:
    """Find a vote that is too low on every day that it can have been held on."""
    short = standing(entry, context.ballots, context).short
    if short:
        whose = "" if short.ours else "; tỷ lệ này là của Hội đồng cấp bộ, ban, ngành, tỉnh"
        message, hint = _too_few(entry, short)
        code = "vote-below-threshold"
        yield Finding(code, short.where, message, hint + whose, short.basis, short.severity, about=entry.about)


def _too_few(entry: Entry, short: Short) -> tuple[str, str]:
    """Return what to say of too few votes, and that those who were away count too."""
    # Two digits: what is below a threshold never reads as having reached it.
    share = written(short.agree * 100 / short.members)
    asked = f"{_name(entry) or 'đề nghị này'} cần {short.said}, tức {short.needed} phiếu"
    message = f"{short.agree} phiếu đồng ý trên {short.members} thành viên là {share}%, {asked}"
    lacking = short.needed - short.agree
    return message, f"thiếu {lacking} phiếu thì chưa đủ để đề nghị; tính trên tổng số thành viên, kể cả người vắng"


def _other_bases(context: CampaignContext) -> Iterator[Finding]:
    """Find lists that count votes on another number of members than the council has, once for each number."""
    if any(doubts.members for doubts in context.sessions_unread):
        return
    groups: dict[tuple[str, int, tuple[Sitting, ...]], list[Entry]] = {}
    for entry in context.entries:
        voters, sittings = entry.nomination.voters, context.ballots.sittings(entry)
        if voters is None or not sittings or any(one.members in (None, voters) for one in sittings):
            continue
        groups.setdefault((entry.origin.file, voters, sittings), []).append(entry)
    for (_, voters, sittings), entries in groups.items():
        present = {sum(one.present for one in sitting.council.members) for sitting in sittings}
        sure = not any(sitting.doubts.attendance for sitting in sittings)
        what = " bằng số người dự họp" if sure and voters in present else ""
        rows = f" ở {len(entries)} dòng" if len(entries) > 1 else ""
        sizes = listing(map(str, sorted({len(sitting.council.members) for sitting in sittings})), "hoặc")
        message = f"danh sách tính phiếu trên {voters} người{rows}{what}, Hội đồng có {sizes} thành viên"
        hint = f"tính tỷ lệ trên {sizes} thành viên, kể cả người vắng; nếu là Hội đồng khác thì giữ nguyên"
        about = entries[0].about if len(entries) == 1 else about_all(entries)
        others = tuple((sitting.spot("members"), "thành viên Hội đồng") for sitting in sittings[:FEW])
        yield Finding("vote-base", entries[0].origin.spot("voters"), message, hint, about=about, others=others)


def _counted_on(sitting: Sitting) -> Iterator[Finding]:
    """Find votes of a session that are counted on a number (``7/12``) which the session does not have."""
    council, members = sitting.council, sitting.members
    known = {members, council.issued, council.collected, council.valid}
    for index, vote in enumerate(council.votes if members is not None else ()):
        voters = vote.voters if isinstance(vote, VoteRow) else None
        if voters is not None and voters not in known:
            message = f"kết quả phiếu tính trên {voters} người, Hội đồng có {members} thành viên"
            hint = f"tính tỷ lệ trên {members} thành viên, kể cả người vắng"
            yield Finding("vote-base", sitting.spot(f"votes[{index}].voters"), message, hint, about=About(vote.told))


def _without_vote(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees whose award needs ballots: each that a session left out, or all when no result is there yet."""
    if any(doubts.votes for doubts in context.sessions_unread):
        return  # it may stand where the file was not read
    lacking: dict[tuple[str, bool], list[Entry]] = {}
    for entry in context.entries:
        if _may_have_vote(entry, context) or not ballot_rule(entry, context.ballots, context):
            continue
        told = any(sitting.council.votes for sitting in context.ballots.sittings(entry))
        lacking.setdefault((_name(entry), told), []).append(entry)
    for (_, told), entries in lacking.items():
        groups = [[entry] for entry in entries] if told else [entries]
        yield from (_lacks_vote(group, context) for group in groups)


def _may_have_vote(entry: Entry, context: CampaignContext) -> bool:
    """Tell whether somebody voted on a nominee, put him off, or may have."""
    ballots = context.ballots
    if entry.nomination.agree is not None or id(entry) in ballots.of or id(entry) in ballots.put_off:
        return True
    open_ = any(one.doubts.votes or one.doubts.day for one in ballots.sittings(entry))
    return open_ or entry.origin.left_unread("agree")


def _lacks_vote(entries: list[Entry], context: CampaignContext) -> Finding:
    first = entries[0]
    rule = ballot_rule(first, context.ballots, context)
    who = listing((entry.nomination.name for entry in entries), "và", most=FEW, others="đề nghị nữa")
    message = f"chưa có kết quả bỏ phiếu cho {who}; {_name(first)} phải bỏ phiếu"
    about = first.about if len(entries) == 1 else about_all(entries)
    return Finding("vote-missing", first.origin.spot("name"), message, basis=basis(rule) if rule else "", about=about)


def shows_of_hands(context: CampaignContext) -> Iterator[Finding]:
    """Find awards that need ballots in a session that voted by show of hands."""
    for sitting in context.sessions:
        if sitting.council.secret_ballot or sitting.doubts.day:
            continue
        for entries in context.by_award.values():
            # Of one who has no vote, only where no other session can have him before it.
            here = (entry for entry in entries if context.ballots.sittings(entry) == (sitting,))
            first = next(here, None)
            rule = ballot_rule(first, context.ballots, context) if first else None
            if first and rule:
                message, where = f"{_name(first)} phải bỏ phiếu, biên bản ghi biểu quyết", sitting.spot("secret_ballot")
                yield Finding("ballot-required", where, message, basis=basis(rule), severity=weight(rule))


def _name(entry: Entry) -> str:
    return award_name(entry.award) if entry.award else ""


CHECKS = (votes, shows_of_hands)
