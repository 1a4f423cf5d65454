"""One nominee twice, people of one name, and nominations that come late or from another year."""

import unicodedata
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign, codes, found
from thidua_cli.campaign.identity import nominees
from thidua_cli.campaign.law_day import law_day
from thidua_cli.checks.nominations import births
from thidua_cli.findings.about import Spot
from thidua_cli.vietnamese.sameness import name_key

ERROR, WARNING, NOTE = ("duplicate-nominee error", "duplicate-nominee warning", "duplicate-nominee note")
HOA = "Nguyễn Thị Hòa"


def twice(first: dict[str, Any], second: dict[str, Any]) -> list[str]:
    common = {"award": "giay-khen", "subject": "individual", "unit": "Phòng Một", "name": HOA}
    return codes([{**common, **first}, {**common, **second}])


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ({}, [ERROR]),
        ({"name": "Nguyễn Thị Hoà"}, [ERROR]),
        ({"name": unicodedata.normalize("NFD", HOA)}, [ERROR]),
        ({"name": "NGUYỄN  THỊ HÒA"}, [ERROR]),
        ({"unit": "phòng  một"}, [ERROR]),
        ({"name": "Nguyễn Thị Hoa"}, []),
        ({"unit": "Phòng Hai"}, [NOTE]),
        ({"subject": "household"}, []),
        ({"name": "Nguyen Thi Hoa"}, [WARNING]),
        ({"name": "Bà Nguyễn Thị Hoà"}, [ERROR]),
        ({"unit": None}, [NOTE]),
        ({"year": "2024"}, [WARNING]),
    ],
    ids=[
        "same",
        "place of the tone",
        "NFD",
        "capitals",
        "spelling of the unit",
        "accent",
        "unit",
        "household",
        "no accents",
        "address",
        "no unit",
        "year",
    ],
)
def test_same_name(second: dict[str, Any], expected: list[str]) -> None:
    assert twice({}, second) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"id_number": "001"}, {"id_number": "001"}, [ERROR]),
        ({"id_number": "001"}, {"id_number": "002"}, []),
        ({"id_number": "001"}, {"id_number": "0 01", "unit": "Phòng Hai"}, [ERROR]),
        ({"id_number": "001"}, {"id_number": "001", "name": "Trần Văn B"}, [WARNING]),
        ({"id_number": "001"}, {}, [ERROR]),
        ({"born": "1980-05-19"}, {"born": "1980-05-19"}, [ERROR]),
        ({"born": "1980-05-19"}, {"born": "1981-05-19"}, []),
        ({"born": "1980-05-19"}, {"born": "1980"}, [ERROR]),
        ({"born": "1980-05-19"}, {"born": "1980-05-19", "unit": "Phòng Hai"}, [WARNING]),
        ({"born": "1980-05-19"}, {"born": "1981-05-19", "unit": "Phòng Hai"}, []),
        ({"born": "1980"}, {"born": "1980", "unit": "Phòng Hai"}, [NOTE]),
        ({"id_number": "001"}, {"id_number": "002", "unit": "Phòng Hai"}, []),
    ],
)
def test_what_tells_people_apart(first: dict[str, Any], second: dict[str, Any], expected: list[str]) -> None:
    assert twice(first, second) == expected


def test_the_finding_names_both_places() -> None:
    common = {"award": "giay-khen", "subject": "individual", "unit": "Phòng Một"}
    (one,) = found([{**common, "name": "Nguyễn Thị Hoà"}, {**common, "name": HOA}])
    assert one.message == "“Nguyễn Thị Hòa” được đề nghị Giấy khen hai lần (dòng trước ghi là “Nguyễn Thị Hoà”)"
    assert isinstance(one.where, Spot)
    assert one.where.path == "nominations[1].name"
    ((spot, _),) = one.others
    assert isinstance(spot, Spot)
    assert spot.path == "nominations[0].name"


@pytest.mark.parametrize("names", [("Trần Thị Hạ", "Trần Thị Hà"), ("Trần Thị Hà", "Lê Văn Bình")])
def test_one_number_of_two_names_tells_both(names: tuple[str, str]) -> None:
    (one,) = found([{"name": name, "award": "giay-khen", "id_number": "001099000001"} for name in names])
    assert one.message == f"số định danh 001099000001 ghi cho hai tên: “{names[0]}” và “{names[1]}”"
    assert isinstance(one.where, Spot)
    assert one.where.path == "nominations[1].id_number"


