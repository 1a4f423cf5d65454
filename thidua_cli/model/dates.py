"""Dates as officers write them: whole, without a day yet, or a year only; and the day of signing."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from thidua_cli.model.base import refuse, shown
from thidua_cli.vietnamese.dates import YEARS, day_pattern, slashed, typed
from thidua_cli.vietnamese.dates import show as slashed_day

FORMATS = "2024-05-19, 19/5/2024, 2024-05 (chưa định ngày) hoặc 2024 (cả năm)"
_ISO = re.compile("([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_MONTH_FIRST = re.compile("([0-9]{1,2})/([0-9]{4})")  # 5.2024 alone is a number
_SIGNS = ("/", "[.]", "-")
_DAY_FIRST = [re.compile(day_pattern(month_sign=sign, year_sign=sign), re.ASCII) for sign in _SIGNS]
_WORDED = re.compile("(?:[Nn]gày )?" + day_pattern(month_sign=" tháng ", year_sign=" năm "), re.ASCII)
_SHORT_YEAR = re.compile("([0-9]{1,2}[-/.][0-9]{1,2}[-/.])([0-9]{2})")
# The days of 1927 to 2100 as Excel counts them: what an unformatted cell shows of a date.
_TURN = 30  # of two digits, the last ones of this century
_FIRST_SERIAL, _SERIALS = date(1899, 12, 30), range(10_000, 73_416)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that may lack its day, or its day and month."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """As printed in a paper: ``19/5/2024``, ``5/2024``, ``2024``."""
        return slashed(self.year, self.month, self.day)

    @property
    def typed(self) -> str:
        """As the files of a campaign type it: ``2024-05-19``, ``2024-05``, ``2024``."""
        return typed(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DayOfIssue:
    """The day on which the plan itself will be signed: ``issue``."""

    def __str__(self) -> str:
        """As printed in a paper."""
        return "ngày ban hành Kế hoạch"


def parse_date(text: Any) -> PartialDate:
    """Return the date that ``text`` tells; a text that is none is refused with the reason."""
    if isinstance(text, PartialDate):
        return text
    given = text.strip() if isinstance(text, str) else ""
    if found := _ISO.fullmatch(given):
        year, month, day = found.groups()
    elif found := _MONTH_FIRST.fullmatch(given):
        (month, year), day = found.groups(), None
    elif found := next(filter(None, (one.fullmatch(given) for one in (*_DAY_FIRST, _WORDED))), None):
        day, month, year = found.groups()
    else:
        raise _no_date(given or text)
    return _on_calendar(given, int(year), int(month) if month else None, int(day) if day else None)


def _no_date(text: Any) -> PydanticCustomError:
    """Return why a text is no date: two digits of a year are not guessed, nor is what an unformatted cell meant."""
    if found := _SHORT_YEAR.fullmatch(str(text)):
        year = ("19" if int(found[2]) > _TURN else "20") + found[2]
        return refuse(f"{shown(text)} ghi năm bằng hai chữ số", f"ghi đủ bốn chữ số của năm, ví dụ {found[1]}{year}")
    if re.fullmatch("[0-9]{5}", str(text)) and int(text) in _SERIALS:
        day = slashed_day(_FIRST_SERIAL + timedelta(days=int(text)))
        hint = f"định dạng ô là ngày (Date) rồi xem lại, hoặc gõ ngày theo mẫu {FORMATS}"
        return refuse(f"{shown(text)} không phải là ngày tháng, có lẽ là ngày {day} mà ô để dạng số", hint)
    return refuse(f"{shown(text)} không phải là ngày tháng", f"viết theo mẫu {FORMATS}")


def _on_calendar(text: str, year: int, month: int | None, day: int | None) -> PartialDate:
    if not YEARS[0] <= year <= YEARS[1]:
        raise refuse(f"năm {year} trong “{text}” có lẽ gõ nhầm", "năm có bốn chữ số, ví dụ 2024")
    if month is not None and not 1 <= month <= 12:
        raise refuse(f"“{text}”: không có tháng {month}", "viết ngày trước tháng: 19/5/2024, hoặc 2024-05-19")
    if month is not None and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            raise refuse(f"“{text}” không có trong lịch", f"tháng {month}/{year} có {days} ngày")
    return PartialDate(year, month, day)


def _parse_start(text: Any) -> PartialDate | DayOfIssue:
    return DayOfIssue() if text == "issue" or isinstance(text, DayOfIssue) else parse_date(text)


def calendar_pattern() -> str:
    """Return the regular expression of all texts that `parse_date` accepts, for the JSON Schema."""
    years = "1[0-9]{3}|20[0-9]{2}|2100"
    leap = "(1[0-9]|20)(0[48]|[2468][048]|[13579][26])|1200|1600|2000"
    month, day28 = "(0?[1-9]|1[0-2])", "(0?[1-9]|1[0-9]|2[0-8])"
    long_months, day31 = "(0?[13578]|1[02])", "31"
    most_months, day30 = "(0?[13-9]|1[0-2])", "(29|30)"
    pairs = [(day28, month, years), (day30, most_months, years), (day31, long_months, years)]
    pairs.append(("29", "0?2", leap))
    iso = "|".join(f"({y})-{m}-{d}" for d, m, y in pairs)
    signed = "|".join(f"{d}{sign}{m}{sign}({y})" for sign in _SIGNS for d, m, y in pairs)
    worded = "|".join(f"([Nn]gày )?{d} tháng {m} năm ({y})" for d, m, y in pairs)
    return f"^\\s*({iso}|{signed}|{worded}|({years})(-{month})?|{month}/({years}))\\s*$"


_DATE_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": calendar_pattern()},
        {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]},
    ]
}
_START_SCHEMA = {"anyOf": [{"const": "issue"}, *_DATE_SCHEMA["anyOf"]]}

PlanDate = Annotated[PartialDate, PlainValidator(parse_date), WithJsonSchema(_DATE_SCHEMA)]
Start = Annotated[PartialDate | DayOfIssue, PlainValidator(_parse_start), WithJsonSchema(_START_SCHEMA)]


def full_years(start: date, end: date) -> int:
    """Return how many whole years lie between two days, both counted: 2021-01-01 to 2025-12-31 is 5."""
    return age(start, end + timedelta(days=1))


def age(born: date, day: date) -> int:
    """Return how many years old somebody, or something, is on a day: one more on each birthday."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
