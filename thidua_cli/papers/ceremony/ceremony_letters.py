"""The invitation to a ceremony: a page for each guest who is named, and one for each who is awarded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.plan import Recipient
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
from thidua_cli.papers.contract import BLANK, Asked, Blanks, Document
from thidua_cli.papers.dossiers.appraisal import contact
from thidua_cli.papers.own_facts import Which, issued, layout_in
from thidua_cli.papers.selection import asked_review

DOC = "ceremony-invitation"


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is invited; of one who is awarded also what he is given and when he is called."""

    name: str
    unit: str = ""
    award: str = ""
    decision: str = ""
    called: str = ""


@dataclass(frozen=True)
class CeremonyInvitation(Frame):
    """The invitations, a page each; ``seat`` and ``dress`` are empty where the paper says nothing of them."""

    ceremony: str
    when: str
    place: str
    chair: str
    seat: str
    dress: str
    contact: str
    invited: Sequence[Invited]
    more: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield one file: guests of ``to`` first, then those who are awarded, in the order of the call."""
    asked = of_its_review(campaign, asked)
    which = Which(DOC, review=asked_review(campaign, asked))
    issuing, own, blanks = issued(campaign, which, "giay_moi"), ceremony_facts(campaign, which), Blanks(asked.draft)
    if not issuing.recipients:
        issuing = replace(issuing, recipients=[Recipient(to=["Như thành phần mời"])])
    layout = layout_in(campaign, issuing, asked.day)
    # Who hands over stands on no invitation, so that it is not asked for.
    given = handovers(campaign, awarded(campaign, asked, blanks), own, Blanks(draft=True))
    paper = CeremonyInvitation(
        **vars(frame(issuing, layout, f"Dự {ceremony_name(campaign)}")),
        ceremony=ceremony_name(campaign),
        when=when(own, DOC, blanks),
        place=told(own.place, "place", "địa điểm tổ chức lễ", DOC, blanks),
        chair=told(own.chair, "chair", "người chủ trì lễ", DOC, blanks),
        seat=own.seat or "",
        dress=own.dress or "",
        contact=own.contact or contact(campaign, which, blanks),
        invited=[*map(Invited, own.to), *_awarded(given, in_rows=bool(own.row))] or [Invited(BLANK)],
        more=own.paragraphs,
        end_mark=layout.end_mark,
    )
    blanks.refuse(PAPER_NAMES[DOC])
    yield Document("thu-moi", paper, blanks.missing)


def _awarded(given: Sequence[Handover], *, in_rows: bool) -> Iterator[Invited]:
    for handover in given:
        for row in handover.rows:
            for place, call in enumerate(row.calls, start=1):
                name = f"Đại diện gia đình {call.name}" if call.posthumous else call.name
                called = f"lượt {row.number}, người thứ {place} của lượt" if in_rows else ""
                yield Invited(name, call.unit, call.award, handover.decision, called)
