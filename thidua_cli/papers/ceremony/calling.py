"""A ceremony: who is called in which order, who hands over, how the sheets are stacked; when and where it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pydantic_core import PydanticCustomError

from thidua_cli.campaign.course import Course, courses
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.fields import subject_name
from thidua_cli.model.hours import Hour, parse_hour
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.paper_keys import CEREMONY_DOCS
from thidua_cli.papers.common import day_line
from thidua_cli.papers.contract import Asked, Blanks
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import WHERE, Which, own_facts, refuse_unread
from thidua_cli.papers.people import addressed, by_level, position_of, subject_rank
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.dates import weekday
from thidua_cli.vietnamese.sameness import decision_key
from thidua_cli.vietnamese.text import fold, listing, nearest, upper_first

_OF_THE_CEREMONY = ("at", "place", "chair", "contact", "programme", "givers", "row", "seat", "dress")
_POSTHUMOUS = "truy tang"


@dataclass(frozen=True, slots=True)
class Call:
    """One who is called: ``number`` in the whole ceremony, ``stacked`` the place in the pile of his row from below."""

    number: int
    name: str
    unit: str
    award: str
    giver: str
    stacked: int
    posthumous: bool


@dataclass(frozen=True, slots=True)
class StageRow:
    """Those who stand on the stage at once, in the order in which they are called."""

    number: int
    calls: Sequence[Call]

    @property
    def stack(self) -> list[Call]:
        """The pile of this row from below: the last who is called lies lowest."""
        return sorted(self.calls, key=lambda one: one.stacked)


@dataclass(frozen=True, slots=True)
class Handover:
    """One award by one decision: who reads what, who hands over, the rows on the stage. ``counts``: ``02 tập thể``.

    ``decision`` names it whole, ``brief`` by its number and day alone.
    """

    award: str
    decision: str
    brief: str
    counts: str
    giver: str
    rows: Sequence[StageRow]


@dataclass(frozen=True, slots=True)
class _Decided:
    """The decision behind an award: of decisions.yaml, else as the award book tells it."""

    number: str
    day: PartialDate | None
    by: str


def of_its_review(campaign: ResolvedCampaign, asked: Asked) -> Asked:
    """Return what is asked, of the one review that papers.yaml tells the ceremony to be of: nothing is given twice."""
    own = [record for record in campaign.facts.papers if record.value.doc in CEREMONY_DOCS]
    refuse_unread(own, campaign)
    told = {campaign.reviews.of(record.value) for record in own}
    if asked.occasion or asked.year is not None or len(told) != 1:
        return asked
    (review,) = told
    return replace(asked, occasion=review.occasion, year=review.year)


def awarded(campaign: ResolvedCampaign, asked: Asked, blanks: Blanks) -> list[Course]:
    """Return those who were awarded, in the order of the call; who may be awarded, and nobody knows, is missing."""
    wanted = {id(entry) for entry in chosen(campaign, asked)}
    found = [one for one in courses(campaign) if id(one.entry) in wanted]
    still_open = sum(one.awarded is None for one in found)
    if still_open:
        what = f"ai được tặng trong {still_open} đề nghị"
        blanks.lacks(what, "sửa decisions.yaml, sổ khen thưởng theo lệnh thidua check")
    given = [one for one in found if one.awarded and one.entry.award]
    if any(one.awarded and one.entry.award is None for one in found):
        blanks.lacks("hình thức của người được tặng", "xem bằng lệnh thidua check rồi sửa danh sách đề nghị")
    if not given:
        blanks.lacks("người được tặng", "ghi quyết định khen thưởng bằng lệnh thidua decide")
    return sorted(given, key=_order(campaign))


def _order(campaign: ResolvedCampaign) -> Callable[[Course], tuple[Any, ...]]:
    """Return the key of the call: award from high to low, decision, collectives first, the living first, its list."""
    ranks = {award.id: place for place, award in enumerate(by_level(campaign.plan.awards))}
    places = {id(entry): place for place, entry in enumerate(campaign.entries)}

    def key(one: Course) -> tuple[Any, ...]:
        decided = _decided(one)
        day = (decided.day.year, decided.day.month or 0, decided.day.day or 0) if decided.day else (0, 0, 0)
        place = one.given.index if one.given else places[id(one.entry)]
        rank = ranks[one.entry.award.id] if one.entry.award else len(ranks)
        in_list = (subject_rank(one.entry.subject), is_posthumous(one), place, places[id(one.entry)])
        return (rank, day, decision_key(decided.number), *in_list)

    return key


def is_posthumous(course: Course) -> bool:
    """Tell whether the list says, in its note, that the award is given after death."""
    return _POSTHUMOUS in fold(course.entry.nomination.note or "")


def _decided(one: Course) -> _Decided:
    if one.given:
        decision = one.given.decision.value
        return _Decided(decision.number, decision.date, decision.decided_by)
    line = one.line.value if one.line else None
    if line is None:
        return _Decided("", None, "")
    return _Decided(line.decision or "", line.date, line.decided_by or "")


def handovers(campaign: ResolvedCampaign, found: Sequence[Course], own: PaperFacts, blanks: Blanks) -> list[Handover]:
    """Return the awards in the order of the call, in rows of as many as ``row`` of ``papers.yaml`` says."""
    _refuse_unknown(own, campaign)
    made: list[Handover] = []
    called = rows = 0
    for (award, decided), group in groupby(found, key=lambda one: (one.entry.award, _decided(one))):
        assert award is not None  # nobody is awarded without one
        members = list(group)
        giver = own.givers.get(award.id) or ""
        giver = blanks.text(giver, f"người trao {award_name(award)}", f"ghi {award.id} trong givers của {WHERE}")
        size = max(own.row or len(members), 1)
        parts = [members[start : start + size] for start in range(0, len(members), size)]
        stage: list[StageRow] = []
        for part in parts:
            rows += 1
            stage.append(StageRow(rows, list(_calls(part, award, giver, called))))
            called += len(part)
        made.append(Handover(award_name(award), _reference(decided), _brief(decided), _counted(members), giver, stage))
    return made


def _calls(part: Sequence[Course], award: PlanAward, giver: str, called: int) -> Iterator[Call]:
    for place, one in enumerate(part):
        entry = one.entry
        name, where = addressed(entry.nomination), position_of(entry)
        yield Call(
            called + place + 1,
            name,
            where,
            award_name(award),
            upper_first(giver),
            len(part) - place,
            is_posthumous(one),
        )


def _reference(decided: _Decided) -> str:
    by = f" của {decided.by}" if decided.by else ""
    return f"Quyết định số {decided.number or '……'} {day_line(decided.day)}{by}"


def _brief(decided: _Decided) -> str:
    day = f" ngày {decided.day}" if decided.day else ""
    return f"số {decided.number or '……'}{day}"


def _counted(members: Sequence[Course]) -> str:
    subjects = sorted({one.entry.subject for one in members}, key=subject_rank)
    counts = [(sum(one.entry.subject == word for one in members), word) for word in subjects]
    return listing([f"{count:02d} {subject_name(word) if word else 'trường hợp'}" for count, word in counts], "và")


def _refuse_unknown(own: PaperFacts, campaign: ResolvedCampaign) -> None:
    known = [award.id for award in campaign.plan.awards]
    unknown = next((key for key in own.givers if key not in known), None)
    if unknown is not None:
        near = nearest(unknown, known)
        hint = f"có phải “{near}”?" if near else f"dùng {listing(known)}"
        raise ThiduaError(f"{WHERE}: givers ghi mã hình thức “{unknown}” không có trong kế hoạch", hint)


def ceremony_facts(campaign: ResolvedCampaign, which: Which) -> PaperFacts:
    """Return what ``papers.yaml`` says of one paper of a ceremony; what is of them all is told beside any of them."""
    own = own_facts(campaign, which)
    others = [own_facts(campaign, replace(which, doc=doc)) for doc in CEREMONY_DOCS if doc != which.doc]
    shared = {name: _first(name, (own, *others)) for name in _OF_THE_CEREMONY}
    return own.model_copy(update=shared)


def _first(name: str, told: Sequence[PaperFacts]) -> Any:
    return next((value for one in told if (value := getattr(one, name))), getattr(told[0], name))


def when(own: PaperFacts, doc: str, blanks: Blanks) -> str:
    """Return hour, weekday and day: ``8 giờ 00, thứ Bảy, ngày 10 tháng 01 năm 2026``; the weekday is computed."""
    hour = hour_of(own)
    day = f"{weekday(hour.day.first)}, {day_line(hour.day)}" if hour and hour.day else None
    where = f"ghi at ở mục doc: {doc} của {WHERE}, đủ giờ và ngày, ví dụ 2026-01-10T08:00"
    return blanks.text(f"{hour}, {day}" if day else None, "giờ, ngày tổ chức lễ", where)


def hour_of(own: PaperFacts) -> Hour | None:
    """Return the hour at which the ceremony begins; None where nobody tells it, or not so that it is understood."""
    try:
        return parse_hour(own.at) if own.at else None
    except PydanticCustomError:
        return None


def told(value: str | None, key: str, what: str, doc: str, blanks: Blanks) -> str:
    """Return what ``papers.yaml`` tells under ``key``, or dots where it does not."""
    return blanks.text(value, what, f"ghi {key} ở mục doc: {doc} của {WHERE}")


def ceremony_name(campaign: ResolvedCampaign) -> str:
    """Return the ceremony as papers name it."""
    return f"Lễ trao thưởng {movement(campaign.plan)}"
