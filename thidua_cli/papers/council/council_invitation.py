"""The invitation to a session of the council (giấy mời họp Hội đồng); the weekday is computed from the day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.plan import Recipient
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, reference
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.council.session_paper import SessionPaper, described_post, sittings, stem_of
from thidua_cli.papers.issuing import of_plan
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import WHERE

DOC = "council-invitation"
_RECIPIENTS = "Như thành phần mời"


@dataclass(frozen=True)
class Invitation(Frame):
    """The invitation. ``invited`` are members and guests, ``preparation`` who brings what."""

    plan_reference: str
    council: str
    movement: str
    review: str
    invited: Sequence[str]
    chair: str
    time: str
    place: str
    agenda: Sequence[str]
    preparation: Sequence[str]
    contact: str
    more: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield an invitation to each session that is asked for."""
    held = sittings(campaign, asked, DOC)
    for sitting in held:
        paper = SessionPaper(campaign, asked, sitting, DOC, "giay_moi")
        yield Document(stem_of("giay-moi-hop-hoi-dong", sitting, held), _invitation(paper), paper.blanks.missing)


def _invitation(paper: SessionPaper) -> Invitation:
    """Return the invitation; what is lacking raises `LacksError`, unless it is a draft."""
    council, own, plan = paper.council, paper.own, paper.campaign.plan
    recipients = paper.issuing.recipients or [Recipient(to=[_RECIPIENTS])]
    paper.issuing = replace(paper.issuing, recipients=recipients)
    office = paper.campaign.facts.office
    agenda = council.agenda or [step.what for step in own.programme if not step.prepare]
    members = [", ".join(part for part in (one.name, described_post(one)) if part) for one in council.members]
    invitation = Invitation(
        **vars(paper.frame(f"Họp Hội đồng xét khen thưởng {movement(plan)}")),
        plan_reference=reference(of_plan(plan), paper.layout),
        council=paper.fact(council.name or None, "name"),
        movement=movement(plan),
        review=paper.review(),
        invited=[*members, *council.invited],
        chair=paper.described(paper.chair()),
        time=_time(paper),
        place=own.place or paper.fact(council.place, "place"),
        agenda=agenda or [paper.fact(None, "agenda")],
        preparation=[_prepared(step.prepare, step.who or "") for step in own.programme if step.prepare],
        contact=own.contact or (office.value.contact if office else "") or "",
        more=own.paragraphs,
        end_mark=paper.layout.end_mark,
    )
    if paper.sitting.doubts.members:
        paper.blanks.lacks(
            f"chỗ chưa rõ của danh sách thành viên ({paper.sitting.doubts.cause})", paper.sitting.doubts.mend
        )
    _ask_for_order(paper)
    paper.blanks.refuse(PAPER_NAMES[DOC])
    return invitation


def _time(paper: SessionPaper) -> str:
    """Return hour and day of the session, with its weekday; else the time as it is told for this paper."""
    council = paper.council
    known = council.opens is not None and council.held is not None and council.held.day is not None
    if paper.own.at and not known:
        return paper.own.at
    return paper.opening()


def _prepared(what: str, who: str) -> str:
    return f"{who}: {what}" if who else what


def _ask_for_order(paper: SessionPaper) -> None:
    """Nobody is invited to a session after it was held."""
    signed, held = paper.issuing.day, paper.council.held
    if signed and held and signed.first > held.last:
        what = f"ngày ký trước ngày họp (giấy mời ngày {signed}, họp ngày {held})"
        paper.blanks.lacks(what, f"sửa date cho doc: {DOC} trong {WHERE}, hoặc ngày họp")
