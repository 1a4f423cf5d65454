"""What stands around a name: ``2. Đ/c Thiếu tá Lê Văn Kha (Bí thư)`` is Lê Văn Kha. The words are in address.yaml.

A name keeps two words: Bà Rịa and Cô Tô are names of their own. What is written behind a name and is no post (``(A)``,
``(tức Sáu)``, ``(1985)``) may tell namesakes apart, and stays.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from thidua_cli.vietnamese.syllables import sounding
from thidua_cli.vietnamese.text import clean, strip_accents

Form: TypeAlias = tuple[str, ...]
"""The syllables of a form of address, a rank, a post."""

_BIT = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\(?\d{1,4}\s?[.)/:-]+\s*(?=[^\W\d])")
# A part behind a name: what is within brackets, or what follows a comma or a dash.
_BEHIND = re.compile(
    r"\s?(?:[(\[](?P<within>[^()\[\]]*)[)\]]?|(?:[,;]|(?<=\s)[-–—]|[-–—](?=\s))\s?(?P<after>[^(\[]*))",
)
# "B." is Bà, or a mark before an item: only with its stop, and before a name.
_B = re.compile(r"[Bb]\.\s?(?=[^\W\d_]{2})")
_CAPITALS = re.compile(r"[A-ZĐƯ][a-z]*|\d+")
_BEFORE = ("male", "female", "either", "households", "ranks", "titles", "posts")
_BEFORE_BARE = (*_BEFORE, "male_bare", "female_bare", "either_bare")
_ALONE = ("male_alone", "female_alone")
_BODIES, _WHOLE = ("bodies",), ("whole",)
_AFTER = ("ranks", "titles", "posts", "posts_behind", "female_behind")
_SEXES = {
    kind: kind.partition("_")[0] for kind in ("male", "male_bare", "female", "female_bare", "female_behind", *_ALONE)
}
_LONGEST = 300  # letters: a longer text is no name with an address


@dataclass(frozen=True, slots=True)
class Called:
    """A name in parts.

    ``own`` is the name alone, ``apart`` what is written behind it and is no post, ``written`` both as typed. ``sex``
    is ``male`` or ``female`` where the address tells it; ``household`` tells whether a household is called by him.
    """

    own: str
    apart: str = ""
    written: str = ""
    sex: str | None = None
    household: bool = False


def own_name(name: str) -> str:
    """Return a name as a paper prints it: without what addresses and describes the person; households as typed."""
    return " ".join(name.split()) if is_plain(name) or called(name).household else called(name).written


def sex_of_address(name: str) -> str | None:
    """Return ``male`` of Ông, ``female`` of Bà; None where the address tells none, or both, or is of a household."""
    return None if is_plain(name) else called(name).sex


def is_household(name: str) -> bool:
    """Tell whether a household is called by a person's name: ``Hộ ông Lê Văn Kha``."""
    return not is_plain(name) and called(name).household


def is_plain(name: str) -> bool:
    """Tell whether a name surely has nothing around it: the usual case in a long list."""
    return name.replace(" ", "").isalpha() and not _may_begin_address(name.lstrip().partition(" ")[0])


@lru_cache(maxsize=1 << 14)
def _may_begin_address(word: str) -> bool:
    return sounding(word).partition(" ")[0] in _words()["before_bare"].longest


@lru_cache(maxsize=1 << 17)  # a long list is gone through more than once
def called(name: str) -> Called:
    """Return the parts of a name."""
    first, _, rest = name.partition(" ")
    kind, words = _one_address(first), rest.split()
    if kind and len(words) > 1 and is_plain(rest) and not _may_go_on(words[0]):
        # A word of address before a name: the usual case where there is one.
        return Called(rest, "", " ".join(words), _SEXES.get(kind), kind == "households")
    text = clean(name)
    if len(text) > _LONGEST:
        return Called(text, written=text)
    own, apart, kinds = _parts(text)
    while (written := (own + apart).strip()) != text and not is_plain(written):
        text = written  # what stood before a number, or in brackets, may have hidden more
        own, apart, more = _parts(text)
        kinds += more
    household, sexes = "households" in kinds, {_SEXES[kind] for kind in kinds if kind in _SEXES}
    return Called(own, apart, written, sexes.pop() if len(sexes) == 1 and not household else None, household)


@lru_cache(maxsize=1 << 14)
def _one_address(word: str) -> str:
    """Return the kind of a word that is a form of address and nothing else."""
    syllables = _syllables(word)
    form, kind = _words()["before"].begin(syllables)
    return kind if form == syllables else ""


