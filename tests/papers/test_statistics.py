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
from thidua_cli.errors import ThiduaError
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
    assert [one.what for one in told.value.missing] == ["dòng sổ khen thưởng của Lê Văn C (Phòng Kế hoạch)"]
    assert made(found, Asked(_DAY, draft=True)).tables


_BOOK = (
    "Họ và tên,Đối tượng,Giới tính,Nhóm,Loại hình,Đơn vị,Hình thức,Năm,Số quyết định,Ngày quyết định,Người quyết định,"
    "Phong trào"
)
_UBND = "Chủ tịch Ủy ban nhân dân tỉnh"
_FORM = f"Bằng khen của {_UBND}"
_MORE = [
    f"Tô Văn Q,cá nhân,nam,Doanh nhân,đột xuất,Văn phòng Sở,{_FORM},2025,1900/QĐ-UBND,30/6/2025,{_UBND},xanh-2025",
    f"Tổ Hai,tập thể,,,chuyên đề,Văn phòng Sở,{_FORM},2025,1900/QĐ-UBND,30/6/2025,{_UBND},xanh-2025",
    f"Mai Thị R,,,,,Văn phòng Sở,{_FORM},2025,1901/QĐ-UBND,01/7/2025,{_UBND},khac-2025",
    "Hộ ông Lò Văn S,hộ gia đình,,,,Bản A,Giấy khen,2025,250/QĐ-SNN,01/01/2025,Giám đốc,",
    "Lò Văn T,CN,,trực tiếp,,Bản A,Lao động tiên tiến,2024,1/QĐ-SNN,31/12/2024,Giám đốc,",
    "Lò Thị U,CN,,trực tiếp,,Bản A,Lao động tiên tiến,2024,2/QĐ-SNN,02/01/2025,Giám đốc,",
]


def with_more(tmp_path: Path, *more: str, papers: str = "") -> Path:
    """Return a copy of the campaign whose book has more lines and the columns that statistics ask for."""
    folder = Path(shutil.copytree(FOLDER, tmp_path / "a"))
    with (folder / "register.csv").open(encoding="utf-8") as file:
        old = list(csv.DictReader(file))
    heads = _BOOK.split(",")
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as file:
        writing = csv.DictWriter(file, heads)
        writing.writeheader()
        writing.writerows(old)
        file.write("".join(f"{line}\r\n" for line in more))
    if papers:
        path = folder / "papers.yaml"
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n  - {{doc: statistics, {papers}}}\n", "utf-8")
    return folder


def sheets(document: Any) -> list[list[list[Any]]]:
    """Return the rows of each sheet of the workbook, read by openpyxl alone: from the row of heads to the sum."""
    content = writer("xlsx").written(STATISTICS.html(document), source=STATISTICS.template)
    found = []
    for sheet in load_workbook(BytesIO(content)).worksheets:
        rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
        (first,) = [at for at, row in enumerate(rows) if "STT" in row]
        (last,) = [at for at, row in enumerate(rows) if row and row[0] in ("Cộng", "Tổng số")]
        found.append(rows[first : last + 1])
    return found


def test_who_only_stands_in_the_book_is_counted_by_what_the_book_says(tmp_path: Path) -> None:
    folder = with_more(tmp_path, *_MORE)
    (document,) = STATISTICS.documents(example(folder, _DAY), Asked(_DAY))
    paper = document.context
    assert isinstance(paper, Statistics)
    before = made(example(FOLDER, _DAY))
    assert paper.unlisted == ["Tô Văn Q", "Tổ Hai"]
    assert (paper.lines, paper.listed, paper.whole_book) == (10, 8, False)
    _, ministry, classes, methods, whole = paper.tables
    assert cell(ministry, _FORM, "Cá nhân") == cell(before.tables[1], _FORM, "Cá nhân") + 1
    assert cell(ministry, _FORM, "Tập thể") == cell(before.tables[1], _FORM, "Tập thể") + 1
    assert cell(classes, _FORM, "Doanh nhân") == 1
    assert cell(methods, _FORM, "Đột xuất") == 1
    assert cell(methods, _FORM, "Chuyên đề, phong trào") == 3
    assert whole.sum.booked == whole.sum.total == 10
    assert "2 trường hợp chỉ có trong sổ (Tô Văn Q, Tổ Hai)" in STATISTICS.html(document).replace("02", "2")


