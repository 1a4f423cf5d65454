"""The short form of the reports on achievements (tóm tắt thành tích): all whom a unit puts forward, some lines each.

Where the dossier is a simple one, or a giấy khen is asked for, the head of the unit writes half a page in place of the
author's own report.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.awards import award_name
from thidua_cli.model.terms import PAPER_NAMES, RATINGS
from thidua_cli.papers.common import Frame, frame, signature
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.dossiers.unit_issuing import issued_by_unit
from thidua_cli.papers.dossiers.unit_reviews import UnitReview, refuse_unknown_awards, unit_reviews
from thidua_cli.papers.movement_name import movement, review_beside
from thidua_cli.papers.own_facts import Which, layout_in, own_facts
from thidua_cli.papers.people import addressed, position_of

DOC = "merit-summary"
_SEALED = "(Ký, đóng dấu, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Merit:
    """One nominee; what nobody tells is empty, for the unit to fill in."""

    name: str
    position: str
    born: str
    rating: str
    achievement: str
    award: str


@dataclass(frozen=True)
class MeritSummary(Frame):
    """The summary of one unit at one review."""

    movement: str
    review: str
    rows: Sequence[Merit]
    paragraphs: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the summary of each unit that nominates, for each review."""
    for one in unit_reviews(campaign, asked):
        yield _document(campaign, asked, one)


def _document(campaign: ResolvedCampaign, asked: Asked, one: UnitReview) -> Document:
    blanks = Blanks(asked.draft)
    refuse_unknown_awards(one.entries, blanks, PAPER_NAMES[DOC])
    which = Which(DOC, unit=one.unit or None, review=one.review)
    issuing = issued_by_unit(campaign, which, "bao_cao", one.unit)
    layout = layout_in(campaign, issuing, asked.day)
    subject = f"Tóm tắt thành tích trong {movement(campaign.plan)}"
    paper = frame(replace(issuing, recipients=()), layout, subject)
    summary = MeritSummary(
        **{**vars(paper), "signers": [replace(signature(issuing.signers[0], layout), note=_SEALED)]},
        movement=movement(campaign.plan),
        review=review_beside(campaign, one.review),
        rows=[_merit(entry) for entry in one.entries],
        paragraphs=own_facts(campaign, which).paragraphs,
        end_mark=layout.end_mark,
    )
    return Document(f"tom-tat-thanh-tich-{one.stem}", summary, blanks.missing)


def _merit(entry: Entry) -> Merit:
    own = entry.nomination
    return Merit(
        addressed(own),
        position_of(entry),
        str(own.born or ""),
        RATINGS[own.rating].capitalize() if own.rating else "",
        own.achievement or "",
        award_name(entry.award) if entry.award else "",
    )
