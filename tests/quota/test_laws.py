"""Laws of the quota engine: a verdict holds whatever the unknown turns out to be; rounding is what it says."""

from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import GIAY_KHEN, campaign
from thidua_cli.model.quota import Quota
from thidua_cli.quota.bounds import Limits, conclude, limits_of, rounded
from thidua_cli.quota.result import BaseNumber, Span, Verdict

_small = st.integers(min_value=0, max_value=30)
_spans = st.one_of(
    _small.map(Span.of),
    st.tuples(_small, _small).map(lambda pair: Span(min(pair), max(pair))),
    _small.map(lambda low: Span(low, None)),
)


def _numbers(span: Span | None) -> list[int | None]:
    """Return the numbers that a span may turn out to be; without an upper end, a few beyond what is tried."""
    if span is None:
        return [None]
    return list(range(span.low, (span.high if span.high is not None else span.low + 70) + 1))


@given(_small, st.integers(0, 5), st.none() | _spans, st.none() | _spans)
def test_a_verdict_holds_whatever_the_unknown_is(
    count: int, possible: int, lower: Span | None, upper: Span | None
) -> None:
    verdict, amount = conclude(count, possible, Limits(lower, upper))
    for more in range(possible + 1):
        for least in _numbers(lower):
            for most in _numbers(upper):
                total = count + more
                over = most is not None and total > most
                under = least is not None and total < least
                if verdict is Verdict.MET:
                    assert not over
                    assert not under
                elif verdict is Verdict.EXCEEDED:
                    assert most is not None
                    assert total - most >= amount > 0
                elif verdict is Verdict.SHORT:
                    assert least is not None
                    assert least - total >= amount > 0


@given(_small, st.none() | _small, st.none() | _small)
def test_with_everything_known_something_is_always_concluded(count: int, lower: int | None, upper: int | None) -> None:
    limits = Limits(None if lower is None else Span.of(lower), None if upper is None else Span.of(upper))
    assert conclude(count, 0, limits)[0] is not Verdict.UNDECIDED


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
    limits = limits_of(quota, BaseNumber("", Span.of(base)))
    assert limits.upper == Span.of(max(rounded(Fraction(base * tenths, 1000), rounding), floor_))


@given(st.lists(st.sampled_from(["A", "B", "C"]), max_size=12), st.integers(0, 4))
def test_per_unit_is_the_same_as_counting_each_unit_alone(units: list[str], most: int) -> None:
    quota = {"subject": "individual", "max": str(most), "per": "unit"}
    context = campaign(
        [{"subject": "individual", "unit": unit} for unit in units],
        awards=[{**GIAY_KHEN, "quotas": [quota]}],
        units=[{"name": name} for name in "ABC"],
    )
    found = {result.bucket[0]: result.amount for result in context.quota_results}
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
    amounts = sorted((result.path, result.bucket, result.amount) for result in context.quota_results)
    assert [amount for _, _, amount in amounts] == [1, 0, 0, 1, 1, 1]
