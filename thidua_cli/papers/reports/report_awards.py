"""Awards in a report: by form, review and unit; proposed, passed and awarded apart; shares beside what is unknown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.course import Course, Tally, tally
from thidua_cli.campaign.deadlines_of import deadline
from thidua_cli.campaign.history import history, same_round
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.campaign.unlisted import own_lines, unlisted
from thidua_cli.model.fields import subject_name
from thidua_cli.papers.contract import Blanks
from thidua_cli.papers.people import addressed, position_of, subject_rank
from thidua_cli.papers.reports.award_kinds import AwardKind, kind_of, kinds_of_awards
from thidua_cli.papers.reports.award_shares import ShareRow, share
from thidua_cli.papers.reports.report_money import ReportMoney, report_money
from thidua_cli.vietnamese.text import upper_first

_PASSED = "passed"
_STATES = {"proposed": "Đề nghị", _PASSED: "Hội đồng thông qua", "awarded": "Được tặng"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each subject, in the order of `AwardsPart.subjects`, and together, in each of the three states."""

    proposed: Sequence[int]
    passed: Sequence[int]
    awarded: Sequence[int]
    all_proposed: int
    all_passed: int
    all_awarded: int


@dataclass(frozen=True, slots=True)
class CountRow:
    """A line of a table of counts: an award, a review, a unit, or the sum."""

    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """What one unit has: headcount and participants (None: not told), and its nominations in each state."""

    name: str
    headcount: int | None
    participants: int | None
    proposed: int
    passed: int
    awarded: int


@dataclass(frozen=True, slots=True)
class AwardedRow:
    """One who was awarded, as an annex lists him; ``number`` counts within his award and subject."""

    number: int
    name: str
    position: str
    decision: str
    achievement: str


@dataclass(frozen=True, slots=True)
class AwardedGroup:
    """All who were awarded one form, of one subject."""

    award: str
    subject: str
    rows: Sequence[AwardedRow]


@dataclass(frozen=True, slots=True)
class AwardsPart:
    """All that a report says of awards. ``first_time`` and ``before`` count individuals awarded, by the award book.

    ``states`` are those that are counted, as `Counts` calls them, with their titles: where awards were given and the
    campaign has no vote on any, nobody knows how many the council passed. ``unvoted`` are awarded ones without a vote
    beside others with one.
    The ``unexplained`` are counted as awarded, and were proposed by no list; the ``unbooked`` the book does not have.
    """

    states: Mapping[str, str]
    subjects: Sequence[str]
    by_award: Sequence[CountRow]
    total: CountRow
    by_review: Sequence[CountRow]
    by_unit: Sequence[UnitCounts]
    without_unit: UnitCounts | None
    chart: Sequence[tuple[str, Sequence[int]]]
    shares: Sequence[ShareRow]
    share_total: ShareRow
    first_time: int
    before: int
    before_unknown: int
    late: int
    money: ReportMoney
    awarded: Sequence[AwardedGroup]
    passed_open: int
    awarded_open: int
    unvoted: int
    unexplained: Sequence[str]
    unbooked: Sequence[str]


def awards_part(listed: Sequence[Course], campaign: ResolvedCampaign, blanks: Blanks) -> AwardsPart:
    """Return what the report says of the awards of these nominations, and of those that only the award book has.

    What is to be looked up is told to ``blanks``.
    """
    strangers = _unlisted(listed, campaign)
    found = [*listed, *strangers]
    subjects = sorted({one.entry.subject or "" for one in found}, key=subject_rank)
    kinds = kinds_of_awards(found, campaign)
    whole = tally(found)
    individuals = [one for one in found if one.awarded and one.entry.subject == "individual"]
    before = [_had_before(one, campaign) for one in individuals]
    rows = [_row(one.name, _of(one), found, subjects) for one in kinds if any(map(_of(one), found))]
    states = _states(whole)
    return AwardsPart(
        states=states,
        subjects=[_subject(word) for word in subjects],
        by_award=rows,
        total=_row("Cộng", lambda _: True, found, subjects),
        by_review=_by_review(found, campaign, subjects),
        by_unit=list(_by_unit(found, campaign)),
        without_unit=_without_unit(found),
        chart=[(title, [getattr(row.counts, f"all_{key}") for row in rows]) for key, title in states.items()],
        shares=[share(one.name, individuals, _of(one)) for one in kinds if any(map(_of(one), individuals))],
        share_total=share("Cộng", individuals, lambda _: True),
        first_time=before.count(False),
        before=before.count(True),
        before_unknown=before.count(None),
        late=sum(_is_late(one, campaign) for one in found),
        money=report_money(found, campaign, blanks),
        awarded=list(_groups(found, kinds, subjects)),
        passed_open=whole.passed_open,
        awarded_open=whole.awarded_open,
        unvoted=whole.unvoted,
        unexplained=[one.entry.nomination.name for one in strangers],
        unbooked=[one.entry.who for one in listed if one.awarded and one.line is None],
    )


