"""The summary list (danh sách trích ngang): who is proposed, by award, with votes and earlier awards."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.ballots import match
from thidua_cli.campaign.course import courses, review_of
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.passed import State
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.errors import ThiduaError
from thidua_cli.model.awards import award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.model.plan import Plan
from thidua_cli.page.layout import Layout
from thidua_cli.papers.common import Frame, frame, reference
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.dossiers.earlier_awards import EarlierAward, earlier_awards
from thidua_cli.papers.issuing import beside_plan
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, issued, layout_in
from thidua_cli.papers.people import addressed, by_level, position_of, subject_rank
from thidua_cli.papers.selection import chosen, in_list_order, narrowing
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
    """Yield one list for each review of each year that anybody is proposed for.

    It hangs on the submission, so those whom the council did not pass stand in neither; they are a note.
    """
    entries = chosen(campaign, asked)
    if not asked.draft:
        _refuse_open(entries)
    left = _not_passed(campaign)
    notes = [f"{one.who} không có trong danh sách: Hội đồng chưa thông qua" for one in entries if one in left]
    entries = [one for one in entries if one not in left]
    reviews = list(dict.fromkeys((one.occasion, one.year) for one in entries)) or [(None, None)]
    for occasion, year in reviews:
        members = [one for one in entries if (one.occasion, one.year) == (occasion, year)]
        alone = len(reviews) == 1 and not asked.occasion
        review = "" if alone else _review(campaign.plan, occasion, year)
        parts = [] if alone else [part for part in (occasion, year) if part]
        stem = "-".join(["danh-sach-de-nghi", *map(str, parts), *narrowing(asked)])
        which = Which("list", review=Review(occasion, year=year))
        yield Document(stem, _summary(campaign, asked, members, review, which), notes=notes)
        notes = []


def _not_passed(campaign: ResolvedCampaign) -> set[Entry]:
    found = courses(campaign) if campaign.sessions else []
    return {one.entry for one in found if one.standing.state in (State.REFUSED, State.PUT_OFF)}


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


def _summary(
    campaign: ResolvedCampaign, asked: Asked, entries: Sequence[Entry], review: str, which: Which
) -> SummaryList:
    plan = campaign.plan
    issuing = issued(campaign, which, "danh_sach")
    layout = layout_in(campaign, issuing, asked.day)
    groups = _groups(campaign, entries, layout)
    total = _counted(entries)
    subjects = ", ".join(subject for subject, _ in total) or "tập thể, cá nhân"
    proposed = f"{subjects} đề nghị khen thưởng {movement(plan)}"
    title = ", ".join(part for part in (upper_first(proposed), review) if part)
    rows = [row for group in groups for part in group.parts for row in part.rows]
    return SummaryList(
        **vars(frame(issuing, layout, title)),
        attached_to=f"(Kèm theo {_submission(campaign, entries, layout)})",
        groups=groups,
        closing=_closing(total, layout),
        has={
            "born": any(row.born for row in rows),
            "votes": any(row.agree is not None for row in rows),
            "held": any(row.held for row in rows),
            "note": any(row.note for row in rows),
        },
    )


def _submission(campaign: ResolvedCampaign, entries: Sequence[Entry], layout: Layout) -> str:
    """Return the one submission that a list hangs on; a list for several authorities leaves its number blank."""
    asked = {Which("submission", one.award.id if one.award else None, review=review_of(one)) for one in entries}
    told = {reference(issued(campaign, which, "to_trinh"), layout) for which in asked}
    if len(told) == 1:
        return told.pop()
    return reference(beside_plan(campaign.plan, "to_trinh"), layout)


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
    ordered = in_list_order(campaign, entries)
    groups: list[AwardGroup] = []
    for award in [*by_level(campaign.plan.awards), None]:
        members = [one for one in ordered if one.award is award]
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
    """Return the awards that a nominee has, each with its years."""
    by_award: dict[str, list[str]] = {}
    for one in earlier_awards(entry, campaign):
        by_award.setdefault(one.name, []).append(_year_and_decision(one))
    return "; ".join(f"{name} {', '.join(filter(None, years))}".rstrip() for name, years in by_award.items())


def _year_and_decision(earlier: EarlierAward) -> str:
    decision = f"(số {earlier.decision})" if earlier.decision else ""
    return " ".join(part for part in (str(earlier.year or ""), decision) if part)
