"""Which law rules on a day, and what a value is worth on that day."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from thidua_cli.law.data_files import LawDataError, entries
from thidua_cli.law.dated import Confidence, D, Regime


@cache
def regimes() -> tuple[Regime, ...]:
    """Return the regimes in order of time, without gap or overlap."""
    found = entries("regimes", Regime)
    for before, after in pairwise(found):
        if before.end is None or (after.start - before.end).days != 1:
            message = f"regimes.yaml: {after.id} does not begin on the day after {before.id}"
            raise LawDataError(message)
    return found


def regime(day: date) -> Regime | None:
    """Return the regime of ``day``; None for days before our data begins."""
    return next((found for found in regimes() if found.in_force(day)), None)


def at(values: Iterable[D], day: date) -> list[D]:
    """Return the values in force on ``day``, each with the confidence that it has on that day.

    Under a regime that is not reviewed nothing is better than unverified, so that nothing blocks.
    """
    ruling = regime(day)
    found = [value for value in values if value.in_force(day)]
    if ruling is None or ruling.reviewed:
        return found
    return [value.model_copy(update={"confidence": Confidence.UNVERIFIED}) for value in found]


def on_day(values: Callable[[], tuple[D, ...]]) -> Callable[[date], tuple[D, ...]]:
    """Return the reader of those of the ``values`` that are in force on a day, as `at`."""

    @lru_cache(maxsize=256)
    def of_day(day: date) -> tuple[D, ...]:
        return tuple(at(values(), day))

    return of_day


def one_at(values: Iterable[D], day: date) -> D | None:
    """Return the one of ``values`` that is in force on ``day``, as `at`; None when none is."""
    return next(iter(at(values, day)), None)
