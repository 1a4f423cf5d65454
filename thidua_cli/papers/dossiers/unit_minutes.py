"""The minutes of a unit's own review (biên bản họp bình xét): its nominees, with blanks for what the meeting says.

The votes in lists and sessions are those of the council: they have no place here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.course import review_of
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review, Reviews
from thidua_cli.model.awards import award_name
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, SignatureBlock, frame
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.dossiers.unit_issuing import issued_by_unit
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, layout_in, own_facts
from thidua_cli.papers.people import addressed, by_level, position_of, subject_rank
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.bodies import slug

DOC = "unit-minutes"
_NAMED = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One whom the unit reviews."""

    number: int
    name: str
    position: str
    award: str


@dataclass(frozen=True)
class UnitMinutes(Frame):
    """The minutes; ``headcount`` is None where nobody tells it: a percentage is of all, not of those present."""

    movement: str
    review: str
    at: str
    place: str
    chair: str
    headcount: int | None
    rows: Sequence[Reviewed]
    paragraphs: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the minutes of each unit that nominates, for each review."""
    entries = chosen(campaign, asked)
    reviews = list(dict.fromkeys(map(review_of, entries)))
    for unit in dict.fromkeys(one.unit_name for one in entries):
        for review in reviews:
            mine = [one for one in entries if one.unit_name == unit and review_of(one) == review]
            if mine:
                parts = [] if len(reviews) == 1 else [review.occasion, review.phase, review.year]
                stem = "-".join(["bien-ban-binh-xet", slug(unit or "chua-ro"), *(str(one) for one in parts if one)])
                yield _document(campaign, asked, mine, review, stem)


def _document(
    campaign: ResolvedCampaign, asked: Asked, entries: Sequence[Entry], review: Review, stem: str
) -> Document:
    blanks, unit = Blanks(asked.draft), entries[0].unit_name
    for one in entries:
        if one.award is None:
            blanks.lacks(f"hình thức đề nghị cho {one.who}", "xem bằng lệnh thidua check rồi sửa danh sách")
    blanks.refuse(PAPER_NAMES[DOC])
    which = Which(DOC, unit=unit or None, review=review)
    own, issuing = own_facts(campaign, which), issued_by_unit(campaign, which, "bien_ban", unit)
    layout = layout_in(campaign, issuing, asked.day)
    paper = frame(replace(issuing, archive=()), layout, f"Họp bình xét, đề nghị khen thưởng {movement(campaign.plan)}")
    signers = [
        SignatureBlock("", (), layout.words["secretary"], "", _NAMED),
        SignatureBlock("", (), layout.words["chair"], own.chair or "", _NAMED),
    ]
    ranked = _ranked(entries, campaign)
    minutes = UnitMinutes(
        **{**vars(paper), "signers": signers},
        movement=movement(campaign.plan),
        review=Reviews(campaign.plan).name(review),
        at=own.at or "",
        place=own.place or "",
        chair=own.chair or "",
        headcount=entries[0].unit.headcount if entries[0].unit else None,
        rows=[_row(number, one) for number, one in enumerate(ranked, start=1)],
        paragraphs=own.paragraphs,
        end_mark=layout.end_mark,
    )
    return Document(stem, minutes, blanks.missing)


def _ranked(entries: Sequence[Entry], campaign: ResolvedCampaign) -> list[Entry]:
    """Return the nominees from high awards to low, collectives before individuals."""
    ranks = {award.id: rank for rank, award in enumerate(by_level(campaign.plan.awards))}
    last = len(ranks)
    return sorted(entries, key=lambda one: (ranks[one.award.id] if one.award else last, subject_rank(one.subject)))


def _row(number: int, entry: Entry) -> Reviewed:
    award = award_name(entry.award) if entry.award else ""
    return Reviewed(number, addressed(entry.nomination), position_of(entry), award)
