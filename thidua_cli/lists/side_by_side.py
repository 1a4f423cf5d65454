"""Lists that stand side by side on one sheet, each with its own headings: read as sheets of their own."""

from dataclasses import replace

from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.lists.header import is_header, text_of_heading
from thidua_cli.lists.known import Known
from thidua_cli.reading.tables.table import Sheet

_LOOKED_AT = 200


class SheetPart(Sheet):
    """Some columns of a sheet, from ``left`` on; places are those of the whole."""

    def __init__(self, whole: Sheet, left: int, right: int) -> None:
        """Take the columns from ``left`` up to ``right``, which is not one of them."""
        unread = {
            (row, column - left): error for (row, column), error in whole.unread.items() if left <= column < right
        }
        rows = [row[left:right] for row in whole.rows]
        super().__init__(whole.file, whole.name, rows, unread=unread, typed=whole.typed)
        self.whole, self.left = whole, left
        self.hidden_rows, self.struck = whole.hidden_rows, whole.struck
        self.hidden_columns = frozenset(one - left for one in whole.hidden_columns if left <= one < right)
        self.struck_cells = frozenset((row, one - left) for row, one in whole.struck_cells if left <= one < right)
        self.partly_struck = frozenset((row, one - left) for row, one in whole.partly_struck if left <= one < right)
        self.notes = {(row, one - left): text for (row, one), text in whole.notes.items() if left <= one < right}
        self.boxes = () if left else whole.boxes
        self.merges = tuple(
            (top, max(first, left) - left, bottom, min(last, right - 1) - left)
            for top, first, bottom, last in whole.merges
            if first < right and last >= left
        )

    def spot(self, row: int, column: int) -> Spot:
        """Return the place of a cell in the whole sheet."""
        return replace(self.whole.spot(row, column + self.left), record=self.key(row))

    def number(self, row: int) -> int:
        """Return the number of a row in the whole sheet."""
        return self.whole.number(row)

    def key(self, row: int, part: int = 0) -> RecordKey:
        """Return what tells a record of this part from those beside it."""
        key = self.whole.key(row, part)
        return key._replace(at=f"{key.at}:{self.left}") if self.left else key


def side_by_side(sheet: Sheet, known: Known) -> list[Sheet]:
    """Return the parts of a sheet whose row of headings begins anew; the sheet itself where it does not."""
    row = next((row for row in sheet.rows[:_LOOKED_AT] if is_header(row, known)), None)
    if row is None:
        return [sheet]
    texts = [text_of_heading(cell) for cell in row]
    first = next(at for at, text in enumerate(texts) if text)
    starts = [at for at, text in enumerate(texts) if text == texts[first] and texts[at - 1] != text]
    names = [at for at, text in enumerate(texts) if text and known.calls(text)]
    parts = list(zip(starts, [*starts[1:], len(texts)], strict=True))
    if len(starts) < 2 or not all(any(left <= name < right for name in names) for left, right in parts):
        return [sheet]
    width = max(map(len, sheet.rows))
    return [SheetPart(sheet, left, right) for left, right in zip([0, *starts[1:]], [*starts[1:], width], strict=True)]
