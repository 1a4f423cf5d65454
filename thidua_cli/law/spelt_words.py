"""Texts on awards as words that can be compared: abbreviations in full, without case and signs."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from thidua_cli.law.data_files import read
from thidua_cli.vietnamese.lookalikes import usual_letters
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import fold, normalise, without_invisible

_WORD = re.compile(r"[^\W_]+")
_DATA = read("award_words")
_LONGEST_PHRASE = 8
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)|(?<!\w)(?:[^\W\d_]\.)+[^\W\d_](?!\w)")


class Word(NamedTuple):
    """A word of a text: ``key`` has no accents, ``tone`` has them (empty where the text was typed without any).

    ``text`` is what is read, in full; ``start`` and ``end`` are the place of what is typed.
    """

    key: str
    tone: str
    text: str
    start: int
    end: int


Words: TypeAlias = tuple[Word, ...]
Keys: TypeAlias = tuple[str, ...]


def _abbreviations() -> dict[str, list[str]]:
    """Return what stands for each abbreviation, under it as typed and, where no word is like it, without accents."""
    found: dict[str, list[str]] = {}
    for short, full in _DATA["abbreviations"].items():
        found[short.casefold()] = full.split()
        if not re.search("[aeiouy]", fold(short)):
            found[fold(short)] = full.split()
    return found


_FULL = _abbreviations()


def typed_text(text: str) -> str:
    """Return a text in the letters that were meant: no look-alike, no ``L.Đ.T.T``. `Word` places stand in it."""
    typed = text if text.isascii() else usual_letters(normalise(without_invisible(text)))
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), typed) if "." in typed else typed


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """Return the words of a text."""
    tokens = list(_WORD.finditer(typed_text(text)))
    bare = all(token[0].isascii() for token in tokens)
    found: list[Word] = []
    for token in tokens:
        for typed, tone, word in _in_full(token[0]):
            of_class = found and found[-1].key == "hang"  # hạng 3, hạng III
            key = _DATA["classes"].get(typed, typed) if of_class else typed
            found.append(Word(key, "" if bare else tone, word, token.start(), token.end()))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _in_full(token: str) -> tuple[tuple[str, str, str], ...]:
    """Return key, tone and text of the words that a word as typed stands for."""
    short = token.casefold()
    words = _FULL.get(short) or _FULL.get(fold(short)) or [token]
    keys = map(fold, words)
    return tuple(
        (_DATA["spellings"].get(key, key), name_key(word), word) for key, word in zip(keys, words, strict=True)
    )


def keys_of(words: Iterable[Word]) -> Keys:
    """Return the keys of words."""
    return tuple(word.key for word in words)


def said(words: Iterable[Word]) -> str:
    """Return words as text, in full."""
    return " ".join(word.text for word in words)


def same_word(one: Word, other: Word) -> bool:
    """Tell whether two words can be one: accents count unless one of the texts was typed without any."""
    return one.key == other.key and (one.tone == other.tone or not one.tone or not other.tone)


def phrases(texts: Iterable[str]) -> dict[Keys, Words]:
    """Return the words of texts by their keys."""
    return {keys_of(words): words for words in map(words_of, texts)}


def phrase_at(words: Words, known: Mapping[Keys, Words], start: int = 0) -> int:
    """Return how many of the words from ``start`` on are the longest of the ``known`` phrases, accents too; or 0."""
    for length in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
        here = words[start : start + length]
        phrase = known.get(keys_of(here))
        if phrase and all(map(same_word, here, phrase)):
            return length
    return 0
