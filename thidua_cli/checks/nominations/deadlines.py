"""When a nomination came, and for which year it is, against the campaign."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.campaign.deadlines_of import deadline
from thidua_cli.campaign.entry import Entry
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.law.award_spellings import years_in
from thidua_cli.vietnamese.dates import show


def late(context: CampaignContext) -> Iterator[Finding]:
    """Find nominations received after the last day for the dossiers of their review."""
    occasions = context.plan.campaign.occasions
    paths = {occasion.id: f"campaign.occasions[{index}].dossiers_by" for index, occasion in enumerate(occasions)}
    due = [occasion for occasion in occasions if occasion.dossiers_by]
    by_id = {occasion.id: occasion for occasion in due}
    if not due:
        return
    for entry in context.entries:
        received = entry.nomination.received
        occasion = by_id.get(entry.occasion or "")
        if received is None or occasion is None:
            continue
        day = deadline(occasion, entry)
        if day and received.first > day:
            days = (received.first - day).days
            message = f"hồ sơ nhận ngày {received}, sau hạn {show(day)} của “{occasion.name}” {days} ngày"
            others = ((paths[occasion.id], "hạn khai ở đây"),)
            yield entry.finding("late-nomination", "received", message, others=others)


def outside(context: CampaignContext) -> Iterator[Finding]:
    """Find nominations for a year in which the campaign did not run, or received before it began."""
    start, last_year = context.dated.start, context.dated.last_year
    if context.dated.backwards:
        return
    for entry in context.entries:
        received, (year, column) = entry.nomination.received, _year_told(entry)
        if year is not None and context.dated.is_outside(year):
            message = f"đề nghị cho năm {year}, ngoài thời gian của phong trào ({_span(start, last_year)})"
            hint = "xem lại năm, hoặc chuyển sang kế hoạch của năm đó"
            others = (("campaign.start", "thời gian của phong trào khai ở đây"),)
            yield entry.finding("outside-campaign", column, message, hint, others=others)
        elif received and start and received.last < start:
            message = f"hồ sơ nhận ngày {received}, trước khi phong trào bắt đầu ({show(start)})"
            others = (("campaign.start", "phong trào bắt đầu ở đây"),)
            yield entry.finding("outside-campaign", "received", message, "xem lại ngày nhận hồ sơ", others=others)


def _year_told(entry: Entry) -> tuple[int | None, str]:
    """Return the year that a nomination tells, in its own column or beside the award, and which column that is."""
    said = entry.nomination
    if said.year is None and entry.year in years_in(said.award or ""):
        return entry.year, "award"
    return said.year, "year"


def _span(start: date | None, last_year: int | None) -> str:
    if start and start.year == last_year:
        return f"năm {last_year}"
    first = f"từ {start.year}" if start else ""
    last = f"đến {last_year}" if last_year else ""
    return f"{first} {last}".strip()


CHECKS = (late, outside)
