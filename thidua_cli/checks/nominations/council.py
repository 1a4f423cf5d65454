"""The council's session: who was there, whether the ballots add up, whether any member has a stake in the result."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua_cli.campaign.entry import Entry, about_all
from thidua_cli.campaign.history import unit_names
from thidua_cli.campaign.law_day import basis, weight
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About, Spot
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.votes import quorum as quorum_of
from thidua_cli.model.council import Council, Member, OnNominee
from thidua_cli.vietnamese.sameness import may_be_one, unit_key
from thidua_cli.vietnamese.text import FEW, listing

_ONE_PERSON = "cần xác nhận có phải một người; nếu phải, người này không bỏ phiếu cho chính mình"
_ATTENDANCE = "ghi rõ ai có mặt, ai vắng ở danh sách thành viên"
_MATES = "nêu trong biên bản họp; quy chế của Hội đồng định người này có bỏ phiếu hay không"


def quorum(context: CampaignContext) -> Iterator[Finding]:
    """Find a session with too few members, and absent members of whom no opinion is recorded."""
    for sitting in context.sessions:
        council, doubts = sitting.council, sitting.doubts
        if not doubts.base:
            yield from _attendance(sitting, context.session_days(sitting))
        silent = {
            index: member.name
            for index, member in enumerate(council.members)
            if not member.present and not member.written_opinion and index not in doubts.attendance | doubts.opinions
        }
        if silent and council.votes:
            message = f"thành viên vắng chưa có ý kiến bằng văn bản: {listing(silent.values(), 'và')}"
            first, *more = (sitting.spot(f"members[{index}].name") for index in silent)
            others = tuple((where, "cũng vắng") for where in more[:FEW])
            yield Finding("opinion-missing", first, message, others=others)


def _attendance(sitting: Sitting, days: tuple[date, ...]) -> Iterator[Finding]:
    """Find a session with too few members; where it depends on those of whom it is not known, that is told."""
    council, unknown = sitting.council, sitting.doubts.attendance
    present = sum(member.present for index, member in enumerate(council.members) if index not in unknown)
    total = len(council.members)
    rules = [found for day in days if (found := quorum_of(day))]
    rule = max(rules, key=lambda one: one.confidence.rank, default=None)  # the least sure
    needed, said, why, severity = 0, "", "", None
    if rule:
        needed, said, why, severity = rule.needed(total), str(rule.share), basis(rule), weight(rule)
    own = council.rule
    if own and own.quorum and own.quorum.of(total) >= needed:
        needed, said, why, severity = own.quorum.of(total), str(own.quorum), own.citation, None
    where = sitting.spot("members")
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
    """Tell once what cannot be concluded of each session that was not read in full."""
    for doubts in (*(sitting.doubts for sitting in context.sessions), *context.sessions_unread):
        open_ = []
        if doubts.members:
            open_ += ["Hội đồng có bao nhiêu thành viên, họp đủ hay thiếu", "tỷ lệ phiếu"]
        elif doubts.day:
            open_ += ["họp đủ hay thiếu và tỷ lệ phiếu, vì chưa rõ ngày họp nên chưa rõ theo quy định nào"]
        if doubts.votes:
            open_ += ["ai chưa có kết quả bỏ phiếu"]
        if open_:
            message = f"{doubts.cause}, nên chưa kết luận được {listing(open_, 'và')}"
            where = doubts.place or Spot(doubts.file)
            yield Finding("council-unclear", where, message, doubts.mend, others=doubts.others)


def ballots(context: CampaignContext) -> Iterator[Finding]:
    """Find ballots that do not add up: issued, collected, valid, void; and the counts of each nominee."""
    for sitting in context.sessions:
        for path, message in sitting.ballot_faults():
            yield Finding("vote-sum", sitting.spot(path), message)
        for index, vote in enumerate(sitting.council.votes):
            if said := sitting.miscount(vote):
                named = context.called(vote)
                about = named[0].about if len(named) == 1 else About(vote.told)
                yield Finding("vote-sum", sitting.spot(f"votes[{index}].agree"), said, about=about)


def units(context: CampaignContext) -> Iterator[Finding]:
    """Find units of members and votes that the list of units does not know."""
    known = context.known_units
    for sitting in context.sessions:
        for index, member in enumerate(sitting.council.members):
            if member.unit and known.lacks(member.unit):
                message, hint = known.unknown(member.unit)
                message += f", nên chưa xét được thành viên {member.name} có liên quan đến đề nghị nào không"
                where, about = sitting.spot(f"members[{index}].unit"), About(member.name)
                yield Finding("unknown-unit", where, message, hint, severity=Severity.NOTE, about=about)
        for path, line in _on_nominees(sitting.council):
            if line.unit and known.lacks(line.unit):
                where, about = sitting.spot(f"{path}.unit"), About(line.told)
                yield Finding("unknown-unit", where, *known.unknown(line.unit), severity=Severity.WARNING, about=about)


def _on_nominees(council: Council) -> Iterator[tuple[str, OnNominee]]:
    yield from ((f"votes[{index}]", vote) for index, vote in enumerate(council.votes))
    yield from ((f"put_off[{index}]", line) for index, line in enumerate(council.put_off))


def interests(context: CampaignContext) -> Iterator[Finding]:
    """Note members who are nominated themselves, or may be by their name, or whose own unit has nominees."""
    for sitting in context.sessions:
        by_unit: dict[str, list[Entry]] = {}
        for entry in context.entries:
            keys = unit_names(entry) if _stands_before(sitting, entry, context) else ()
            for key in keys:
                by_unit.setdefault(key, []).append(entry)
        for index, member in enumerate(sitting.council.members):
            at = sitting.spot(f"members[{index}].name")
            named = [one for one in context.of_name(member.name) if _stands_before(sitting, one, context)]
            same = [one for one in named if may_be_one(member.name, one.nomination.name)]
            yield from _interests_of(member, at, same, by_unit)


def _stands_before(sitting: Sitting, entry: Entry, context: CampaignContext) -> bool:
    """Tell whether a session voted on a nominee, or may have: none voted on him that is known."""
    return sitting in context.ballots.sittings(entry)


def _interests_of(
    member: Member, at: Spot, named: list[Entry], by_unit: Mapping[str, list[Entry]]
) -> Iterator[Finding]:
    unit = unit_key(member.unit or "")
    own = [one for one in named if _can_be(one, unit)]
    mates = by_unit.get(unit, []) if unit else []
    said = f"thành viên Hội đồng {member.name}"
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
