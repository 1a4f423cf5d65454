"""A Word file as LibreOffice prints it: the words of each page with their places in millimetres."""

import re
import subprocess
import zipfile
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path

from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.writers.to_pdf import to_pdf

_MM = 25.4 / 72
_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A printed word and its box on the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A printed page: its size and its words."""

    width: float
    height: float
    words: list[Word]

    def __contains__(self, text: str) -> bool:
        return any(word.text == text for word in self.words)

    def word(self, text: str) -> Word:
        """Return the first word that reads so."""
        return next(word for word in self.words if word.text == text)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in the order of the zip."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def article(content: str, layout: str = "nd30", section: str = "") -> str:
    """Return the HTML of a paper of one section."""
    return f'<article data-layout="{layout}"><section {section}>{content}</section></article>'


def printed(html: str, folder: Path, **options: object) -> list[Page]:
    """Return the pages of a paper."""
    source = folder / "paper.pdf"
    source.write_bytes(to_pdf(to_docx(html, source="mau.html", **options)))  # type: ignore[arg-type]
    done = subprocess.run(["pdftotext", "-bbox", str(source), "-"], check=True, capture_output=True, timeout=60)
    pages = re.findall(r'<page width="(.+?)" height="(.+?)">(.*?)</page>', done.stdout.decode(), re.DOTALL)
    return [Page(float(width) * _MM, float(height) * _MM, _words(text)) for width, height, text in pages]


@dataclass(frozen=True)
class Box:
    """A rectangle of dark points on a page."""

    left: float
    top: float
    width: float
    height: float


def drawn_boxes(pdf: Path) -> list[Box]:
    """Return the black rectangles of the first page; they must not touch."""
    command = ["pdftoppm", "-gray", "-r", "127", "-f", "1", "-l", "1", str(pdf)]  # 5 points a millimetre
    image = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    _, width, _, _, points = re.fullmatch(rb"(P5)\s(\d+) (\d+)\s(\d+)\s(.*)", image, re.DOTALL).groups()
    rows = [points[start : start + int(width)] for start in range(0, len(points), int(width))]
    spans: dict[tuple[int, int], list[int]] = {}
    for number, row in enumerate(rows):
        for match in re.finditer(rb"[\0-\x40]{3,}", row):
            spans.setdefault(match.span(), []).append(number)
    return [
        Box(left / 5, min(lines) / 5, (right - left) / 5, len(lines) / 5)
        for (left, right), lines in spans.items()
        if len(lines) > 9
    ]


def _words(text: str) -> list[Word]:
    return [Word(unescape(word), *(float(edge) * _MM for edge in edges)) for *edges, word in _WORD.findall(text)]
