"""Targets in reports: what is reached, exceeded, missed or not known; years; numbers as printed."""

from fractions import Fraction

import pytest

from thidua_cli.campaign.reached import Reach, reached
from thidua_cli.model.results import Results
from thidua_cli.model.target import Target
from thidua_cli.papers.reports.report_targets import targets_part

YEARS = [2022, 2023, 2024]
# What the target says, what the results say of it; the verdict, reached : planned, what is printed.
CASES = [
    ({"at_least": "50%"}, {"achieved": "46%"}, Reach.MISSED, Fraction(46, 50), ("≥ 50", "46", "92", "chưa đạt")),
    ({"at_least": "50%"}, {"achieved": "50"}, Reach.MET, Fraction(1), ("≥ 50", "50", "100", "đạt")),
    ({"at_least": "10"}, {"achieved": "11.2"}, Reach.EXCEEDED, Fraction(112, 100), ("≥ 10", "11,2", "112", "vượt")),
    ({"at_least": "0"}, {"achieved": "3"}, Reach.EXCEEDED, None, ("≥ 0", "3", "", "vượt")),
    ({"at_most": "5"}, {"achieved": "5"}, Reach.MET, None, ("≤ 5", "5", "", "đạt")),
    ({"at_most": "5"}, {"achieved": "6"}, Reach.MISSED, None, ("≤ 5", "6", "", "chưa đạt")),
    ({"at_least": "4", "at_most": "5"}, {"achieved": "4,5"}, Reach.MET, None, ("4 - 5", "4,5", "", "đạt")),
    ({"at_least": "4", "at_most": "5"}, {"achieved": "7"}, Reach.MISSED, None, ("4 - 5", "7", "", "chưa đạt")),
    ({"at_least": "5"}, {}, Reach.UNKNOWN, None, ("≥ 5", "…", "", "chưa có số liệu")),
    ({"at_least": "5"}, None, Reach.UNKNOWN, None, ("≥ 5", "…", "", "chưa có số liệu")),
    ({"at_least": "5"}, {"values": {"2024": "7"}}, Reach.EXCEEDED, Fraction(7, 5), ("≥ 5", "7", "140", "vượt")),
    ({}, {"achieved": "12"}, Reach.WITHOUT_BOUND, None, ("", "12", "", "")),
    (
        {"at_least": "128 triệu", "unit": "đồng"},
        {"achieved": "64.000.000"},
        Reach.MISSED,
        Fraction(1, 2),
        ("≥ 128.000.000", "64.000.000", "50", "chưa đạt"),
    ),
]


def _target(**more: object) -> Target:
    return Target.model_validate({"id": "a", "text": "Chỉ tiêu;", **more})


def _results(told: dict | None) -> Results:
    return Results.model_validate({"format": "results/1", "targets": [] if told is None else [{"target": "a", **told}]})


@pytest.mark.parametrize(("target", "told", "verdict", "degree", "printed"), CASES)
def test_one_target(
    target: dict, told: dict | None, verdict: Reach, degree: Fraction | None, printed: tuple[str, str, str, str]
) -> None:
    (found,) = reached([_target(**target)], _results(told), YEARS)
    assert (found.verdict, found.degree) == (verdict, degree)
    (row,) = targets_part([found], YEARS).rows
    assert (row.planned, row.reached, row.degree, row.verdict) == printed
    assert row.text == "Chỉ tiêu"


@pytest.mark.parametrize(
    ("values", "verdict", "printed"),
    [
        ({"2022": "1,7", "2023": "1,5", "2024": "2"}, Reach.MET, "đạt 3/3 năm"),
        ({"2022": "1,7", "2023": "1,6", "2024": "2"}, Reach.EXCEEDED, "đạt 3/3 năm"),
        ({"2022": "1,7", "2023": "1,4", "2024": "2"}, Reach.MISSED, "đạt 2/3 năm"),
        ({"2022": "1,7", "2024": "2"}, Reach.UNKNOWN, "đạt 2/3 năm; 1 năm chưa có số liệu"),
        ({"2022": "1,2"}, Reach.MISSED, "đạt 0/3 năm; 2 năm chưa có số liệu"),
        ({}, Reach.UNKNOWN, "chưa có số liệu"),
        ({"2021": "9"}, Reach.UNKNOWN, "chưa có số liệu"),
    ],
)
def test_a_yearly_target(values: dict[str, str], verdict: Reach, printed: str) -> None:
    (found,) = reached([_target(at_least="1,5%", per="year")], _results({"values": values}), YEARS)
    assert found.verdict is verdict
    part = targets_part([found], YEARS)
    assert [row.verdict for row in part.yearly] == [printed]
    assert part.rows == []


def test_a_single_year_has_a_verdict_and_no_count() -> None:
    target, results = _target(at_least="1,5%", per="year"), _results({"values": {"2024": "1,4%"}})
    (row,) = targets_part(reached([target], results, [2024]), [2024]).yearly
    assert (row.planned, row.values, row.verdict) == ("≥ 1,5 %", ["1,4"], "chưa đạt")


def test_several_years_without_a_whole_conclude_nothing() -> None:
    target, results = _target(at_least="5"), _results({"values": {"2023": "7", "2024": "8"}})
    (row,) = targets_part(reached([target], results, YEARS), YEARS).rows
    assert (row.reached, row.verdict) == ("2023: 7; 2024: 8", "chưa có kết quả cả kỳ")
