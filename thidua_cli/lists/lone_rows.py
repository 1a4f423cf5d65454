"""Rows with nothing but the name of a unit: a nominee, a line over those below, or nobody knows which."""

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import chain

from thidua_cli.lists.foot import is_numbered, is_post, special
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.lists.section_lines import Said, mark_alone, meaning, without_mark
from thidua_cli.reading.tables.table import Row, Sheet
from thidua_cli.vietnamese.counting import roman_value
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold

_KINDS = "|".join(sorted({form for word in chain(*WORDS["kind_words"]) for form in (word, fold(word))}))
_BESIDE_KINDS = "|".join(sorted({form for word in chain(*WORDS["beside_kinds"]) for form in (word, fold(word))}))
_KIND = re.compile(
    rf"\W*(?:[a-zđ\d]{{1,2}}(?:\.\d+)*\s*[.)/-]\s*|[ivx]+\s*[.)/-]\s*)?"
    rf"(?:(?:{_BESIDE_KINDS})\b\W*)*(?:(?:{_KINDS})\b[\W\d]*)(?:(?:{_KINDS}|{_BESIDE_KINDS})\b[\W\d]*)*",
    re.IGNORECASE,
)
_OTHERS = re.compile(rf"\b(?:{any_of(WORDS['kinds_of_none'])})\b")
_WORDS = re.compile(r"[\W\d_]+")
_OF_COLLECTIVES = ("collective", "enterprise")


class Lone(Enum):
    """What a row with nothing but the name of a unit is."""

    NOMINEE = auto()
    LINE = auto()
    EITHER = auto()


@lru_cache(maxsize=1 << 12)
def is_kind(text: str) -> bool:
    """Tell whether a text only names a kind of nominees: ``Tập thể``, ``2. Cán bộ quản lý:``, ``Giáo viên (05)``."""
    return _KIND.fullmatch(text) is not None


def names_collective(text: str) -> bool:
    """Tell whether words for kinds may be a collective by themselves: ``Tập thể cán bộ, giáo viên``."""
    words = _WORDS.sub(" ", fold(text)).split()
    return words[:2] == ["tap", "the"] and len(words) > 2 and "ca nhan" not in " ".join(words)


def kind_said(text: str) -> dict[str, str]:
    """Return what a line says that names kinds of people alone: all of them are persons, whatever they do."""
    return {} if _OTHERS.search(fold(text)) else {"subject": "individual"}


class LoneRows:
    """Tells what the lone units of a list are, by what is said above them and stands below."""

    def __init__(self, sheet: Sheet, known: Known, said: Said, name: int, number: int | None) -> None:
        self.sheet, self.known, self.said, self.name, self.number = sheet, known, said, name, number

    def of(self, index: int, text: str, mark: str) -> Lone:
        """Return what a row is that holds a text, and perhaps the mark of a section, alone."""
        told = self.said.all.get("subject")
        subject = told.text if told else ""
        if not self._is_unit(text) or (subject and subject not in _OF_COLLECTIVES):
            return Lone.LINE
        below = self._next(index)
        over = self._stands_over(text, mark, below)
        if over is Lone.NOMINEE and not subject:
            return Lone.EITHER
        return Lone.LINE if over is Lone.EITHER and not subject else over

    def _is_unit(self, text: str) -> bool:
        if is_kind(text):
            return False
        said = meaning(text, self.known)
        return set(said) == {"unit"} or (not said and self.known.kind_of(text) == "collective")

    def _stands_over(self, text: str, mark: str, below: Row | None) -> Lone:
        """Return what a unit is by the row below it, where the list may be one of collectives."""
        name = self._text(below, self.name) if below else ""
        after = self._text(below, self.number) if below else ""
        own = without_mark(name)[0] or mark_alone(after)
        if not below or not name or special(name) or is_post(name) or is_kind(name):
            return Lone.NOMINEE
        if _level(own) and _level(own) <= (_level(mark) or _level(own)):
            return Lone.NOMINEE
        if is_person(name):
            return Lone.EITHER
        if mark:
            return Lone.LINE
        alike = text.split()[0].casefold() == name.split()[0].casefold()
        if sum(cell != "" for cell in below) == 1 or (alike and not is_numbered(below, self.number)):
            return Lone.NOMINEE
        return Lone.LINE if not alike and is_numbered(below, self.number) else Lone.EITHER

    def _next(self, index: int) -> Row | None:
        """Return the row below that is not blank."""
        rows = self.sheet.rows
        return next((row for row in rows[index + 1 :] if any(cell != "" for cell in row)), None)

    def _text(self, row: Row, at: int | None) -> str:
        cell = row[at] if at is not None and at < len(row) else ""
        return clean(cell) if isinstance(cell, str) else str(cell).removesuffix(".0")


def _level(mark: str) -> int:
    """Return how far in sections of a mark stand, 0 where it marks none: letters over Roman numbers."""
    if not mark or mark[0].isdecimal() or mark.islower():
        return 0
    return 2 if roman_value(mark) else 1
