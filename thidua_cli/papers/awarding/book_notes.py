"""What to look up before a paper on a signed decision is printed again: it says what the list says, not the book."""

from collections.abc import Iterable

from thidua_cli.campaign.booked import differing
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.given import in_the_book
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.papers.contract import Blanks

_LOOK_UP = "xem có phải lập đính chính không"


def tell_the_book(entries: Iterable[Entry], campaign: ResolvedCampaign, blanks: Blanks) -> None:
    """Remember where the list tells another name, unit or post of somebody than his line in the award book."""
    for entry in entries:
        line = in_the_book(entry, campaign)
        if line is None:
            continue
        number = f" theo Quyết định số {line.value.decision}" if line.value.decision else ""
        for _, booked, listed in differing(line.value, entry):
            blanks.doubt(f"giấy này ghi {listed}, sổ khen thưởng ghi {booked}{number}: {_LOOK_UP}")
