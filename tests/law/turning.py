"""The days on which dated values of the law turn."""

from collections.abc import Iterable
from datetime import date, timedelta

from thidua_cli.law.dated import Dated


def turning_days(values: Iterable[Dated]) -> set[date]:
    """Return the days on which one of the values begins, or no longer holds."""
    ends = {value.end + timedelta(days=1) for value in values if value.end}
    return {value.start for value in values} | ends
