"""The cells of one Word table on its grid: spans, vertical merges, hidden rows; and which tables are no lists."""

import re
from enum import Enum, auto

from lxml import etree

from thidua_cli.reading.papers.word_package import W
from thidua_cli.reading.papers.word_styles import integer, value
from thidua_cli.reading.refusals import WORD_LIST, broken, unpacks_too_large
from thidua_cli.reading.tables.sheet_traits import Traits
from thidua_cli.reading.tables.table import MAX_CELLS, Row
from thidua_cli.vietnamese.text import fold

_MOST_COLUMNS = 200  # Word itself makes 63 at most
# A letterhead, or signatures, set side by side in a table without lines.
_FRAME = re.compile(
    r"cong hoa xa hoi chu nghia|dang cong san viet nam|doc lap *[-–] *tu do|noi nhan|\(ky\b|\(da ky|nguoi lap|"
    r"^(?:tm|kt|tl|tuq|q)\. "
)
_HEADINGS = ("stt", "tt", "so tt", "ho va ten", "ho ten")
_FRAME_COLUMNS = 3


class Struck(Enum):
    """How much of a text is struck through."""

    NO = auto()
    PARTLY = auto()
    WHOLLY = auto()


class Grid:
    """Filled row by row and cell by cell; a merged cell holds its text once, and its area is in ``traits``."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.rows: list[Row] = []
        self.column = 0
        self.traits = Traits()
        self._down: dict[int, int] = {}  # by column, the number of the vertical merge that may go on there
        self._across: int | None = None  # the number of the merge that may go on in the next cell of the row

    def begin(self, line: etree._Element) -> None:
        """Begin a row."""
        properties = line.find(f"{W}trPr")
        self.column = self._span(properties, "gridBefore", 0)
        self.rows.append([""] * self.column)
        self._across = None
        if properties is not None and properties.find(f"{W}hidden") is not None:
            self.traits.hidden_rows.add(len(self.rows) - 1)

    def put(self, cell: etree._Element, text: str, struck: Struck) -> None:
        """Put the next cell of the row."""
        properties = cell.find(f"{W}tcPr")
        width = max(self._span(properties, "gridSpan", 1), 1)
        row, first = len(self.rows) - 1, self.column
        self.column += width
        if self.column > _MOST_COLUMNS:
            raise broken(self.file, WORD_LIST)
        down, across = value(properties, "vMerge"), value(properties, "hMerge")
        goes_on = (down is not None and down != "restart" and first in self._down) or across == "continue"
        self.rows[row] += ["" if goes_on else text, *[""] * (width - 1)]
        if struck is not Struck.NO and not goes_on:
            cells = self.traits.struck_cells if struck is Struck.WHOLLY else self.traits.partly_struck
            cells.add((row, first))
        if across == "continue" and self._across is not None:
            self._stretch(self._across, row, self.column - 1)
        elif down is not None and goes_on:
            self._stretch(self._down[first], row, self.column - 1)
        else:
            self._open(first, width, opens_down=down is not None, opens_across=across is not None)

    def _open(self, first: int, width: int, *, opens_down: bool, opens_across: bool) -> None:
        row, merges = len(self.rows) - 1, self.traits.merges
        self._down.pop(first, None)
        self._across = len(merges) if opens_across else None
        if opens_down:
            self._down[first] = len(merges)
        if opens_down or opens_across or width > 1:
            merges.append(((row, first), (row, first + width - 1)))

    def _stretch(self, number: int, row: int, right: int) -> None:
        start, (_, column) = self.traits.merges[number]
        self.traits.merges[number] = (start, (row, max(column, right)))

    def _span(self, properties: etree._Element | None, name: str, other: int) -> int:
        return min(max(integer(value(properties, name), other), 0), _MOST_COLUMNS)

    def below(self, above: list[Row]) -> tuple[list[Row], Traits]:
        """Return all rows, those ``above`` first, of one length; and the traits with their places moved down."""
        rows = [*above, *self.rows]
        width, down = max(map(len, rows), default=0), len(above)
        if width * len(rows) > MAX_CELLS:
            raise unpacks_too_large(self.file, WORD_LIST)
        for row in rows:
            row.extend([""] * (width - len(row)))
        traits = Traits(
            hidden_rows={row + down for row in self.traits.hidden_rows},
            struck_cells={(row + down, column) for row, column in self.traits.struck_cells},
            partly_struck={(row + down, column) for row, column in self.traits.partly_struck},
            merges=[
                ((top + down, left), (bottom + down, right)) for (top, left), (bottom, right) in self.traits.merges
            ],
        )
        return rows, traits


def is_frame(rows: list[Row]) -> bool:
    """Tell whether a table only sets a letterhead or signatures side by side: no heading of a list stands in it."""
    if max(map(len, rows), default=0) > _FRAME_COLUMNS:
        return False
    texts = [fold(part) for row in rows for cell in row for part in str(cell).split("\n")]
    return any(map(_FRAME.search, texts)) and not any(text in _HEADINGS for text in texts)
