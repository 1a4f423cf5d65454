"""Nominees as papers print them: the same name, post and unit in every paper, in the same order."""

from collections.abc import Iterable

from thidua_cli.campaign.entry import Entry
from thidua_cli.law.award_catalogue import LEVELS
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.model.nomination import Nomination
from thidua_cli.vietnamese.address import own_name, sex_of_address

_LEVELS = tuple(LEVELS)
_HONORIFICS = {"male": "Ông ", "female": "Bà "}


def addressed(nomination: Nomination) -> str:
    """Return the name behind Ông, Bà where the sex is told, in its column or before the name; else as typed."""
    sex = nomination.gender or sex_of_address(nomination.name)
    return f"{_HONORIFICS[sex]}{own_name(nomination.name)}" if sex else nomination.name


def position_of(entry: Entry) -> str:
    """Return post and unit; a unit that is itself proposed is not told twice."""
    own, unit = entry.nomination, entry.unit_name
    return ", ".join(part for part in (own.position, unit if unit != own.name else "") if part)


def by_level(awards: Iterable[PlanAward]) -> list[PlanAward]:
    """Return awards from high to low, those of one level as the plan has them."""
    return sorted(awards, key=lambda one: _LEVELS.index(law_award(one.form).level))


def subject_rank(subject: str | None) -> tuple[int, str]:
    """Return the key that puts collectives before individuals, and the unknown last."""
    known = list(SUBJECTS)
    return (known.index(subject) if subject in known else len(known), subject or "~")
