"""What a Word file holds beside its text: parts built once a layout with python-docx, and saving."""

import zipfile
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from string import Template
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from thidua_cli.page.layout import Component, Layout, Line, load_layout

_DOCUMENT = "word/document.xml"
_CORE = "docProps/core.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNDATED = date(2020, 1, 1)
# Relations of python-docx's own template that a paper has no use for.
_WASTE = ("stylesWithEffects", "webSettings", "theme", "customXml", "numbering", "thumbnail")
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True, slots=True)
class Base:
    """The zip of the parts that papers of a layout share, and the relation ids of the two page headers."""

    archive: bytes
    header: str
    first_header: str


@cache
def base_package(layout_name: str) -> Base:
    """Return the package of an empty paper of a layout, without its document part and core properties."""
    layout = load_layout(layout_name)
    document = Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rsplit("/", 1)[1] in _WASTE]:
            del rels[key]
    _write_styles(document, layout)
    _refill(document.settings.element, _part("settings"))
    references = _write_headers(document)
    stream = BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name not in (_DOCUMENT, _CORE)}
    parts["docProps/app.xml"] = _part("app").encode()
    parts["word/fontTable.xml"] = _part("fontTable", font=layout.font).encode()
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        # Mail filters know a Word file by its first entry, the list of content types.
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            _pack(archive, name, parts[name])
    return Base(packed.getvalue(), references["default"], references["first"])


def save(base: Base, document: str, *, title: str, author: str, day: date | None) -> bytes:
    """Return the Word file with ``document`` as its main part. The same input gives the same bytes."""
    when = (day or _UNDATED).isoformat()
    core = _part("core", title=escape(title), author=escape(author), day=when)
    stream = BytesIO(base.archive)
    with zipfile.ZipFile(stream, "a") as archive:
        _pack(archive, _CORE, core.encode())
        _pack(archive, _DOCUMENT, document.encode())
    return stream.getvalue()


def _pack(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on every operating system
    archive.writestr(entry, content, compresslevel=3)  # a third of the time of level 6, a few bytes more


@cache
def _template(name: str) -> Template:
    return Template(files(__package__).joinpath("parts", f"{name}.xml").read_text(encoding="utf-8"))


def _part(name: str, **values: str) -> str:
    return _template(name).substitute(values)


def _refill(element: Any, xml: str) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(xml)))


def _write_styles(document: WordDocument, layout: Layout) -> None:
    _refill(document.styles.element, _part("styles", font=layout.font))
    for name, component in layout.components.items():
        # Only what a clerk chooses stands in the gallery of styles: no lines, no gaps.
        _write_style(document, name, component).quick_style = True
        if component.line:
            _write_line_style(document, name, component, component.line)
    number = layout.page.number
    _write_style(document, "page-number", Component(name="Số trang", size=number.size, align=number.align))
    # The empty paragraphs that Word wants behind tables.
    _write_style(document, "gap", Component(name="Sau bảng", size=1, exact=1))
    _write_style(document, "grid-gap", Component(name="Sau bảng kẻ khung", size=1, exact=9))


def _write_style(document: WordDocument, identifier: str, component: Component) -> ParagraphStyle:
    style = _new_style(document, identifier, component.name)
    style.font.size = Pt(component.size)
    style.font.bold = component.bold or None
    style.font.italic = component.italic or None
    style.font.underline = component.underline or None
    paragraph = style.paragraph_format
    paragraph.alignment = _ALIGN[component.align]
    paragraph.first_line_indent = Mm(component.first_line) if component.first_line else None
    paragraph.left_indent = Mm(component.left) if component.left else None
    paragraph.keep_with_next = component.keep_next or None
    paragraph.space_before = Pt(component.before)
    paragraph.space_after = Pt(0 if component.line else component.after)
    _set_line_height(style, component.exact, component.spacing)
    # The size of complex scripts too, or Word shows two sizes.
    size = parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(component.size * 2)}"/>')
    style.element.get_or_add_rPr().sz.addnext(size)
    if component.outline:
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{component.outline - 1}"/>')
        style.element.get_or_add_pPr().append(level)
    return style


def _write_line_style(document: WordDocument, name: str, component: Component, line: Line) -> None:
    """Write the style of a line under a component: an empty paragraph with a top border, indented to length."""
    style = _new_style(document, f"{name}-line", f"Đường kẻ dưới {component.name}")
    style.font.size = Pt(1)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(line.gap), Pt(component.after)
    paragraph.keep_with_next = component.keep_next or None
    _set_line_height(style, exact=2, spacing=1)
    edge = f'<w:top w:val="single" w:sz="{round(line.thickness * 8)}" w:space="0" w:color="auto"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>")
    style.element.get_or_add_pPr().find(qn("w:spacing")).addprevious(border)


def _new_style(document: WordDocument, identifier: str, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.element.set(qn("w:styleId"), identifier)
    style.base_style = document.styles["Normal"]
    return style


def _set_line_height(style: ParagraphStyle, exact: float | None, spacing: float) -> None:
    if exact:
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(exact) if exact else spacing


def _write_headers(document: WordDocument) -> dict[str, str]:
    """Write the header with the page number and the empty one of first pages; return their relation ids."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for header in (section.header, section.first_page_header):
        header.is_linked_to_previous = False
        header.paragraphs[0].style = document.styles["Số trang"]
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    section.header.paragraphs[0]._p.append(parse_xml(field))
    references = section._sectPr.findall(qn("w:headerReference"))
    return {str(reference.get(qn("w:type"))): str(reference.get(qn("r:id"))) for reference in references}
