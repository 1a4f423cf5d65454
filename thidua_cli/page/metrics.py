"""How wide a text prints, in millimetres, from the advance widths of the Times New Roman metrics."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from thidua_cli.page.layout import MM_PER_POINT, own_data

_FACES = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}
_UNITS_PER_EM = 2048


class _Widths(dict[str, int]):
    """Advance widths by character."""

    def __missing__(self, character: str) -> int:
        return 1024  # half an em: near the mean of Latin letters


@cache
def _widths(face: str) -> _Widths:
    table = own_data(files(__package__).joinpath("metrics.yaml"))[face]
    return _Widths({character: width for width, characters in table.items() for character in characters})


@lru_cache(maxsize=4096)
def text_width_mm(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the printed width of one line of NFC text at a type size in points."""
    units = sum(map(_widths(_FACES[bold, italic]).__getitem__, text))
    return units / _UNITS_PER_EM * size * MM_PER_POINT


@lru_cache(maxsize=1024)
def wrapped_widths(text: str, room: float, size: float, *, bold: bool = False, italic: bool = False) -> Sequence[float]:
    """Return the widths of the lines that ``text`` takes in a column of ``room`` millimetres.

    Lines break at spaces (not at no-break spaces) and at line feeds, as Word does it.
    """
    space = text_width_mm(" ", size, bold=bold, italic=italic)
    lines: list[float] = []
    for part in text.split("\n"):
        width = -space
        for word in part.split(" "):
            advance = text_width_mm(word, size, bold=bold, italic=italic)
            if width >= 0 and width + space + advance > room:
                lines.append(width)
                width = -space
            width += space + advance
        lines.append(max(width, 0))
    return lines
