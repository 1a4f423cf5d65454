"""HTML to .docx: the document part of a Word file, built as elements from the values of an article."""

from collections.abc import Sequence
from pathlib import Path
from typing import assert_never

from lxml import etree

from thidua_cli.page.docx.brace import write_brace
from thidua_cli.page.docx.charts import write_chart
from thidua_cli.page.docx.drawings import write_picture
from thidua_cli.page.docx.package import Package
from thidua_cli.page.docx.paragraphs import empty_paragraph, write_frame, write_paragraphs
from thidua_cli.page.docx.section_properties import write_section_properties
from thidua_cli.page.docx.tables import write_table
from thidua_cli.page.docx.xml import NAMESPACES, W, put, serialised, word
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import Article, Block, Chart, Frame, PageBreak, Picture, Table, is_placed, neighbours


def to_docx(html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
    """Return the Word file of one paper.

    ``html`` is in the vocabulary of papers and names its layout; ``source`` names the template in messages;
    pictures come from ``folders`` (of the campaign, of the templates) and from nowhere else.
    The same input gives the same bytes; what cannot be laid out is a `WordError`.
    """
    article = read_article(html, source=source, folders=folders)
    package = Package(article.layout)
    document = _Writer(article, package).document()
    return package.save(document, title=article.title, author=article.author, day=article.day)


class _Writer:
    """Writes the elements of one document part; widths are handed down in millimetres."""

    def __init__(self, article: Article, package: Package) -> None:
        self.article = article
        self.layout = article.layout
        self.package = package
        self.drawings = 0
        self.braces = 0

    def document(self) -> bytes:
        root = etree.Element(f"{{{W}}}document", nsmap=NAMESPACES)
        body = word(root, "body")
        last = len(self.article.sections) - 1
        for index, section in enumerate(self.article.sections):
            self._blocks(body, section.blocks, section.sheet.room)
            if is_placed(section.blocks[-1]):
                empty_paragraph(body, "gap")  # the place of what is placed is counted from a paragraph that is not
            # The last section ends with the body, all others inside their last paragraph.
            holder = body if index == last else _properties_of_last(body)
            write_section_properties(holder, self.package, section, first=index == 0)
        return serialised(root)

    def _blocks(self, parent: etree._Element, blocks: Sequence[Block], room: float, align: str = "") -> None:
        for part in neighbours(blocks):
            if isinstance(part, list):
                write_paragraphs(parent, self.layout, part, room, align)
                continue
            match part:
                case Table():
                    write_table(parent, self.layout, part, room, self._blocks, self._brace)
                case PageBreak():
                    put(empty_paragraph(parent, "gap")[0], "pageBreakBefore")
                case Picture():
                    write_picture(parent, self.package, part, self._next_drawing(), align)
                case Chart():
                    write_chart(parent, self.package, part, self._next_drawing(), align)
                case Frame():
                    write_frame(parent, self.layout, part)
                case _:
                    assert_never(part)

    def _brace(self, parent: etree._Element, height: float) -> None:
        self.braces += 1
        write_brace(parent, height, self._next_drawing(), first=self.braces == 1)

    def _next_drawing(self) -> int:
        self.drawings += 1
        return self.drawings


def _properties_of_last(body: etree._Element) -> etree._Element:
    """Return the properties of the last paragraph; a body never ends with a table."""
    last: etree._Element = body[-1][0]
    return last
