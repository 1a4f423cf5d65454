"""The register: whose awards are whose, what was given already, where list and book disagree."""

from typing import Any

import pytest

from tests.campaigns import campaign, told
from thidua_cli.campaign.history import history
from thidua_cli.checks.nominations import register
from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Severity

AGAIN = {"reissue": "cấp lại ngày 10/3/2025: mất"}
WHO = {"name": "Nguyễn Hoà An", "unit": "Phòng Một"}
AN = {**WHO, "subject": "individual", "award": "cstd"}
ID, OTHER = "079000000001", "079000000002"


def line(year: int, **more: str) -> dict[str, Any]:
    return {"award": "CSTĐCS", "year": str(year), "decision": f"{year}/QĐ-SXD", **WHO, **more}


@pytest.mark.parametrize(
    ("nominee", "lines", "years", "sure"),
    [
        ({}, [], [], True),
        ({}, [line(2023), line(2022)], [2022, 2023], True),
        ({}, [line(2023, name="nguyễn  hòa AN", unit="phòng một")], [2023], True),
        ({}, [line(2023, name="NGUYEN HOA AN")], [2023], False),
        ({}, [line(2023, name="Bà Nguyễn Hoà An")], [2023], True),
        ({"name": "Đ/c Nguyễn Hòa An"}, [line(2023)], [2023], True),
        ({}, [line(2023, name="Nguyễn Hoa Ân")], [], False),
        ({}, [line(2023, name="Trần Hoà An")], [], True),
        ({}, [line(2023, unit="Phòng Hai")], [], False),
        ({"unit": "Xã Trần Ninh"}, [line(2023, unit="XÃ TRẦN - NINH")], [2023], True),
        ({"unit": "Xã Trần Ninh"}, [line(2023, unit="Xa Tran Ninh")], [2023], True),
        ({"unit": "Xã Trần Ninh"}, [line(2023, unit="Xã Trấn Ninh")], [], False),
        ({"id_number": ID}, [line(2023, id_number=ID, unit="Phòng Hai")], [2023], True),
        ({"id_number": ID}, [line(2023, id_number="079 000 000 001")], [2023], True),
        ({"id_number": ID}, [line(2023, id_number=OTHER)], [], True),
        ({"id_number": ID}, [line(2022), line(2023, id_number=ID)], [2022, 2023], True),
        ({"id_number": ID}, [line(2022), line(2023, id_number=OTHER)], [], False),
        ({"id_number": ID}, [line(2023, id_number=ID, name="Lê Thị Bình")], [2023], False),
        ({}, [line(2022, id_number=ID), line(2023, id_number=OTHER)], [], False),
        ({}, [line(2022, id_number=ID), line(2023)], [2022, 2023], True),
    ],
)
def test_whose_awards_they_are(
    nominee: dict[str, str], lines: list[dict[str, str]], years: list[int], *, sure: bool
) -> None:
    context = campaign([{**AN, **nominee}], register=lines)
    found = history(context.entries[0], context)
    assert [award.year for award in found.awards] == years
    assert found.sure is sure
    notes = [one for one in told(register.CHECKS, context) if one.startswith("identity-unsure")]
    assert len(notes) == (not sure)


def test_history_without_register() -> None:
    context = campaign([AN])
    assert history(context.entries[0], context).awards == []
    assert told(register.CHECKS, context) == []


def test_a_namesake_collective_elsewhere_is_not_worth_a_note() -> None:
    nominee = {"name": "Phòng Tổng hợp", "unit": "Chi cục A", "subject": "collective", "award": "giay-khen"}
    context = campaign([nominee], register=[line(2023, name="Phòng Tổng hợp", unit="Chi cục B")])
    assert told(register.CHECKS, context) == []


