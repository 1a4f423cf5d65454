"""Automatic numbers of a Word file: the marks that Word prints before paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from thidua_cli.reading.papers.word_package import W, as_meant
from thidua_cli.reading.papers.word_styles import Styles, integer, value
from thidua_cli.vietnamese.counting import WORDS, roman

LEVELS = 9
# Bullets as the symbol fonts of Word code them.
SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "\uf076": "❖", "\uf02d": "-", "\uf02b": "+",
    "\uf02a": "*", "\uf0e0": "→", "\uf0a8": "○", "\uf06f": "□", "\uf0b0": "°", "\uf0b1": "±", "\uf0a3": "≤",
    "\uf0b3": "≥", "\uf0b4": "×",
}  # fmt: skip
_PLACE = re.compile("%([1-9])")


@dataclass(slots=True)
class Level:
    """How one level is counted and printed."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    legal: bool = False
    style: str = ""


@dataclass
class List:
    """A numbering that paragraphs name: the counting it shares, its levels, and where it starts anew."""

    counting: str
    levels: list[Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of a file as Word does; ask for them in their order."""

    def __init__(self, root: etree._Element | None) -> None:
        self.lists: dict[str, List] = {}
        self.counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        abstracts = {str(each.get(f"{W}abstractNumId")): each for each in root.findall(f"{W}abstractNum")}
        styles = {name: key for key, each in abstracts.items() if (name := value(each, "styleLink"))}
        for number in root.findall(f"{W}num"):
            key = value(number, "abstractNumId") or ""
            link = value(abstracts.get(key), "numStyleLink")
            key = styles.get(link or "", key)
            if key not in abstracts:
                continue
            found = List(key, [Level() for _ in range(LEVELS)])
            for depth, element in _by_depth(abstracts[key], "lvl"):
                found.levels[depth] = _level(element, depth)
            for depth, override in _by_depth(number, "lvlOverride"):
                if (level := override.find(f"{W}lvl")) is not None:
                    found.levels[depth] = _level(level, depth)
                if (start := value(override, "startOverride")) is not None:
                    found.starts[depth] = integer(start, 1)
            self.lists[str(number.get(f"{W}numId"))] = found

    def printed(self, properties: etree._Element | None, style: str, styles: Styles) -> tuple[str, int | None]:
        """Return the automatic number of a paragraph, empty when it has none, and its depth."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        identifier, depth = value(own, "numId"), value(own, "ilvl")
        if identifier is None:
            inherited = (each.find(f"{W}numPr") for each in styles.given("pPr", style))
            given = next((each for each in inherited if each is not None), None)
            identifier, depth = value(given, "numId"), depth or value(given, "ilvl")
            if identifier and depth is None:
                of_style = self.level_of_style(identifier, style)
                depth = None if of_style is None else str(of_style)
        level = integer(depth, 0)
        mark = self.mark(identifier, level) if identifier else ""
        return mark, level if mark else None

    def mark(self, identifier: str, depth: int) -> str:
        """Count a paragraph of the list at a depth from 0 and return what Word prints before it."""
        found = self.lists.get(identifier)
        if not found or not 0 <= depth < LEVELS:
            return ""
        counts = self.counts.setdefault(found.counting, [None] * LEVELS)
        if identifier not in self._begun:
            self._begun.add(identifier)
            for level in found.starts:
                counts[level:] = [None] * (LEVELS - level)
        _count(found, counts, depth)
        return _printed(found, counts, depth)

    def level_of_style(self, identifier: str, style: str) -> int | None:
        """Return the depth that a list gives to paragraphs of a style."""
        found = self.lists.get(identifier)
        levels = found.levels if found else []
        return next((depth for depth, level in enumerate(levels) if style and level.style == style), None)


def _count(found: List, counts: list[int | None], depth: int) -> None:
    starts = [found.starts.get(at, level.start) for at, level in enumerate(found.levels)]
    for above in range(depth):
        if counts[above] is None:
            counts[above] = starts[above]
    now = counts[depth]
    counts[depth] = starts[depth] if now is None else now + 1
    for below in range(depth + 1, LEVELS):
        after = found.levels[below].restarts_after
        if after is None or depth < after:
            counts[below] = None


def _printed(found: List, counts: list[int | None], depth: int) -> str:
    level = found.levels[depth]
    if level.format == "bullet":
        text = "".join(SYMBOLS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign) for sign in level.text)
        return text.strip()

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counts[at]
        form = "decimal" if level.legal else found.levels[at].format
        return "" if count is None else spelt(count, form)

    return _PLACE.sub(number, level.text).strip()


def spelt(number: int, form: str) -> str:
    """Return a number in one of Word's formats; formats of other languages are printed in digits."""
    if form == "none":
        return ""
    text = str(number)
    if form in ("upperRoman", "lowerRoman") and 0 < number < 400:
        text = roman(number)
    elif form in ("upperLetter", "lowerLetter") and 0 < number <= 26 * 30:
        # Behind Z Word doubles the letter: AA, BB.
        text = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form == "vietnameseCounting" and 0 < number < len(WORDS):
        text = WORDS[number]
    elif form == "decimalZero":
        text = f"{number:02d}"
    return text.lower() if form.startswith("lower") else text


def _by_depth(parent: etree._Element, name: str) -> Iterator[tuple[int, etree._Element]]:
    """Yield the children ``name``, each with the depth of which it speaks."""
    for element in parent.findall(f"{W}{name}"):
        depth = integer(element.get(f"{W}ilvl"), -1)
        if 0 <= depth < LEVELS:
            yield depth, element


def _level(element: etree._Element, depth: int) -> Level:
    start, restart = value(element, "start"), value(element, "lvlRestart")
    return Level(
        start=integer(start, 0 if start is None else 1),
        format=value(element, "numFmt") or "decimal",
        text=as_meant(value(element, "lvlText") or ""),
        restarts_after=None if restart is None else min(integer(restart, depth), depth),
        legal=value(element, "isLgl") is not None,
        style=value(element, "pStyle") or "",
    )
