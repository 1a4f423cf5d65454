"""Days, spans and deadlines as papers write them, as the plan file types them (``2024-05-19``, ``issue``)."""

import re
from dataclasses import dataclass
from typing import Any

from thidua_cli.vietnamese.counting import ordinal_value
from thidua_cli.vietnamese.dates import calendar_day, day_pattern, typed

_DAY = r"\d{1,2}"
_SEP = r"\s?[/.\-]\s?"
_SIGNED = day_pattern("d m y", _SEP, _SEP)
_WORDED = day_pattern("dw mw yw", r"\s+tháng\s+", r"\s+năm\s+")
# 30/11/2024 · ngày 20 tháng 11 năm 2025 · 24/2 · 08 (the month and year follow later)
_DATE = re.compile(
    rf"(?:ngày\s+)?(?:mùng\s+)?(?:{_SIGNED}(?!\d)"
    rf"|{_WORDED}"
    rf"|(?:hết\s+)?tháng\s+(?P<mm>{_DAY})(?:{_SEP}|\s+năm\s+)(?P<ym>\d{{4}})"
    rf"|(?:hết\s+)?(?:quý|qúy)\s+(?P<q>[1-4]|I{{1,3}}|IV)(?:{_SEP}|\s+năm\s+)(?P<qy>\d{{4}})"
    rf"|(?P<ds>{_DAY}){_SEP}(?P<ms>{_DAY})(?![\d/])"
    rf"|(?P<dt>{_DAY})\s+tháng\s+(?P<mt>{_DAY})(?!\d)"
    rf"|tháng\s+(?P<mo>{_DAY})(?![\d/])"
    rf"|(?:hết\s+)?năm\s+(?P<yo>\d{{4}})(?!\s*[-–])"
    rf"|(?P<do>{_DAY})(?=\s+(?:đến|tới)))",
    re.I,
)
_NOW = re.compile(r"(?:nay|(?:(?:ngày|khi) ban hành|ngày ký(?: ban hành)?)(?: kế hoạch)?(?: này)?)\b", re.I)
_HOUR = r"(?:\d{1,2}\s?(?:h|giờ)\s?(?:\d{2}(?:\s?phút)?)?,?\s+)?"
_FROM = re.compile(rf"(?<!\w)(?:từ|kể từ|bắt đầu từ)\s+{_HOUR}", re.I)
_TO = re.compile(rf"\s*(?:,\s*)?(?:cho\s+)?(?:đến|tới|–|-)\s*(?:cho\s+)?(?:hết\s+)?{_HOUR}", re.I)
_EVENT = re.compile(r"(?:khi|hết khi|sau khi|lúc|thời điểm|ngày diễn ra|hết năm học|hết học kỳ)\b[^;.:,()]*", re.I)
_TWO_DATES = re.compile(
    r"(?<![\d/.\-])(?P<a>\d{1,2}[./\-]\d{1,2}(?:[./\-]\d{4})?)\s*(?:–|-|đến|tới)\s*(?P<b>\d{1,2}[./\-]\d{1,2}[./\-]\d{4})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year as read; a part that the text leaves to its context is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter_end: int | None = None

    @property
    def typed(self) -> str:
        """As the plan file types it, empty when no calendar has it or the year is not known."""
        whole = calendar_day(str(self.year or 0), str(self.month or 1), str(self.day or 1))
        if not self.year or not whole or not 1900 <= self.year <= 2100 or (self.day and not self.month):
            return ""
        return typed(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when: ``start`` is typed (or ``issue``), ``end`` typed or an event; where it stands in the text."""

    start: str
    end: str
    event: str
    begin: int

    @property
    def end_value(self) -> Any:
        """The end as plan data."""
        return {"event": self.event} if self.event else self.end

    @property
    def years(self) -> int:
        """How many years later it ends; 0 where they are not told."""
        return int(self.end[:4]) - int(self.start[:4]) if self.end and self.start != "issue" else 0


def first_day(text: str, year: int | None = None) -> str:
    """Return the first whole date, month or year that ``text`` tells, as the plan file types it; else an empty text.

    A quarter is no date that the file can hold, and none is told.
    """
    for found in _DATE.finditer(text):
        day = _day(found)
        if day.quarter_end:
            return ""
        if (day.month or day.year) and (whole := Day(day.year or year, day.month, day.day).typed):
            return whole
    return ""


def spans_in(text: str, year: int | None = None) -> list[Span]:
    """Return every span with a beginning and an end; ``year`` is that of signing, for dates that leave it out."""
    spans = [span for found in _FROM.finditer(text) if (span := _span_from(text, found.start(), found.end(), year))]
    if spans:
        return spans
    pairs = ((_DATE.fullmatch(found["a"]), _DATE.fullmatch(found["b"]), found) for found in _TWO_DATES.finditer(text))
    return [span for first, last, found in pairs if (span := _span(first, last, found.start(), year))]


def _span_from(text: str, begin: int, at: int, year: int | None) -> Span | None:
    now = _NOW.match(text, at)
    date = None if now else _DATE.match(text, at)
    start = now or date
    to = _TO.match(text, start.end()) if start else None
    if not to:
        return None
    if event := _EVENT.match(text, to.end()):
        first = _with(_day(date), Day(year)).typed if date else "issue"
        return Span(first, "", event[0].strip(), begin) if first else None
    return _span(date, _DATE.match(text, to.end()), begin, year)


def _span(first: re.Match[str] | None, last: re.Match[str] | None, begin: int, year: int | None) -> Span | None:
    """Return the span between two matches of `_DATE`; without the first one it begins with the day of issue."""
    if not last:
        return None
    end = _with(_day(last), Day(year))
    start = _with(_day(first), end).typed if first else "issue"
    closing = Day(end.year, end.quarter_end or end.month, end.day).typed
    return Span(start, closing, "", begin) if start and closing and end.month else None


def _day(found: re.Match[str]) -> Day:
    """Return the parts that a match of `_DATE` tells; the groups of a part begin with its letter."""
    groups = {name: value for name, value in found.groupdict().items() if value}
    if quarter := groups.get("q"):
        number = ordinal_value(quarter)
        return Day(int(groups["qy"]), 3 * number - 2, quarter_end=3 * number)
    parts = {name[0]: int(value) for name, value in groups.items()}
    return Day(parts.get("y"), parts.get("m"), parts.get("d"))


def _with(day: Day, other: Day) -> Day:
    """Return the day with month and year taken from the one that follows; November before February is a year back."""
    month = day.month or (other.month if day.day else None)
    year = day.year or other.year
    if not day.year and year and month and other.month and month > other.month:
        year -= 1
    return Day(year, month, day.day, day.quarter_end)