@pytest.mark.parametrize(
    ("correction", "years", "unclear"),
    [
        ({}, [2022], False),
        ({"name": "Nguyễn Hoà Ân"}, [], False),
        ({"corrects": "99/QĐ-SXD"}, [2022, 2023], True),
        ({"name": "Nguyễn Hoà Ân", "award": "Lao động tiên tiến"}, [], False),
        ({"name": "Trần Văn C"}, [], False),
        ({"name": "Trần Văn C", "award": "Lao động tiên tiến"}, [2023], True),
    ],
)
def test_a_correction_replaces_one_line_and_keeps_the_book(
    correction: dict[str, str], years: list[int], *, unclear: bool
) -> None:
    new = {**line(2022, decision="7/QĐ-SXD", corrects="2023/QĐ-SXD"), **correction}
    if "name" in correction:
        new["year"] = "2023"
    context = campaign([AN], register=[line(2023), line(2023, name="Lê Thị Bình", award="Giấy khen"), new])
    assert [award.year for award in history(context.entries[0], context).awards] == years
    found = told([register.corrections], context)
    assert len(found) == unclear


@pytest.mark.parametrize(("number", "untouched"), [(ID, OTHER), (OTHER, ID)])
def test_a_correction_is_of_him_who_has_its_number(number: str, untouched: str) -> None:
    book = [line(2023, id_number=ID), line(2023, id_number=OTHER)]
    new = line(2022, decision="7/QĐ-SXD", corrects="2023/QĐ-SXD", id_number=number)
    context = campaign([AN], register=[*book, new])
    standing = [(one.value.id_number, one.value.year) for one in context.past.standing]
    assert standing == [(untouched, 2023), (number, 2022)]
    assert told([register.corrections], context) == []


@pytest.mark.parametrize(("unit", "years"), [("Phòng Một", [2022]), ("phòng hai", [2023])])
def test_a_correction_is_of_the_namesake_in_its_unit(unit: str, years: list[int]) -> None:
    new = line(2022, decision="7/QĐ-SXD", corrects="2023/QĐ-SXD", unit=unit)
    context = campaign([AN], register=[line(2023), line(2023, unit="Phòng Hai"), new])
    assert [award.year for award in history(context.entries[0], context).awards] == years
    assert told([register.corrections], context) == []


def test_a_correction_may_be_corrected() -> None:
    chain = [
        line(2021, decision="1"),
        line(2022, decision="2", corrects="1"),
        line(2023, decision="3", corrects="2"),
    ]
    context = campaign([AN], register=chain)
    assert [award.year for award in history(context.entries[0], context).awards] == [2023]


def given(day: str, **more: str) -> dict[str, Any]:
    return line(2024, **{"award": "Giấy khen", "campaign": "cchc-2024", "date": day, **more})


@pytest.mark.parametrize(
    ("nominee", "lines", "severity"),
    [
        ({"received": "2024-11-20"}, [given("2024-05-20")], Severity.ERROR),
        ({"received": "2024-11-20"}, [given("2024-12-05")], None),
        ({"received": "2024-11-20"}, [given("2024-11-20")], None),  # of the same day: its own result
        ({"received": "2024-11-20"}, [given("2024-11-19")], Severity.ERROR),
        ({"received": "2024-11-20"}, [given("2024-05-20"), given("2024-06-01")], Severity.ERROR),
        ({"received": "2024-11"}, [given("2024-11-10")], None),
        ({}, [given("2024-05-20")], Severity.WARNING),
        ({"received": "2024-11-20", "year": "2023"}, [given("2024-05-20")], Severity.ERROR),
        ({"received": "2024-11-20"}, [given("2024-05-20", campaign="khac")], None),
        ({"received": "2024-11-20"}, [given("2024-05-20", award="CSTĐCS")], None),
        ({"received": "2024-11-20"}, [given("2024-05-20", name="Lê Thị Bình")], None),
        ({"received": "2024-11-20", "id_number": ID}, [given("2024-05-20", id_number=OTHER)], None),
        (
            {"received": "2024-11-20"},
            [given("2024-05-20"), given("2024-06-01", corrects="2024/QĐ-SXD", award="CSTĐCS")],
            None,
        ),
        ({"received": "2023-12-31"}, [given("2023-05-20")], Severity.WARNING),
        ({"received": "2024-01-01"}, [given("2023-05-20")], Severity.ERROR),
        ({"received": "2026-09-30"}, [given("2024-05-20")], Severity.ERROR),
        ({"received": "2026-10-01"}, [given("2024-05-20")], Severity.WARNING),
    ],
)
def test_an_award_given_already(
    nominee: dict[str, str], lines: list[dict[str, str]], severity: Severity | None
) -> None:
    context = campaign([{**AN, "award": "giay-khen", **nominee}], register=lines, day="2026-11-01")
    found = [one for one in register.known_nominees(context) if one.code == "award-repeated"]
    assert [one.severity or severity_of(one.code) for one in found] == ([severity] if severity else [])
    assert all(one.others for one in found)


