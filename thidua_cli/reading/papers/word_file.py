"""Word files to papers: what a reader sees on the page, in reading order."""

import re
from dataclasses import replace

from lxml import etree

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import Spot
from thidua_cli.reading.papers.finish import finished
from thidua_cli.reading.papers.flattened_columns import chunks
from thidua_cli.reading.papers.hard_wraps import joined
from thidua_cli.reading.papers.paper import Line, Note, Paper, Run, folded
from thidua_cli.reading.papers.piece import Piece, without_page_numbers
from thidua_cli.reading.papers.word_breaks import parted
from thidua_cli.reading.papers.word_numbering import Numbering
from thidua_cli.reading.papers.word_package import Package, W, children, open_package
from thidua_cli.reading.papers.word_runs import RunReader
from thidua_cli.reading.papers.word_styles import Styles, integer, value
from thidua_cli.reading.spoilt_text import CONVERT_FONT
from thidua_cli.vietnamese.text import looks_legacy

_ALIGN = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left", "both": "justify"}
_BODY_TEXT = 9  # the level of what stands in no outline
# Paragraphs in these styles may be the halves of one; styles of a template were chosen on purpose.
_GENERIC = re.compile(
    r"|normal( \(web\))?|body text.*|preformatted text|plain text|no spacing|list paragraph|default|text body|standard",
    re.IGNORECASE,
)


def read_docx(content: bytes, file: str) -> Paper:
    """Build the paper of a Word file; one that cannot be read, or only at great cost, raises `ThiduaError`."""
    return read_body(open_package(content, file), file)


def read_body(package: Package, file: str) -> Paper:
    """Build the paper of a Word file that is open; what `read_docx` refuses raises `ThiduaError`."""
    reader = _Reader(package, file)
    body = package.document.find(f"{W}body")
    reader.blocks(body if body is not None else package.document, None)
    _refuse_legacy(reader, file)
    pieces, dropped = without_page_numbers(_in_columns(reader.pieces, reader.tables))
    return finished(file, joined(pieces), [*reader.notes, *dropped])


def read_aside(root: etree._Element, package: Package, file: str, where: str) -> list[Line]:
    """Return the lines of a part beside the body: a header, a footer, footnotes, comments; page numbers are none.

    ``where`` is what places call it.
    """
    reader = _Reader(package, file, where)
    for home in [root, *root]:
        if home.get(f"{W}type") in (None, "normal"):
            reader.blocks(home, None, boxed=True)
    pieces, _ = without_page_numbers(reader.pieces)
    lines = (Line(folded(each.runs), each.place, each.number, cell=each.cell) for each in pieces)
    return [line for line in lines if line.text]


