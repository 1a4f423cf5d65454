"""What a heading means, told by its words: the field whose phrases cover most of them.

The phrases of a field are its headings in ``headings.yaml``. A heading is cut into words; each run of words that is a
phrase of a field is covered by that field. What share of the words a field covers is its score; filling words ("của",
"nếu có", a year) do not count unless they belong to a phrase. Accents count, but a word typed without them may still
be meant: it scores less than one that is typed as it should be, so that "Nam" is no "Năm".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from thidua_cli.vietnamese.counting import ROMAN
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import clean, fold

ENOUGH = 0.6
"""The score from which on a heading is understood by its words alone."""
_WITHOUT_ACCENTS = 0.8
_WORDS = re.compile(r"[^\W_]+|%")
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|\{.*?\}")
_NUMBERED = re.compile(rf"^\s*(?:[0-9]{{1,2}}|{ROMAN}|[A-Z])\s*[.)]\s*(?=\D)")
_PARTED = re.compile(r"[,/;&+\n–—-]|\bvà\b|\bhoặc\b")


class Word(NamedTuple):
    """A word of a heading: as it is compared with accents, and without."""

    key: str
    plain: str


class Phrase(NamedTuple):
    """A run of words that says a field."""

    field: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Meaning:
    """What a heading means by its words: the field, or two fields in one column, and how sure that is (up to 1)."""

    fields: tuple[str, ...]
    score: float


class Headings:
    """The headings of one kind of list; ``rules`` are the data of ``words.yaml``."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], rules: Mapping[str, Any]) -> None:
        self._short: dict[str, str] = rules["short"]
        self._filling = frozenset(map(fold, rules["filling"]))
        self._never = {field: self._all_words(words) for field, words in rules["never"].items()}
        self._only = {field: self._all_words(words) for field, words in rules["only"].items()}
        self._joined = {frozenset(pair) for pair in rules["joined"]}
        self._by_first: dict[str, list[Phrase]] = {}
        for field, texts in phrases.items():
            for text in texts:
                words = tuple(self.words_of(text))
                self._by_first.setdefault(words[0].plain, []).append(Phrase(field, words))
        self.scores = lru_cache(maxsize=4096)(self._scores)
        self.meaning = lru_cache(maxsize=4096)(self._meaning)

    def words_of(self, text: str) -> list[Word]:
        """Return the words of a heading, abbreviations written out."""
        spelt = (self._short.get(word.casefold(), word) for word in _WORDS.findall(clean(text)))
        return [Word(name_key(word), fold(word)) for word in " ".join(spelt).split()]

    def _all_words(self, texts: Iterable[str]) -> list[tuple[Word, ...]]:
        return [tuple(self.words_of(text)) for text in texts]

    def _meaning(self, text: str) -> Meaning | None:
        """Return what a heading means by its words; None where no field, or more than one, covers enough of them."""
        best: Meaning | None = None
        for variant in _variants(text):
            found = self._of_variant(variant)
            if found and (best is None or found.score > best.score):
                best = found
        return best

    def _of_variant(self, text: str) -> Meaning | None:
        scores = self._scores(text)
        joined = self._two_in_one(text)
        if joined and joined.score > max(scores.values(), default=0):
            return joined
        ranked = sorted(scores, key=lambda field: -scores[field])
        if not ranked or scores[ranked[0]] < ENOUGH:
            return None
        if len(ranked) > 1 and scores[ranked[1]] == scores[ranked[0]]:
            return None
        return Meaning((ranked[0],), scores[ranked[0]])

    def _scores(self, text: str) -> dict[str, float]:
        """Return the share of the words of a heading that each field covers."""
        words = self.words_of(text)
        return {field: sum(cover) / self._weight(words, cover) for field, cover in self._covers(words).items()}

    def _weight(self, words: list[Word], cover: list[float]) -> int:
        """Return how many words count: all but the filling ones that belong to no phrase."""
        counted = (bool(share) or not self._fills(words, at) for at, share in enumerate(cover))
        return sum(counted) or 1

    def _fills(self, words: list[Word], at: int) -> bool:
        word = words[at].plain
        of_year = word == "nam" and at + 1 < len(words) and words[at + 1].plain.isdecimal()
        return word in self._filling or word.isdecimal() or of_year

    def _covers(self, words: list[Word]) -> dict[str, list[float]]:
        """Return how well each field covers each word."""
        covers: dict[str, list[float]] = {}
        for at, first in enumerate(words):
            for phrase in self._by_first.get(first.plain, ()):
                shares = _matched(words[at : at + len(phrase.words)], phrase.words)
                if shares:
                    cover = covers.setdefault(phrase.field, [0.0] * len(words))
                    for place, share in enumerate(shares, at):
                        cover[place] = max(cover[place], share)
        return {field: cover for field, cover in covers.items() if self._may_be(field, words)}

    def may_be(self, field: str, text: str) -> bool:
        """Tell whether a heading has no word that forbids a field."""
        return self._may_be(field, self.words_of(text))

    def _may_be(self, field: str, words: list[Word]) -> bool:
        """Tell whether a field goes with the other words: "Hình thức đã được tặng" is no award that is asked for."""
        if any(_holds(words, phrase) for phrase in self._never.get(field, ())):
            return False
        only = self._only.get(field)
        return only is None or any(_holds(words, phrase) for phrase in only)

    def _two_in_one(self, text: str) -> Meaning | None:
        """Return the two fields that a heading joins: "Chức vụ, đơn vị công tác"."""
        parts = [part for part in _PARTED.split(text) if self.words_of(part)]
        meant: list[str] = []
        scores: list[float] = []
        for part in parts:
            known = self._scores(part)
            field = max(known, key=lambda one: known[one], default="")
            if not field or known[field] < ENOUGH:
                return None
            meant += [] if field in meant else [field]
            scores.append(known[field])
        if len(meant) == 2 and frozenset(meant) in self._joined:
            return Meaning(tuple(meant), min(scores))
        return None


def _variants(text: str) -> list[str]:
    """Return a heading without its remarks in brackets and its number, and as it is."""
    short = _NUMBERED.sub("", _BRACKETS.sub(" ", text)).strip(" *:.")
    return [short, text] if short and short != text else [text]


def _matched(words: list[Word], phrase: tuple[Word, ...]) -> list[float]:
    """Return how well the words are those of a phrase, one by one; nothing where one is another."""
    if len(words) < len(phrase):
        return []
    shares = []
    for typed, known in zip(words, phrase, strict=True):
        if typed.plain != known.plain:
            return []
        shares.append(1.0 if typed.key == known.key else _WITHOUT_ACCENTS)
    return shares


def _holds(words: list[Word], phrase: tuple[Word, ...]) -> bool:
    starts = range(len(words) - len(phrase) + 1)
    return any(_matched(words[at : at + len(phrase)], phrase) for at in starts)
