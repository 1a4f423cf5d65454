"""The answer of the law to a question of a check."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from thidua_cli.law.citation import cite, join
from thidua_cli.law.dated import Confidence, Dated, may_block

Answer = Literal["allowed", "refused", "undecided"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Allowed, refused, or undecided for want of a fact; ``needs`` and ``citation`` are Vietnamese.

    ``needs`` tells what the law asks, ready to stand in a hint. ``by_guidance``: guidance of the ministry would
    allow it.
    """

    answer: Answer
    needs: str
    citation: str
    confidence: Confidence
    by_guidance: bool = False

    @property
    def blocks(self) -> bool:
        """The law refuses it, and we know that well enough to call it a fault."""
        return self.answer == "refused" and may_block(self.confidence)


def verdict_on(answer: Answer, needs: str, behind: Sequence[Dated]) -> Verdict:
    """Return the verdict that rests on the values ``behind`` it (at least one).

    It is as sure as the surest: a doubtful further permission does not make the known ones doubtful.
    """
    confidence = min((value.confidence for value in behind), key=lambda known: known.rank)
    return Verdict(answer, needs, cite(join([value.citation for value in behind])), confidence)