class _Reader:
    """Goes through the body and keeps a piece for each paragraph that says something."""

    def __init__(self, package: Package, file: str, where: str = "") -> None:
        """Read a part of a file; ``where`` is its name in places, that of the body is not told."""
        self.file, self.where = file, where
        self.styles = Styles(package.styles)
        self.numbering = Numbering(package.numbering)
        self.runs = RunReader(self.styles)
        self.pieces: list[Piece] = []
        self.notes: list[Note] = []
        self.tables = 0
        self._gap = 0
        self._seen = 0
        self._carried: list[Run] = []

    def blocks(self, parent: etree._Element, cell: tuple[int, int, int] | None, *, boxed: bool = False) -> None:
        """Read paragraphs and tables; ``boxed`` ones stand apart from the text around them."""
        for child in children(parent, f"{W}p", f"{W}tbl", f"{W}altChunk"):
            if child.tag == f"{W}p":
                self._paragraph(child, cell, boxed=boxed)
            elif child.tag == f"{W}tbl":
                self._table(child)
            else:
                message = "bỏ phần chép từ tệp khác (không có trong chữ của tệp Word)"
                self.notes.append(Note(message, self._spot()))

    def _table(self, table: etree._Element) -> None:
        number = self.tables
        self.tables += 1
        rows = (row for row in children(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None)
        for at, row in enumerate(rows):
            column = max(integer(value(row.find(f"{W}trPr"), "gridBefore"), 0), 0)
            for cell in children(row, f"{W}tc"):
                self.blocks(cell, (number, at, column))
                self._gap = 0
                column += max(integer(value(cell.find(f"{W}tcPr"), "gridSpan"), 1), 1)

    def _paragraph(self, paragraph: etree._Element, cell: tuple[int, int, int] | None, *, boxed: bool) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle") or self.styles.default_id
        runs, boxes, footnotes = self.runs.read(paragraph, style)
        self._carried += runs
        if _end_was_deleted(paragraph):
            return
        runs, self._carried = self._carried, []
        number, level = self.numbering.printed(properties, style, self.styles)
        if any(run.text.strip() for run in runs):
            self._seen += 1
            self.notes += [Note("bỏ chú thích cuối trang", self._spot())] * footnotes
            name = self.styles.name(style)
            generic = _GENERIC.fullmatch(name) is not None
            whole, align = bool(cell) or boxed or not generic, self._align(properties, style)
            (_, first), *others = parted(runs, tight=generic, in_cell=cell is not None)
            heading = self._is_heading(properties, style)
            piece = Piece(first, self._spot(), self._gap, whole, number, level, align, name, cell, heading=heading)
            self.pieces.append(piece)
            self.pieces += (replace(piece, runs=part, gap=gap, number="", level=None) for gap, part in others)
            self._gap = 0
        else:
            self._gap += 1
        for box in boxes:
            self.blocks(box, None, boxed=True)

    def _align(self, properties: etree._Element | None, style: str) -> str:
        said = (value(each, "jc") for each in (properties, *self.styles.given("pPr", style)))
        found = next(filter(None, said), "")
        return _ALIGN.get(found, "")

    def _is_heading(self, properties: etree._Element | None, style: str) -> bool:
        said = (value(each, "outlineLvl") for each in (properties, *self.styles.given("pPr", style)))
        return integer(next(filter(None, said), None), _BODY_TEXT) < _BODY_TEXT

    def _spot(self) -> Spot:
        if self.where:
            return Spot(self.file, path=f"{self.where}, đoạn {self._seen}")
        return Spot(self.file, self._seen, path=f"đoạn {self._seen}")


def _end_was_deleted(paragraph: etree._Element) -> bool:
    """Tell whether the end of a paragraph was deleted: its text goes on in the next one."""
    follower = paragraph.getnext()
    is_last = follower is None or follower.tag != f"{W}p"
    return not is_last and paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _in_columns(pieces: list[Piece], tables: int) -> list[Piece]:
    """Return the pieces with those parted that stand in columns of tabs or wide spaces."""
    rows: list[Piece | None] = []
    for each in pieces:
        rows += [*[None] * min(each.gap, 2), each]
    texts = [row.typed if row and not row.whole else "" for row in rows]
    if not any("\t" in text or "   " in text for text in texts):
        return pieces
    ordered: list[Piece] = []
    for chunk in chunks(texts):
        piece = rows[chunk.row]
        if piece and chunk.cell:
            table, row, column = chunk.cell
            run = Run(chunk.text, all(run.bold for run in piece.runs), all(run.italic for run in piece.runs))
            ordered.append(Piece([run], piece.place, style=piece.style, cell=(tables + table, row, column)))
        elif piece:
            ordered.append(piece)
    return ordered


def _refuse_legacy(reader: _Reader, file: str) -> None:
    """Refuse a text in TCVN3 or VNI, told by its letters or by its fonts."""
    whole = "\n".join(piece.text for piece in reader.pieces)
    row = next((piece for piece in reader.pieces if looks_legacy(piece.text)), None)
    if row or reader.runs.in_legacy_font() or looks_legacy(whole):
        place = f", {row.place.path}" if row else ""
        raise ThiduaError(f"{file}{place}: chữ Việt gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", CONVERT_FONT)
