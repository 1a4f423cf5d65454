"""A paper as what two copies of it are compared by: paragraphs, and rows of tables, each with the facts in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from thidua_cli.findings.about import Spot
from thidua_cli.papers.unit_homes import Homes, beside
from thidua_cli.reading.papers.paper import Line, Paper
from thidua_cli.vietnamese.address import own_name, sex_of_address
from thidua_cli.vietnamese.numerals import IN_WORDS, number_of_words
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean

# 45/QĐ-CTK, 152/2025/NĐ-CP, 02/12/2025, 1.410.000, 12,5%, 7: what is read as a number, or as the number of a paper.
_SIGN = r"(?:/\d{4})?/(?:[A-ZĐ][\wĐđ-]*|[^\W\d_]+-[\w-]+)(?:/\w+)?"
_NUMBER = re.compile(rf"\d+[a-zđ]?{_SIGN}|\d+(?:[./,]\d+)*%?")
_BETWEEN_CELLS = " | "
# What papers count: a number in words before one of these is a fact as one in figures is; "một" is often no count.
COUNTED = r"tập thể|cá nhân|hộ(?: gia đình)?|người|đơn vị|phiếu|thành viên|đề nghị|mô hình|bản|tháng|ngày"
# What makes another post of a post.
_BEFORE, _BEHIND = "phó|quyền|nguyên|trợ lý", "chính|cao cấp|trung cấp|phụ trách"
_IN_WORDS = re.compile(rf"(?<!\w)(?P<words>(?:(?:{IN_WORDS})\s)+)(?P<noun>{COUNTED})(?!\w)", re.IGNORECASE)
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a row: its text, its place, whether it is a row of a table, or stands beside the body.

    ``cells`` are the texts and places of the paragraphs in a row. ``where`` says where it stands as people see it, who
    count no paragraphs: the heading above, and its own first words; empty where ``text`` says so already.
    """

    text: str
    place: Spot
    row: bool = False
    aside: bool = False
    cells: tuple[tuple[str, Spot], ...] = ()
    where: str = ""

    def parts(self) -> Iterator["Unit"]:
        """Yield the cells of a row, each at its own place; a paragraph is one."""
        if not self.cells:
            yield self
        for text, place in self.cells:
            yield Unit(clean(text), place, where=self.where)

    def beside(self, other: "Unit") -> "Unit":
        """Return this unit at the place of the first cell that differs from that of another row."""
        pairs = zip(self.cells, other.cells, strict=False)
        differing = (place for (text, place), (old, _) in pairs if text != old)
        return replace(self, place=next(differing, self.place))

    def numbers(self) -> Counter[str]:
        """Return the numbers in it, as they are typed, and what is counted in words."""
        counted = ((number_of_words(found["words"]), found["noun"]) for found in _IN_WORDS.finditer(self.text))
        told = (f"{number} {noun.casefold()}" for number, noun in counted if number and number > 1)
        return Counter(self.figures()) + Counter(told)

    def figures(self) -> tuple[str, ...]:
        """Return the numbers in it, as they are typed, in their order."""
        return tuple(_NUMBER.findall(self.text))


def units_of(paper: Paper) -> list[Unit]:
    """Return the units of a paper in reading order; the cells of a row are one."""
    homes = Homes()
    return [_unit(list(lines), homes) for _, lines in groupby(filter(_is_told, paper.lines), key=_row_of)]


def units_beside(lines: Iterable[Line]) -> list[Unit]:
    """Return the units of what stands beside the body; the same header of several sections is one."""
    units: dict[str, Unit] = {}
    for line in lines:
        text = clean(line.text)
        units[text] = Unit(text, line.place, aside=True, where=beside(line))
    return list(units.values())


def _is_told(line: Line) -> bool:
    return bool(clean(line.text))


def _row_of(line: Line) -> tuple[object, ...]:
    return ("row", *line.cell[:2]) if line.cell else ("paragraph", line.place)


def _unit(lines: list[Line], homes: Homes) -> Unit:
    cells = [f"{one.number} {one.text}".strip() for one in lines]
    whole, places = clean(_BETWEEN_CELLS.join(cells)), (one.place for one in lines)
    told = tuple(zip(cells, places, strict=True))
    return Unit(whole, lines[0].place, lines[0].cell is not None, cells=told, where=homes.of(lines))


class Phrases:
    """The names, posts and units of a campaign: what of them stands in a text, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        known = sorted({clean(one) for one in phrases if clean(one)}, key=len, reverse=True)
        choices = "|".join(re.escape(one) for one in known)
        whole = rf"(?<!\w)(?:(?:{_BEFORE})\s)?(?:{choices})(?:\s(?:{_BEHIND}))?(?!\w)"
        self._pattern = re.compile(whole, re.IGNORECASE) if choices else None

    def within(self, text: str) -> Counter[str]:
        """Return the phrases in a text, in small letters: headings are printed in capitals; and the names of others."""
        return Counter(self._known(text)) | Counter(_persons(text))

    def in_order(self, text: str) -> tuple[str, ...]:
        """Return those phrases as they follow each other, and behind them the names of others."""
        known = tuple(self._known(text))
        return (*known, *(one for one in _persons(text) if one not in known))

    def addressed(self, text: str) -> dict[str, tuple[str, str]]:
        """Return of each person that is called Ông or Bà, by his name, the sex and the address with the name."""
        runs, before, found = _runs(text), "", {}
        for capital, words in runs:
            name = own_name(" ".join(words))
            called = " ".join(words) if name != " ".join(words) else f"{before} {name}"
            if capital and is_person(name) and (sex := sex_of_address(called)):
                found[name.casefold()] = (sex, called)
            before = words[-1]
        return found

    def _known(self, text: str) -> Iterator[str]:
        return (found[0].casefold() for found in self._found(text))

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text) if self._pattern else iter(())


def _persons(text: str) -> list[str]:
    """Return what looks like names of persons, in small letters: words with capitals that stand side by side."""
    names = (" ".join(words) for capital, words in _runs(text) if capital)
    return [own_name(name).casefold() for name in names if is_person(name)]


def _runs(text: str) -> list[tuple[bool, list[str]]]:
    """Return the words and signs of a text, those side by side that begin with a capital together, and the others."""
    return [(key, list(words)) for key, words in groupby(_TOKEN.findall(text), key=lambda word: word[0].isupper())]