@pytest.mark.parametrize(("year", "codes"), [("2024", ["award-repeated"]), ("2023", [])])
def test_a_campaign_with_a_review_every_year_rewards_each_year_anew(year: str, codes: list[str]) -> None:
    reviews = [{"id": "so-ket", "name": "sơ kết", "kind": "interim", "every": "year"}]
    nominee = {**AN, "award": "giay-khen", "year": year}
    context = campaign([nominee], register=[given("2024-05-20")], occasions=reviews)
    assert [one.code for one in register.known_nominees(context)] == codes


def test_what_the_rest_of_a_book_may_say_is_not_held_against_anybody() -> None:
    lines = [line(2023), line(2022, name="Lê Thị Bình")]
    context = campaign([{**AN, "prior": "CSTĐCS 2022"}], register=lines, register_doubted=True)
    assert told([register.disagreements], context) == []


@pytest.mark.parametrize("year", ["2024", "2023"])
def test_a_campaign_with_one_review_rewards_once(year: str) -> None:
    reviews = [{"id": "tong-ket", "name": "tổng kết", "kind": "final"}]
    nominee = {**AN, "award": "giay-khen", "year": year}
    context = campaign([nominee], register=[given("2024-05-20")], occasions=reviews)
    assert [one.code for one in register.known_nominees(context)] == ["award-repeated"]


def test_one_of_several_decisions_of_an_award_is_enough() -> None:
    lines = [line(2023), line(2023, decision="15/QĐ-SXD")]
    context = campaign([{**AN, "prior": "CSTĐCS 2023 (QĐ 15/QĐ-SXD)"}], register=lines)
    assert told([register.disagreements], context) == []


@pytest.mark.parametrize(
    ("claimed", "written", "same"),
    [
        ("15", "15/QĐ-SXD", True),
        ("15/QĐ-SXD", "15", True),
        ("15/QĐ-SXD", "15/qđ-sxd", True),
        ("15/QĐ-SXD", "15/QĐ-UBND", False),
        ("SXD", "15/SXD", False),
        ("15/SXD", "SXD", False),
    ],
)
def test_one_decision_by_its_number(claimed: str, written: str, *, same: bool) -> None:
    context = campaign([{**AN, "prior": f"CSTĐCS 2023 (QĐ {claimed})"}], register=[line(2023, decision=written)])
    assert (told([register.disagreements], context) == []) is same


