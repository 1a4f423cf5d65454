"""The minutes of a unit's own review (biên bản họp bình xét): its nominees, with blanks for what the meeting says.

The votes in lists and sessions are those of the council: they have no place here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.awards import award_name
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, SignatureBlock, frame
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.dossiers.unit_issuing import issued_by_unit
from thidua_cli.papers.dossiers.unit_reviews import UnitReview, refuse_unknown_awards, unit_reviews
from thidua_cli.papers.movement_name import movement, review_beside
from thidua_cli.papers.own_facts import Which, layout_in, own_facts
from thidua_cli.papers.people import addressed, position_of

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
    for one in unit_reviews(campaign, asked):
        yield _document(campaign, asked, one)


def _document(campaign: ResolvedCampaign, asked: Asked, one: UnitReview) -> Document:
    blanks, unit, entries = Blanks(asked.draft), one.unit, one.entries
    refuse_unknown_awards(entries, blanks, PAPER_NAMES[DOC])
    which = Which(DOC, unit=unit or None, review=one.review)
    own, issuing = own_facts(campaign, which), issued_by_unit(campaign, which, "bien_ban", unit)
    layout = layout_in(campaign, issuing, asked.day)
    paper = frame(replace(issuing, archive=()), layout, f"Họp bình xét, đề nghị khen thưởng {movement(campaign.plan)}")
    signers = [
        SignatureBlock("", (), layout.words["secretary"], "", _NAMED),
        SignatureBlock("", (), layout.words["chair"], own.chair or "", _NAMED),
    ]
    minutes = UnitMinutes(
        **{**vars(paper), "signers": signers},
        movement=movement(campaign.plan),
        review=review_beside(campaign, one.review),
        at=own.at or "",
        place=own.place or "",
        chair=own.chair or "",
        headcount=entries[0].unit.headcount if entries[0].unit else None,
        rows=[_row(number, entry) for number, entry in enumerate(entries, start=1)],
        paragraphs=own.paragraphs,
        end_mark=layout.end_mark,
    )
    return Document(f"bien-ban-binh-xet-{one.stem}", minutes, blanks.missing)


def _row(number: int, entry: Entry) -> Reviewed:
    award = award_name(entry.award) if entry.award else ""
    return Reviewed(number, addressed(entry.nomination), position_of(entry), award)
