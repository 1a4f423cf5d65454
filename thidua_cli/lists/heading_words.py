"""What a heading may mean, told by its words: the field whose phrases cover most of them, from the first one on.

The phrases of a field are its headings in ``headings.yaml`` and ``spellings.yaml``. A heading is cut into words; each
run of words that is a phrase of a field is covered by that field. What share of the words a field covers is its score;
filling words ("của", "nếu có", a year) do not count unless they belong to a phrase. A heading says first what it is
about: only a field that covers the first word that counts is meant ("Năm đề nghị khen thưởng" is a year). Accents
count, but a word typed without them may still be meant: it scores less than one typed as it should be, so that "Nam"
is no "Năm".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from thidua_cli.lists.column_layout import PASSED
from thidua_cli.vietnamese.counting import ROMAN
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import clean, fold

ENOUGH = 0.6
"""The score from which on a heading is understood by its words alone."""
_WITHOUT_ACCENTS = 0.8
_ON_LINES = 0.7
_WORDS = re.compile(r"[^\W_]+|%")
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|\{.*?\}")
_NUMBERED = re.compile(rf"^\s*(?:[0-9]{{1,2}}|{ROMAN}|[A-Z])\s*[.)]\s*(?=\D)")
_SIGNS = re.compile(r"[,/;&+\n–—-]")
_PARTED = re.compile(r"[,/;&+\n–—-]|\bvà\b|\bhoặc\b")


class Word(NamedTuple):
    """A word of a heading: as it is compared with accents, and without."""

    key: str
    plain: str


class Phrase(NamedTuple):
    """A run of words that says a field."""

    field: str
    words: tuple[Word, ...]


Fields: TypeAlias = tuple[str, ...]


class Rank(NamedTuple):
    """How much of a heading a field covers, and the length of its longest phrase there."""

    score: float
    length: int


class Choice(NamedTuple):
    """What a heading may mean, a field or two in one column, and the length of the phrase that says so."""

    fields: Fields
    length: int


@dataclass(frozen=True)
class Meaning:
    """What a heading may mean by its words, with one score; several where the words do not decide."""

    choices: tuple[Choice, ...]
    score: float

    @property
    def fields(self) -> Fields:
        """What it most likely means."""
        return max(self.choices, key=lambda choice: choice.length).fields


@dataclass
class _Cover:
    """How well a field covers each word of a heading, and the length of its longest phrase in it."""

    shares: list[float]
    longest: int = 0


@dataclass
class _Rules:
    """The words that forbid a field, and those without which it is none."""

    never: dict[str, list[tuple[Word, ...]]] = field(default_factory=dict)
    only: dict[str, list[tuple[Word, ...]]] = field(default_factory=dict)


class Headings:
    """The headings of one kind of list; ``words`` are those of ``words.yaml``, ``rules`` those for its fields."""

    def __init__(
        self, phrases: Mapping[str, Iterable[str]], words: Mapping[str, Any], rules: Mapping[str, Any]
    ) -> None:
        self._short: dict[str, str] = words["short"]
        self._same = [(self.words_of(one), self.words_of(other)) for one, other in words["same"].items()]
        self._filling: dict[str, list[list[Word]]] = {}
        for text in chain(*words["filling"]):
            phrase = self.words_of(text)
            self._filling.setdefault(phrase[0].plain, []).append(phrase)
        self._joined = {tuple(pair): tuple(pair) for pair in words["joined"]}
        self._joined |= {(name, PASSED): (name,) for name in words["beside_passed"]}
        self._rules = _Rules(self._told(rules.get("never", {})), self._told(rules.get("only", {})))
        self._by_first: dict[str, list[Phrase]] = {}
        like: Mapping[str, str] = rules.get("like", {})
        for name, texts in phrases.items():
            for text in [*texts, *(phrases[like[name]] if name in like else ())]:
                said = tuple(self._usual(self.words_of(text)))
                self._by_first.setdefault(said[0].plain, []).append(Phrase(name, said))
        self.meaning = lru_cache(maxsize=4096)(self._meaning)

    def words_of(self, text: str) -> list[Word]:
        """Return the words of a heading, abbreviations written out."""
        spelt = (self._short.get(word.casefold(), word) for word in _WORDS.findall(clean(text)))
        return [Word(name_key(word), fold(word)) for word in " ".join(spelt).split()]

    def _told(self, rules: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[Word, ...]]]:
        return {name: [tuple(self.words_of(text)) for text in texts] for name, texts in rules.items()}

    def _usual(self, words: list[Word]) -> list[Word]:
        """Return the words with the usual ones in place of others that say the same: "thời điểm" is a day."""
        for one, other in self._same:
            begins = any(word.plain == one[0].plain for word in words)
            if begins and (at := _find(words, one)) >= 0:
                words = [*words[:at], *other, *words[at + len(one) :]]
        return words

    def _meaning(self, text: str) -> Meaning | None:
        """Return what a heading may mean by its words; None where no field covers enough of them."""
        ranks: dict[Fields, Rank] = {}
        for variant in _variants(text):
            for fields, rank in self._of_variant(variant).items():
                ranks[fields] = max(rank, ranks.get(fields, rank))
        if not ranks:
            return None
        score = max(ranks.values()).score
        best = [Choice(fields, rank.length) for fields, rank in ranks.items() if rank.score == score]
        return Meaning(tuple(best), score)

    def _of_variant(self, text: str) -> dict[Fields, Rank]:
        found = {(name,): rank for name, rank in self._ranks(text).items()}
        return found | (self._two_in_one(text) or ({} if found else self._two_on_lines(text)))

    def _ranks(self, text: str) -> dict[str, Rank]:
        """Return the fields that cover enough of a heading, its first word too: how much, and how far at once."""
        words = self._usual(self.words_of(text))
        fills = self._fills(words)
        ranks: dict[str, Rank] = {}
        for name, cover in self._covers(words).items():
            counted = [bool(share) or not fill for share, fill in zip(cover.shares, fills, strict=True)]
            begins = cover.shares[counted.index(True)] > 0
            score = round(sum(cover.shares) / sum(counted), 3)
            if begins and score >= ENOUGH:
                ranks[name] = Rank(score, cover.longest)
        return ranks

    def _fills(self, words: list[Word]) -> list[bool]:
        """Tell of each word whether it fills, where it belongs to no phrase."""
        fills = [word.plain.isdecimal() for word in words]
        for at in range(len(words)):
            of_year = words[at].plain == "nam" and at + 1 < len(words) and words[at + 1].plain.isdecimal()
            fills[at] |= of_year
            for phrase in self._filling.get(words[at].plain, ()):
                if _find(words[at : at + len(phrase)], phrase) == 0:
                    fills[at : at + len(phrase)] = [True] * len(phrase)
        return fills

    def _covers(self, words: list[Word]) -> dict[str, _Cover]:
        """Return how well each field covers the words."""
        covers: dict[str, _Cover] = {}
        for at, first in enumerate(words):
            for phrase in self._by_first.get(first.plain, ()):
                shares = _matched(words[at : at + len(phrase.words)], phrase.words)
                if not shares:
                    continue
                cover = covers.setdefault(phrase.field, _Cover([0.0] * len(words)))
                cover.longest = max(cover.longest, len(shares))
                for place, share in enumerate(shares, at):
                    cover.shares[place] = max(cover.shares[place], share)
        return {name: cover for name, cover in covers.items() if self._may_be(name, words)}

    def may_be(self, name: str, text: str) -> bool:
        """Tell whether a heading has no word that forbids a field."""
        return self._may_be(name, self.words_of(text))

    def _may_be(self, name: str, words: list[Word]) -> bool:
        """Tell whether a field goes with the other words: "Hình thức đã được tặng" is no award that is asked for."""
        if any(_find(words, phrase) >= 0 for phrase in self._rules.never.get(name, ())):
            return False
        only = self._rules.only.get(name)
        return only is None or any(_find(words, phrase) >= 0 for phrase in only)

    def _two_in_one(self, text: str) -> dict[Fields, Rank]:
        """Return the fields that a heading joins: "Chức vụ, đơn vị công tác"; the word of "Họ và tên" may part none."""
        return self._joined_at(_PARTED.split(text)) or self._joined_at(_SIGNS.split(text))

    def _joined_at(self, parts: Iterable[str]) -> dict[Fields, Rank]:
        meant: list[str] = []
        ranks: list[Rank] = []
        for part in parts:
            if not self.words_of(part):
                continue
            known = self._ranks(part)
            best = max(known, key=lambda one: known[one], default="")
            if not best:
                return {}
            meant += [] if best in meant else [best]
            ranks.append(known[best])
        fields = self._joined.get(tuple(meant))
        return {fields: Rank(min(ranks).score, 0)} if fields else {}

    def _two_on_lines(self, text: str) -> dict[Fields, Rank]:
        """Return the two fields of which each has a line of a heading: nothing is left over, and no sign parts them."""
        words = text.split()
        for at in range(1, len(words)):
            halves = self._sure(" ".join(words[:at])), self._sure(" ".join(words[at:]))
            if fields := self._joined.get(halves):  # less sure than what the lower row of a group says alone
                return {fields: Rank(_ON_LINES, 0)}
        return {}

    def _sure(self, text: str) -> str:
        """Return the one field whose phrases cover the whole of a text."""
        sure = [name for name, rank in self._ranks(text).items() if rank.score == 1]
        return sure[0] if len(sure) == 1 else ""


def _variants(text: str) -> list[str]:
    """Return a heading without its remarks in brackets and its number, and as it is."""
    short = _NUMBERED.sub("", _BRACKETS.sub(" ", text)).strip(" *:.")
    return [text, short] if short and short != text else [text]


def _matched(words: Sequence[Word], phrase: Sequence[Word]) -> list[float]:
    """Return how well the words are those of a phrase, one by one; nothing where one is another."""
    if len(words) < len(phrase):
        return []
    shares = []
    for typed, known in zip(words, phrase, strict=True):
        if typed.plain != known.plain:
            return []
        shares.append(1.0 if typed.key == known.key else _WITHOUT_ACCENTS)
    return shares


def _find(words: Sequence[Word], phrase: Sequence[Word]) -> int:
    """Return where a phrase begins among the words, its accents as typed or left out; -1 where it does not."""
    for at in range(len(words) - len(phrase) + 1):
        pairs = zip(words[at : at + len(phrase)], phrase, strict=True)
        if all(word.key in (known.key, known.plain) for word, known in pairs):
            return at
    return -1
