"""Dates, spans and quoted names as they stand in prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua_cli.vietnamese.dates import calendar_day, day_pattern

DAY = day_pattern(month_sign=r"\s*(?:/|tháng)\s*", year_sign=r"\s*(?:/|năm)\s*") + r"(?![\d/])"
_DATED = re.compile(rf"(?P<word>ngày|từ|đến|hết|trước|sau)\s+(?:ngày\s+)?{DAY}", re.IGNORECASE)
_CITED = re.compile(rf"\bsố\s*:?\s*(?P<number>[\w\-/&.]{{0,30}}/[\w\-/&.]{{1,30}}?),?\s+ngày\s+{DAY}", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"]([^“”\"]{12,300})[”\"]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of prose: its text, the day it tells (None: not in any calendar), where it begins and ends."""

    text: str
    day: date | None
    start: int
    end: int


def days_in(text: str) -> Iterator[Mention]:
    """Yield every whole date that a word such as ``ngày`` or ``đến`` introduces."""
    for found in _DATED.finditer(text):
        yield _mention(found)


def citations_in(text: str) -> Iterator[Mention]:
    """Yield every dated document: ``Kế hoạch số 71/KH-UBND ngày 28/02/2024``; the text is its number."""
    for found in _CITED.finditer(text):
        yield _mention(found, found["number"])


def quoted_in(text: str) -> Iterator[Mention]:
    """Yield every name in quotation marks."""
    for found in _QUOTED.finditer(text):
        yield Mention(found[1].strip("*"), None, found.start(1), found.end(1))


def _mention(found: re.Match[str], text: str = "") -> Mention:
    start = found.start("day") if not text else found.start()
    day = calendar_day(found["year"], found["month"], found["day"])
    return Mention(text or found.string[start : found.end()], day, start, found.end())
