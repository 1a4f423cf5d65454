"""Word opens all that thidua writes: the papers of the examples, every element of the vocabulary, any page."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from tests.conftest import PLANS
from tests.exploring import examples
from tests.ooxml import pages
from tests.ooxml.validity import assert_valid_docx
from tests.page.macro_papers import macro_paper
from tests.papers.rendered import documents, example
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.vocabulary import CHARTS, TABLES
from thidua_cli.papers.registry import PAPERS, Paper

_TODAY = date(2026, 11, 22)
_PAGES = Path(__file__).parents[1] / "page"
_LAYOUTS = pytest.mark.parametrize("layout", pages.LAYOUTS)


def _assert_valid(html: str) -> None:
    assert_valid_docx(to_docx(html, source="mau.html"))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
@pytest.mark.parametrize("layout", ["nd30", "party"])
@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_paper_of_every_example_in_every_layout(folder: Path, layout: str, paper: Paper) -> None:
    campaign = example(folder, _TODAY, layout)
    for document in documents(campaign, paper, _TODAY):
        assert_valid_docx(to_docx(paper.html(document), source=paper.template, folders=document.folders))


@pytest.mark.parametrize("path", sorted(_PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_the_papers_of_the_word_room(path: Path) -> None:
    _assert_valid(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("family", ["nd30", "party"])
def test_the_papers_of_every_macro(family: str) -> None:
    _assert_valid(macro_paper(family))


@_LAYOUTS
def test_every_component_with_every_text(layout: str) -> None:
    for component in pages.COMPONENTS[layout]:
        content = "".join(pages.paragraph(component, text) for text in pages.TEXTS)
        _assert_valid(pages.article(layout, pages.section(content)))


@_LAYOUTS
@pytest.mark.parametrize("kind", TABLES)
def test_every_kind_of_table(layout: str, kind: str) -> None:
    for component in pages.COMPONENTS[layout]:
        cell = pages.paragraph(component, pages.TEXTS[3])
        head, body = pages.row(cell, cell), pages.row(cell, "")
        nested = pages.row(pages.table(kind, head), cell)
        alone = pages.table(kind, body)
        behind = pages.table(kind, body, nested, head=head)
        _assert_valid(pages.article(layout, pages.section(alone + behind), pages.section(behind, landscape=True)))


@_LAYOUTS
@pytest.mark.parametrize("kind", CHARTS)
def test_every_kind_of_chart(layout: str, kind: str) -> None:
    heads = "<tr><th/><th>Đề nghị</th></tr>" if kind == "pie" else "<tr><th/><th>Đề nghị</th><th>= Tặng</th></tr>"
    more = "" if kind == "pie" else "<td/>"
    lines = ("<th>Phòng A</th><td>0</td>", "<th>Phòng B</th><td>5,5</td>", "<th>Phòng C</th><td>1</td>")
    rows = "".join(f"<tr>{line}{more}</tr>" for line in lines)
    figure = f'<figure class="{kind}" data-alt="x &amp; y" data-width="90mm" data-height="50mm">{heads}{rows}</figure>'
    _assert_valid(pages.article(layout, pages.section(figure + pages.table("plain", pages.row(figure, "")))))


@_LAYOUTS
def test_braces_around_nothing_one_name_and_many(layout: str) -> None:
    name = pages.paragraph("recipient", "- Sở Mẫu;")
    rows = [pages.row(names, note, braced=True) for names in ("", name, name * 60) for note in ("", name)]
    braced = pages.table("recipients", *rows)
    signature = pages.table("signature", pages.row(braced, name))
    _assert_valid(pages.article(layout, pages.section(signature), pages.section(braced, restart=True)))


@_LAYOUTS
def test_cells_that_cover_several_columns(layout: str) -> None:
    text = pages.paragraph("table-cell", "x")
    rows = pages.row(text, text, text), pages.row(text, text, span=2), pages.row(text, span=3)
    _assert_valid(pages.article(layout, pages.section(pages.table("grid", *rows, head=pages.row(text, span=3)))))


@_LAYOUTS
def test_no_column_is_narrower_than_nothing(layout: str) -> None:
    name, long = pages.paragraph("recipient", "- Sở Mẫu;"), pages.paragraph("place-date", pages.TEXTS[2])
    letterhead = pages.table("letterhead", pages.row(name, long))
    recipients = pages.table("recipients", pages.row(name, name, braced=True))
    narrow = pages.table("recipients", pages.row(recipients, name, braced=True))
    _assert_valid(pages.article(layout, pages.section(letterhead + narrow)))


@given(pages.any_paper)
@examples(60)
def test_any_paper(html: str) -> None:
    _assert_valid(html)
