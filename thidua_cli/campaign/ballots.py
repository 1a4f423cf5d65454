"""Which nominee each vote of each session is for, and who was put off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import unit_names
from thidua_cli.campaign.misnamed import borne, meant_perhaps, name_beside, other_name
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.campaign.unit_names import UnitNames
from thidua_cli.findings.about import About, Spot
from thidua_cli.findings.diagnostic import Finding, Others
from thidua_cli.model.awards import award_name
from thidua_cli.model.council import PutOff, Vote
from thidua_cli.reading.origin import YamlEntry
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.sameness import unit_key
from thidua_cli.vietnamese.text import FEW


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a session on one nominee."""

    sitting: Sitting
    index: int
    part: ClassVar[str]
    what: ClassVar[str]

    def spot(self, field: str) -> Spot:
        """Return the place of one of its fields."""
        return self.sitting.spot(f"{self.part}[{self.index}].{field}")


@dataclass(frozen=True, slots=True)
class Cast(_Line):
    """The count for one nominee, in the session that voted."""

    part = "votes"
    what = "kết quả phiếu"

    @property
    def said(self) -> Vote:
        """The count as it was read."""
        return self.sitting.council.votes[self.index]

    @property
    def agree(self) -> int:
        """How many agree."""
        return self.said.agree

    @property
    def members(self) -> int | None:
        """Of how many members; None where that is not known for sure."""
        return self.sitting.members


@dataclass(frozen=True, slots=True)
class Deferral(_Line):
    """A nominee whom a session put off."""

    part = "put_off"
    what = "dòng hoãn"

    @property
    def said(self) -> PutOff:
        """The line as it was read."""
        return self.sitting.council.put_off[self.index]


@dataclass(slots=True)
class Ballots:
    """The vote for each nominee, by the identity of the entry; and the lines that are for nobody.

    ``again`` are further votes for one who has a vote already, ``perhaps`` votes that may be for an entry, or for
    another; ``put_off`` where sessions put it off.
    """

    sessions: tuple[Sitting, ...] = ()
    of: dict[int, Cast] = field(default_factory=dict)
    again: dict[int, list[Cast]] = field(default_factory=dict)
    perhaps: dict[int, list[Cast]] = field(default_factory=dict)
    put_off: dict[int, list[Deferral]] = field(default_factory=dict)
    findings: list[Callable[[], Finding]] = field(default_factory=list)

    def sittings(self, entry: Entry) -> tuple[Sitting, ...]:
        """Return the session that voted on an entry, else all that can have it before them."""
        cast = self.of.get(id(entry))
        return (cast.sitting,) if cast else tuple(one for one in self.sessions if one.may_review(entry))


def match(context: ResolvedCampaign) -> Ballots:
    """Match the votes of all sessions to the nominees; a vote that may be for two is for none."""
    ballots, guesses, awards = Ballots(tuple(context.sessions)), Guesses(), context.award_names
    for line in _lines(context):
        said, sitting = line.said, line.sitting
        same = context.called(said)
        meant = [one for one in same if sitting.may_review(one) and _is_for(said, one, awards, context.known_units)]
        if len(meant) == 1:
            _enter(ballots, line, meant[0])
            continue
        if meant:
            ballots.findings.append(partial(_several, line, meant))
        else:
            ballots.findings.append(partial(_nobody, context, line, guesses))
        for entry in meant or same:
            if isinstance(line, Cast):
                ballots.perhaps.setdefault(id(entry), []).append(line)
    ballots.findings += _put_off_and_voted(ballots, context)
    return ballots


def _lines(context: ResolvedCampaign) -> Iterator[Cast | Deferral]:
    for sitting in context.sessions:
        yield from (Cast(sitting, index) for index in range(len(sitting.council.votes)))
        yield from (Deferral(sitting, index) for index in range(len(sitting.council.put_off)))


def _enter(ballots: Ballots, line: Cast | Deferral, entry: Entry) -> None:
    """Take a line that is for one entry; a second vote is told."""
    before = ballots.of.get(id(entry))
    if isinstance(line, Deferral):
        ballots.put_off.setdefault(id(entry), []).append(line)
    elif before:
        ballots.again.setdefault(id(entry), []).append(line)
        ballots.findings.append(partial(_twice, line, before, entry))
    else:
        ballots.of[id(entry)] = line


