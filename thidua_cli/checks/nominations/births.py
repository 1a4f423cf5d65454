"""Days of birth that nobody can have who is nominated: slips of the keyboard. Children are commended too."""

from collections.abc import Iterator

from thidua_cli.campaign.law_day import law_day
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.dates import age
from thidua_cli.vietnamese.dates import show

_OLDEST, _LONGEST = 100, 15


def unlikely(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees born after the day on which they are judged, or more than a hundred years before it."""
    year = context.dated.closing.year
    usual = range(year - _OLDEST + _LONGEST, year - _LONGEST)  # on whatever day of a campaign they are judged
    for entry in context.entries:
        born = entry.nomination.born
        if born is None or (born.year in usual and entry.nomination.received is None):
            continue
        day = law_day(entry, context)
        if born.first > day:
            message = f"ngày sinh {born} sau ngày xét {show(day)}"
        elif (years := age(born.last, day)) > _OLDEST:
            message = f"ngày sinh {born}: tính đến ngày xét {show(day)} đã {years} tuổi"
        else:
            continue
        yield entry.finding("birth-unlikely", "born", message)


CHECKS = (unlikely,)
