"""The ballot of a session (phiếu bầu), and the sheet on which absent members give their opinion in writing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.ballots import match
from thidua_cli.campaign.course import courses, review_of
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.passed import State
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.model.awards import award_name
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame
from thidua_cli.papers.contract import BLANK, Asked, Document, LacksError, Missing
from thidua_cli.papers.council.session_paper import SessionPaper, described_post, review_of_session, stem_of, unheld
from thidua_cli.papers.council.session_results import before
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.selection import asked_review, chosen, in_list_order
from thidua_cli.vietnamese.text import FEW, listing

DOC = "ballot"
_SECRET, _WRITTEN = "phieu_bau", "phieu_lay_y_kien"
_DONE = (State.PASSED, State.REFUSED)
_STEMS = {_SECRET: "phieu-bau", _WRITTEN: "phieu-lay-y-kien"}


@dataclass(frozen=True, slots=True)
class BallotRow:
    """One nominee, as in the list that is proposed."""

    number: int
    name: str
    position: str
    award: str


@dataclass(frozen=True, slots=True)
class Voter:
    """Who gives an opinion in writing; empty where that is to be filled in by hand."""

    name: str
    post: str


@dataclass(frozen=True)
class Ballot(Frame):
    """A ballot, or a sheet for each of the ``voters`` who write; a ballot has no voter."""

    council: str
    rows: Sequence[BallotRow]
    voters: Sequence[Voter]
    more: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Poll:
    """One session, held or to come, with the nominees before it, and the end of the names of its files."""

    sitting: Sitting
    nominees: Sequence[Entry]
    suffix: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield ballot and sheets of each session, and of each review that has no session yet.

    A session that votes by show of hands has no ballot, one at which all members are has no sheet.
    """
    polls = _polls(campaign, asked)
    if not polls:
        lacking = Missing("đề nghị chờ bỏ phiếu", "các đề nghị của kỳ này đã có kết quả; xem lại --occasion, --year")
        raise LacksError(PAPER_NAMES[DOC], [lacking])
    made = [(poll, kind) for poll in polls for kind in _kinds(poll.sitting)]
    if not made:
        where = (
            "phiên họp biểu quyết và không ai vắng; không phải vậy thì sửa secret_ballot, present trong council.yaml"
        )
        raise LacksError(PAPER_NAMES[DOC], [Missing("phiên họp bỏ phiếu kín hoặc có thành viên vắng", where)])
    for poll, kind in made:
        paper = SessionPaper(campaign, asked, poll.sitting, DOC, kind)
        ballot = _ballot(paper, poll.nominees, kind)
        yield Document(f"{_STEMS[kind]}{poll.suffix}", ballot, paper.blanks.missing)


def _kinds(sitting: Sitting) -> Iterator[str]:
    """Yield the kinds of paper of a session."""
    if sitting.council.secret_ballot:
        yield _SECRET
    if _voters(sitting):
        yield _WRITTEN


def _polls(campaign: ResolvedCampaign, asked: Asked) -> list[_Poll]:
    """Return each session with the nominees before it; those whom no session has are of one to come, by review.

    Who was awarded, or has his votes in the list itself, waits for none.
    """
    matched, wanted = match(campaign), in_list_order(campaign, chosen(campaign, asked))
    review = asked_review(campaign, asked)
    held = [one for one in campaign.sessions if review.may_be(review_of_session(one))]
    before_it = [(sitting, before(sitting, matched, wanted)) for sitting in held]
    taken = {id(entry) for _, nominees in before_it for entry in nominees}
    done = {id(one.entry) for one in courses(campaign) if one.awarded or one.standing.state in _DONE}
    to_come: dict[Review, list[Entry]] = {}
    for entry in wanted:
        if id(entry) not in taken | done:
            to_come.setdefault(review_of(entry), []).append(entry)
    polls = [_Poll(sitting, nominees, stem_of("", sitting, held)) for sitting, nominees in before_it if nominees]
    polls += [_Poll(unheld(campaign, one), nominees, _told(one)) for one, nominees in to_come.items()]
    if len(polls) == 1:
        return [_Poll(polls[0].sitting, polls[0].nominees, "")]
    return polls


def _told(review: Review) -> str:
    return "".join(f"-{part}" for part in (review.occasion, review.phase, review.year) if part)


def _ballot(paper: SessionPaper, nominees: Sequence[Entry], kind: str) -> Ballot:
    """Return the paper; what is lacking raises `LacksError`, unless it is a draft."""
    review = paper.review([review_of(one) for one in nominees])
    subject = f"Xét khen thưởng {movement(paper.campaign.plan)}"
    ballot = Ballot(
        **vars(paper.frame(", ".join(part for part in (subject, review) if part))),
        council=paper.fact(paper.council.name or None, "name"),
        rows=[_row(number, one) for number, one in enumerate(nominees, start=1)],
        voters=_voters(paper.sitting) if kind == _WRITTEN else (),
        more=paper.own.paragraphs,
    )
    still_open = [one.who for one in nominees if one.award is None]
    if still_open:
        told = listing(still_open, "và", most=FEW, others="đề nghị nữa")
        paper.blanks.lacks(f"hình thức đề nghị của {told}", "xem bằng lệnh thidua check rồi sửa danh sách đề nghị")
    paper.blanks.refuse(PAPER_NAMES[DOC])
    return ballot


def _row(number: int, entry: Entry) -> BallotRow:
    award = award_name(entry.award) if entry.award else BLANK
    return BallotRow(number, addressed(entry.nomination), position_of(entry), award)


def _voters(sitting: Sitting) -> list[Voter]:
    """Return who may give his opinion in writing: the members who are away, or may be; else a name to fill in.

    The name is left blank where it is not known who all the members are, as of a session that nobody has told yet.
    """
    members, doubts = sitting.council.members, sitting.doubts
    away = [one for index, one in enumerate(members) if not one.present or index in doubts.attendance]
    unnamed = [Voter("", "")] if doubts.members or not members else []
    return [*(Voter(one.name, described_post(one)) for one in away), *unnamed]
