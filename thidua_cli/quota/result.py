"""What the engine finds for one quota in one of its rows (a unit, a cluster, an occasion ...)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.quota import Quota
from thidua_cli.quota.row import Row

UNREAD = "phần chưa đọc được của"
"""How a gap begins that is told already, where it stands: what was not read of a file."""
MOST_NAMED = 10
"""How many of the nominees who may be counted are named."""


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
    """One quota in one row, with the whole computation.

    ``counted`` are the entries that it surely counts, ``open`` is how many more it may count, ``possible`` are the
    first of these. ``lower`` and ``upper`` are what the bounds come to; with ``no_number_fits`` the least comes to more
    than the most. ``amount`` is by how many they are missed in every world; ``mend`` is how many must come or go at
    least: more, where the base moves with them, None where no number helps. ``gaps`` say what is not known beside the
    base. ``unit`` is the name of the unit that this is for, where it is for one only; else it is empty. ``began`` tells
    whether anybody is put forward in the round that the row is of.
    """

    award: PlanAward
    quota: Quota
    path: str
    row: Row
    counted: Sequence[Entry]
    open: int
    possible: Sequence[Entry]
    base: BaseNumber | None
    lower: Span | None
    upper: Span | None
    verdict: Verdict
    amount: int = 0
    mend: int | None = None
    gaps: tuple[str, ...] = ()
    no_number_fits: bool = False
    unit: str = ""
    began: bool = True

    @property
    def count(self) -> int:
        """How many are surely counted."""
        return len(self.counted)

    @property
    def sure(self) -> bool:
        """Nothing is unknown that the numbers could depend on."""
        return not (self.open or self.gaps or (self.base and self.base.missing))
