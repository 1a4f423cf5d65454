"""What the bounds of a quota come to in each world, a world being one way in which the unknown may turn out.

Only the extreme worlds are tried. What holds in them holds in all between: a share grows by no more than its base does,
and between two steps nothing changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil, floor, inf
from typing import NamedTuple

from thidua_cli.model.fields import Percent
from thidua_cli.model.quota import Quota, ShareBound, Steps
from thidua_cli.quota.result import Span, Verdict

_HALF = Fraction(1, 2)
_MOST_TRIED = 1000
_FEW = 50


class World(NamedTuple):
    """The fewest and the most who may be counted in a world, and the least and the most that it allows."""

    fewest: float
    most: float
    least: float = 0
    limit: float = inf


class OwnBase(NamedTuple):
    """A base that is made of the nominees themselves: ``sure`` are in it.

    ``joined`` of those who may be counted are in it only if they are counted, or at least they are in it then;
    ``beside`` may be in it without being counted. Some may be of both kinds.
    """

    sure: int
    joined: int
    beside: float


class Counts(NamedTuple):
    """How many are surely counted, how many more may be; ``own`` where the base are the nominees themselves."""

    counted: int
    possible: float
    own: OwnBase | None = None

    def at(self, base: float) -> tuple[float, float]:
        """Return the fewest and the most who may be counted when the base comes to ``base``."""
        if self.own is None or base == inf:
            return self.counted, self.counted + self.possible
        more = base - self.own.sure
        others = self.possible - self.own.joined
        return self.counted + max(0, more - self.own.beside), self.counted + others + min(self.own.joined, more)


class Judgement(NamedTuple):
    """The verdict, by how much the bound is missed in every world, and what the bounds come to.

    ``mend`` is how many must come or go at least until it is kept; None where nothing is missed, or no number helps.
    """

    verdict: Verdict
    amount: int = 0
    mend: int | None = None
    lower: Span | None = None
    upper: Span | None = None
    no_number_fits: bool = False


def rounded(number: Fraction, how: str) -> int:
    """Round as the plan says: ``down``, ``up`` or ``half_up`` (2,5 gives 3)."""
    if how == "up":
        return ceil(number)
    return floor(number + _HALF) if how == "half_up" else floor(number)


def rounding_of(share: ShareBound, part: Percent) -> str:
    """Return how a part is rounded: as the plan says, else the least up and the most down."""
    return share.rounding or ("up" if part is share.min else "down")


def has_floor(quota: Quota) -> bool:
    """Tell whether a quota asks for a least number."""
    return quota.exactly is not None or quota.min is not None or bool(quota.share and quota.share.min)


def judged(quota: Quota, base: Span | None, counts: Counts) -> Judgement:
    """Judge a quota; ``base`` is what its share or steps are counted from. The verdict is that of every world."""
    worlds = list(_worlds(quota, base, counts))
    lower = _span(world.least for world in worlds) if has_floor(quota) else None
    upper = _span(world.limit for world in worlds) if _has_ceiling(quota) else None
    verdicts = {_verdict(world) for world in worlds}
    if len(verdicts) > 1 or not _always_fits(quota, base):
        return Judgement(Verdict.UNDECIDED, lower=lower, upper=upper)
    verdict = verdicts.pop()
    excess = min(world.fewest - world.limit for world in worlds)
    shortage = min(world.least - world.most for world in worlds)
    impossible = all(world.least > world.limit for world in worlds)
    if verdict not in (Verdict.EXCEEDED, Verdict.SHORT):
        return Judgement(verdict, 0, None, lower, upper, impossible)
    amount = int(excess if verdict is Verdict.EXCEEDED else shortage)
    mend = _moving(quota, base, counts, verdict) if base and counts.own else amount
    return Judgement(verdict, amount, mend, lower, upper)


def _verdict(world: World) -> Verdict:
    if world.least > world.limit:
        return Verdict.UNDECIDED
    if world.fewest > world.limit:
        return Verdict.EXCEEDED
    if world.most < world.least:
        return Verdict.SHORT
    kept = world.most <= world.limit and world.fewest >= world.least
    return Verdict.MET if kept else Verdict.UNDECIDED


def _worlds(quota: Quota, base: Span | None, counts: Counts) -> Iterator[World]:
    """Yield the extreme worlds."""
    if base is None:
        yield World(*counts.at(inf), *_allowed(quota, inf))
        return
    for number in _extremes(quota, base, counts.own):
        yield World(*counts.at(number), *_allowed(quota, number))


def _extremes(quota: Quota, base: Span, own: OwnBase | None) -> Sequence[float]:
    """Return the bases of the extreme worlds."""
    high = inf if base.high is None else base.high
    found = [base.low, high]
    if quota.share and own:
        # A share is tightest where all join the base who may without being counted, or all who are in it if counted.
        found += [own.sure + own.beside, own.sure + own.joined]
    if quota.steps:
        ends = [end for step in quota.steps.table for end in (step.start - 1, step.start)]
        found += [end for end in ends if base.low < end < high]
    return found


def _allowed(quota: Quota, base: float) -> tuple[float, float]:
    """Return the least and the most that a quota allows when its base comes to ``base``."""
    if quota.exactly is not None:
        return quota.exactly, quota.exactly
    if quota.share:
        share = quota.share
        least = _part(share, share.min, base) if share.min else 0
        most = max(_part(share, share.max, base), share.at_least or 0) if share.max else inf
        return least, most
    if quota.steps:
        return 0, _step(quota.steps, base)
    return quota.min or 0, inf if quota.max is None else quota.max


def _part(share: ShareBound, part: Percent, base: float) -> float:
    if base == inf:
        return inf if part.value else 0
    return rounded(part.value * int(base), rounding_of(share, part))


def _step(steps: Steps, base: float) -> int:
    """Return the most of the step that a base stands on; below the first step nothing may be nominated."""
    return next((step.max for step in reversed(steps.table) if step.start <= base), 0)


def _has_ceiling(quota: Quota) -> bool:
    plain = quota.exactly is not None or quota.max is not None
    return plain or quota.steps is not None or bool(quota.share and quota.share.max)


def _always_fits(quota: Quota, base: Span | None) -> bool:
    """Tell whether in every world some number lies between the least and the most.

    A least that is rounded up and a most that is rounded down may cross where the base is small: 10% of 15 to 10% of
    15. From a base on of which the two shares are one apart they cannot; where they are one, what holds repeats.
    """
    share = quota.share
    if base is None or base.exact is not None or share is None or share.min is None or share.max is None:
        return True
    if share.rounding:
        return True
    apart = share.max.value - share.min.value
    last = ceil(1 / apart) if apart else base.low + share.min.value.denominator
    if base.high is not None:
        last = min(last, base.high)
    if last - base.low > _MOST_TRIED:
        return False
    allowed = [_allowed(quota, number) for number in range(base.low, last + 1)]
    return all(least <= limit for least, limit in allowed)


def _span(numbers: Iterator[float]) -> Span:
    """Return the span of what a bound comes to in the extreme worlds."""
    found = sorted(numbers)
    return Span(int(found[0]), None if found[-1] == inf else int(found[-1]))


def _moving(quota: Quota, base: Span, counts: Counts, verdict: Verdict) -> int | None:
    """Return how many must come or go in the world that takes fewest, where the base moves with each of them."""
    bases: Iterable[float] = _extremes(quota, base, counts.own)
    if base.high is not None and base.high - base.low <= _FEW:
        bases = range(base.low, base.high + 1)
    step = -1 if verdict is Verdict.EXCEEDED else 1
    found = []
    for number in bases:
        fewest, most = counts.at(number)
        counted = fewest if step < 0 else most
        if inf not in (number, counted):
            found.append(_least_change(quota, int(number), int(counted), step))
    return min((change for change in found if change is not None), default=None)


def _least_change(quota: Quota, base: int, counted: int, step: int) -> int | None:
    """Return how many must come (step 1) or go (-1) until the bounds, which move with them, are kept; None: no use."""
    for change in range(1, counted + 1 if step < 0 else _MOST_TRIED):
        least, limit = _allowed(quota, base + step * change)
        if least <= counted + step * change <= limit:
            return change
    return None
