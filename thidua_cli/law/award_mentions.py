"""The awards that a sentence speaks of: whether it is about one of them, or about several."""

from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeAlias

from thidua_cli.law.award_catalogue import spellings
from thidua_cli.law.data_files import read
from thidua_cli.law.decider_names import who
from thidua_cli.law.spelt_words import Keys, Words, keys_of, phrase_at, phrases, same_word, typed_text, words_of

Span: TypeAlias = tuple[int, int]
"""Where words begin, and where those behind them do."""

_HELD = words_of("đã")[0]
_BEFORE_HELD = 4  # words: "đã đạt danh hiệu"
_LONGEST_LEVEL = 3  # words: "cấp cơ sở"
_PARTING = frozenset(",;/+&")


@lru_cache(maxsize=1 << 12)
def names_several(text: str) -> bool:
    """Tell whether a text speaks of several awards: ``LĐTT, CSTĐCS``, ``danh hiệu thi đua và tặng Giấy khen``.

    What somebody holds already (``cho cá nhân đã đạt danh hiệu CSTĐCS``) is none of them.
    """
    words = words_of(text)
    heads = ((at, at + length) for at, length in spellings().heads_in(words))
    named = [span for span in heads if not _is_held(words, span[0])]
    kinds = {spellings().heads[keys_of(words[start:end])] for start, end in named}
    levels = {_level(words, end) for _, end in named} - {""}
    if len(kinds) > 1 or len(levels) > 1:
        return True
    spans = sorted((*named, *_unnamed(words)))
    return bool(named) and any(_parted(text, words, one[1], other[0]) for one, other in pairwise(spans))


def _is_held(words: Words, at: int) -> bool:
    return any(same_word(word, _HELD) for word in words[max(at - _BEFORE_HELD, 0) : at])


def _level(words: Words, start: int) -> str:
    """Return the level that stands behind an award, if any."""
    for length in range(min(_LONGEST_LEVEL, len(words) - start), 0, -1):
        meant = who(words[start : start + length])
        if meant.level and (meant.is_level or words[start].key == "cap"):
            return meant.level
    return ""


def _unnamed(words: Words) -> list[Span]:
    """Return where awards are spoken of without a name: ``danh hiệu thi đua``, but not before one."""
    ends = ((at, at + phrase_at(words, _general(), at)) for at in range(len(words)))
    return [(at, end) for at, end in ends if end > at and (end == len(words) or not spellings().head_at(words, end))]


@cache
def _general() -> dict[Keys, Words]:
    return phrases(read("award_words")["general"])


def _parted(text: str, words: Words, start: int, end: int) -> bool:
    """Tell whether ``và``, or a sign that parts entries, stands between two words."""
    if any(word.key == "va" for word in words[start:end]):
        return True
    return not _PARTING.isdisjoint(typed_text(text)[words[start - 1].end : words[end].start])