def test_a_period_counts_the_whole_book_and_a_program_that_reads_csv_alone_counts_the_same(tmp_path: Path) -> None:
    folder = with_more(tmp_path, *_MORE, papers="start: 2025-01-01, end: 2025-06-30")
    (document,) = STATISTICS.documents(example(folder, _DAY), Asked(_DAY))
    with (folder / "register.csv").open(encoding="utf-8") as file:
        book = list(csv.DictReader(file))
    inside = [one for one in book if "0101" <= _month_day(one["Ngày quyết định"], 2025) <= "0630"]
    assert sorted(one["Họ và tên"] for one in inside) == ["Hộ ông Lò Văn S", "Lò Thị U", "Tô Văn Q", "Tổ Hai"]
    *_, ministry, classes, methods, whole = sheets(document)
    assert whole[-1] == ["Cộng", 1, 2, 1, "-", "-", 4, 4]
    assert [row[1] for row in whole[1:-1]] == [_FORM, "Giấy khen của Giám đốc", "Lao động tiên tiến"]
    assert ministry[-1] == ["Cộng", 1, 1, "-", "-", "-", 2]
    assert sum(value for value in classes[-1] if isinstance(value, int)) == 2
    assert sum(value for value in methods[-1] if isinstance(value, int)) == 4
    html = STATISTICS.html(document)
    assert "Từ ngày 01/01/2025 đến ngày 30/06/2025, theo ngày quyết định" in html
    assert "có ngày quyết định trong kỳ" in html


def _month_day(day: str, year: int) -> str:
    """Return month and day of a date of that year, as texts that sort; an empty one for another year."""
    parts = [int(part) for part in day.split("/")]
    return f"{parts[1]:02d}{parts[0]:02d}" if parts[2] == year else ""


@pytest.mark.parametrize(
    ("start", "end", "names"),
    [
        ("2025-07-01", "2025-07-31", ["Mai Thị R"]),
        ("2024-12-31", "2024-12-31", ["Lò Văn T"]),
        ("2025-01", "2025-01", ["Hộ ông Lò Văn S", "Lò Thị U"]),
        ("2024", "2024", ["Lò Văn T"]),
        ("2022", "2022", []),
    ],
)
def test_both_ends_of_a_period_count(start: str, end: str, names: list[str], tmp_path: Path) -> None:
    paper = made(example(with_more(tmp_path, *_MORE, papers=f"start: {start}, end: {end}"), _DAY))
    assert sorted(paper.unlisted) == names
    assert paper.tables[-1].sum.total == len(names)


def test_what_the_book_does_not_say_is_untold(tmp_path: Path) -> None:
    paper = made(example(with_more(tmp_path, *_MORE, papers="start: 2025-07-01, end: 2025-07-31"), _DAY))
    _, ministry, classes, methods, whole = paper.tables
    for table in (ministry, methods, whole):
        assert cell(table, _FORM, UNTOLD) == 1
    assert classes.sum.total == 0, "nobody says that it is a person"


@pytest.mark.parametrize(
    ("day", "papers", "what"),
    [
        ("", "start: 2025-01-01, end: 2025-06-30", "ngày quyết định của Tô Văn Q trong sổ khen thưởng"),
        ("2025", "start: 2025-01-01, end: 2025-06-30", "ngày quyết định của Tô Văn Q trong sổ khen thưởng"),
    ],
)
def test_a_line_without_a_day_may_be_in_the_period_and_is_asked_for(
    day: str, papers: str, what: str, tmp_path: Path
) -> None:
    found = example(with_more(tmp_path, _MORE[0].replace("30/6/2025", day), papers=papers), _DAY)
    with pytest.raises(LacksError) as told:
        made(found)
    assert [one.what for one in told.value.missing] == [what]


@pytest.mark.parametrize(
    ("papers", "words"),
    [
        ("start: 2025-01-01", "mới ghi một đầu"),
        ("end: 2025-01-01", "mới ghi một đầu"),
        ("start: 2025-02-01, end: 2025-01-01", "sau khi kết thúc"),
    ],
)
def test_a_period_has_two_ends_in_their_order(papers: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ThiduaError, match=words):
        made(example(with_more(tmp_path, papers=papers), _DAY))


def test_the_whole_book_is_not_narrowed_to_an_award(tmp_path: Path) -> None:
    found = example(with_more(tmp_path, *_MORE, papers="start: 2025-01-01, end: 2025-06-30"), _DAY)
    with pytest.raises(ThiduaError, match="cả sổ khen thưởng"):
        made(found, Asked(_DAY, award="bang-khen"))


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
