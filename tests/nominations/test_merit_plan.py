"""Nominations against the standards of the plan (``merit_plan.yaml``), and numbers as officers type them."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import found
from tests.golden import hold, said
from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.vietnamese.amounts import amounts, percent, readings, unit_of

CASES = yaml.load(Path(__file__).with_name("merit_plan.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
MILLION = 10**6


def award(standards: Any) -> dict[str, Any]:
    return {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc Sở", "standards": standards}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_plan(case: dict[str, Any]) -> None:
    told = found(case["list"], awards=[award(case["standards"])], facts=case.get("facts"), mode="drive")
    places = [one.where.path.partition(".")[2] for one in told if isinstance(one.where, Spot)]
    said = [
        f"{one.code} {one.severity or severity_of(one.code)} {place}" for one, place in zip(told, places, strict=True)
    ]
    assert said == case["expected"]


def test_what_is_said() -> None:
    told = {}
    for case in CASES:
        findings = found(case["list"], awards=[award(case["standards"])], facts=case.get("facts"), mode="drive")
        told[case["name"]] = map(said, findings)
    assert len(told) == len(CASES), "two cases have one name"
    hold(Path(__file__).with_name("merit_plan.out"), told)


def test_the_finding_names_value_standard_and_clause() -> None:
    standard = {
        "subject": "household",
        "text": "Thu nhập từ 50 triệu đồng một năm",
        "require": {"thu_nhap_trieu": ">= 50"},
    }
    nominee = {"name": "Nguyễn Văn A", "unit": "Thôn Một", "subject": "household", "facts": {"thu_nhap_trieu": "42,5"}}
    facts = {"thu_nhap_trieu": "Thu nhập"}
    (one,) = found([nominee], awards=[award([standard])], facts=facts, mode="drive")
    assert one.message == "chưa đạt tiêu chuẩn Giấy khen của Giám đốc Sở: Thu nhập “42,5”"
    assert one.hint.startswith("kế hoạch yêu cầu Thu nhập từ 50 trở lên")
    assert one.basis == "tiêu chuẩn Giấy khen của Giám đốc Sở trong Kế hoạch: “Thu nhập từ 50 triệu đồng một năm”"
    assert one.about.told == "Nguyễn Văn A (Thôn Một)"
    assert one.others == (("awards[0].standards[0]", "tiêu chuẩn khai ở đây"),)


@pytest.mark.parametrize(("typed", "asked", "said"), [("x", "không", "có"), ("Không", "có", "không")])
def test_a_mark_is_told_as_officers_know_it(typed: str, asked: str, said: str) -> None:
    standard = {"subject": "individual", "text": "Không đang bị xem xét", "require": {"pending": asked}}
    nominee = {"subject": "individual", "unit": "Phòng Một", "pending": typed}
    told = [one.message for one in found([nominee], awards=[award([standard])], mode="drive")]
    assert any(message.endswith(f"“{said}”") for message in told), told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50", [50]),
        ("12,5", ["12.5"]),
        ("12.5", ["12.5"]),
        ("12.50", ["12.5"]),
        ("0.500", ["0.5"]),
        ("1.200.000", [1_200_000]),
        ("1 200 000", [1_200_000]),
        ("1.200,5", ["1200.5"]),
        ("1,200.5", ["1200.5"]),
        ("1.200", ["1.2", 1200]),
        ("-3", [-3]),
        ("1.2.3", []),
        ("1.200.00", []),
        ("5 3", []),
        ("năm mươi", []),
        ("", []),
    ],
)
def test_readings(text: str, expected: list[str]) -> None:
    assert list(readings(text)) == [Fraction(one) for one in expected]


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("50 triệu", MILLION, [50]),
        ("50 triệu đồng/năm", MILLION, [50]),
        ("50tr", MILLION, [50]),
        ("0,05 tỷ", MILLION, [50]),
        ("50.000 nghìn", MILLION, ["0.05", 50]),
        ("50 triệu", 1, [50 * MILLION]),
        ("50 triệu", None, []),
        ("95%", None, [95]),
        ("94,123%", None, ["94.123"]),
        ("1.200%", None, ["1.2", 1200]),
        ("12 người", None, [12]),
        ("khoảng 50", MILLION, []),
    ],
)
def test_amounts(text: str, unit: int | None, expected: list[str]) -> None:
    assert list(amounts(text, unit)) == [Fraction(one) for one in expected]


@pytest.mark.parametrize(
    ("words", "unit"),
    [("thu nhap trieu", MILLION), ("thu nhap (trieu dong)", MILLION), ("doanh thu ty", 10**9), ("so nguoi", None)],
)
def test_units(words: str, unit: int | None) -> None:
    assert unit_of(words) == unit


@given(st.integers(0, 2_000_000))
def test_a_share_in_per_cent_is_what_it_is(parts: int) -> None:
    assert Fraction(parts, 10_000) in amounts(percent(parts / 1_000_000), None)


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_share_in_per_cent_is_never_more_than_it_is(some: int, all_: int) -> None:
    (shown,) = amounts(percent(some / all_), None)
    assert 0 <= Fraction(100 * some, all_) - shown < Fraction(1, 10_000)


@given(st.integers(-(10**9), 10**9))
def test_grouped_digits_are_read_as_the_number(number: int) -> None:
    assert number in readings(f"{number:,}".replace(",", "."))
    assert number in readings(str(number))


@given(st.text(max_size=30))
def test_no_text_is_too_strange(text: str) -> None:
    assert all(isinstance(one, Fraction) for one in amounts(text, MILLION))
