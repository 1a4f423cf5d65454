"""A number of which only bounds may be known."""

from typing import NamedTuple


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