def _put_off_and_voted(ballots: Ballots, context: ResolvedCampaign) -> Iterator[Callable[[], Finding]]:
    """Yield what to tell of those who have a vote, and were put off by a session that is not surely before it."""
    for entry in context.entries:
        cast = ballots.of.get(id(entry))
        for line in ballots.put_off.get(id(entry), ()):
            if cast and not line.sitting.is_before(cast.sitting):
                yield partial(_both, line, cast, entry)


def _is_for(said: Vote | PutOff, entry: Entry, awards: AwardNames, units: UnitNames) -> bool:
    """Tell whether a line can be for a nominee; an award that is not known yet can be any."""
    if not entry.is_called(said):
        return False
    in_unit = not said.unit or unit_key(said.unit) in unit_names(entry)
    in_unit = in_unit or (entry.unit is not None and units.means(said.unit or "") is entry.unit)
    return in_unit and (not said.award or entry.award is None or entry.award in awards.fitting(said.award))


def _nobody(context: ResolvedCampaign, line: Cast | Deferral, guesses: Guesses) -> Finding:
    said, name = line.said, line.said.told
    same = context.called(said)
    named = [entry for entry in same if entry.is_called(said)]
    if not named and (wrong := other_name(said, same)):
        message, hint = wrong
    elif named and not any(map(line.sitting.may_review, named)):
        message = f"{name} có được đề nghị, nhưng không phải ở kỳ, giai đoạn, năm mà phiên họp này xét"
        hint = "chuyển sang tệp của phiên họp xét kỳ ấy, hoặc xem lại occasion, phase, year của phiên họp"
    elif named:
        message = f"{name} có được đề nghị, nhưng không phải với đơn vị, hình thức ghi ở đây"
        hint = f"danh sách ghi {named[0].who}" + (f", {award_name(named[0].award)}" if named[0].award else "")
    else:
        message = f"có {line.what} cho {name} nhưng danh sách không đề nghị {'mã' if said.id else 'tên'} này"
        added = "dòng phiếu" if isinstance(line, Cast) else "dòng"
        hint = meant_perhaps(said, context, guesses) or f"bổ sung vào danh sách đề nghị, hoặc bỏ {added} này"
    return _finding(line, message, hint, About(name))


def _several(line: Cast | Deferral, meant: list[Entry]) -> Finding:
    whose = "phiếu này" if isinstance(line, Cast) else "dòng này"
    message = f"có {len(meant)} đề nghị mang {borne(line.said)}, không rõ {whose} cho đề nghị nào"
    hint = "ghi thêm cột “Đơn vị” và “Hình thức” cho dòng này"
    if isinstance(line.sitting.record.origin, YamlEntry):
        hint = "ghi thêm unit (đơn vị) và award (hình thức) cho dòng này"
    hint = name_beside(line.said) or hint
    others = tuple((entry.origin.spot("name"), entry.who) for entry in meant[:FEW])
    return _finding(line, message, hint, About(line.said.told), others)


def _twice(line: Cast, before: Cast, entry: Entry) -> Finding:
    message = f"{entry.nomination.name} có hai kết quả phiếu cho cùng một đề nghị"
    hint = "giữ một kết quả theo biên bản kiểm phiếu"
    if line.sitting is not before.sitting:
        message += ", ở hai phiên họp"
        hint += "; phiên trước hoãn thì ghi vào put_off của phiên ấy, hai kỳ xét thì ghi occasion hoặc year ở mỗi phiên"
    others = ((_place(before), "kết quả đã ghi ở đây"),)
    return _finding(line, message, hint, entry.about, others)


def _both(line: Deferral, cast: Cast, entry: Entry) -> Finding:
    message = f"{entry.nomination.name} vừa có kết quả phiếu vừa ghi là hoãn ở cùng một phiên họp"
    hint = "giữ một trong hai theo biên bản"
    if line.sitting is not cast.sitting:
        message = f"{entry.nomination.name} có kết quả phiếu ở phiên khác, mà không rõ phiên ấy họp sau phiên hoãn này"
        hint = "ghi ngày họp (held) ở cả hai phiên; phiên sau mới hoãn thì bỏ kết quả phiếu hoặc bỏ dòng hoãn"
    return _finding(line, message, hint, entry.about, ((_place(cast), "kết quả phiếu"),))


def _place(line: Cast | Deferral) -> Spot:
    return line.spot(line.said.key)


def _finding(line: Cast | Deferral, message: str, hint: str, about: About, others: Others = ()) -> Finding:
    return Finding("vote-unclear", _place(line), message, hint, about=about, others=others)