@lru_cache(maxsize=1 << 14)
def _may_go_on(word: str) -> bool:
    """Tell whether a word behind a form of address may make a longer one of it, or begin the name of a body."""
    syllable = sounding(word).partition(" ")[0]
    return any(syllable in words.behind_first for words in _words().values()) or syllable in _words()["bodies"].longest


def _parts(text: str) -> tuple[str, str, list[str]]:
    """Return a name, what is written behind it and is no post, and the kinds of all that was taken away."""
    before, rest = _without_address(text)
    behind = _behind(rest)
    if not behind or not _is_name(rest):
        return rest, "", before
    kinds: list[str] = []

    def kept(part: re.Match[str]) -> str:
        told = _syllables(part["within"] or part["after"] or "")
        post, kind = _words()["after"].begin(told)
        if kind in _ALONE and post != told:
            return part[0]  # "(bà Sáu)" tells who it is
        kinds.append(kind)
        return part[0] if told and not post else ""

    apart = _BEHIND.sub(kept, rest[behind.start() :])
    return rest[: behind.start()], apart, before + kinds


def _without_address(text: str) -> tuple[list[str], str]:
    """Return the kinds of the words before a name, and the name with what stands behind it."""
    if short := _B.match(text):
        kinds, rest = _without_address(text[short.end() :])
        return (["either", *kinds], rest) if _is_name(rest) else ([], text)
    number = _NUMBER.match(text) if text[:1] in "(0123456789" else None
    start = number.end() if number else 0
    if not number and not _may_begin_address(text.partition(" ")[0]):
        return [], text
    bits = list(_BIT.finditer(text, start))
    found = list(_addresses([sounding(bit[0]) for bit in bits], bare=text.isascii()))
    for taken in range(len(found), 0, -1):
        at = found[taken - 1][0]
        if _is_name(rest := text[bits[at].start() :] if at < len(bits) else ""):
            return [kind for _, kind in found[:taken]], rest
    return [], text[bits[0].start() :] if number and len(bits) > 1 else text


def _addresses(syllables: Sequence[str], *, bare: bool) -> Iterator[tuple[int, str]]:
    """Yield the forms that a text begins with, one after another: where each ends, and its kind."""
    at, words = 0, _words()
    forms = words["before_bare" if bare else "before"]
    while not words["whole"].begin(syllables[at:])[0]:
        form, kind = forms.begin(syllables[at:])
        if not form:
            return
        at += len(form)
        yield at, kind


def _is_name(text: str) -> bool:
    """Tell whether a text begins with a person's name: two words or more, and no body's."""
    behind = _behind(text)
    syllables = _syllables(text[: behind.start()] if behind else text)
    return len(syllables) > 1 and not _words()["bodies"].begin(syllables)[0]


def _behind(text: str) -> re.Match[str] | None:
    return None if text.replace(" ", "").isalpha() else _BEHIND.search(text)


def _syllables(text: str) -> Form:
    return tuple([sounding(bit) for bit in _BIT.findall(text)])


class _Words:
    """Forms by their syllables, each with its kind."""

    def __init__(self, kinds: Mapping[str, Iterable[Form]]) -> None:
        self._kinds = {form: kind for kind, forms in kinds.items() for form in forms}
        self.behind_first = {syllable for form in self._kinds for syllable in form[1:]}
        self.longest: dict[str, int] = {}
        for form in self._kinds:
            self.longest[form[0]] = max(len(form), self.longest.get(form[0], 0))

    def begin(self, syllables: Sequence[str]) -> tuple[Form, str]:
        """Return the longest form that the syllables begin with, and its kind; nothing for none."""
        longest = self.longest.get(syllables[0], 0) if syllables else 0
        for length in range(min(longest, len(syllables)), 0, -1):
            form = tuple(syllables[:length])
            if form in self._kinds:
                return form, self._kinds[form]
        return (), ""


@cache
def _words() -> dict[str, _Words]:
    import yaml

    text = Path(__file__).with_name("address.yaml").read_text(encoding="utf-8")
    said: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    forms = {kind: [form for one in words for form in _spellings(one)] for kind, words in said.items()}
    places = {
        "before": _BEFORE,
        "before_bare": _BEFORE_BARE,
        "after": (*_AFTER, *_ALONE),
        "bodies": ("bodies",),
        "whole": ("whole",),
    }
    return {place: _Words({kind: forms[kind] for kind in kinds}) for place, kinds in places.items()}


def _spellings(said: str) -> set[Form]:
    """Return a form as it is written, with a stop behind each letter, and without accents."""
    short = said.isupper() or said == "ThS"
    forms = {_syllables(said), _syllables(" ".join(_CAPITALS.findall(said)))} if short else {_syllables(said)}
    several = [form for form in forms if len(form) > 1 or short]
    return forms | {tuple(strip_accents(one) for one in form) for form in several}
