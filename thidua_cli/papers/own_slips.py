"""Where a paper contradicts itself, whatever the facts: figures and words, days that no calendar has, weekdays."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from thidua_cli.papers.agreement import Difference, Disagreement
from thidua_cli.papers.paper_units import COUNTED, Unit
from thidua_cli.vietnamese.dates import WEEKDAYS, calendar_day, day_pattern, weekday
from thidua_cli.vietnamese.numerals import in_figures, money_of_words, number_of_words

_SUM = re.compile(
    r"(?P<figures>\d{1,3}(?:\.\d{3})+|\d{4,})\s*(?:đồng|đ)\b[^()]*\(\s*(?:viết\s)?bằng chữ:?\s*(?P<words>[^)]+)\)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![\d.,/])(?P<figures>\d+)\s*\((?P<words>[^\W\d][^()\d]*?)(?:\s(?:{COUNTED}))?\)", re.IGNORECASE
)
_WEEKDAY = "|".join(WEEKDAYS)
_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:(?P<before>{_WEEKDAY})[,\s(]*(?:ngày\s)?)?(?<!\d){day_pattern()}(?!\d)(?:[\s,(]*(?P<after>{_WEEKDAY}))?",
        rf"(?:(?P<before>{_WEEKDAY})[,\s(]*)?ngày\s{day_pattern(month_sign=' tháng ', year_sign=' năm ')}"
        rf"(?:[\s,(]*(?P<after>{_WEEKDAY}))?",
    )
)


def own_slips(units: Sequence[Unit]) -> Iterator[Disagreement]:
    """Yield all contradictions within the units of a paper, in their order."""
    for unit in chain.from_iterable(one.parts() for one in units):
        yield from _sums(unit)
        yield from _counts(unit)
        yield from _days(unit)


def _sums(unit: Unit) -> Iterator[Disagreement]:
    """Yield the sums whose figures and words are not one number, or whose words are no number."""
    for found in _SUM.finditer(unit.text):
        figures, words = int(found["figures"].replace(".", "")), money_of_words(found["words"])
        if words is None:
            yield Disagreement(Difference.SUM, None, unit, f"chưa đọc được số tiền bằng chữ “{found['words']}”")
        elif words != figures:
            told = f"bằng số {in_figures(figures)}, bằng chữ {in_figures(words)}"
            yield Disagreement(Difference.SUM, None, unit, told)


def _counts(unit: Unit) -> Iterator[Disagreement]:
    """Yield the counts whose words are another number: ``05 (sáu)``; words that are no number are a remark."""
    for found in _COUNT.finditer(unit.text):
        words = number_of_words(found["words"])
        if words is not None and words != int(found["figures"]):
            yield Disagreement(Difference.SLIP, None, unit, f"bằng số {found['figures']}, bằng chữ là {words}")


def _days(unit: Unit) -> Iterator[Disagreement]:
    """Yield the days that no calendar has, and those of another weekday."""
    for pattern in _DAYS:
        for found in pattern.finditer(unit.text):
            day = calendar_day(found["year"], found["month"], found["day"])
            if day is None:
                yield Disagreement(Difference.SLIP, None, unit, f"không có ngày “{found[0].strip(' ,(')}”")
                continue
            said = found["before"] or found["after"]
            if said and said.casefold() != weekday(day).casefold():
                yield Disagreement(Difference.SLIP, None, unit, f"“{found[0].strip(' ,(')}”: ngày ấy là {weekday(day)}")
