"""Texts of papers cut short for a message: their beginning, or what differs between two of them."""

from collections.abc import Sequence
from itertools import takewhile

_LONGEST = 160  # letters that a message shows of a text
_AROUND = 4  # words that are shown on both sides of what differs
_GAP = "…"


def cut(text: str, longest: int = _LONGEST) -> str:
    """Return a text that is too long up to the end of a word: ``Để chỉ đạo…``."""
    if len(text) <= longest:
        return text
    head, space, _ = text[: longest + 1].rpartition(" ")
    return f"{head if space else text[:longest]}{_GAP}"


def differing(ours: str, theirs: str) -> tuple[str, str]:
    """Return of two texts what differs, with a few words around it; short texts are shown whole."""
    if ours == theirs or max(len(ours), len(theirs)) <= _LONGEST // 2:
        return cut(ours), cut(theirs)
    mine, others = ours.split(), theirs.split()
    before = shared(mine, others)
    behind = shared(mine[before:][::-1], others[before:][::-1])
    return _stretch(mine, before, behind), _stretch(others, before, behind)


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many letters, or words, two of them begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _stretch(words: list[str], before: int, behind: int) -> str:
    first, last = max(before - _AROUND, 0), len(words) - max(behind - _AROUND, 0)
    head, tail = _GAP * (first > 0), _GAP * (last < len(words))
    return cut(f"{head}{' '.join(words[first:last])}{tail}")
