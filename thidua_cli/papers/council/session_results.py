"""What a session of the council did with each nominee before it, for its minutes and the record of the count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from thidua_cli.campaign.ballots import Ballots, Cast, Deferral, match
from thidua_cli.campaign.course import review_of
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.passed import Standing, State, asked_share, standing
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.model.awards import award_name
from thidua_cli.model.council import PutOff, Vote
from thidua_cli.papers.council.session_paper import SessionPaper
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.selection import in_list_order
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import FEW, listing

_SEE = "xem bằng lệnh thidua check rồi sửa tệp Hội đồng, danh sách đề nghị"
_VERDICTS = {State.PASSED: "Thông qua", State.REFUSED: "Không thông qua"}
_OPEN = "chưa rõ"
_Line = TypeVar("_Line", Vote, PutOff)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One nominee with his votes; ``percent`` is of all members, ``verdict`` says whether he passed.

    ``against`` and ``none`` are None where the session does not tell them.
    """

    number: int
    name: str
    position: str
    award: str
    agree: int
    against: int | None
    none: int | None
    percent: str
    verdict: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A nominee who did not pass as proposed, was put off, or was not voted on; ``reason`` as told, else computed."""

    name: str
    award: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What was asked of votes on ``awards``: ``said`` of all members, that is ``needed`` votes, by ``citation``."""

    awards: str
    said: str
    needed: int
    citation: str


@dataclass(frozen=True, slots=True)
class SessionResults:
    """All that a session did; every nominee who stood before it is in one of the lists.

    ``remarks`` are those who passed with a word on it: raised, lowered.
    """

    rows: Sequence[ResultRow]
    shares: Sequence[ShareRow]
    passed: int
    refused: Sequence[CaseRow]
    put_off: Sequence[CaseRow]
    remarks: Sequence[CaseRow]
    not_voted: Sequence[CaseRow]


def before(sitting: Sitting, ballots: Ballots, entries: Iterable[Entry]) -> list[Entry]:
    """Return the nominees who stand before a session: those of its lines, and others of the reviews that these are of.

    A session that has no line yet has all before it whom it may review and no other session voted on.
    """
    known = list(entries)
    own = {id(one) for one in known if _lines_of(one, sitting, ballots)}
    reviews = {review_of(one) for one in known if id(one) in own}
    may_be = [one for one in known if id(one) in own or sitting in ballots.sittings(one)]
    return [one for one in may_be if id(one) in own or not reviews or review_of(one) in reviews]


def _lines_of(entry: Entry, sitting: Sitting, ballots: Ballots) -> list[Cast | Deferral]:
    casts = [ballots.of[id(entry)]] if id(entry) in ballots.of else []
    lines: list[Cast | Deferral] = [*casts, *ballots.again.get(id(entry), ()), *ballots.put_off.get(id(entry), ())]
    return [one for one in lines if one.sitting is sitting]


def reviewed_by(paper: SessionPaper) -> list[Review]:
    """Return the reviews that the nominees before a session are of, each once."""
    entries = paper.campaign.entries
    return list(dict.fromkeys(map(review_of, before(paper.sitting, match(paper.campaign), entries))))


def results_of(paper: SessionPaper) -> SessionResults:
    """Return what the session did, from its lines as they are matched; what is not known is asked for."""
    return _Reader(paper).results()


