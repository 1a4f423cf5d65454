"""The awards that a nominee had before: his own list, and the award book where it surely speaks of him."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import History, history, same_round
from thidua_cli.campaign.law_day import reviewed_year
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.register import RegisterEntry


@dataclass(frozen=True, slots=True)
class EarlierAward:
    """One award of one year; what is not told is None or empty."""

    award: str
    year: int | None = None
    decision: str = ""
    day: PartialDate | None = None
    decided_by: str = ""

    @property
    def name(self) -> str:
        """The award as the law calls it."""
        return law_award(self.award).name

    @property
    def is_title(self) -> bool:
        """It is a title (danh hiệu), not a form of award (hình thức khen thưởng)."""
        return law_award(self.award).kind == "title"


def earlier_awards(entry: Entry, campaign: ResolvedCampaign) -> list[EarlierAward]:
    """Return the awards that a nominee surely has, by their years.

    A paper that is printed again later says what it said on its day: neither this award itself, nor what came after.
    """
    past = history(entry, campaign)
    of_book = list(_of_book(entry, past, campaign)) if past.sure else []
    in_book = {(one.award, one.year): one for one in of_book}
    own = [EarlierAward(one.award, one.year, one.decision or "") for one in entry.nomination.prior]
    told = [in_book.get((one.award, one.year), one) if not one.decision else one for one in own]
    listed = {(one.award, one.year) for one in own}
    told += [one for one in of_book if (one.award, one.year) not in listed]
    return sorted(told, key=lambda one: one.year or 0)


def _of_book(entry: Entry, past: History, campaign: ResolvedCampaign) -> Iterator[EarlierAward]:
    year, received = reviewed_year(entry, campaign), entry.nomination.received
    for line in past.lines:
        said = line.value
        if not _is_later(said, received, year) and not same_round(entry, line, campaign, year):
            yield EarlierAward(said.award, said.year, said.decision or "", said.date, said.decided_by or "")


def _is_later(award: RegisterEntry, received: PartialDate | None, year: int) -> bool:
    """A decision after the dossier came is later; where that is not known, an award of a later year."""
    return award.date.first > received.last if award.date and received else award.year > year
