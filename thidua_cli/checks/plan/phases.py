"""Phases: in order, without overlap or gap, within the campaign, as many as announced."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from thidua_cli.campaign.dated_plan import DatedPlan, Window
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
        earlier, later = context.window(before.start), context.window(after.start)
        if earlier and later and later[1] < earlier[0]:
            message = f"“{after.name}” bắt đầu {show(later[0])}, trước “{before.name}” ({show(earlier[0])})"
            yield Finding("phase-order", f"{path}.start", message, others=((previous, "giai đoạn trước"),))
        elif (end := context.window(before.end)) and later and not (earlier and end[1] < earlier[0]):
            others = ((f"{previous}.end", f"“{before.name}” kết thúc ở đây"),)
            yield from (replace(finding, others=others) for finding in _seam(before, after, end, later, path))


def _seam(before: Phase, after: Phase, end: Window, start: Window, path: str) -> Iterator[Finding]:
    if start[1] <= end[0]:
        shared = (end[0] - start[1]).days + 1
        running = f"“{before.name}” chưa kết thúc ({show(end[0])})"
        message = f"“{after.name}” bắt đầu {show(start[1])} khi {running}: trùng {shared} ngày"
        hint = f"bắt đầu “{after.name}” từ {show(end[0] + ONE_DAY)}"
        severity = Severity.WARNING if shared == 1 else None
        yield Finding("phase-overlap", f"{path}.start", message, hint, severity=severity)
    elif start[0] > end[1] + ONE_DAY:
        between = (start[0] - end[1]).days - 1
        apart = after.name.casefold().startswith("đợt")  # drives may be apart, phases of one drive may not
        gap = f"từ {show(end[1] + ONE_DAY)} đến {show(start[0] - ONE_DAY)}"
        message = f"giữa “{before.name}” và “{after.name}” bỏ trống {between} ngày ({gap})"
        hint = f"bắt đầu “{after.name}” từ {show(end[1] + ONE_DAY)}, hoặc kéo dài “{before.name}”"
        yield Finding("phase-gap", f"{path}.start", message, hint, severity=Severity.NOTE if apart else None)


def phases_within_campaign(context: DatedPlan) -> Iterator[Finding]:
    """Find phases that begin before the campaign or end after it."""
    campaign = context.plan.campaign
    opens, closes = context.window(campaign.start), context.window(campaign.end)
    if context.backwards:
        return
    for index, phase in enumerate(campaign.phases):
        start, end = context.window(phase.start), context.window(phase.end)
        if start and opens and start[1] < opens[0]:
            message = f"“{phase.name}” bắt đầu {show(start[1])}, trước khi phong trào bắt đầu ({show(opens[0])})"
            yield _outside(f"campaign.phases[{index}].start", message, "campaign.start")
        if end and closes and end[0] > closes[1]:
            message = f"“{phase.name}” kết thúc {show(end[0])}, sau khi phong trào kết thúc ({show(closes[1])})"
            yield _outside(f"campaign.phases[{index}].end", message, "campaign.end")
        elif start and closes and start[0] > closes[1]:
            message = f"“{phase.name}” bắt đầu {show(start[0])}, sau khi phong trào kết thúc ({show(closes[1])})"
            yield _outside(f"campaign.phases[{index}].start", message, "campaign.end")


def _outside(path: str, message: str, bound: str) -> Finding:
    return Finding("phase-outside-campaign", path, message, others=((bound, "thời gian của phong trào"),))


def phases_reach_the_ends(context: DatedPlan) -> Iterator[Finding]:
    """Find a campaign that begins before its first phase or goes on after its last."""
    campaign = context.plan.campaign
    if not campaign.phases or context.backwards:
        return
    first, last = campaign.phases[0], campaign.phases[-1]
    opens, begins = context.window(campaign.start), context.window(first.start)
    if opens and begins and begins[0] > opens[1] + ONE_DAY:
        message = f"phong trào bắt đầu {show(opens[1])} mà “{first.name}” đến {show(begins[0])} mới bắt đầu"
        yield _edge("campaign.phases[0].start", message)
    ends, closes = context.window(last.end), context.window(campaign.end)
    if ends and closes and closes[0] > ends[1] + ONE_DAY:
        message = f"“{last.name}” kết thúc {show(ends[1])} mà phong trào đến {show(closes[0])} mới kết thúc"
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
