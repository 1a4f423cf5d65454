"""Which awards must come before an award: routes by regular merit."""

from datetime import date
from functools import lru_cache
from typing import Literal

from thidua_cli.law.dated import AwardId, Dated, dated_values
from thidua_cli.law.regimes import one_at


class Route(Dated):
    """What must have been given before; see the head of ``prior_awards.yaml``."""

    ABOUT = ("award", "subject")

    award: AwardId
    subject: Literal["individual", "collective"]
    only: bool = False
    held: AwardId | Literal[""] = ""
    years: int = 0
    age: int = 0
    counts: tuple[dict[AwardId, int], ...] = ()
    in_a_row: bool = False
    beside: str = ""
    instead: bool = False

    @property
    def row(self) -> tuple[AwardId, int] | None:
        """The award that must have been given in consecutive years, and in how many; None where none must."""
        return next(iter(self.counts[0].items())) if self.in_a_row else None


all_routes = dated_values("prior_awards", "routes", Route)


@lru_cache(maxsize=256)
def route(award: str, subject: str | None, day: date) -> Route | None:
    """Return the route to ``award`` for ``subject`` by the law of ``day``, or None when none goes by prior awards."""
    return one_at((one for one in all_routes() if one.award == award and one.subject == subject), day)