class _Reader:
    """Reads what a session did with each nominee."""

    def __init__(self, paper: SessionPaper) -> None:
        self.paper, self.sitting = paper, paper.sitting
        self.campaign: ResolvedCampaign = paper.campaign
        self.ballots = match(self.campaign)
        self.rows: list[ResultRow] = []
        self.shares: dict[tuple[str, int, str], dict[str, None]] = {}
        self.refused: list[CaseRow] = []
        self.put_off: list[CaseRow] = []
        self.remarks: list[CaseRow] = []
        self.not_voted: list[CaseRow] = []
        self.open: list[str] = []

    def results(self) -> SessionResults:
        """Return all of it; what is open is told together."""
        here = in_list_order(self.campaign, before(self.sitting, self.ballots, self.campaign.entries))
        taken: set[tuple[str, int]] = set()
        for entry in here:
            lines = _lines_of(entry, self.sitting, self.ballots)
            taken.update((line.part, line.index) for line in lines)
            self._read(entry, lines)
        self._unmatched(taken)
        for path, message in self.sitting.ballot_faults():
            self.paper.blanks.lacks(f"số phiếu khớp nhau ({message})", self.paper.where(path))
        if self.open:
            told = listing(self.open, "và", most=FEW, others="đề nghị nữa")
            self.paper.blanks.lacks(f"kết luận về {told}", _SEE)
        shares = [ShareRow(listing(awards, "và"), *told) for told, awards in self.shares.items()]
        passed = sum(row.verdict == _VERDICTS[State.PASSED] for row in self.rows)
        return SessionResults(self.rows, shares, passed, self.refused, self.put_off, self.remarks, self.not_voted)

    def _read(self, entry: Entry, lines: Sequence[Cast | Deferral]) -> None:
        """Put one nominee where he belongs; two lines of one session on him are one too many."""
        casts = [one for one in lines if isinstance(one, Cast)]
        deferrals = [one for one in lines if isinstance(one, Deferral)]
        name, award = addressed(entry.nomination), award_name(entry.award) if entry.award else _OPEN
        self.put_off += [CaseRow(name, award, one.said.reason) for one in deferrals]
        found = standing(entry, self.ballots, self.campaign)
        if len(lines) > 1:
            self.open.append(f"{entry.who} (phiên họp ghi {len(lines)} dòng)")
        elif deferrals:
            return
        for cast in casts:
            self._voted(entry, found, cast, cast.agree)
        if casts:
            return
        if found.cast is None and found.agree is not None:
            self._voted(entry, found, None, found.agree)
        elif found.state is State.UNKNOWN:
            self.open.append(f"{entry.who} ({found.why})")
            self.not_voted.append(CaseRow(name, award, found.why))
        else:
            self.not_voted.append(CaseRow(name, award, found.why))

    def _voted(self, entry: Entry, found: Standing, cast: Cast | None, agree: int) -> None:
        """Add the row of a vote; ``cast`` is None where the list of nominees tells it in its own columns."""
        name, award = addressed(entry.nomination), award_name(entry.award) if entry.award else _OPEN
        members, state, why = self.sitting.members, found.state, found.why
        if cast is None and found.members != members and state is not State.UNKNOWN:
            state, why = State.UNKNOWN, "danh sách tính phiếu trên số thành viên khác"
        if state not in _VERDICTS:
            self.open.append(f"{entry.who} ({why})")
        said = cast.said if cast else Vote(name=entry.nomination.name, agree=agree)
        self._add(name, position_of(entry), award, said, _VERDICTS.get(state, _OPEN))
        if state is State.REFUSED:
            self.refused.append(CaseRow(name, award, said.reason or why))
        elif said.reason:
            self.remarks.append(CaseRow(name, award, said.reason))
        share = asked_share(entry, cast, self.campaign) if cast else None
        if share:
            self.shares.setdefault((share.said, share.needed, share.citation), {})[award] = None

    def _add(self, name: str, position: str, award: str, vote: Vote, verdict: str) -> None:
        members, number = self.sitting.members, len(self.rows) + 1
        percent = written(vote.agree * 100 / members) if members else ""
        against, none = self.sitting.not_agreeing(vote)
        row = ResultRow(number, name, position, award, vote.agree, against, none, percent, verdict)
        self.rows.append(row)

    def _unmatched(self, taken: set[tuple[str, int]]) -> None:
        """Lines for nobody in the lists, or for one of several, are shown and asked for: none is left out."""
        for index, vote in _left(self.sitting.council.votes, Cast.part, taken):
            self._add(vote.told, vote.unit or "", vote.award or _OPEN, vote, _OPEN)
            self.open.append(f"{vote.told} (dòng phiếu {index + 1} chưa rõ cho đề nghị nào)")
        for index, line in _left(self.sitting.council.put_off, Deferral.part, taken):
            self.put_off.append(CaseRow(line.told, line.award or _OPEN, line.reason))
            self.open.append(f"{line.told} (dòng hoãn {index + 1} chưa rõ cho đề nghị nào)")


def _left(lines: Sequence[_Line], part: str, taken: set[tuple[str, int]]) -> Iterator[tuple[int, _Line]]:
    return ((index, line) for index, line in enumerate(lines) if (part, index) not in taken)