def _states(whole: Tally) -> Mapping[str, str]:
    """Return which states are counted, with their titles."""
    if whole.unvoted and not whole.voted:
        return {state: title for state, title in _STATES.items() if state != _PASSED}
    return _STATES


def _unlisted(listed: Sequence[Course], campaign: ResolvedCampaign) -> list[Course]:
    """Return whom the award book has for this campaign, and for the years of its lists, and no list puts forward."""
    known = {id(one.line) for one in listed if one.line}
    years = {one.entry.year for one in listed}
    lines = [line for line in own_lines(campaign) if None in years or line.value.year in years]
    return unlisted([line for line in lines if id(line) not in known], campaign)


def _of(kind: AwardKind) -> Callable[[Course], bool]:
    return lambda one: kind_of(one) == kind


def _subject(word: str) -> str:
    return upper_first(subject_name(word)) if word else "Chưa rõ đối tượng"


def _row(name: str, kept: Callable[[Course], bool], found: Sequence[Course], subjects: Sequence[str]) -> CountRow:
    mine = [one for one in found if kept(one)]
    tallies = [tally(one for one in mine if (one.entry.subject or "") == word) for word in subjects]
    return CountRow(name, _counts(tallies, tally(mine)))


def _counts(tallies: Sequence[Tally], whole: Tally) -> Counts:
    return Counts(
        proposed=[one.proposed for one in tallies],
        passed=[one.passed for one in tallies],
        awarded=[one.awarded for one in tallies],
        all_proposed=whole.proposed,
        all_passed=whole.passed,
        all_awarded=whole.awarded,
    )


def _by_review(found: Sequence[Course], campaign: ResolvedCampaign, subjects: Sequence[str]) -> list[CountRow]:
    """Return the reviews in the order of their years; none where all were put forward at one."""
    reviews = sorted({one.review for one in found}, key=_time_of)
    if len(reviews) < 2:
        return []
    names = campaign.reviews
    rows = []
    for review in reviews:
        mine = [one for one in found if one.review == review]
        rows.append(_row(upper_first(names.name(review)) or "Chưa rõ kỳ", lambda _: True, mine, subjects))
    return rows


def _time_of(review: Review) -> tuple[int, str, str]:
    return review.year or 0, review.phase or "", review.occasion or ""


def _by_unit(found: Sequence[Course], campaign: ResolvedCampaign) -> Iterable[UnitCounts]:
    """Yield the units of the list in their order, those too that put nobody forward; none where all put nobody."""
    if not found:
        return
    for unit in campaign.all_units:
        own = tally(one for one in found if one.entry.unit is unit)
        yield UnitCounts(unit.name, unit.headcount, unit.participants, own.proposed, own.passed, own.awarded)


def _without_unit(found: Sequence[Course]) -> UnitCounts | None:
    mine = [one for one in found if one.entry.unit is None]
    own = tally(mine)
    return UnitCounts("", None, None, own.proposed, own.passed, own.awarded) if mine else None


def _had_before(one: Course, campaign: ResolvedCampaign) -> bool | None:
    """Tell whether somebody had an award before this one; None where the award book does not say for sure."""
    if campaign.register is None or campaign.register_doubted:
        return None
    past = history(one.entry, campaign)
    if not past.sure:
        return None
    if one.unlisted:
        return any(line is not one.line for line in past.lines)
    return any(not same_round(one.entry, line, campaign, one.entry.year) for line in past.lines)


def _is_late(one: Course, campaign: ResolvedCampaign) -> bool:
    occasion = next((known for known in campaign.plan.campaign.occasions if known.id == one.entry.occasion), None)
    day = deadline(occasion, one.entry) if occasion else None
    received = one.entry.nomination.received
    return day is not None and received is not None and received.first > day


def _groups(found: Sequence[Course], kinds: Sequence[AwardKind], subjects: Sequence[str]) -> Iterable[AwardedGroup]:
    """Yield who was awarded: high before low, collectives before individuals, in the order of the lists."""
    for kind in kinds:
        for subject in subjects:
            mine = [one for one in found if one.awarded and _of(kind)(one) and (one.entry.subject or "") == subject]
            rows = [_awarded(number, one) for number, one in enumerate(mine, start=1)]
            if rows:
                yield AwardedGroup(kind.name, _subject(subject), rows)


def _awarded(number: int, one: Course) -> AwardedRow:
    own = one.entry.nomination
    return AwardedRow(number, addressed(own), position_of(one.entry), decision_of(one), own.achievement or "")


def decision_of(one: Course) -> str:
    """Return the decision that gave an award: ``45/QĐ-CTK ngày 02/12/2025``."""
    if one.given:
        told = one.given.decision.value
        return f"{told.number} ngày {told.date}"
    line = one.line.value if one.line else None
    if line is None or not line.decision:
        return ""
    return f"{line.decision} ngày {line.date}" if line.date else line.decision
