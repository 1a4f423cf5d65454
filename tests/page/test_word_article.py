"""The vocabulary of papers: what is read, and what is refused with the element and the template."""

from collections.abc import Callable

import pytest

from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import WordError
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import Paragraph, Table


def _article(content: str, attributes: str = 'data-layout="nd30"') -> str:
    return f"<article {attributes}><section>{content}</section></article>"


def _first(content: str) -> Paragraph:
    block = read_article(_article(content), source="mau.html").sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p class='body'>  hai \n\t dòng  </p>", "hai dòng"),
        ("<p class='body'>một <b> hai </b> ba</p>", "một hai ba"),
        ("<p class='body'>trên <br/> dưới</p>", "trên\ndưới"),
        ("<p class='body'>Số:&#160;&#160;/KH</p>", "Số:\u00a0\u00a0/KH"),
        ("<p class='body'> <b> </b> </p>", ""),
        ("<p class='body'/>", ""),
        ("<p class='type'>Kế hoạch</p>", "KẾ HOẠCH"),
        ("<!-- lời dặn --><p class='body'>A &amp; B &lt;C&gt;</p>", "A & B <C>"),
    ],
)
def test_white_space_and_case(content: str, text: str) -> None:
    assert _first(content).text == text


def test_faces_nest_and_like_neighbours_are_one_run() -> None:
    runs = _first("<p class='body'>a <b>b <i>c</i></b> d<br/>e</p>").runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("a ", False, False),
        ("b ", True, False),
        ("c", True, True),
        (" d\ne", False, False),
    ]


def test_recipients_get_a_column_for_the_brace() -> None:
    name = "<td><p class='recipient'>- A;</p></td>"
    html = _article(
        f"<table class='recipients'><tr>{name}</tr><tr class='braced'>{name}{name}</tr><tr>{name}{name}</tr></table>"
    )
    table = read_article(html, source="mau.html").sections[0].blocks[0]
    assert isinstance(table, Table)
    assert table.breadth == 3
    assert [[cell.span for cell in row.cells] for row in table.rows] == [[3], [1, 1, 1], [2, 1]]
    assert [cell.brace for cell in table.rows[1].cells] == [False, True, False]


_CELL = "<tr><td><p class='table-cell'>x</p></td></tr>"
_FAULTS = {
    "div": ("<div/>", "<div>"),
    "span": ("<p class='body'><span>x</span></p>", "<span>"),
    "unknown class": ("<p class='note-2'>x</p>", "“note-2”"),
    "no class": ("<p>x</p>", "<p>"),
    "style": ("<p class='body' style='color:red'>x</p>", "style"),
    "stray text": ("chữ rơi<p class='body'>x</p>", "“chữ rơi”"),
    "stray tail": ("<p class='body'>x</p>chữ rơi", "“chữ rơi”"),
    "table kind": (f"<table class='fancy'>{_CELL}</table>", "class=“fancy”"),
    "empty table": ("<table class='grid'></table>", "<table>"),
    "empty row": ("<table class='grid'><tr/></table>", "<tr>"),
    "columns": (f"<table class='grid'><col width='50%'/><col width='50%'/>{_CELL}</table>", "<table>"),
    "width": (f"<table class='grid'><col width='3cm'/>{_CELL}</table>", "width=“3cm”"),
    "colspan": ("<table class='grid'><tr><td colspan='0'/></tr></table>", "colspan=“0”"),
    "brace in a grid": (_CELL.join(["<table class='grid'>", "<tr class='braced'/></table>"]), "braced"),
    "brace without note": ("<table class='recipients'><tr class='braced'><td/></tr></table>", "braced"),
    "attribute of b": ("<p class='body'><b class='x'>x</b></p>", "<b>"),
    "entity": ("<p class='body'>&nbsp;</p>", "HTML"),
    "control character": ("<p class='body'>a\x0bb</p>", "HTML"),
    "half a character": ("<p class='body'>a\ud800b</p>", "HTML"),
    "open element": ("<p class='body'>", "HTML"),
}


@pytest.mark.parametrize("reader", [to_docx, to_page])
@pytest.mark.parametrize(("content", "named"), _FAULTS.values(), ids=_FAULTS)
def test_what_is_not_in_the_vocabulary_is_refused(content: str, named: str, reader: Callable[..., object]) -> None:
    with pytest.raises(WordError) as raised:
        reader(_article(content), source="plan.html")
    assert "plan.html" in raised.value.message
    assert named in raised.value.message


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<p class='body'>x</p>", "<p>"),
        ("<article data-layout='nd30'/>", "section"),
        (_article(""), "<section>"),
        (_article("", 'data-layout="nd31"'), "nd31"),
        (_article("", 'data-layout="nd30" data-date="19/5/2026"'), "19/5/2026"),
        ("<article data-layout='nd30'><section class='wide'/></article>", "wide"),
        ("<article data-layout='nd30'><section data-numbering='on'/></article>", "data-numbering"),
    ],
)
def test_faults_of_the_frame(html: str, named: str) -> None:
    with pytest.raises(WordError, match=named):
        read_article(html, source="plan.html")


def test_entities_of_a_dtd_are_not_expanded() -> None:
    bomb = '<!DOCTYPE article [<!ENTITY a "nổ"><!ENTITY b "&a;&a;&a;">]>' + _article("<p class='body'>&b;</p>")
    with pytest.raises(WordError, match="DTD"):
        read_article(bomb, source="plan.html")
