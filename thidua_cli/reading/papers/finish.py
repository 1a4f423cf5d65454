"""The last step of reading a paper: pieces to lines, and what is noted on them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.papers.paper import Line, Note, Paper, Run, folded
from thidua_cli.reading.papers.piece import ORNAMENT, Piece
from thidua_cli.vietnamese.text import strip_accents

# The same grammar as that of prose in plans: where a mark opens, and where it closes.
_OPENS = {
    "***": re.compile(r"\*{3}(?=[^\s*])"),
    "**": re.compile(r"\*\*(?=\S)"),
    "*": re.compile(r"(?<![*\w])\*(?=[^\s*])"),
}
_CLOSES = {
    "***": re.compile(r"(?<=[^\s*])\*{3}"),
    "**": re.compile(r"(?<=\S)\*\*"),
    "*": re.compile(r"(?<=[^\s*])\*(?![*\w])"),
}
_WORD = re.compile(r"[^\W\d_]{5,}")
_VOWELS = re.compile("[aeiouy]+")
_GLUED_DATE = re.compile(r"\b(?:ngày|tháng|năm)\d+")


def finished(file: str, pieces: Sequence[Piece], notes: Sequence[Note]) -> Paper:
    """Return the paper that the pieces are; one without text raises `ThiduaError`."""
    _balance(pieces)
    lines = []
    for piece in pieces:
        runs = folded(_as_typed(piece.runs))
        if runs and not ORNAMENT.fullmatch(piece.text):
            lines.append(Line(runs, piece.place, piece.number, piece.level, piece.align, piece.style, piece.cell))
    if not lines:
        raise ThiduaError(f"tệp {file} không có chữ nào", "tệp rỗng hoặc là bản quét (ảnh): cần bản gõ của kế hoạch")
    glued = [note for line in lines if (note := _glued(line))]
    everything = sorted([*notes, *glued], key=lambda note: note.place.line or 0)
    return Paper(file, tuple(lines), tuple(everything))


def _glued(line: Line) -> Note | None:
    """Return a note for words that lost the space between them; they are not mended."""
    words = [word for word in _WORD.findall(line.text) if _has_two_syllables(word)]
    words += [found[0] for found in _GLUED_DATE.finditer(line.text)]
    return Note(f"có thể dính chữ: “{'”, “'.join(words[:5])}”", line.place) if words else None


def _has_two_syllables(word: str) -> bool:
    """Tell whether a word with Vietnamese accents has two syllables: ``VỀVIỆC``."""
    plain = strip_accents(word)
    return plain != word and len(_VOWELS.findall(plain.casefold())) > 1


def _balance(pieces: Sequence[Piece]) -> None:
    """Close ``**`` in each line where it was opened in one and closed in one below; drop one that nothing closes."""
    opened: int | None = None
    for at, piece in enumerate(pieces):
        if piece.gap:
            _drop_unclosed(pieces, opened)
            opened = None
        if "".join(run.text for run in piece.runs).count("**") % 2 == 0:
            continue
        if opened is None:
            opened = at
            continue
        for row in range(opened, at + 1):
            text = "".join(run.text for run in pieces[row].runs).strip()
            pieces[row].runs = [Run(f"{'**' * (row > opened)}{text}{'**' * (row < at)}")]
        opened = None
    _drop_unclosed(pieces, opened)


def _drop_unclosed(pieces: Sequence[Piece], at: int | None) -> None:
    if at is not None:
        before, _, behind = "".join(run.text for run in pieces[at].runs).rpartition("**")
        pieces[at].runs = [Run(before + behind)]


def _as_typed(runs: list[Run]) -> list[Run]:
    """Return runs with typed marks taken as looks: ``**bold**``, ``*italic*``; only where Word shows one look."""
    text = "".join(run.text for run in runs)
    looks = {(run.bold, run.italic) for run in runs if run.text.strip()}
    return _looks(text, *looks.pop()) if "*" in text and len(looks) == 1 else runs


def _looks(text: str, bold: bool, italic: bool) -> list[Run]:
    """Return the runs of a text with typed marks; a mark that nothing closes is a sign like any other."""
    closes = {sign: [found.start() for found in pattern.finditer(text)] for sign, pattern in _CLOSES.items()}
    runs: list[Run] = []
    end = at = 0
    while (at := text.find("*", at)) >= 0:
        sign, close = _span(text, at, closes)
        if close is None:
            at += 1
            continue
        runs.append(Run(text[end:at], bold, italic))
        inner = text[at + len(sign) : close]
        runs += _looks(inner, bold or sign != "*", italic or sign != "**")
        end = at = close + len(sign)
    return [*runs, Run(text[end:], bold, italic)]


def _span(text: str, at: int, closes: dict[str, list[int]]) -> tuple[str, int | None]:
    """Return the mark that opens at a star, and where it closes."""
    for sign, pattern in _OPENS.items():
        if pattern.match(text, at):
            position = bisect_left(closes[sign], at + len(sign) + 1)
            if position < len(closes[sign]):
                return sign, closes[sign][position]
    return "", None
