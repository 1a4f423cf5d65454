"""Rows and nominations cost what they are many, no more: held by the lines of Python that are run."""

from tests.campaigns import GIAY_KHEN, campaign
from tests.lines_run import lines_run

_YEARS, _OCCASIONS = range(2021, 2025), ("dot-1", "dot-2", "dot-3")
_QUOTAS = [
    {"subject": "individual", "per": ["unit", "year", "occasion"], "share": {"max": "10%", "of": "headcount"}},
    {
        "subject": "individual",
        "group": "leader",
        "per": ["unit", "occasion"],
        "share": {"max": "50%", "of": "nominated"},
    },
    {"subject": "individual", "per": ["cluster", "year"], "steps": {"of": "units", "table": [{"from": 1, "max": 5}]}},
    {"subject": "individual", "units": "rest", "per": "unit", "share": {"max": "15%", "of": "lao_dong_tien_tien"}},
]


def work(units: int, *, unknown: int = 0) -> tuple[int, int]:
    """Return how many lines judging so many units, each with ten nominees, runs, and the number of rows."""
    names = [f"Xã {number}" for number in range(units)]
    nominations = [
        {"subject": "individual", "unit": name, "occasion": _OCCASIONS[at % 3], "year": _YEARS[at % 4]}
        for name in names
        for at in range(10)
    ]
    nominations += [{"subject": "individual", "occasion": _OCCASIONS[at % 3]} for at in range(unknown)]
    made = campaign(
        nominations,
        day="2024-12-31",
        awards=[{**GIAY_KHEN, "quotas": _QUOTAS}],
        units=[{"name": name, "headcount": 50, "cluster": f"Khối {at % 10}"} for at, name in enumerate(names)],
        start="2021-01-01",
        end="2024-12-31",
        occasions=[{"id": one, "name": one, "kind": "interim"} for one in _OCCASIONS],
    )
    return lines_run(lambda: len(made.judged.results))


def test_a_hundred_units_four_years_three_occasions() -> None:
    small, rows = work(30)
    large, more = work(90)
    assert more > 90 * 4 * 3
    assert large / small < 1.1 * more / rows


def test_those_who_may_stand_in_every_row_are_kept_once() -> None:
    several, rows = work(60, unknown=600)
    many, _ = work(60, unknown=1200)
    assert many - several < 600 * 30 < 600 * rows
