"""What the minutes of a session say of it beside the votes: its hours, who chaired it, who counted the ballots."""

from collections.abc import Iterator, Sequence

from thidua_cli.campaign.sitting import Sitting, is_chair
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.sameness import loose_key, same_name
from thidua_cli.vietnamese.text import listing


def hours(context: CampaignContext) -> Iterator[Finding]:
    """Find sessions that close before they open, or whose hours are of another day than the session."""
    for sitting in context.sessions:
        opens, closes = sitting.council.opens, sitting.council.closes
        if opens and closes and closes.is_before(opens):
            others = ((sitting.spot("opens"), "giờ khai mạc"),)
            message = f"bế mạc lúc {closes}, trước khi khai mạc lúc {opens}"
            yield Finding("session-hours", sitting.spot("closes"), message, others=others)
        held = sitting.days
        if opens and opens.day and held and not held[0] <= opens.day.first <= held[1]:
            message = f"giờ khai mạc ghi ngày {opens.day}, ngày họp là {sitting.council.held}"
            yield Finding("session-hours", sitting.spot("opens"), message)


def chairs(context: CampaignContext) -> Iterator[Finding]:
    """Find sessions of which several members are the chairman of the council, or, where roles are told, none is."""
    for sitting in context.sessions:
        members = sitting.council.members
        if sitting.doubts.members or not any(member.role for member in members):
            continue
        found = [index for index, member in enumerate(members) if is_chair(member.role)]
        if not found:
            message = "không thành viên nào ghi là Chủ tịch Hội đồng"
            yield Finding("council-chair", sitting.spot("members"), message, severity=Severity.NOTE)
        elif len(found) > 1:
            first, *more = (sitting.spot(f"members[{index}].role") for index in found)
            message = f"{len(found)} Chủ tịch Hội đồng: {listing((members[index].name for index in found), 'và')}"
            yield Finding("council-chair", first, message, others=tuple((one, "cũng ghi vậy") for one in more))


def counters(context: CampaignContext) -> Iterator[Finding]:
    """Note counters of ballots who are no members, or are named twice; warn of those who were away."""
    for sitting in context.sessions:
        if not sitting.doubts.members:
            yield from _counters_of(sitting)


def _counters_of(sitting: Sitting) -> Iterator[Finding]:
    by_name: dict[str, list[int]] = {}
    for index, member in enumerate(sitting.council.members):
        by_name.setdefault(loose_key(own_name(member.name)), []).append(index)
    seen: set[str] = set()
    for number, name in enumerate(sitting.council.counters):
        key = loose_key(own_name(name))
        same = by_name.get(key, ())
        members = [index for index in same if same_name(sitting.council.members[index].name, name)]
        said, severity = _wrong(name, members, sitting)
        hint = f"có phải {sitting.council.members[same[0]].name}?" if same and not members else ""
        if key in seen:
            said, severity = f"ban kiểm phiếu ghi {name} hai lần", None
        seen.add(key)
        if said:
            where = sitting.spot(f"counters[{number}]")
            yield Finding("vote-counters", where, said, hint, severity=severity, about=About(name))


def _wrong(name: str, indexes: Sequence[int], sitting: Sitting) -> tuple[str, Severity | None]:
    """Return what is odd of a counter, nothing where all is well; whoever may have been there was."""
    if not indexes:
        return f"người kiểm phiếu {name} không có trong danh sách thành viên", None
    away = all(
        not sitting.council.members[index].present and index not in sitting.doubts.attendance for index in indexes
    )
    return (f"người kiểm phiếu {name} vắng mặt ở phiên họp", Severity.WARNING) if away else ("", None)


CHECKS = (hours, chairs, counters)
