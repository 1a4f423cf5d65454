"""Names of awards as people write them: what stands around the name is left out, what stands behind tells who decides.

Of ``Đề nghị tặng GK GĐ Sở năm 2026`` the head is ``Giấy khen``, the decider ``Giám đốc Sở``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, pairwise
from unicodedata import is_normalized

from thidua_cli.law.data_files import read
from thidua_cli.law.decider_names import Who, can_be, who
from thidua_cli.law.spelt_words import Keys, Word, Words, keys_of, phrase_at, phrases, typed_text, words_of
from thidua_cli.vietnamese.text import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
# Signs that stand in no name of who decides.
_NO_NAME = re.compile(r"[|;:=<>]")
_SHORTEST_YEAR = 4
_OF = frozenset(("cua", "do"))
# Between two awards of one cell; a slash or a bracket may say anything.
_AND = re.compile(r"[\s.•*\-–]*(?:[,;+&\n|]|\bvà\b)[\s,;+&.•*\-–\d)]*", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_][^\W_]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text on an award says: what the ``head`` means, who decides it, whom it is for.

    ``meanings`` are the ids that the head may mean. ``rest`` is what stands behind the head and may be a decider, or
    anything else if `sure` does not hold; ``who`` is that decider. ``of_level`` are the words of the level that stands
    before a decider: ``cơ sở`` of ``Chiến sĩ thi đua cơ sở của Giám đốc Sở``.
    """

    head: Words
    meanings: tuple[str, ...]
    rest: Words = ()
    of: bool = False
    subject: str | None = None
    of_level: Words = ()

    @property
    def level(self) -> str:
        """The level that stands before who decides it; empty where none does."""
        return who(self.of_level).level if self.of_level else ""

    @property
    def who(self) -> Who | None:
        """Who decides it, where the text tells."""
        return who(self.rest) if self.rest else None

    @property
    def sure(self) -> bool:
        """What stands behind the head is who decides it, and nothing else."""
        return not self.rest or self.of or who(self.rest).known


@dataclass
class Spellings:
    """Awards by their names; ``heads`` are how names begin, with the ids of all awards that begin so."""

    heads: dict[Keys, tuple[str, ...]] = field(default_factory=dict)
    first: set[str] = field(default_factory=set)
    longest: int = 0

    def add(self, name: str, ids: Iterable[str]) -> None:
        """Enter a head; ids that it has already stay."""
        self.add_words(words_of(name), ids)

    def add_words(self, words: Words, ids: Iterable[str]) -> None:
        """Enter a head by its words."""
        keys = keys_of(words)
        self.heads[keys] = tuple(dict.fromkeys((*self.heads.get(keys, ()), *ids)))
        self.first.add(keys[0])
        self.longest = max(self.longest, len(keys))

    def head_at(self, words: Words, start: int) -> int:
        """Return the number of words of the longest head at a place; 0 for none."""
        if words[start].key not in self.first:
            return 0
        keys = keys_of(words[start : start + self.longest])
        return next((length for length in range(len(keys), 0, -1) if keys[:length] in self.heads), 0)

    def heads_in(self, words: Words) -> list[tuple[int, int]]:
        """Return the places of all heads, and the number of their words."""
        found, at = [], 0
        while at < len(words):
            if length := self.head_at(words, at):
                found.append((at, length))
            at += max(length, 1)
        return found

    def read(self, text: str) -> Reading | None:
        """Return what a text says that names one award; None when it begins with no head, or names several."""
        whole = _without_years(words_of(text))
        words = _from_head(whole, self)
        if not words:
            return self._given_by(whole)
        length = self.head_at(words, 0)
        head, rest = words[:length], words[length:]
        meanings = self.heads[keys_of(head)]
        for at, again in reversed(self.heads_in(rest)):
            if self.heads[keys_of(rest[at : at + again])] != meanings or _listed(typed_text(text), words, length + at):
                return None
            rest = rest[:at] + rest[at + again :]  # Lao động tiên tiến (LĐTT)
        if rest and _NO_NAME.search(typed_text(text), rest[0].start, rest[-1].end):
            return None
        rest, subject = _without_subject(_without_reason(rest, meanings))
        rest = rest[: len(rest) - _ends(rest, _around().behind)]
        level = rest[: _level(rest)]
        rest = rest[len(level) :]
        of = bool(rest) and rest[0].key in _OF
        return Reading(head, meanings, rest[1:] if of else rest, of and len(rest) > 1, subject, level)

    def _given_by(self, words: Words) -> Reading | None:
        """Return what a text says that names first who gives the award: ``UBND tỉnh tặng Bằng khen``."""
        heads = self.heads_in(words)
        if len(heads) != 1 or sum(heads[0]) != len(words):
            return None
        at = heads[0][0]
        start = _start(words, at)
        giver = bare(words[:start])
        if start == at or not giver or not who(giver).known:
            return None
        return Reading(words[at:], self.heads[keys_of(words[at:])], giver, of=True)


