"""The course of each nomination through its three states: đề nghị, Hội đồng thông qua, được tặng. Never mixed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from thidua_cli.campaign.ballots import Ballots, match
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.given import Decided, Given, decided, in_the_book
from thidua_cli.campaign.passed import Standing, State, ballot_rule, standing
from thidua_cli.campaign.register_lines import Line
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.model.decision import Excepted


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """One nomination: what the council did with it, what a decision gave it, what the award book has of it.

    ``awarded`` is None where that is not known: a decision was not read, or names somebody unclear. ``needs_ballot``:
    the law asks for ballots on his award. ``unlisted``: only the award book has it; nobody put it forward.
    """

    entry: Entry
    standing: Standing
    given: Given | None
    line: Line | None
    left_out: Excepted | None
    awarded: bool | None
    needs_ballot: bool
    unlisted: bool = False

    @property
    def passed(self) -> bool | None:
        """Whether the council passed it; None where that is not known. Without a vote it is not passed."""
        if self.standing.state is State.UNKNOWN:
            return None
        return self.standing.state is State.PASSED

    @property
    def review(self) -> Review:
        """The review that it is put forward at."""
        return review_of(self.entry)

    @property
    def form(self) -> str | None:
        """The award in the law, of the plan or else of the award book; None where neither tells."""
        if self.entry.award:
            return self.entry.award.form
        return self.line.value.award if self.line else None

    @property
    def sex(self) -> str | None:
        """``male`` or ``female`` as the list says, in its column or before the name; None where nobody says."""
        return self.entry.sex


def review_of(entry: Entry) -> Review:
    """Return the review that a nominee is put forward at."""
    return Review(entry.occasion, entry.phase, entry.year)


def courses(context: ResolvedCampaign) -> list[Course]:
    """Return the course of every nomination, in their order."""
    ballots, given = match(context), decided(context)
    return [_course(entry, ballots, given, context) for entry in context.entries]


def _course(entry: Entry, ballots: Ballots, given: Decided, context: ResolvedCampaign) -> Course:
    own, line = given.given(entry), in_the_book(entry, context)
    awarded: bool | None = own is not None or line is not None
    if not awarded and (not given.sure or context.register_doubted):
        awarded = None
    voted = standing(entry, ballots, context)
    by_ballot = ballot_rule(entry, ballots, context) is not None
    return Course(entry, voted, own, line, given.left_out.get(id(entry)), awarded, by_ballot)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many nominations are in each state; ``open`` ones may be in it, and nobody knows.

    ``voted`` on are those of which the campaign tells what its council did; ``unvoted``, awarded without that.
    """

    proposed: int = 0
    passed: int = 0
    passed_open: int = 0
    awarded: int = 0
    awarded_open: int = 0
    voted: int = 0
    unvoted: int = 0


def tally(found: Iterable[Course], kept: Callable[[Course], bool] = lambda _: True) -> Tally:
    """Count the courses that are ``kept``."""
    mine = [one for one in found if kept(one)]
    passed, awarded = [one.passed for one in mine], [one.awarded for one in mine]
    without = [one for one in mine if one.standing.state is State.NO_VOTE]
    return Tally(
        proposed=sum(not one.unlisted for one in mine),
        passed=passed.count(True),
        passed_open=passed.count(None),
        awarded=awarded.count(True),
        awarded_open=awarded.count(None),
        voted=len(mine) - len(without),
        unvoted=sum(one.awarded is True for one in without),
    )
