"""People that a line of prose names: "… tặng Giấy khen cho ông Nguyễn Văn An"; no streets, no schools."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from thidua_cli.lists.known import WORDS
from thidua_cli.lists.section_lines import speaks_of_unit
from thidua_cli.vietnamese.person_names import family_first
from thidua_cli.vietnamese.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESSES = "|".join(map(re.escape, chain(*WORDS["addresses"])))
_POSTS = "|".join(chain(*WORDS["posts"]))
_ADDRESSED = re.compile(rf"(?:^|[\W_])(?:{_ADDRESSES})[.:,]?\s*$")
_POST = re.compile(rf"(?:^|[\W_])(?:{_POSTS})[.:,]?\s*$")
_PLACE = re.compile(rf"(?:^|[\W_])(?:{'|'.join(chain(*WORDS['called_after_people']))})\s*$")
_NO_PEOPLE = tuple(f"{word} " for word in WORDS["no_people"])
_PLACES = frozenset((*chain(*WORDS["places"]), *WORDS["no_people"]))
_FEWEST, _FEWEST_ADDRESSED, _MOST = 3, 2, 6
_LOOKED_BACK = 40  # letters: no form of address is longer


class _Word(NamedTuple):
    text: str
    start: int


@lru_cache(maxsize=1 << 12)
def people_in(text: str) -> tuple[str, ...]:
    """Return the names of people in a text: behind a form of address or a post, or three words from a family name on.

    In a text of nothing but capitals only those behind a form of address are surely names.
    """
    return tuple(name for run in _runs(text) if (name := _person(run, text)))


def _runs(text: str) -> Iterator[list[_Word]]:
    """Yield the words that begin with a capital, as far as nothing but spaces stands between them."""
    run: list[_Word] = []
    end = 0
    for found in _WORD.finditer(text):
        goes_on = found[0][0].isupper() and not text[end : found.start()].strip(" \xa0")
        if run and not goes_on:
            yield run
            run = []
        if found[0][0].isupper():
            run.append(_Word(found[0], found.start()))
        end = found.end()
    if run:
        yield run


def _person(run: list[_Word], text: str) -> str | None:
    shouted = text.isupper()
    for at, word in enumerate(run):
        before = text[max(0, word.start - _LOOKED_BACK) : word.start].casefold()
        addressed = bool(_ADDRESSED.search(before) or _POST.search(fold(before)))
        name = " ".join(one.text for one in run[at : at + _MOST])
        fewest = _FEWEST_ADDRESSED if addressed else _FEWEST
        may_begin = addressed or (at == 0 and not shouted and not _PLACE.search(before))
        if may_begin and len(run) - at >= fewest and _is_name(name):
            return name
    return None


def _is_name(name: str) -> bool:
    return family_first(name) and may_be_somebody(name)


def may_be_somebody(name: str) -> bool:
    """Tell whether what looks like a name is none of a place, a body or an office: ``Thái Nguyên``, ``Văn phòng``."""
    said = name.casefold()
    return said not in _PLACES and not said.startswith(_NO_PEOPLE) and not speaks_of_unit(name)
