"""Small Word lists for tests: made with python-docx, what it cannot make put in as XML."""

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

HEADINGS = ("STT", "Họ và tên", "Đơn vị", "Hình thức đề nghị")
LETTERHEAD = (("SỞ TÀI CHÍNH\nPHÒNG A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),)
SIGNATURES = (("Nơi nhận:\n- Như trên;", "TRƯỞNG PHÒNG\n(Ký, ghi rõ họ tên)\n\nNguyễn Văn Ký"),)


class WordList:
    """A document, filled from top to bottom."""

    def __init__(self) -> None:
        self.file: Any = docx.Document()

    def line(self, text: str) -> "WordList":
        self.file.add_paragraph(text)
        return self

    def table(self, rows: Sequence[Sequence[object]]) -> Any:
        table = self.file.add_table(0, max(map(len, rows)))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = str(text)
        return table

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.file.save(stream)
        return stream.getvalue()


def strike(cell: Any) -> None:
    for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
        run.font.strike = True


def hide_text(cell: Any) -> None:
    for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
        run.font.hidden = True


def deleted(cell: Any, text: str) -> None:
    """Put text into a cell that a tracked change takes away."""
    run = f"<w:r><w:delText>{text}</w:delText></w:r>"
    cell.paragraphs[0]._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="A">{run}</w:del>'))


def inserted(cell: Any, text: str) -> None:
    run = f"<w:r><w:t>{text}</w:t></w:r>"
    cell.paragraphs[0]._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="A">{run}</w:ins>'))


def of_row(row: Any, xml: str) -> None:
    """Put a property into a row: ``<w:hidden/>``, ``<w:del w:id="3" w:author="A"/>``."""
    tag, _, rest = xml.strip("<>/").partition(" ")
    row._tr.get_or_add_trPr().append(parse_xml(f"<{tag} {nsdecls('w')} {rest}/>"))


def numbered(cells: Sequence[Any], number_format: str = "decimal") -> None:
    """Let Word number the first paragraph of each cell."""
    for cell in cells:
        part = cell.part.numbering_part.element
        if part.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='90']") is None:
            printed = f'<w:numFmt w:val="{number_format}"/><w:lvlText w:val="%1."/>'
            level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{printed}</w:lvl>'
            part.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>'))
            number = f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
            part.append(parse_xml(number))
        properties = cell.paragraphs[0]._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))
