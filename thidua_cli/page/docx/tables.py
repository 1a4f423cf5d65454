"""Patterns of tables, rows and cells of a Word file: each is made once and copied for each use."""

from functools import cache, lru_cache

from lxml import etree

from thidua_cli.page.docx.xml import pattern, word
from thidua_cli.page.vocabulary import Cell


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


@lru_cache(maxsize=1024)
def cell_pattern(width: int, span: int, merge: str, vertical: str, *, no_wrap: bool) -> etree._Element:
    """Return an empty cell, its properties in the order of the schema."""
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


def merge(cell: Cell) -> str:
    """Return what Word calls the place of a cell among those that are one over several rows, "" if it is not."""
    if cell.covered:
        return "continue"
    return "restart" if cell.rows > 1 else ""
