"""What the law asks of a nominee, of the share of an award, and which awards exclude one another."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any, Self

from pydantic import Field, model_validator

from thidua_cli.law.award_catalogue import awards
from thidua_cli.law.data_files import refuse_unknown
from thidua_cli.law.dated import Dated, Name, Value, dated_entries
from thidua_cli.law.regimes import at

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

    award: Name
    text: Name
    any_of: tuple[Need, ...] = Field(min_length=1)
    asked: bool = True
    apart: tuple[Name, ...] = ()
    beside: tuple[Name, ...] = ()


class Limit(Dated):
    """At most ``most`` hundredths of the nominees who have one of the awards ``of`` or the award itself."""

    ABOUT = ("award",)

    award: Name
    of: tuple[Name, ...] = Field(min_length=1)
    most: int = Field(gt=0, lt=100)


class Exclusion(Dated):
    """Two awards that one nominee is not given together."""

    awards: tuple[Name, Name]
    text: Name

    @property
    def key(self) -> Any:
        """What must not stand twice on one day."""
        return frozenset(self.awards)


@cache
def all_standards() -> tuple[Standard, ...]:
    """Return the standards of all times."""
    found = dated_entries("eligibility", Standard, "standards")
    _known(one.award for one in found)
    return found


@cache
def all_limits() -> tuple[Limit, ...]:
    """Return the limits of all times."""
    found = dated_entries("eligibility", Limit, "limits")
    _known(award for one in found for award in (one.award, *one.of))
    return found


@cache
def all_exclusions() -> tuple[Exclusion, ...]:
    """Return the exclusions of all times."""
    found = dated_entries("eligibility", Exclusion, "exclusions")
    _known(award for one in found for award in one.awards)
    return found


def _known(named: Iterable[str]) -> None:
    refuse_unknown(named, (ANY, *awards()), "eligibility.yaml")


@lru_cache(maxsize=256)
def standards(award: str, day: date) -> tuple[Standard, ...]:
    """Return what the law of ``day`` asks of a nominee for ``award``, that of every award included."""
    return tuple(at((one for one in all_standards() if one.award in (award, ANY)), day))


@lru_cache(maxsize=256)
def limits(day: date) -> tuple[Limit, ...]:
    """Return the limits of ``day``."""
    return tuple(at(all_limits(), day))


@lru_cache(maxsize=256)
def exclusions(day: date) -> tuple[Exclusion, ...]:
    """Return the exclusions of ``day``."""
    return tuple(at(all_exclusions(), day))
