"""Nominations against the register: awards given already, doubtful identity, lists that disagree with the book."""

from collections.abc import Iterator, Sequence
from itertools import islice

from thidua_cli.campaign.book_words import CODE, BookWords
from thidua_cli.campaign.booked import differing
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import History, history, same_round
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.campaign.register_lines import Line, is_of, years_of
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.merit import principle
from thidua_cli.model.awards import award_name
from thidua_cli.model.prior import PriorAward
from thidua_cli.vietnamese.id_numbers import id_keys
from thidua_cli.vietnamese.sameness import decision_key, loose_key
from thidua_cli.vietnamese.text import FEW, a_few, listing


def known_nominees(context: CampaignContext) -> Iterator[Finding]:
    """Look at each nominee of whom the register holds something, or somebody of the same name."""
    if not context.register:
        return
    names, ids = context.past.by_name, context.past.by_id
    told: set[str] = set()
    for entry in context.entries:
        own_ids = id_keys(entry.nomination.id_number)
        if loose_key(entry.nomination.name) in names or any(key in ids for key in own_ids):
            past = history(entry, context)
            given = (line for line in past.lines if same_round(entry, line, context, entry.year))
            repeated = (_second_award(entry, line, context) for line in given)
            yield from islice(filter(None, repeated), 1)
            yield from _identity(entry, past, context)
            yield from _unknown_units(past, told, context)


def _unknown_units(past: History, told: set[str], context: CampaignContext) -> Iterator[Finding]:
    """Note units that the list does not know where it depends on them whose line it is; each name once."""
    for line in past.possible:
        unit = line.value.unit
        if unit and unit not in told and context.known_units.lacks(unit):
            told.add(unit)
            where, about = line.origin.spot("unit"), About(line.value.name, line.origin.key)
            message, hint = context.known_units.unknown(unit)
            yield Finding("unknown-unit", where, f"{message} (sổ khen thưởng)", hint, "", Severity.NOTE, about=about)


def _second_award(entry: Entry, line: Line, context: CampaignContext) -> Finding | None:
    """A decision after the nomination is its own result; one before it makes it a second nomination."""
    own = context.decided.given(entry)
    if own and _same_decision(own.decision.value.number, line.value.decision):
        return None
    received, decided = entry.nomination.received, line.value.date
    before = decided.last < received.first if received and decided else None
    if received and decided and decided.first >= received.first:
        return None
    rule = principle("several_times", law_day(entry, context))
    assert entry.award is not None
    told = "" if before else "; nếu đó là kết quả của chính lần đề nghị này thì ghi ngày nhận hồ sơ (received)"
    message = f"đã được tặng {award_name(entry.award)} trong phong trào này{_decision(line)}"
    hint = f"bỏ đề nghị này, hoặc nêu rõ thành tích mới của lần xét này{told}"
    severity = weight(rule) if before and rule else Severity.WARNING
    others = ((line.origin.spot("name"), "dòng trong sổ khen thưởng"),)
    return entry.finding("award-repeated", "name", message, hint, basis(rule) if rule else "", severity, others=others)


def _identity(entry: Entry, past: History, context: CampaignContext) -> Iterator[Finding]:
    """Note a nominee who may, or may not, be somebody that the register knows."""
    person = entry.subject in (None, "individual")
    possible = [
        line
        for line in past.possible
        if person or not (entry.unit_name and line.value.unit) or same_round(entry, line, context, entry.year)
    ]
    if possible or past.doubt:
        lines = possible or past.lines
        message = past.doubt or f"sổ có tên trùng hoặc gần trùng: {_listed(possible)}; chưa tính là của người này"
        others = tuple((line.origin.spot("name"), "dòng trong sổ khen thưởng") for line in lines[:FEW])
        yield entry.finding("identity-unsure", "name", message, others=others)


def disagreements(context: CampaignContext) -> Iterator[Finding]:
    """Find prior awards in a nominee's own list that the register contradicts."""
    if not context.register:
        return
    for entry in context.entries:
        if entry.nomination.prior:
            past = history(entry, context)
            for claim in entry.nomination.prior:
                yield from _disagreement(entry, claim, past, context)


