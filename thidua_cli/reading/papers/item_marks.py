"""Typed marks of headings and items: what they look like, and what they count."""

import re

from thidua_cli.law.paper_kinds import any_of, names

_SIGNS = "-+*•–▪●○◦‣✓➢"
MARK = re.compile(
    rf"""(?P<roman>[IVX]{{1,6}})\s?[./)-]+\s*(?=["“(]?[^\W\d])
    | (?P<digits>\d{{1,2}}(?:\.\d{{1,2}})*)(?:\s?[.)/-]+\s+|\.(?=[A-ZĐ]))(?=["“(]?[^\W\d])
    | (?P<letter>[a-zđ])\s?(?:\)\s*|[./]\s+)(?=\S)
    | \((?P<round>\d{{1,2}})\)
    | (?P<sign>[{_SIGNS}])(?:\s+|(?=[^\W\d_a-z]))(?=["“(]?[\w*])
    | (?P<word>Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Phụ\slục|PHỤ\sLỤC)\s(?:\d|[IVX]+\b|thứ|THỨ)""",
    re.VERBOSE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
# The kind of a paper, which stands alone over its title.
KIND = re.compile(f"(?:{any_of(name.upper() for name in names())}|PHỤ LỤC(?: [IVX0-9]+)?)")


def begins_item(text: str) -> bool:
    """Tell whether a text begins like a heading or an item: with ``I.``, ``1.``, ``a)``, ``-``."""
    return MARK.match(text) is not None


def counted(text: str) -> tuple[str, int]:
    """Return kind and value of the mark that a text begins with; the value is 0 where there is nothing to count."""
    mark = MARK.match(text)
    if not mark or not mark.lastgroup:
        return "", 0
    kind, sign = mark.lastgroup, mark[mark.lastgroup]
    if kind == "roman":
        return kind, _ROMAN.index(sign) + 1 if sign in _ROMAN else -1
    if kind == "letter":
        return kind, _LETTERS.find(sign) + 1 or -1
    if kind in ("digits", "round"):
        above, _, last = sign.rpartition(".")
        return f"{kind} {above}", int(last)
    return kind, 0
