"""The kinds of awards that reports have a line for: the awards of the plan, and forms that only the award book has."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua_cli.campaign.course import Course
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.law.award_catalogue import LEVELS
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.model.awards import PlanAward, award_name


@dataclass(frozen=True, slots=True)
class AwardKind:
    """One kind: ``planned`` is its id in the plan, empty where the plan has none; ``form`` is its id in the law."""

    planned: str
    form: str
    name: str


NO_KIND = AwardKind("", "", "Chưa rõ hình thức")
"""The kind of a nomination of which nobody knows what it is for."""


def kind_of(one: Course) -> AwardKind:
    """Return the kind of award that somebody is put forward for, or has."""
    if one.entry.award:
        return _planned(one.entry.award)
    return AwardKind("", one.form, law_award(one.form).name) if one.form else NO_KIND


def kinds_of_awards(found: Iterable[Course], campaign: ResolvedCampaign) -> list[AwardKind]:
    """Return the kinds from high to low: of one level those of the plan in its order, then others by name."""
    planned = list(map(_planned, campaign.plan.awards))
    others = {kind for one in found if (kind := kind_of(one)).form and kind not in planned}
    kinds = [*planned, *sorted(others, key=lambda one: one.name)]
    return sorted(kinds, key=lambda one: list(LEVELS).index(law_award(one.form).level))


def _planned(award: PlanAward) -> AwardKind:
    return AwardKind(award.id, award.form, award_name(award))
