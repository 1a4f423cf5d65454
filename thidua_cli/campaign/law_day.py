"""What findings on the law have in common: the day whose law holds, the words of the basis, how much it weighs."""

from datetime import date

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.law.citation import cite
from thidua_cli.law.dated import Dated, may_block
from thidua_cli.vietnamese.dates import padded


def law_day(entry: Entry, context: ResolvedCampaign) -> date:
    """Return the day whose law a nomination is held against.

    A dossier that was received keeps the law of that day (so the transition of 01/10/2026 asks). Otherwise it is
    the day of its review, if that is past, else the day of the run; in a campaign that is over, its last day.
    """
    received = entry.nomination.received
    return received.last if received else context.review_day(entry.occasion, entry.year)


def reviewed_year(entry: Entry, context: ResolvedCampaign) -> int:
    """Return the year whose merit is reviewed."""
    return entry.year or law_day(entry, context).year


def basis(value: Dated, citation: str = "") -> str:
    """Return the article (or another ``citation``), since when it holds, and how we know it when not surely."""
    return f"{cite(citation or value.citation)}, từ ngày {padded(value.start)}{value.confidence.doubt}"


def weight(value: Dated) -> Severity | None:
    """Return the severity of a finding that rests on ``value``: the usual one, or a warning where we are not sure."""
    return None if may_block(value.confidence) else Severity.WARNING
