"""One nominee twice: in a list, across units, under two spellings; and several awards for one nominee."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeAlias

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.identity import Doubt, award_of, slot_of, unit_name_key
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.campaign.likeness import Trait, agreeing, together
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.eligibility import Exclusion, exclusions
from thidua_cli.law.merit import Principle, principle
from thidua_cli.model.awards import award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.vietnamese.id_numbers import id_keys
from thidua_cli.vietnamese.text import FEW, a_few, listing

Slot: TypeAlias = tuple[Trait, Trait, Trait, Trait]
"""Award, occasion, phase, year."""

_WHOLE_DATE = 3  # year, month and day
_TOLD_BY = (("kỳ xét", "occasion"), ("giai đoạn", "phase"), ("năm xét", "year"))


def repeated(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees proposed twice for one award, or for awards that do not go together."""
    found = context.nominees
    for entries in found.same:
        yield from _twice(entries)
        yield from _conflicts(entries, context)
    for one, other in found.other_name:
        yield _other_name(one, other)
    for doubt in found.doubts:
        yield _doubt(doubt)


def _twice(entries: list[Entry]) -> Iterator[Finding]:
    first: dict[Slot, Entry] = {}
    for entry in entries:
        before = first.setdefault(_slot(entry), entry)
        if before is not entry:
            yield _duplicate(entry, before)
    slots = dict(enumerate(map(_slot, entries)))
    maybe = together(slots)
    for numbers in maybe:
        if len({slots[number] for number in numbers}) > 1:
            yield _perhaps_twice([entries[number] for number in numbers])
    units = {unit_name_key(entry.unit_name): entry for entry in reversed(entries) if entry.unit_name}
    if len(maybe) > 1 and len(units) > 1:
        second, one, *_ = units.values()
        yield _two_units(second, one)


def _slot(entry: Entry) -> Slot:
    return (award_of(entry),), *slot_of(entry)


def _duplicate(entry: Entry, before: Entry) -> Finding:
    name, spelt = entry.nomination.name, before.nomination.name
    told = f" (dòng trước ghi là “{spelt}”)" if name != spelt else ""
    where = f", ở {before.unit_name}" if before.unit_name != entry.unit_name else ""
    award = f" {award_name(entry.award)}" if entry.award else ""
    certain = id_keys(entry.nomination.id_number) and id_keys(before.nomination.id_number)
    message = f"“{name}” được đề nghị{award} hai lần{told}{where}"
    hint = "bỏ một dòng" if certain or not _person(entry) else f"bỏ một dòng; {_apart((before, entry))}"
    others = ((before.origin.spot("name"), "đã đề nghị ở đây"),)
    if not award_of(entry) and entry.possible_awards:  # nobody knows that both are for one award
        message = f"“{name}” có ở hai dòng{told}{where}, chưa rõ có cùng một hình thức không"
        hint = f"ghi hình thức của từng dòng; nếu là một đề nghị thì {hint}"
        return entry.finding("duplicate-nominee", "name", message, hint, severity=Severity.WARNING, others=others)
    return entry.finding("duplicate-nominee", "name", message, hint, others=others)


def _perhaps_twice(entries: list[Entry]) -> Finding:
    """Tell of nominations for one award that are one if what some leave open is what the others tell."""
    slots = {_slot(entry): entry for entry in reversed(entries)}
    first, second, *more = reversed(slots.values())
    told = [title for title, field in _TOLD_BY if len({bool(getattr(entry, field)) for entry in entries}) > 1]
    award = f" {award_name(second.award)}" if second.award else ""
    message = f"“{second.nomination.name}” có thể được đề nghị{award} hai lần: có dòng không ghi {listing(told, 'và')}"
    hint = f"ghi đủ {listing(told, 'và')} ở từng dòng, hoặc bỏ một dòng nếu là một đề nghị"
    others = tuple((entry.origin.spot("name"), "cũng đề nghị ở đây") for entry in (first, *more[: FEW - 1]))
    known = dict(enumerate(_slot(entry) for entry in entries if id_keys(entry.nomination.id_number)))
    certain = any(known[some[0]] != known[rest[0]] for some, rest in agreeing(known))
    severity = None if certain else Severity.WARNING
    return second.finding("duplicate-nominee", "name", message, hint, severity=severity, others=others)


def _two_units(entry: Entry, before: Entry) -> Finding:
    message = f"“{entry.nomination.name}” do hai đơn vị đề nghị: {before.unit_name} và {entry.unit_name}"
    hint = "để một đơn vị đề nghị; xem lại nơi công tác và số định danh"
    others = ((before.origin.spot("name"), "đã đề nghị ở đây"),)
    return entry.finding("duplicate-nominee", "name", message, hint, severity=Severity.WARNING, others=others)


def _other_name(first: Entry, other: Entry) -> Finding:
    name, spelt = first.nomination.name, other.nomination.name
    message = f"số định danh {other.nomination.id_number} ghi cho hai tên: “{name}” và “{spelt}”"
    hint = "xem lại số định danh, hoặc tên nếu là một người"
    others = ((first.origin.spot("id_number"), "đã ghi ở đây"),)
    return other.finding("duplicate-nominee", "id_number", message, hint, severity=Severity.WARNING, others=others)


