"""The column Khen thưởng đã nhận: every name of the catalogue in every way of writing it, as text and in a list."""

import pytest
from pydantic import ValidationError

from thidua_cli.law.award_catalogue import awards
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.prior import parse_prior_awards

NAMES = [(one.id, name) for one in awards().values() for name in (one.name, one.short, *one.aliases) if name]
WAYS: dict[str, list[int | None]] = {
    "{}": [None],
    "{} 2021": [2021],
    "{}, 2021": [2021],
    "{} năm 2021": [2021],
    "{}: 2021, 2022": [2021, 2022],
    "{} (2021, 2022)": [2021, 2022],
    "- {} các năm 2021 và 2022.": [2021, 2022],
    "{} 2021-2023": [2021, 2022, 2023],
    "{} 2023 – 2021": [2021, 2022, 2023],
    "{0} 2021, {0} 2022": [2021, 2022],
    "{0} 2021, 2022, {0}": [2021, 2022, None],
    "{0} 2021 và {0} 2022": [2021, 2022],
    "{0} 2021; {0} 2022": [2021, 2022],
    "{0} 2021\n{0} 2022\n": [2021, 2022],
    "2021: {}": [2021],
    "Năm 2021, 2022: {0}, 2023: {0}": [2021, 2022, 2023],
}


@pytest.mark.parametrize("way", WAYS)
def test_every_name_in_every_way(way: str) -> None:
    for award, name in NAMES:
        typed = way.format(name)
        told = [(award, year) for year in WAYS[way]]
        for prior in (typed, [typed]):
            read = Nomination.model_validate({"name": "A", "prior": prior}).prior
            assert [(one.award, one.year) for one in read] == told, typed


def test_every_name_beside_another() -> None:
    for award, name in NAMES:
        for sign in (", ", " và ", "; ", " + "):
            read = parse_prior_awards(f"CSTĐCS 2020{sign}{name} 2021")
            assert [(one["award"], one["year"]) for one in read] == [("chien_si_thi_dua_co_so", 2020), (award, 2021)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Giấy khen 2022 (QĐ 12/QĐ-SXD)", [(2022, "12/QĐ-SXD")]),
        ("Giấy khen (Quyết định số 2021/QĐ-UBND) 2022", [(2022, "2021/QĐ-UBND")]),
        ("Giấy khen 2021, 2022 (QĐ 1/QĐ)", [(2021, "1/QĐ"), (2022, "1/QĐ")]),
        ("Giấy khen 2021 (QĐ 1/QĐ), 2022 (QĐ 2/QĐ)", [(2021, "1/QĐ"), (2022, "2/QĐ")]),
        ("Giấy khen 2021 (QĐ 1/QĐ), Giấy khen 2022", [(2021, "1/QĐ"), (2022, None)]),
        ("Giấy khen 2021 (QĐ 1/QĐ) (QĐ 2/QĐ)", [(2021, "1/QĐ, 2/QĐ")]),
        ("2021: Giấy khen (QĐ 1/QĐ); 2022: Giấy khen", [(2021, "1/QĐ"), (2022, None)]),
    ],
)
def test_a_decision_is_that_of_the_years_before_it(typed: str, expected: list[tuple[int, str | None]]) -> None:
    assert [(one["year"], one["decision"]) for one in parse_prior_awards(typed)] == expected


def test_years_belong_to_the_name_beside_them() -> None:
    read = parse_prior_awards("LĐTT, CSTĐCS 2021, 2022")
    assert [(one["award"], one["year"]) for one in read] == [
        ("lao_dong_tien_tien", None),
        ("chien_si_thi_dua_co_so", 2021),
        ("chien_si_thi_dua_co_so", 2022),
    ]


def test_years_may_stand_within_a_name() -> None:
    (read,) = parse_prior_awards("Bằng khen năm 2020 của Bộ trưởng Bộ Nội vụ (QĐ 5/QĐ-BNV)")
    assert (read["award"], read["year"], read["decision"]) == ("bang_khen_bo_tinh", 2020, "5/QĐ-BNV")


@pytest.mark.parametrize("typed", ["Giải nhất 2021", "2021, 2022", "CSTĐCS 2021, Giải nhất 2022", "CSTĐCS, Giải nhất"])
def test_what_is_no_award_is_refused(typed: str) -> None:
    for prior in (typed, [typed], ["Giấy khen 2020", typed]):
        with pytest.raises(ValidationError, match="không nhận ra danh hiệu"):
            Nomination.model_validate({"name": "A", "prior": prior})


@pytest.mark.parametrize("typed", ["", " ; ", "-", "\n"])
def test_nothing_is_no_award(typed: str) -> None:
    assert parse_prior_awards(typed) == []


def test_long_texts_are_read() -> None:
    assert len(parse_prior_awards("CSTĐCS, " * 3000)) == 3000
    assert len(parse_prior_awards("CSTĐCS 2021, 2022, " * 3000)) == 6000
    assert parse_prior_awards("," * 100_000) == []
