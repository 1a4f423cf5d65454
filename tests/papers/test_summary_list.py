"""The summary list: order, counts, votes, earlier awards, and what it refuses to print."""

from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign
from tests.conftest import PLANS
from tests.papers.rendered import documents, example
from thidua_cli.errors import ThiduaError
from thidua_cli.model.awards import award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.dossiers.summary_list import Nominee, SummaryList
from thidua_cli.papers.registry import PAPERS
from thidua_cli.quota.judge import judge

LIST = PAPERS["list"]
_DAY = date(2025, 1, 15)
AWARDS = [
    {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc"},
    {"id": "bang-khen", "form": "bang_khen_bo_tinh"},
    {"id": "huan-chuong", "form": "huan_chuong_lao_dong_3"},
]
UNITS = [{"name": "Phòng Một"}, {"name": "Phòng Hai"}, {"name": "Phòng Ba"}]


def lists(*nominations: dict[str, Any], asked: Asked | None = None, **more: Any) -> list[SummaryList]:
    """Return the lists of a campaign; a nomination is an individual's for the Giấy khen, unless it says otherwise."""
    lines = [{"subject": "individual", "award": "giay-khen", **one} for one in nominations]
    made = campaign(lines, awards=AWARDS, **more)
    contexts = [document.context for document in LIST.documents(made, asked or Asked(_DAY))]
    assert all(isinstance(one, SummaryList) for one in contexts)
    return contexts  # type: ignore[return-value]


def names(paper: SummaryList) -> list[list[str]]:
    """Return award, subject and the names of each part of a list."""
    return [
        [
            f"{group.mark} {group.award}",
            f"{part.mark} {part.subject}",
            *(f"{row.number} {row.name}" for row in part.rows),
        ]
        for group in paper.groups
        for part in group.parts
    ]


def rows(paper: SummaryList) -> list[Nominee]:
    """Return all rows of a list."""
    return [row for group in paper.groups for part in group.parts for row in part.rows]


def test_high_awards_come_first_collectives_before_individuals_units_in_the_order_of_their_list() -> None:
    (paper,) = lists(
        {"name": "Nguyễn Văn A", "unit": "Phòng Ba"},
        {"name": "Phòng Hai", "subject": "collective"},
        {"name": "Trần Thị B", "unit": "Phòng Một"},
        {"name": "Lê Văn C", "award": "huan-chuong", "unit": "Phòng Hai"},
        {"name": "Phạm Thị D", "unit": "Phòng Một"},
        {"name": "Đỗ Văn E", "award": "bang-khen"},
        units=UNITS,
    )
    assert names(paper) == [
        ["I. Huân chương Lao động hạng Ba", "1. cá nhân", "1 Lê Văn C"],
        ["II. Bằng khen của Bộ, ban, ngành, tỉnh", "1. cá nhân", "1 Đỗ Văn E"],
        ["III. Giấy khen của Giám đốc", "1. tập thể", "1 Phòng Hai"],
        ["III. Giấy khen của Giám đốc", "2. cá nhân", "1 Trần Thị B", "2 Phạm Thị D", "3 Nguyễn Văn A"],
    ]
    assert paper.closing == "Danh sách có 06 đề nghị: 01 tập thể, 05 cá nhân./."


def test_a_form_of_address_is_printed_only_where_the_sex_is_told() -> None:
    (paper,) = lists({"name": "An", "gender": "male"}, {"name": "Bình", "gender": "female"}, {"name": "Chi"})
    assert names(paper)[0][2:] == ["1 Ông An", "2 Bà Bình", "3 Chi"]


def test_votes_are_those_of_the_council_else_those_of_the_list_and_count_on_all_members() -> None:
    (paper,) = lists(
        {"name": "An", "agree": 5, "voters": 9},
        {"name": "Bình", "agree": 7, "voters": 8},
        {"name": "Chi"},
        council={"votes": [{"name": "An", "agree": 8}]},
    )
    told = [(row.agree, row.voters, row.percent) for row in paper.groups[0].parts[0].rows]
    assert told == [(8, 9, "88,89"), (7, 8, "87,5"), (None, None, "")]
    assert paper.has["votes"]


@given(st.integers(1, 300).flatmap(lambda voters: st.tuples(st.integers(0, voters), st.just(voters))))
def test_a_percentage_is_within_half_a_hundredth_of_the_share(votes: tuple[int, int]) -> None:
    agree, voters = votes
    (paper,) = lists({"name": "An", "agree": agree, "voters": voters})
    (row,) = paper.groups[0].parts[0].rows
    printed = Fraction(row.percent.replace(",", "."))
    assert abs(printed - Fraction(100 * agree, voters)) <= Fraction(1, 200)


def test_earlier_awards_come_from_the_list_and_the_register_each_once_and_never_from_a_namesake() -> None:
    register = [
        {"name": "An", "unit": "Phòng Một", "award": "giay_khen", "year": 2022, "decision": "12/QĐ-S"},
        {"name": "An", "unit": "Phòng Một", "award": "lao_dong_tien_tien", "year": 2023},
        {"name": "Bình", "unit": "Phòng Ba", "award": "giay_khen", "year": 2021},
    ]
    (paper,) = lists(
        {"name": "An", "unit": "Phòng Một", "prior": "LĐTT 2023"},
        {"name": "Bình", "unit": "Phòng Hai"},
        units=UNITS,
        register=register,
    )
    held = [row.held for row in paper.groups[0].parts[0].rows]
    assert held == ["Giấy khen 2022 (số 12/QĐ-S); Lao động tiên tiến 2023", ""]


def test_a_list_that_is_printed_again_tells_neither_its_own_award_nor_a_later_one() -> None:
    register = [
        {"name": "An", "unit": "Phòng Một", "award": "giay_khen", "year": 2022},
        {"name": "An", "unit": "Phòng Một", "award": "lao_dong_tien_tien", "year": 2023},
        {"name": "An", "unit": "Phòng Một", "award": "giay_khen", "year": 2023, "campaign": "cchc-2024"},
        {"name": "An", "unit": "Phòng Một", "award": "giay_khen", "year": 2024},
    ]
    nominee = {"name": "An", "unit": "Phòng Một", "year": 2023}
    assert _held(nominee, register) == "Giấy khen 2022; Lao động tiên tiến 2023"


@pytest.mark.parametrize("other", [{"campaign": "chuyen-doi-so"}, {}])
def test_the_same_award_of_that_year_for_something_else_is_told(other: dict[str, str]) -> None:
    register = [{"name": "An", "unit": "Phòng Một", "award": "giay_khen", "year": 2023, **other}]
    assert _held({"name": "An", "unit": "Phòng Một", "year": 2023}, register) == "Giấy khen 2023"


@pytest.mark.parametrize(("decided", "held"), [("2023-11-20", "Giấy khen 2023"), ("2024-01-11", "")])
def test_what_was_decided_after_the_dossier_came_is_not_told(decided: str, held: str) -> None:
    register = [{"name": "An", "unit": "Phòng Một", "award": "giay_khen", "year": 2023, "date": decided}]
    assert _held({"name": "An", "unit": "Phòng Một", "year": 2023, "received": "2023-11-27"}, register) == held


def _held(nominee: dict[str, Any], register: list[dict[str, Any]]) -> str:
    (paper,) = lists(nominee, units=UNITS, register=register)
    (row,) = paper.groups[0].parts[0].rows
    return row.held


def test_a_unit_that_is_itself_proposed_is_not_told_twice() -> None:
    (paper,) = lists(
        {"name": "Phòng Hai", "unit": "Phòng Hai", "subject": "collective"},
        {"name": "An", "unit": "Phòng Hai", "position": "Trưởng phòng"},
        units=UNITS,
    )
    assert [part.rows[0].position for part in paper.groups[0].parts] == ["", "Trưởng phòng, Phòng Hai"]


def test_what_is_not_understood_is_refused_and_stands_last_in_a_draft() -> None:
    unclear = {"name": "Ai đó", "award": "Bằng gì đó"}
    with pytest.raises(ThiduaError, match="chưa rõ hình thức hoặc đối tượng của Ai đó"):
        lists({"name": "An"}, unclear)
    (paper,) = lists(unclear, {"name": "An"}, asked=Asked(_DAY, draft=True))
    assert [group.award for group in paper.groups] == ["Giấy khen của Giám đốc", "chưa rõ hình thức khen thưởng"]


def test_each_review_of_each_year_has_a_list_of_its_own() -> None:
    folder = next(path for path in PLANS if path.name == "vi-nguoi-ngheo")
    stems = [document.stem for document in documents(example(folder, _DAY), LIST, _DAY)]
    assert len(stems) == len(set(stems)) == 4
    assert all(stem.startswith("danh-sach-de-nghi-") for stem in stems)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"award": "Bằng khen"}, ["Đỗ Văn E"]),
        ({"unit": "phòng  một"}, ["Trần Thị B"]),
        ({"only": ("An",)}, ["An"]),
        ({"only": ("An", "Trần Thị B")}, ["An", "Trần Thị B"]),
        ({"year": 2024}, ["Trần Thị B"]),
    ],
)
def test_options_choose_nominations(asked: dict[str, Any], kept: list[str]) -> None:
    papers = lists(
        {"name": "An"},
        {"name": "Trần Thị B", "unit": "Phòng Một", "year": 2024},
        {"name": "Đỗ Văn E", "award": "bang-khen"},
        units=UNITS,
        asked=Asked(_DAY, **asked),
    )
    assert [row.name for paper in papers for row in rows(paper)] == kept


