"""What the law asks of a nominee, of the share of an award, and which awards exclude one another."""

from datetime import date
from functools import lru_cache
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from thidua_cli.law.dated import AwardId, Dated, Name, Value, dated_values
from thidua_cli.law.regimes import at, on_day

ANY = "any"
"""Stands for every award."""


class Need(Value):
    """A fact of the nomination and what it must be: a word of its scale, or a number; exactly one is set."""

    fact: Name
    least: Name | None = None
    most: Name | None = None
    above: Name | None = None

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if [self.least, self.most, self.above].count(None) != 2:
            message = f"{self.fact} needs exactly one of least, most, above"
            raise ValueError(message)
        return self


class Standard(Dated):
    """A standard of an award; it is met by any one of its needs."""

    ABOUT = ("award", "any_of")

    award: AwardId | Literal["any"]
    text: Name
    any_of: tuple[Need, ...] = Field(min_length=1)
    asked: bool = True
    apart: tuple[Name, ...] = ()
    beside: tuple[Name, ...] = ()


class Limit(Dated):
    """At most ``most`` hundredths of the nominees who have one of the awards ``of`` or the award itself."""

    ABOUT = ("award",)

    award: AwardId
    of: tuple[AwardId, ...] = Field(min_length=1)
    most: int = Field(gt=0, lt=100)


class Exclusion(Dated):
    """Two awards that one nominee is not given together."""

    awards: tuple[AwardId, AwardId]
    text: Name

    @property
    def key(self) -> Any:
        """What must not stand twice on one day."""
        return frozenset(self.awards)


all_standards = dated_values("eligibility", "standards", Standard)
all_limits = dated_values("eligibility", "limits", Limit)
all_exclusions = dated_values("eligibility", "exclusions", Exclusion)

limits = on_day(all_limits)
exclusions = on_day(all_exclusions)


@lru_cache(maxsize=256)
def standards(award: str, day: date) -> tuple[Standard, ...]:
    """Return what the law of ``day`` asks of a nominee for ``award``, that of every award included."""
    return tuple(at((one for one in all_standards() if one.award in (award, ANY)), day))
