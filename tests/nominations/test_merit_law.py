"""Nominations against the law, day by day (``merit_law.yaml``); and that what is not sure never is an error."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.campaigns import codes, found
from tests.golden import hold, said
from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.law import eligibility, merit, prior_awards, regimes
from thidua_cli.law.dated import Confidence, may_block
from thidua_cli.law.regimes import at

CASES = yaml.load(Path(__file__).with_name("merit_law.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
READERS = {
    eligibility: (eligibility.standards, eligibility.limits, eligibility.exclusions),
    prior_awards: (prior_awards.route,),
    merit: (merit.principle, merit.dossier_parts),
}
DOUBTFUL = [one for one in Confidence if not may_block(one)]


def nominations(case: dict[str, Any]) -> list[dict[str, Any]]:
    more = case.get("repeat", {"count": "0"})
    same = {key: value for key, value in more.items() if key != "count"}
    return [*case["list"], *({**same, "name": f"Trần Văn {number}"} for number in range(int(more["count"])))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_law(case: dict[str, Any]) -> None:
    day = case.get("day", "2025-01-15")
    assert codes(nominations(case), day=day, **case.get("campaign", {})) == case["expected"]


def test_what_is_said() -> None:
    told = {}
    for case in CASES:
        findings = found(nominations(case), day=case.get("day", "2025-01-15"), **case.get("campaign", {}))
        told[case["name"]] = map(said, findings)
    assert len(told) == len(CASES), "two cases have one name"
    hold(Path(__file__).with_name("merit_law.out"), told)


@pytest.fixture(params=DOUBTFUL, ids=str)
def all_in_doubt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every value of the law on merit known only in this doubtful way."""

    def doubted(values: Any, day: date) -> list[Any]:
        return [value.model_copy(update={"confidence": request.param}) for value in at(values, day)]

    forget()
    for module in (regimes, eligibility, merit):
        monkeypatch.setattr(module, "at", doubted)
    yield
    forget()


def forget() -> None:
    for readers in READERS.values():
        for reader in readers:
            reader.cache_clear()


def test_no_doubtful_value_makes_an_error(all_in_doubt: None) -> None:
    broken = [case for case in CASES if any("error" in one for one in case["expected"])]
    assert len(broken) > 30
    for case in broken:
        expected = [one for one in case["expected"] if not one.startswith("bad-value")]
        told = [
            one
            for one in found(nominations(case), day=case.get("day", "2025-01-15"), **case.get("campaign", {}))
            if one.code != "bad-value"
        ]
        assert len(told) == len(expected), case["name"]
        assert all(one.severity in (Severity.WARNING, Severity.NOTE) for one in told), case["name"]


def test_basis_names_article_and_day() -> None:
    (one,) = found([{"award": "ttldtt", "name": "Phòng Một", "members": "10", "advanced": "6", "warned": "0"}])
    assert one.basis == ("điểm c khoản 1 Điều 28 Luật Thi đua, khen thưởng 2022 (06/2022/QH15), từ ngày 01/01/2024")
    assert one.message == (
        "chưa đủ tiêu chuẩn Tập thể lao động tiên tiến: số đạt Lao động tiên tiến là 6 trên 10 người (60%)"
    )
    assert one.hint.endswith("với 10 người phải có từ 7, còn thiếu 1")
    assert one.about.told == "Phòng Một"


@pytest.mark.parametrize(
    ("day", "members", "advanced", "said"),
    [
        ("2023-12-31", 9, 4, "với 9 người phải có từ 5, còn thiếu 1"),  # more than a half
        ("2023-12-31", 10, 4, "với 10 người phải có từ 6, còn thiếu 2"),
        ("2025-01-15", 9, 4, "với 9 người phải có từ 7, còn thiếu 3"),  # seventy of a hundred
        ("2025-01-15", 10, 4, "với 10 người phải có từ 7, còn thiếu 3"),
    ],
)
def test_how_many_members_are_lacking(day: str, members: int, advanced: int, said: str) -> None:
    collective = {"award": "ttldtt", "name": "Phòng Một", "warned": "0"}
    (one,) = found([{**collective, "members": str(members), "advanced": str(advanced)}], day=day)
    assert one.hint.endswith(said)


@pytest.mark.parametrize(
    ("prior", "said"),
    [
        ("2021, 2023", "đã có năm 2021 và 2023, thiếu năm 2022"),
        ("2023", "đã có năm 2023, thiếu năm 2021 và 2022"),
        ("2022, 2023", "đã có năm 2022 và 2023, thiếu năm 2021"),
        ("2022, 2024", "đã có năm 2022 và 2024, thiếu năm 2023"),
        ("2016, 2018", "đã có năm 2016 và 2018, thiếu năm 2017"),
        ("2015, 2018, 2019", "đã có năm 2015, 2018 và 2019, thiếu năm 2020"),
        ("2025, 2026", "chưa thấy năm nào, thiếu năm 2021, 2022 và 2023"),
    ],
)
def test_no_more_years_are_named_than_are_missing(prior: str, said: str) -> None:
    (one,) = found([{"award": "cstd-tinh", "year": "2024", "initiative": "tỉnh", "prior": f"CSTĐCS {prior}"}])
    assert f"cần 03 lần liên tục Chiến sĩ thi đua cơ sở, {said}" in one.message


