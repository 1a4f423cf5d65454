"""What the words of a nomination are understood as, and what is asked where they may mean several things."""

from typing import Any

import pytest

from tests.campaigns import GIAY_KHEN, understood

_UNITS = [{"name": "Phòng Một", "aliases": ["P1"]}, {"name": "Phòng Hai"}]
_QUOTAS = [{"subject": "individual", "max": 1}, {"subject": "collective", "max": 1}]
_AWARD = {**GIAY_KHEN, "quotas": _QUOTAS}


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ({"name": "PHÒNG MỘT", "subject": "collective"}, "Phòng Một"),
        ({"name": "P1", "subject": "tập thể"}, "Phòng Một"),
        ({"name": "Tổ 1", "subject": "collective"}, None),
        ({"name": "Phòng Một", "subject": "individual"}, None),
        ({"name": "Phòng Một"}, None),
        ({"name": "Phòng Một", "subject": "collective", "unit": "Phòng Hai"}, "Phòng Hai"),
        ({"name": "Phòng Một", "subject": "collective", "unit": "Phòng Mười"}, None),
    ],
)
def test_a_unit_that_is_itself_put_forward_is_its_own_unit(said: dict[str, Any], unit: str | None) -> None:
    (entry,) = understood([said], units=_UNITS, awards=[_AWARD]).entries
    assert (entry.unit.name if entry.unit else None) == unit


def test_without_a_list_of_units_a_nominee_is_no_unit() -> None:
    (entry,) = understood([{"name": "Phòng Một", "subject": "collective"}], awards=[_AWARD]).entries
    assert entry.unit is None


@pytest.mark.parametrize("place", ["quotas", "standards"])
def test_a_group_is_known_wherever_the_plan_speaks_of_it(place: str) -> None:
    speaks = {"quotas": [{"subject": "individual", "group": "giáo viên", "max": 1}]}
    if place == "standards":
        speaks = {"quotas": _QUOTAS, "standards": [{"group": "giáo viên", "subject": "individual", "text": "dạy giỏi"}]}
    found = understood([{"subject": "individual", "group": "GIÁO VIÊN"}], awards=[{**GIAY_KHEN, **speaks}])
    assert ([entry.group for entry in found.entries], found.findings) == (["giáo viên"], [])


def test_an_award_that_two_of_the_plan_may_be_is_asked_for() -> None:
    awards = [
        {**_AWARD, "id": "gk-so", "decided_by": "Giám đốc Sở"},
        {**_AWARD, "id": "gk-huyen", "decided_by": "Chủ tịch Ủy ban nhân dân xã"},
    ]
    found = understood([{"subject": "individual", "award": "Giấy khen"}], awards=awards)
    (entry,), (finding,) = found.entries, found.findings
    assert (entry.award, [award.id for award in entry.awards]) == (None, ["gk-so", "gk-huyen"])
    assert (finding.code, finding.message) == ("unknown-award", "“Giấy khen” chưa rõ là hình thức nào trong kế hoạch")
    assert finding.hint.startswith("ghi rõ “Giấy khen của Giám đốc Sở” hoặc “Giấy khen")
