"""The page for the browser: the same text, the sizes of the layout, nothing from outside."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import load_layout

_HERE = Path(__file__).parent


def _html(name: str) -> str:
    return (_HERE / f"{name}.html").read_text(encoding="utf-8")


def _words(text: str) -> list[str]:
    return text.replace("\u00a0", " ").split()


@pytest.mark.parametrize("name", ["nd30", "party"])
def test_word_and_browser_say_the_same(name: str) -> None:
    body = to_page(_html(name), source=name).split("<body>")[1]
    seen = unescape(re.sub(r"<(?!/?[bi]>)[^>]+>", " ", body))
    document = Document(BytesIO(to_docx(_html(name), source=name)))
    written = [
        "".join(node.text or " " for node in paragraph.iter(qn("w:t"), qn("w:br")))
        for paragraph in document.element.body.iter(qn("w:p"))
    ]
    assert _words(re.sub(r"</?[bi]>", "", seen)) == _words(" ".join(written))


def test_the_stylesheet_comes_from_the_layout() -> None:
    page = to_page(_html("nd30"), source="nd30")
    for name, component in load_layout("nd30").components.items():
        rule = re.search(rf"^\.{name}{{([^}}]*)}}", page, re.MULTILINE)
        assert rule is not None
        assert f"font-size:{component.size:g}pt" in rule[1]
        assert ("font-weight:bold" in rule[1]) is component.bold
    assert "@page landscape{size:297mm 210mm;margin:20mm 15mm 15mm 30mm" in page


def test_the_page_needs_no_network_and_no_script() -> None:
    page = to_page(_html("nd30"), source="nd30")
    assert '<html lang="vi">' in page
    assert not re.search(r"https?:|<script|<link|src=|url\(", page)


def test_hostile_text_stays_text() -> None:
    html = (
        '<article data-layout="nd30" data-title="&lt;script&gt;" data-author="&quot;"><section>'
        '<p class="body">&lt;script&gt;alert(1)&lt;/script&gt;</p></section></article>'
    )
    page = to_page(html, source="mau.html")
    assert "<script" not in page
    assert '<meta name="author" content="&quot;"/>' in page
