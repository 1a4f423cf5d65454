"""The statistics: who was awarded, by form; what nobody told has a column of its own; sums are the award book's."""

import csv
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.campaigns import campaign as typed_campaign
from tests.exploring import examples
from tests.golden import hold
from tests.ooxml.validity import assert_valid_docx
from tests.papers.printed_texts import lines_of
from tests.papers.rendered import example
from tests.papers.test_ceremony import FOLDER, with_facts
from thidua_cli.law.statistics_terms import PARTS, categories
from thidua_cli.model.terms import LAUNCHERS, MODES
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.writers import writer
from thidua_cli.papers.contract import Asked, LacksError
from thidua_cli.papers.registry import PAPERS
from thidua_cli.papers.reports.statistics import UNTOLD, Statistics, StatisticsTable, duration

STATISTICS = PAPERS["statistics"]
_DAY = date(2026, 1, 5)
_AWARDS = [
    {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc"},
    {"id": "hcld3", "form": "huan_chuong_lao_dong_3"},
    {"id": "bang-khen", "form": "bang_khen_bo_tinh"},
]


def made(found: Any, asked: Asked | None = None) -> Statistics:
    """Return the statistics of a campaign."""
    (document,) = STATISTICS.documents(found, asked or Asked(_DAY))
    assert isinstance(document.context, Statistics)
    return document.context


def cell(table: StatisticsTable, row: str, head: str) -> int:
    """Return a count of a table."""
    (found,) = [one for one in table.rows if one.name == row]
    return found.counts[table.heads.index(head)]


@pytest.mark.parametrize("layout", ["nd30", "party"])
def test_the_paper_is_as_agreed(layout: str) -> None:
    (document,) = STATISTICS.documents(example(FOLDER, _DAY, layout), Asked(_DAY))
    html = STATISTICS.html(document)
    assert_valid_docx(to_docx(html, source=STATISTICS.template))
    hold(FOLDER / f"statistics-{layout}.out", {document.stem: lines_of(STATISTICS, document)})
    assert "0601" not in html, "the circular was not read: no number of a form is claimed"


def test_counts_are_those_of_the_raw_lists_and_of_the_book() -> None:
    with (FOLDER / "nominations" / "tat-ca.csv").open(encoding="utf-8") as file:
        typed = {line["Họ và tên"]: line for line in csv.DictReader(file)}
    decisions = yaml.safe_load((FOLDER / "decisions.yaml").read_text(encoding="utf-8"))["decisions"]
    given = [typed[name] for one in decisions for name in one["awarded"]]
    paper = made(example(FOLDER, _DAY))
    state, ministry, classes, methods, whole = paper.tables
    raw = Counter(line["Hình thức đề nghị"] for line in given)
    assert (state.sum.total, ministry.sum.total) == (raw["Huân chương Lao động hạng Ba"], raw["Bằng khen"])
    assert classes.sum.total == sum(
        line["Hình thức đề nghị"] == "Bằng khen" and line["Đối tượng"] == "cá nhân" for line in given
    )
    assert methods.sum.total == ministry.sum.total
    for subject in ("Tập thể", "Cá nhân"):
        at = whole.heads.index(subject)
        assert whole.sum.counts[at] == sum(line["Đối tượng"] == subject.lower() for line in given)
    with (FOLDER / "register.csv").open(encoding="utf-8") as file:
        book = [line for line in csv.DictReader(file) if line["Phong trào"] == "xanh-2025"]
    assert whole.sum.booked == whole.sum.total == len(given) == len(book)
    assert [row.booked for row in whole.rows] == [row.total for row in whole.rows]


def test_the_book_and_the_list_must_agree(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "a")
    lines = (folder / "register.csv").read_text(encoding="utf-8").splitlines()
    stranger = "Tô Văn Q,Văn phòng Sở,Giấy khen,2025,245/QĐ-SNN,12/12/2025,Giám đốc,xanh-2025"
    kept = [line for line in lines if not line.startswith("Lê Văn C")]
    (folder / "register.csv").write_text("\n".join([*kept, stranger]), encoding="utf-8")
    found = example(folder, _DAY)
    with pytest.raises(LacksError) as told:
        made(found)
    assert [one.what for one in told.value.missing] == [
        "dòng sổ khen thưởng của Lê Văn C (Phòng Kế hoạch)",
        "đề nghị của Tô Văn Q, đã có trong sổ khen thưởng của phong trào",
    ]
    assert made(found, Asked(_DAY, draft=True)).tables


def test_what_is_asked_for_alone_is_held_against_its_own_lines() -> None:
    whole = made(example(FOLDER, _DAY), Asked(_DAY, award="bang-khen")).tables[-1]
    assert (whole.sum.total, whole.sum.booked) == (2, 2)


@pytest.mark.parametrize(
    ("start", "end", "index"),
    [
        (date(2025, 1, 1), date(2025, 12, 30), 0),
        (date(2025, 1, 1), date(2025, 12, 31), 1),
        (date(2025, 1, 1), date(2026, 1, 1), 2),
        (date(2025, 1, 1), date(2027, 12, 30), 2),
        (date(2025, 1, 1), date(2027, 12, 31), 3),
        (date(2025, 1, 1), date(2029, 12, 30), 3),
        (date(2025, 1, 1), date(2029, 12, 31), 4),
        (date(2025, 1, 1), date(2045, 12, 31), 4),
        (None, date(2025, 12, 31), None),
        (date(2025, 1, 1), None, None),
        (date(2025, 1, 1), date(2024, 1, 1), None),
    ],
)
def test_lengths_at_their_bounds(start: date | None, end: date | None, index: int | None) -> None:
    names = [one.name for one in categories("durations")]
    assert duration(start, end) == (None if index is None else names[index])


def test_each_question_on_the_movement_has_one_answer_and_the_scope_is_told_by_nobody() -> None:
    parts = made(example(FOLDER, _DAY)).parts
    assert all(sum(line.count for line in part.lines) == 1 for part in parts)
    answers = {part.name: next(line.name for line in part.lines if line.count) for part in parts}
    assert answers == {
        "Cấp phát động": "Bộ, ban, ngành, tỉnh",
        "Phạm vi": UNTOLD,
        "Thời gian": "Dưới 1 năm",
        "Hình thức tổ chức": "Theo chuyên đề",
    }


@pytest.mark.parametrize(("part", "known"), [("levels", LAUNCHERS), ("modes", MODES)])
def test_every_word_of_plans_has_one_category(part: str, known: dict[str, str]) -> None:
    assert sorted(word for one in categories(part) for word in one.words) == sorted(known)


def test_no_two_categories_share_a_name_or_a_word() -> None:
    for part in PARTS:
        names = [one.name for one in categories(part)]
        words = [word for one in categories(part) for word in one.words]
        assert len(set(names)) == len(names)
        assert len(set(words)) == len(words)
        assert UNTOLD not in names


def test_the_workbook_has_a_sheet_for_each_form_and_its_sums_are_numbers() -> None:
    (document,) = STATISTICS.documents(example(FOLDER, _DAY), Asked(_DAY))
    content = writer("xlsx").written(STATISTICS.html(document), source=STATISTICS.template)
    book = load_workbook(BytesIO(content))
    assert len(book.worksheets) == 6
    (line,) = [row for row in book.worksheets[-1].iter_rows(values_only=True) if "Cộng" in row and 8 in row]
    assert [value for value in line if isinstance(value, int)] == [2, 6, 8, 8]


_KIND = st.fixed_dictionaries(
    {
        "award": st.sampled_from(["giay-khen", "hcld3", "bang-khen"]),
        "subject": st.sampled_from(["individual", "collective", "household", ""]),
        "group": st.sampled_from(["leader", "worker", "", "nông dân", "lãnh đạo sở"]),
        "kind": st.sampled_from(["chuyên đề", "đột xuất", "", "cống hiến, đột xuất", "gì đó"]),
        "given": st.booleans(),
    }
)

# An order of the State is for no household: such a line would be understood as none of the awards.
_PERSON = _KIND.filter(lambda one: (one["award"], one["subject"]) != ("hcld3", "household"))


@given(st.lists(_PERSON, min_size=1, max_size=15))
@examples(60)
def test_nobody_is_lost_between_columns_and_nothing_is_guessed(people: list[dict[str, Any]]) -> None:
    lines = [
        {"name": f"Tên {at}", **{key: one[key] for key in ("award", "subject", "group") if one[key]}}
        | ({"facts": {"loai_hinh": one["kind"]}} if one["kind"] else {})
        for at, one in enumerate(people)
    ]
    decisions = [
        {"id": "qd", "number": f"{award}/QĐ", "date": "2025-12-01", "decided_by": "A", "awards": award}
        | {"awarded": [f"Tên {at}" for at, one in enumerate(people) if one["given"] and one["award"] == award]}
        for award in {one["award"] for one in people if one["given"]}
    ]
    found = with_facts(typed_campaign(lines, awards=_AWARDS), decisions=decisions)
    paper = made(replace(found, register=None), Asked(_DAY, draft=True))
    state, ministry, classes, methods, whole = paper.tables
    for table in paper.tables:
        for row in (*table.rows, table.sum):
            assert sum(row.counts) == row.total
        assert sum(row.total for row in table.rows) == table.sum.total
    awarded = [one for one in people if one["given"]]
    assert whole.sum.total == len(awarded)
    of_ministry = [one for one in awarded if one["award"] == "bang-khen"]
    assert (state.sum.total, ministry.sum.total) == (sum(one["award"] == "hcld3" for one in awarded), len(of_ministry))
    untold = sum(one["kind"] not in ("chuyên đề", "đột xuất") for one in of_ministry)
    assert methods.sum.counts[methods.heads.index(UNTOLD)] == untold
    persons = [one for one in of_ministry if one["subject"] == "individual"]
    assert classes.sum.total == len(persons)
    assert classes.sum.counts[classes.heads.index(UNTOLD)] == sum(not one["group"] for one in persons)
    assert classes.sum.counts[classes.heads.index("Nhóm khác")] == sum(one["group"] == "nông dân" for one in persons)