@pytest.mark.parametrize(
    ("prior", "said"),
    [
        ("CSTĐCS 2023", []),
        ("CSTĐCS 2023 (QĐ 2023)", []),
        ("CSTĐCS 2024", []),
        ("Giấy khen 2023", []),
        ("CSTĐCS", []),
        (
            "CSTĐCS 2023 (QĐ 15/QĐ-SXD)",
            ["ghi CSTĐCS năm 2023 theo Quyết định số 15/QĐ-SXD, sổ ghi theo Quyết định số 2023/QĐ-SXD năm 2023"],
        ),
        (
            "CSTĐCS 2022",
            ["ghi CSTĐCS năm 2022 nhưng sổ có quyết định năm đó mà không có tên này; sổ có của người này các năm 2023"],
        ),
    ],
)
def test_list_and_book_disagree(prior: str, said: list[str]) -> None:
    lines = [line(2023), line(2022, name="Lê Thị Bình")]
    context = campaign([{**AN, "prior": prior}], register=lines)
    assert told([register.disagreements], context) == [f"prior-differs: {one}" for one in said]


def test_an_award_is_told_by_the_year_of_merit_or_of_decision() -> None:
    context = campaign([{**AN, "prior": "CSTĐCS 2024"}], register=[line(2023, date="2024-01-15")])
    assert told([register.disagreements], context) == []


def test_the_line_of_the_year_of_merit_is_cited_first() -> None:
    lines = [line(2023, date="2024-01-15"), line(2024, date="2025-01-15")]
    context = campaign([{**AN, "prior": "CSTĐCS 2024 (QĐ 9/QĐ-SXD)"}], register=lines)
    (one,) = told([register.disagreements], context)
    assert "sổ ghi theo Quyết định số 2024/QĐ-SXD ngày 15/01/2025" in one
    others = [{**one, "name": "Lê Thị Bình"} for one in lines]
    context = campaign([{**AN, "prior": "CSTĐCS 2024"}], register=others)
    (found,) = register.disagreements(context)
    ((spot, _),) = found.others
    assert isinstance(spot, Spot)
    assert spot.path == "register[1].decision"


def test_the_workbook_of_the_example_is_what_the_script_writes() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    from tests.make_examples import WORKBOOK, workbook

    def cells(source: Any) -> dict[str, list[tuple[Any, ...]]]:
        book = load_workbook(source)
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}

    assert cells(WORKBOOK) == cells(BytesIO(workbook()))


def test_namesakes_of_the_book_are_told_with_their_lines_a_few_of_them() -> None:
    lines = [line(year, unit=f"Phòng {year}") for year in range(2019, 2024)]
    (found,) = [one for one in register.known_nominees(campaign([AN], register=lines)) if one.code == "identity-unsure"]
    assert "Phòng 2021 (CSTĐCS 2021) và 2 dòng nữa" in found.message
    assert [spot.path for spot, _ in found.others if isinstance(spot, Spot)] == [
        f"register[{at}].name" for at in range(3)
    ]


def test_of_a_doubtful_line_of_his_own_the_line_is_told() -> None:
    lines = [line(2023, name="NGUYEN HOA AN")]
    (found,) = [one for one in register.known_nominees(campaign([AN], register=lines)) if one.code == "identity-unsure"]
    assert [spot.path for spot, _ in found.others if isinstance(spot, Spot)] == ["register[0].name"]


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        ([line(2023), line(2023, **AGAIN)], [2023]),
        ([line(2023, **AGAIN), line(2023)], [2023]),
        ([line(2023), line(2023, note="Cấp đổi do rách")], [2023]),
        ([line(2023), line(2023, **AGAIN), line(2023, **AGAIN)], [2023]),
        ([line(2023, **AGAIN)], [2023]),
        ([line(2022, **AGAIN), line(2023)], [2022, 2023]),
        ([line(2023), line(2023, decision="88/QĐ-SXD", **AGAIN)], [2023, 2023]),
        ([line(2023), line(2023, award="LĐTT", **AGAIN)], [2023, 2023]),
        ([line(2023), line(2023, name="Trần Văn Bê", **AGAIN)], [2023]),
    ],
)
def test_a_certificate_issued_again_is_no_award_of_its_own(lines: list[dict[str, Any]], years: list[int]) -> None:
    context = campaign([AN], register=lines)
    found = history(context.entries[0], context)
    assert [one.value.year for one in found.lines] == years