@pytest.mark.parametrize(
    "asked", [{"award": "Cờ"}, {"unit": "Phòng Bốn"}, {"only": ("Người lạ",)}, {"year": 1999}, {"occasion": "x"}]
)
def test_an_option_that_names_nobody_is_told(asked: dict[str, Any]) -> None:
    with pytest.raises(ThiduaError) as told:
        lists({"name": "An", "unit": "Phòng Một"}, units=UNITS, asked=Asked(_DAY, **asked))
    assert told.value.hint


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_the_last_nominee_and_no_other_is_kept_with_the_signature(folder: Path) -> None:
    for document in documents(example(folder, _DAY), LIST, _DAY):
        _, kept = LIST.html(document).split('<tr class="kept">')
        assert "<tr" not in kept.partition("</table>")[0]


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_rows_agree_with_what_the_quota_engine_counts(folder: Path) -> None:
    made = example(folder, _DAY)
    printed: Counter[tuple[str, str]] = Counter()
    for document in documents(made, LIST, _DAY):
        assert isinstance(document.context, SummaryList)
        for group in document.context.groups:
            printed.update({(group.award, part.subject): len(part.rows) for part in group.parts})
    assert printed.total() == len(made.entries)
    counted: Counter[tuple[str, str]] = Counter()
    for result in judge(made).results:
        for entry in result.counted:
            assert entry.subject
            counted[award_name(result.award), subject_name(entry.subject)] += 1
    assert counted == printed