def test_a_share_by_law_that_cannot_be_counted_is_told_at_the_first_of_its_nominees() -> None:
    fighters = [{"award": "cstd", "rating": "tốt", "initiative": "cơ sở", "unit": f"P{n}"} for n in range(3)]
    (one,) = found(fighters, day="2023-12-31", units=[{"name": f"P{n}"} for n in range(3)])
    assert isinstance(one.where, Spot)
    assert (one.code, one.where.path) == ("quota-undecided", "nominations[0].award")
    assert one.hint == "thêm những người được đề nghị Lao động tiên tiến vào danh sách"
    assert one.about is not None
    assert one.about.units == ("P0", "P1", "P2")


def test_two_of_one_name_in_one_unit_count_as_two() -> None:
    person = {"name": "Nguyễn Văn A", "unit": "P1", "rating": "tốt"}
    rows = [{**person, "award": "ldtt", "id_number": str(number)} for number in range(1, 7)]
    rows.append({**person, "award": "cstd", "initiative": "cơ sở", "id_number": "7"})
    assert codes(rows, day="2023-12-31") == []
    assert codes(rows[1:], day="2023-12-31") == ["share-exceeded error"]


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ([("2022", "A"), ("2023", "A"), ("2024", "A")], None),
        ([("2021", "B"), ("2022", "A"), ("2023", "B"), ("2024", "A")], "error"),
        ([("2022", "A"), ("2024", "A")], "warning"),
        ([("2022", "A"), ("2023", "B"), ("2024", "A")], "error"),
        ([("2022", "B"), ("2023", "B"), ("2024", "B")], "warning"),
    ],
    ids=[
        "the register has all",
        "the register shows the gap",
        "the register has nothing of that year",
        "the register shows the gap and knows nothing of other years",
        "the register does not know the nominee",
    ],
)
def test_the_register_tells_of_prior_awards(lines: list[tuple[str, str]], severity: str | None) -> None:
    register = [
        {"name": f"Lê Thị {who}", "id_number": f"00{who}", "award": "CSTĐCS", "year": year} for year, who in lines
    ]
    nominee = {"award": "cstd-tinh", "name": "Lê Thị A", "id_number": "00A", "year": "2025", "initiative": "tỉnh"}
    assert codes([nominee], register=register) == ([f"prior-award-missing {severity}"] if severity else [])
    # What was not read of the register may be his.
    in_doubt = codes([nominee], register=register, register_doubted=True)
    assert in_doubt == (["prior-award-missing warning"] if severity else [])


def test_too_many_names_whom_to_prefer() -> None:
    case = {"list": [{"award": "cstd", "rating": "tốt", "initiative": "cơ sở"}]}
    case["repeat"] = {"award": "ldtt", "rating": "tốt", "count": "5"}  # type: ignore[assignment]
    (one,) = found(nominations(case), day="2023-12-31")
    assert one.message == ("đề nghị 1 Chiến sĩ thi đua cơ sở trên 6 trường hợp đạt Lao động tiên tiến, tối đa 0 (15%)")
    assert "tập thể có từ 70% là nữ" in one.hint


@pytest.mark.parametrize(("award", "said"), [("bang-khen", "; hoặc 02 năm"), ("bktt", "; ngoài ra phải 05 năm")])
def test_what_a_route_asks_beside_the_awards_is_told(award: str, said: str) -> None:
    nominee = {"award": award, "subject": "individual", "received": "2024-06-01", "facts": {"loai_hinh": "công trạng"}}
    hints = [one.hint for one in found([nominee])]
    assert any(said in hint for hint in hints), hints


def test_an_award_that_must_be_held_is_another_than_those_held() -> None:
    nominee = {"award": "bktt", "subject": "individual", "received": "2024-06-01", "facts": {"loai_hinh": "công trạng"}}
    without = [one.message for one in found([{**nominee, "prior": "Giấy khen 2018"}])]
    holder = [one.message for one in found([{**nominee, "prior": "Bằng khen của Bộ, ban, ngành, tỉnh 2018"}])]
    told = "chưa thấy Bằng khen của Bộ, ban, ngành, tỉnh"
    assert [told in message for message in (*without, *holder)] == [True, *[False] * len(holder)], (without, holder)


@pytest.mark.parametrize(("established", "young"), [("2014", False), ("2015", True)])
def test_a_collective_is_old_enough_on_the_year(established: str, *, young: bool) -> None:
    nominee = {"award": "hcld3", "subject": "collective", "received": "2024-06-01", "established": established}
    messages = [one.message for one in found([{**nominee, "facts": {"loai_hinh": "công trạng"}}])]
    assert any("cần từ 10 năm" in message for message in messages) is young
