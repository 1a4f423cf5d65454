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


@pytest.mark.parametrize(
    ("typed", "decider", "meant"),
    [
        ("Giấy khen của Giám đốc Sở", "Giám đốc Sở", True),
        ("giấy khen của GIÁM ĐỐC SỞ", "Giám đốc Sở", True),
        ("Giấy khen của Chủ tịch UBND xã Tân An", "Chủ tịch Ủy ban nhân dân xã Tân An", True),
        ("Giay khen cua Chu tich UBND xa Tan An", "Chủ tịch Ủy ban nhân dân xã Tân An", True),
        ("Giấy khen của Thủ trưởng đơn vị", "Hiệu trưởng Trường A", True),
        ("Giấy khen của Giám đốc Sở", "Giám đốc Sở Nội vụ", True),
        ("Giấy khen của Giám đốc", "Giám đốc Sở Nội vụ", True),
        ("Giấy khen của Chủ tịch UBND cấp xã", "Chủ tịch UBND phường B", True),
        ("Giấy khen của Hiệu trưởng", "Giám đốc Sở", False),
        ("Giấy khen của Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ", False),
        ("Giấy khen của Chủ tịch UBND xã Trần Ninh", "Chủ tịch Ủy ban nhân dân xã Trấn Ninh", False),
        ("Giấy khen của Chủ tịch UBND cấp xã", "Giám đốc Sở", False),
        ("Giấy khen của ông Ba", "Giám đốc Sở", False),
        ("Giấy khen của ông Ba", "bà Tư", False),
    ],
)
def test_an_award_is_that_of_its_decider(typed: str, decider: str, *, meant: bool) -> None:
    award = {**_AWARD, "decided_by": decider}
    (entry,) = understood([{"subject": "individual", "award": typed}], awards=[award]).entries
    assert (entry.award is not None) is meant


def test_a_cell_that_lists_two_awards_is_two_nominations() -> None:
    awards = [{**_AWARD, "id": "gk"}, {"id": "ldtt", "form": "lao_dong_tien_tien", "quotas": _QUOTAS[:1]}]
    said = {"subject": "individual", "award": "LĐTT, Giấy khen", "unit": "Phòng Lạ"}
    found = understood([said], awards=awards, units=_UNITS)
    assert [entry.award and entry.award.id for entry in found.entries] == ["ldtt", "gk"]
    assert [one.code for one in found.findings] == ["unknown-unit"]


@pytest.mark.parametrize("typed", ["LĐTT/Giấy khen", "LĐTT hoặc Giấy khen", "LĐTT (Giấy khen)", "LĐTT Giấy khen"])
def test_two_awards_in_no_list_are_asked_for_a_row_each(typed: str) -> None:
    awards = [{**_AWARD, "id": "gk"}, {"id": "ldtt", "form": "lao_dong_tien_tien", "quotas": _QUOTAS[:1]}]
    found = understood([{"subject": "individual", "award": typed}], awards=awards)
    assert [sorted(award.id for award in entry.awards) for entry in found.entries] == [["gk", "ldtt"]]
    assert [(one.code, "mỗi hình thức một dòng" in one.hint) for one in found.findings] == [("unknown-award", True)]


@pytest.mark.parametrize(("subject", "meant"), [("individual", "gk-cn"), ("collective", "gk-tt"), ("", None)])
def test_of_awards_of_one_name_that_for_the_nominee_is_meant(subject: str, meant: str | None) -> None:
    awards = [
        {**GIAY_KHEN, "id": f"gk-{short}", "quotas": [{"subject": whom, "max": 1}]}
        for short, whom in (("cn", "individual"), ("tt", "collective"))
    ]
    said = {"award": "Giấy khen"} | ({"subject": subject} if subject else {})
    found = understood([said], awards=awards)
    assert [entry.award and entry.award.id for entry in found.entries] == [meant]
    assert len(found.findings) == (0 if meant else 1)
    if not meant:
        assert found.findings[0].hint.startswith("ghi rõ gk-cn (Giấy khen của Giám đốc) hoặc gk-tt (")


@pytest.mark.parametrize(
    ("typed", "subject", "fault"),
    [("Giấy khen tập thể", None, None), ("Giấy khen cho cá nhân", "individual", None), ("GK tập thể", "individual", 1)],
)
def test_whom_an_award_is_for_may_stand_behind_it(typed: str, subject: str | None, fault: int | None) -> None:
    said = {"award": typed} | ({"subject": subject} if subject else {})
    found = understood([said], awards=[_AWARD])
    assert len(found.findings) == (fault or 0)
    (entry,) = found.entries
    assert (entry.award is None) == bool(fault)
    assert entry.subject == (subject or "collective")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((typed, "collective") for typed in ("TAPTHE", "TT", "tap the", "Tập thể nhỏ", "TAP_THE", "collective")),
        *((typed, "individual") for typed in ("CANHAN", "CN", "Cá nhân", "CÁ NHÂN", "ca nhân")),
        ("HOGIADINH", "household"),
        ("DN", "enterprise"),
        ("Xe", None),
    ],
)
def test_subjects_as_lists_write_them(typed: str, meant: str | None) -> None:
    awards = [{**GIAY_KHEN, "quotas": [{"subject": ["collective", "individual", "household", "enterprise"], "max": 9}]}]
    found = understood([{"subject": typed, "award": "GK"}], awards=awards)
    assert [entry.subject for entry in found.entries] == [meant]
    assert [one.code for one in found.findings] == ([] if meant else ["wrong-subject"])


def test_an_award_without_a_decider_in_the_plan_is_meant_whoever_is_named() -> None:
    award = {"id": "ldtt", "form": "lao_dong_tien_tien", "quotas": _QUOTAS[:1]}
    typed = "Lao động tiên tiến của Giám đốc Sở"
    (entry,) = understood([{"subject": "individual", "award": typed}], awards=[award]).entries
    assert entry.award is not None


def test_standards_name_the_subjects_of_an_award_as_quotas_do() -> None:
    award = {**GIAY_KHEN, "standards": [{"subject": "individual", "text": "đạt thành tích"}]}
    found = understood([{}, {"subject": "collective"}], awards=[award])
    assert [(entry.subject, entry.award is None) for entry in found.entries] == [
        ("individual", False),
        ("collective", True),
    ]
    assert [one.code for one in found.findings] == ["wrong-subject"]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Xa Tran Ninh", "có phải “Xã Trần Ninh” hay “Xã Trấn Ninh”?"),
        ("Xã Trân Ninh", "có phải “Xã Trần Ninh” hay “Xã Trấn Ninh”?"),
        ("Xã An Ma", "có phải “Xã An Mã”, “Xã An Mạ”, “Xã An Mà” hay 1 tên khác?"),
        ("Phòng Mộtt", "có phải “Phòng Một”?"),
        ("Liên đoàn", "xem lại tên"),
    ],
)
def test_all_units_that_differ_in_accents_only_are_asked_for(typed: str, asked: str) -> None:
    names = ["Xã Trần Ninh", "Xã Trấn Ninh", "Xã An Mã", "Xã An Mạ", "Xã An Mà", "Xã An Mả"]
    units = [*({"name": name} for name in names), *_UNITS]
    (finding,) = understood([{"subject": "individual", "unit": typed}], units=units, awards=[_AWARD]).findings
    assert finding.code == "unknown-unit"
    assert finding.hint.startswith(f"{asked} Nếu" if asked.endswith("?") else f"{asked};")
