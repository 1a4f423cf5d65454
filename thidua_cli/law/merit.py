"""Principles of commendation that are held against a list, advice on ties, and the parts of a dossier."""

from datetime import date
from functools import lru_cache
from typing import Literal

from pydantic import Field

from thidua_cli.law.award_catalogue import award
from thidua_cli.law.dated import AwardId, Dated, Name, dated_values, may_block
from thidua_cli.law.regimes import at, one_at


class Principle(Dated):
    """A principle in our words."""

    id: Name
    text: Name


class Part(Dated):
    """A paper of the dossier, and for which awards it is asked."""

    ABOUT = ("part", "kind", "awards")

    part: Name
    kind: Literal["title", "form"] = Field(alias="for")
    level: Literal["", "state"] = ""
    awards: tuple[AwardId, ...] = ()
    unless: str = ""
    words: tuple[Name, ...] = Field(min_length=1)


all_principles = dated_values("merit", "principles", Principle)
all_parts = dated_values("merit", "dossier", Part)


@lru_cache(maxsize=256)
def principle(name: str, day: date) -> Principle | None:
    """Return the principle ``name`` as it stands on ``day``, or None when the law of that day does not say it."""
    return one_at((one for one in all_principles() if one.id == name), day)


@lru_cache(maxsize=256)
def dossier_parts(award_id: str, day: date) -> tuple[Part, ...]:
    """Return the papers that the law of ``day`` asks for ``award_id``."""
    return tuple(at((one for one in all_parts() if _concerns(one, award_id)), day))


def _concerns(part: Part, award_id: str) -> bool:
    if part.awards:
        return award_id in part.awards
    found = award(award_id)
    return part.kind == found.kind and part.level in ("", found.level)


def tie_break_advice(day: date) -> str:
    """Return whom the law of ``day`` prefers among equals, as a sentence with its source; empty before our data."""
    found = principle("ties", day)
    if found is None:
        return ""
    doubt = "" if may_block(found.confidence) else f", {found.confidence.vietnamese}"
    return f"khi thành tích ngang nhau: {found.text} ({found.cited}{doubt})"
