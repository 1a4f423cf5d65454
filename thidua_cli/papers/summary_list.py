"""The summary list (danh sách trích ngang): who is proposed, by award, with votes and earlier awards."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.ballots import match
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import History, history, same_round
from thidua_cli.campaign.law_day import reviewed_year
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.model.awards import award_name
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.fields import subject_name
from thidua_cli.model.plan import Plan
from thidua_cli.model.prior import PriorAward
from thidua_cli.model.register import RegisterEntry
from thidua_cli.page.layout import Layout
from thidua_cli.papers.common import Frame, frame, reference
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.issuing import beside_plan
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import layout_in
from thidua_cli.papers.people import addressed, by_level, position_of, subject_rank
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import FEW, listing, lower_first, upper_first

UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class Nominee:
    """One row; texts as printed, empty where nothing is known; ``percent`` is of all members of the council."""

    number: int
    name: str
    born: str
    position: str
    achievement: str
    agree: int | None
    voters: int | None
    percent: str
    held: str
    note: str


@dataclass(frozen=True, slots=True)
class SubjectPart:
    """The nominees of one subject for one award, numbered from 1."""

    mark: str
    subject: str
    rows: Sequence[Nominee]


@dataclass(frozen=True, slots=True)
class AwardGroup:
    """One award with its parts: collectives before individuals."""

    mark: str
    award: str
    parts: Sequence[SubjectPart]


@dataclass(frozen=True)
class SummaryList(Frame):
    """The frame, the line that names the submission, the groups, the sentence with the sum, the columns in use."""

    attached_to: str
    groups: Sequence[AwardGroup]
    closing: str
    has: dict[str, bool]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield one list for each review of each year that anybody is proposed for."""
    entries = chosen(campaign, asked)
    if not asked.draft:
        _refuse_open(entries)
    reviews = list(dict.fromkeys((one.occasion, one.year) for one in entries)) or [(None, None)]
    for occasion, year in reviews:
        members = [one for one in entries if (one.occasion, one.year) == (occasion, year)]
        alone = len(reviews) == 1 and not asked.occasion
        review = "" if alone else _review(campaign.plan, occasion, year)
        parts = [] if alone else [part for part in (occasion, year) if part]
        stem = "-".join(["danh-sach-de-nghi", *map(str, parts)])
        yield Document(stem, _summary(campaign, asked, members, review))


def _refuse_open(entries: Iterable[Entry]) -> None:
    """A list that is signed says for each name what is asked for."""
    still_open = [one for one in entries if one.award is None or one.subject is None]
    if still_open:
        told = listing([one.who for one in still_open], "và", most=FEW, others="đề nghị nữa")
        message = f"chưa lập được danh sách: chưa rõ hình thức hoặc đối tượng của {told}"
        raise ThiduaError(message, "xem bằng lệnh thidua check rồi sửa; muốn in bản nháp thì thêm --draft")


def _review(plan: Plan, occasion: str | None, year: int | None) -> str:
    name = next((one.name for one in plan.campaign.occasions if one.id == occasion), "")
    when = f"năm {year}" if year and str(year) not in name else ""
    return " ".join(part for part in (lower_first(name), when) if part)


def _summary(campaign: ResolvedCampaign, asked: Asked, entries: Sequence[Entry], review: str) -> SummaryList:
    plan = campaign.plan
    issuing = beside_plan(plan, "danh_sach")
    layout = layout_in(campaign, issuing, asked.day)
    groups = _groups(campaign, entries, layout)
    total = _counted(entries)
    subjects = ", ".join(subject for subject, _ in total) or "tập thể, cá nhân"
    proposed = f"{subjects} đề nghị khen thưởng {movement(plan)}"
    title = ", ".join(part for part in (upper_first(proposed), review) if part)
    rows = [row for group in groups for part in group.parts for row in part.rows]
    return SummaryList(
        **vars(frame(issuing, layout, title)),
        attached_to=f"(Kèm theo {reference(beside_plan(plan, 'to_trinh'), layout)})",
        groups=groups,
        closing=_closing(total, layout),
        has={
            "born": any(row.born for row in rows),
            "votes": any(row.agree is not None for row in rows),
            "held": any(row.held for row in rows),
            "note": any(row.note for row in rows),
        },
    )


