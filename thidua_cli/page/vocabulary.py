"""What a template can say, as values that all writers share; ``elements.yaml`` tells how it says it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from thidua_cli.page.images import Image
from thidua_cli.page.layout import Layout, Margins

SIZES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}  # mm
TABLES = ("grid", "plain", "letterhead", "signature", "recipients")
SHARED = ("letterhead", "signature")  # the tables that say the same on many papers
ROWS = ("", "may-break", "kept", "braced")  # the last one in tables of recipients only
CHARTS = ("column", "bar", "stacked-column", "stacked-bar", "pie")
ALIGNMENTS = ("left", "center", "right", "justify")
HEIGHTS = ("top", "middle", "bottom")
COLOURS = {"red": "C00000"}  # of placed text only: the rules on certificates ask for red
_GREYS = ("FFFFFF", "BFBFBF", "7F7F7F", "D9D9D9", "A6A6A6", "F2F2F2")  # papers are photocopied: no colours


class Run(NamedTuple):
    """A stretch of text in one face; a line feed in it is a line break of the paper."""

    text: str
    bold: bool = False
    italic: bool = False


class Tab(NamedTuple):
    """A step ``to`` so many mm from the left, or, without it, far enough that what follows ends at the right edge."""

    to: float | None = None
    leader: bool = False
    text: str = "\t"  # what stands for it in plain text


class Paragraph(NamedTuple):
    """A paragraph of a component, its white space folded and its letters in the case of the layout."""

    component: str
    runs: tuple[Run | Tab, ...]

    @property
    def text(self) -> str:
        """Return the plain text."""
        if len(self.runs) == 1:
            return self.runs[0].text  # most
        return "".join([run.text for run in self.runs])

    @property
    def plain(self) -> str | None:
        """Return the text of a paragraph that is nothing but one line in one plain face, as most are, else None."""
        if len(self.runs) != 1 or isinstance(self.runs[0], Tab):
            return None
        text, bold, italic = self.runs[0]
        return None if bold or italic or "\n" in text else text


class Cell(NamedTuple):
    """A table cell: its blocks, the columns and rows it covers, and how they stand in it ("" is the usual way).

    A ``covered`` cell only holds the place of one above that spans rows; a ``brace`` cell spans its row's height.
    """

    blocks: tuple["Block", ...]
    span: int = 1
    rows: int = 1
    align: str = ""
    vertical: str = ""
    covered: bool = False
    brace: bool = False


class Row(NamedTuple):
    """A table row; ``header`` rows are repeated on every page; ``kind`` is one of `ROWS`."""

    cells: tuple[Cell, ...]
    header: bool = False
    kind: str = ""

    def placed(self) -> Iterator[tuple[int, int, Cell]]:
        """Yield the cells, each with its first column, counted from 0, and the one behind it."""
        end = 0
        for cell in self.cells:
            start, end = end, end + cell.span
            yield start, end, cell


class Column(NamedTuple):
    """The width of a column: ``value`` in "mm" or in "%" of the room, "fit" (as needed), or a share of the "rest"."""

    kind: str
    value: float = 0


class Table(NamedTuple):
    """A table of one of the kinds in `TABLES`; the rows cover its grid without holes. ``columns`` may be empty."""

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def breadth(self) -> int:
        """Return the number of columns."""
        return sum(cell.span for cell in self.rows[0].cells)


class PageBreak(NamedTuple):
    """What follows stands on a new page."""


class Picture(NamedTuple):
    """A picture in millimetres; where it is placed (``at``), it stands behind the text."""

    image: Image
    alt: str
    width: float
    height: float
    align: str = ""
    at: tuple[float, float] | None = None


class Chart(NamedTuple):
    """A chart of one of the kinds in `CHARTS`; ``values`` has a tuple for each series, with a value a category."""

    kind: str
    alt: str
    width: float
    height: float
    series: tuple[str, ...]
    categories: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]

    @property
    def stacked(self) -> bool:
        """Tell whether the bars of a category stand on each other."""
        return self.kind.startswith("stacked")

    @property
    def lying(self) -> bool:
        """Tell whether bars grow to the right."""
        return self.kind.endswith("bar")

    @property
    def legend(self) -> tuple[str, ...]:
        """Return the names that the legend explains; a single series needs none."""
        if self.kind == "pie":
            return self.categories
        return self.series if len(self.series) > 1 else ()

    @property
    def numbers(self) -> list[float]:
        """Return all values, 0 where there is none."""
        return [value or 0 for series in self.values for value in series]

    @property
    def decimals(self) -> int:
        """Return how many decimals tell all values, two at the most."""
        return max(len(f"{value:.2f}".rstrip("0").partition(".")[2]) for value in self.numbers)


class Frame(NamedTuple):
    """Paragraphs that stand ``at`` so many mm from the left and the top edge of the first page of their section.

    ``size`` in points, ``align`` and ``colour`` (of `COLOURS`) take the place of what their components say.
    """

    at: tuple[float, float]
    width: float
    paragraphs: tuple[Paragraph, ...]
    size: float | None = None
    align: str = ""
    colour: str = ""


Single = Table | PageBreak | Picture | Chart | Frame
Block = Paragraph | Single


class Sheet(NamedTuple):
    """The paper of a section as it lies before the reader, in millimetres."""

    width: float
    height: float
    margins: Margins

    @property
    def room(self) -> float:
        """Return the width of the text."""
        return self.width - self.margins.left - self.margins.right

    @property
    def depth(self) -> float:
        """Return the height of the text."""
        return self.height - self.margins.top - self.margins.bottom


class Section(NamedTuple):
    """Pages of one shape; ``restart`` counts them from 1 again, ``number`` is a form of page numbers."""

    blocks: tuple[Block, ...]
    sheet: Sheet
    restart: bool
    number: str


class Article(NamedTuple):
    """One paper: its layout, its properties and its sections."""

    layout: Layout
    title: str
    author: str
    day: date | None
    sections: tuple[Section, ...]


def grey(index: int) -> str:
    """Return the colour of a series, or of a slice."""
    return _GREYS[index % len(_GREYS)]


def is_placed(block: Block) -> bool:
    """Tell whether a block stands at a place of the sheet instead of flowing with the text."""
    return getattr(block, "at", None) is not None


def neighbours(blocks: Sequence[Block]) -> Iterator[Single | list[Paragraph]]:
    """Yield neighbouring paragraphs of one component together, and all other blocks one by one."""
    for component, members in groupby(blocks, key=lambda block: getattr(block, "component", "")):
        if component:
            yield [block for block in members if isinstance(block, Paragraph)]
        else:
            yield from (block for block in members if not isinstance(block, Paragraph))