@pytest.mark.parametrize(
    ("first", "second", "subject", "asked"),
    [
        ("001", "001", "individual", False),
        ("001", None, "individual", True),
        (None, "001", "individual", True),
        (None, None, "individual", True),
        (None, None, "collective", False),
    ],
)
def test_who_may_be_two_is_asked_for_what_tells_them_apart(
    first: Any, second: Any, subject: str, *, asked: bool
) -> None:
    row = {"award": "giay-khen", "subject": subject, "unit": "P1", "name": "A"}
    (one,) = found([{**row, "id_number": first}, {**row, "id_number": second}])
    assert ("số định danh hoặc ngày sinh" in one.hint) is asked


def test_of_many_rows_that_may_be_one_nomination_a_few_are_shown() -> None:
    row = {"award": "giay-khen", "subject": "individual", "unit": "P1", "name": "A"}
    rows = [row, *({**row, "year": str(year)} for year in range(2020, 2026))]
    (one,) = found(rows)
    assert [spot.path for spot, _ in one.others if isinstance(spot, Spot)] == [
        f"nominations[{number}].name" for number in (0, 2, 3)
    ]


def test_one_person_from_two_units_for_two_awards() -> None:
    rows = [
        {"award": "ldtt", "rating": "tốt", "unit": "P1", "name": "A", "id_number": "001"},
        {"award": "cstd", "rating": "xuất sắc", "unit": "P2", "name": "A", "id_number": "001"},
    ]
    assert codes(rows) == [WARNING]


def test_namesakes_are_told_of_once() -> None:
    rows = [
        {"award": "giay-khen", "subject": "individual", "name": "Nguyễn Văn A", "unit": f"Phòng {n}"} for n in range(9)
    ]
    (one,) = found(rows)
    assert "Phòng 0, Phòng 1, Phòng 2 và 6 nơi khác" in one.message
    assert "cần xác nhận" in one.hint
    assert isinstance(one.where, Spot)
    assert (one.where.path, [spot.path for spot, _ in one.others]) == (
        "nominations[1].name",
        ["nominations[0].name", "nominations[2].name"],
    )


def test_collectives_of_one_name_in_several_units_are_several() -> None:
    rows = [{"award": "giay-khen", "subject": "collective", "name": "Tổ 1", "unit": f"P{n}"} for n in range(2)]
    assert codes(rows) == []
    rows = [{"award": "co-tinh", "name": "Tổ 1", "unit": f"P{n}"} for n in range(2)]
    assert codes(rows) == []
    rows = [{"award": "giay-khen", "name": "Nguyễn Văn A", "unit": f"P{n}"} for n in range(2)]  # of persons as well
    assert len(codes(rows)) == 1


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("tong-ket", "TỔNG KẾT", [ERROR]),
        ("Tổng kết", "so-ket", []),
        ("Tổng kết", "Hội nghị A", []),
        ("Hội nghị A", "HỘI NGHỊ A", [ERROR]),
        ("Hội nghị A", "Hội nghị B", []),
    ],
)
@pytest.mark.parametrize("kind", ["occasions", "phases"])
def test_a_review_is_the_same_however_it_is_typed(kind: str, first: str, second: str, expected: list[str]) -> None:
    extra: dict[str, str] = {"kind": "award"} if kind == "occasions" else {}
    declared = [{"id": "tong-ket", "name": "Tổng kết", **extra}, {"id": "so-ket", "name": "Sơ kết", **extra}]
    row = {"award": "giay-khen", "name": "A", "unit": "P1", "subject": "individual"}
    rows = [{**row, kind.removesuffix("s"): typed} for typed in (first, second)]
    assert codes(rows, **{kind: declared}) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Xã Trấn Ninh", []),
        ("Xa Tran Ninh", ["duplicate-nominee warning"]),
        ("XÃ TRẦN NINH", ["duplicate-nominee error"]),
    ],
)
def test_accents_tell_the_units_of_collectives_apart_where_there_are_any(other: str, expected: list[str]) -> None:
    row = {"award": "giay-khen", "subject": "collective", "name": "Thôn Một"}
    assert codes([{**row, "unit": "Xã Trần Ninh"}, {**row, "unit": other}]) == expected


def test_awards_of_reviews_that_may_be_one() -> None:
    person = {"name": "A", "unit": "P"}
    rows = [{**person, "award": "giay-khen", "year": "2024"}, {**person, "award": "bang-khen"}]
    assert codes(rows, mode="drive") == ["award-conflict warning"]
    assert codes(rows[::-1], mode="drive") == ["award-conflict warning"]


