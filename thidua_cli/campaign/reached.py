"""How far each target was reached, as ``results.yaml`` tells; what is not told is neither reached nor missed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from thidua_cli.model.quantity import Quantity
from thidua_cli.model.results import Results, TargetResult
from thidua_cli.model.target import Target


class Reach(StrEnum):
    """What is concluded of a target."""

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"
    UNKNOWN = "unknown"
    WITHOUT_BOUND = "without_bound"


@dataclass(frozen=True, slots=True)
class Reached:
    """One target and its result: ``by_year`` has every year that is asked about, None where nothing is told.

    ``degree`` is reached : planned, None where it cannot be told or means nothing (a bound of 0 or from above).
    """

    target: Target
    result: TargetResult | None
    value: Quantity | None
    by_year: Sequence[tuple[int, Quantity | None]]
    verdict: Reach
    degree: Fraction | None

    @property
    def years_met(self) -> int:
        """In how many of the years it was reached."""
        return sum(held(self.target, value) in (Reach.MET, Reach.EXCEEDED) for _, value in self.by_year)

    @property
    def before(self) -> Quantity | None:
        """What was reached in the last year before the campaign, as the plan tells."""
        baseline = self.target.baseline
        return baseline[max(baseline)] if baseline else None


def held(target: Target, value: Quantity | None) -> Reach:
    """Return what one number says of a target."""
    low, high = target.at_least, target.at_most
    if value is None:
        return Reach.UNKNOWN
    if low is None and high is None:
        return Reach.WITHOUT_BOUND
    if (low and value.value < low.value) or (high and value.value > high.value):
        return Reach.MISSED
    if high is None and low and value.value > low.value:
        return Reach.EXCEEDED
    return Reach.MET


def reached(targets: Iterable[Target], results: Results | None, years: Sequence[int]) -> list[Reached]:
    """Return what is concluded of each target; ``years`` are those of the report, which a yearly target is held in."""
    told = {one.target: one for one in results.targets} if results else {}
    return [_reached(target, told.get(target.id or ""), years) for target in targets]


def _reached(target: Target, result: TargetResult | None, years: Sequence[int]) -> Reached:
    values = result.values if result else {}
    if target.per == "year":
        by_year = [(year, values.get(year)) for year in years]
        return Reached(target, result, None, by_year, _of_all(target, by_year), None)
    value = result.achieved if result else None
    if value is None and len(values) == 1:
        value = next(iter(values.values()))
    by_year = sorted(values.items()) if len(values) > 1 else []
    return Reached(target, result, value, by_year, held(target, value), _degree(target, value))


def _of_all(target: Target, by_year: Sequence[tuple[int, Quantity | None]]) -> Reach:
    """A yearly target is reached when it was in every year; one year in which it was not decides."""
    verdicts = [held(target, value) for _, value in by_year]
    for decisive in (Reach.MISSED, Reach.UNKNOWN, Reach.WITHOUT_BOUND, Reach.MET):
        if decisive in verdicts:
            return decisive
    return Reach.EXCEEDED if verdicts else Reach.UNKNOWN


def _degree(target: Target, value: Quantity | None) -> Fraction | None:
    if value is None or target.at_least is None or target.at_most is not None or target.at_least.value <= 0:
        return None
    return value.value / target.at_least.value
