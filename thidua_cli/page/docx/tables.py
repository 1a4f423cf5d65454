"""Patterns of tables, rows and cells of a Word file: each is made once and copied for each use."""

from functools import cache, lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from lxml import etree

from thidua_cli.page.docx.paragraphs import empty_paragraph, plain_text
from thidua_cli.page.docx.xml import align, copied, held, pattern, put, word, write_text
from thidua_cli.page.layout import Layout
from thidua_cli.page.vocabulary import Cell, Paragraph, Row, Run

BLANK = "  "
"""Stands for the text of a cell in a row to be filled in: white space is folded, so no text of a paper is this."""


@lru_cache(maxsize=256)
def table_pattern(style: str, columns: tuple[int, ...], indent: int) -> etree._Element:
    """Return a table without rows; lengths are in twentieths of a point."""
    made = pattern("tbl")
    properties = word(made, "tblPr")
    word(properties, "tblStyle", val=style)
    word(properties, "tblW", w=sum(columns), type="dxa")
    word(properties, "tblInd", w=indent, type="dxa")
    word(properties, "tblLayout", type="fixed")
    # Fixed widths: Word reads them in the cells, LibreOffice in the grid.
    grid = word(made, "tblGrid")
    for width in columns:
        word(grid, "gridCol", w=width)
    return made


@lru_cache(maxsize=256)
def table_ends(style: str, columns: tuple[int, ...], indent: int) -> tuple[bytes, bytes]:
    """Return what stands before and behind the rows of such a table, as XML."""
    holder = pattern("body")
    holder.append(copied(table_pattern(style, columns, indent)))
    opening, closing, _ = held(holder).partition(b"</w:tbl>")
    return opening, closing


@cache
def row_pattern(*, header: bool, may_break: bool) -> etree._Element:
    """Return a row without cells."""
    made = pattern("tr")
    if header or not may_break:
        properties = word(made, "trPr")
        word(properties, "cantSplit")
        if header:
            word(properties, "tblHeader")
    return made


class Shape(NamedTuple):
    """What a cell is beside what stands in it: width in twentieths of a point, columns, place, how its text stands."""

    width: int
    span: int
    merge: str
    vertical: str
    no_wrap: bool


@lru_cache(maxsize=1024)
def cell_pattern(shape: Shape) -> etree._Element:
    """Return an empty cell, its properties in the order of the schema."""
    width, span, merge, vertical, no_wrap = shape
    made = pattern("tc")
    properties = word(made, "tcPr")
    word(properties, "tcW", w=width, type="dxa")
    if span > 1:
        word(properties, "gridSpan", val=span)
    if merge:
        word(properties, "vMerge", val=merge)
    if no_wrap:
        word(properties, "noWrap")
    if vertical:
        word(properties, "vAlign", val="center" if vertical == "middle" else vertical)
    return made


def write_text_cell(parent: etree._Element, shape: Shape, style: str, aligned: str, text: str) -> None:
    """Add a cell with one paragraph of plain text to a row, as most cells are."""
    made, inner = _text_cell(shape, style, aligned)
    inner.text = text
    parent.append(copied(made))


@lru_cache(maxsize=1024)
def _text_cell(shape: Shape, style: str, aligned: str) -> tuple[etree._Element, etree._Element]:
    """Return the pattern of a cell with one text, and the text in it, to be filled in before it is copied."""
    made = copied(cell_pattern(shape))
    paragraph = empty_paragraph(made, style)
    if aligned:
        put(paragraph[0], "jc", val=align(aligned))
    return made, write_text(word(paragraph, "r"), "")


def blanked(layout: Layout, row: Row) -> tuple[Row, tuple[str, ...]] | None:
    """Return a row of text with a `BLANK` in each plain cell, and what fills these; None if it is no such row."""
    cells, texts = [], []
    for cell in row.cells:
        plain = plain_text(layout, cell.blocks)
        if plain:
            component, text = plain
            cells.append(Cell(_blank(component), *cell[1:]))
            texts.append(escape(text))
        elif cell.brace or not all(isinstance(block, Paragraph) for block in cell.blocks):
            return None
        else:
            cells.append(cell)
    return Row(tuple(cells), *row[1:]), tuple(texts)


@cache
def _blank(component: str) -> tuple[Paragraph]:
    return (Paragraph(component, (Run(BLANK),)),)


def merge(cell: Cell) -> str:
    """Return what Word calls the place of a cell among those that are one over several rows, "" if it is not."""
    if cell.covered:
        return "continue"
    return "restart" if cell.rows > 1 else ""
