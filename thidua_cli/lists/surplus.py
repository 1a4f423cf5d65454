"""Rows of a text file that have more cells than the heading: a comma in one of them has moved all that follow."""

from thidua_cli.lists.column_layout import Layout
from thidua_cli.reading.tables.table import Row, Sheet

SURPLUS_HINT = "{sign} trong nội dung thì đặt cả ô trong dấu nháy kép; cột thêm thì đặt tên cột"
_SIGNS = {",": "có dấu phẩy", ";": "có dấu chấm phẩy", "\t": "có dấu tab"}


def surplus_rows(sheet: Sheet, layout: Layout) -> frozenset[int]:
    """Return the rows with filled cells beyond the heading; none where half of the rows have them: that is a column."""
    if not sheet.sign:
        return frozenset()
    width = _width(sheet, layout)
    below = range(layout.first, len(sheet.rows))
    longer = [index for index in below if len(sheet.rows[index]) > width and filled_width(sheet.rows[index]) > width]
    if not longer or 2 * len(longer) > sum(any(sheet.rows[index]) for index in below):
        return frozenset()
    return frozenset(longer)


def _width(sheet: Sheet, layout: Layout) -> int:
    """Return the number of cells of the heading; a blank one at its end is a column without a heading."""
    return max(len(sheet.rows[row]) for row in range(layout.top, layout.header + 1))


def filled_width(row: Row) -> int:
    """Return the number of cells of a row up to the last that is filled."""
    return next((at + 1 for at in range(len(row) - 1, -1, -1) if str(row[at]).strip()), 0)


def why_surplus(sheet: Sheet, layout: Layout, index: int) -> tuple[str, str]:
    """Return why a row with too many cells is not read, and the remedy."""
    why = f"hàng này có {filled_width(sheet.rows[index])} ô, tiêu đề chỉ có {_width(sheet, layout)} cột"
    return why, SURPLUS_HINT.format(sign=_SIGNS.get(sheet.sign, "có dấu ngăn ô"))
