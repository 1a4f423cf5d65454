"""Rows and facts to a session of the council: what is sure becomes its record, what is not becomes a doubt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.attendance import BLANK, Attended, attended, reason_of
from thidua_cli.lists.council_facts import FactBook
from thidua_cli.lists.council_session import (
    Doubts,
    Session,
    SessionTable,
    doubting_twice,
    nothing_known,
)
from thidua_cli.model.council import Council, Member
from thidua_cli.model.council_tables import MANY, MemberRow, VoteRow
from thidua_cli.reading.origin import Record
from thidua_cli.reading.tables.table import Table, TableRow, fault_at
from thidua_cli.vietnamese.text import FEW, listing

Members = Sequence[Record[MemberRow]]
Votes = Sequence[Record[VoteRow]]
_SESSION = ("number", "held", "opens", "closes", "place", "occasion", "phase", "year", *sorted(MANY))
_BALLOTS = ("secret_ballot", "issued", "collected", "valid", "void")
_OF_ATTENDANCE = frozenset(("present", "absent"))
_OF_A_VOTE = ("id", "name", "award", "unit", "agree")
_ATTENDANCE_HINT = "ghi “x” nếu có mặt, “vắng” nếu vắng, “gửi ý kiến bằng văn bản” nếu vắng mà đã gửi ý kiến"


@dataclass
class Unsure:
    """What a file leaves open: members or votes that may be missing, numbers of those present that are not borne out.

    ``prose``: a line that is not understood speaks of attendance; ``lines`` are such rows over votes; ``places`` are
    where members are told who do not agree.
    """

    members: bool = False
    votes: bool = False
    attendance: bool = False
    prose: bool = False
    all: bool = False
    lines: Sequence[RecordKey] = ()
    places: list[Spot] = field(default_factory=list)


def session_of(table: Table, members: Members, votes: Votes, facts: FactBook, unsure: Unsure) -> Session:
    """Return the session that rows and facts make; None for its record, and told, where its base is lacking."""
    name, rule = facts.name(), facts.rule()
    if not members or name is None:
        lacking = [*_no_members(table, members, unsure), *_no_name(table, name, facts)]
        doubts = nothing_known(table.file)
        if members:
            doubts = replace(doubts, cause="chưa rõ tên Hội đồng", place=table.sheets[0].spot(0, 0))
        return Session(None, doubts, [*lacking, *facts.faults])
    there = [attended(one.value, _row(one)) for one in members]
    sure = [one for one in votes if not _is_unsure(one, unsure.lines)]
    told = list(_unclear(members, there))
    unsure.votes |= len(sure) < len(votes)
    told += _counts(facts, members, there, unsure)
    session = Council.model_construct(
        format="council/1",
        name=name,
        rule=rule,
        members=[_member(one.value, seen) for one, seen in zip(members, there, strict=True)],
        votes=[one.value for one in sure],
        **facts.sure((*_SESSION, *_BALLOTS)),
    )
    origin = SessionTable(table.file, [one.origin for one in members], [one.origin for one in sure], facts.spots)
    doubts = doubting_twice(_doubts(table.file, members, there, facts, unsure), session.members, origin)
    return Session(Record(session, origin), doubts, [*facts.faults, *told])


def _row(record: Record[MemberRow] | Record[VoteRow]) -> TableRow:
    assert isinstance(record.origin, TableRow)
    return record.origin


def _is_unsure(vote: Record[VoteRow], lines: Sequence[RecordKey]) -> bool:
    """Tell whether what a vote is for, or how many agree, was told and not read: in its row, or on a line over it."""
    origin = _row(vote)
    key = origin.key
    over = any(line.sheet == key.sheet and int(line.at) <= origin.row for line in lines)
    return (over and vote.value.award is None) or any(origin.left_unread(field) for field in _OF_A_VOTE)


def _member(row: MemberRow, seen: Attended) -> Member:
    present, opinion = seen.present is not False, bool(seen.opinion)
    return Member.model_construct(
        name=row.name,
        post=row.post,
        role=row.role,
        unit=row.unit,
        present=present,
        reason=reason_of(row, seen),
        written_opinion=opinion,
    )


def _doubts(file: str, members: Members, there: Sequence[Attended], facts: FactBook, unsure: Unsure) -> Doubts:
    """Return the doubts; prose on who was there says nothing against a list that has a column for it."""
    told = [bool(_OF_ATTENDANCE.intersection(_row(member).columns)) for member in members]
    open_ = [unsure.attendance or (unsure.prose and not column) for column in told]
    doubts = Doubts(
        file,
        members=unsure.members or unsure.all,
        votes=unsure.votes or unsure.all,
        day="held" in facts.doubted,
        share=facts.share_open,
        attendance=frozenset(at for at, seen in enumerate(there) if seen.present is None or open_[at]),
        opinions=frozenset(at for at, seen in enumerate(there) if seen.opinion is None or open_[at]),
    )
    if not unsure.places:
        return doubts
    return replace(doubts, cause="danh sách thành viên Hội đồng chưa khớp", place=unsure.places[0])


def _no_members(table: Table, members: Members, unsure: Unsure) -> Iterator[Diagnostic]:
    if not members:
        message = "tệp này chưa có danh sách thành viên Hội đồng"
        if unsure.members:
            message = "danh sách thành viên Hội đồng chưa đọc được ai"
        hint = "lập một bảng có các cột STT, Họ và tên, Chức vụ, Chức danh trong Hội đồng, Có mặt; kể cả người vắng"
        yield fault_at(table.sheets[0].spot(0, 0), "column-missing", message, hint)


def _no_name(table: Table, name: str | None, facts: FactBook) -> Iterator[Diagnostic]:
    if name is None and "name" not in facts.doubted:
        hint = "ghi một dòng trên danh sách: “Tên Hội đồng: Hội đồng Thi đua - Khen thưởng …”"
        message = "tệp này chưa ghi tên Hội đồng"
        if facts.several_names:
            message = f"tiêu đề ghi hai tên Hội đồng khác nhau: {listing(facts.several_names[:2], 'và')}"
        yield fault_at(table.sheets[0].spot(0, 0), "missing-key", message, hint)


def _unclear(members: Members, there: Sequence[Attended]) -> Iterator[Diagnostic]:
    """Yield each cell of attendance that is not understood, and once those that are blank."""
    pairs = list(zip(members, there, strict=True))
    for member, seen in pairs:
        if seen.why and seen.why != BLANK:
            spot, name = member.origin.spot(seen.field), member.value.name
            yield fault_at(spot, "bad-value", f"{name}: {seen.why}", _ATTENDANCE_HINT, name)
    blank = [member for member, seen in pairs if seen.why == BLANK]
    if blank:
        names = listing((one.value.name for one in blank), "và", most=FEW, others="người nữa")
        yield fault_at(blank[0].origin.spot("present"), "council-unclear", f"{BLANK}: {names}", _ATTENDANCE_HINT)


def _counts(facts: FactBook, members: Members, there: Sequence[Attended], unsure: Unsure) -> Iterator[Diagnostic]:
    """Yield numbers of members that lines tell and the list does not bear out."""
    here, away = (sum(seen.present is value for seen in there) for value in (True, False))
    open_ = len(there) - here - away
    counted = {
        "total": (len(members), len(members), "thành viên"),
        "attended": (here, here + open_, "người có mặt"),
        "away": (away, away + open_, "người vắng"),
    }
    for fact, (least, most, whom) in counted.items():
        told = facts.sure((fact,)).get(fact, least)
        if least <= told <= most:
            continue
        if fact == "total":
            unsure.members = True
            unsure.places.append(facts.spots[fact])
        unsure.attendance |= fact != "total"
        listed = str(least) if least == most else f"từ {least} đến {most}"
        message = f"dòng này ghi {told} {whom}, danh sách thành viên có {listed}"
        yield fault_at(facts.spots[fact], "council-unclear", message, "đối chiếu với biên bản rồi sửa nơi sai")
