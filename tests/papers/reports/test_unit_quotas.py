"""What units were allowed and have, recounted from the raw lists by a program that knows nothing of the engine."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign
from tests.papers.awarding.awarding import decided, made, printed
from thidua_cli.campaign.course import courses
from thidua_cli.campaign.reviews import ANY, Review
from thidua_cli.papers.reports.report_quotas import UnitQuotas, unit_quotas

_UNITS = {"Phòng A": 20, "Phòng B": 9, "Phòng C": None}
_LISTED = [{"name": name, "headcount": count} for name, count in _UNITS.items() if count] + [{"name": "Phòng C"}]
_QUOTAS = [
    {"subject": "individual", "per": "unit", "max": 2},
    {"subject": "collective", "per": ["unit", "year"], "exactly": 1},
    {"subject": "household", "per": "unit", "share": {"max": "10%", "of": "headcount"}},
    {"subject": "household", "open": True, "per": "unit"},
    {"subject": "household", "max": 5},
]
_AWARDS = [{"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc", "quotas": _QUOTAS}]
_SPAN = {"start": "2023-01-01", "end": "2024-12-31"}
_NAMES = {
    "Giấy khen của Giám đốc, cá nhân": ("individual", None),
    "Giấy khen của Giám đốc, tập thể (năm 2023)": ("collective", 2023),
    "Giấy khen của Giám đốc, tập thể (năm 2024)": ("collective", 2024),
    "Giấy khen của Giám đốc, hộ gia đình": ("household", None),
}
_NOMINEES = st.lists(
    st.fixed_dictionaries(
        {"subject": st.sampled_from(["individual", "collective", "household"]), "year": st.sampled_from([2023, 2024])},
        optional={"unit": st.sampled_from(list(_UNITS))},
    ),
    max_size=9,
)
_ENDS = st.lists(st.sampled_from(["awarded", "passed", "refused", "proposed"]), min_size=9, max_size=9)


def _of(nominees: list[dict[str, Any]], ends: list[str], review: Review = ANY) -> list[UnitQuotas]:
    named = [{"name": f"Người số {number}", "award": "giay-khen", **one} for number, one in enumerate(nominees)]
    votes = [
        {"name": one["name"], "agree": 2 if end == "refused" else 9}
        for one, end in zip(named, ends, strict=False)
        if end != "proposed"
    ]
    decisions = [
        {
            "id": f"qd-{number}",
            "number": f"{number}/QĐ-A",
            "date": "2024-12-20",
            "decided_by": "Giám đốc",
            "awards": "giay-khen",
            "awarded": [one["name"]],
        }
        for number, (one, end) in enumerate(zip(named, ends, strict=False))
        if end == "awarded"
    ]
    context = campaign(named, {"votes": votes}, awards=_AWARDS, units=_LISTED, decisions=decisions, **_SPAN)
    return unit_quotas([one for one in courses(context) if review.may_be(one.review)], context, review)


@given(_NOMINEES, _ENDS)
def test_rows_are_those_of_the_lists(nominees: list[dict[str, Any]], ends: list[str]) -> None:
    groups = _of(nominees, ends)
    assert {group.name for group in groups} == set(_NAMES)
    for group in groups:
        subject, year = _NAMES[group.name]
        assert [row.unit for row in group.rows] == list(_UNITS)
        fit = [
            (one.get("unit"), end)
            for one, end in zip(nominees, ends, strict=False)
            if one["subject"] == subject and year in (None, one["year"])
        ]
        for row in group.rows:
            mine = [end for unit, end in fit if unit == row.unit]
            told = (len(mine), len([end for end in mine if end in ("passed", "awarded")]), mine.count("awarded"))
            sure = all(unit for unit, _ in fit)
            assert (row.proposed, row.passed, row.awarded) == (told if sure else (None, None, None))
            assert row.allowed == _allowed(subject, row.unit)
            if sure and row.allowed != "chưa tính được (không dưới 0)":
                assert row.verdict.split(" (")[0] == _verdict(subject, row.unit, len(mine))
            if not sure:
                assert row.verdict == "chưa kết luận" or row.verdict.startswith(("thừa ít nhất ", "đạt"))


def _most(subject: str, unit: str) -> int | None:
    if subject == "household":
        people = _UNITS[unit]
        return None if people is None else people // 10
    return {"individual": 2, "collective": 1}[subject]


def _allowed(subject: str, unit: str) -> str:
    most = _most(subject, unit)
    if most is None:
        return "chưa tính được (không dưới 0)"
    return f"đúng {most}" if subject == "collective" else f"tối đa {most}"


def _verdict(subject: str, unit: str, count: int) -> str:
    most = _most(subject, unit)
    assert most is not None
    if count > most:
        return f"thừa {count - most}"
    return "thiếu 1" if subject == "collective" and not count else "đạt"


def test_a_report_of_one_year_has_no_row_that_counts_others() -> None:
    nominees = [
        {"subject": who, "unit": "Phòng A", "year": year}
        for who in ("individual", "collective")
        for year in (2023, 2024)
    ]
    groups = _of(nominees, ["passed"] * 4, Review(year=2023))
    found = {(group.name, row.unit): row.proposed for group in groups for row in group.rows}
    assert found["Giấy khen của Giám đốc, tập thể (năm 2023)", "Phòng A"] == 1
    assert not any("2024" in name for name, _ in found)
    assert ("Giấy khen của Giám đốc, cá nhân", "Phòng A") not in found
    assert found["Giấy khen của Giám đốc, cá nhân", "Phòng B"] == 0


def test_quotas_of_one_unit_by_its_name_and_of_clusters_are_rows_too() -> None:
    quotas = [
        {"subject": "individual", "units": ["Phòng A"], "max": 3},
        {"subject": "individual", "units": ["rest"], "per": "cluster", "max": 1},
    ]
    awards = [{**_AWARDS[0], "quotas": quotas}]
    units = [
        {"name": "Phòng A", "cluster": "Khối I"},
        {"name": "Phòng B", "cluster": "Khối II"},
        {"name": "Phòng C", "cluster": "số 3"},
    ]
    lines = [{"name": "Ông A", "subject": "individual", "unit": "Phòng A", "award": "giay-khen"}]
    context = campaign(lines, awards=awards, units=units)
    (group,) = unit_quotas(courses(context), context, ANY)
    assert [(row.unit, row.allowed, row.proposed) for row in group.rows] == [
        ("Phòng A", "tối đa 3", 1),
        ("Khối II", "tối đa 1", 0),
        ("Cụm, khối số 3", "tối đa 1", 0),
    ]


def test_the_table_of_a_report_prints_what_is_not_known_as_such() -> None:
    nominees = [
        {"name": "Ông A", "unit": "Phòng A", "award": "giay-khen"},
        {"name": "Bà B", "award": "giay-khen", "subject": "collective", "year": 2023},
    ]
    of = decided(nominees=nominees, awards=_AWARDS, units=_LISTED, papers=[], **_SPAN)
    (report,) = made("final-report", of, draft=True).values()
    lines = printed("final-report", report)
    assert "1 | Phòng A | tối đa 2 | 1 | 1 | - | đạt" in lines
    unknown = "chưa kết luận | chưa kết luận | chưa kết luận | chưa kết luận"
    assert f"1 | Phòng A | đúng 1 | {unknown}" in lines
