"""Merged cells: what stands in the first of them is said of each row that they cover."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from thidua_cli.reading.refusals import WORKBOOK, unpacks_too_large
from thidua_cli.reading.tables.table import MAX_CELLS, Area, Row

Corner: TypeAlias = tuple[int, int]
# A merge of whole columns over a sheet is a format, not a value for each of its rows.
_TALLEST = 200_000


def within(merges: Iterable[tuple[Corner, Corner]], rows: Sequence[Row]) -> list[Area]:
    """Return the merges (first and last corner, from 0) as far as the rows, which are of one length, reach."""
    height, width = len(rows), len(rows[0]) if rows else 0
    return [
        (top, left, min(bottom, height - 1), min(right, width - 1))
        for (top, left), (bottom, right) in merges
        if top < height and left < width
    ]


def fill_merged(rows: list[Row], merges: Iterable[Area], file: str) -> None:
    """Put the value of merged cells into each of them, where a row has one of its own.

    Merges never overlap in a sheet that a program made: those that cover more cells than any sheet may have are
    refused, before they are spread.
    """
    filled = [
        (top, left, bottom, right)
        for top, left, bottom, right in merges
        if rows[top][left] != "" and bottom - top < _TALLEST
    ]
    if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in filled) > MAX_CELLS:
        raise unpacks_too_large(file, WORKBOOK)
    covered = {row for top, _, bottom, _ in filled for row in range(top, bottom + 1)}
    own = {row for row in covered if any(cell != "" for cell in rows[row])}
    for top, left, bottom, right in filled:
        for row in range(top, bottom + 1):
            if row in own:
                rows[row][left : right + 1] = [rows[top][left]] * (right - left + 1)
