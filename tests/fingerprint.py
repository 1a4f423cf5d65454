"""What a reader of a Word file sees, as text that can be compared and read in a diff."""

import re
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from tests.ooxml.validity import assert_valid_docx

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fingerprint(data: bytes) -> str:
    """Tell what a reader sees: style and text of each paragraph, shapes of tables, sections, fields.

    A file that Word would not open is no match for anything: it fails here.
    """
    assert_valid_docx(data)
    document = Document(BytesIO(data))
    names = {style.style_id: style.name for style in document.styles}
    lines: list[str] = []

    def walk(parent: Any, depth: int) -> None:
        for child in parent:
            pad = "  " * depth
            if child.tag == qn("w:p"):
                text = "".join("⏎" if node.tag == qn("w:br") else node.text for node in _texts(child))
                brace = " }" if child.findall(f".//{_W}drawing") else ""
                lines.append(f"{pad}{names[child.pPr.style]}: {text}{brace}".rstrip())
            elif child.tag == qn("w:tbl"):
                widths = [column.get(qn("w:w")) for column in child.tblGrid]
                lines.append(f"{pad}[{names[child.tblPr.style]} {' '.join(widths)}]")
                for row in child.tr_lst:
                    is_header = row.find(f"{_W}trPr/{_W}tblHeader") is not None
                    lines.append(f"{pad} - header row" if is_header else f"{pad} - row")
                    for cell in row.tc_lst:
                        walk(cell, depth + 1)

    walk(document.element.body, 0)
    for section in document.sections:
        first = "no number on page 1" if section.different_first_page_header_footer else "number on each page"
        lines.append(f"section {section.page_width.mm:.0f} x {section.page_height.mm:.0f}, {first}")
        fields = re.findall(r'instr="([^"]*)"', section.header._element.xml)
        lines.append(f"  fields: {fields}")
        lines.append(f"  first page: {[p.text for p in section.first_page_header.paragraphs]}")
    return "\n".join(lines) + "\n"


def _texts(paragraph: Any) -> list[Any]:
    return list(paragraph.iter(qn("w:t"), qn("w:br")))
