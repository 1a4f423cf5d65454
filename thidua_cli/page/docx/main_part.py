"""HTML to .docx: the document part of a Word file, written as text from the values of an article."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from thidua_cli.page.docx.brace import BRACE_NAMESPACES, brace
from thidua_cli.page.docx.package import Base, base_package, save
from thidua_cli.page.layout import Layout
from thidua_cli.page.measure import brace_height, column_widths, line_width, well_broken
from thidua_cli.page.vocabulary import Article, Block, Paragraph, Row, Run, Section, Table, neighbours, read_article

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def to_docx(html: str, *, source: str) -> bytes:
    """Return the Word file of one paper.

    ``html`` is in the vocabulary of papers and names its layout; ``source`` names the template in messages.
    The same input gives the same bytes; what cannot be laid out is a `WordError`.
    """
    article = read_article(html, source=source)
    base = base_package(article.layout.name)
    document = _Writer(article, base).document()
    return save(base, document, title=article.title, author=article.author, day=article.day)


def _dxa(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


class _Writer:
    """Writes the XML of one document part; widths are handed down in millimetres."""

    def __init__(self, article: Article, base: Base) -> None:
        self.article = article
        self.layout: Layout = article.layout
        self.base = base
        self.drawings = 0

    def document(self) -> str:
        last = len(self.article.sections) - 1
        body = "".join(self._section(s, i, final=i == last) for i, s in enumerate(self.article.sections))
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:document {_NAMESPACES}{BRACE_NAMESPACES}><w:body>{body}</w:body></w:document>"
        )

    def _section(self, section: Section, index: int, *, final: bool) -> str:
        width = self.layout.page.text_width(landscape=section.landscape)
        properties = self._section_properties(section, index)
        if final:
            return self._blocks(section.blocks, width) + properties
        # A section ends inside its last paragraph.
        before, ending, behind = self._blocks(section.blocks, width).rpartition("</w:pPr>")
        return f"{before}{properties}{ending}{behind}"

    def _section_properties(self, section: Section, index: int) -> str:
        page = self.layout.page
        margins = page.landscape_margins if section.landscape else page.margins
        size = f'w:w="{_dxa(page.width)}" w:h="{_dxa(page.height)}"'
        if section.landscape:
            size = f'w:w="{_dxa(page.height)}" w:h="{_dxa(page.width)}" w:orient="landscape"'
        restart = section.restart and index > 0
        # Page 1 shows no number; a section that counts on shows it from its first page.
        first = "<w:titlePg/>" if (restart or index == 0) and not page.number.on_first_page else ""
        numbering = '<w:pgNumType w:start="1"/>' if restart else ""
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{self.base.header}"/>'
            f'<w:headerReference w:type="first" r:id="{self.base.first_header}"/><w:type w:val="nextPage"/>'
            f'<w:pgSz {size}/><w:pgMar w:top="{_dxa(margins.top)}" w:right="{_dxa(margins.right)}"'
            f' w:bottom="{_dxa(margins.bottom)}" w:left="{_dxa(margins.left)}"'
            f' w:header="{_dxa(page.number.edge)}" w:footer="{_dxa(page.number.edge)}" w:gutter="0"/>'
            f"{numbering}{first}</w:sectPr>"
        )

    def _blocks(self, blocks: Sequence[Block], width: float) -> str:
        return "".join(
            self._table(part, width) if isinstance(part, Table) else self._paragraphs(part, width)
            for part in neighbours(blocks)
        )

    def _paragraphs(self, group: Sequence[Paragraph], width: float) -> str:
        """Write neighbours of one component, and the line that stands under the last of them."""
        name = group[0].component
        component = self.layout.components[name]
        broken = [well_broken(self.layout, paragraph, width) for paragraph in group]
        out = [_paragraph(name, "".join(_run(run) for run in paragraph.runs)) for paragraph in broken]
        if component.line:
            length = line_width(component, [paragraph.text for paragraph in broken], width)
            side = _dxa((width - length) / 2)
            out.append(_paragraph(f"{name}-line", "", f'<w:ind w:left="{side}" w:right="{side}"/>'))
        return "".join(out)

    def _table(self, table: Table, room: float) -> str:
        """Write a table and the paragraph that Word wants behind it."""
        columns, overhang = column_widths(self.layout, table, room)
        style = "grid-table" if table.kind == "grid" else "plain-table"
        grid = "".join(f'<w:gridCol w:w="{_dxa(width)}"/>' for width in columns)
        # Fixed widths: Word reads them in the cells, LibreOffice in the grid.
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
            f'<w:tblW w:w="{sum(_dxa(width) for width in columns)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{_dxa(-overhang)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(self._row(table, row, columns) for row in table.rows)}</w:tbl>"
            + _paragraph("grid-gap" if table.kind == "grid" else "gap", "")
        )

    def _row(self, table: Table, row: Row, columns: Sequence[float]) -> str:
        # The right column of a letterhead holds Quốc hiệu and the date, which never wrap.
        no_wrap = "<w:noWrap/>" if table.kind == "letterhead" else ""
        middle = '<w:vAlign w:val="center"/>' if row.braced or table.kind == "grid" else ""
        header = "<w:tblHeader/>" if row.header else ""
        out = [f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>"]
        position = 0
        for cell in row.cells:
            width = sum(columns[position : position + cell.span])
            span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
            properties = f"{span}{no_wrap if position else ''}{middle}"
            if cell.brace:
                content = self._brace(brace_height(self.layout, row.cells[0], columns[0]))
            else:
                content = self._blocks(cell.blocks, width) or _paragraph("gap", "")
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{_dxa(width)}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>')
            position += cell.span
        return "".join([*out, "</w:tr>"])

    def _brace(self, height: float) -> str:
        self.drawings += 1
        # A drawing stands on the base line: the room under it comes on top of its height. Without names there is
        # nothing to span, and Word calls a file with a negative height damaged.
        return _paragraph("recipient", brace(max(height - 0.8, 1), self.drawings))


def _paragraph(style: str, content: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def _run(run: Run) -> str:
    face = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    texts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in run.text.split("\n"))
    return f"<w:r>{properties}{'<w:br/>'.join(texts)}</w:r>"
