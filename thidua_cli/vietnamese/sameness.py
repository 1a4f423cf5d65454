"""The keys by which names and numbers are the same, however they are typed."""

import unicodedata
from functools import lru_cache

from thidua_cli.vietnamese.text import fold

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


@lru_cache(maxsize=65536)
def _syllable(word: str) -> str:
    """Return a syllable with its tone mark at the end: ``Hoà`` and ``Hòa`` give one key."""
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = "".join(sorted(c for c in letters if c in _TONES))
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES)) + tones


def name_key(name: str) -> str:
    """Return the key by which names are the same: accents count, their place does not, nor case and spacing."""
    return " ".join([_syllable(word) for word in name.split()])


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can be one: as `name_key` says, or one of them is typed without any accents."""
    return name_key(one) == name_key(other) or ((one.isascii() or other.isascii()) and fold(one) == fold(other))


def id_key(number: str | None) -> str:
    """Return the key of an id number: spaces and dots in it do not count, nor zeros in front, which Excel loses."""
    return number.replace(" ", "").replace(".", "").lstrip("0").casefold() if number else ""


def decision_key(number: str | None) -> str:
    """Return the key of a decision's number: ``Số 12/QĐ-UBND`` and ``12/qđ-ubnd`` are one."""
    return fold(number or "").removeprefix("so ").replace(" ", "")
