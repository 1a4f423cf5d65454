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


# How lists address a nominee before they name him, as `name_key` writes it.
_ADDRESSES = frozenset(
    name_key(address)
    for address in (
        *("ông", "bà", "ông/bà", "anh", "chị", "cô", "chú", "bác", "thầy", "cụ", "đồng chí", "đ/c", "đ/c."),
        *("hộ", "gia đình", "gs", "gs.", "pgs", "pgs.", "ts", "ts.", "gs.ts", "gs.ts.", "pgs.ts", "pgs.ts."),
        *("ths", "ths.", "bs", "bs.", "ks", "ks.", "giáo sư", "phó giáo sư", "tiến sĩ", "thạc sĩ", "bác sĩ", "kỹ sư"),
        *("ong", "ba", "dong chi", "d/c"),
    )
)
_LONGEST_ADDRESS = max(len(address.split()) for address in _ADDRESSES)
_FIRST_WORDS = frozenset(address.split()[0] for address in _ADDRESSES)


def own_name(name: str) -> str:
    """Return a name without the form of address before it: ``Bà Nguyễn Thị Hoà`` is Nguyễn Thị Hoà.

    A name keeps two words: Bà Rịa and Cô Tô are names of their own.
    """
    words = name.split()
    if not words or _syllable(words[0]) not in _FIRST_WORDS:
        return " ".join(words)
    for length in range(1, _LONGEST_ADDRESS + 1):
        if len(words) >= length + 2 and name_key(" ".join(words[:length])) in _ADDRESSES:
            return own_name(" ".join(words[length:]))
    return " ".join(words)


def person_key(name: str) -> str:
    """Return `name_key` of a nominee's name, without the form of address."""
    return name_key(own_name(name))


def loose_key(name: str) -> str:
    """Return the key that all names which `same_name` takes for one have in common (and others)."""
    return fold(own_name(name))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can be one: as `person_key` says, or one of them is typed without any accents."""
    if person_key(one) == person_key(other):
        return True
    return (is_bare(one) or is_bare(other)) and loose_key(one) == loose_key(other)


def is_bare(name: str) -> bool:
    """Tell whether a name is typed without any accents: accents that it may have are not known."""
    return own_name(name).isascii()


def id_key(number: str | None) -> str:
    """Return the key of an id number: spaces and dots in it do not count, nor zeros in front, which Excel loses."""
    return number.replace(" ", "").replace(".", "").lstrip("0").casefold() if number else ""


def decision_key(number: str | None) -> str:
    """Return the key of a decision's number: ``Số 12/QĐ-UBND`` and ``12/qđ-ubnd`` are one."""
    return fold(number or "").removeprefix("so ").replace(" ", "")