class _Around:
    """What stands around an award: before it, before years, before whom it is for; and the subjects."""

    def __init__(self) -> None:
        data = read("award_words")
        self.before = phrases(chain(*data["before"]))
        self.years = phrases(data["years"])
        self.named = frozenset(data["named"])
        self.behind, self.reasons = phrases(data["behind"]), phrases(data["reasons"])
        self.joining = phrases(data["for"])
        self.subjects = {subject: phrases(names) for subject, names in data["subjects"].items()}


@cache
def _around() -> _Around:
    return _Around()


def _from_head(words: Words, spellings: Spellings) -> Words:
    """Return the words from a head on, where only what says nothing stands before it."""
    before = _around().before
    while words and not spellings.head_at(words, 0):
        length = phrase_at(words, before) or int(_is_mark(words[0]))
        if not length:
            return ()
        words = words[length:]
    return words


@lru_cache(maxsize=8192)
def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text on an award tells, in their order."""
    return tuple(int(found[0]) for found in re.finditer(rf"(?<!\d){_YEAR.pattern}(?!\d)", text))


def bare(words: Words) -> Words:
    """Return the words of a name without what stands before it: ``Danh hiệu Hòa giải viên giỏi``."""
    return words[phrase_at(words, _around().before) :]


def _without_years(words: Words) -> Words:
    """Leave out years, and what announces them: ``năm học 2025-2026``."""
    kept: list[Word] = []
    for word in words:
        if not _YEAR.fullmatch(word.key):
            kept.append(word)
            continue
        if length := _ends(tuple(kept), _around().years):
            del kept[-length:]
    return tuple(kept)


def _without_reason(words: Words, meanings: Iterable[str]) -> Words:
    """Return the words without what the award is for: ``Giấy khen của Giám đốc Sở về thành tích …``."""
    around = _around()
    first = int(around.named.issuperset(meanings))  # Kỷ niệm chương Vì sự nghiệp …
    at = next((at for at in range(first, len(words)) if phrase_at(words, around.reasons, at)), len(words))
    behind = words[at + phrase_at(words, around.reasons, at) :] if at < len(words) else ()
    given = len(behind) == _ends(behind, around.behind)
    return words if given else words[:at]  # "LĐTT (đã có)", "đã có quyết định": he has it, and for nothing told


def _without_subject(words: Words) -> tuple[Words, str | None]:
    """Return the words without whom the award is for, and that subject: ``Giấy khen cho tập thể``."""
    for subject, names in _around().subjects.items():
        if length := _ends(words, names):
            words = words[:-length]
            joining = _ends(words, _around().joining)
            return words[: len(words) - joining], subject
    return words, None


def _level(words: Words) -> int:
    """Return how many words tell a level, and who decides follows: those of ``cấp tỉnh`` in ``cấp tỉnh của …``."""
    end = next((at for at, word in enumerate(words) if word.key in _OF), 0)
    if not end or end + 1 == len(words):
        return 0
    level = who(words[:end])
    bodies = words[0].key == "cap" and can_be(level, who(words[end + 1 :]))
    return end if level.is_level or bodies else 0


def _ends(words: Words, known: Mapping[Keys, Words]) -> int:
    """Return how many of the last words are one of the ``known`` phrases."""
    return next((length for length in range(min(4, len(words)), 0, -1) if keys_of(words[-length:]) in known), 0)


def pieces(text: str, spellings: Spellings, read_one: Callable[[str], Reading | None]) -> list[str]:
    """Return the texts of the several awards that a text lists; the whole text when it names one, or none.

    ``read_one`` tells what a piece says, or that it is no award.
    """
    typed = typed_text(text)
    words = words_of(text)
    heads = spellings.heads_in(words)
    if len(heads) < 2:
        return [text]
    found, begin = [], 0
    for (before, length), (at, _) in pairwise(heads):
        start = _start(words, at, before + length)
        between = _listed(typed, words, start)
        if between is None:
            return [text]
        found.append(typed[begin : between.start()].strip())
        begin = between.end()
    found.append(typed[begin:].strip())
    awards = list(map(read_one, found))
    meanings = {(one.meanings, keys_of(one.rest)) for one in awards if one}
    return found if None not in awards and len(meanings) > 1 else [text]


def _listed(typed: str, words: Words, start: int) -> re.Match[str] | None:
    """Return what parts the word at ``start`` from the one before it, where that is what parts entries of a list."""
    last = start - 2 if words[start - 1].key == "va" else start - 1
    return _AND.fullmatch(typed, words[last].end, words[start].start)


def _start(words: Words, at: int, after: int = 0) -> int:
    """Return where the words begin, ``after`` others, that belong to the head at a place: ``danh hiệu LĐTT``."""
    while length := _ends(words[after:at], _around().before) or int(at > after and _is_mark(words[at - 1])):
        at -= length
    return at


def _is_mark(word: Word) -> bool:
    """Tell whether a word is a number that counts the entries of a list."""
    return word.key.isdecimal() and len(word.key) < _SHORTEST_YEAR


def first_key(text: str) -> str:
    """Return the first word of a text that is no number, without accents; quick, for texts that are no awards."""
    found = _FIRST_WORD.search(text if is_normalized("NFC", text) else typed_text(text))
    return fold(found[0]).replace("\u00f0", "d") if found else ""
