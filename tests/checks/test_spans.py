"""Spans of months and days against a second program: an end that is a month is its last day, a start its first."""

from calendar import monthrange
from copy import deepcopy
from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.exploring import examples

CODES = {
    *("end-before-start", "phase-order", "phase-overlap", "phase-gap", "phase-outside-campaign", "day-count-mismatch"),
}
Span = tuple[str, str]


def dates() -> st.SearchStrategy[str]:
    days = st.dates(date(2024, 3, 1), date(2024, 8, 31))
    return st.one_of(days.map(str), days.map(lambda day: f"{day:%Y-%m}"))


def days_of(span: Span) -> tuple[date, date]:
    """Return the first and the last day, by what people say: ``từ tháng 3`` and ``đến hết tháng 7``."""
    (year, month, *day), (last_year, last_month, *last_day) = ([int(part) for part in one.split("-")] for one in span)
    first = date(year, month, day[0] if day else 1)
    return first, date(last_year, last_month, last_day[0] if last_day else monthrange(last_year, last_month)[1])


def expected(campaign: Span, phases: list[Span], days: int) -> list[str]:
    told = []
    (opens, closes), spans = days_of(campaign), [days_of(phase) for phase in phases]
    told += ["end-before-start" for first, last in [(opens, closes), *spans] if last < first]
    for (first, last), (second, _) in pairwise(spans):
        if second < first:
            told.append("phase-order")
        elif last >= first and second <= last:
            told.append("phase-overlap")
        elif last >= first and (second - last).days > 1:
            told.append("phase-gap")
    if closes < opens:
        return sorted(told)
    for first, last in spans:
        told += ["phase-outside-campaign"] * ((first < opens) + (last > closes or first > closes))
    told += ["phase-gap"] * ((spans[0][0] > opens) + (spans[-1][1] < closes))
    counted = (closes - opens).days + 1
    return sorted([*told, "day-count-mismatch"] if days not in (counted, counted - 1) else told)


@example(("2024-03", "2024-08"), [("2024-03", "2024-07"), ("2024-07-13", "2024-08")], 184)
@example(("2024-03", "2024-07"), [("2024-03", "2024-05"), ("2024-06", "2024-08-01")], 153)
@settings(examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(dates(), dates()), st.lists(st.tuples(dates(), dates()), min_size=1, max_size=4), st.integers(1, 190))
def test_spans(plan, check, campaign, phases, days):
    data = deepcopy(plan)
    data["campaign"] |= {"start": campaign[0], "end": campaign[1], "days": days, "occasions": []}
    data["campaign"]["phases"] = [
        {"id": f"gd{number}", "name": f"Giai đoạn {number}", "start": start, "end": end}
        for number, (start, end) in enumerate(phases)
    ]
    assert sorted(one.code for one in check(data) if one.code in CODES) == expected(campaign, phases, days)
