"""A session of the council that was read from tables: its record, the cells of its fields, what of it is in doubt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.findings.outcome import ListRow
from thidua_cli.model.council import Council, Member
from thidua_cli.model.council_tables import MemberRow
from thidua_cli.reading.origin import Origin, Record
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.sameness import loose_key
from thidua_cli.vietnamese.text import FEW, listing

_ENTRY = re.compile(r"(members|votes)(?:\[(\d+)\](?:\.(\w+))?)?")
_MEND = "sửa các chỗ thidua báo ở tệp này rồi kiểm tra lại"
MEND_TWICE = "giữ một dòng; hai người trùng tên thì ghi rõ chức vụ, đơn vị của từng người"


@dataclass(frozen=True, slots=True)
class Doubts:
    """What of a session is not known for sure, so that nothing that depends on it is concluded.

    ``members``: the list may lack some, or have too many; ``votes``: one may be missing; ``day``: the day it was held
    on was not understood; ``share``: nor was the part that its own rule asks to agree; ``attendance`` and ``opinions``
    are the indexes of members of whom it is not known. ``cause`` tells why, ``mend`` the remedy, ``place`` where the
    first cause stands.
    """

    file: str = ""
    members: bool = False
    votes: bool = False
    day: bool = False
    share: bool = False
    attendance: frozenset[int] = frozenset()
    opinions: frozenset[int] = frozenset()
    cause: str = "tệp Hội đồng còn chỗ chưa đọc được"
    mend: str = _MEND
    place: Spot | None = None

    @property
    def base(self) -> bool:
        """Whether no share of all members can be told: how many they are is not known, or whose day's law holds."""
        return self.members or self.day


NO_DOUBTS = Doubts()


def nothing_known(file: str, cause: str = "chưa đọc được tệp Hội đồng", mend: str = _MEND) -> Doubts:
    """Return the doubts on a session of which the file could not be read."""
    return Doubts(file, members=True, votes=True, day=True, cause=cause, mend=mend)


def members_twice(members: Sequence[Member | MemberRow]) -> list[int]:
    """Return the indexes of members who stand in the list before, unless post or unit tells two of a name apart."""
    known: dict[str, list[Member | MemberRow]] = {}
    again: list[int] = []
    for index, member in enumerate(members):
        namesakes = known.setdefault(loose_key(own_name(member.name)), [])
        if any(_may_be_one(member, other) for other in namesakes):
            again.append(index)
        namesakes.append(member)
    return again


def _may_be_one(one: Member | MemberRow, other: Member | MemberRow) -> bool:
    pairs = ((one.post, other.post), (one.unit, other.unit))
    return all(not left or not right or loose_key(left) == loose_key(right) for left, right in pairs)


def doubts_of(session: Record[Council]) -> Doubts:
    """Return the doubts on a session that was typed in full: members who stand in its list twice."""
    members = session.value.members
    again = members_twice(members)
    if not again:
        return NO_DOUBTS
    names = listing((members[index].name for index in again), "và", most=FEW, others="người nữa")
    cause = f"có ở hai dòng của danh sách thành viên: {names}"
    place = session.origin.spot(f"members[{again[0]}].name")
    return Doubts(session.origin.file, members=True, cause=cause, mend=MEND_TWICE, place=place)


@dataclass(frozen=True, slots=True)
class SessionTable(Origin):
    """The origin of a session: the rows of its members and votes, and the cells of its facts."""

    path: str
    members: Sequence[Origin]
    votes: Sequence[Origin]
    facts: Mapping[str, Spot]

    @property
    def key(self) -> RecordKey:  # noqa: D102
        return RecordKey(self.path, "")

    def spot(self, field: str = "") -> Spot:
        """Return the cell of a field, or of what stands deeper: ``votes[2].agree``, ``issued``."""
        return replace(self._cell(field), record=self.key)

    def _cell(self, field: str) -> Spot:
        found = _ENTRY.fullmatch(field)
        rows = self.votes if found and found[1] == "votes" else self.members
        if found and rows:
            return rows[int(found[2] or 0)].spot(found[3] or "")
        return self.facts.get(field) or self.members[0].spot("")


@dataclass
class Session:
    """What a file of tables tells of a session; ``record`` is None where that is no session."""

    record: Record[Council] | None
    doubts: Doubts
    faults: list[Diagnostic] = field(default_factory=list)
    views: list[ListRow] = field(default_factory=list)
