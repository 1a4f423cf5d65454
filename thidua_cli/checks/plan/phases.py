"""Phases: in order, without overlap or gap, within the campaign, as many as announced."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.model.campaign import Phase
from thidua_cli.vietnamese.counting import WORDS, ordinal_value
from thidua_cli.vietnamese.dates import show

ONE_DAY = timedelta(days=1)


def phase_sequence(context: DatedPlan) -> Iterator[Finding]:
    """Find neighbouring phases that are out of order, overlap or leave days between them."""
    phases = context.plan.campaign.phases
    for index in range(1, len(phases)):
        before, after = phases[index - 1], phases[index]
        path, previous = f"campaign.phases[{index}]", f"campaign.phases[{index - 1}]"
        earlier, later = context.first_day(before.start), context.first_day(after.start)
        if earlier and later and later < earlier:
            message = f"“{after.name}” bắt đầu {show(later)}, trước “{before.name}” ({show(earlier)})"
            yield Finding("phase-order", f"{path}.start", message, others=((previous, "giai đoạn trước"),))
        elif (end := context.last_day(before.end)) and later and not (earlier and end < earlier):
            others = ((f"{previous}.end", f"“{before.name}” kết thúc ở đây"),)
            yield from (replace(finding, others=others) for finding in _seam(before, after, end, later, path))


def _seam(before: Phase, after: Phase, end: date, start: date, path: str) -> Iterator[Finding]:
    between = (start - end).days - 1
    follows = show(end + ONE_DAY)
    if between < 0:
        running = f"“{before.name}” chưa kết thúc ({show(end)})"
        message = f"“{after.name}” bắt đầu {show(start)} khi {running}: trùng {-between} ngày"
        severity = Severity.WARNING if between == -1 else None
        hint = f"bắt đầu “{after.name}” từ {follows}"
        yield Finding("phase-overlap", f"{path}.start", message, hint, severity=severity)
    elif between > 0:
        apart = after.name.casefold().startswith("đợt")  # drives may be apart, phases of one drive may not
        gap = f"từ {follows} đến {show(start - ONE_DAY)}"
        message = f"giữa “{before.name}” và “{after.name}” bỏ trống {between} ngày ({gap})"
        hint = f"bắt đầu “{after.name}” từ {follows}, hoặc kéo dài “{before.name}”"
        yield Finding("phase-gap", f"{path}.start", message, hint, severity=Severity.NOTE if apart else None)


def phases_within_campaign(context: DatedPlan) -> Iterator[Finding]:
    """Find phases that begin before the campaign or end after it."""
    opens, closes = context.start, context.end
    if context.backwards:
        return
    for index, phase in enumerate(context.plan.campaign.phases):
        path = f"campaign.phases[{index}]"
        start, end = context.first_day(phase.start), context.last_day(phase.end)
        if start and opens and start < opens:
            message = f"“{phase.name}” bắt đầu {show(start)}, trước khi phong trào bắt đầu ({show(opens)})"
            yield _outside(f"{path}.start", message, "campaign.start")
        if end and closes and end > closes:
            message = f"“{phase.name}” kết thúc {show(end)}, sau khi phong trào kết thúc ({show(closes)})"
            yield _outside(f"{path}.end", message, "campaign.end")
        elif start and closes and start > closes:
            message = f"“{phase.name}” bắt đầu {show(start)}, sau khi phong trào kết thúc ({show(closes)})"
            yield _outside(f"{path}.start", message, "campaign.end")


def _outside(path: str, message: str, bound: str) -> Finding:
    return Finding("phase-outside-campaign", path, message, others=((bound, "thời gian của phong trào"),))


def phases_reach_the_ends(context: DatedPlan) -> Iterator[Finding]:
    """Find a campaign that begins before its first phase or goes on after its last."""
    campaign = context.plan.campaign
    if not campaign.phases or context.backwards:
        return
    first, last = campaign.phases[0], campaign.phases[-1]
    opens, begins = context.start, context.first_day(first.start)
    if opens and begins and begins > opens:
        message = f"phong trào bắt đầu {show(opens)} mà “{first.name}” đến {show(begins)} mới bắt đầu"
        yield _edge("campaign.phases[0].start", message)
    ends, closes = context.last_day(last.end), context.end
    if ends and closes and closes > ends:
        message = f"“{last.name}” kết thúc {show(ends)} mà phong trào đến {show(closes)} mới kết thúc"
        yield _edge(f"campaign.phases[{len(campaign.phases) - 1}].end", message)


def _edge(path: str, message: str) -> Finding:
    return Finding("phase-gap", path, message, "cho các giai đoạn phủ hết thời gian phong trào", severity=Severity.NOTE)


_ANNOUNCED = re.compile(
    rf"\b(?:được )?chia (?:làm|thành|ra) (\d{{1,2}}|{'|'.join(WORDS[1:])})(?: \([^)]*\))? "
    r"(giai đoạn|đợt)\b",
    re.IGNORECASE,
)


def announced_phases(context: DatedPlan) -> Iterator[Finding]:
    """Find a number of phases in the prose (``chia làm 02 giai đoạn``) that is not the number listed."""
    listed = len(context.plan.campaign.phases)
    if not listed:
        return
    for path, found in context.matches(_ANNOUNCED):
        announced = ordinal_value(found[1])
        if announced != listed:
            message = f"lời văn ghi chia {announced:02d} {found[2]}, trong khi số liệu có {listed:02d}"
            hint = f"sửa thành {listed:02d}, hoặc thêm bớt mục trong campaign.phases"
            others = (("campaign.phases", "các giai đoạn đã khai"),)
            yield Finding("count-mismatch", path, message, hint, offset=found.start(1), others=others)


CHECKS = (phase_sequence, phases_within_campaign, phases_reach_the_ends, announced_phases)
