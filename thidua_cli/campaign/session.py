"""The council's session: the place of what its file says, the days it can have been held on."""

from datetime import date

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.findings.spot import Spot


def council_spot(context: ResolvedCampaign, path: str) -> Spot:
    """Return a place in the council's file."""
    assert context.council
    return context.council.origin.spot(path)


def session_days(context: ResolvedCampaign) -> tuple[date, ...]:
    """Return the first and last day that the session can have been held on."""
    held = context.council.value.held if context.council else None
    return (held.first, held.last) if held else (context.closing,)
