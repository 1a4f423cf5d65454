"""One nominee twice: in a list, across units, under two spellings; and several awards for one nominee."""

from collections.abc import Iterator
from itertools import combinations

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.identity import nominees
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.eligibility import Exclusion, exclusions
from thidua_cli.law.merit import Principle, principle
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import a_few, fold

_SHOWN = 3
_APART = "nếu là hai người khác nhau thì ghi số định danh hoặc ngày sinh của từng người"
Slot = tuple[str, str | None, str | None, int | None]


def repeated(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees proposed twice for one award, or for awards that do not go together."""
    found = nominees(context.entries)
    for entries in found.same:
        yield from _twice(entries)
        yield from _conflicts(entries, context)
    for entries in found.other_name:
        yield _other_name(entries)
    for entries in found.namesakes:
        yield _namesake(entries)


def _twice(entries: list[Entry]) -> Iterator[Finding]:
    first: dict[Slot, Entry] = {}
    for entry in entries:
        before = first.setdefault(_slot(entry), entry)
        if before is not entry:
            yield _duplicate(entry, before)
    across = [entry for entry in first.values() if entry.unit_name != entries[0].unit_name]
    if across and len(first) > 1 and across[0].nomination.id_number:
        yield _two_units(across[0], entries[0])


def _slot(entry: Entry) -> Slot:
    award = entry.award.id if entry.award else fold(entry.nomination.award or "")
    return award, entry.occasion, entry.phase, entry.year


def _duplicate(entry: Entry, before: Entry) -> Finding:
    name, spelt = entry.nomination.name, before.nomination.name
    told = f" (dòng trước ghi là “{spelt}”)" if name != spelt else ""
    where = f", ở {before.unit_name}" if before.unit_name != entry.unit_name else ""
    award = f" {award_name(entry.award)}" if entry.award else ""
    certain = entry.nomination.id_number and before.nomination.id_number
    message = f"“{name}” được đề nghị{award} hai lần{told}{where}"
    hint = "bỏ một dòng" if certain or entry.subject not in (None, "individual") else f"bỏ một dòng; {_APART}"
    others = ((before.origin.spot("name"), "đã đề nghị ở đây"),)
    return entry.finding("duplicate-nominee", "name", message, hint, others=others)


def _two_units(entry: Entry, before: Entry) -> Finding:
    message = f"“{entry.nomination.name}” do hai đơn vị đề nghị: {before.unit_name} và {entry.unit_name}"
    hint = "để một đơn vị đề nghị; xem lại nơi công tác và số định danh"
    others = ((before.origin.spot("name"), "đã đề nghị ở đây"),)
    return entry.finding("duplicate-nominee", "name", message, hint, severity=Severity.WARNING, others=others)


def _other_name(entries: list[Entry]) -> Finding:
    first = entries[0]
    name = first.nomination.name
    other = next(entry for entry in entries if name_key(entry.nomination.name) != name_key(name))
    message = f"số định danh {other.nomination.id_number} ghi cho hai tên: “{name}” và “{other.nomination.name}”"
    hint = "xem lại số định danh, hoặc tên nếu là một người"
    others = ((first.origin.spot("id_number"), "đã ghi ở đây"),)
    return other.finding("duplicate-nominee", "id_number", message, hint, severity=Severity.WARNING, others=others)


def _namesake(entries: list[Entry]) -> Finding:
    first, second, *_ = entries
    born = first.nomination.born
    units = a_few((entry.unit_name or "không ghi đơn vị" for entry in entries), _SHOWN, "nơi khác")
    message = f"“{second.nomination.name}” có ở nhiều đơn vị: {units}" + (f", cùng ngày sinh {born}" if born else "")
    hint = f"cần xác nhận có phải một người; {_APART}"
    severity = Severity.WARNING if born and born.day else Severity.NOTE
    others = tuple((entry.origin.spot("name"), "cùng tên ở đây") for entry in (first, *entries[2:_SHOWN]))
    return second.finding("duplicate-nominee", "name", message, hint, severity=severity, others=others)


def _conflicts(entries: list[Entry], context: CampaignContext) -> Iterator[Finding]:
    """Find awards of one nominee, at one review, that do not go together; each award is told of once.

    Titles of one year form a ladder (Lao động tiên tiến, Chiến sĩ thi đua cơ sở ...) and are no conflict.
    """
    reviews: dict[object, dict[str, tuple[Entry, PlanAward]]] = {}
    for entry in entries:
        if entry.award:
            review = reviews.setdefault((entry.occasion, entry.phase, entry.year), {})
            review.setdefault(entry.award.id, (entry, entry.award))
    for review in reviews.values():
        told: set[str] = set()
        for (before, one), (entry, other) in combinations(review.values(), 2):
            if other.id not in told and (found := _conflict(before, one, entry, other, context)):
                told.add(other.id)
                yield found


def _conflict(
    before: Entry, one: PlanAward, entry: Entry, other: PlanAward, context: CampaignContext
) -> Finding | None:
    """Return the weightiest reason why the two awards do not go together."""
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
    return entry.finding("award-conflict", "award", message, hint, basis(reason), severity, others=others)


CHECKS = (repeated,)
