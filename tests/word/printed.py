"""A Word file as LibreOffice prints it: the words of each page with their places in millimetres."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from thidua_cli.page import to_docx
from thidua_cli.page.pdf import to_pdf

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


def _words(text: str) -> list[Word]:
    return [Word(unescape(word), *(float(edge) * _MM for edge in edges)) for *edges, word in _WORD.findall(text)]
