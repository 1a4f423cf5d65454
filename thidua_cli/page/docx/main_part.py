"""HTML to .docx: the document part of a Word file, built as elements from the values of an article."""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple, assert_never

from lxml import etree

from thidua_cli.page.docx.charts import write_chart
from thidua_cli.page.docx.drawings import write_brace, write_picture
from thidua_cli.page.docx.package import Package
from thidua_cli.page.docx.paragraphs import empty_paragraph, frame_xml, plain_text, write_paragraphs
from thidua_cli.page.docx.section_properties import write_section_properties
from thidua_cli.page.docx.tables import (
    BLANK,
    Shape,
    blanked,
    cell_pattern,
    merge,
    row_pattern,
    table_ends,
    table_pattern,
    write_text_cell,
)
from thidua_cli.page.docx.xml import (
    NAMESPACES,
    W,
    copied,
    dxa,
    held,
    inside,
    parsed,
    pattern,
    put,
    serialised,
    shipped,
    word,
)
from thidua_cli.page.layout import Layout
from thidua_cli.page.measure import LEAD, breaks, column_widths, text_height
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import (
    SHARED,
    Article,
    Block,
    Cell,
    Chart,
    Frame,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Single,
    Table,
    is_placed,
    neighbours,
)


def to_docx(html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
    """Return the Word file of one paper, as `writers.Writer` says it; the same input gives the same bytes."""
    article = read_article(html, source=source, folders=folders)
    package = Package(article.layout)
    return package.save(_Writer(article.layout, package).document(article), article)


class _Line(NamedTuple):
    """A row, and all that it takes from its table and its page."""

    kind: str  # of the table
    row: Row
    columns: tuple[float, ...]
    may_break: bool
    keeps: bool  # with the next row


class _Writer:
    """Writes the elements of one document part; widths are handed down in millimetres."""

    def __init__(self, layout: Layout, package: Package) -> None:
        self.layout, self.package = layout, package
        self.depth = 0.0  # of the page that is written, in mm
        self.body = pattern("body")
        self.drawings = count(1)
        self.has_brace = False
        self.written: list[bytes] = []

    def document(self, article: Article) -> bytes:
        body = self.body
        for index, section in enumerate(article.sections):
            self.depth = section.sheet.depth
            self._blocks(body, section.blocks, section.sheet.room)
            if is_placed(section.blocks[-1]):
                empty_paragraph(body, "gap")  # the place of what is placed is counted from a paragraph that is not
            # The last section ends with the body, all others in the properties of their last paragraph.
            holder = body if section is article.sections[-1] else body[-1][0]
            numbers = (self.package.number(section.number), self.package.number("none"))
            write_section_properties(holder, self.layout.page.number, numbers, section, first=index == 0)
            self._finish()
        opening, closing = _around()
        return b"".join((opening, *self.written, closing))

    def _finish(self) -> None:
        """Write down what stands in the body, which is empty again."""
        if len(self.body):
            self.written.append(held(self.body))
            self.body.clear()

    def _blocks(self, parent: etree._Element, blocks: Sequence[Block], room: float, align: str = "") -> None:
        parts = deque(neighbours(blocks))
        while parts:
            match part := parts.popleft():
                case list():
                    write_paragraphs(parent, self.layout, part, room, align)
                    if parts and isinstance(parts[0], Table) and parts[0].kind == "grid":
                        self._lead_in(parent[-1], part[-1])
                case Frame():
                    self._finish()  # frames stand in no table
                    self.written.append(frame_xml(self.layout, part))
                case Table():
                    kept = self._kept_with(part, parts)
                    self._table(parent, part, room, kept, ends=not parts)
                case PageBreak():
                    put(empty_paragraph(parent, "gap")[0], "pageBreakBefore")
                case Picture():
                    write_picture(parent, self.package, part, next(self.drawings), align)
                case Chart():
                    write_chart(parent, self.package, part, next(self.drawings), align)
                case _:
                    assert_never(part)

    def _lead_in(self, written: etree._Element, paragraph: Paragraph) -> None:
        """Keep the line that leads to a ruled table on the page where the table begins, a little above its rule."""
        component, properties = self.layout.components[paragraph.component], inside(written, "pPr")
        if not component.keep_next:
            _keep(properties)
        if component.after < LEAD and not component.line:
            put(properties, "spacing", after=LEAD * 20)

    def _kept_with(self, table: Table, following: deque[Single | list[Paragraph]]) -> list[Block]:
        """Take what stays with a table whose last row is kept: paragraphs that are kept too, and what they lead to."""
        found: list[Block] = []
        led = table.rows[-1].kind == "kept"
        while led and following and isinstance(following[0], list | Table):
            part = following.popleft()
            found += part if isinstance(part, list) else [part]
            led = isinstance(part, list) and self.layout.components[part[0].component].keep_next
        return found

    def _table(
        self, parent: etree._Element, table: Table, room: float, kept: Sequence[Block] = (), *, ends: bool = False
    ) -> None:
        """Write a table, its last row with what is ``kept`` there, and the paragraph that Word wants behind it.

        That is next to nothing where the table ``ends`` the page: a gap that no longer fits would be a page of its own.
        """
        ruled = table.kind == "grid"
        if parent is self.body and not kept:
            self._finish()
            shared = _shared(self.layout, table, room, self.depth) if table.kind in SHARED else None
            self.written.append(shared or self.table_xml(table, room))
        else:
            frame, columns = _table_frame(self.layout, table, room)
            added = copied(table_pattern(*frame))
            parent.append(added)
            for line in self._lines(table, columns):
                self._row(added, line)
            self._tail(added, kept, columns)
        empty_paragraph(parent, "grid-gap" if ruled and not kept and not ends else "gap")

    def _tail(self, table: etree._Element, kept: Sequence[Block], columns: Sequence[float]) -> None:
        """Write what stays with a table: LibreOffice keeps rows together, but parts a table from what follows it."""
        if kept:
            tail = parsed(shipped("tail").substitute(width=dxa(sum(columns)), span=len(columns)))
            table.append(tail)
            self._blocks(inside(tail, "tc"), kept, sum(columns))

    def table_xml(self, table: Table, room: float) -> bytes:
        """Return a table as XML, made for this paper."""
        frame, columns = _table_frame(self.layout, table, room)
        opening, closing = table_ends(*frame)
        return b"".join((opening, *map(self._line_xml, self._lines(table, columns)), closing))

    def _lines(self, table: Table, columns: Sequence[float]) -> Iterator[_Line]:
        # The last row of a ruled table never stands on a page with nothing but the head above it.
        held = len(table.rows) - 2 if table.kind == "grid" else -1
        widths = tuple(columns)
        for index, row in enumerate(table.rows):
            may_break = breaks(self.layout, row, columns, self.depth)
            keeps = (index == held or row.kind == "kept") and not may_break
            yield _Line(table.kind, row, widths, may_break, keeps)

    def _line_xml(self, line: _Line) -> bytes:
        """Return a row as XML; rows of text that differ only in the texts of plain cells are one form filled in."""
        blank = blanked(self.layout, line.row)
        if blank is None:
            return self.row_xml(line)
        row, texts = blank
        return (_form(self.layout, _Line(line.kind, row, *line[2:])) % texts).encode()

    def row_xml(self, line: _Line) -> bytes:
        """Return a row as XML, made for this paper."""
        holder = pattern("tbl")
        self._row(holder, line)
        return held(holder)

    def _row(self, parent: etree._Element, line: _Line) -> None:
        kind, row, columns, may_break, keeps = line
        added = copied(row_pattern(header=row.header, may_break=may_break))
        parent.append(added)
        usual = "middle" if row.kind == "braced" or kind == "grid" else ""
        for start, end, cell in row.placed():
            width = sum(columns[start:end])
            # The right column of a letterhead holds Quốc hiệu and the date, which never wrap.
            no_wrap = kind == "letterhead" and start > 0
            shape = Shape(dxa(width), cell.span, merge(cell), cell.vertical or usual, no_wrap)
            if cell.brace:
                self._brace(added, shape, text_height(self.layout, row.cells[0].blocks, columns[0]))
            else:
                self._cell(added, shape, cell, width)
        if keeps:
            for properties in added.iter(f"{{{W}}}pPr"):
                _keep(properties)

    def _cell(self, parent: etree._Element, shape: Shape, cell: Cell, width: float) -> None:
        plain = plain_text(self.layout, cell.blocks)
        if plain:
            component, text = plain
            write_text_cell(parent, shape, component, cell.align, text)
            return
        added = copied(cell_pattern(shape))
        parent.append(added)
        if cell.blocks:
            self._blocks(added, cell.blocks, width, cell.align)
        else:
            empty_paragraph(added, "gap")

    def _brace(self, parent: etree._Element, shape: Shape, height: float) -> None:
        added = copied(cell_pattern(shape))
        parent.append(added)
        write_brace(added, height, next(self.drawings), first=not self.has_brace)
        self.has_brace = True


def _table_frame(layout: Layout, table: Table, room: float) -> tuple[tuple[str, tuple[int, ...], int], list[float]]:
    """Return what a table is beside its rows, as `table_pattern` takes it, and the widths of its columns in mm."""
    columns, overhang = column_widths(layout, table, room)
    style = "grid-table" if table.kind == "grid" else "plain-table"
    return (style, tuple([dxa(width) for width in columns]), dxa(-overhang)), columns


@lru_cache(maxsize=256)  # the same on all papers of a campaign
def _shared(layout: Layout, table: Table, room: float, depth: float) -> bytes | None:
    """Return a table of text as XML; None where a drawing in it needs its paper."""
    if any(blanked(layout, row) is None for row in table.rows):
        return None
    writer = _Writer(layout, Package(layout))
    writer.depth = depth
    return writer.table_xml(table, room)


@lru_cache(maxsize=1024)  # a row of a list has a thousand like it
def _form(layout: Layout, line: _Line) -> str:
    """Return a row of text, which needs nothing of its paper, as XML with ``%s`` for each blank."""
    xml = _Writer(layout, Package(layout)).row_xml(line).decode()
    return xml.replace("%", "%%").replace(f">{BLANK}<", ">%s<")


@cache
def _around() -> tuple[bytes, bytes]:
    """Return what stands around all that the body holds."""
    root = etree.Element(f"{{{W}}}document", nsmap=NAMESPACES)
    word(root, "body")
    opening, closing = serialised(root).split(b"<w:body/>")
    return opening + b"<w:body>", b"</w:body>" + closing


def _keep(properties: etree._Element) -> None:
    """Keep a paragraph with the next one; it may be told so already, by the table that it leads to or stands in."""
    if properties.find(f"{{{W}}}keepNext") is None:
        put(properties, "keepNext")