def _doubt(doubt: Doubt) -> Finding:
    first, second, *more = doubt.people
    names = list(dict.fromkeys(entry.nomination.name for entry in doubt.people))
    called = listing((f"“{name}”" for name in names), "và", most=FEW, others="cách ghi khác")
    message = f"{called} {_places(doubt.people)}{_one_birth(doubt.people)}"
    hint = f"cần xác nhận có phải một{' người' if _person(second) else ''}; {_apart(doubt.people)}"
    severity = Severity.WARNING if doubt.likely else Severity.NOTE
    others = tuple((entry.origin.spot("name"), "cùng tên ở đây") for entry in (first, *more[: FEW - 2]))
    return second.finding("duplicate-nominee", "name", message, hint, severity=severity, others=others)


def _places(people: list[Entry]) -> str:
    """Return where those of one name are: ``có ở nhiều đơn vị: Phòng A, Phòng B``."""
    units = list(dict.fromkeys(entry.unit_name for entry in people if entry.unit_name))
    untold = any(not entry.unit_name for entry in people)
    if len(units) > 1:
        return f"có ở nhiều đơn vị: {a_few(units, FEW, 'nơi khác')}{'; có dòng không ghi đơn vị' if untold else ''}"
    unsure = f"chưa rõ là mấy {'người' if _person(people[0]) else subject_name(people[0].subject or '')}"
    if not units:
        return f"có ở nhiều dòng không ghi đơn vị, {unsure}"
    if untold:
        return f"có ở {units[0]} và ở dòng không ghi đơn vị, {unsure}"
    return f"có ở nhiều dòng của {units[0]}, {unsure}"


def _one_birth(people: list[Entry]) -> str:
    """Return what all births have in common, a year at least: ``, cùng năm sinh 1990``; empty for nothing."""
    births = [entry.nomination.born for entry in people]
    told = [born.typed.split("-") for born in births if born]
    if len(told) < len(births) or len({parts[0] for parts in told}) > 1:
        return ""
    if all(len(parts) == _WHOLE_DATE and parts == told[0] for parts in told):
        return f", cùng ngày sinh {births[0]}"
    return f", cùng năm sinh {told[0][0]}"


def _person(entry: Entry) -> bool:
    return entry.subject in (None, "individual")


def _apart(people: Sequence[Entry]) -> str:
    """Return how to tell nominees of one name apart: by what is not told of all of them."""
    if not _person(people[-1]):
        return "nếu khác nhau thì ghi đủ tên và đơn vị của từng dòng"
    born = [entry.nomination.born for entry in people]
    lacking = [] if all(entry.unit_name for entry in people) else ["đơn vị"]
    lacking.append("số định danh")
    if not all(one and len(one.typed.split("-")) == _WHOLE_DATE for one in born):
        lacking.append("ngày sinh")
    return f"nếu là hai người khác nhau thì ghi {listing(lacking)} của từng người"


def _conflicts(entries: list[Entry], context: CampaignContext) -> Iterator[Finding]:
    """Find awards of one nominee, at one review, that do not go together; each award is told of once.

    Titles of one year form a ladder (Lao động tiên tiến, Chiến sĩ thi đua cơ sở ...) and are no conflict.
    """
    awarded = {number: entry for number, entry in enumerate(entries) if entry.award}
    pairs: set[tuple[int, int]] = set()
    for some, others in agreeing({number: slot_of(entry) for number, entry in awarded.items()}):
        firsts = [{award_of(awarded[number]): number for number in reversed(one)}.values() for one in (some, others)]
        pairs |= {(min(pair), max(pair)) for pair in product(*firsts)}
    told: set[int] = set()
    for one, other in sorted(pairs):
        if other not in told and (found := _conflict(awarded[one], awarded[other], context)):
            told.add(other)
            yield found


def _conflict(before: Entry, entry: Entry, context: CampaignContext) -> Finding | None:
    """Return the weightiest reason why the two awards do not go together."""
    one, other = before.award, entry.award
    if one is None or other is None or one.id == other.id:
        return None
    day = law_day(entry, context)
    forms, kinds = {one.form, other.form}, [award(one.form).kind, award(other.form).kind]
    levels = [award(one.form).level, award(other.form).level]
    several = principle("several_forms", day) if kinds == ["form", "form"] else None
    severity = None
    excluding = next((found for found in exclusions(day) if set(found.awards) == forms), None)
    reason: Exclusion | Principle | None = excluding
    if reason is None and levels == ["state", "state"]:
        reason = principle("two_of_state", day)
    if several and (reason is None or weight(reason)):
        reason = several
        # Regular emulation reviews the merits of a whole year: two forms may be for two of them.
        severity = Severity.WARNING if context.plan.campaign.mode == "regular" else None
    if reason is None and kinds[0] != kinds[1]:
        reason = principle("title_and_form", day)
    if reason is None:
        return None
    message = f"“{entry.nomination.name}” được đề nghị cả {award_name(one)} và {award_name(other)}"
    hint = f"quy định: {reason.text}; giữ một, hoặc nêu rõ thành tích riêng của từng đề nghị"
    others = ((before.origin.spot("award"), f"đề nghị {award_name(one)} ở đây"),)
    severity = severity or weight(reason)
    if slot_of(before) != slot_of(entry):
        severity = Severity.WARNING  # which reviews they are for is not told
    return entry.finding("award-conflict", "award", message, hint, basis(reason), severity, others=others)


CHECKS = (repeated,)
