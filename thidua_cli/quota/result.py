"""What the engine finds for one quota in one bucket of it (a unit, a cluster, an occasion ...)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.quota import Quota
from thidua_cli.quota.interval import Span


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

    @property
    def count(self) -> int:
        """How many are surely counted."""
        return len(self.counted)
