"""Hours of a session: what is read, what is refused, and that the schema takes what the program takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from thidua_cli.model.dates import PartialDate
from thidua_cli.model.hours import Hour, PlanHour, parse_hour

ADAPTER: TypeAdapter[Hour] = TypeAdapter(PlanHour)
PATTERN = re.compile(ADAPTER.json_schema()["pattern"])
DAY = PartialDate(2025, 11, 20)
READ = {
    "14:00": Hour(14),
    "14:05:59": Hour(14, 5),
    "9:30": Hour(9, 30),
    "0h": Hour(0),
    "14h": Hour(14),
    "14h30": Hour(14, 30),
    "8g5": Hour(8, 5),
    "14 giờ": Hour(14),
    "14 giờ 30": Hour(14, 30),
    "14 giờ 30 phút": Hour(14, 30),
    "  14  giờ  05 ": Hour(14, 5),
    "2025-11-20T14:00": Hour(14, 0, DAY),
    "2025-11-20 14:00:00": Hour(14, 0, DAY),
    "20/11/2025 14h30": Hour(14, 30, DAY),
    "14 giờ 20/11/2025": Hour(14, 0, DAY),
    "14 giờ 30, ngày 20/11/2025": Hour(14, 30, DAY),
    "14 giờ 30 ngày 20 tháng 11 năm 2025": Hour(14, 30, DAY),
}
REFUSED = ["", "14", "24:00", "14:60", "14 giờ 75", "25h", "chiều", "14:00 hôm sau", "2025-11 14:00", "31/11/2025 8:00"]


@pytest.mark.parametrize(("text", "hour"), READ.items())
def test_an_hour_is_read(text: str, hour: Hour) -> None:
    assert parse_hour(text) == hour
    assert PATTERN.search(text)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(text)


@pytest.mark.parametrize("text", [one for one in REFUSED if one != "2025-11 14:00"])
def test_the_schema_refuses_it_too(text: str) -> None:
    assert not PATTERN.search(text)


_HOURS = st.builds(Hour, st.integers(0, 23), st.integers(0, 59))


@given(_HOURS)
def test_what_is_printed_is_read_again(hour: Hour) -> None:
    assert parse_hour(str(hour)) == hour
    assert ADAPTER.validate_python(hour) is hour


@given(_HOURS, _HOURS)
def test_hours_of_a_day_have_an_order(one: Hour, other: Hour) -> None:
    assert one.is_before(other) + other.is_before(one) + (one == other) == 1


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2025-11-20T14:00", "2025-11-21T08:00", True),
        ("2025-11-21T08:00", "2025-11-20T14:00", False),
        ("2025-11-20T14:00", "8:00", False),
        ("8:00", "2025-11-20T14:00", True),
        ("2025-11-20T08:00", "2025-11-20T14:00", True),
    ],
)
def test_hours_of_two_days(one: str, other: str, *, before: bool) -> None:
    assert parse_hour(one).is_before(parse_hour(other)) is before
