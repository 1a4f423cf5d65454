"""What a bound comes to: shares with their rounding and floor, steps by size, plain numbers; and the verdict."""

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from thidua_cli.model.fields import Percent
from thidua_cli.model.quota import Quota, ShareBound, Steps
from thidua_cli.quota.result import BaseNumber, Span, Verdict

_HALF = Fraction(1, 2)


class Limits(NamedTuple):
    """The least and the most that may be nominated; None where there is no such bound."""

    lower: Span | None
    upper: Span | None


def limits_of(quota: Quota, base: BaseNumber | None) -> Limits:
    """Return what the bounds of a quota come to, given the number that its share or steps are counted from."""
    if quota.exactly is not None:
        return Limits(Span.of(quota.exactly), Span.of(quota.exactly))
    if quota.share and base:
        share = quota.share
        return Limits(_share(share.min, share, base), _share(share.max, share, base))
    if quota.steps and base:
        return Limits(None, _steps(quota.steps, base))
    return Limits(_plain(quota.min), _plain(quota.max))


def rounded(number: Fraction, how: str) -> int:
    """Round as the plan says: ``down``, ``up`` or ``half_up`` (2,5 gives 3)."""
    if how == "up":
        return ceil(number)
    return floor(number + _HALF) if how == "half_up" else floor(number)


def conclude(count: int, possible: int, limits: Limits) -> tuple[Verdict, int]:
    """Return the verdict on ``count`` nominations, of which ``possible`` more may count, and by how many it is missed.

    It holds whatever the unknown turns out to be; where it would not, it is undecided.
    """
    lower, upper = limits
    most = count + possible
    if upper and upper.high is not None and count > upper.high:
        return Verdict.EXCEEDED, count - upper.high
    if lower and most < lower.low:
        return Verdict.SHORT, lower.low - most
    kept_above = upper is None or most <= upper.low
    kept_below = lower is None or (lower.high is not None and count >= lower.high)
    return (Verdict.MET if kept_above and kept_below else Verdict.UNDECIDED), 0


def _plain(number: int | None) -> Span | None:
    return None if number is None else Span.of(number)


def _share(part: Percent | None, share: ShareBound, base: BaseNumber) -> Span | None:
    if part is None:
        return None
    least = share.at_least or 0
    low, high = base.value
    return Span(
        max(rounded(low * part.value, share.rounding), least),
        None if high is None else max(rounded(high * part.value, share.rounding), least),
    )


def _steps(steps: Steps, base: BaseNumber) -> Span:
    """Return the bound of the steps that the base may stand on; below the first step nothing may be nominated."""
    low, high = base.value
    bounds = [step.max for step in steps.table if step.start <= low][-1:] or [0]
    bounds += [step.max for step in steps.table if low < step.start and (high is None or step.start <= high)]
    return Span(min(bounds), max(bounds))
