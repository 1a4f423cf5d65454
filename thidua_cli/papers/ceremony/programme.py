"""The programme of a ceremony (chương trình lễ trao thưởng): its steps, with hour, who, and what must be ready."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.law.ceremony_steps import CeremonyStep, ceremony_steps
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.ceremony.calling import (
    Handover,
    awarded,
    ceremony_facts,
    ceremony_name,
    handovers,
    hour_of,
    of_its_review,
    told,
    when,
)
from thidua_cli.papers.common import Frame, frame
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.own_facts import Which, issued, layout_in
from thidua_cli.papers.selection import asked_review
from thidua_cli.vietnamese.text import listing, upper_first

DOC = "programme"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One step; what nobody tells is empty, to be filled in by hand."""

    what: str
    time: str
    who: str
    prepare: str


@dataclass(frozen=True)
class Programme(Frame):
    """A programme: when, where, who presides, the steps."""

    when: str
    place: str
    chair: str
    steps: Sequence[ProgrammeRow]
    more: Sequence[str]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the programme: the steps of ``papers.yaml``, else those that are usual, with each award."""
    asked = of_its_review(campaign, asked)
    which = Which(DOC, review=asked_review(campaign, asked))
    issuing, own, blanks = (
        issued(campaign, which, "chuong_trinh_le"),
        ceremony_facts(campaign, which),
        Blanks(asked.draft),
    )
    layout = layout_in(campaign, issuing, asked.day)
    chair = told(own.chair, "chair", "người chủ trì lễ", DOC, blanks)
    paper = Programme(
        **vars(frame(issuing, layout, ceremony_name(campaign))),
        when=when(own, DOC, blanks),
        place=told(own.place, "place", "địa điểm tổ chức lễ", DOC, blanks),
        chair=chair,
        steps=_own_steps(own) or _usual(campaign, asked, own, chair, blanks),
        more=own.paragraphs,
    )
    blanks.refuse(PAPER_NAMES[DOC])
    yield Document("chuong-trinh-le", paper, blanks.missing)


def _own_steps(own: PaperFacts) -> list[ProgrammeRow]:
    return [ProgrammeRow(one.what, one.time or "", one.who or "", one.prepare or "") for one in own.programme]


def _usual(campaign: ResolvedCampaign, asked: Asked, own: PaperFacts, chair: str, blanks: Blanks) -> list[ProgrammeRow]:
    given = handovers(campaign, awarded(campaign, asked, blanks), own, blanks)
    begins = str(hour_of(own) or "")
    superior = own.issuer.superior if own.issuer else campaign.plan.issuer.superior
    rows: list[ProgrammeRow] = []
    for step in ceremony_steps():
        if step.each_award:
            rows += _handed_over(step, given, len(rows) + 1)
        elif superior or not step.superior:
            rows.append(ProgrammeRow(_what(step, given), begins, _who(step, chair, superior), step.prepare))
        begins = ""
    return rows


def _handed_over(step: CeremonyStep, given: Sequence[Handover], number: int) -> Iterator[ProgrammeRow]:
    """Yield a step for each award; what is prepared alike is told at the first, whose ``number`` the others name."""
    prepare = step.prepare
    for one in given:
        yield ProgrammeRow(f"{step.what} {one.award} cho {one.counts}", "", upper_first(one.giver), prepare)
        prepare = f"Như mục {number}" if step.prepare else ""


def _what(step: CeremonyStep, given: Sequence[Handover]) -> str:
    decisions = dict.fromkeys(one.brief for one in given) if step.reads else {}
    return f"{step.what}: {listing(decisions, 'và')}" if decisions else step.what


def _who(step: CeremonyStep, chair: str, superior: str | None) -> str:
    if step.superior:
        return f"Lãnh đạo {superior}"
    return upper_first(chair) if step.chair else step.who
