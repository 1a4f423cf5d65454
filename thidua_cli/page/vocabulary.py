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

Blocks stand in a section or in a cell:

====================  ================================================================================================
``<p class="...">``   a paragraph; the class is a component of the layout. Inside: text, ``<b>``, ``<i>``, ``<br/>``
``<hr/>``             a new page (in a section only)
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

from thidua_cli.page.layout import Layout, Margins

SIZES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}  # mm
TABLES = ("grid", "plain", "letterhead", "signature", "recipients")
ALIGNMENTS = ("left", "center", "right", "justify")
HEIGHTS = ("top", "middle", "bottom")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; a line feed in it is a line break of the paper."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a component, its white space folded and its letters in the case of the layout."""

    component: str
    runs: tuple[Run, ...]

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


Single = Table | PageBreak
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


def neighbours(blocks: Sequence[Block]) -> Iterator[Single | list[Paragraph]]:
    """Yield neighbouring paragraphs of one component together, and all other blocks one by one."""
    for component, members in groupby(blocks, key=lambda block: getattr(block, "component", "")):
        if component:
            yield [block for block in members if isinstance(block, Paragraph)]
        else:
            yield from (block for block in members if not isinstance(block, Paragraph))
