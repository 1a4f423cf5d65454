"""The minutes of a session of the council (biên bản họp Hội đồng): one for each session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, SignatureBlock, day_line, signature
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.council.session_paper import Attendance, MemberRow, SessionPaper, sittings, stem_of
from thidua_cli.papers.council.session_results import SessionResults, results_of, reviewed_by
from thidua_cli.papers.movement_name import movement

DOC = "minutes"


@dataclass(frozen=True)
class Minutes(Frame):
    """The minutes. ``opening`` is hour and day; ``signing`` are secretary and chair, ``confirming`` a Party office."""

    council: str
    movement: str
    opening: str
    closing_hour: str
    place: str
    chair: str
    secretary: str
    members: Sequence[MemberRow]
    attendance: Attendance
    has_unit: bool
    invited: Sequence[str]
    agenda: Sequence[str]
    discussion: Sequence[str]
    secret: bool
    results: SessionResults
    conclusions: Sequence[str]
    more: Sequence[str]
    signing: Sequence[SignatureBlock]
    confirming: Sequence[SignatureBlock]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the minutes of each session that is asked for."""
    held = sittings(campaign, asked, DOC)
    for sitting in held:
        paper = SessionPaper(campaign, asked, sitting, DOC, "bien_ban")
        made = _minutes(paper, results_of(paper))
        yield Document(stem_of("bien-ban-hop-hoi-dong", sitting, held), made, paper.blanks.missing)


def _minutes(paper: SessionPaper, results: SessionResults) -> Minutes:
    """Return the minutes; what is lacking raises `LacksError`, unless it is a draft."""
    council, plan = paper.council, paper.campaign.plan
    review = paper.review(reviewed_by(paper))
    title = ", ".join(part for part in (f"Họp xét khen thưởng {movement(plan)}", review) if part)
    chair, secretary, members = paper.chair(), paper.secretary(), paper.members()
    minutes = Minutes(
        **vars(paper.frame(title)),
        council=paper.fact(council.name or None, "name"),
        movement=movement(plan),
        opening=paper.opening(),
        closing_hour=_closing(paper),
        place=paper.fact(council.place, "place"),
        chair=paper.described(chair),
        secretary=paper.described(secretary),
        members=members,
        attendance=paper.attendance(),
        has_unit=any(row.unit for row in members),
        invited=council.invited,
        agenda=council.agenda or [paper.fact(None, "agenda")],
        discussion=council.discussion,
        secret=council.secret_ballot,
        results=results,
        conclusions=council.conclusions or [paper.fact(None, "conclusions")],
        more=paper.own.paragraphs,
        signing=_signing(paper, secretary, chair),
        confirming=_confirming(paper),
        end_mark=paper.layout.end_mark,
    )
    paper.doubts()
    if not results.rows and not results.put_off:
        paper.fact(None, "votes")
    paper.blanks.refuse(PAPER_NAMES[DOC])
    return minutes


def _closing(paper: SessionPaper) -> str:
    """Return the hour at which the session closes, with its day where that is another one."""
    closes, held = paper.council.closes, paper.council.held
    hour = paper.fact(closes, "closes")
    if closes and closes.day and closes.day != held:
        return f"{hour}, {day_line(closes.day)}"
    return f"{hour} cùng ngày"


def _signing(paper: SessionPaper, secretary: str, chair: str) -> list[SignatureBlock]:
    """Return who signs minutes: the secretary on the left, the chair on the right."""
    words = paper.layout.words
    return [
        SignatureBlock("", (), words["secretary"], secretary),
        SignatureBlock("", (), words["chair"], chair),
    ]


def _confirming(paper: SessionPaper) -> list[SignatureBlock]:
    """Return the block by which the office of a Party body confirms the signature of a chair who has no seal.

    It is signed by those whom papers.yaml names for the minutes; a blank to fill in where it names none.
    """
    words, layout = paper.layout.words, paper.layout
    if not words["confirmation"]:
        return []
    blocks = [replace(signature(one, layout), organisation=words["confirmation"]) for one in paper.own.signers]
    return blocks or [SignatureBlock(words["confirmation"], (), "", "")]
