"""Dates in the prose: days that exist, years of four digits, weekdays that agree."""

import re
from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.mentions import DAY, days_in
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.vietnamese.dates import WEEKDAYS, calendar_day

_SPELT = {"2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5, "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}
_WEEKDAY = r"(?P<weekday>thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
# not an ordinal: "lần thứ ba ngày 06/3/2024"
_BEFORE_DAY = re.compile(rf"(?<!lần )(?<!giải )(?<!đợt )(?<!hạng )\b{_WEEKDAY},? (?:ngày )?{DAY}", re.IGNORECASE)
_AFTER_DAY = re.compile(rf"\b(?:ngày )?{DAY}\s*\({_WEEKDAY}\)", re.IGNORECASE)
_LONG_YEAR = re.compile(
    r"(?:\bnăm |\d/\d{1,2}/|\btháng \d{1,2}/|\bsố \d{1,5}/)((?:19|20)\d{3})(?!\d|[.,]\d)", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"\b\d{1,2}/\d{1,2}/(\d{3})(?![\d/])")
_COUNT_BEFORE = re.compile(r"(?:\d|mỗi|hằng|hàng|một|hai|ba|bốn|các) $", re.IGNORECASE)


def impossible_days(context: DatedPlan) -> Iterator[Finding]:
    """Find dates in the prose that no calendar has, such as 31/11/2024."""
    for path, text in context.texts:
        for found in days_in(text):
            if found.day is None:
                yield Finding("impossible-date", path, f"“{found.text}” không có trong lịch", offset=found.start)


def typed_years(context: DatedPlan) -> Iterator[Finding]:
    """Find years typed with a digit too many or too few (``năm 20201``, ``19/5/202``)."""
    for path, found in (*context.matches(_LONG_YEAR), *context.matches(_SHORT_YEAR)):
        year = found[1]
        counted = found[0].casefold().startswith("năm") and _COUNT_BEFORE.search(found.string[: found.start()])
        if not year.endswith("000") and not counted:  # "mỗi năm 20500 cây" counts trees
            message = f"năm “{year}” có lẽ gõ nhầm"
            yield Finding("year-typo", path, message, offset=found.start(1))


def weekdays(context: DatedPlan) -> Iterator[Finding]:
    """Find weekdays that do not agree with their date."""
    for path, found in (*context.matches(_BEFORE_DAY), *context.matches(_AFTER_DAY)):
        day = calendar_day(found["year"], found["month"], found["day"])
        said = _SPELT.get(found["weekday"].casefold().split()[1], 6)
        if day and day.weekday() != said:
            right = WEEKDAYS[day.weekday()]
            message = f"“{found[0]}”: ngày này là {right}, không phải {WEEKDAYS[said]}"
            hint = f"sửa thành {right}, hoặc sửa ngày"
            yield Finding("weekday-mismatch", path, message, hint, offset=found.start())


CHECKS = (impossible_days, typed_years, weekdays)
