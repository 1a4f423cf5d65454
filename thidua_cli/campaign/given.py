"""Who was given an award (được tặng): which nominee each name in ``decisions.yaml`` means, and what the book knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import history, lines_by_id, same_round, unit_names
from thidua_cli.campaign.misnamed import borne, meant_perhaps, name_beside, other_name
from thidua_cli.campaign.register_lines import Line
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.decision import Awarded, Decision, Excepted
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.sameness import same_name, unit_key
from thidua_cli.vietnamese.text import FEW, fold


@dataclass(frozen=True, slots=True)
class Given:
    """An award that a decision gives: the decision, and the place of the nominee in its list, counted from 0."""

    decision: Record[Decision]
    index: int

    @property
    def awarded(self) -> Awarded:
        """What the decision says of the nominee."""
        return self.decision.value.awarded[self.index]

    @property
    def register_number(self) -> int | None:
        """The number in the award book (số sổ vàng), where the decision tells the first."""
        first = self.decision.value.register_from
        return None if first is None else first + self.index


@dataclass(slots=True)
class Decided:
    """What each nominee was given, and who was left out and why, by the identity of the entry; ``findings`` of names.

    ``sure`` tells whether all that was decided is known: no decision was left unread, none has an unclear name.
    """

    of: dict[int, Given] = field(default_factory=dict)
    left_out: dict[int, Excepted] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    sure: bool = True

    def given(self, entry: Entry) -> Given | None:
        """Return what the decisions give a nominee."""
        return self.of.get(id(entry))


def decided(context: ResolvedCampaign) -> Decided:
    """Match the names of all decisions to the nominees; a name that may be two is nobody's."""
    found, awards, reviews, guesses = Decided(), context.award_names, context.reviews, Guesses()
    for record in context.facts.decisions:
        _Matcher(context, record, awards, reviews.of(record.value), guesses).enter(found)
    found.sure = not found.findings and "decisions" not in context.facts.doubted
    return found


def booked(said: Awarded, lines: Iterable[Line], context: ResolvedCampaign) -> list[Line]:
    """Return the lines of the award book that are of whom a decision names: by the id of the nomination, else by name.

    ``lines`` are those of the decision.
    """
    known, entries = list(lines), [one for one in context.called(said) if one.is_called(said)]
    ids = {fold(one.nomination.id or "") for one in entries} - {""}
    of_id = [line for line in known if fold(line.value.nomination or "") in ids]
    if of_id:
        return of_id
    named = [line for line in known if same_name(line.value.name, name_of(said, context))]
    units = {unit_key(one.unit_name) for one in entries}
    return [line for line in named if unit_key(line.value.unit or "") in units] or named


def name_of(said: Awarded, context: ResolvedCampaign) -> str:
    """Return the name that the lists give to whom a decision calls by an id; of one that is unclear, the id."""
    same = context.called(said)
    return said.name or (same[0].nomination.name if same else said.told)


