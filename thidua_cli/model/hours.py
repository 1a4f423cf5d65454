"""Hours of a session as secretaries write them: ``14:00``, ``14 giờ 30``, ``14h30``, with or without their day."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from thidua_cli.model.base import refuse, shown
from thidua_cli.model.dates import PartialDate, calendar_pattern, parse_date

HOURS = "14:00, 14h30, 14 giờ 30 hoặc 2025-11-20T14:00"
_LAST = "([01]?[0-9]|2[0-3])"
_HOUR = rf"{_LAST}(:[0-5][0-9](:[0-5][0-9])?| *(giờ|h|g)( *[0-5]?[0-9]( *(phút|p))?)?)"
_BEHIND = r"(,? +ngày +|,? +)"
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::| ?(?:giờ|h|g) ?)(?:(?P<minute>\d{1,2})(?: ?(?:phút|p)|:\d\d)?)?")
_AFTER = re.compile(rf"(?P<day>.+?)[T ](?P<clock>{_HOUR})")
_BEFORE = re.compile(rf"(?P<clock>{_HOUR}){_BEHIND}(?P<day>.+)")
_ALONE = re.compile(_HOUR)


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day; the day too, where it is told."""

    hour: int
    minute: int = 0
    day: PartialDate | None = None

    def is_before(self, other: "Hour") -> bool:
        """Tell whether this is surely before another hour: of the same day, unless both tell theirs."""
        if self.day is not None and other.day is not None and self.day != other.day:
            return self.day.last < other.day.first
        return (self.hour, self.minute) < (other.hour, other.minute)

    def __str__(self) -> str:
        """As minutes print it: ``14 giờ 00``."""
        return f"{self.hour} giờ {self.minute:02d}"


def parse_hour(text: Any) -> Hour:
    """Return the hour that ``text`` tells; a text that is none is refused with the reason."""
    if isinstance(text, Hour):
        return text
    given = " ".join(text.split()) if isinstance(text, str) else ""
    if is_hour(given):
        return _on_clock(given, None)
    found = _BEFORE.fullmatch(given) or _AFTER.fullmatch(given)
    if not found:
        raise _no_hour(text)
    day = parse_date(found["day"])
    if day.day is None:
        raise _no_hour(text)
    return _on_clock(found["clock"], day)


def is_hour(text: str) -> bool:
    """Tell whether a text is an hour without a day: ``14 giờ 30``."""
    return _ALONE.fullmatch(" ".join(text.split())) is not None


def _on_clock(clock: str, day: PartialDate | None) -> Hour:
    parts = _CLOCK.fullmatch(clock)
    assert parts, clock
    return Hour(int(parts["hour"]), int(parts["minute"] or 0), day)


def _no_hour(text: Any) -> PydanticCustomError:
    return refuse(f"{shown(text)} không phải là giờ", f"viết giờ từ 0 đến 23, phút từ 0 đến 59, theo mẫu {HOURS}")


def _pattern() -> str:
    """Return the expression of the texts that `parse_hour` accepts, for the JSON Schema."""
    whole_days = calendar_pattern().removeprefix(r"^\s*").removesuffix(r"\s*$")
    return rf"^\s*({_HOUR}|{_HOUR}{_BEHIND}{whole_days}|{whole_days}[T ]{_HOUR})\s*$"


PlanHour = Annotated[Hour, PlainValidator(parse_hour), WithJsonSchema({"type": "string", "pattern": _pattern()})]
