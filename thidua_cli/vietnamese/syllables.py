"""A word of a name as a key: as it is spelt, as it sounds, and without accents; each distinct word is worked out once.

Signs part the syllables of a word and count for nothing: ``H’Mai`` is two, as ``H' Mai`` is.
"""

import re
import unicodedata
from functools import lru_cache

from thidua_cli.vietnamese.lookalikes import usual_letters
from thidua_cli.vietnamese.text import fold, without_invisible

_SYLLABLE = re.compile(r"[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Mỹ and Mĩ, Quý and Quí sound the same; May and Mai do not.
_LONE_Y = re.compile(r"(?<![^\W_])((?:qu|[^\W_aeiouăâêôơư])*)y(?![^\W_])")


@lru_cache(maxsize=1 << 16)  # Vietnamese has some seven thousand syllables: lists of names repeat them
def spelt(word: str) -> str:
    """Return the key of a word as it is spelt, its signs included: the place of the tone mark and case do not count."""
    letters = unicodedata.normalize("NFD", without_invisible(word))
    return _toned_last(usual_letters(letters).casefold())


@lru_cache(maxsize=1 << 16)
def signless(word: str) -> str:
    """Return the key of each syllable of a word as it is spelt, without the signs between them."""
    letters = unicodedata.normalize("NFC", usual_letters(unicodedata.normalize("NFD", without_invisible(word))))
    return " ".join(_toned_last(unicodedata.normalize("NFD", one.casefold())) for one in _SYLLABLE.findall(letters))


def _toned_last(letters: str) -> str:
    """Return a syllable with its tone mark at the end: ``Hoà`` and ``Hòa`` give one key."""
    tones = "".join(sorted(letter for letter in letters if letter in _TONES))
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES)) + tones


@lru_cache(maxsize=1 << 16)
def sounding(word: str) -> str:
    """Return `signless` with one letter for i and y where they sound the same."""
    return _LONE_Y.sub(r"\1i", signless(word))


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Return `sounding` without accents."""
    return fold(sounding(word))