class _Matcher:
    """Finds the nominees of one decision."""

    def __init__(
        self,
        context: ResolvedCampaign,
        record: Record[Decision],
        awards: AwardNames,
        review: Review,
        guesses: Guesses,
    ) -> None:
        self.context, self.record, self.names, self.review = context, record, awards, review
        self.guesses = guesses
        self.awards: list[PlanAward] = []

    def enter(self, found: Decided) -> None:
        decision = self.record.value
        for index, typed in enumerate(decision.awards):
            meant = self.names.find(typed, None)
            if meant.problem:
                found.findings.append(self._finding("unknown-award", f"awards[{index}]", *meant.problem))
            else:
                self.awards += meant.awards
        for index, awarded in enumerate(decision.awarded):
            path = f"awarded[{index}].{awarded.key}"
            entry = self._one(awarded, path, found)
            if entry and id(entry) in found.of:
                found.findings.append(self._twice(entry, path, found.of[id(entry)]))
            elif entry:
                found.of[id(entry)] = Given(self.record, index)
        for index, excepted in enumerate(decision.excepted):
            path = f"excepted[{index}].{excepted.key}"
            entry = self._one(excepted, path, found)
            if entry and id(entry) in found.of:
                found.findings.append(self._both(entry, path, found.of[id(entry)]))
            elif entry:
                found.left_out[id(entry)] = excepted

    def _one(self, said: Awarded | Excepted, path: str, found: Decided) -> Entry | None:
        meant = [entry for entry in self.context.called(said) if self._is_meant(said, entry)]
        if len(meant) == 1:
            return meant[0]
        found.findings.append(self._unclear(said, path, meant))
        return None

    def _is_meant(self, said: Awarded | Excepted, entry: Entry) -> bool:
        if not entry.is_called(said) or entry.award is None:
            return False
        if not self.review.may_be(Review(entry.occasion, entry.phase, entry.year)):
            return False
        if said.unit and not self._in_unit(said.unit, entry):
            return False
        fitting = self.names.fitting(said.award) if said.award else self.awards
        return entry.award in fitting and entry.award in self.awards

    def _in_unit(self, unit: str, entry: Entry) -> bool:
        named = unit_key(unit) in unit_names(entry)
        return named or (entry.unit is not None and self.context.known_units.means(unit) is entry.unit)

    def _unclear(self, said: Awarded | Excepted, path: str, meant: Sequence[Entry]) -> Finding:
        if meant:
            message = f"có {len(meant)} đề nghị mang {borne(said)}, không rõ quyết định này nói đề nghị nào"
            hint = name_beside(said)
            hint = hint or "ghi thêm unit (đơn vị), award (hình thức) cho dòng này; occasion hoặc year cho quyết định"
            others = tuple((entry.origin.spot("name"), entry.who) for entry in meant[:FEW])
            return self._finding("decision-unclear", path, message, hint, others)
        of_name = self.context.called(said)
        same = [one for one in of_name if one.is_called(said)]
        if not same and (wrong := other_name(said, of_name)):
            return self._finding("decision-unclear", path, *wrong)
        if same:
            message = f"{said.told} có được đề nghị, nhưng không phải với hình thức, đơn vị, kỳ của quyết định này"
            award = f", {award_name(same[0].award)}" if same[0].award else ", chưa rõ hình thức"
            return self._finding("decision-unclear", path, message, f"danh sách ghi {same[0].who}{award}")
        message = f"quyết định tặng {said.told} nhưng danh sách không đề nghị {'mã' if said.id else 'tên'} này"
        hint = meant_perhaps(said, self.context, self.guesses)
        hint = hint or "bổ sung vào danh sách đề nghị, hoặc sửa trong decisions.yaml"
        return self._finding("decision-unclear", path, message, hint)

    def _twice(self, entry: Entry, path: str, before: Given) -> Finding:
        message = f"{entry.nomination.name} được tặng hai lần cho cùng một đề nghị"
        where = before.decision.origin.spot(f"awarded[{before.index}].{before.awarded.key}")
        return self._finding("decision-unclear", path, message, "giữ một chỗ", ((where, "đã ghi ở đây"),))

    def _both(self, entry: Entry, path: str, before: Given) -> Finding:
        message = f"{entry.nomination.name} vừa được tặng vừa bị để lại (excepted)"
        where = before.decision.origin.spot(f"awarded[{before.index}].{before.awarded.key}")
        return self._finding("decision-unclear", path, message, "giữ một chỗ theo quyết định", ((where, "được tặng"),))

    def _finding(self, code: str, path: str, message: str, hint: str, others: tuple = ()) -> Finding:  # type: ignore[type-arg]
        told = About(message, self.record.origin.key)
        return Finding(code, self.record.origin.spot(path), message, hint, about=told, others=others)


def in_the_book(entry: Entry, context: ResolvedCampaign) -> Line | None:
    """Return the line of the award book that is the result of this very nomination, where that is sure.

    A line that tells the nomination's id is his whatever name it has: the list may have been corrected since.
    """
    form = entry.award.form if entry.award else ""
    by_id = next((line for line in lines_by_id(entry, context) if line.value.award == form), None)
    if by_id:
        return by_id
    past = history(entry, context)
    if not past.sure:
        return None
    return next((line for line in past.lines if same_round(entry, line, context, entry.year)), None)