def _counted(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    """Return how many there are of each subject, collectives first."""
    subjects = sorted({one.subject for one in entries}, key=subject_rank)
    return [(_subject_word(subject), sum(one.subject == subject for one in entries)) for subject in subjects]


def _closing(total: Sequence[tuple[str, int]], layout: Layout) -> str:
    if not total:
        return f"Danh sách chưa có đề nghị nào{layout.end_mark}"
    counts = ", ".join(f"{count:02d} {subject}" for subject, count in total)
    return f"Danh sách có {sum(count for _, count in total):02d} đề nghị: {counts}{layout.end_mark}"


def _subject_word(subject: str | None) -> str:
    return subject_name(subject) if subject else f"{UNKNOWN} đối tượng"


def _groups(campaign: ResolvedCampaign, entries: Sequence[Entry], layout: Layout) -> list[AwardGroup]:
    """Return the awards from high to low, in each the subjects, in each the units in the order of their list."""
    row_of = _rows(campaign)
    unit_rank = _unit_rank(campaign)
    groups: list[AwardGroup] = []
    for award in [*by_level(campaign.plan.awards), None]:
        members = sorted((one for one in entries if one.award is award), key=unit_rank)
        subjects = sorted({one.subject for one in members}, key=subject_rank)
        parts: list[SubjectPart] = []
        for subject in subjects:
            same = [one for one in members if one.subject == subject]
            rows = [row_of(number, one) for number, one in enumerate(same, start=1)]
            parts.append(SubjectPart(layout.mark(2, len(parts) + 1), _subject_word(subject), rows))
        if parts:
            name = award_name(award) if award else f"{UNKNOWN} hình thức khen thưởng"
            groups.append(AwardGroup(layout.mark(1, len(groups) + 1), name, parts))
    return groups


def _unit_rank(campaign: ResolvedCampaign) -> Callable[[Entry], int]:
    """Return the key that puts units in the order of their list, else in that in which they nominate."""
    places = {id(unit): place for place, unit in enumerate(campaign.all_units)}
    return lambda entry: places[id(entry.unit)] if entry.unit else len(places)


def _rows(campaign: ResolvedCampaign) -> Callable[[int, Entry], Nominee]:
    """Return the function that makes the row of an entry; the votes are matched once."""
    votes = match(campaign).of

    def row(number: int, entry: Entry) -> Nominee:
        own = entry.nomination
        agree, voters = own.agree, own.voters
        if cast := votes.get(id(entry)):
            agree, voters = cast.agree, cast.members
        return Nominee(
            number=number,
            name=addressed(own),
            born=str(own.born) if own.born else "",
            position=position_of(entry),
            achievement=own.achievement or "",
            agree=agree,
            voters=voters,
            percent=_percent(agree, voters),
            held=_held(entry, campaign),
            note=own.note or "",
        )

    return row


def _percent(agree: int | None, voters: int | None) -> str:
    if agree is None or not voters:
        return ""
    return written(agree * 100 / voters)


def _held(entry: Entry, campaign: ResolvedCampaign) -> str:
    """Return the awards that a nominee has: his own list, and the register where it surely speaks of him.

    A list that is printed again later says what it said on its day: neither this award itself, nor what came after.
    """
    past, year, own = history(entry, campaign), reviewed_year(entry, campaign), entry.nomination
    known = list(own.prior)
    told = {(one.award, one.year) for one in known}
    if past.sure:
        until = (line for line in past.lines if not _is_later(line.value, own.received, year))
        earlier = tuple(line for line in until if not same_round(entry, line, campaign, year))
        known += [one for one in History(earlier).awards if (one.award, one.year) not in told]
    by_award: dict[str, list[str]] = {}
    for one in sorted(known, key=lambda one: one.year or 0):
        by_award.setdefault(law_award(one.award).name, []).append(_year_and_decision(one))
    return "; ".join(f"{name} {', '.join(filter(None, years))}".rstrip() for name, years in by_award.items())


def _is_later(award: RegisterEntry, received: PartialDate | None, year: int) -> bool:
    """A decision after the dossier came is later; where that is not known, an award of a later year."""
    return award.date.first > received.last if award.date and received else award.year > year


def _year_and_decision(prior: PriorAward) -> str:
    decision = f"(số {prior.decision})" if prior.decision else ""
    return " ".join(part for part in (str(prior.year or ""), decision) if part)
