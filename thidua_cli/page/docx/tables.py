"""Tables of a Word file: fixed columns, cells over several columns and rows, rows that may break or not."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from lxml import etree

from thidua_cli.page.docx.paragraphs import empty_paragraph
from thidua_cli.page.docx.xml import copied, dxa, pattern, put, word
from thidua_cli.page.layout import Layout
from thidua_cli.page.measure import column_widths, text_height
from thidua_cli.page.vocabulary import Block, Cell, Row, Table

# Writes blocks into a cell of that width in mm, aligned as the cell asks.
Blocks = Callable[[etree._Element, Sequence[Block], float, str], None]
# Writes a brace of that height in mm into a cell.
Brace = Callable[[etree._Element, float], None]
_VERTICAL = {"top": "top", "middle": "center", "bottom": "bottom"}


def write_table(
    parent: etree._Element, layout: Layout, table: Table, room: float, blocks: Blocks, brace: Brace
) -> None:
    """Write a table and the paragraph that Word wants behind it."""
    columns, overhang = column_widths(layout, table, room)
    style = "grid-table" if table.kind == "grid" else "plain-table"
    added = copied(_table_pattern(style, tuple([dxa(width) for width in columns]), dxa(-overhang)))
    parent.append(added)
    writer = _Rows(layout, table.kind, columns, blocks, brace)
    for row in table.rows:
        writer.write(added, row)
    empty_paragraph(parent, "grid-gap" if table.kind == "grid" else "gap")


class _Rows:
    """Writes the rows of one table."""

    def __init__(self, layout: Layout, kind: str, columns: Sequence[float], blocks: Blocks, brace: Brace) -> None:
        self.layout = layout
        self.kind = kind
        self.columns = columns
        self.blocks = blocks
        self.brace = brace

    def write(self, parent: etree._Element, row: Row) -> None:
        added = copied(_row_pattern(header=row.header, may_break=row.may_break))
        parent.append(added)
        position = 0
        for cell in row.cells:
            width = sum(self.columns[position : position + cell.span])
            written = self._cell(cell, position, width, braced=row.braced)
            added.append(written)
            if cell.brace:
                self.brace(written, text_height(self.layout, row.cells[0].blocks, self.columns[0]))
            elif cell.blocks:
                self.blocks(written, cell.blocks, width, cell.align)
            else:
                empty_paragraph(written, "gap")
            position += cell.span

    def _cell(self, cell: Cell, position: int, width: float, *, braced: bool) -> etree._Element:
        """Return an empty cell with its properties."""
        merge = ""
        if cell.covered or cell.rows > 1:
            merge = "continue" if cell.covered else "restart"
        usual = "middle" if braced or self.kind == "grid" else ""
        # The right column of a letterhead holds Quốc hiệu and the date, which never wrap.
        no_wrap = self.kind == "letterhead" and position > 0
        return copied(_cell_pattern(dxa(width), cell.span, merge, cell.vertical or usual, no_wrap=no_wrap))


@lru_cache(maxsize=256)
def _table_pattern(style: str, columns: tuple[int, ...], indent: int) -> etree._Element:
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


@lru_cache(maxsize=1024)
def _cell_pattern(width: int, span: int, merge: str, vertical: str, *, no_wrap: bool) -> etree._Element:
    made = pattern("tc")
    properties = word(made, "tcPr")
    put(properties, "tcW", w=width, type="dxa")
    if span > 1:
        put(properties, "gridSpan", val=span)
    if merge:
        put(properties, "vMerge", val=merge)
    if no_wrap:
        put(properties, "noWrap")
    if vertical:
        put(properties, "vAlign", val=_VERTICAL[vertical])
    return made


@cache
def _row_pattern(*, header: bool, may_break: bool) -> etree._Element:
    made = pattern("tr")
    if header or not may_break:
        properties = word(made, "trPr")
        put(properties, "cantSplit")
        if header:
            put(properties, "tblHeader")
    return made
