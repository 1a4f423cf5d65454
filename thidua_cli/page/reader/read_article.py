"""A whole template: the article, its sections and the blocks in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, cast

from lxml import etree

from thidua_cli.errors import ThiduaError
from thidua_cli.page.habits import adjusted
from thidua_cli.page.layout import Habits, Layout, Margins, WordError, layout_names, load_layout
from thidua_cli.page.reader.read_drawing import read_chart, read_picture
from thidua_cli.page.reader.read_paragraph import read_paragraph
from thidua_cli.page.reader.read_table import read_table
from thidua_cli.page.reader.template import Template, fault
from thidua_cli.page.vocabulary import (
    ALIGNMENTS,
    COLOURS,
    SHARED,
    SIZES,
    Article,
    Block,
    Frame,
    PageBreak,
    Paragraph,
    Section,
    Sheet,
    Table,
    is_placed,
)
from thidua_cli.vietnamese.text import without_control

_IN_CELLS = ("p", "table", "img", "figure")
_ILL_FORMED = {
    "ERR_TAG_NAME_MISMATCH": "thẻ đóng không khớp với thẻ mở",
    "ERR_TAG_NOT_FINISHED": "có thẻ mở mà chưa đóng",
    "ERR_DOCUMENT_END": "còn chữ hoặc thẻ sau thẻ đóng của article",
    "ERR_DOCUMENT_EMPTY": "không có thẻ article",
    "ERR_UNDECLARED_ENTITY": "ký hiệu &…; này không dùng được, gõ thẳng chữ cần in",
    "ERR_ENTITYREF_SEMICOL_MISSING": "dấu & phải viết là &amp;",
    "ERR_NAME_REQUIRED": "dấu & phải viết là &amp;, dấu < phải viết là &lt;",
    "ERR_LT_IN_ATTRIBUTE": "dấu < trong thuộc tính phải viết là &lt;",
    "ERR_ATTRIBUTE_NOT_STARTED": "giá trị của thuộc tính phải đặt trong dấu nháy kép",
    "ERR_ATTRIBUTE_REDEFINED": "một thuộc tính ghi hai lần",
    "ERR_INVALID_CHAR": "có ký tự không in được",
}
_LINES, _POINTS = re.compile(r"\d(\.\d{1,3})?"), re.compile(r"\d{1,2}(\.\d)?pt")
_read: dict[tuple[Layout, bytes], Block] = {}
_MOST_READ = 8192
_LEAST_ROOM = 20  # mm of text across and down
_LARGEST = 558  # mm, Word's own bound


def read_article(html: str, *, source: str, folders: Sequence[Path] = ()) -> Article:
    """Read the HTML of the template ``source``; whatever is not in the vocabulary is a `WordError`.

    Pictures come from ``folders``, and from nowhere else.
    """
    try:
        root = etree.fromstring(html.encode("utf-8"), _parser())
    except etree.XMLSyntaxError as problem:
        raise _ill_formed(source, html, problem) from problem
    except UnicodeEncodeError as problem:
        raise WordError(f"mẫu {source}: không phải HTML viết đúng phép, có chữ không phải Unicode") from problem
    name = root.get("data-layout", "")
    if root.tag != "article":
        raise fault(source, root, "không được đứng ở đây (chỉ được: article)")
    if name not in layout_names():
        raise fault(source, root, f"thuộc tính data-layout=“{name}” không phải tên bố cục trang")
    template = _adjusted(Template(source, load_layout(name), tuple(folders)), root)
    day = root.get("data-date", "")
    try:
        dated = date.fromisoformat(day) if day else None
    except ValueError:
        raise template.refused(root, "data-date", "không phải ngày (năm-tháng-ngày)") from None
    sections = tuple([_section(template, child) for child in template.children(root, "section")])
    if not sections:
        raise template.fault(root, "không có phần (section) nào")
    if any(section.number == "of-pages" for section in sections) and any(section.restart for section in sections):
        raise template.fault(root, "of-pages đếm mọi trang của tệp, nên không phần nào được đánh số lại (restart)")
    return Article(template.layout, root.get("data-title", ""), root.get("data-author", ""), dated, sections)


def _adjusted(template: Template, article: etree._Element) -> Template:
    """Return the template with its layout in the habits of the office, which stand in the article."""
    template.expect(article, "article")
    line, exact, right = article.get("data-line"), article.get("data-exact"), article.get("data-right")
    if line is not None and not _LINES.fullmatch(line):
        raise template.refused(article, "data-line", "không phải số dòng (như 1.1)")
    if exact is not None and not _POINTS.fullmatch(exact):
        raise template.refused(article, "data-exact", "không phải chiều cao dòng (như 20pt)")
    space = template.choice(article, "data-space", ("", "before", "after", "both"))
    habits = Habits(
        line=float(line) if line else None,
        exact=float(exact.removesuffix("pt")) if exact else None,
        right=template.length(article, "data-right") if right is not None else None,
        space=cast(Literal["before", "after", "both"] | None, space or None),
    )
    try:
        return replace(template, layout=adjusted(template.layout, habits))
    except ThiduaError as problem:
        raise template.fault(article, problem.message) from problem


def _ill_formed(source: str, html: str, problem: etree.XMLSyntaxError) -> WordError:
    """Return the error for HTML that cannot be parsed, with the line of the page at which that was noticed."""
    known = {getattr(etree.ErrorTypes, name): words for name, words in _ILL_FORMED.items()}
    line = problem.lineno or 1
    near = "".join(html.split("\n")[line - 1 : line]).strip()[:60]
    what = known.get(getattr(problem, "code", 0), "xem lại các thẻ ở đó")
    place = f"mẫu {source}, dòng {line} của trang dựng ra (“{without_control(near)}”)"
    return WordError(f"{place}: không phải HTML viết đúng phép, {what}")


@cache
def _parser() -> etree.XMLParser:
    # Comments and instructions say nothing on paper; entities of a DTD are refused as unknown elements.
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, load_dtd=False
    )


def _section(template: Template, element: etree._Element) -> Section:
    restart = template.choice(element, "data-numbering", ("", "restart")) == "restart"
    usual = template.layout.page.number.form
    number = template.choice(element, "data-number", ("", *template.layout.page.number.forms)) or usual
    sheet = _sheet(template, element)
    blocks = _blocks(template, element, *_IN_CELLS, "hr", "div")
    if not blocks:
        raise template.fault(element, "không có đoạn văn hay bảng nào")
    # Paragraphs are many, and never placed.
    placed = [not isinstance(block, Paragraph) and is_placed(block) for block in blocks]
    if placed != sorted(placed, reverse=True):
        raise template.fault(element, "phần tử có data-at phải đứng trước các đoạn văn và bảng của phần")
    return Section(blocks, sheet, restart, number)


def _sheet(template: Template, element: etree._Element) -> Sheet:
    page = template.layout.page
    landscape = template.choice(element, "class", ("", "landscape")) == "landscape"
    width, height = SIZES.get(element.get("data-size", ""), (page.width, page.height))
    if element.get("data-size", "A4") not in SIZES:
        width, height = template.lengths(element, "data-size", 2)
    margins = page.landscape_margins if landscape else page.margins
    if element.get("data-margins") is not None:
        edges = ("top", "right", "bottom", "left")
        margins = Margins(**dict(zip(edges, template.lengths(element, "data-margins", 4), strict=True)))
    sheet = Sheet(height, width, margins) if landscape else Sheet(width, height, margins)
    if sheet.room < _LEAST_ROOM or height - margins.top - margins.bottom < _LEAST_ROOM:
        raise template.fault(element, f"khổ giấy {sheet.width:g} x {sheet.height:g} mm không đủ chỗ cho lề và chữ")
    if max(width, height) > _LARGEST:
        raise template.fault(element, f"khổ giấy lớn hơn {_LARGEST} mm, Word không in được")
    return sheet


def _blocks(template: Template, element: etree._Element, *allowed: str) -> tuple[Block, ...]:
    return tuple([_block(template, child) for child in template.children(element, *allowed)])


def _block(template: Template, element: etree._Element) -> Block:
    if element.tag == "table":
        if element.get("class") in SHARED:
            return _once(template, element, _table)
        return _table(template, element)
    return _READERS[element.tag](template, element)


def _table(template: Template, element: etree._Element) -> Table:
    return read_table(template, element, _in_cell)


def _in_cell(template: Template, cell: etree._Element) -> tuple[Block, ...]:
    blocks = _blocks(template, cell, *_IN_CELLS)
    if any(map(is_placed, blocks)):
        raise template.fault(cell, "phần tử có data-at không đứng được trong ô của bảng")
    return blocks


def _once(template: Template, element: etree._Element, read: Callable[[Template, etree._Element], Block]) -> Block:
    """Return what stands on many papers; what was read before, and shows no picture of the paper, is not read again."""
    xml = etree.tostring(element, encoding="utf-8", with_tail=False)
    if b"<img" in xml:
        return read(template, element)
    key = template.layout, xml
    found = _read.get(key)
    if found is None:
        if len(_read) >= _MOST_READ:
            _read.clear()
        found = _read[key] = read(template, element)
    return found


def _frame(template: Template, element: etree._Element) -> Frame:
    place, width = template.place(element), template.length(element, "data-width")
    paragraphs = [block for block in _blocks(template, element, "p") if isinstance(block, Paragraph)]
    if not paragraphs or not width:
        raise template.fault(element, "không có đoạn văn nào, hoặc không có bề rộng")
    size = template.points(element, "data-type") if element.get("data-type") is not None else None
    align = template.choice(element, "class", ("", *ALIGNMENTS))
    colour = template.choice(element, "data-colour", ("", *COLOURS))
    return Frame(place, width, tuple(paragraphs), size, align, colour)


_READERS: dict[str, Callable[[Template, etree._Element], Block]] = {
    "p": read_paragraph,
    "img": read_picture,
    "figure": read_chart,
    "div": lambda template, element: _once(template, element, _frame),  # most of a certificate stands on all of them
    "hr": lambda *_: PageBreak(),
}
