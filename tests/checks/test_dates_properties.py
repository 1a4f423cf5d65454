"""Properties of the checks on dates: silence on every right plan, the exact number of days on every wrong one."""

from copy import deepcopy
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exploring import examples
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.plan import Plan

FIRST = date(2024, 3, 1)
LENGTHS = st.lists(st.integers(2, 60), min_size=2, max_size=5)
TIME_CODES = {"phase-gap", "phase-overlap", "phase-order", "phase-outside-campaign", "end-before-start"}
relaxed = settings(examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])


def with_phases(plan, lengths):
    """Return the plan with phases of these lengths in days, one after the other from 2024-03-01."""
    data, day, phases = deepcopy(plan), FIRST, []
    for number, length in enumerate(lengths, start=1):
        end = day + timedelta(days=length - 1)
        phases.append({"id": f"gd{number}", "name": f"Giai đoạn {number}", "start": str(day), "end": str(end)})
        day = end + timedelta(days=1)
    data["campaign"] |= {"phases": phases, "start": str(FIRST), "end": phases[-1]["end"], "occasions": []}
    return data


def codes(found):
    return [one.code for one in found if one.code in TIME_CODES]


@relaxed
@given(LENGTHS)
def test_phases_without_seams_are_silent(plan, check, lengths):
    assert codes(check(with_phases(plan, lengths))) == []


@relaxed
@given(LENGTHS, st.data())
def test_a_gap_is_told_with_its_days(plan, check, lengths, data):
    wrong = with_phases(plan, lengths)
    index = data.draw(st.integers(1, len(lengths) - 1))
    missing = data.draw(st.integers(1, lengths[index] - 1))
    phase = wrong["campaign"]["phases"][index]
    phase["start"] = str(date.fromisoformat(phase["start"]) + timedelta(days=missing))
    found = [one for one in check(wrong) if one.code in TIME_CODES]
    assert codes(found) == ["phase-gap"]
    assert f"bỏ trống {missing} ngày" in found[0].message


@relaxed
@given(LENGTHS, st.data())
def test_an_overlap_is_told_with_its_days(plan, check, lengths, data):
    wrong = with_phases(plan, lengths)
    index = data.draw(st.integers(1, len(lengths) - 1))
    shared = data.draw(st.integers(1, lengths[index - 1] - 1))
    phase = wrong["campaign"]["phases"][index]
    phase["start"] = str(date.fromisoformat(phase["start"]) - timedelta(days=shared))
    found = [one for one in check(wrong) if one.code in TIME_CODES]
    assert codes(found) == ["phase-overlap"]
    assert f"trùng {shared} ngày" in found[0].message


@relaxed
@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_end_before_start_exactly_when_it_is(plan, check, start, end):
    plan = deepcopy(plan)
    plan["campaign"] |= {"start": str(start), "end": str(end), "phases": [], "occasions": []}
    assert (codes(check(plan)) == ["end-before-start"]) == (end < start)


def partial_dates():
    """Years, months and days, as the plan writes them."""
    days = st.dates(date(2017, 1, 1), date(2028, 12, 31))
    return st.one_of(days.map(str), days.map(lambda day: f"{day:%Y-%m}"), days.map(lambda day: f"{day:%Y}"))


@relaxed
@given(st.lists(partial_dates(), min_size=8, max_size=8), st.booleans())
def test_no_dates_make_the_checks_fall(plan, check, dates, signed):
    plan = deepcopy(plan)
    campaign = plan["campaign"]
    campaign["start"], campaign["end"] = dates[0], dates[1]
    campaign["phases"][0]["end"], campaign["phases"][1]["start"] = dates[2], dates[3]
    campaign["occasions"][1] |= {"date": dates[4], "dossiers_by": dates[5]}
    campaign["anniversary"] = {"of": "Ngày thành lập", "since": dates[6], "on": dates[4], "years": "60"}
    plan["date"] = dates[7] if signed else None
    found = check(plan)
    assert found == sorted(found, key=lambda one: one.order)


@given(st.integers(1950, 2090), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28), st.dates())
def test_signing_is_a_window_in_order(year, month, day, today):
    partial = PartialDate(year, month, day if month else None)
    context = DatedPlan(Plan.model_construct(date=partial), today)
    assert context.signing[0] <= context.signing[1]
    assert context.signing == context.window(partial)
