"""The script of handing over (kịch bản trao thưởng): who is called when, what is read, how the sheets are stacked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.ceremony.calling import (
    Handover,
    awarded,
    ceremony_facts,
    ceremony_name,
    handovers,
    of_its_review,
    told,
    when,
)
from thidua_cli.papers.common import Frame, frame
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import WHERE, Which, issued, layout_in
from thidua_cli.papers.selection import asked_review

DOC = "script"


@dataclass(frozen=True)
class Script(Frame):
    """A script; ``total`` is how many are called."""

    movement: str
    when: str
    place: str
    handovers: Sequence[Handover]
    total: int
    more: Sequence[str]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the script of one ceremony."""
    asked = of_its_review(campaign, asked)
    which = Which(DOC, review=asked_review(campaign, asked))
    issuing, own, blanks = issued(campaign, which, "kich_ban"), ceremony_facts(campaign, which), Blanks(asked.draft)
    layout = layout_in(campaign, issuing, asked.day)
    found = awarded(campaign, asked, blanks)
    if not own.row:
        blanks.lacks("số người mỗi lượt lên sân khấu", f"ghi row ở mục doc: {DOC} của {WHERE}")
    paper = Script(
        **vars(frame(issuing, layout, ceremony_name(campaign))),
        movement=movement(campaign.plan),
        when=when(own, DOC, blanks),
        place=told(own.place, "place", "địa điểm tổ chức lễ", DOC, blanks),
        handovers=handovers(campaign, found, own, blanks),
        total=len(found),
        more=own.paragraphs,
    )
    blanks.refuse(PAPER_NAMES[DOC])
    yield Document("kich-ban", paper, blanks.missing)
