"""Plain text to a paper: typed marks of bold and italic, columns, page numbers and hard wraps taken out."""

import re

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import Spot
from thidua_cli.reading.bytes import decode
from thidua_cli.reading.document import Document
from thidua_cli.reading.papers.finish import finished
from thidua_cli.reading.papers.flattened_columns import chunks
from thidua_cli.reading.papers.hard_wraps import joined
from thidua_cli.reading.papers.paper import Note, Paper, Run
from thidua_cli.reading.papers.piece import ORNAMENT, Piece, without_page_numbers
from thidua_cli.reading.refusals import PAPER
from thidua_cli.vietnamese.text import without_control

_HASHES = re.compile(r"#{1,6}\s+")
_FOOTNOTE = re.compile(r"\[(\d{1,2})\]\s*\S")
_REFERENCE = re.compile(r"\s?\[(\d{1,2})\]")


def read_plain(content: bytes, file: str) -> Paper:
    """Build the paper of a text file; one that is no Vietnamese text in UTF-8 raises `ThiduaError`."""
    document = Document(file)
    text = decode(content, document, PAPER)
    if text is None:
        fault = document.faults[0]
        raise ThiduaError(f"{file}, dòng {fault.line}: {fault.message}", fault.hint)
    pieces, notes = without_page_numbers(_pieces(text, file))
    paragraphs, dropped = _without_footnotes(joined(pieces))
    return finished(file, paragraphs, [*notes, *dropped])


def _pieces(text: str, file: str) -> list[Piece]:
    """Return the lines that say something, each with the number of empty ones before it."""
    # A form feed ends a page within a line, for editors at least.
    rows = [(number, part) for number, row in enumerate(text.split("\n"), 1) for part in row.split("\f")]
    broken = {at for at in range(1, len(rows)) if rows[at][0] == rows[at - 1][0]}
    found: list[Piece] = []
    gap = 0
    for chunk in chunks([without_control(part) for _, part in rows]):
        if not chunk.text or ORNAMENT.fullmatch(chunk.text):
            gap += 1
            continue
        content = _HASHES.sub("", chunk.text) if chunk.text.startswith("#") else chunk.text
        spot = Spot(file, rows[chunk.row][0], chunk.start + 1)
        gap = 0 if chunk.row in broken else gap
        found.append(Piece([Run(content)], spot, gap, indent=chunk.start, cell=chunk.cell))
        gap = 0
    return found


def _without_footnotes(pieces: list[Piece]) -> tuple[list[Piece], list[Note]]:
    """Drop footnotes ``[1] ...`` that a line above refers to, and the references."""
    notes, kept = [], []
    referred, dropped = set[str](), set[str]()
    for piece in pieces:
        found = _FOOTNOTE.match(piece.text)
        if found and found[1] in referred:
            dropped.add(found[1])
            notes.append(Note(f"bỏ chú thích cuối trang: “{piece.text[:60]}”", piece.place))
        else:
            referred.update(_REFERENCE.findall(piece.text))
            kept.append(piece)
    for piece in kept:
        piece.runs = [Run(_REFERENCE.sub(lambda m: "" if m[1] in dropped else m[0], run.text)) for run in piece.runs]
    return kept, notes