def _disagreement(entry: Entry, claim: PriorAward, past: History, context: CampaignContext) -> Iterator[Finding]:
    if claim.year is None:
        return
    mine = _of(claim, past.lines)
    if mine:
        if claim.decision and not any(_same_decision(claim.decision, line.value.decision) for line in mine):
            message = f"ghi {_named(claim)} theo Quyết định số {claim.decision}, sổ ghi{_decision(mine[0])}"
            yield _differs(entry, message, "đối chiếu với quyết định gốc rồi sửa nơi sai", mine[0])
        return
    listed = context.past.given.get((claim.award, claim.year))
    if listed and not context.past.doubted and not _of(claim, past.possible):
        others = sorted({line.value.year for line in past.lines if line.value.award == claim.award})
        told = f"; sổ có của người này các năm {listing(map(str, others), 'và')}" if others else ""
        message = f"ghi {_named(claim)} nhưng sổ có quyết định năm đó mà không có tên này{told}"
        yield _differs(entry, message, "đối chiếu với quyết định gốc; sửa danh sách, hoặc bổ sung sổ", listed)


def _differs(entry: Entry, message: str, hint: str, line: Line) -> Finding:
    other = (line.origin.spot("decision"), "quyết định trong sổ khen thưởng")
    return entry.finding("prior-differs", "prior", message, hint, others=(other,))


def _of(claim: PriorAward, lines: Sequence[Line]) -> list[Line]:
    """Return the lines that can be meant; those of the year of merit come before those decided in that year."""
    found = [line for line in lines if line.value.award == claim.award and claim.year in set(years_of(line))]
    return sorted(found, key=lambda line: line.value.year != claim.year)


def _same_decision(claimed: str, written: str | None) -> bool:
    """``12`` and ``12/QĐ-UBND`` are one number."""
    one, other = decision_key(claimed), decision_key(written)
    return not other or one == other or one.partition("/")[0] == other or one == other.partition("/")[0]


def corrections(context: CampaignContext) -> Iterator[Finding]:
    """Find corrections in the register of which it is not clear what they correct."""
    if context.register:
        for line in context.past.unclear:
            message = f"không rõ dòng này đính chính dòng nào của Quyết định số {line.value.corrects}"
            about = About(line.value.name, line.origin.key)
            yield Finding("correction-unclear", line.origin.spot("corrects"), message, about=about)


def unclear_words(context: CampaignContext) -> Iterator[Finding]:
    """Find cells of the register of which nobody knows what they say: statistics count them as not told."""
    words = BookWords(context.plan)
    for line in context.register or ():
        about = About(line.value.name, line.origin.key)
        for field, (message, hint) in words.problems(line.value):
            yield Finding(CODE, line.origin.spot(field), f"{message} trong sổ khen thưởng", hint, about=about)


def reissues(context: CampaignContext) -> Iterator[Finding]:
    """Find lines on certificates issued again of which nobody can tell whether they are awards of their own."""
    for line, other in context.past.unclear_reissues:
        said = "dòng ghi cấp lại, cấp đổi mà sổ còn một dòng nữa của người này, cùng hình thức, cùng năm"
        hint = "ghi ở cột Số quyết định số của quyết định gốc thì dòng này không bị tính là một lần khen nữa"
        where, about = line.origin.spot("decision"), About(line.value.name, line.origin.key)
        others = ((other.origin.spot("decision"), f"dòng kia{_decision(other)}"),)
        yield Finding(CODE, where, said, hint, about=about, others=others)


def _named(claim: PriorAward) -> str:
    found = award(claim.award)
    return f"{found.short or found.name} năm {claim.year}"


def _decision(line: Line) -> str:
    number = f" theo Quyết định số {line.value.decision}" if line.value.decision else ""
    return f"{number} ngày {line.value.date}" if line.value.date else f"{number} năm {line.value.year}"


def _listed(lines: list[Line]) -> str:
    """``Nguyễn Văn A, Phòng B (CSTĐCS 2023)``, a few of them."""
    told = []
    for line in lines:
        found, unit = award(line.value.award), f", {line.value.unit}" if line.value.unit else ""
        told.append(f"{line.value.name}{unit} ({found.short or found.name} {line.value.year})")
    return a_few(told, FEW, "dòng nữa", "; ")


def renamed(context: CampaignContext) -> Iterator[Finding]:
    """Find lines of a nomination of this campaign, by its id, that have another name, unit or post than the list.

    Papers that are printed again have those of the list.
    """
    for line in context.past.standing:
        own = line.value
        if not own.nomination or not is_of(line, context.plan.id):
            continue
        entries = context.of_id(own.nomination)
        if len(entries) != 1:
            continue
        for field, booked, listed in differing(own, entries[0]):
            message = f"sổ ghi {booked}, danh sách ghi {listed}, cùng mã đề nghị {own.nomination}"
            others = ((entries[0].origin.spot(field), "trong danh sách"),)
            yield Finding("register-name", line.origin.spot(field), message, about=entries[0].about, others=others)


CHECKS = (known_nominees, disagreements, corrections, unclear_words, reissues, renamed)
