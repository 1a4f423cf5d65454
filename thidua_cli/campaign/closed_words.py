"""The words of nominations that come from a list: subjects, groups, occasions, phases."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from thidua_cli.model.base import shown
from thidua_cli.vietnamese.text import fold, listing, nearest

Problem = tuple[str, str]
"""Message and hint."""
_WORD = re.compile(r"[^\W_]+")
_SHOWN = 6
_WITH_REMARK = re.compile(r"\s*([^()]+?)\s*\(([^()?]+)\)\W*")
_NO_MERE_REMARK = re.compile(r"\b(?:khong|chua|hoac|hay|va|bo|rut)\b")


def key(text: str) -> str:
    """Return what is compared of a name: its words, without case, accents and signs."""
    return " ".join(_WORD.findall(fold(text)))


class Words:
    """A list of words with their names: ``collective`` is also ``tập thể``; ``further`` words are their own names.

    ``spellings`` are other ways to write each word; words may be run together (``TAPTHE``) where that means one thing
    only. A list that is not ``closed`` takes any other word as it is.
    """

    def __init__(
        self,
        what: str,
        code: str,
        known: Mapping[str, str],
        further: Iterable[str] = (),
        *,
        spellings: Mapping[str, Sequence[str]] | None = None,
        closed: bool = True,
    ) -> None:
        self.what, self.code, self.closed = what, code, closed
        self.names = {**{word: word for word in further}, **known}
        # A word means itself before it is another's name, a whole name goes before a part of one, and before spellings.
        self._meanings = {key(word): word for word in self.names}
        for word, name in self.names.items():
            self._meanings.setdefault(key(name), word)
        for word, name in known.items():
            for part in (*name.split(", "), *(spellings or {}).get(word, ())):
                self._meanings.setdefault(key(part), word)
        together: dict[str, set[str]] = {}
        for spelt, word in self._meanings.items():
            together.setdefault(spelt.replace(" ", ""), set()).add(word)
        for spelt, words in together.items():
            if len(words) == 1:
                self._meanings.setdefault(spelt, *words)
        self._remarks = spellings is not None
        self.find = cache(self._find)

    def _meaning(self, typed: str) -> str | None:
        words = key(typed)
        return self._meanings.get(words) or self._meanings.get(words.replace(" ", ""))  # "C N"

    def _with_remark(self, typed: str) -> str | None:
        """Return the word before a remark in brackets that says no other one: ``CN (công chức)``."""
        found = _WITH_REMARK.fullmatch(typed) if self._remarks else None
        if found is None or _NO_MERE_REMARK.search(fold(found[2])):
            return None
        meaning = self._meaning(found[1])
        return meaning if self._meaning(found[2]) in (None, meaning) else None

    def _find(self, typed: str) -> tuple[str | None, Problem | None]:
        """Return the word meant, or None and what to say."""
        meaning = self._meaning(typed) or self._with_remark(typed)
        if meaning or not self.closed:
            return meaning or typed, None
        message = f"không biết {self.what} {shown(typed)}"
        near = nearest(typed, self.names.values())
        if near:
            return None, (message, f"có phải “{near}”?")
        names = listing(list(self.names.values())[:_SHOWN], "hoặc")
        return None, (message, f"ghi {names}" if names else f"kế hoạch không khai {self.what} nào: để trống ô này")
