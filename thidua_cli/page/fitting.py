"""Texts fitted into boxes by the real widths of the font: a well-made break, then a smaller size, never an overflow."""

from collections.abc import Iterator
from functools import lru_cache
from math import inf
from typing import NamedTuple

from thidua_cli.page.layout import MM_PER_POINT
from thidua_cli.page.measure import broken_by_sense
from thidua_cli.page.metrics import text_width_mm, wrapped_widths

_SLACK = 0.4  # mm: a line that just fits must not break for a printer's rounding
_STEP = 0.5  # pt
_LINE = 1.15  # the height of a line, in parts of the type size
_MOST_WORDS, _MOST_LINES = 20, 3  # of a text that is broken by its sense
_WIDENED = 1.04  # even lines are looked for in steps of this


class Box(NamedTuple):
    """Where a text stands: mm, the type size in points and the smallest one, the face.

    ``starts`` are words before which a line best begins, in capitals with a space behind.
    """

    width: float
    height: float
    size: float
    smallest: float
    bold: bool = False
    italic: bool = False
    starts: tuple[str, ...] = ()


class Fit(NamedTuple):
    """A text with its line breaks, the size in which it fits and the height that it takes.

    One that fits in no size is ``over`` by so many mm of text in the smallest.
    """

    text: str
    size: float
    height: float
    over: float = 0


@lru_cache(maxsize=1024)  # most texts of a batch are the same on every sheet
def fitted(text: str, box: Box) -> Fit:
    """Return how a text stands in a box; what fits as it is keeps its size, and breaks only where it must."""
    room = box.width - _SLACK
    for size in _sizes(box):
        widths = wrapped_widths(text, room, size, bold=box.bold, italic=box.italic)
        height = len(widths) * size * _LINE * MM_PER_POINT
        if max(widths) <= room and height <= box.height:
            return Fit(_broken(text, room, size, len(widths), box), size, height)
    most = int(box.height / (box.smallest * _LINE * MM_PER_POINT))
    widest = max(0.0, *(width - room for width in widths))
    return Fit(text, size, height, max(sum(widths[most:]), widest))


def _sizes(box: Box) -> Iterator[float]:
    size = box.size
    while size > box.smallest:
        yield size
        size -= _STEP
    yield box.smallest


def _broken(text: str, room: float, size: float, lines: int, box: Box) -> str:
    """Return a text that takes so many ``lines``, each of them as long as printed."""
    if lines == 1:
        return text
    if "\n" in text:
        return _filled(text, room, size, box)
    if box.starts and lines <= _MOST_LINES and text.count(" ") < _MOST_WORDS:
        return broken_by_sense(text, room, size, box.bold, box.italic, box.starts)
    # A last line of one word is ugly: the narrowest room that still gives as many lines makes them even.
    narrow = text_width_mm(text, size, bold=box.bold, italic=box.italic) / lines
    while narrow < room:
        even = _filled(text, narrow, size, box)
        if even.count("\n") < lines:
            return even
        narrow *= _WIDENED
    return _filled(text, room, size, box)


def _filled(text: str, room: float, size: float, box: Box) -> str:
    """Return a text broken as a reader fills lines: each takes as many words as it can."""
    space = text_width_mm(" ", size, bold=box.bold, italic=box.italic)
    lines = []
    for part in text.split("\n"):
        taken, width = [""], inf
        for word in part.split(" "):
            advance = text_width_mm(word, size, bold=box.bold, italic=box.italic)
            if width + space + advance > room:
                taken.append(word)
                width = advance
            else:
                taken[-1] += f" {word}"
                width += space + advance
        lines += taken[1:]
    return "\n".join(lines)
