"""Lines beside the lists that may put somebody forward, or withdraw him: in a letter, above a head, below a list."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.foot import Special, is_numbered, is_post, special
from thidua_cli.lists.known import WORDS
from thidua_cli.lists.named_in import may_be_somebody, people_in
from thidua_cli.lists.section_lines import is_title, not_proposed, speaks_of_unit, subject_in, without_mark
from thidua_cli.reading.tables.table import Row
from thidua_cli.vietnamese.person_names import family_first, is_person
from thidua_cli.vietnamese.sameness import own_key
from thidua_cli.vietnamese.text import clean, fold

_BESIDE = WORDS["beside"]


def _any_of(name: str) -> str:
    """Return a pattern for words as they are typed in small letters: with their accents, or without any."""
    words = [word.casefold() for word in chain(*_BESIDE[name])]
    return "|".join(map(re.escape, dict.fromkeys((*words, *map(fold, words)))))


_AWARDS = re.compile(rf"\b(?:{_any_of('awards')})\b")
_GIVES = re.compile(rf"\b(?:{_any_of('gives')})\b")
_ASKS = re.compile(rf"\b(?:{_any_of('asks')})\b")
_ADDS = re.compile(rf"\b(?:{_any_of('adds')})\b")
_SAYS_NOTHING = re.compile(rf"\b(?:{_any_of('says_nothing')})\b")
_BEGINS = re.compile(rf"(?:{_any_of('begins')})\b")
_CONTACT = re.compile(rf"(?:\b(?:{_any_of('contacts')})\b|@|\b0[0-9]{{2,3}}[. ]?[0-9]{{3}}[. ]?[0-9]{{3,4}}\b)")
_ROLES = re.compile(rf"(?:{_any_of('roles')})\b")
_OPENS = re.compile(rf"(?:{_any_of('opens')})\b")
_TO_A_UNIT = re.compile(
    rf"\b(?:cho|đối với|tặng)\s+(?:tập thể\s+)?(?:{'|'.join(chain(*WORDS['units']))})\s+[^\W\d_]*[A-ZĐÀ-Ỹ0-9]",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^(?:\(?\d{1,3}\s?[.)/-]+|[-–—+*•●▪○]|[a-zđ]\))\s*")
_TAKES = re.compile(rf"\b(?:{_any_of('takes')})\b")
_COLLECTIVE = re.compile(r"^tập thể\s+", re.IGNORECASE)
_LONGEST_NAME = 6
_PARTS = re.compile(r"\s*[:;,(\t|]\s*|\s+[-–—]\s+")


def _nobody(_: str) -> bool:
    return False


class Beside(NamedTuple):
    """Texts that stand side by side in a row beside the lists, by their columns."""

    texts: Sequence[tuple[int, str]]
    numbered: bool = False


class Told(NamedTuple):
    """A text that may put somebody forward, and the column in which it stands."""

    column: int
    text: str


def beside(row: Row) -> Beside:
    """Return the texts of a row, line by line of its cells; and whether it begins with a number, as records do."""
    texts = [(at, text) for at, cell in enumerate(row) if isinstance(cell, str) for text in _lines(cell)]
    first = next((at for at, cell in enumerate(row) if cell != ""), None)
    return Beside(list(dict.fromkeys(texts)), is_numbered(row, first))


def _lines(cell: str) -> list[str]:
    return [text for line in cell.split("\n") if (text := clean(line))]


class Beholder:
    """Goes through the rows that stand one below the other; signers and recipients are known by what is above them."""

    def __init__(self, is_listed: Callable[[str], bool]) -> None:
        """Take what tells whether a name stands in a list that was read."""
        self._is_listed = is_listed
        self._signers = 0  # names that may still follow as signatures
        self._quiet: set[int] = set()  # columns in which recipients, or those who took part, are listed

    def proposes(self, row: Beside) -> Told | None:
        """Return the text of a row that may put somebody forward, or withdraw him; None where none does."""
        people = [(at, text) for at, text in row.texts if _is_somebody(text)]
        awarded = any(names_award(text) for _, text in row.texts)
        if (awarded or row.numbered) and any(self._is_new(text) for _, text in people):
            return Told(people[0][0], " ".join(dict.fromkeys(text for _, text in row.texts)))
        return next((Told(column, text) for column, text in row.texts if self._proposes(column, text)), None)

    def _is_new(self, name: str) -> bool:
        return not self._is_listed(own_key(name))

    def _proposes(self, column: int, text: str) -> bool:
        said = text.casefold()
        if _OPENS.match(said):
            self._quiet.add(column)
        elif not (_ITEM.match(text) or is_person(text)):
            self._quiet.discard(column)
        if is_post(text) or special(text) is Special.END:
            self._signers += 1
        return puts_forward(text, self._is_listed) or (column not in self._quiet and self._is_item(text))

    def _is_item(self, text: str) -> bool:
        """Tell whether a line begins with somebody's name, or says no more behind what it calls him."""
        plain = _ITEM.sub("", text, count=1)
        parts = [part for part in _PARTS.split(plain) if part]
        if not parts or special(text) is Special.END or _CONTACT.search(text.casefold()):
            return False
        if _is_somebody(parts[0]) and self._is_new(parts[0]):
            if len(parts) == 1 and plain == text and self._signers:
                self._signers -= 1
                return False
            return len(parts) > 1 or plain != text or len(plain.split()) > 2
        role = parts[0].casefold()
        known = _ROLES.match(role) or is_post(parts[0]) or _BEGINS.match(role)
        called = parts[1:] if ":" in plain and not known else []
        return bool(called) and all(map(_is_somebody, called)) and any(map(self._is_new, called))


