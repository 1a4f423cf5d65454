"""How wide a text prints, in millimetres, from the advance widths of the Times New Roman metrics."""

from functools import cache
from importlib.resources import files

import yaml

_FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}
_MM_PER_POINT = 25.4 / 72
_UNITS_PER_EM = 2048
_UNKNOWN = 1024  # half an em: near the mean of Latin letters


@cache
def _faces() -> dict[str, dict[str, int]]:
    text = files(__package__).joinpath("metrics.yaml").read_text(encoding="utf-8")
    tables: dict[str, dict[int, str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {face: _Widths({c: w for w, chars in table.items() for c in chars}) for face, table in tables.items()}


class _Widths(dict[str, int]):
    """Advance widths by character."""

    def __missing__(self, character: str) -> int:
        return _UNKNOWN


def text_width_mm(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the printed width of one line of NFC text at a type size in points."""
    widths = _faces()[_FACES[bold, italic]]
    units = sum(map(widths.__getitem__, text))
    return units / _UNITS_PER_EM * size * _MM_PER_POINT


def wrapped_widths(text: str, room: float, size: float, *, bold: bool = False, italic: bool = False) -> list[float]:
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
