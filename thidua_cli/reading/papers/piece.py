"""Pieces of a paper before neighbours are joined: lines of a text file, paragraphs of a Word file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_cli.findings.about import Spot
from thidua_cli.law.paper_kinds import any_of, names
from thidua_cli.reading.papers.paper import Note, Run
from thidua_cli.vietnamese.counting import ROMAN
from thidua_cli.vietnamese.emphasis import EDGES

_PAGE = re.compile(r"[-–—(\s]*(?:(?:Trang|Page)\s+)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-–—)\s]*", re.IGNORECASE)
# Lines drawn with signs, and the star under the name of a Party body.
ORNAMENT = re.compile(r"[-_=*~–—](?:\s?[-_=*~–—]){2,}|\*|-\s*o\s*0\s*o\s*-", re.IGNORECASE)
# The kind of a paper, which stands alone over its title.
KIND = re.compile(f"(?:{any_of(name.upper() for name in names())}|PHỤ LỤC(?: (?:\\d+|{ROMAN}))?)")


@dataclass(slots=True)
class Piece:
    """A line of a text file or a paragraph of a Word file, before neighbours are joined.

    ``gap`` counts the empty lines before it; ``whole`` pieces are joined with nothing.
    """

    runs: list[Run]
    place: Spot
    gap: int = 0
    whole: bool = False
    number: str = ""
    level: int | None = None
    align: str = ""
    style: str = ""
    cell: tuple[int, int, int] | None = None
    indent: int = 0
    heading: bool = False
    text: str = field(init=False)

    @property
    def typed(self) -> str:
        """The text as typed, with marks of bold and italic."""
        return "".join(run.text for run in self.runs)

    def __post_init__(self) -> None:
        """Keep the plain text, without marks of bold and italic at its ends."""
        text = self.typed.strip()
        self.text = text if ORNAMENT.fullmatch(text) else EDGES.sub("", text)


def without_page_numbers(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Note]]:
    """Drop numbers that stand alone and count the pages; the text around them is then one."""
    found = [None if piece.cell or piece.number else _PAGE.fullmatch(piece.text) for piece in pieces]
    kept: list[Piece] = []
    notes: list[Note] = []
    last = 0
    for at, piece in enumerate(pieces):
        page = found[at]
        alone = not any(found[max(at - 1, 0) : at] + found[at + 1 : at + 2])
        if page and alone and (int(page[1]) == last + 1 or (not last and page[1] == "2")):
            last = int(page[1])
            notes.append(Note(f"bỏ số trang “{piece.text}”", piece.place))
            if at + 1 < len(pieces):
                pieces[at + 1].gap = 0
        else:
            kept.append(piece)
    return kept, notes
