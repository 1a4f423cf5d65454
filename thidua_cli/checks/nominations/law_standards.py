"""Nominees against the standards of the law: rating, initiative, service, discipline, members of a collective."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from math import ceil, floor

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.eligibility import ANY, Need, Standard, all_standards, standards
from thidua_cli.law.movements import accepts
from thidua_cli.model.base import shown
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.terms import DISCIPLINES, INITIATIVES, RATINGS
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import fold, listing

_SCALES = {"rating": tuple(reversed(RATINGS)), "initiative": tuple(INITIATIVES), "discipline": tuple(DISCIPLINES)}
_WORDS = {"rating": RATINGS, "initiative": INITIATIVES, "discipline": DISCIPLINES}
_TITLES = {
    "rating": "xếp loại",
    "initiative": "sáng kiến",
    "discipline": "kỷ luật",
    "months": "ngày vào làm",
    "pending": "việc đang xem xét",
    "members": "tổng số người",
    "advanced": "số đạt Lao động tiên tiến",
    "completed": "số hoàn thành nhiệm vụ",
    "fighters": "số đạt Chiến sĩ thi đua cơ sở",
    "warned": "số bị kỷ luật từ cảnh cáo",
}
_SHARES = ("advanced", "completed")
_CELLS = {"months": "joined"}


@dataclass(frozen=True, slots=True)
class _Case:
    """A nomination under one standard, on the day whose law holds."""

    entry: Entry
    day: date
    standard: Standard

    def value(self, fact: str) -> Fraction | int | None:
        """Return a fact as a number (a place on its scale, months, hundredths of the members); None if not told."""
        nomination = self.entry.nomination
        if fact == "months":
            # Service counts to the end of the year under review, or to the day of the review if that is later.
            counted_to = max(self.day, date(self.entry.year, 12, 31)) if self.entry.year else self.day
            return _months(nomination.joined, counted_to)
        typed = getattr(nomination, fact)
        if typed is None:
            return None
        if fact in _SCALES:
            # An initiative may be told by its name: then nobody knows who has recognised it.
            return _SCALES[fact].index(typed) if typed in _SCALES[fact] else None
        if fact in _SHARES:
            return Fraction(100 * typed, nomination.members) if nomination.members else None
        return int(typed)

    def meets(self, need: Need) -> bool | None:
        """Tell whether the fact is what it must be; None when it is not told."""
        value = self.value(need.fact)
        if value is None:
            return None
        if need.above is not None:
            return value > _bound(need.fact, need.above)
        if need.least is not None:
            return value >= _bound(need.fact, need.least)
        return value <= _bound(need.fact, need.most or "")

    def said(self, need: Need) -> str:
        """Return what the nomination says of the fact: ``xếp loại “hoàn thành nhiệm vụ”``."""
        nomination, title = self.entry.nomination, _TITLES[need.fact]
        if need.fact == "months":
            return f"{title} {nomination.joined}"
        if need.fact == "pending":
            return f"đang có {title.removesuffix(' đang xem xét')} phải xem xét, xác minh"
        typed = getattr(nomination, need.fact)
        if need.fact in _WORDS:
            return f"{title} “{_WORDS[need.fact][typed]}”"
        if need.fact in _SHARES and nomination.members:
            return f"{title} là {typed} trên {nomination.members} người ({written(self.value(need.fact) or 0, 1)}%)"
        return f"{title} là {typed}"

    def lacking(self, need: Need) -> str:
        """Return how many members are lacking, where that can be counted."""
        nomination, bound = self.entry.nomination, need.least or need.above
        if need.fact not in _SHARES or not nomination.members or bound is None:
            return ""
        wanted = Fraction(int(bound) * nomination.members, 100)
        number = floor(wanted) + 1 if need.above else ceil(wanted)
        missing = number - getattr(nomination, need.fact)
        return f"; với {nomination.members} người phải có từ {number}, còn thiếu {missing}"


@cache
def _bound(fact: str, word: str) -> Fraction | int:
    if fact in _SCALES:
        return _SCALES[fact].index(word)
    return int(word) if word.isdecimal() else Fraction(word)


def _months(joined: PartialDate | None, day: date) -> int | None:
    """Return the whole months of service; the longest that the date can mean."""
    if joined is None:
        return None
    first = joined.first
    return (day.year - first.year) * 12 + day.month - first.month - (day.day < first.day)


def law_standards(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees who do not meet a standard of the law, and facts without which that cannot be told."""
    with_standards = {one.award for one in all_standards()} - {ANY}
    for planned in context.plan.awards:
        own = planned.form in with_standards
        for entry in context.by_award[planned.id]:
            if own or entry.nomination.pending:
                yield from _findings(entry, planned.form, context)


