"""The facts of a campaign that have a day: each with its place, its name, and what tells which others it belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic_core import PydanticCustomError

from thidua_cli.campaign.course import review_of
from thidua_cli.campaign.dated_plan import Window
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.files_of import PLAN_FILE
from thidua_cli.campaign.register_lines import is_of
from thidua_cli.campaign.reviews import ANY, Review
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.checks.nominations.order_matrix import FactKind, matrix
from thidua_cli.findings.about import Spot
from thidua_cli.model.dates import DayOfIssue, PartialDate
from thidua_cli.model.hours import parse_hour
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.paper_keys import CEREMONY_DOCS
from thidua_cli.model.plan import Plan
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.sameness import decision_key, unit_key

DOSSIER = "dossier"
_REPORTED = {"interim-report": "interim", "final-report": "final"}  # the kind of review that a report is on


@dataclass(frozen=True, slots=True)
class Belongs:
    """What tells which facts go together; what is None is not told, and shuts nothing out.

    ``nominees`` are the identities of the entries that it is about, ``paper`` that of the entry of papers.yaml.
    """

    review: Review = ANY
    awards: frozenset[str] | None = None
    unit: str | None = None
    decision: str | None = None
    number: str | None = None
    nominees: frozenset[int] | None = None
    paper: int | None = None

    def may_go_with(self, other: "Belongs") -> bool:
        """Tell whether nothing that both tell parts them."""
        told = ((self.unit, other.unit), (self.decision, other.decision), (self.number, other.number))
        sets = ((self.awards, other.awards), (self.nominees, other.nominees))
        return (
            self.review.may_be(other.review)
            and all(None in pair or pair[0] == pair[1] for pair in told)
            and all(mine is None or theirs is None or mine & theirs for mine, theirs in sets)
        )


@dataclass(frozen=True, slots=True, eq=False)
class DatedFact:
    """One fact: ``named`` as messages name it, ``day`` None where nobody tells it or nobody can read it.

    ``happened``: by its day it has taken place. ``narrowed``: it tells itself which others it goes with.
    """

    kind: str
    named: str
    day: PartialDate | None
    where: str | Spot
    goes: Belongs = Belongs()
    happened: bool = True
    narrowed: bool = True

    @property
    def of(self) -> FactKind:
        """What is known of facts of its kind."""
        return matrix().kinds[self.kind]

    @property
    def file(self) -> str:
        """The name of the file that tells it."""
        return Path(self.where.file).name if isinstance(self.where, Spot) else PLAN_FILE

    @property
    def window(self) -> Window | None:
        """The first and the last day that it can mean."""
        return (self.day.first, self.day.last) if self.day else None

    @property
    def dated(self) -> str:
        """Its name with its day: ``Quyết định số 12/QĐ-SXD ngày 05/12/2024``, ``… tháng 12/2024``."""
        if self.day is None:
            return self.named
        unit = "ngày" if self.day.day else "tháng"
        return f"{self.named} {unit if self.day.month else 'năm'} {self.day}"


def dated_facts(context: CampaignContext) -> list[DatedFact]:
    """Return every fact of the campaign that has a day, or should have one.

    Dossiers are many, and only come before other facts: where there is none of these, they are left out.
    """
    facts = [
        *_of_plan(context),
        *_sessions(context),
        *_decisions(context),
        *_book(context),
        *_results(context),
        *_papers(context),
    ]
    there = {one.kind for one in facts}
    if any(pair.before == DOSSIER and pair.after in there for pair in matrix().pairs):
        facts += _dossiers(context)
    return facts


def _of_plan(context: CampaignContext) -> Iterator[DatedFact]:
    plan, dated = context.plan, context.dated
    words = matrix().kinds
    if plan.date:
        yield DatedFact("signing", words["signing"].said, plan.date, "date")
    if dated.backwards:
        return
    if start := _started(plan.campaign.start, plan):
        yield DatedFact("start", words["start"].said, start, "campaign.start")
    for index, phase in enumerate(plan.campaign.phases):
        if start := _started(phase.start, plan):
            named, where = f"{words['phase'].said} “{phase.name}”", f"campaign.phases[{index}].start"
            yield DatedFact("phase", named, start, where, Belongs(Review(phase=phase.id)))


def _started(start: PartialDate | DayOfIssue | None, plan: Plan) -> PartialDate | None:
    """Return the day on which something starts; what starts with the issue of the plan, on the day of the plan."""
    return plan.date if isinstance(start, DayOfIssue) else start


def _dossiers(context: CampaignContext) -> Iterator[DatedFact]:
    for entry in context.entries:
        unit = unit_key(entry.unit_name) if entry.unit_name else None
        awards = frozenset((entry.award.id,)) if entry.award else None
        goes = Belongs(_known(review_of(entry), context.plan), awards, unit, nominees=frozenset((id(entry),)))
        named = f"{matrix().kinds[DOSSIER].said} của {entry.nomination.name} nhận"
        yield DatedFact(DOSSIER, named, entry.nomination.received, entry.origin.spot("received"), goes)


def _sessions(context: CampaignContext) -> Iterator[DatedFact]:
    for sitting in context.sessions:
        voted = [one for one in context.entries if _voted_in(context, one) is sitting]
        told = Review(sitting.occasion, sitting.phase, sitting.year)
        goes = Belongs(_known(_filled(told, voted), context.plan), nominees=_identities(voted))
        day = None if sitting.doubts.day else sitting.council.held
        named = matrix().kinds["session"].said
        yield DatedFact("session", named, day, sitting.spot("held"), goes, happened=bool(sitting.council.votes))


def _voted_in(context: CampaignContext, entry: Entry) -> object:
    cast = context.ballots.of.get(id(entry))
    return cast.sitting if cast else None


def _decisions(context: CampaignContext) -> Iterator[DatedFact]:
    reviews, names, given = context.reviews, context.award_names, context.decided
    for record in context.facts.decisions:
        decision = record.value
        entries = [one for one in context.entries if (own := given.given(one)) and own.decision is record]
        awards = frozenset(award.id for typed in decision.awards for award in names.find(typed, None).awards)
        goes = Belongs(
            _known(_filled(reviews.of(decision), entries), context.plan),
            awards or None,
            decision=decision.id,
            number=decision_key(decision.number),
            nominees=_identities(entries),
        )
        named = f"{matrix().kinds['decided'].said} số {decision.number}"
        yield DatedFact("decided", named, decision.date, record.origin.spot("date"), goes)


def _book(context: CampaignContext) -> Iterator[DatedFact]:
    """Yield the lines of the award book on decisions of this campaign, one for each number and day.

    A line that names no campaign is of it where the year is that of the decision: numbers begin anew each year.
    """
    decisions = context.facts.decisions
    years = {(decision_key(one.value.number), one.value.date.year) for one in decisions}
    told: set[tuple[str, PartialDate]] = set()
    for line in context.past.standing:
        own, number = line.value, decision_key(line.value.decision)
        unsaid = not own.campaign and own.date is not None and (number, own.date.year) in years
        if (unsaid or is_of(line, context.plan.id)) and number and own.date and (number, own.date) not in told:
            told.add((number, own.date))
            named = f"{matrix().kinds['book'].said} về Quyết định số {own.decision}"
            yield DatedFact("book", named, own.date, line.origin.spot("date"), Belongs(number=number))


def _results(context: CampaignContext) -> Iterator[DatedFact]:
    reviews = context.reviews
    for record in context.facts.results:
        review = _known(reviews.of(record.value), context.plan)
        named = f"{matrix().kinds['results'].said} tính đến"
        yield DatedFact("results", named, record.value.as_of, record.origin.spot("as_of"), Belongs(review))


def _papers(context: CampaignContext) -> Iterator[DatedFact]:
    reviews, names, kinds = context.reviews, context.award_names, matrix().kinds
    for record in context.facts.papers:
        own = record.value
        meant = names.find(own.award, None) if own.award else None
        awards = frozenset(one.id for one in meant.awards) if meant else None
        # What is not understood of an entry is no reason to hold it against anything: it counts as one without a day.
        unclear = (meant is not None and meant.problem is not None) or any(reviews.problems(own))
        review = _known(reviews.of(own), context.plan, _REPORTED.get(own.doc))
        goes = Belongs() if unclear else Belongs(review, awards, _unit(own), own.decision, paper=id(record))
        narrowed = bool(own.award or own.unit or own.decision or own.occasion or own.phase or own.year)
        number = f" số {own.number}" if own.number else ""
        for kind, named, day, field in _days_of(record, f"{kinds[own.doc].said}{number}"):
            seen = None if unclear else day
            yield DatedFact(kind, named, seen, record.origin.spot(field), goes, happened=False, narrowed=narrowed)


def _days_of(record: Record[PaperFacts], named: str) -> Iterator[tuple[str, str, PartialDate | None, str]]:
    """Yield what has a day in an entry of papers.yaml: kind, name, day, key."""
    own, kinds = record.value, matrix().kinds
    held = _day_of_hour(own.at)
    met = held if own.doc == "unit-minutes" and own.date is None else None
    kind = "unit-submission" if own.doc == "submission" and own.unit else own.doc
    yield kind, named, own.date or met, "at" if met else "date"
    if own.deadline:
        yield "deadline", f"{kinds['deadline'].said} ghi ở {kinds[own.doc].said}", own.deadline, "deadline"
    if held and own.doc in CEREMONY_DOCS:
        yield "ceremony", kinds["ceremony"].said, held, "at"


def _day_of_hour(at: str | None) -> PartialDate | None:
    try:
        return parse_hour(at).day if at else None
    except PydanticCustomError:
        return None


def _unit(own: PaperFacts) -> str | None:
    return unit_key(own.unit) if own.unit else None


def _identities(entries: Iterable[Entry]) -> frozenset[int] | None:
    return frozenset(map(id, entries)) or None


def _filled(review: Review, entries: Iterable[Entry]) -> Review:
    """Return a review with what it does not tell and all its nominees have in common."""
    own = [review_of(one) for one in entries]
    common = {name: {getattr(one, name) for one in own} for name in ("occasion", "phase", "year")}
    shared = {name: next(iter(values)) for name, values in common.items() if len(values) == 1}
    return replace(review, **{name: value for name, value in shared.items() if getattr(review, name) is None})


def _known(review: Review, plan: Plan, kind: str | None = None) -> Review:
    """Return a review that tells no occasion with the only one that the plan has, or has of a ``kind``."""
    if review.occasion:
        return review
    occasions = [one for one in plan.campaign.occasions if kind in (None, one.kind)]
    alone = len(occasions) == 1 and (kind or not occasions[0].every)
    return replace(review, occasion=occasions[0].id) if alone else review
