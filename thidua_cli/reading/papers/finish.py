"""The last step of reading a paper: pieces to lines, and what is noted on them."""

import re
from collections.abc import Sequence

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.papers.paper import Line, Note, Paper, Run, folded
from thidua_cli.reading.papers.piece import ORNAMENT, Piece
from thidua_cli.vietnamese.emphasis import BOLD, ITALIC, spans
from thidua_cli.vietnamese.text import strip_accents

_WORD = re.compile(r"[^\W\d_]{5,}")
_VOWELS = re.compile("[aeiouy]+")
_GLUED_DATE = re.compile(r"\b(?:ngày|tháng|năm)\d+")


def finished(file: str, pieces: Sequence[Piece], notes: Sequence[Note]) -> Paper:
    """Return the paper that the pieces are; one without text raises `ThiduaError`."""
    _balance(pieces)
    lines, all_notes = [], list(notes)
    for piece in pieces:
        runs = folded(_as_typed(piece.runs))
        if not runs or ORNAMENT.fullmatch(piece.text):
            continue
        line = Line(runs, piece.place, piece.number, piece.level, piece.align, piece.style, piece.cell, piece.heading)
        lines.append(line)
        if glued := _glued(line.text):
            all_notes.append(Note(f"có thể dính chữ: “{'”, “'.join(glued[:5])}”", piece.place))
    if not lines:
        raise ThiduaError(f"tệp {file} không có chữ nào", "tệp rỗng hoặc là bản quét (ảnh): cần bản gõ của văn bản")
    all_notes.sort(key=lambda note: note.place.line or 0)
    return Paper(file, tuple(lines), tuple(all_notes))


def _glued(text: str) -> list[str]:
    """Return the words that lost the space between them; they are not mended."""
    words = [word for word in _WORD.findall(text) if _has_two_syllables(word)]
    return words + [found[0] for found in _GLUED_DATE.finditer(text)]


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
        if piece.typed.count(BOLD) % 2 == 0:
            continue
        if opened is None:
            opened = at
            continue
        for row in range(opened, at + 1):
            text = pieces[row].typed.strip()
            pieces[row].runs = [Run(BOLD * (row > opened) + text + BOLD * (row < at))]
        opened = None
    _drop_unclosed(pieces, opened)


def _drop_unclosed(pieces: Sequence[Piece], at: int | None) -> None:
    if at is not None:
        before, _, behind = pieces[at].typed.rpartition(BOLD)
        pieces[at].runs = [Run(before + behind)]


def _as_typed(runs: list[Run]) -> list[Run]:
    """Return runs with typed marks taken as looks: ``**bold**``, ``*italic*``; only where Word shows one look."""
    text = "".join(run.text for run in runs)
    looks = {(run.bold, run.italic) for run in runs if run.text.strip()}
    return _looks(text, *looks.pop()) if "*" in text and len(looks) == 1 else runs


def _looks(text: str, bold: bool, italic: bool) -> list[Run]:
    """Return the runs of a text with typed marks."""
    runs: list[Run] = []
    for mark, inner in spans(text):
        if mark:
            runs += _looks(inner, bold or mark != ITALIC, italic or mark != BOLD)
        else:
            runs.append(Run(inner, bold, italic))
    return runs
