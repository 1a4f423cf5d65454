"""What the engine finds for one quota in one bucket of it (a unit, a cluster, an occasion ...)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.quota import Quota

UNKNOWN = "chưa rõ"
"""Stands in a bucket for the unit (cluster, occasion ...) of nominations of which it is not known."""


class Span(NamedTuple):
    """A whole number between ``low`` and ``high``; ``high`` is None when nothing bounds it above."""

    low: int
    high: int | None

    @classmethod
    def of(cls, number: int) -> "Span":
        """Return the span of a known number."""
        return cls(number, number)

    @property
    def exact(self) -> int | None:
        """The number, where it is known."""
        return self.low if self.low == self.high else None


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
