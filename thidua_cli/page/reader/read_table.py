"""Tables of a template: columns, rows, and the grid that cells over several rows and columns fill."""

import re
from collections.abc import Callable

from lxml import etree

from thidua_cli.page.reader.read_paragraph import read_paragraph
from thidua_cli.page.reader.template import Template
from thidua_cli.page.vocabulary import ALIGNMENTS, HEIGHTS, ROWS, TABLES, Block, Cell, Column, Row, Table

_WIDTH = re.compile(r"(?P<word>fit|rest)|(?!0+(\.0+)?\D)(?P<value>\d{1,3}(\.\d{1,3})?)(?P<unit>mm|%)")
_MOST_COLUMNS = 63  # Word's own bound
Blocks = Callable[[Template, etree._Element], tuple[Block, ...]]


def read_table(template: Template, element: etree._Element, blocks: Blocks) -> Table:
    """Return a ``<table>``; ``blocks`` reads what stands in a cell."""
    kind = template.choice(element, "class", TABLES)
    columns: list[Column] = []
    rows: list[Row] = []
    below: list[Cell | None] = []  # by column: the cell that covers it in the next row too
    for child in template.children(element, "col", "thead", "tbody", "tr"):
        if child.tag == "col":
            columns.append(_column(template, child))
            continue
        members = [child] if child.tag == "tr" else template.children(child, "tr")
        for member in members:
            row = _row(template, member, kind, blocks, header=child.tag == "thead")
            rows.append(_placed(template, member, row, below))
        if child.tag == "thead" and any(below):
            raise template.fault(child, "có ô trải (rowspan) quá dòng tiêu đề cuối cùng")
    if not rows or (columns and len(columns) != len(below)):
        raise template.fault(element, "không có dòng nào, hoặc số phần tử col khác số cột")
    if len(below) > _MOST_COLUMNS:
        raise template.fault(element, f"có {len(below)} cột, Word chỉ nhận {_MOST_COLUMNS}")
    if any(below):
        raise template.fault(element, "có ô trải (rowspan) quá dòng cuối của bảng")
    return Table(kind, tuple(columns), tuple(rows))


def _column(template: Template, element: etree._Element) -> Column:
    match = _WIDTH.fullmatch(element.get("width", ""))
    if not match:
        raise template.refused(element, "width", "không phải độ rộng cột (như 20mm, 15%, fit, rest)")
    return Column(match["word"] or match["unit"], float(match["value"] or 0))


def _row(template: Template, element: etree._Element, kind: str, blocks: Blocks, *, header: bool) -> Row:
    row_kind = template.choice(element, "class", ROWS if kind == "recipients" else ROWS[:-1])
    braced = row_kind == "braced"
    cells = [_cell(template, child, blocks) for child in template.children(element, "th", "td")]
    if kind == "recipients":
        if len(cells) not in ((2,) if braced else (1, 2)):
            raise template.fault(element, "dòng nơi nhận có tên và ghi chú; dòng “braced” cần cả hai")
        # Rows of recipients have three columns: names, brace, note.
        names, *notes = cells
        if braced:
            cells = [names, Cell((), brace=True), *notes]
        else:
            notes = [note for note in notes if note.blocks]
            cells = [names._replace(span=3 - len(notes)), *notes]
    return Row(tuple(cells), header, row_kind)


def _cell(template: Template, element: etree._Element, blocks: Blocks) -> Cell:
    if not element.keys():
        children = list(element)
        if len(children) == 1 and children[0].tag == "p" and not (element.text or children[0].tail):
            template.expect(children[0], "p")
            return Cell((read_paragraph(template, children[0]),))  # most cells
        return Cell(blocks(template, element))
    span, rows = template.count(element, "colspan"), template.count(element, "rowspan")
    align, vertical = template.words(element, ALIGNMENTS, HEIGHTS)
    return Cell(blocks(template, element), span, rows, align, vertical)


def _placed(template: Template, element: etree._Element, row: Row, below: list[Cell | None]) -> Row:
    """Return the row with covered cells where one above spans rows; ``below`` is carried from row to row."""
    breadth = len(below)
    if len(row.cells) == breadth > 0 and not any(below) and all(cell.span == cell.rows == 1 for cell in row.cells):
        return row  # most rows
    new = list(row.cells)
    cells: list[Cell] = []
    covering: list[Cell | None] = []
    while new or len(covering) < breadth:
        column = len(covering)
        above = below[column] if column < breadth else None
        if above:
            cell = above._replace(blocks=(), rows=above.rows - 1, covered=True)
        elif new:
            cell = new.pop(0)
        else:
            raise template.fault(element, f"thiếu ô: các dòng trên có {breadth} cột")
        cells.append(cell)
        covering.extend([cell if cell.rows > 1 else None] * cell.span)
        overlaps = not above and any(below[column : column + cell.span])
        if overlaps or len(covering) > breadth > 0:
            raise template.fault(element, f"thừa ô hoặc ô chồng lên nhau: các dòng trên có {breadth} cột")
    if not cells:
        raise template.fault(element, "không có ô nào")
    below[:] = covering
    return row._replace(cells=tuple(cells))