@given(st.text(alphabet="aàáảãạeèéêếioòóôớuùúưứyỳhntg ", min_size=1, max_size=20))
def test_spelling_does_not_change_the_key(name: str) -> None:
    assert name_key(name.upper()) == name_key(name)
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)
    assert name_key(f" {name}  ") == name_key(name)


def test_one_name_many_times_is_one_group() -> None:
    entries = campaign([{"award": "giay-khen", "name": "A", "unit": "P"}] * 4000).entries
    assert [len(group) for group in nominees(entries).same] == [4000]


REVIEW = {"id": "tong-ket", "name": "Tổng kết", "kind": "final", "date": "2024-12-20", "dossiers_by": "2024-12-10"}
YEAR = {"mode": "drive", "start": "2024-03-01", "end": "2024-11-30"}


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2024-12-10", []),
        ("2024-12-11", ["late-nomination warning"]),
        ("2024-12", []),
        ("2025-01", ["late-nomination warning"]),
        ("2024-03-01", []),
        ("2024-02-29", ["outside-campaign error"]),
    ],
)
def test_received(received: str, expected: list[str]) -> None:
    assert codes([{"award": "giay-khen", "received": received}], occasions=[REVIEW], **YEAR) == expected


def test_the_deadline_of_a_review_that_is_not_understood_is_not_guessed() -> None:
    rows = [{"award": "giay-khen", "received": "2024-12-16", "occasion": "Sơ kết quý I"}]
    assert codes(rows, occasions=[REVIEW], **YEAR) == []


def test_late_by_how_much() -> None:
    (one,) = found([{"award": "giay-khen", "received": "2024-12-16"}], occasions=[REVIEW], **YEAR)
    assert one.message == "hồ sơ nhận ngày 16/12/2024, sau hạn 10/12/2024 của “Tổng kết” 6 ngày"
    assert one.others == (("campaign.occasions[0].dossiers_by", "hạn khai ở đây"),)


def test_the_deadline_of_a_review_held_once_is_of_its_own_year() -> None:
    span = {"occasions": [REVIEW], "mode": "drive", "start": "2022-03-01", "end": "2024-11-30"}
    for received, late in (("2024-12-10", []), ("2024-12-11", ["late-nomination warning"])):
        assert codes([{"award": "giay-khen", "received": received, "year": "2022"}], **span) == late


def test_the_deadline_of_a_review_held_in_the_next_year() -> None:
    review = {"id": "nam", "name": "Hằng năm", "kind": "award", "every": "year"}
    review |= {"date": "2022-12-20", "dossiers_by": "2023-01-10"}
    span = {"occasions": [review], "mode": "drive", "start": "2022-01-01", "end": "2025-12-31"}
    for received, late in (("2025-01-10", []), ("2025-01-11", ["late-nomination warning"])):
        assert codes([{"award": "giay-khen", "received": received, "year": "2024"}], **span) == late


@pytest.mark.parametrize(
    ("due", "in_time"),
    [
        ("2024-02-29", ["2022-02-28", "2023-02-28", "2024-02-29", "2028-02-29"]),
        ("2024-02", ["2023-02-28", "2024-02-29"]),
        ("2023-02", ["2023-02-28", "2024-02-29"]),
        ("2023-02-28", ["2023-02-28", "2024-02-28"]),
        ("2023-04", ["2024-04-30"]),
        ("2023-12-31", ["2024-12-31"]),
    ],
)
def test_the_last_day_of_a_month_in_every_year(due: str, in_time: list[str]) -> None:
    review = {"id": "nam", "name": "Hằng năm", "kind": "award", "every": "year", "dossiers_by": due}
    span = {"occasions": [review], "mode": "drive", "start": "2022-01-01", "end": "2029-12-31"}
    for last in map(date.fromisoformat, in_time):
        for day, late in ((last, []), (last + timedelta(days=1), ["late-nomination warning"])):
            row = {"award": "giay-khen", "received": str(day), "year": str(last.year)}
            assert codes([row], **span) == late, day


