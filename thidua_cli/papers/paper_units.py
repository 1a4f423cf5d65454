"""A paper as what two copies of it are compared by: paragraphs, and rows of tables, each with the facts in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from thidua_cli.findings.about import Spot
from thidua_cli.reading.papers.paper import Line, Paper
from thidua_cli.vietnamese.text import clean

# 45/QĐ-CTK, 02/12/2025, 1.410.000, 12,5%, 7: what is read as a number, or as the number of a paper.
_NUMBER = re.compile(r"\d+[a-zđ]?/[A-ZĐ][\wĐđ-]*(?:/\w+)?|\d+(?:[./,]\d+)*%?")
_BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a row: its text, its place, and whether it is a row of a table."""

    text: str
    place: Spot
    row: bool = False

    def numbers(self) -> Counter[str]:
        """Return the numbers in it, as they are typed."""
        return Counter(_NUMBER.findall(self.text))


def units_of(paper: Paper) -> list[Unit]:
    """Return the units of a paper in reading order; the cells of a row are one."""
    return [_unit(list(lines)) for _, lines in groupby(filter(_is_told, paper.lines), key=_row_of)]


def _is_told(line: Line) -> bool:
    return bool(clean(line.text))


def _row_of(line: Line) -> tuple[object, ...]:
    return ("row", *line.cell[:2]) if line.cell else ("paragraph", line.place)


def _unit(lines: list[Line]) -> Unit:
    cells = [f"{one.number} {one.text}".strip() for one in lines]
    return Unit(clean(_BETWEEN_CELLS.join(cells)), lines[0].place, row=lines[0].cell is not None)


class Phrases:
    """The names, posts and units of a campaign: what of them stands in a text, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        known = sorted({clean(one) for one in phrases if clean(one)}, key=len, reverse=True)
        choices = "|".join(re.escape(one) for one in known)
        self._pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE) if choices else None

    def within(self, text: str) -> Counter[str]:
        """Return the phrases in a text, in small letters: headings are printed in capitals."""
        return Counter(found[0].casefold() for found in self._found(text))

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text) if self._pattern else iter(())
