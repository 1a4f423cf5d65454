"""The numbers in the award book (số sổ vàng): each is used once a year; book and decisions tell the same; gaps."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thidua_cli.campaign.given import booked, name_of
from thidua_cli.campaign.register_lines import Line, book_number_key
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About, Spot
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.model.decision import Decision
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.sameness import decision_key
from thidua_cli.vietnamese.text import FEW, a_few, fold, listing


@dataclass(frozen=True, slots=True)
class _Use:
    """One use of a number: the number as it counts, as it is written, by whose award of which decision, and where."""

    number: int | str
    written: str
    year: int
    decision: str
    decider: str
    name: str
    spot: Spot
    about: About

    @property
    def by(self) -> str:
        """The decision as messages name it."""
        return f"Quyết định số {self.decision}" if self.decision else "một dòng không ghi quyết định"


def book_numbers(context: CampaignContext) -> Iterator[Finding]:
    """Find numbers that two have, numbers that book and decisions tell differently, and those that nobody has."""
    yield from _differing(context)
    uses = [*_in_book(context), *_in_decisions(context)]
    decisions = (one.value for one in context.facts.decisions)
    numbered = {decision_key(one.number) for one in decisions if one.register_from is not None}
    for year in sorted({one.year for one in uses}):
        own = [one for one in uses if one.year == year]
        yield from _doubles(own, numbered)
        if not context.past.doubted:
            yield from _gaps(own)


def _in_book(context: CampaignContext) -> Iterator[_Use]:
    """Yield the numbers of the lines that count: a certificate issued again keeps the number of its award."""
    for line in context.past.standing:
        own, written = line.value, line.value.book_number
        if written:
            about = About(own.name, line.origin.key)
            spot = line.origin.spot("book_number")
            yield _Use(
                book_number_key(written),
                written,
                _year(line),
                own.decision or "",
                own.decided_by or "",
                own.name,
                spot,
                about,
            )


def _in_decisions(context: CampaignContext) -> Iterator[_Use]:
    """Yield the numbers that a decision gives and no line of the book tells."""
    for record in context.facts.decisions:
        spot, decision = record.origin.spot("register_from"), record.value
        for name, number, line in _numbered(record, context):
            if line is None or not line.value.book_number:
                yield _Use(
                    number, str(number), decision.date.year, decision.number, decision.decided_by, name, spot, About()
                )


def _numbered(record: Record[Decision], context: CampaignContext) -> Iterator[tuple[str, int, Line | None]]:
    """Yield of a decision each name, its number, and its line in the book."""
    first, key = record.value.register_from, decision_key(record.value.number)
    if first is None:
        return
    lines = [line for line in context.past.standing if decision_key(line.value.decision) == key]
    for place, one in enumerate(record.value.awarded):
        own = booked(one, lines, context)
        yield name_of(one, context), first + place, own[0] if len(own) == 1 else None


def _differing(context: CampaignContext) -> Iterator[Finding]:
    for record in context.facts.decisions:
        for name, number, line in _numbered(record, context):
            written = line.value.book_number if line else None
            if line and written and book_number_key(written) != number:
                said = f"sổ ghi số sổ vàng {written} cho {name}, theo decisions.yaml là {number}"
                where, about = line.origin.spot("book_number"), About(line.value.name, line.origin.key)
                others = ((record.origin.spot("register_from"), f"Quyết định số {record.value.number}"),)
                yield Finding("book-number-differs", where, said, about=about, others=others)


def _doubles(uses: Sequence[_Use], numbered: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each two decisions that share numbers, and for each number that one decision has twice.

    Of two that are both ``numbered`` in decisions.yaml it is told there.
    """
    first: dict[int | str, _Use] = {}
    shared: dict[tuple[str, str], list[tuple[_Use, _Use]]] = {}
    for one in uses:
        before = first.setdefault(one.number, one)
        if before is not one:
            shared.setdefault((decision_key(before.decision), decision_key(one.decision)), []).append((before, one))
    from_one = {decision_key(one.decision) for one in uses if one.number == 1}
    for (old, new), pairs in shared.items():
        if old != new and old in numbered and new in numbered:
            continue
        before, one = pairs[0]
        deciders = {fold(before.decider), fold(one.decider)} - {""}
        anew = old != new and (from_one.issuperset((old, new)) or len(deciders) > 1)
        yield _double(pairs, anew=anew)


