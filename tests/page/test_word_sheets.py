"""Sheets: sizes and margins, page numbers, text placed in millimetres, tabs and lines to fill in."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.page.printed import article, printed
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import WordError, load_layout
from thidua_cli.page.measure import tab_widths
from thidua_cli.page.metrics import text_width_mm
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import Paragraph

_TEXT = "<p class='body'>chữ</p>"


@pytest.mark.parametrize(
    ("attributes", "width", "height"),
    [
        ("data-size='A5'", 148, 210),
        ("data-size='A3' class='landscape'", 420, 297),
        ("data-size='360mm 237mm'", 360, 237),
        ("", 210, 297),
    ],
)
def test_a_section_has_its_own_paper(attributes: str, width: float, height: float, tmp_path: Path, office: str) -> None:
    html = article(_TEXT, section=f"{attributes} data-margins='25mm 20mm 15mm 40mm'")
    (page,) = printed(html, tmp_path)
    assert (page.width, page.height) == pytest.approx((width, height), abs=0.1)
    assert page.word("chữ").left == pytest.approx(40 + 12.7, abs=0.1)
    assert page.word("chữ").top == pytest.approx(25, abs=0.5)
    shown = to_page(html, source="x")
    assert f"size:{width}mm {height}mm;margin:25mm 20mm 15mm 40mm" in shown
    assert f"width:{width}mm;min-height:{height}mm;padding:25mm 20mm 15mm 40mm" in shown


def test_sheets_of_different_shapes_have_pages_of_their_own_in_the_browser() -> None:
    sections = "".join(f"<section {size}>{_TEXT}</section>" for size in ("", "data-size='A3'", "", "class='landscape'"))
    shown = to_page(f"<article data-layout='nd30'>{sections}</article>", source="x")
    assert re.findall(r'<section class="(.+?)"', shown) == ["portrait", "portrait-2", "portrait", "landscape"]
    assert len(re.findall(r"^@page [\w-]+{", shown, re.MULTILINE)) == 3


def test_page_numbers_of_both_forms_and_none(tmp_path: Path, office: str) -> None:
    pages = "<p class='body'>chữ</p><hr/><p class='body'>chữ</p>"
    forms = ("", "data-number='of-pages'", "data-number='none'")
    sections = "".join(f"<section {form}>{pages}</section>" for form in forms)
    html = f"<article data-layout='nd30'>{sections}</article>"
    tops = [" ".join(word.text for word in page.words if word.top < 18) for page in printed(html, tmp_path)]
    assert tops == ["", "2", "Trang 3/6", "Trang 4/6", "", ""]
    shown = to_page(html, source="x")
    assert '@top-center{content:"Trang "counter(page)"/"counter(pages);' in shown
    assert "@page portrait-3{size:210mm 297mm;margin:20mm 15mm 20mm 30mm;@top-center{content:none;" in shown


def test_all_pages_cannot_be_told_where_a_section_counts_anew() -> None:
    sections = f"<section data-number='of-pages'>{_TEXT}</section><section data-numbering='restart'>{_TEXT}</section>"
    with pytest.raises(WordError, match="of-pages"):
        to_docx(f"<article data-layout='nd30'>{sections}</article>", source="mau.html")


def test_a_layout_may_number_at_the_foot(tmp_path: Path, office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    layout = load_layout("nd30")
    changed = layout.page.number.model_copy(update={"place": "footer", "align": "right", "on_first_page": True})
    foot = layout.model_copy(update={"name": "foot", "page": layout.page.model_copy(update={"number": changed})})
    monkeypatch.setattr("thidua_cli.page.reader.read_article.load_layout", lambda name: foot)
    (page,) = printed(article(_TEXT), tmp_path)
    assert page.word("1").top > 270
    assert page.word("1").right == pytest.approx(195, abs=0.5)
    assert "@bottom-right{content:counter(page)" in to_page(article(_TEXT), source="x")


_CERTIFICATE = (
    "<div data-at='60mm 100mm' data-width='240mm'><p class='motto'>Độclập</p><p class='signer-name'>Tênngười</p></div>"
    "<div data-at='200mm 180mm' data-width='120mm'><p class='signer-name'>Ngàyký</p></div>"
)


@pytest.mark.parametrize("behind", ["", "<p class='body'>thân</p>"])
def test_text_stands_where_it_is_placed(behind: str, tmp_path: Path, office: str) -> None:
    html = article(_CERTIFICATE + behind, section="data-size='360mm 237mm' data-number='none'")
    (page,) = printed(html, tmp_path)
    first, second, other = page.word("Độclập"), page.word("Tênngười"), page.word("Ngàyký")
    assert (first.left + first.right) / 2 == pytest.approx(60 + 120, abs=0.1)
    assert (other.left + other.right) / 2 == pytest.approx(200 + 60, abs=0.1)
    assert first.top == pytest.approx(100, abs=0.2)
    assert other.top == pytest.approx(180, abs=0.2)
    # Between the two stands the line under the motto, with its gap.
    assert second.top - first.top == pytest.approx((14 * 1.15 + 3 + 2) * 25.4 / 72, abs=0.3)
    shown = to_page(html, source="x")
    assert 'style="--x:60mm;--y:100mm;width:240mm"' in shown
    assert ".placed{position:absolute;left:var(--x);top:var(--y)}" in shown
    assert ".placed{left:calc(var(--x) - var(--left));top:calc(var(--y) - var(--top))}" in shown


def test_a_section_that_ends_with_placed_text_keeps_its_paper() -> None:
    sections = f"<section data-size='A5'>{_CERTIFICATE}</section><section>{_TEXT}</section>"
    html = f"<article data-layout='nd30'>{sections}</article>"
    document = Document(BytesIO(to_docx(html, source="x")))
    assert [round(section.page_width.mm) for section in document.sections] == [148, 210]
    holder = document.sections[0]._sectPr.getparent()
    assert holder.find(f"{{{holder.nsmap['w']}}}framePr") is None


_FORM = (
    "<p class='body'>Họtên: <span class='leader'/></p>"
    "<p class='body'>Sinh <span class='leader' data-to='80mm'/> tại <span class='leader'/></p>"
    "<p class='body'>trái<span class='tab' data-to='60mm'/>giữa<span class='tab'/>phải</p>"
)


def test_tabs_and_lines_to_fill_in(tmp_path: Path, office: str) -> None:
    (page,) = printed(article(_FORM), tmp_path)
    dots = [word for word in page.words if set(word.text) == {"."}]
    assert [round(line.right - 30) for line in dots] == [165, 80, 165]
    assert dots[0].left == pytest.approx(page.word("Họtên:").right, abs=3)
    assert page.word("giữa").left == pytest.approx(30 + 60, abs=0.2)
    assert page.word("phải").right == pytest.approx(195, abs=0.2)


def test_the_browser_fills_the_same_lines() -> None:
    body = load_layout("nd30").components["body"]
    widths = []
    for block in read_article(article(_FORM), source="x").sections[0].blocks:
        assert isinstance(block, Paragraph)
        widths.append(tab_widths(body, block, 165))
    start = body.first_line
    assert widths[0] == pytest.approx([165 - start - text_width_mm("Họtên: ", 14)])
    assert widths[1] == pytest.approx([80 - start - text_width_mm("Sinh ", 14), 85 - text_width_mm(" tại ", 14)])
    assert widths[2][1] == pytest.approx(105 - text_width_mm("giữa", 14) - text_width_mm("phải", 14))
    shown = to_page(article(_FORM), source="x")
    assert f'<span class="leader" style="width:{widths[0][0]:.1f}mm"></span>' in shown
    assert shown.count('<span class="tab"') == 2


_FAULTS = {
    "size": ("", "data-size='A6'", "data-size=“A6”"),
    "size in cm": ("", "data-size='36cm 23cm'", "data-size=“36cm 23cm”"),
    "too large": ("", "data-size='600mm 200mm'", "558 mm"),
    "margins": ("", "data-margins='20mm'", "data-margins=“20mm”"),
    "no room": ("", "data-margins='20mm 100mm 20mm 100mm'", "không đủ chỗ"),
    "number": ("", "data-number='roman'", "data-number=“roman”"),
    "placed after text": (_TEXT + _CERTIFICATE, "", "đứng trước"),
    "placed nowhere": ("<div data-width='10mm'><p class='body'>x</p></div>", "", "data-at=“”"),
    "placed without width": ("<div data-at='1mm 2mm'><p class='body'>x</p></div>", "", "data-width=“”"),
    "placed nothing": ("<div data-at='1mm 2mm' data-width='10mm'/>", "", "<div>"),
    "placed table": ("<div data-at='1mm 2mm' data-width='10mm'><table/></div>", "", "<table>"),
    "span": ("<p class='body'><span class='line'/></p>", "", "class=“line”"),
    "text in a tab": ("<p class='body'><span class='tab'>x</span></p>", "", "<span>"),
    "stop": ("<p class='body'><span class='tab' data-to='half'/></p>", "", "data-to=“half”"),
}


@pytest.mark.parametrize(("content", "attributes", "named"), _FAULTS.values(), ids=_FAULTS)
def test_faults_of_sheets_name_template_and_line(content: str, attributes: str, named: str) -> None:
    html = article(content + _TEXT if attributes else content, section=attributes)
    with pytest.raises(WordError, match=rf"^mẫu mau.html, dòng 1: .*{re.escape(named)}"):
        to_docx(html, source="mau.html")
