"""The last day for the dossiers of a review."""

from calendar import monthrange
from datetime import date

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.campaign import Occasion


def deadline(occasion: Occasion, entry: Entry) -> date | None:
    """Return the last day; of a review held every year, that of the entry's year (None when it tells no year)."""
    due = occasion.dossiers_by
    if due is None or not occasion.every:
        return due.last if due else None
    if entry.year is None or due.month is None:
        return None
    after = due.year - occasion.date.year if occasion.date else 0
    year = entry.year + after
    last_of_month = monthrange(year, due.month)[1]  # 29/2 is the last day of February in a year that has none
    return date(year, due.month, min(due.day or last_of_month, last_of_month))
