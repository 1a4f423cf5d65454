"""The council's session: who was there, whether the ballots add up, whether any member has a stake in the result."""

from collections.abc import Iterator

from thidua_cli.campaign.entry import Entry, about_all
from thidua_cli.campaign.history import unit_names
from thidua_cli.campaign.law_day import basis, weight
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About, Spot
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.votes import quorum as quorum_of
from thidua_cli.model.council import Council, Member, Vote
from thidua_cli.vietnamese.sameness import may_be_one, unit_key
from thidua_cli.vietnamese.text import FEW, listing

_ONE_PERSON = "cần xác nhận có phải một người; nếu phải, người này không bỏ phiếu cho chính mình"
_ATTENDANCE = "ghi rõ ai có mặt, ai vắng ở danh sách thành viên"
_MATES = "nêu trong biên bản họp; quy chế của Hội đồng định người này có bỏ phiếu hay không"


def quorum(context: CampaignContext) -> Iterator[Finding]:
    """Find a session with too few members, and absent members of whom no opinion is recorded."""
    if not context.council:
        return
    council, doubts = context.council.value, context.council_doubts
    if not doubts.base:
        yield from _attendance(council, context)
    silent = {
        index: member.name
        for index, member in enumerate(council.members)
        if not member.present and not member.written_opinion and index not in doubts.attendance | doubts.opinions
    }
    if silent and council.votes:
        message = f"thành viên vắng chưa có ý kiến bằng văn bản: {listing(silent.values(), 'và')}"
        first, *more = (context.council_spot(f"members[{index}].name") for index in silent)
        others = tuple((where, "cũng vắng") for where in more[:FEW])
        yield Finding("opinion-missing", first, message, others=others)


def _attendance(council: Council, context: CampaignContext) -> Iterator[Finding]:
    """Find a session with too few members; where it depends on those of whom it is not known, that is told."""
    unknown = context.council_doubts.attendance
    present = sum(member.present for index, member in enumerate(council.members) if index not in unknown)
    total = len(council.members)
    rules = [found for day in context.session_days if (found := quorum_of(day))]
    rule = max(rules, key=lambda one: one.confidence.rank, default=None)  # the least sure
    needed, said, why, severity = 0, "", "", None
    if rule:
        needed, said, why, severity = rule.needed(total), str(rule.share), basis(rule), weight(rule)
    own = council.rule
    if own and own.quorum and own.quorum.of(total) >= needed:
        needed, said, why, severity = own.quorum.of(total), str(own.quorum), own.citation, None
    where = context.council_spot("members")
    if present + len(unknown) < needed:
        told = f"nhiều nhất {present + len(unknown)}" if unknown else str(present)
        message = f"Hội đồng họp {told} trên {total} thành viên, cần ít nhất {said}, tức {needed}"
        lacking = needed - present - len(unknown)
        hint = f"họp lại khi có thêm {lacking} thành viên; ý kiến bằng văn bản không thay cho có mặt"
        yield Finding("quorum-short", where, message, hint, why, severity)
    elif present < needed:
        names = listing((council.members[index].name for index in sorted(unknown)), "và", most=FEW, others="người nữa")
        message = f"chưa kết luận Hội đồng họp đủ hay thiếu: {present} người có mặt, cần {needed}; chưa rõ {names}"
        yield Finding("council-unclear", where, message, _ATTENDANCE, why)


def unclear(context: CampaignContext) -> Iterator[Finding]:
    """Tell once what cannot be concluded of a session that was not read in full."""
    doubts = context.council_doubts
    open_ = []
    if doubts.members:
        open_ += ["Hội đồng có bao nhiêu thành viên, họp đủ hay thiếu", "tỷ lệ phiếu"]
    elif doubts.day:
        open_ += ["họp đủ hay thiếu và tỷ lệ phiếu, vì chưa rõ ngày họp nên chưa rõ theo quy định nào"]
    if doubts.votes:
        open_ += ["ai chưa có kết quả bỏ phiếu"]
    if open_:
        message = f"{doubts.cause}, nên chưa kết luận được {listing(open_, 'và')}"
        yield Finding("council-unclear", doubts.place or Spot(doubts.file), message, doubts.mend)


def ballots(context: CampaignContext) -> Iterator[Finding]:
    """Find ballots that do not add up: issued, collected, valid, void; and the counts of each nominee."""
    if not context.council:
        return
    council, unsure = context.council.value, context.council_doubts.members
    for path, message in _session_sums(council, None if unsure else len(council.members)):
        yield Finding("vote-sum", context.council_spot(path), message)
    voters = None if unsure else _voters(council, context)
    for index, vote in enumerate(council.votes):
        if said := _vote_sum(vote, council, None if unsure else len(council.members), voters):
            where = context.council_spot(f"votes[{index}].agree")
            named = context.of_name(vote.name)
            about = named[0].about if len(named) == 1 else About(vote.name)
            yield Finding("vote-sum", where, said, about=about)


