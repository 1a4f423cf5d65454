"""Laws of the quota engine: rounding is what it says, remedies mend, the order of lists changes nothing."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.campaigns import GIAY_KHEN, campaign
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.model.quota import Quota
from thidua_cli.quota.bounds import Counts, Judgement, OwnBase, judged, rounded
from thidua_cli.quota.result import Span, Verdict


@given(st.fractions(min_value=0, max_value=1000))
def test_rounding(number: Fraction) -> None:
    assert rounded(number, "down") == floor(number)
    assert rounded(number, "up") == ceil(number)
    half = rounded(number, "half_up")
    assert abs(half - number) <= Fraction(1, 2)
    assert number - floor(number) != Fraction(1, 2) or half == ceil(number)


@given(
    st.integers(0, 100_000),
    st.integers(0, 1000),
    st.sampled_from(["down", "up", "half_up"]),
    st.integers(0, 3),
)
def test_a_share_is_exact(base: int, tenths: int, rounding: str, floor_: int) -> None:
    """Ten percent of 30 is 3: no binary fraction may make it 2 or 4."""
    share = {
        "max": f"{tenths / 10:g}%".replace(".", ","),
        "of": "headcount",
        "rounding": rounding,
        "at_least": str(floor_),
    }
    quota = Quota.model_validate({"subject": "individual", "share": share})
    upper = judged(quota, Span.of(base), Counts(0, 0)).upper
    assert upper == Span.of(max(rounded(Fraction(base * tenths, 1000), rounding), floor_))


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 99), st.sampled_from(["min", "max"]))
def test_what_the_remedy_says_mends_it_and_nothing_less(group: int, others: int, percent: int, side: str) -> None:
    """Whoever goes leaves the base too: two leaders of two, half of whom may be, are not mended by one who goes."""
    quota = Quota.model_validate({"subject": "individual", "share": {side: f"{percent}%", "of": "nominated"}})

    def found(counted: int) -> Judgement:
        base = counted + others
        return judged(quota, Span.of(base), Counts(counted, 0, OwnBase(base, 0, 0)))

    change = found(group).mend
    step = -1 if side == "max" else 1
    assert (change is None) is (found(group).verdict is Verdict.MET)
    if change is not None:
        assert found(group + step * change).verdict is Verdict.MET
        assert not any(found(group + step * less).verdict is Verdict.MET for less in range(change))


_FEW = st.integers(0, 3)
_STEPS = st.lists(st.integers(0, 4), min_size=3, max_size=3)


@example(0, 0, 0, 3, 0, 0, 0, [1, 4, 4], "")  # too many just below a step, not on it
@example(2, 1, 0, 3, 3, 0, 50, [0, 0, 0], "max")  # too many where none or all join the base, not where some do
@given(
    st.integers(0, 12), _FEW, _FEW, _FEW, _FEW, _FEW, st.integers(0, 99), _STEPS, st.sampled_from(["min", "max", ""])
)
def test_verdict_and_remedy_are_those_of_all_worlds(
    counted: int,
    peers: int,
    group: int,
    joined: int,
    beside: int,
    either: int,
    percent: int,
    most: list[int],
    side: str,
) -> None:
    """``group`` are in the base for sure, ``joined`` only if counted, ``beside`` are not counted, ``either`` may be."""
    of = {"of": "nominated"}
    table = [{"from": start, "max": number} for start, number in zip((0, 3, 7), most, strict=True)]
    bound = {"share": {side: f"{percent}%", **of}} if side else {"steps": {"table": table, **of}}
    quota = Quota.model_validate({"subject": "individual", **bound})
    sure = counted + peers + group
    own = OwnBase(sure, joined + either, beside + either)
    base = Span(sure, sure + joined + beside + either)
    found = judged(quota, base, Counts(counted, group + joined + either, own))
    worlds = {
        (counted + a + b + c, sure + b + c + d)
        for a, b, c in product(range(group + 1), range(joined + 1), range(either + 1))
        for d in range(beside + either - c + 1)
    }
    verdicts = {judged(quota, Span.of(b), Counts(n, 0)).verdict for n, b in worlds}
    assert found.verdict is (verdicts.pop() if len(verdicts) == 1 else Verdict.UNDECIDED)
    if found.verdict not in (Verdict.EXCEEDED, Verdict.SHORT):
        assert found.mend is None
        return
    step = -1 if found.verdict is Verdict.EXCEEDED else 1
    needed = [_least(quota, n, b, step) for n, b in worlds]
    assert found.mend == min((change for change in needed if change is not None), default=None)


@pytest.mark.parametrize("least", [10, 33, 50])
@pytest.mark.parametrize("apart", [0, 2, 10, 25])
@pytest.mark.parametrize("rounding", [None, "down", "up", "half_up"])
def test_no_verdict_where_in_some_world_no_number_fits(least: int, apart: int, rounding: str | None) -> None:
    """10% of 11 at least and 12% of 11 at most leave no number, though 9 and 20 leave one each."""
    share = {"min": f"{least}%", "max": f"{least + apart}%", "of": "headcount"}
    share |= {"rounding": rounding} if rounding else {}
    quota = Quota.model_validate({"subject": "individual", "share": share})
    for counted in (0, 1, 2, 3, 5, 9, 14, 20):
        exact = [judged(quota, Span.of(number), Counts(counted, 0)).verdict for number in range(320)]
        for low, more in product((0, 1, 4, 9, 13, 20), (None, 0, 1, 5, 11, 30, 80)):
            base = Span(low, None if more is None else low + more)
            worlds = set(exact[low : None if more is None else low + more + 1])
            expected = worlds.pop() if len(worlds) == 1 else Verdict.UNDECIDED
            assert judged(quota, base, Counts(counted, 0)).verdict is expected, (base, counted)


def _least(quota: Quota, counted: int, base: int, step: int) -> int | None:
    """Return how many must come or go, one by one, until the quota is kept; None when no number does."""
    for change in range(1, counted + 1 if step < 0 else 500):
        now = judged(quota, Span.of(base + step * change), Counts(counted + step * change, 0))
        if now.verdict is Verdict.MET:
            return change
    return None


@given(st.lists(st.sampled_from(["A", "B", "C"]), max_size=12), st.integers(0, 4))
def test_per_unit_is_the_same_as_counting_each_unit_alone(units: list[str], most: int) -> None:
    quota = {"subject": "individual", "max": str(most), "per": "unit"}
    context = campaign(
        [{"subject": "individual", "unit": unit} for unit in units],
        awards=[{**GIAY_KHEN, "quotas": [quota]}],
        units=[{"name": name} for name in "ABC"],
    )
    found = {result.row.unit.name: result.amount for result in context.judged.results}
    assert found == {name: max(0, units.count(name) - most) for name in "ABC"}


@given(st.permutations(["A", "A", "B", "C", "C", "C"]))
def test_the_order_of_nominations_changes_no_verdict(units: list[str]) -> None:
    quotas = [
        {"subject": "individual", "max": "5"},
        {"subject": "individual", "max": "2", "per": "unit"},
        {"subject": "individual", "max": "1", "units": ["A"]},
        {"subject": "individual", "max": "3", "units": "rest"},
    ]
    nominations = [{"subject": "individual", "unit": unit} for unit in units]
    context = campaign(nominations, awards=[{**GIAY_KHEN, "quotas": quotas}])
    amounts = sorted((result.path, str(result.row), result.amount) for result in context.judged.results)
    assert [amount for _, _, amount in amounts] == [1, 0, 0, 1, 1, 1]


def test_without_a_list_of_units_nobody_knows_whose_holders_a_class_has() -> None:
    quota = {"subject": "collective", "units": ["xã"], "share": {"min": "50%", "of": "lao_dong_tien_tien"}}
    title = {"id": "ldtt", "form": "lao_dong_tien_tien", "quotas": [{"subject": "individual", "open": "true"}]}
    holders = [{"subject": "individual", "award": "ldtt", "unit": "UBND xã B"}] * 2
    context = campaign(holders, awards=[title, {**GIAY_KHEN, "quotas": [quota]}])
    assert [result.verdict for result in context.judged.results] == [Verdict.OPEN, Verdict.UNDECIDED]


@pytest.mark.parametrize(
    ("span", "years"),
    [
        ({"start": "2024-03-01", "end": "2026-05-01"}, [2024, 2025, 2026]),
        ({"start": "2024-03-01", "end": {"event": "khi xong"}}, [2024, 2025, 2026, 2027]),
        ({"start": "issue", "end": "2028-05-01"}, [2026, 2027, 2028]),
        ({"start": "issue", "end": {"event": "khi xong"}}, [2026, 2027]),
        ({"start": "2027-03-01", "end": {"event": "khi xong"}, "occasions": []}, [2026, 2027]),
    ],
)
def test_the_years_whose_merit_is_rewarded(span: dict[str, Any], years: list[int]) -> None:
    reviews = [{"id": "r", "name": "tổng kết", "kind": "final", "date": "2027-01-15"}]
    plan = campaign([], **{"occasions": reviews, **span}).plan.model_copy(update={"date": None})
    assert list(DatedPlan(plan, date(2026, 6, 1)).merit_years) == years


@pytest.mark.parametrize(("doubted", "verdict"), [(False, Verdict.EXCEEDED), (True, Verdict.UNDECIDED)])
def test_a_register_that_was_read_in_part_may_have_more_holders(*, doubted: bool, verdict: Verdict) -> None:
    title = {"id": "ldtt", "form": "lao_dong_tien_tien", "quotas": [{"subject": "individual", "open": "true"}]}
    quota = {"subject": "individual", "share": {"max": "50%", "of": "lao_dong_tien_tien"}}
    nominations = [{"subject": "individual", "award": award} for award in ("ldtt", "giay-khen", "giay-khen")]
    awards = [title, {**GIAY_KHEN, "quotas": [quota]}]
    context = campaign(nominations, awards=awards, register=[], register_doubted=doubted)
    assert context.judged.results[-1].verdict is verdict
    if doubted:
        assert context.judged.results[-1].base
        assert context.judged.results[-1].base.missing == ("phần chưa đọc được của sổ khen thưởng",)


def test_whom_the_register_has_in_a_year_is_not_one_more_of_a_year_that_is_not_told() -> None:
    title = {"id": "ldtt", "form": "lao_dong_tien_tien", "quotas": [{"subject": "individual", "open": "true"}]}
    quota = {"subject": "individual", "per": "year", "share": {"max": "50%", "of": "lao_dong_tien_tien"}}
    nominee = {"subject": "individual", "award": "ldtt", "unit": "Phòng Một"}
    nominations = [
        {**nominee, "name": "Nguyễn Văn A"},
        {**nominee, "name": "Trần Văn B", "year": "2024"},
        {**nominee, "name": "Trần Văn C", "year": "2025"},
    ]
    line = {"name": "Nguyễn Văn A", "unit": "Phòng Một", "award": "lao_dong_tien_tien", "year": "2025"}
    decision = {"decision": "1/QĐ", "date": "2025-12-31", "decided_by": "Giám đốc"}
    span = {"start": "2024-01-01", "end": "2025-12-31", "awards": [title, {**GIAY_KHEN, "quotas": [quota]}]}
    judged = campaign(nominations, register=[{**line, **decision}], **span).judged
    bases = {result.row.year: result.base.value for result in judged.results if result.base}
    assert bases == {2024: Span(1, 2), 2025: Span(2, 2)}


def test_lists_that_were_not_read_are_named_a_few() -> None:
    quotas = [{"subject": "individual", "max": "1"}]
    context = campaign([{"subject": "individual"}], awards=[{**GIAY_KHEN, "quotas": quotas}])
    context = replace(context, unread=[f"nominations/{name}.xlsx" for name in "abcde"])
    assert context.judged.results[0].gaps == ("phần chưa đọc được của a.xlsx, b.xlsx, c.xlsx và 2 tệp khác",)


def test_a_campaign_that_ends_with_an_event_is_not_known_to_be_of_one_year() -> None:
    quotas = [{"subject": "individual", "per": "year", "max": "1"}]
    span = {"start": "2025-01-15", "end": {"event": "khi Đại hội thành công"}}
    nominations = [{"subject": "individual", "year": "2025"}, {"subject": "individual"}]
    context = campaign(nominations, awards=[{**GIAY_KHEN, "quotas": quotas}], day="2025-06-01", **span)
    assert [(result.count, result.open) for result in context.judged.results] == [(1, 1)]


@pytest.mark.parametrize("bound", [{"max": "0"}, {"min": "1"}, {"max": "9"}])
def test_of_two_units_of_one_name_none_is_judged(bound: dict[str, str]) -> None:
    quotas = [{"subject": "individual", "per": "unit", **bound}, {"subject": "individual", "max": "9"}]
    units = [
        {"name": "Xã A"},
        {"name": "xã  A"},
        {"name": "Xã B"},
        {"name": "Xã C", "aliases": ["xã B"]},
        {"name": "Xã D"},
    ]
    nominations = [{"subject": "individual", "unit": "Xã A"}, {"subject": "individual", "unit": "Xã D"}]
    results = campaign(nominations, awards=[{**GIAY_KHEN, "quotas": quotas}], units=units).judged.results
    assert [result.verdict is Verdict.UNDECIDED for result in results] == [True, True, True, True, False, False]


_NAMES = ("Phòng Kế hoạch - Tài chính", "P. KHTC", "Văn phòng Sở")


@given(
    st.lists(st.integers(0, 2), max_size=6),
    st.sampled_from([{"max": "2"}, {"min": "2"}, {"exactly": "2"}, {"max": "2", "group": "leader"}]),
)
def test_where_the_list_of_units_was_not_read_any_names_may_be_one_unit(
    typed: list[int], bound: dict[str, str]
) -> None:
    quotas = [{"subject": "individual", "per": "unit", **bound}]
    nominations = [{"subject": "individual", "unit": _NAMES[at], "group": "leader"} for at in typed]
    context = campaign(nominations, awards=[{**GIAY_KHEN, "quotas": quotas}], units_doubted=True)
    for result in context.judged.results:
        own = sum(_NAMES[at] == result.unit for at in typed)
        others = [sum(at == other for at in typed) for other in range(3) if _NAMES[other] != result.unit]
        counts = {own, own + others[0], own + others[1], own + sum(others)}
        verdicts = {_by_count(number, result.quota) for number in counts}
        expected = verdicts.pop() if len(verdicts) == 1 else Verdict.UNDECIDED
        assert result.verdict is expected, (result.unit, counts)


def _by_count(number: int, quota: Quota) -> Verdict:
    if quota.max is not None and number > int(quota.max):
        return Verdict.EXCEEDED
    if quota.exactly is not None and number > int(quota.exactly):
        return Verdict.EXCEEDED
    least = quota.min or quota.exactly
    return Verdict.SHORT if least is not None and number < int(least) else Verdict.MET


@pytest.mark.parametrize("doubted", [False, True])
@pytest.mark.parametrize(("named", "known"), [(_NAMES[0], Verdict.MET), ("rest", Verdict.EXCEEDED)])
def test_a_quota_that_names_units_is_open_where_their_list_was_not_read(
    named: str, known: Verdict, *, doubted: bool
) -> None:
    quotas = [{"subject": "individual", "units": [named], "max": "1"}]
    if named == "rest":
        quotas.append({"subject": "individual", "units": [_NAMES[2]], "max": "5"})
    nominations = [{"subject": "individual", "unit": name} for name in _NAMES]
    context = campaign(nominations, awards=[{**GIAY_KHEN, "quotas": quotas}], units_doubted=doubted)
    assert context.judged.results[0].verdict is {False: known, True: Verdict.UNDECIDED}[doubted]
