"""Vietnamese text: one normal form, folding for comparison, the nearest spelling, old encodings."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from thidua_cli.vietnamese.lookalikes import usual_letters

# Unicode's default-ignorable letters and all of category Cf, as the inside of a class in any language of patterns:
# behind a name they make another name of it, and nobody sees why. Python takes the first ones for printable.
_BLANK = r"\u034f\u115f-\u1160\u17b4-\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0" "\U000e0100-\U000e01ef"
INVISIBLE = (
    rf"{_BLANK}\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufeff\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_PRINTABLE_BLANK = re.compile(f"[{_BLANK}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Latin-1 letters and signs that Vietnamese does not use, but that TCVN3 (.VnTime) and VNI texts are full of,
# within words: "3×4" and "§ 5" are no such texts.
_LEGACY_SIGN = "[µ¸¶·¹¨»¾¼½Æ©ÇË®Î×ØÜÞßä«å¬æçëîïñöø÷ûüþÄÅÑÏÖÛ§¦]"
_LEGACY = re.compile(f"(?<=[A-Za-z]){_LEGACY_SIGN}|{_LEGACY_SIGN}(?=[A-Za-z])")
# Dozens of accents on one letter are no text, and ordering them takes quadratic time. Every heap is as many letters
# outside ASCII in a row, which is looked for first: it takes an eighth of the time.
_HEAP = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MAY_BE_HEAP = b"?" * 31
_LONGEST_WORD = 200
_AS_NEAR = 3  # words that are held against each other by their accents
_SHORT = 300  # letters that may be one heap and do no harm
_MODERN_LETTERS = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def normalise(text: str) -> str:
    """Return ``text`` in NFC, the form in which everything is compared, counted and printed.

    Files of a Mac and of some web forms come in NFD: they look the same and differ in every comparison.
    """
    if text.isascii():
        return text
    if _MAY_BE_HEAP in text.encode("ascii", "replace"):
        text = _HEAP.sub(_without_marks, text)
    return unicodedata.normalize("NFC", text)


def _without_marks(heap: re.Match[str]) -> str:
    return "".join(c for c in heap[0] if not unicodedata.combining(c))


def control_character(text: str) -> int | None:
    """Return the index of the first character that Word files cannot hold, or None."""
    found = _CONTROL.search(text)
    return found.start() if found else None


def without_control(text: str) -> str:
    """Return ``text`` with a replacement mark for each character that Word files and terminals cannot hold."""
    return _CONTROL.sub("\ufffd", text)


def without_invisible(text: str) -> str:
    """Return ``text`` without the characters that nobody sees."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def clean(text: str) -> str:
    """Return NFC text without invisible characters, each run of white space as one space."""
    # Invisible ones first: they part a letter from its accent, which NFC would join.
    return " ".join(normalise(without_invisible(text)).split())


def is_clean(text: str) -> bool:
    """Tell whether a text is what `clean` makes of it, but for spaces around it: in half the time."""
    if not text.isprintable() or "  " in text:
        return False
    return text.isascii() or (_PRINTABLE_BLANK.search(text) is None and _is_nfc(text))


def _is_nfc(text: str) -> bool:
    return (len(text) < _SHORT or _HEAP.search(text) is None) and unicodedata.is_normalized("NFC", text)


def strip_accents(text: str) -> str:
    """Return ``text`` without Vietnamese accents: ``Đặng Hòa`` gives ``Dang Hoa``."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Return a key for comparing without case, accents and spacing: ``Hoà  Bình`` equals ``hòa bình``.

    Letters and signs that only look like others (Ð, curly apostrophes, long dashes) are those others.
    """
    return " ".join(filter(None, map(_folded_word, text.split())))


@lru_cache(maxsize=1 << 16)  # Vietnamese has some seven thousand syllables: lists of names repeat them
def _folded_word(word: str) -> str:
    letters = unicodedata.normalize("NFD", without_invisible(word))
    return strip_accents(usual_letters(letters)).casefold()


def looks_legacy(text: str) -> bool:
    """Tell whether the text was typed in TCVN3 or VNI (``Céng hßa x· héi``) and cannot be read as Unicode."""
    if text.isascii():
        return False
    suspicious = len(_LEGACY.findall(text))
    return suspicious >= 3 and suspicious > len(_MODERN_LETTERS.findall(text))


def nearest(word: str, allowed: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the allowed word that is spelt most like ``word``, or None.

    Case and accents aside, to begin with; of several that are as near, the one whose accents are nearest.
    """
    from difflib import SequenceMatcher, get_close_matches

    if len(word) > _LONGEST_WORD:
        return None
    by_key: dict[str, list[str]] = {}
    for candidate in allowed:
        by_key.setdefault(fold(candidate), []).append(candidate)
    found = get_close_matches(fold(word), by_key, n=_AS_NEAR, cutoff=cutoff)

    def like(candidate: str) -> list[float]:
        return [SequenceMatcher(None, spelt(candidate), spelt(word)).ratio() for spelt in (fold, _lower)]

    return max((candidate for key in found for candidate in by_key[key]), key=like, default=None)


def _lower(text: str) -> str:
    return normalise(text).casefold()


FEW = 3
"""How many of many are named in a sentence."""


def listing(words: Iterable[str], last: str = "hoặc", *, most: int = 0, others: str = "") -> str:
    """Return the words as a Vietnamese enumeration: ``a, b hoặc c``; those beyond ``most`` as ``2 đề nghị nữa``."""
    items = list(words)
    if others and len(items) > most:
        items[most:] = [f"{len(items) - most} {others}"]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def a_few(words: Iterable[str], most: int, others: str, sign: str = ", ", *, count: int | None = None) -> str:
    """Return the first ``most`` words and the number of those left out: ``a, b và 3 nơi khác``; all when few.

    ``count`` is how many there are, where ``words`` are not all of them.
    """
    items = list(words)
    told = sign.join(items[:most])
    left = (len(items) if count is None else count) - most
    return f"{told} và {left} {others}" if left > 0 else told


def upper_first(text: str) -> str:
    """Return the text to begin a sentence: ``sơ kết`` gives ``Sơ kết``."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text to stand inside a sentence: ``Phát động …`` gives ``phát động …``, and ``BHXH …`` stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
