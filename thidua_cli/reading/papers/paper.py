"""A paper that was read, whatever file it came in: its paragraphs as one reads them, each with its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from thidua_cli.findings.about import Spot
from thidua_cli.vietnamese.emphasis import BOLD, ITALIC
from thidua_cli.vietnamese.text import clean, normalise, without_invisible

_TOKEN = re.compile(r"\w[\w\u0300-\u036f]*|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, hard wraps joined.

    ``runs`` are NFC text with folded white space. ``place`` is the line of a text file, or the ordinal of the
    paragraph in a Word file (``path`` is then ``đoạn 12``). ``number`` is the mark that Word prints of itself
    (``1.``, ``a)``), empty when it is typed or there is none; ``level`` its depth from 0. ``style`` is the name of
    the Word style. ``cell`` is table, row and column (each from 0) of a paragraph in a table, also of one that was
    flattened to wide spaces or "|". ``heading`` says that Word shows it in the outline.
    """

    runs: tuple[Run, ...]
    place: Spot
    number: str = ""
    level: int | None = None
    align: str = ""
    style: str = ""
    cell: tuple[int, int, int] | None = None
    heading: bool = False

    @property
    def text(self) -> str:
        """The plain text, without the automatic number."""
        return "".join(run.text for run in self.runs)

    @property
    def marked(self) -> str:
        """The text with ``**bold**`` and ``*italic*``, as plans have it."""
        around = [Run(" "), *self.runs, Run(" ")]
        return "".join(map(_marked, around, self.runs, around[2:]))

    @property
    def centred(self) -> bool:
        """Whether the paragraph is known to be centred."""
        return self.align == "center"

    @property
    def upper(self) -> bool:
        """Whether all letters are capitals."""
        return self.text.isupper()


@dataclass(frozen=True, slots=True)
class Note:
    """What reading left out or is not sure of: a Vietnamese sentence and its place."""

    message: str
    place: Spot


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its lines in reading order, and what was noticed on the way."""

    file: str
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()


def folded(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs of a paragraph as it is read: NFC, white space folded, neighbours in one look merged.

    A word has one look, that of its first letter: Word files cut words at random.
    """
    given = [run for run in runs if run.text]
    looks = {(run.bold, run.italic) for run in given if run.text.strip()}
    if len(looks) < 2:
        text = clean("".join(run.text for run in given))
        return (Run(text, *looks.pop()),) if text else ()
    tokens = _tokens([replace(run, text=normalise(without_invisible(run.text))) for run in given])
    while tokens and tokens[-1].text == " ":
        tokens.pop()
    merged = groupby(tokens, key=lambda run: (run.bold, run.italic))
    return tuple(Run("".join(run.text for run in group), *look) for look, group in merged)


def _tokens(runs: list[Run]) -> list[Run]:
    """Cut the runs into words, signs and single spaces; a space has a look only between two words of that look."""
    ends = list(accumulate(len(run.text) for run in runs))
    tokens: list[Run] = []
    at = 0
    for found in _TOKEN.finditer("".join(run.text for run in runs)):
        while ends[at] <= found.start():
            at += 1
        bold, italic = runs[at].bold, runs[at].italic
        if not found[0].isspace():
            before = tokens[-2] if len(tokens) > 1 and tokens[-1].text == " " else None
            if before and (before.bold, before.italic) == (bold, italic):
                tokens[-1] = Run(" ", bold, italic)
            tokens.append(Run(normalise(found[0]), bold, italic))
        elif tokens and tokens[-1].text != " ":
            tokens.append(Run(" "))
    return tokens


def _marked(before: Run, run: Run, behind: Run) -> str:
    """Return the run with its marks; plans have no mark for bold italic, which is written as bold.

    A mark may touch neither a word nor another mark outside: there the signs at the edge stay without.
    """
    sign = BOLD if run.bold else ITALIC * run.italic
    start, end = 0, len(run.text)
    while start < end and _stays_out(run.text[start], before, before.text[-1]):
        start += 1
    while start < end and _stays_out(run.text[end - 1], behind, behind.text[0]):
        end -= 1
    inner = run.text[start:end]
    return f"{run.text[:start]}{sign}{inner}{sign}{run.text[end:]}" if inner else run.text


def _stays_out(letter: str, neighbour: Run, beside: str) -> bool:
    touches = neighbour.bold or neighbour.italic or beside.isalnum() or beside == "*"
    return letter.isspace() or (not letter.isalnum() and touches and not beside.isspace())


def without(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Return the runs without their first ``length`` characters and the white space that follows."""
    text = "".join(run.text for run in runs)
    return _stretch(runs, len(text) - len(text[length:].lstrip()), len(text))


def until(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Return the first ``length`` characters of the runs."""
    return _stretch(runs, 0, length)


def _stretch(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    kept: list[Run] = []
    at = 0
    for run in runs:
        if text := run.text[max(start - at, 0) : max(end - at, 0)]:
            kept.append(replace(run, text=text))
        at += len(run.text)
    return tuple(kept)
