"""What the law answers, day by day: the tables beside this file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from thidua_cli.law.award_catalogue import (
    award,
    awards,
    deciders_of,
    find_award,
    may_decide,
)
from thidua_cli.law.dated import Confidence
from thidua_cli.law.deciders import deciders, recognise_decider
from thidua_cli.law.instruments import default_bases, find_citations
from thidua_cli.law.movements import Movement, accepts, movement_rows_on, verdict
from thidua_cli.law.regimes import regime
from thidua_cli.law.rules import abolished, advice, launching, plan_elements
from thidua_cli.law.ruling import Verdict


def table(name: str) -> Any:
    text = Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def outcome(found: Verdict) -> str:
    return "blocks" if found.blocks else found.answer


def element_confidence(day: date, given: Any) -> str:
    return next((one.confidence for one in plan_elements(day) if one.id == given), "none")


ASK: dict[str, Callable[[date, Any], Any]] = {
    "regime": lambda day, given: found.id if (found := regime(day)) else "none",
    "bases": lambda day, given: [one.id for one in default_bases(day, local=given == "local")],
    "deciders": lambda day, given: [one.who for one in deciders_of(award(given), day)],
    "may_decide": lambda day, given: outcome(may_decide(award(given[0]), deciders()[given[1]], day)),
    "abolished": lambda day, given: found.confidence if (found := abolished(given, day)) else "none",
    "launching": lambda day, given: [one.launcher for one in launching(day)],
    "required": lambda day, given: [one.id for one in plan_elements(day) if one.required],
    "element_confidence": element_confidence,
    "advice": lambda day, given: found.citation if (found := advice(given, day)) else "none",
}


@pytest.mark.parametrize("case", table("boundaries"), ids=lambda case: f"{case['ask']}: {case['name']}")
def test_on_this_day(case: dict[str, Any]) -> None:
    assert ASK[case["ask"]](date.fromisoformat(case["day"]), case.get("input")) == case["expected"]


def movement(given: list[str]) -> Movement:
    launcher, mode, years, moment, *rest = given
    return Movement(
        launcher,
        mode,
        None if years == "none" else float(years),
        None if moment == "none" else moment,
        political_task=bool(rest),
    )


@pytest.mark.parametrize("case", table("movements"), ids=lambda case: f"{case['name']}, {case['day']}")
def test_movement(case: dict[str, Any]) -> None:
    found = verdict(
        award(case["award"]),
        case["subject"],
        movement(case["movement"]),
        date.fromisoformat(case["day"]),
    )
    assert outcome(found) == case["expected"]
    assert found.citation


@pytest.mark.parametrize(("day", "blocks"), [("2025-01-01", True), ("2026-09-30", True), ("2026-10-01", False)])
def test_that_nothing_provides_for_an_award_is_sure_only_of_a_law_that_was_read(day: str, *, blocks: bool) -> None:
    found = verdict(
        award("co_thi_dua_bo_tinh"),
        "individual",
        movement(["province", "drive", "1", "final"]),
        date.fromisoformat(day),
    )
    assert (found.answer, found.confidence) == ("refused", Confidence.DERIVED if blocks else Confidence.UNVERIFIED)


@pytest.mark.parametrize(("text", "expected"), table("recognisers")["deciders"].items())
def test_decider(text: str, expected: str) -> None:
    found = recognise_decider(text)
    assert (found.id if found else "none") == expected


@pytest.mark.parametrize(("text", "expected"), table("recognisers")["awards"].items())
def test_award(text: str, expected: str) -> None:
    found = find_award(text)
    assert (found.id if found else "none") == expected


@pytest.mark.parametrize(("text", "expected"), table("recognisers")["citations"].items())
def test_citations(text: str, expected: list[str]) -> None:
    assert [cited.instrument.id for cited in find_citations(f"Căn cứ {text};")] == expected


def test_citation_place() -> None:
    text = "Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ"
    (cited,) = find_citations(text)
    assert text[cited.start : cited.end] == "98/2023/NĐ-CP"


def test_refusal_tells_what_the_law_asks() -> None:
    drive = Movement("province", "drive", 0.3, "final")
    found = verdict(award("co_thi_dua_bo_tinh"), "collective", drive, date(2025, 1, 1))
    assert found.needs == (
        "phong trào theo chuyên đề do tỉnh hoặc bộ, ban, ngành phát động, từ 03 năm trở lên, khi tổng kết; "
        "hoặc thi đua thường xuyên, xét theo năm"
    )
    assert found.citation == "khoản 1, khoản 2 Điều 26 Luật Thi đua, khen thưởng 2022 (06/2022/QH15)"


def test_allowed_awards_of_a_short_drive_of_a_unit() -> None:
    day, drive = date(2025, 1, 1), Movement("unit", "drive", 0.3, "final")
    pairs = {(row.award, subject) for row in movement_rows_on(day) for subject in row.subjects}
    allowed = {
        (award, subject)
        for award, subject in pairs
        if verdict(awards()[award], subject, drive, day).answer == "allowed"
    }
    assert {("giay_khen", "household"), ("bang_khen_bo_tinh", "collective")} <= allowed
    assert not any(award.startswith(("co_thi_dua_bo", "huan_chuong")) for award, _ in allowed)


@pytest.mark.parametrize(
    ("award_id", "subject", "expected"),
    [
        ("gia_dinh_van_hoa", "household", True),
        ("gia_dinh_van_hoa", "collective", False),
        ("co_thi_dua_bo_tinh", "village", True),
        ("co_thi_dua_bo_tinh", "individual", False),
        ("giay_khen", "chi đội", True),
    ],
)
def test_accepts(award_id: str, subject: str, *, expected: bool) -> None:
    assert accepts(award(award_id), subject) is expected


@pytest.mark.parametrize(
    ("form", "subject", "said"),
    [
        ("chien_si_thi_dua_co_so", "collective", "chỉ xét cho cá nhân"),
        ("huan_chuong_lao_dong_1", "household", "chỉ xét cho tập thể hoặc cá nhân"),
        ("ky_niem_chuong", "individual", "không xét theo phong trào thi đua"),
    ],
)
def test_whom_an_award_is_for(form: str, subject: str, said: str) -> None:
    launched = movement(["province", "thematic", "3", "final"])
    assert verdict(award(form), subject, launched, date(2024, 1, 1)).needs == said
