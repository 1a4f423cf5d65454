"""The closed vocabulary of papers: which elements a template may use, and the values that both writers share.

A paper is one ``<article>`` of well-formed HTML. Lengths are millimetres (``35mm``); whatever is not listed here is an
error that names the template and the line.

====================  ================================================================================================
``<article>``         ``data-layout`` (a file of ``layouts/``), ``data-title``, ``data-author``, ``data-date``
``<section>``         pages of one shape. ``data-size``: ``A3``, ``A4``, ``A5`` or width and height (``360mm 237mm``);
                      ``class="landscape"`` lays the sheet on its side; ``data-margins``: top, right, bottom, left
                      (``20mm 15mm 20mm 30mm``); ``data-numbering="restart"`` counts pages from 1 again;
                      ``data-number``: ``none``, ``page``, ``of-pages`` (Trang 2/5). What is not said is the layout's
====================  ================================================================================================

Blocks stand in a section; ``<p>``, ``<table>``, ``<img/>`` and ``<figure>`` in a cell too:

====================  ================================================================================================
``<p class="...">``   a paragraph; the class is a component of the layout. Inside: text, ``<b>``, ``<i>``, ``<br/>``,
                      and ``<span class="tab" data-to="60mm"/>``: go on 60 mm from the left; ``class="leader"``: with
                      dots to fill in. Without ``data-to`` what follows ends at the right edge
``<hr/>``             a new page
``<div>``             paragraphs placed on the sheet: ``data-at``, from the left and the top edge (``40mm 120mm``), and
                      ``data-width``. What is placed stands first in its section
``<img/>``            a PNG or JPEG of the campaign's or the templates' folder: ``src``, ``alt`` (what it shows),
                      ``width`` and, where it does not follow, ``height`` (``25mm``); ``class``: ``left``, ``center``,
                      ``right``; with ``data-at`` it is placed, behind the text
``<figure>``          a chart: ``class``: ``column``, ``bar``, ``stacked-column``, ``stacked-bar``, ``pie``;
                      ``data-alt``, ``data-width``, ``data-height``. Rows of ``<th>``, ``<td>`` with bare texts: the
                      first row names the series, the first cell of the others a category; an empty cell has no value
``<table>``           ``class``: ``grid`` is ruled, ``plain`` is not; ``letterhead``, ``signature``, ``recipients`` are
                      the parts of a paper that the layout shapes. Holds ``<col>``, ``<thead>``, ``<tbody>``, ``<tr>``
``<col>``             ``width``: ``20mm``, ``15%`` of the room, ``fit`` (as wide as its texts), ``rest`` (shares what is
                      left). All columns or none; widths that do not fit are scaled down together
``<tr>``              rows of ``<thead>`` are repeated on each page. ``class="may-break"``: the row may go on on the
                      next page; ``class="braced"``: a brace joins the names (in ``recipients``)
``<th>``, ``<td>``    ``colspan``, ``rowspan``; ``class``: ``left center right justify`` and ``top middle bottom``
====================  ================================================================================================
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from thidua_cli.page.images import Image
from thidua_cli.page.layout import Layout, Margins

SIZES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}  # mm
TABLES = ("grid", "plain", "letterhead", "signature", "recipients")
CHARTS = ("column", "bar", "stacked-column", "stacked-bar", "pie")
GREYS = ("FFFFFF", "BFBFBF", "7F7F7F", "D9D9D9", "A6A6A6", "F2F2F2")  # papers are photocopied: no colours
ALIGNMENTS = ("left", "center", "right", "justify")
HEIGHTS = ("top", "middle", "bottom")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; a line feed in it is a line break of the paper."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """A step ``to`` so many mm from the left, or, without it, far enough that what follows ends at the right edge."""

    to: float | None = None
    leader: bool = False

    @property
    def text(self) -> str:
        """Return what stands for it in plain text."""
        return "\t"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a component, its white space folded and its letters in the case of the layout."""

    component: str
    runs: tuple[Run | Tab, ...]

    @property
    def text(self) -> str:
        """Return the plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
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


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; ``header`` rows are repeated on every page, ``braced`` ones have a brace as second cell."""

    cells: tuple[Cell, ...]
    header: bool = False
    braced: bool = False
    may_break: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The width of a column: ``value`` millimetres, percent of the room, as needed, or a share of the rest."""

    kind: Literal["mm", "percent", "fit", "rest"]
    value: float = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one of the kinds in `TABLES`; the rows cover its grid without holes. ``columns`` may be empty."""

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def breadth(self) -> int:
        """Return the number of columns."""
        return sum(cell.span for cell in self.rows[0].cells)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in millimetres; where it is placed (``at``), it stands behind the text."""

    image: Image
    alt: str
    width: float
    height: float
    align: str = ""
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of one of the kinds in `CHARTS`; ``values`` has a tuple for each series, with a value a category."""

    kind: str
    alt: str
    width: float
    height: float
    series: tuple[str, ...]
    categories: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]

    @property
    def decimals(self) -> int:
        """Return how many decimals tell all values, two at the most."""
        texts = [f"{value:.2f}".rstrip("0") for series in self.values for value in series if value is not None]
        return max((len(text.partition(".")[2]) for text in texts), default=0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Paragraphs that stand ``at`` so many mm from the left and the top edge of the first page of their section."""

    at: tuple[float, float]
    width: float
    paragraphs: tuple[Paragraph, ...]


Single = Table | PageBreak | Picture | Chart | Frame
Block = Paragraph | Single


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a section as it lies before the reader, in millimetres."""

    width: float
    height: float
    margins: Margins

    @property
    def room(self) -> float:
        """Return the width of the text."""
        return self.width - self.margins.left - self.margins.right


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one shape; ``restart`` counts them from 1 again, ``number`` is a form of page numbers."""

    blocks: tuple[Block, ...]
    sheet: Sheet
    restart: bool
    number: str


@dataclass(frozen=True, slots=True)
class Article:
    """One paper: its layout, its properties and its sections."""

    layout: Layout
    title: str
    author: str
    day: date | None
    sections: tuple[Section, ...]


def is_placed(block: Block) -> bool:
    """Tell whether a block stands at a place of the sheet instead of flowing with the text."""
    return isinstance(block, Frame) or (isinstance(block, Picture) and block.at is not None)


def neighbours(blocks: Sequence[Block]) -> Iterator[Single | list[Paragraph]]:
    """Yield neighbouring paragraphs of one component together, and all other blocks one by one."""
    for component, members in groupby(blocks, key=lambda block: getattr(block, "component", "")):
        if component:
            yield [block for block in members if isinstance(block, Paragraph)]
        else:
            yield from (block for block in members if not isinstance(block, Paragraph))
