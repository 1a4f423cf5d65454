"""The table of quotas: many units that keep the bound stand in one row, those that do not each in its own."""

from typing import Any

import pytest

from tests.campaigns import GIAY_KHEN, campaign, repeated
from thidua_cli.findings.reporters.as_text import quota_table
from thidua_cli.quota.overview import quota_row


def table_of(quota: dict[str, Any], nominations: list[int]) -> list[tuple[str, ...]]:
    """Return the cells after the first of the table of one quota, when units send these numbers of nominations."""
    names = [f"Phòng {number}" for number in range(len(nominations))]
    groups = [{"count": count, "unit": name} for name, count in zip(names, nominations, strict=True)]
    awards = [{**GIAY_KHEN, "quotas": [quota]}]
    context = campaign(repeated(groups), awards=awards, units=[{"name": name} for name in names])
    rows = [quota_row(result, context.plan, "") for result in context.judged.results]
    return [cells[1:] for cells in quota_table(rows)]


_LIMIT = {"subject": "individual", "per": "unit", "max": 1}
_OPEN = {"subject": "individual", "per": "unit", "open": True}


@pytest.mark.parametrize(
    ("quota", "nominations", "rows"),
    [
        (_LIMIT, [1] * 9, [("9 nơi", "", "9", "đạt")]),
        (_LIMIT, [2, *[1] * 9], [("Phòng 0", "tối đa 1", "2", "thừa 1"), ("9 nơi khác", "", "9", "đạt")]),
        (_OPEN, [3] * 9, [("9 nơi", "", "27", "không giới hạn bằng số")]),
    ],
)
def test_many_units_in_one_row(quota: dict[str, Any], nominations: list[int], rows: list[tuple[str, ...]]) -> None:
    assert table_of(quota, nominations) == rows


def test_few_units_each_in_its_row() -> None:
    assert len(table_of(_LIMIT, [1] * 8)) == 8
