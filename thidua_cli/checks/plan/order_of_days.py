"""Dates of the campaign: their order, the signing, the reviews and deadlines, the count of days.

A start or an end that is a month is from its first or to its last day. A review, its deadline and the signing lie
somewhere in their month, and the final review may be in the last one: a finding is made when no day is right.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding, Others, Severity
from thidua_cli.model.campaign import Occasion
from thidua_cli.vietnamese.dates import show


def end_before_start(context: DatedPlan) -> Iterator[Finding]:
    """Find a campaign or phase that ends before it begins."""
    campaign = context.plan.campaign
    spans = [("campaign", "phong trào", campaign.start, campaign.end)]
    spans += [
        (f"campaign.phases[{index}]", phase.name, phase.start, phase.end)
        for index, phase in enumerate(campaign.phases)
        if phase.start and phase.end
    ]
    for path, what, start, end in spans:
        first, last = context.first_day(start), context.last_day(end)
        if first and last and last < first:
            message = f"{what} kết thúc ngày {show(last)}, trước khi bắt đầu ({show(first)})"
            others = ((f"{path}.start", "bắt đầu ở đây"),)
            yield Finding("end-before-start", f"{path}.end", message, others=others)


def start_before_signing(context: DatedPlan) -> Iterator[Finding]:
    """Find a campaign that began before its plan was signed; usual for one that follows a superior's campaign."""
    campaign = context.plan.campaign
    start, signing = context.window(campaign.start), context.signing
    if not start or start[1] >= signing[0]:
        return
    usual = campaign.follows or campaign.mode == "regular" or context.plan.date is None
    if context.plan.date is None:
        message = f"phong trào bắt đầu từ {campaign.start} mà kế hoạch chưa ký"
    else:
        message = f"phong trào bắt đầu từ {campaign.start}, trước ngày ký kế hoạch ({context.plan.date})"
    severity = Severity.NOTE if usual else None
    others = (("date", "ngày ký"),) if context.plan.date else ()
    yield Finding("start-before-signing", "campaign.start", message, severity=severity, others=others)


def review_dates(context: DatedPlan) -> Iterator[Finding]:
    """Find reviews outside the campaign, and dossiers due after their review or before the campaign ends."""
    for index, occasion in enumerate(context.plan.campaign.occasions):
        if not occasion.every and not context.backwards:
            path = f"campaign.occasions[{index}]"
            yield from _review(context, occasion, path)
            yield from _deadline(context, occasion, path)


def _review(context: DatedPlan, occasion: Occasion, path: str) -> Iterator[Finding]:
    start, end = context.start, context.window(context.plan.campaign.end)
    review = context.window(occasion.date)
    if not review:
        return
    if occasion.kind == "final" and end and review[1] < end[0]:
        message = f"“{occasion.name}” ({occasion.date}) diễn ra trước khi phong trào kết thúc ({show(end[0])})"
        others: Others = (("campaign.end", "phong trào kết thúc ở đây"),)
        yield Finding("review-before-end", f"{path}.date", message, others=others)
    if occasion.kind == "interim" and ((start and review[1] < start) or (end and review[0] > end[1])):
        message = f"“{occasion.name}” ({occasion.date}) nằm ngoài thời gian của phong trào"
        others = (("campaign.start", "phong trào bắt đầu ở đây"), ("campaign.end", "kết thúc ở đây"))
        yield Finding("review-outside-campaign", f"{path}.date", message, others=others)


def _deadline(context: DatedPlan, occasion: Occasion, path: str) -> Iterator[Finding]:
    deadline, review = context.window(occasion.dossiers_by), context.window(occasion.date)
    end = context.window(context.plan.campaign.end)
    if not deadline:
        return
    if review and deadline[0] > review[1]:
        message = f"hạn gửi hồ sơ {occasion.dossiers_by} sau thời điểm “{occasion.name}” ({occasion.date})"
        hint = f"đặt hạn hồ sơ trước {occasion.date} để kịp thẩm định"
        others = ((f"{path}.date", "thời điểm xét"),)
        yield Finding("deadline-after-review", f"{path}.dossiers_by", message, hint, others=others)
    elif occasion.kind == "final" and end and deadline[1] < end[0]:
        message = f"hạn gửi hồ sơ {occasion.dossiers_by} trước khi phong trào kết thúc ({show(end[0])})"
        yield Finding("deadline-before-end", f"{path}.dossiers_by", message)


_DAYS_AND_NIGHTS = re.compile(r"\b(\d{2,3}) ngày đêm\b", re.IGNORECASE)


def day_count(context: DatedPlan) -> Iterator[Finding]:
    """Find a number of days, in ``campaign.days`` or as ``90 ngày đêm`` in the name, that the dates do not give."""
    campaign, plan = context.plan.campaign, context.plan
    start, end = context.start, context.end
    if not start or not end or end < start:
        return
    told = [("campaign.days", campaign.days, 0)] if campaign.days else []
    for path, text in (("title", plan.title), ("campaign.theme", campaign.theme or "")):
        told += [(path, int(found[1]), found.start()) for found in _DAYS_AND_NIGHTS.finditer(text)]
    counted = (end - start).days + 1
    for path, days, offset in told:
        if days in (counted, counted - 1) or not days:
            continue
        far = abs(days - counted) > max(7, counted * 0.1)
        last = show(start + timedelta(days=days - 1))
        message = f"ghi {days} ngày nhưng từ {show(start)} đến {show(end)} là {counted} ngày"
        hint = f"{days} ngày kể từ {show(start)} là hết ngày {last}; hoặc ghi {counted} ngày"
        severity = Severity.WARNING if far else None
        yield Finding("day-count-mismatch", path, message, hint, severity=severity, offset=offset)


CHECKS = (end_before_start, start_before_signing, review_dates, day_count)
