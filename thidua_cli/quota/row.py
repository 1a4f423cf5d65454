"""The rows in which a quota is judged: each value of what it is ``per``, and of its own occasion and phase."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.model.campaign import Occasion
from thidua_cli.model.quota import Quota
from thidua_cli.model.unit import Unit
from thidua_cli.quota.named_units import NamedUnits, Within


class Row(NamedTuple):
    """The values that nominations have in common in one row; None where the quota is not by them.

    ``cluster`` is spelt as the list of units spells it first, ``occasion`` and ``phase`` are ids of the plan.
    """

    unit: Unit | None = None
    cluster: str | None = None
    occasion: str | None = None
    phase: str | None = None
    year: int | None = None


Time = tuple[str | None, str | None, int | None]
"""Occasion, phase and year."""


def rows_of(quota: Quota, within: Within, named: NamedUnits, dated: DatedPlan) -> list[Row]:
    """Return the rows of a quota, in the order of the lists; ``within`` are the units that it is for."""
    times = list(_times(quota, dated))
    return [Row(unit, cluster, *time) for unit, cluster in _places(quota, within, named) for time in times]


def _places(quota: Quota, within: Within, named: NamedUnits) -> Sequence[tuple[Unit | None, str | None]]:
    """Return unit and cluster of each place; a unit of unknown cluster has no place where the quota is by clusters."""
    by_unit, by_cluster = "unit" in quota.per, "cluster" in quota.per
    if not by_unit and not by_cluster:
        return [(None, None)]
    units = [unit for unit in named.units if id(unit) in within.sure or (by_unit and id(unit) in within.perhaps)]
    if not by_cluster:
        return [(unit, None) for unit in units]
    clustered = [(unit, named.cluster(unit)) for unit in units if unit.cluster]
    return clustered if by_unit else [(None, cluster) for cluster in dict.fromkeys(name for _, name in clustered)]


def _times(quota: Quota, dated: DatedPlan) -> Iterator[Time]:
    campaign = dated.plan.campaign
    occasions: Sequence[Occasion | None] = [None]
    if quota.occasion:
        occasions = [one for one in campaign.occasions if one.id == quota.occasion]
    elif "occasion" in quota.per:
        occasions = campaign.occasions
    phases: Sequence[str | None] = [quota.phase]
    if not quota.phase and "phase" in quota.per:
        phases = [phase.id for phase in campaign.phases]
    for occasion, phase in product(occasions, phases):
        yearly = "year" in quota.per or (occasion is not None and occasion.every == "year")
        years: Sequence[int | None] = dated.merit_years if yearly else [None]
        for year in years:
            yield occasion.id if occasion else None, phase, year
