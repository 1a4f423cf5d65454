"""Dates as officers write them, and the pattern that tells editors the same."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from thidua_cli.model.dates import DayOfIssue, PartialDate, PlanDate, Start, calendar_pattern, full_years, parse_date

PATTERN = re.compile(calendar_pattern())


def accepted(text: str) -> bool:
    try:
        parse_date(text)
    except PydanticCustomError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-19", (2024, 5, 19)),
        ("2024-5-9", (2024, 5, 9)),
        ("19/5/2024", (2024, 5, 19)),
        ("19/05/2024", (2024, 5, 19)),
        ("19.05.2024", (2024, 5, 19)),
        (" 19/5/2024\n", (2024, 5, 19)),
        ("2024-05", (2024, 5, None)),
        ("5/2024", (2024, 5, None)),
        ("2024", (2024, None, None)),
        ("29/02/2024", (2024, 2, 29)),
        ("29/2/2000", (2000, 2, 29)),
        ("19/5/1890", (1890, 5, 19)),
        ("31/12/2100", (2100, 12, 31)),
        ("1010", (1010, None, None)),
        ("5-6-1985", (1985, 6, 5)),
        ("05-06-1985", (1985, 6, 5)),
        ("ngày 5 tháng 6 năm 1985", (1985, 6, 5)),
        ("Ngày 05 tháng 6 năm 1985", (1985, 6, 5)),
        ("5 tháng 6 năm 1985", (1985, 6, 5)),
    ],
)
def test_a_date_is_understood(text: str, expected: tuple[int, int | None, int | None]) -> None:
    assert parse_date(text) == PartialDate(*expected)
    assert PATTERN.search(text)


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("31/02/2024", "“31/02/2024” không có trong lịch", "tháng 2/2024 có 29 ngày"),
        ("29/02/2023", "không có trong lịch", "tháng 2/2023 có 28 ngày"),
        ("29/2/2100", "không có trong lịch", "có 28 ngày"),
        ("29/2/1900", "không có trong lịch", "có 28 ngày"),
        ("2024-04-31", "không có trong lịch", "tháng 4/2024 có 30 ngày"),
        ("0/5/2024", "không có trong lịch", "có 31 ngày"),
        ("5/19/2024", "không có tháng 19", "viết ngày trước tháng"),
        ("2024-13", "không có tháng 13", "viết ngày trước tháng"),
        ("0/2024", "không có tháng 0", "viết ngày trước tháng"),
        ("0999", "năm 999 trong “0999” có lẽ gõ nhầm", "bốn chữ số"),
        ("2101-01-01", "năm 2101", "bốn chữ số"),
        ("19/5/24", "hai chữ số", "19/5/2024"),
        ("05.06.85", "hai chữ số", "05.06.1985"),
        ("5-6-85", "hai chữ số", "5-6-1985"),
        ("31203", "có lẽ là ngày 05/6/1985", "định dạng ô là ngày"),
        ("312031", "không phải là ngày tháng", "19/5/2024"),
        ("5/6-1985", "không phải là ngày tháng", "19/5/2024"),
        ("ngày 31 tháng 6 năm 1985", "không có trong lịch", "30 ngày"),
        ("20244", "không phải là ngày tháng", "19/5/2024"),
        ("5.2024", "không phải là ngày tháng", "19/5/2024"),
        ("19/5.2024", "không phải là ngày tháng", "19/5/2024"),
        ("ngày 19 tháng 5", "“ngày 19 tháng 5” không phải là ngày tháng", "chưa định ngày"),
        ("٢٠٢٤", "không phải là ngày tháng", "19/5/2024"),
        ("", "chỗ để trống không phải là ngày tháng", "cả năm"),
        ("x" * 1000, "x…” không phải", "cả năm"),
        (["2024"], "danh sách không phải là ngày tháng", "cả năm"),
        ({"a": "b"}, "các khóa con không phải là ngày tháng", "cả năm"),
        (None, "chỗ để trống không phải", "cả năm"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(value: Any, message: str, hint: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse_date(value)
    assert refused.value.context
    assert message in refused.value.context["said"]
    assert hint in refused.value.context["hint"]
    assert not (isinstance(value, str) and PATTERN.search(value))


@given(
    st.dates(date(1000, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m", "%m/%Y"]),
)
def test_every_day_of_the_calendar_is_a_date_and_matches_the_pattern(day: date, form: str) -> None:
    text = day.strftime(form)
    parsed = parse_date(text)
    assert PATTERN.search(text)
    assert parsed.first <= day <= parsed.last
    assert (parsed.day is None) == ("%d" not in form)


NUMBER = st.one_of(st.integers(0, 40), st.sampled_from([100, 999, 1000, 1899, 1900, 2000, 2023, 2024, 2100, 2101]))
PART = st.builds(lambda number, zero: f"{number:02d}" if zero else str(number), NUMBER, st.booleans())
SIGN = st.sampled_from(["/", "-", ".", " ", ""])
LOOSE = st.tuples(PART, SIGN, PART, SIGN, PART, SIGN).map("".join)


@given(st.one_of(LOOSE, st.text("0123456789/-. ", max_size=12)))
def test_the_pattern_accepts_exactly_the_dates(text: str) -> None:
    assert bool(PATTERN.search(text)) == accepted(text)


@given(st.integers(1, 12), st.integers(0, 32), st.integers(999, 2101))
def test_the_pattern_knows_the_calendar(month: int, day: int, year: int) -> None:
    for text in (f"{year}-{month}-{day}", f"{day}/{month}/{year}"):
        assert bool(PATTERN.search(text)) == accepted(text)


def test_issue_is_a_start_and_no_date() -> None:
    assert TypeAdapter(Start).validate_python("issue") == DayOfIssue()
    assert TypeAdapter(Start).validate_python("2024") == PartialDate(2024)
    with pytest.raises(ValueError, match="không phải là ngày tháng"):
        TypeAdapter(PlanDate).validate_python("issue")
    assert str(DayOfIssue()) == "ngày ban hành Kế hoạch"


@pytest.mark.parametrize(
    ("parts", "printed", "first", "last"),
    [
        ((2024, 5, 19), "19/5/2024", date(2024, 5, 19), date(2024, 5, 19)),
        ((2024, 2, 9), "09/02/2024", date(2024, 2, 9), date(2024, 2, 9)),
        ((2024, 10, 1), "01/10/2024", date(2024, 10, 1), date(2024, 10, 1)),
        ((2024, 2), "02/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ((2023, 2), "02/2023", date(2023, 2, 1), date(2023, 2, 28)),
        ((2024,), "2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_date_as_printed_and_what_it_can_mean(parts: tuple[int, ...], printed: str, first: date, last: date) -> None:
    found = PartialDate(*parts)
    assert (str(found), found.first, found.last) == (printed, first, last)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2021-01-01", "2025-12-31", 5),
        ("2021-01-01", "2025-12-30", 4),
        ("2024-02-29", "2025-02-27", 0),
        ("2024-02-29", "2025-02-28", 1),
        ("2023-03-01", "2024-02-29", 1),
        ("2023-03-01", "2024-02-28", 0),
        ("2024-05-19", "2024-05-19", 0),
        ("2024-05-20", "2024-05-19", 0),
    ],
)
def test_whole_years_with_both_ends_counted(start: str, end: str, years: int) -> None:
    assert full_years(date.fromisoformat(start), date.fromisoformat(end)) == years


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 60), st.integers(0, 300))
def test_whole_years_grow_with_the_end(start: date, years: int, days: int) -> None:
    anniversary = start.replace(year=start.year + years, day=min(start.day, 28)) - timedelta(days=1)
    if start.day <= 28:
        assert full_years(start, anniversary) == years
        assert full_years(start, anniversary + timedelta(days=days)) == years