def _double(pairs: Sequence[tuple[_Use, _Use]], *, anew: bool) -> Finding:
    before, one = pairs[0]
    numbers = a_few([each.written for _, each in pairs], FEW, "số nữa")
    whose = f"{before.name}, {before.by}"
    if len(pairs) > 1:
        whose = before.by
    message = f"số sổ vàng {numbers} năm {one.year} đã ghi cho {whose}; lại ghi cho {one.name}, {one.by}"
    hint, weight = "", None
    if anew:  # the number may be the place in the list of each decision, and each who decides may have a book
        hint = "nếu sổ đánh số lại theo từng quyết định, hoặc mỗi người quyết định một sổ, thì không phải sửa"
        weight = Severity.NOTE
    others = ((before.spot, "đã ghi ở đây"),)
    return Finding("book-number-twice", one.spot, message, hint, "", weight, about=one.about, others=others)


def _gaps(uses: Sequence[_Use]) -> Iterator[Finding]:
    """Yield a note on the numbers that nobody has, between the first and the last of a year."""
    by_number = {one.number: one for one in uses if isinstance(one.number, int)}
    gaps = [(low, high) for low, high in pairwise(sorted(by_number)) if high - low > 1]
    if gaps:
        told = listing([_span(low + 1, high - 1) for low, high in gaps], "và", most=FEW, others="khoảng nữa")
        after = by_number[gaps[0][1]]
        yield Finding("book-number-gap", after.spot, f"sổ vàng năm {after.year} chưa có số {told}", about=after.about)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} đến {high}"


def _year(line: Line) -> int:
    """Return the year whose book a line is in: of the decision, else of the merit."""
    return line.value.date.year if line.value.date else line.value.year


def of_decisions(context: CampaignContext) -> Iterator[Finding]:
    """Find numbers of the award book that two decisions of one year give; two deciders may have a book each."""
    before: list[Record[Decision]] = []
    for record in context.facts.decisions:
        if record.value.register_from is None:
            continue
        for earlier in before:
            if shared := _shared(earlier.value, record.value):
                yield _shared_by(shared, earlier, record, context)
                break
        before.append(record)


def _shared(one: Decision, other: Decision) -> range:
    """Return the numbers that both give; none where their years differ, for a book begins anew."""
    if one.date.year != other.date.year:
        return range(0)
    mine, theirs = _given(one), _given(other)
    return range(max(mine.start, theirs.start), min(mine.stop, theirs.stop))


def _given(decision: Decision) -> range:
    start = decision.register_from or 0
    return range(start, start + len(decision.awarded))


def first_free(context: CampaignContext, own: Decision, decider: str = "") -> int:
    """Return the first number behind all that others have in the year of a decision; ``decider``: in his book alone."""
    others = [
        one.number
        for one in (*_in_book(context), *_in_decisions(context))
        if one.year == own.date.year
        and decision_key(one.decision) != decision_key(own.number)
        and (not decider or fold(one.decider) in ("", fold(decider)))
    ]
    return 1 + max((number for number in others if isinstance(number, int)), default=0)


def _shared_by(shared: range, earlier: Record[Decision], record: Record[Decision], context: CampaignContext) -> Finding:
    told = f"số {shared[0]}" if len(shared) == 1 else f"các số {shared[0]} đến {shared[-1]}"
    own, first = record.value, earlier.value
    message = (
        f"Quyết định số {own.number} vào sổ từ số {own.register_from}, Quyết định số {first.number} "
        f"đã dùng từ số {first.register_from} đến số {_given(first)[-1]}: trùng {told}"
    )
    may_be = _right_where(own, first)
    free = first_free(context, own, "" if may_be else own.decided_by)
    hint = f"số còn trống sau các quyết định khác là {free}: ghi register_from: {free}, hoặc sửa số của quyết định kia"
    severity = None
    if may_be:
        severity = Severity.NOTE
        hint = f"{may_be} thì không phải sửa; chung một sổ thì {hint}"
    where = record.origin.spot("register_from")
    others = ((earlier.origin.spot("register_from"), f"Quyết định số {first.number} vào sổ từ đây"),)
    return Finding("book-number-twice", where, message, hint, severity=severity, others=others)


def _right_where(own: Decision, first: Decision) -> str | None:
    """Return where two decisions rightly share numbers; None where they do nowhere."""
    if fold(own.decided_by) != fold(first.decided_by):
        return "hai người quyết định, mỗi nơi một sổ"
    if own.register_from == first.register_from == 1:
        return "sổ đánh số lại theo từng quyết định"
    return None


CHECKS = (book_numbers, of_decisions)