def _session_sums(council: Council, total: int | None) -> Iterator[tuple[str, str]]:
    """Yield what does not add up, by its key; ``total`` is the number of members, None where that is not sure."""
    issued, collected, valid, void = council.issued, council.collected, council.valid, council.void
    if issued is not None and total is not None and issued > total:
        yield "issued", f"phát ra {issued} phiếu, Hội đồng chỉ có {total} thành viên"
    if issued is not None and collected is not None and collected > issued:
        yield "collected", f"thu về {collected} phiếu, phát ra chỉ {issued}"
    if collected is not None and valid is not None and void is not None and valid + void != collected:
        added = f"{valid} hợp lệ + {void} không hợp lệ = {valid + void}"
        yield "collected", f"{added}, khác {collected} phiếu thu về"
    elif collected is not None and valid is not None and valid > collected:
        yield "valid", f"{valid} phiếu hợp lệ, thu về chỉ {collected}"


def _voters(council: Council, context: CampaignContext) -> int:
    """Return how many at most can have voted: all but those who surely were away and sent nothing."""
    unknown = context.council_doubts.attendance | context.council_doubts.opinions
    return sum(
        member.present or member.written_opinion or index in unknown for index, member in enumerate(council.members)
    )


def _vote_sum(vote: Vote, council: Council, members: int | None, voters: int | None) -> str:
    """Return what is wrong with the counts of one nominee: with all three known they make up the valid ballots."""
    counts = [vote.agree, vote.against, vote.none]
    total = sum(count or 0 for count in counts)
    added = " + ".join(str(count) for count in counts if count is not None)
    told = f"số phiếu {added} = {total}" if vote.against is not None or vote.none is not None else f"{total} phiếu"
    if council.valid is None:
        if members is not None and total > members:
            return f"{told}, Hội đồng chỉ có {members} thành viên"
        if voters is not None and total > voters:
            return f"{told}, chỉ có {voters} người có mặt hoặc gửi ý kiến bằng văn bản"
        return ""
    if None not in counts and total != council.valid:
        return f"{told}, khác {council.valid} phiếu hợp lệ"
    return f"{told}, quá {council.valid} phiếu hợp lệ" if total > council.valid else ""


def units(context: CampaignContext) -> Iterator[Finding]:
    """Find units of members and votes that the list of units does not know."""
    if not context.council:
        return
    council, known = context.council.value, context.known_units
    for index, member in enumerate(council.members):
        if member.unit and known.lacks(member.unit):
            message, hint = known.unknown(member.unit)
            message += f", nên chưa xét được thành viên {member.name} có liên quan đến đề nghị nào không"
            where, about = context.council_spot(f"members[{index}].unit"), About(member.name)
            yield Finding("unknown-unit", where, message, hint, severity=Severity.NOTE, about=about)
    for index, vote in enumerate(council.votes):
        if vote.unit and known.lacks(vote.unit):
            where, about = context.council_spot(f"votes[{index}].unit"), About(vote.name)
            yield Finding("unknown-unit", where, *known.unknown(vote.unit), severity=Severity.WARNING, about=about)


def interests(context: CampaignContext) -> Iterator[Finding]:
    """Note members who are nominated themselves, or may be by their name, or whose own unit has nominees."""
    if not context.council:
        return
    by_unit: dict[str, list[Entry]] = {}
    for entry in context.entries:
        for key in unit_names(entry):
            by_unit.setdefault(key, []).append(entry)
    for index, member in enumerate(context.council.value.members):
        unit = unit_key(member.unit or "")
        named = [one for one in context.of_name(member.name) if may_be_one(member.name, one.nomination.name)]
        own = [one for one in named if _can_be(one, unit)]
        mates = by_unit.get(unit, []) if unit else []
        said = f"thành viên Hội đồng {member.name}"
        at = context.council_spot(f"members[{index}].name")
        if own:
            yield _interest(at, member, f"{said} cũng được đề nghị khen thưởng", _ONE_PERSON, own)
        elif mates:
            yield _interest(at, member, f"{said} thuộc {member.unit}, đơn vị có {len(mates)} đề nghị", _MATES, mates)
        if named and not own:
            message = f"{said} ({member.unit}) trùng tên với {named[0].who} được đề nghị khen thưởng"
            yield _interest(at, member, message, _ONE_PERSON, named)


def _can_be(entry: Entry, unit: str) -> bool:
    """Tell whether a nominee can be a member of that unit: one that is not told shuts nobody out."""
    keys = unit_names(entry)
    return not unit or unit in keys or keys == {""}


def _interest(where: Spot, member: Member, said: str, hint: str, entries: list[Entry]) -> Finding:
    others = tuple((entry.origin.spot("name"), entry.who) for entry in entries[:FEW])
    about = About(member.name, units=about_all(entries).units)
    return Finding("conflict-of-interest", where, said, hint, about=about, others=others)


CHECKS = (quorum, unclear, ballots, units, interests)
