"""A paper as an Excel workbook: the same cells as on paper, texts as texts, numbers and days as such."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import PLANS
from tests.papers.rendered import documents, example
from thidua_cli.page.writers import NoSuchForm
from thidua_cli.page.writers.to_xlsx import NUMBERS, written
from thidua_cli.papers.registry import PAPERS

_DAY = date(2025, 1, 15)


def paper(*rows: str, columns: str = "") -> str:
    """Return a paper with one ruled table."""
    table = f'<table class="grid">{columns}{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'
    return f'<article data-layout="nd30"><section class="landscape">{table}</section></article>'


def cell(text: str, component: str = "table-cell", extra: str = "") -> str:
    """Return one cell."""
    return f'<td{extra}><p class="{component}">{text}</p></td>'


def sheet_of(html: str):
    """Return the first sheet."""
    return load_workbook(BytesIO(written(html, source="mau"))).worksheets[0]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-x", "@a", "012345678901", "079123456789", "1/2", "88,89", "1"])
def test_a_text_stays_a_text(text: str) -> None:
    found = sheet_of(paper(cell(text)))["A1"]
    assert (found.value, found.data_type) == (text, "s")
    assert found.quotePrefix == text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("0", 0),
        ("88,89", 88.89),
        ("05/3/1970", "1970-03-05 00:00:00"),
        ("31/02/1970", "31/02/1970"),
        ("1970", 1970),
        ("x", "x"),
        ("007", "007"),
    ],
)
def test_numbers_and_days_of_the_column_of_numbers_are_such(text: str, value: object) -> None:
    found = sheet_of(paper(cell(text, NUMBERS)))["A1"]
    assert (str(found.value) if found.is_date else found.value) == value


def test_spans_are_merged_and_every_cell_is_ruled() -> None:
    head = cell("A", extra=' rowspan="2"') + cell("B", extra=' colspan="2"')
    sheet = sheet_of(paper(head, cell("C") + cell("D"), cell("1") + cell("2") + cell("3")))
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:A2", "B1:C1"}
    assert [[one.value for one in row] for row in sheet.iter_rows()][1:] == [[None, "C", "D"], ["1", "2", "3"]]
    edges = [sheet["A1"].border.left, sheet["A2"].border.bottom, sheet["C1"].border.right, sheet["B3"].border.top]
    assert [edge.style for edge in edges] == ["thin"] * 4


def test_heads_are_repeated_and_the_sheet_lies_as_the_page_does() -> None:
    html = paper().replace("<table", "<p class='annex-title'>Danh sách</p><table").replace("></table", ">{}</table")
    table = "<thead><tr><th><p class='table-head'>STT</p></th></tr></thead><tbody><tr>" + cell("1") + "</tr></tbody>"
    sheet = sheet_of(html.format(table))
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$2:$2", "landscape")


def test_a_paper_without_table_has_no_workbook() -> None:
    with pytest.raises(NoSuchForm):
        written('<article data-layout="nd30"><section><p class="body">a</p></section></article>', source="mau")


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_the_list_has_every_nominee_and_the_same_bytes_each_time(folder: Path) -> None:
    campaign, paper_of_list = example(folder, _DAY), PAPERS["list"]
    names = []
    for document in documents(campaign, paper_of_list, _DAY):
        html = paper_of_list.html(document)
        content = written(html, source="danh-sach")
        assert content == written(html, source="danh-sach")
        cells = [one.value for row in load_workbook(BytesIO(content)).worksheets[0].iter_rows() for one in row]
        names += [one.nomination.name for one in campaign.entries if any(one.nomination.name in str(v) for v in cells)]
    assert set(names) == {one.nomination.name for one in campaign.entries}