@pytest.mark.parametrize(
    ("received", "year", "expected"),
    [
        ("2023-12-15", "2023", []),
        ("2023-12-16", "2023", ["late-nomination warning"]),
        ("2024-12-15", "2024", []),
        ("2024-12-15", "2023", ["late-nomination warning"]),
        ("2024-12-31", None, []),
    ],
)
def test_a_review_of_every_year(received: str, year: str | None, expected: list[str]) -> None:
    review = {"id": "nam", "name": "Hằng năm", "kind": "award", "every": "year", "dossiers_by": "2022-12-15"}
    row = {"award": "giay-khen", "received": received, **({"year": year} if year else {})}
    assert codes([row], occasions=[review], mode="drive", start="2022-01-01", end="2025-12-31") == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2023", ["outside-campaign error"]), ("2024", []), ("2025", ["outside-campaign error"])],
)
def test_year(year: str, expected: list[str]) -> None:
    assert codes([{"award": "giay-khen", "year": year}], occasions=[REVIEW], **YEAR) == expected


def test_the_year_of_a_review_after_the_end_belongs_to_the_campaign() -> None:
    after = {**REVIEW, "date": "2025-01-20", "dossiers_by": "2025-01-10"}
    assert codes([{"award": "giay-khen", "year": "2025"}], occasions=[after], **YEAR) == []


def test_an_id_number_that_lost_its_zero_in_excel_is_still_the_same() -> None:
    people = [
        {"award": "giay-khen", "name": "Trần Thị B", "unit": "P", "id_number": "058085000011"},
        {"award": "giay-khen", "name": "TRẦN THỊ B", "unit": "Phòng P", "id_number": "58085000011"},
    ]
    assert [len(group) for group in nominees(campaign(people).entries).same] == [2]


@pytest.mark.parametrize(
    ("span", "year", "told"),
    [
        ({"start": "2024-01-01", "end": "2024-12-31"}, "2022", "(năm 2024)"),
        ({"start": "2023-01-01", "end": "2024-12-31"}, "2022", "(từ 2023 đến 2024)"),
        ({"start": "2023-01-01", "end": {"event": "khi Đại hội thành công"}}, "2022", "(từ 2023)"),
        ({"start": "issue", "end": "2024-12-31"}, "2026", "(năm 2024)"),
    ],
)
def test_the_years_of_a_campaign_are_told(span: dict[str, Any], year: str, told: str) -> None:
    nominee = {"award": "giay-khen", "subject": "individual", "unit": "P1", "year": year}
    messages = [one.message for one in found([nominee], **span) if one.code == "outside-campaign"]
    assert len(messages) == 1
    assert told in messages[0]


@pytest.mark.parametrize(
    ("born", "received", "likely"),
    [
        ("2024-12-01", "2024-12-01", True),
        ("2024-12-02", "2024-12-01", False),
        ("2024-12", "2024-12-01", True),
        ("2025-01", "2024-12-01", False),
        ("1924-12-01", "2024-12-01", True),
        ("1923-12-02", "2024-12-01", True),
        ("1923-12-01", "2024-12-01", False),
        ("1923", "2024-12-01", True),
        ("1922", "2024-12-01", False),
        ("2025", None, False),
        ("2009", None, True),
        ("1939", None, True),
    ],
)
def test_nobody_is_born_after_his_award_or_a_hundred_years_before(
    born: str, received: str | None, *, likely: bool
) -> None:
    row = {"award": "giay-khen", "born": born, **({"received": received} if received else {})}
    context = campaign([row], mode="drive", start="2024-03-01", end="2024-11-30", day="2024-12-31")
    assert [one.code for one in births.unlikely(context)] == ([] if likely else ["birth-unlikely"])


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({"occasion": "so-ket"}, "2024-06-15"),
        ({"occasion": "tong-ket"}, "2024-12-05"),
        ({"occasion": "nam", "year": "2023"}, "2023-12-31"),
        ({"occasion": "nam"}, "2025-01-15"),
        ({"occasion": "so-ket", "received": "2024-05-02"}, "2024-05-02"),
        ({"occasion": "sau"}, "2025-01-15"),
    ],
)
def test_the_day_whose_law_a_nomination_is_held_against(said: dict[str, str], day: str) -> None:
    reviews = [
        {"id": "so-ket", "name": "Sơ kết", "kind": "interim", "date": "2024-06-15"},
        {"id": "tong-ket", "name": "Tổng kết", "kind": "final", "date": "2024-12-20", "dossiers_by": "2024-12-05"},
        {"id": "nam", "name": "Hằng năm", "kind": "award", "every": "year", "date": "2023-11-20"},
        {"id": "sau", "name": "Lần sau", "kind": "award", "date": "2026-05-20"},
    ]
    context = campaign([{"award": "giay-khen", **said}], occasions=reviews)
    assert law_day(context.entries[0], context) == date.fromisoformat(day)
