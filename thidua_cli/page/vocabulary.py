"""The closed HTML vocabulary of papers, read into values that the Word writer and the browser page share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from lxml import etree

from thidua_cli.page.layout import NAMES, Component, Layout, WordError, load_layout

TABLES = ("letterhead", "signature", "grid", "recipients")

_ATTRIBUTES = {
    "article": {"data-layout", "data-title", "data-author", "data-date"},
    "section": {"class", "data-numbering"},
    "p": {"class"},
    "table": {"class"},
    "col": {"width"},
    "tr": {"class"},
    "th": {"colspan"},
    "td": {"colspan"},
}
_SPACES = re.compile(r"[ \t\r\n]+")
_FOLDED = re.compile(r"[\t\r\n]|  ")
_BREAK = "\n"


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
    """A table cell: its blocks and the number of columns it covers; a ``brace`` cell spans its row's height."""

    blocks: tuple["Block", ...]
    span: int = 1
    brace: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; ``header`` rows are repeated on every page, ``braced`` ones have a brace as second cell."""

    cells: tuple[Cell, ...]
    header: bool = False
    braced: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one of the kinds in `TABLES`; ``shares`` are the column widths as parts of 1, or empty."""

    kind: str
    shares: tuple[float, ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return max(sum(cell.span for cell in row.cells) for row in self.rows)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation; ``restart`` counts its pages from 1 again."""

    blocks: tuple[Block, ...]
    landscape: bool
    restart: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One paper: its layout, its properties and its sections."""

    layout: Layout
    title: str
    author: str
    day: date | None
    sections: tuple[Section, ...]


def read_article(html: str, *, source: str) -> Article:
    """Read the HTML of the template ``source``; whatever is not in the vocabulary is a `WordError`."""
    # Comments and instructions say nothing on paper; entities of a DTD are refused as unknown elements.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, load_dtd=False
    )
    try:
        root = etree.fromstring(html.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as problem:
        message = f"mẫu {source}: không phải HTML viết đúng phép: {problem}"
        raise WordError(message) from problem
    return _Reader(source).article(root)


def neighbours(blocks: Sequence[Block]) -> Iterator[Table | list[Paragraph]]:
    """Yield the tables one by one, and neighbouring paragraphs of one component together."""
    for _, members in groupby(blocks, key=lambda block: getattr(block, "component", "")):
        group = list(members)
        yield from (block for block in group if isinstance(block, Table))
        if paragraphs := [block for block in group if isinstance(block, Paragraph)]:
            yield paragraphs


class _Reader:
    """Walks the elements of one paper; every refusal names the template."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.components: dict[str, Component] = {}

    def article(self, root: etree._Element) -> Article:
        self._expect(root, "article")
        name = root.get("data-layout", "")
        if name not in NAMES:
            raise self._fault(root, f"thuộc tính data-layout=“{name}” không phải tên bố cục trang")
        layout = load_layout(name)
        self.components = layout.components
        day = self._day(root)
        sections = tuple(self._section(child) for child in self._children(root))
        if not sections:
            raise self._fault(root, "không có phần (section) nào")
        title, author = root.get("data-title", ""), root.get("data-author", "")
        return Article(layout, title, author, day, sections)

    def _day(self, root: etree._Element) -> date | None:
        text = root.get("data-date", "")
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise self._fault(root, f"thuộc tính data-date=“{text}” không phải ngày (năm-tháng-ngày)") from None

    def _section(self, element: etree._Element) -> Section:
        self._expect(element, "section")
        landscape = self._choice(element, "class", ("", "landscape")) == "landscape"
        restart = self._choice(element, "data-numbering", ("", "restart")) == "restart"
        blocks = self._blocks(element)
        if not blocks:
            raise self._fault(element, "không có đoạn văn hay bảng nào")
        return Section(blocks, landscape, restart)

    def _blocks(self, element: etree._Element) -> tuple[Block, ...]:
        return tuple(self._block(child) for child in self._children(element))

    def _block(self, element: etree._Element) -> Block:
        self._expect(element, "p", "table")
        return self._paragraph(element) if element.tag == "p" else self._table(element)

    def _paragraph(self, element: etree._Element) -> Paragraph:
        name = element.get("class", "")
        component = self.components.get(name)
        if component is None:
            raise self._fault(element, f"lớp “{name}” không phải thành phần của bố cục trang")
        text = element.text or ""
        if len(element) == 0 and text == text.strip(" ") and not _FOLDED.search(text):
            runs = [Run(text)] if text else []  # most paragraphs: one face, nothing to fold
        else:
            runs = _folded(self._runs(element, Run("")))
        if component.case == "upper":
            runs = [replace(run, text=run.text.upper()) for run in runs]
        return Paragraph(name, tuple(runs))

    def _runs(self, element: etree._Element, face: Run) -> Iterator[Run]:
        if element.text:
            yield replace(face, text=element.text)
        for child in element:
            self._expect(child, "b", "i", "br")
            if child.tag == "br":
                yield replace(face, text="\v")
            else:
                inner = replace(face, bold=face.bold or child.tag == "b", italic=face.italic or child.tag == "i")
                yield from self._runs(child, inner)
            if child.tail:
                yield replace(face, text=child.tail)

    def _table(self, element: etree._Element) -> Table:
        kind = self._choice(element, "class", TABLES)
        shares: list[float] = []
        rows: list[Row] = []
        for child in self._children(element):
            self._expect(child, "col", "thead", "tbody", "tr")
            if child.tag == "col":
                shares.append(self._share(child))
            else:
                members = [child] if child.tag == "tr" else self._children(child)
                rows.extend(self._row(row, kind, header=child.tag == "thead") for row in members)
        table = Table(kind, tuple(shares), tuple(rows))
        if not rows or (shares and len(shares) != table.columns):
            raise self._fault(element, "không có dòng nào, hoặc số phần tử col khác số cột")
        return table

    def _share(self, element: etree._Element) -> float:
        text = element.get("width", "")
        if not re.fullmatch(r"\d{1,3}(\.\d+)?%", text):
            raise self._fault(element, f"thuộc tính width=“{text}” không phải tỷ lệ phần trăm")
        return float(text[:-1]) / 100

    def _row(self, element: etree._Element, kind: str, *, header: bool) -> Row:
        self._expect(element, "tr")
        braced = self._choice(element, "class", ("", "braced") if kind == "recipients" else ("",)) == "braced"
        cells = tuple(self._cell(child) for child in self._children(element))
        if kind == "recipients":
            if len(cells) not in ((2,) if braced else (1, 2)):
                raise self._fault(element, "dòng nơi nhận có tên và ghi chú; dòng “braced” cần cả hai")
            cells = _with_brace_column(cells, braced=braced)
        if not cells:
            raise self._fault(element, "không có ô nào")
        return Row(cells, header, braced)

    def _cell(self, element: etree._Element) -> Cell:
        self._expect(element, "th", "td")
        span = element.get("colspan", "1")
        if not re.fullmatch(r"[1-9]\d?", span):
            raise self._fault(element, f"thuộc tính colspan=“{span}” không phải số cột")
        return Cell(self._blocks(element), int(span))

    def _children(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the child elements of a container, where text between them has no place."""
        stray = (element.text or "") + "".join(child.tail or "" for child in element)
        if stray.strip():
            raise self._fault(element, f"chữ “{stray.strip()[:40]}” nằm ngoài đoạn văn (p)")
        yield from element

    def _choice(self, element: etree._Element, attribute: str, allowed: tuple[str, ...]) -> str:
        value = element.get(attribute, "")
        if value not in allowed:
            raise self._fault(element, f"thuộc tính {attribute}=“{value}” không có trong vốn từ của mẫu")
        return value

    def _expect(self, element: etree._Element, *allowed: str) -> None:
        if element.tag not in allowed:
            raise self._fault(element, f"không được đứng ở đây (chỉ được: {', '.join(allowed)})")
        known = _ATTRIBUTES.get(str(element.tag), ())
        for name in map(str, element.keys()):
            if name not in known:
                raise self._fault(element, f"không có thuộc tính {name}")

    def _fault(self, element: etree._Element, what: str) -> WordError:
        name = element.tag if isinstance(element.tag, str) else "thực thể DTD"
        return WordError(f"mẫu {self.source}, dòng {element.sourceline}: phần tử <{name}>: {what}")


def _with_brace_column(cells: tuple[Cell, ...], *, braced: bool) -> tuple[Cell, ...]:
    """Lay a row of recipients out in three columns: names, brace, note."""
    names, *notes = cells
    if braced:
        return (names, Cell((), brace=True), *notes)
    if notes and notes[0].blocks:
        return (replace(names, span=2), *notes)
    return (replace(names, span=3),)


def _folded(runs: Iterator[Run]) -> list[Run]:
    """Fold white space as a browser does; a vertical tab stands for <br/> and becomes a line feed."""
    folded: list[Run] = []
    for run in runs:
        text = _BREAK if run.text == "\v" else _SPACES.sub(" ", run.text)
        if text == _BREAK:
            _trim_end(folded)
        if not folded or folded[-1].text[-1] in " \n":
            text = text.removeprefix(" ")
        if text and folded and replace(folded[-1], text="") == replace(run, text=""):
            folded[-1] = replace(run, text=folded[-1].text + text)
        elif text:
            folded.append(replace(run, text=text))
    _trim_end(folded)
    return folded


def _trim_end(runs: list[Run]) -> None:
    if runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if len(last.text) > 1:
            runs.append(replace(last, text=last.text[:-1]))
