"""What the engine finds for one quota in one bucket of it (a unit, a cluster, an occasion ...)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.quota import Quota
from thidua_cli.quota.interval import Span

UNKNOWN = "chưa rõ"
"""Stands in a bucket for the unit (cluster, occasion ...) of nominations of which it is not known."""


class Verdict(StrEnum):
    """Whether a quota is kept."""

    MET = "met"
    EXCEEDED = "exceeded"
    SHORT = "short"
    UNDECIDED = "undecided"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class BaseNumber:
    """The number that a share or steps are counted from; ``missing`` says what is not known of it."""

    name: str
    value: Span
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotaResult:
    """One quota in one bucket, with the whole computation.

    ``counted`` are the entries that it surely counts, ``possible`` those of which something is not known.
    ``unit`` is the name of the unit that this is for, where it is for one only; else it is empty.
    ``lower`` and ``upper`` are what the bounds come to; ``amount`` is by how many they are missed.
    """

    award: PlanAward
    quota: Quota
    path: str
    bucket: tuple[str, ...]
    counted: Sequence[Entry]
    possible: Sequence[Entry]
    base: BaseNumber | None
    lower: Span | None
    upper: Span | None
    verdict: Verdict
    amount: int = 0
    unit: str = ""

    @property
    def count(self) -> int:
        """How many are surely counted."""
        return len(self.counted)

    @property
    def within(self) -> dict[str, str]:
        """The unit, cluster, occasion, phase and year that it is counted in, as far as the quota is by them."""
        fixed = {"occasion": self.quota.occasion, "phase": self.quota.phase}
        known = {name: word for name, word in fixed.items() if word}
        known |= dict(zip(self.quota.per, self.bucket, strict=True))
        return {name: word for name, word in known.items() if word != UNKNOWN}
