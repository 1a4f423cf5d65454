"""The marks that begin headings and items, in every manner met in real papers, and which of them may follow which."""

import re
from dataclasses import dataclass

from thidua_cli.reading.papers.paper import Run

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# How each manner is printed by thidua: the closest mark of the plan file; a manner without one stays in the heading.
_PATTERNS = {
    "roman": {"-": "I-", "–": "I-"},
    "arabic": {"-": "1-", ")": "1)", "/-": "1-"},
    "paren": {},
    "multi": {"-": "1.1-"},
    "letter": {".": "a."},
    "bullet": {"+": "+", "*": "*"},
}
_USUAL = {"roman": "I.", "arabic": "1.", "paren": "(1)", "multi": "1.1.", "letter": "a)", "bullet": "-"}
_FORMS = (
    ("word", re.compile(r"(?P<n>(?:phần|chương|điều)\s+(?:thứ\s+\w+|[IVX]+|\d{1,2}))(?P<end>[.:]?)(?:\s+|$)", re.I)),
    ("roman", re.compile(r"(?P<n>[IVX]{1,6})\s?(?P<end>\./?|/\.?|-|–|\))\s*(?=[^\W\d_])")),
    ("roman", re.compile(r"(?P<n>[IVX]{1,6})(?P<end>)\s+(?=[^\W\d_])")),
    ("multi", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?P<end>[.)-]|)\s+(?=\S)")),
    ("multi", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?P<end>[.)-])(?=[^\W\d_])")),
    ("arabic", re.compile(r"(?P<n>\d{1,2})\s?(?P<end>\.|/-|/\.?|-|\))\s*(?=[^\W\d_]|[“\"*(])")),
    ("arabic", re.compile(r"(?P<n>\d{1,2})(?P<end>\.|\))\s+(?=\d)")),
    ("arabic", re.compile(r"(?P<n>\d{1,2})(?P<end>)\s+(?=[^\W\d_])")),
    ("paren", re.compile(r"\((?P<n>\d{1,2})\)(?P<end>-?)\s*(?=\S)")),
    ("letter", re.compile(r"(?P<n>[a-zđ])\s?(?P<end>[).])\s*(?=\S)")),
    ("letter", re.compile(r"(?P<n>[a-zđ])(?P<end>[/-])\s+(?=\S)")),
    ("upper", re.compile(r"(?P<n>[A-ZĐ])(?P<end>[./)])\s*(?=[^\W\d_])")),
    ("bullet", re.compile(r"(?P<n>)(?P<end>[-–—+•▪*])\s*(?=[^\s\d*_.-])")),
    ("bullet", re.compile(r"(?P<n>)(?P<end>[-–—+•▪*])\s+(?=\S)")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as typed: its family (roman, arabic, ...), its sign, the number it tells and its length in the text."""

    family: str
    sign: str
    path: tuple[int, ...]
    text: str
    length: int

    @property
    def value(self) -> int:
        """The position it tells; bullets tell none and give 0."""
        return self.path[-1] if self.path else 0

    @property
    def style(self) -> str:
        """The family and sign: two marks of one list have the same."""
        return f"{self.family}{self.sign}{len(self.path) if self.family == 'multi' else ''}"

    @property
    def counted(self) -> bool:
        """Whether it has a number."""
        return bool(self.path)

    @property
    def pattern(self) -> str:
        """The numbering mark of the plan file that prints it, ``none`` where the mark stays in the text."""
        return _PATTERNS.get(self.family, {}).get(self.sign) or _USUAL.get(self.family, "none")

    def follows(self, last: "Mark") -> bool:
        """Tell whether this is the next mark of the list that ``last`` belongs to."""
        if self.family != last.family or self.path[:-1] != last.path[:-1]:
            return False
        if self.family == "letter":
            return self.text[0] in _next_letters(last.text[0])
        return self.value == last.value + 1 if self.counted else self.sign == last.sign


def marks_of(text: str) -> list[Mark]:
    """Return every way to read the beginning of ``text`` as a mark; most texts have none."""
    found: list[Mark] = []
    for family, form in _FORMS:
        if (match := form.match(text)) and (path := _path(family, match["n"])) is not None:
            mark = Mark(family, match["end"], path, match[0].strip(), match.end())
            if all(mark.family != other.family for other in found):
                found.append(mark)
    return found


def _path(family: str, number: str) -> tuple[int, ...] | None:
    if family == "bullet":
        return ()
    if family == "roman":
        return _known(_roman(number))
    if family == "letter":
        return _known(_LETTERS.find(number) + 1 or _LATIN.find(number) + 1)
    if family == "upper":
        return _known(_LATIN.find(number.lower()) + 1)
    if family == "word":
        return _known(_ordinal(number.split()[-1]))
    return tuple(int(part) for part in number.split("."))


def _known(value: int) -> tuple[int, ...] | None:
    return (value,) if value else None


def _ordinal(word: str) -> int:
    return int(word) if word.isdecimal() else _roman(word.upper()) or _ORDINALS.get(word.lower(), 0)


def _roman(text: str) -> int:
    """Return the number, 0 for letters that no Roman would write."""
    if not re.fullmatch("C?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", text):
        return 0
    values = [_ROMAN[sign] for sign in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _next_letters(letter: str) -> set[str]:
    """Return what may follow: papers count a, b, c, d, đ, e, g or in the Latin order."""
    following = {order[order.find(letter) + 1 :][:1] for order in (_LETTERS, _LATIN) if letter in order}
    return following | ({"e"} if letter == "d" else set())


def without(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Return the runs without their first ``length`` characters and the white space that follows."""
    kept: list[Run] = []
    for run in runs:
        text = run.text[length:]
        length = max(0, length - len(run.text))
        text = text if kept else text.lstrip()
        if text:
            kept.append(Run(text, run.bold, run.italic))
    return tuple(kept)


def until(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Return the first ``length`` characters of the runs."""
    kept: list[Run] = []
    for run in runs:
        if text := run.text[:length]:
            kept.append(Run(text, run.bold, run.italic))
        length = max(0, length - len(run.text))
    return tuple(kept)
