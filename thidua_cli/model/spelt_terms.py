"""The closed words of nominations as people write them: read by their meaning, whatever stands around it."""

import re
from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from thidua_cli.vietnamese.text import clean, fold

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WITH_REMARK = re.compile(r"\s*([^()]+?)\s*\(([^()]+)\)\W*")
_DECISION = re.compile(r"\s*(?:theo\s+)?(?:qđ|quyết định|số)\b.*[0-9]", re.IGNORECASE)
_IN_BRACKETS = re.compile(r".+\(([^()]+)\)\W*")
# Points behind a rating: "(90 điểm)", "- 85đ", "95/100".
_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_POINTS = re.compile(
    rf"[\s,:;–-]*(?:\(\s*{_NUMBER}\s*(?:/\s*100|%)?\s*(?:điểm|đ)?\s*\)|{_NUMBER}\s*(?:/\s*100|%|điểm|đ)(?:\s*điểm)?)\W*$",
    re.IGNORECASE,
)
_NONE = "none"


class SpeltWords:
    """One list of ``terms.yaml``: each word with the ways to say it, the first of which is its meaning."""

    def __init__(self, terms: Mapping[str, Any], name: str) -> None:
        self._terms, self._name = terms, name
        self.spellings: Mapping[str, Sequence[str]] = terms[name]

    @property
    def meanings(self) -> dict[str, str]:
        """What each word means, in Vietnamese."""
        return {word: known[0] for word, known in self.spellings.items()}

    def read(self, text: str) -> str | None:
        """Return the word that a text means; None when it says anything else, or more.

        What stands in brackets behind it may say it again, or name the decision.
        """
        if self._name in self._terms["points"]:
            text = _POINTS.sub("", text)
        meant = self._read(text)
        found = _WITH_REMARK.fullmatch(text) if meant is None else None
        if found and (self._read(found[2]) == self._read(found[1]) or _DECISION.match(found[2])):
            return self._read(found[1])
        return meant

    def _read(self, text: str) -> str | None:
        words = self._words(text)
        if not words:
            return next((word for word, known in self.spellings.items() if "" in known), None)
        kept = [word for word in words if not _YEAR.fullmatch(word)]
        found = self._of(kept)
        # A year tells nothing of a rating; a reprimand of ten years ago is none of this year.
        timeless = len(kept) == len(words) or self._name in self._terms["years"] or found == _NONE
        return found if timeless else None

    def in_brackets(self, text: str) -> str | None:
        """Return the word that the last brackets of a text mean: ``Cải tiến sổ theo dõi (cấp cơ sở)``."""
        found = _IN_BRACKETS.fullmatch(text)
        word = self.read(found[1]) if found else None
        return word if word != _NONE else None

    def _of(self, words: Sequence[str]) -> str | None:
        for left_out in self._left_out:
            if (meant := self._known.get(_without(words, left_out))) is not None:
                return meant
        return None

    @cached_property
    def _known(self) -> dict[tuple[str, ...], str]:
        english = {tuple(_WORD.findall(word)): word for word in self.spellings}
        said = {tuple(self._words(text)): word for word, known in self.spellings.items() for text in known if text}
        return english | said

    @cached_property
    def _left_out(self) -> tuple[set[tuple[str, ...]], ...]:
        """What is left out, little by little: nothing, what says nothing at all, what says something by itself."""
        around = {tuple(self._words(phrase)) for phrase in chain(*self._terms["around"].get(self._name, ()))}
        return set(), around - set(self._known), around

    @cached_property
    def _short(self) -> dict[str, list[str]]:
        return {short.casefold(): fold(full).split() for short, full in self._terms["short"].items()}

    def _words(self, text: str) -> list[str]:
        """Return the words of a text, abbreviations in full; a text of signs only is one word."""
        folded = fold(clean(text))
        words = _WORD.findall(folded) or folded.rstrip(" .;:").split()
        return list(chain(*(self._short.get(word, [word]) for word in words)))


def _without(words: Sequence[str], phrases: Container[tuple[str, ...]]) -> tuple[str, ...]:
    """Return words without the phrases, the longest first."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        length = next((n for n in (4, 3, 2, 1) if tuple(words[at : at + n]) in phrases), 0)
        kept += words[at : at + 1] if not length else ()
        at += length or 1
    return tuple(kept)
