"""The marks that begin headings and items (``I.``, ``1.2``, ``a)``, ``-``), in every manner met in real papers."""

import re
from dataclasses import dataclass

from thidua_cli.vietnamese.counting import LATIN, ROMAN, next_points, ordinal_value, point_value, roman_value

# What surely begins an item, also where lines are not joined yet: a wrapped line may begin with a number or a letter.
SURE = re.compile(
    rf"""(?P<roman>{ROMAN})\s?[./)-]+\s*(?=["“(]?[^\W\d])
    | (?P<digits>\d{{1,2}}(?:\.\d{{1,2}})*)(?:\s?[.)/-]+\s+|\.(?=[A-ZĐ]))(?=["“(]?[^\W\d])
    | (?P<letter>[a-zđ])\s?(?:\)\s*|[./]\s+)(?=\S)
    | \((?P<round>\d{{1,2}})\)
    | (?P<sign>[-+*•–▪●○◦‣✓➢])(?:\s+|(?=[^\W\d_a-z]))(?=["“(]?[\w*])
    | (?P<word>Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Phụ\slục|PHỤ\sLỤC)\s(?:\d|{ROMAN}\b|thứ|THỨ)""",
    re.VERBOSE,
)
# A mark with nothing behind it.
ALONE = rf"(?:[-+*•–]|(?:{ROMAN}|\d[\d.]*|[a-zđ])[.)/-]+)"
# How each manner is printed: the usual mark, or one that is closer to it; one without any stays in the text.
_PATTERNS = {
    "roman": ("I.", {"-": "I-", "–": "I-"}),
    "arabic": ("1.", {"-": "1-", ")": "1)", "/-": "1-"}),
    "paren": ("(1)", {}),
    "multi": ("1.1.", {"-": "1.1-"}),
    "letter": ("a)", {".": "a."}),
    "bullet": ("-", {"+": "+", "*": "*"}),
}
# Every way to read the beginning of a paragraph, by family; which one is meant is told by those before it.
_FORMS = (
    ("word", re.compile(rf"(?i:(?P<n>(?:phần|chương|điều)\s+(?:thứ\s+\w+|{ROMAN}|\d{{1,2}}))(?P<end>[.:]?)(?:\s+|$))")),
    ("roman", re.compile(rf"(?P<n>{ROMAN})\s?(?P<end>\./?|/\.?|-|–|\))\s*(?=[^\W\d_])")),
    ("roman", re.compile(rf"(?P<n>{ROMAN})(?P<end>)\s+(?=[^\W\d_])")),
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
class ItemMark:
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
        """The usual mark that is closest to it (``I.``, ``1-``, ``a)``), ``none`` where it stays in the text."""
        usual, closer = _PATTERNS.get(self.family, ("none", {}))
        return closer.get(self.sign, usual)

    def follows(self, last: "ItemMark") -> bool:
        """Tell whether this is the next mark of the list that ``last`` belongs to."""
        if self.family != last.family or self.path[:-1] != last.path[:-1]:
            return False
        if self.family == "letter":
            return self.text[0] in next_points(last.text[0])
        return self.value == last.value + 1 if self.counted else self.sign == last.sign


def marks_of(text: str) -> list[ItemMark]:
    """Return every way to read the beginning of ``text`` as a mark; most texts have none."""
    found: dict[str, ItemMark] = {}
    for family, form in _FORMS:
        match = form.match(text)
        if match and family not in found and (path := _path(family, match["n"])) is not None:
            found[family] = ItemMark(family, match["end"], path, match[0].strip(), match.end())
    return list(found.values())


def _path(family: str, number: str) -> tuple[int, ...] | None:
    if family == "bullet":
        return ()
    if family in ("arabic", "paren", "multi"):
        return tuple(int(part) for part in number.split("."))
    if family == "word":
        value = ordinal_value(number.split()[-1])
    elif family == "roman":
        value = roman_value(number)
    else:
        value = point_value(number) or LATIN.find(number.lower()) + 1
    return (value,) if value else None


def begins_item(text: str) -> bool:
    """Tell whether a text surely begins like a heading or an item."""
    return SURE.match(text) is not None


def counted(text: str) -> tuple[str, int]:
    """Return kind and value of the sure mark that a text begins with; 0 where there is nothing to count, -1 unknown."""
    mark = SURE.match(text)
    if not mark or not mark.lastgroup:
        return "", 0
    kind, sign = mark.lastgroup, mark[mark.lastgroup]
    if kind == "roman":
        return kind, roman_value(sign) or -1
    if kind == "letter":
        return kind, point_value(sign) or -1
    if kind in ("digits", "round"):
        above, _, last = sign.rpartition(".")
        return f"{kind} {above}", int(last)
    return kind, 0
