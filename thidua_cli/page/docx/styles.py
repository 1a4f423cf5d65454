"""The styles of a Word file, by python-docx: one for each component of a layout, and one for the line under it."""

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from thidua_cli.page.docx.xml import serialised, shipped
from thidua_cli.page.layout import Align, Component, Layout, Line

_ALIGN: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def styles_part(layout: Layout) -> bytes:
    """Return the style part of a layout."""
    document = Document()
    root = document.styles.element
    root[:] = list(parse_xml(shipped("styles").substitute(font=layout.font)))
    for name, component in layout.components.items():
        # Only what a clerk chooses stands in the gallery of styles: no lines, no gaps.
        _write_style(document, name, component).quick_style = True
        if component.line:
            _write_line_style(document, name, component, component.line)
    number = layout.page.number
    _write_style(document, "page-number", Component(name="Số trang", size=number.size, align=number.align))
    # What holds a drawing, and the empty paragraphs that Word wants behind tables.
    _write_style(document, "drawing", Component(name="Hình", size=1))
    _write_style(document, "gap", Component(name="Sau bảng", size=1, exact=1))
    _write_style(document, "grid-gap", Component(name="Sau bảng kẻ khung", size=1, exact=9))
    return serialised(root)


def _write_style(document: WordDocument, identifier: str, component: Component) -> ParagraphStyle:
    style = document.styles.add_style(component.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.element.set(qn("w:styleId"), identifier)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(component.size)
    for face in ("bold", "italic", "underline"):
        setattr(style.font, face, getattr(component, face) or None)
    paragraph = style.paragraph_format
    paragraph.alignment = _ALIGN[component.align]
    paragraph.first_line_indent = Mm(component.first_line) if component.first_line else None
    paragraph.left_indent = Mm(component.left) if component.left else None
    paragraph.keep_with_next = component.keep_next or None
    paragraph.space_before = Pt(component.before)
    paragraph.space_after = Pt(0 if component.line else component.after)
    if component.exact:
        paragraph.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.line_spacing = Pt(component.exact) if component.exact else component.spacing
    # The size of complex scripts too, or Word shows two sizes.
    size = parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(component.size * 2)}"/>')
    style.element.get_or_add_rPr().sz.addnext(size)
    if component.outline:
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{component.outline - 1}"/>')
        style.element.get_or_add_pPr().append(level)
    return style


def _write_line_style(document: WordDocument, name: str, component: Component, line: Line) -> None:
    """Write the style of a line under a component: an empty paragraph with a top border, indented to length."""
    spaces = {"before": line.gap, "after": component.after, "exact": 2, "keep_next": component.keep_next}
    empty = Component.model_validate({"name": f"Đường kẻ dưới {component.name}", "size": 1, **spaces})
    style = _write_style(document, f"{name}-line", empty)
    edge = f'<w:top w:val="single" w:sz="{round(line.thickness * 8)}" w:space="0" w:color="auto"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>")
    style.element.get_or_add_pPr().find(qn("w:spacing")).addprevious(border)
