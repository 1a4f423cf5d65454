"""The record of the count of the ballots (biên bản kiểm phiếu): one for each session that voted on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, SignatureBlock
from thidua_cli.papers.contract import Asked, Document, LacksError, Missing
from thidua_cli.papers.council.session_paper import Attendance, MemberRow, SessionPaper, sittings, stem_of
from thidua_cli.papers.council.session_results import SessionResults, results_of, reviewed_by
from thidua_cli.papers.movement_name import movement
from thidua_cli.vietnamese.text import FEW, listing

DOC = "count"
_COUNTER = "Người kiểm phiếu"
_TALLIES = ("issued", "collected", "valid", "void")


@dataclass(frozen=True, slots=True)
class Ballots:
    """The ballots of the whole session; a blank in a draft where a number is not told."""

    issued: str
    collected: str
    valid: str
    void: str


@dataclass(frozen=True)
class CountRecord(Frame):
    """The record. ``counters`` are told with their posts and sign (``signing``); the chair is ``countersigning``."""

    council: str
    day: str
    place: str
    counters: Sequence[str]
    attendance: Attendance
    away: Sequence[MemberRow]
    ballots: Ballots
    results: SessionResults
    more: Sequence[str]
    signing: Sequence[SignatureBlock]
    countersigning: Sequence[SignatureBlock]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the record of each session that is asked for and voted on paper."""
    held = sittings(campaign, asked, DOC)
    on_paper = [one for one in held if one.council.secret_ballot]
    if not on_paper:
        where = "phiên họp ghi biểu quyết (secret_ballot: false) thì kết quả in ở biên bản họp"
        raise LacksError(PAPER_NAMES[DOC], [Missing("phiên họp bỏ phiếu kín", where)])
    for sitting in on_paper:
        paper = SessionPaper(campaign, asked, sitting, DOC, "bien_ban")
        record = _record(paper, results_of(paper))
        yield Document(stem_of("bien-ban-kiem-phieu", sitting, held), record, paper.blanks.missing)


def _record(paper: SessionPaper, results: SessionResults) -> CountRecord:
    """Return the record; what is lacking raises `LacksError`, unless it is a draft."""
    council = paper.council
    review = paper.review(reviewed_by(paper))
    subject = f"Kiểm phiếu xét khen thưởng {movement(paper.campaign.plan)}"
    if not council.counters:
        paper.fact(None, "counters")
    away = [row for row, one in zip(paper.members(), council.members, strict=True) if not one.present]
    record = CountRecord(
        **vars(paper.frame(", ".join(part for part in (subject, review) if part))),
        council=paper.fact(council.name or None, "name"),
        day=paper.day(),
        place=paper.fact(council.place, "place"),
        counters=[paper.described(name) for name in council.counters],
        attendance=paper.attendance(),
        away=away,
        ballots=Ballots(*(paper.fact(getattr(council, key), key) for key in _TALLIES)),
        results=results,
        more=paper.own.paragraphs,
        signing=[SignatureBlock("", (), _COUNTER, name) for name in council.counters],
        countersigning=[SignatureBlock("", (), paper.layout.words["chair"], paper.chair())],
        end_mark=paper.layout.end_mark,
    )
    _ask(paper, results)
    paper.blanks.refuse(PAPER_NAMES[DOC])
    return record


def _ask(paper: SessionPaper, results: SessionResults) -> None:
    """Ask for what a count may not lack: votes, and for each nominee those against and those that say nothing."""
    paper.doubts()
    if not results.rows:
        paper.fact(None, "votes")
    half_told = [row.name for row in results.rows if row.against is None or row.none is None]
    if half_told:
        names = listing(half_told, "và", most=FEW, others="đề nghị nữa")
        what = f"số phiếu không đồng ý, không có ý kiến đối với {names}"
        paper.blanks.lacks(what, f"{paper.where_of_votes()}, không có phiếu nào thì ghi 0")
