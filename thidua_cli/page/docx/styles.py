"""The styles of a Word file: one for each component of a layout, and one for the line under it."""

from lxml import etree

from thidua_cli.page.docx.xml import align, dxa, put, serialised, shipped, word
from thidua_cli.page.layout import LINE_HEIGHT, Component, Layout, Line

_POINT = 20  # Word counts spaces in twentieths of a point, type sizes in halves
_LINE = 240  # and lines in parts of this


def styles_part(layout: Layout) -> bytes:
    """Return the style part of a layout."""
    parser = etree.XMLParser(remove_blank_text=True)
    root = etree.fromstring(shipped("styles").substitute(font=layout.font), parser)
    for name, component in layout.components.items():
        _write_style(root, name, component, in_gallery=True)
        if component.line:
            _write_line_style(root, name, component, component.line)
    number = layout.page.number
    _write_style(root, "page-number", Component(name="Số trang", size=number.size, align=number.align), in_gallery=True)
    # What holds a drawing, and the empty paragraphs that Word wants behind tables.
    _write_style(root, "drawing", Component(name="Hình", size=1))
    _write_style(root, "gap", Component(name="Sau bảng", size=1, exact=1))
    _write_style(root, "grid-gap", Component(name="Sau bảng kẻ khung", size=1, exact=9))
    return serialised(root)


def _write_style(root: etree._Element, identifier: str, component: Component, *, in_gallery: bool = False) -> None:
    paragraph, text = _new_style(root, identifier, component.name, in_gallery=in_gallery)
    if component.keep_next:
        put(paragraph, "keepNext")
    after = 0 if component.line else component.after
    _put_spacing(paragraph, component.before, after, component.exact, component.spacing)
    indents = {"left": component.left, "firstLine": component.first_line}
    if any(indents.values()):
        put(paragraph, "ind", **{side: dxa(indent) for side, indent in indents.items() if indent})
    put(paragraph, "jc", val=align(component.align))
    if component.outline:
        put(paragraph, "outlineLvl", val=component.outline - 1)
    for name, wanted in (("b", component.bold), ("i", component.italic)):
        if wanted:
            put(text, name)
    # The size of complex scripts too, or Word shows two sizes.
    for name in ("sz", "szCs"):
        put(text, name, val=round(component.size * 2))
    if component.underline:
        put(text, "u", val="single")


def _write_line_style(root: etree._Element, name: str, component: Component, line: Line) -> None:
    """Write the style of a line under a component: an empty paragraph with a top border, indented to length."""
    paragraph, text = _new_style(root, f"{name}-line", f"Đường kẻ dưới {component.name}", in_gallery=False)
    if component.keep_next:
        put(paragraph, "keepNext")
    border = put(paragraph, "pBdr")
    word(border, "top", val="single", sz=round(line.thickness * 8), space=0, color="auto")
    _put_spacing(paragraph, line.gap, component.after, exact=LINE_HEIGHT, spacing=1)
    put(text, "sz", val=2)


def _new_style(
    root: etree._Element, identifier: str, name: str, *, in_gallery: bool
) -> tuple[etree._Element, etree._Element]:
    """Add a style and return its properties of paragraphs and of text."""
    style = word(root, "style", type="paragraph", customStyle=1, styleId=identifier)
    word(style, "name", val=name)
    word(style, "basedOn", val="Normal")
    # Only what a clerk chooses stands in the gallery of styles: no lines, no gaps.
    if in_gallery:
        word(style, "qFormat")
    return word(style, "pPr"), word(style, "rPr")


def _put_spacing(properties: etree._Element, before: float, after: float, exact: float | None, spacing: float) -> None:
    line = round(exact * _POINT) if exact else round(spacing * _LINE)
    rule = "exact" if exact else "auto"
    put(properties, "spacing", before=round(before * _POINT), after=round(after * _POINT), line=line, lineRule=rule)