def _findings(entry: Entry, form: str, context: CampaignContext) -> Iterator[Finding]:
    if entry.subject is None or accepts(award(form), entry.subject):  # else wrong-subject tells
        day = law_day(entry, context)
        yield from _judge([_Case(entry, day, standard) for standard in standards(form, day)], form)


def _judge(cases: list[_Case], form: str) -> Iterator[Finding]:
    """Tell of each standard that is not met, and once of all that is not known."""
    open_cases = []
    for case in cases:
        answers = {case.meets(need) for need in case.standard.any_of}
        if True in answers:
            continue
        if None in answers:
            if case.standard.asked and not _apart(case):
                open_cases.append(case)
        elif beside := _beside(case):
            yield _elsewhere(case, beside, form)
        else:
            yield _not_met(case, form, Severity.WARNING if _apart(case) else weight(case.standard))
    if open_cases:
        yield from _unknown(open_cases, form)


def _apart(case: _Case) -> bool:
    """Tell whether the nominee is of a group that has a standard of its own."""
    group = fold(case.entry.group or case.entry.nomination.group or "")
    return bool(group) and any(fold(one) in group for one in case.standard.apart)


def _beside(case: _Case) -> str:
    nomination = case.entry.nomination
    told = fold(f"{nomination.achievement or ''} {nomination.note or ''}")
    return next((word for word in case.standard.beside if fold(word) in told), "")


def _not_met(case: _Case, form: str, severity: Severity | None) -> Finding:
    needs = case.standard.any_of
    message = f"chưa đủ tiêu chuẩn {award(form).name}: {listing((case.said(need) for need in needs), 'và')}"
    hint = f"quy định: {case.standard.text}{case.lacking(needs[0])}"
    return case.entry.finding("not-eligible", _cell(needs[0]), message, hint, basis(case.standard), severity)


def _unknown(cases: list[_Case], form: str) -> Iterator[Finding]:
    """Tell what is not known; a cell that is filled and was told is not told again."""
    nomination, origin = cases[0].entry.nomination, cases[0].entry.origin
    needs = [need for case in cases for need in case.standard.any_of if case.meets(need) is None]
    blank = [need.fact for need in needs if getattr(nomination, _cell(need)) is None]
    if not nomination.members and any(need.fact in _SHARES for need in needs):
        blank.append("members")
    facts = {_TITLES[fact]: None for fact in blank if not origin.left_unread(_CELLS.get(fact, fact))}
    gaps = [f"chưa ghi {listing(facts, 'và')}"] if facts else []
    if nomination.initiative and any(need.fact == "initiative" for need in needs):
        gaps.append(f"chưa rõ cấp công nhận sáng kiến {shown(nomination.initiative)}")
    if not gaps:
        return
    message = f"chưa đủ dữ liệu để xét {award(form).name}: {'; '.join(gaps)}"
    hint = f"bổ sung vào danh sách; quy định: {'; '.join(case.standard.text for case in cases)}"
    sources = "; ".join(dict.fromkeys(basis(case.standard) for case in cases))
    yield cases[0].entry.finding("evidence-missing", _cell(needs[0]), message, hint, sources)


def _elsewhere(case: _Case, word: str, form: str) -> Finding:
    message = f"chưa rõ tiêu chuẩn {award(form).name}: thành tích có nhắc “{word}” mà cột Sáng kiến chưa ghi"
    hint = f"nếu đã được công nhận thì ghi cấp công nhận ở cột Sáng kiến; quy định: {case.standard.text}"
    return case.entry.finding("evidence-missing", "achievement", message, hint, basis(case.standard))


def _cell(need: Need) -> str:
    return _CELLS.get(need.fact, need.fact)


def impossible_members(context: CampaignContext) -> Iterator[Finding]:
    """Find collectives that count more members of a kind than members."""
    for entry in context.entries:
        nomination = entry.nomination
        if nomination.members is None:
            continue
        for fact in ("advanced", "completed", "fighters", "warned"):
            number = getattr(nomination, fact)
            if number is not None and number > nomination.members:
                message = f"{_TITLES[fact]} là {number}, lớn hơn tổng số người ({nomination.members})"
                others = ((entry.origin.spot("members"), "tổng số người ghi ở đây"),)
                yield entry.finding("bad-value", fact, message, "xem lại hai con số", others=others)


CHECKS = (law_standards, impossible_members)
