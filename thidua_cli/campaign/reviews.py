"""Which review (kỳ, giai đoạn, năm) a nominee, a session, a report or a decision is of, and whether two are one."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.campaign.closed_words import Problem, Words
from thidua_cli.model.periods import Reviewed
from thidua_cli.model.plan import Plan
from thidua_cli.vietnamese.text import lower_first


@dataclass(frozen=True, slots=True)
class Review:
    """A review by the ids of the plan; what is None is not told, and may be any."""

    occasion: str | None = None
    phase: str | None = None
    year: int | None = None

    def may_be(self, other: "Review") -> bool:
        """Tell whether two reviews can be one: nothing that both tell differs."""
        pairs = ((self.occasion, other.occasion), (self.phase, other.phase), (self.year, other.year))
        return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)

    def holds(self, other: "Review") -> bool:
        """Tell whether all that this one tells is surely so of the other."""
        pairs = ((self.occasion, other.occasion), (self.phase, other.phase), (self.year, other.year))
        return all(mine is None or mine == theirs for mine, theirs in pairs)


ANY = Review()
"""The review of which nothing is told."""


class Reviews:
    """The reviews of a plan by the words for their occasions and phases."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        occasions, phases = plan.campaign.occasions, plan.campaign.phases
        self._occasions = Words("kỳ", "unknown-occasion", {one.id: one.name for one in occasions})
        self._phases = Words("giai đoạn", "unknown-phase", {one.id: one.name for one in phases})

    def of(self, said: Reviewed) -> Review:
        """Return the review that is meant; what is not understood stays out (see `problems`)."""
        occasion = self._occasions.find(said.occasion)[0] if said.occasion else None
        phase = self._phases.find(said.phase)[0] if said.phase else None
        return Review(occasion, phase, said.year)

    def problems(self, said: Reviewed) -> Iterator[tuple[str, str, Problem]]:
        """Yield code, field, and what to say of each word that the plan does not know."""
        for words, name, typed in ((self._occasions, "occasion", said.occasion), (self._phases, "phase", said.phase)):
            if typed and (problem := words.find(typed)[1]):
                yield words.code, name, problem

    def name(self, review: Review) -> str:
        """Return a review as papers tell it: ``tổng kết phong trào năm 2025``; empty for one that tells nothing."""
        campaign = self._plan.campaign
        names = [one.name for one in campaign.occasions if one.id == review.occasion]
        names += [one.name for one in campaign.phases if one.id == review.phase]
        told = ", ".join(map(lower_first, names))
        year = f"năm {review.year}" if review.year and str(review.year) not in told else ""
        return " ".join(part for part in (told, year) if part)
