"""The individuals awarded by group and sex: shares of those of whom it is told, beside how many are not told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua_cli.campaign.course import Course
from thidua_cli.vietnamese.amounts import written

_LEADER, _WORKER = "leader", "worker"


@dataclass(frozen=True, slots=True)
class ShareRow:
    """The individuals awarded in one form; a share is of those of whom it is told, empty where it is of nobody."""

    name: str
    individuals: int
    leaders: int
    workers: int
    other_groups: int
    group_unknown: int
    worker_share: str
    women: int
    men: int
    sex_unknown: int
    women_share: str


def share(name: str, individuals: Sequence[Course], kept: Callable[[Course], bool]) -> ShareRow:
    """Return the line of those that are ``kept``."""
    mine = [one for one in individuals if kept(one)]
    groups, sexes = [one.entry.group for one in mine], [one.sex for one in mine]
    leaders, workers, unknown = groups.count(_LEADER), groups.count(_WORKER), groups.count(None)
    women, men = sexes.count("female"), sexes.count("male")
    return ShareRow(
        name=name,
        individuals=len(mine),
        leaders=leaders,
        workers=workers,
        other_groups=len(mine) - leaders - workers - unknown,
        group_unknown=unknown,
        worker_share=percent_of(workers, leaders + workers),
        women=women,
        men=men,
        sex_unknown=sexes.count(None),
        women_share=percent_of(women, women + men),
    )


def percent_of(some: int, whole: int) -> str:
    """Return a share in per cent with a comma, one decimal at most; empty where there is nobody to be a part of."""
    return written(Fraction(some * 100, whole), 1) if whole else ""
