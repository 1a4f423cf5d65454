"""Which awards must come before an award: routes by regular merit."""

from datetime import date
from functools import cache, lru_cache
from typing import Literal

from thidua_cli.law.award_catalogue import awards
from thidua_cli.law.data_files import refuse_unknown
from thidua_cli.law.dated import Dated, Name, dated_entries
from thidua_cli.law.regimes import one_at


class Route(Dated):
    """What must have been given before; see the head of ``prior_awards.yaml``."""

    ABOUT = ("award", "subject")

    award: Name
    subject: Literal["individual", "collective"]
    only: bool = False
    held: str = ""
    years: int = 0
    age: int = 0
    counts: tuple[dict[str, int], ...] = ()
    in_a_row: bool = False
    beside: str = ""
    instead: bool = False


@cache
def all_routes() -> tuple[Route, ...]:
    """Return the routes of all times."""
    found = dated_entries("prior_awards", Route, "routes")
    named = {one.award for one in found} | {one.held for one in found if one.held}
    for one in found:
        named.update(*one.counts)
    refuse_unknown(named, awards(), "prior_awards.yaml")
    return found


@lru_cache(maxsize=256)
def route(award: str, subject: str | None, day: date) -> Route | None:
    """Return the route to ``award`` for ``subject`` by the law of ``day``, or None when none goes by prior awards."""
    return one_at((one for one in all_routes() if one.award == award and one.subject == subject), day)
