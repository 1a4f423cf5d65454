"""Merged cells: what stands in the first of them is said of each row that they cover."""

from collections.abc import Iterable
from typing import TypeAlias

from thidua_cli.reading.refusals import WORKBOOK, unpacks_too_large
from thidua_cli.reading.tables.table import MAX_CELLS, Row

Corner: TypeAlias = tuple[int, int]
# A merge of whole columns over a sheet is a format, not a value for each of its rows.
_TALLEST = 200_000


def fill_merged(rows: list[Row], merges: Iterable[tuple[Corner, Corner]], file: str) -> None:
    """Put the value of merged cells (first and last corner, from 0) into each of them, where a row has one of its own.

    Rows are of one length. Merges never overlap in a sheet that a program made: those that cover more cells than
    any sheet may have are refused, before they are spread.
    """
    width = len(rows[0]) if rows else 0
    ranges = [
        (top, left, min(bottom, len(rows) - 1), min(right, width - 1))
        for (top, left), (bottom, right) in merges
        if top < len(rows) and left < width and rows[top][left] != ""
    ]
    ranges = [(top, left, bottom, right) for top, left, bottom, right in ranges if bottom - top < _TALLEST]
    if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in ranges) > MAX_CELLS:
        raise unpacks_too_large(file, WORKBOOK)
    covered = {row for top, _, bottom, _ in ranges for row in range(top, bottom + 1)}
    own = {row for row in covered if any(cell != "" for cell in rows[row])}
    for top, left, bottom, right in ranges:
        for row in range(top, bottom + 1):
            if row in own:
                rows[row][left : right + 1] = [rows[top][left]] * (right - left + 1)
