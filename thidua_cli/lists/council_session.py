"""A session of the council that was read from tables: its record, the cells of its fields, what of it is in doubt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.findings.diagnostic import Diagnostic, Others
from thidua_cli.findings.outcome import ListRow
from thidua_cli.lists.members_twice import members_twice
from thidua_cli.model.council import Council, Member
from thidua_cli.reading.origin import Origin, Record
from thidua_cli.vietnamese.text import FEW

_ENTRY = re.compile(r"(members|votes)(?:\[(\d+)\](?:\.(\w+))?)?")
_MEND = "sửa các chỗ thidua báo ở tệp này rồi kiểm tra lại"
_MEND_TWICE = (
    "một người thì giữ một dòng; hai người trùng tên thì ghi đơn vị của từng người, "
    "hoặc ghi sau tên: Nguyễn Văn A (1970), Nguyễn Văn A (1985)"
)


@dataclass(frozen=True, slots=True)
class Doubts:
    """What of a session is not known for sure, so that nothing that depends on it is concluded.

    ``members``: the list may lack some, or have too many; ``votes``: one may be missing; ``day``: the day it was held
    on was not understood; ``share``: nor was the part that its own rule asks to agree; ``attendance`` and ``opinions``
    are the indexes of members of whom it is not known. ``cause`` tells why, ``mend`` the remedy, ``place`` where the
    first cause stands, ``others`` further places of it.
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
    others: Others = ()

    @property
    def base(self) -> bool:
        """Whether no share of all members can be told: how many they are is not known, or whose day's law holds."""
        return self.members or self.day


NO_DOUBTS = Doubts()


def nothing_known(file: str, cause: str = "chưa đọc được tệp Hội đồng", mend: str = _MEND) -> Doubts:
    """Return the doubts on a session of which the file could not be read."""
    return Doubts(file, members=True, votes=True, day=True, cause=cause, mend=mend)


def doubts_of(session: Record[Council]) -> Doubts:
    """Return the doubts on a session that was typed in full: members who may stand in its list twice."""
    return doubting_twice(Doubts(session.origin.file), session.value.members, session.origin)


def doubting_twice(doubts: Doubts, members: Sequence[Member], origin: Origin) -> Doubts:
    """Return the doubts on a session, and with them those on members who may be one person in two lines.

    Where the one line says present, the other away, it is not known whether that person was there.
    """
    pairs = members_twice(members)
    if not pairs:
        return doubts
    told = "; ".join(_both(members[one], members[other]) for one, other in pairs[:FEW])
    unlike = frozenset(index for pair in pairs for index in pair if _differ([members[at] for at in pair]))
    spots = [(origin.spot(f"members[{one}].name"), origin.spot(f"members[{other}].name")) for one, other in pairs]
    return replace(
        doubts,
        members=True,
        attendance=doubts.attendance | unlike,
        opinions=doubts.opinions | unlike,
        cause=f"hai dòng của danh sách thành viên có thể là một người: {told}",
        mend=_MEND_TWICE,
        place=spots[0][1],
        others=tuple((spot, "dòng kia") for pair in spots for spot in pair if spot != spots[0][1])[: 2 * FEW],
    )


def _both(one: Member, other: Member) -> str:
    """Return two members as a message tells them, with their posts; once where both lines say the same."""
    told = [f"{member.name} ({member.post})" if member.post else member.name for member in (one, other)]
    return " và ".join(dict.fromkeys(told))


def _differ(members: Sequence[Member]) -> bool:
    return len({(member.present, member.written_opinion) for member in members}) > 1


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