def puts_forward(text: str, is_listed: Callable[[str], bool]) -> bool:
    """Tell whether a line says that somebody is put forward whom no list has, or that somebody is withdrawn."""
    people = [*people_in(text), *filter(_is_somebody, _PARTS.split(without_mark(text)[1]))]
    said = text
    for name in people:  # Thêm, Huy and Khen are names too
        said = said.replace(name, " ")
    said = _SAYS_NOTHING.sub(" ", said.casefold())
    awarded, adds = _AWARDS.search(said), _ADDS.search(said)
    if not people and awarded and _begins_with_nominee(text):
        return True
    if not people:
        return bool(_TO_A_UNIT.search(text) and awarded and (adds or not _is_of_list(said)))
    if not_proposed(text) or _TAKES.search(said):
        return True
    if _BEGINS.match(said):
        return False
    new = not all(is_listed(own_key(name)) for name in people)
    if awarded or _GIVES.search(said):
        return new or bool(adds)
    asked = adds or _ASKS.search(said)
    return new and bool(asked) and not (_CONTACT.search(said) or _is_of_list(said))


def _begins_with_nominee(text: str) -> bool:
    """Tell whether an item is a nominee and his award: ``- Phòng Kế toán: Giấy khen``, ``Lê văn Kha - Giấy khen``.

    A unit behind the mark of a section stands over its nominees.
    """
    first, *rest = [part for part in _PARTS.split(_ITEM.sub("", text)) if part]
    if not any(map(names_award, rest)) or is_title(first):
        return False
    unit = _COLLECTIVE.sub("", first)
    if speaks_of_unit(unit) and len(unit.split()) > 1:
        return not without_mark(text)[0]
    return family_first(first) and first[0].isupper() and 1 < len(first.split()) <= _LONGEST_NAME


def _is_somebody(part: str) -> bool:
    said = part.casefold()
    if is_title(part) or subject_in(part):
        return False
    return is_person(part) and may_be_somebody(part) and not (_AWARDS.search(said) or _GIVES.search(said))


def _is_of_list(said: str) -> bool:
    """Tell whether a line speaks of the list itself, or of what is to be done with it."""
    return re.search(rf"\b(?:{_any_of('of_list')})\b", said) is not None


def told_in(rows: Iterable[Beside], is_listed: Callable[[str], bool] = _nobody) -> dict[int, Told]:
    """Return what is to be told of rows that stand one below the other, by their places among them."""
    beholder = Beholder(is_listed)
    found = ((place, beholder.proposes(row)) for place, row in enumerate(rows))
    return {place: told for place, told in found if told is not None}
