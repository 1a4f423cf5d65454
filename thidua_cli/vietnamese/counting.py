"""How papers count: Roman numerals, the letters of points, numbers in words."""

import re
from string import ascii_lowercase

# Roman numerals as prose has them: L and C are as often abbreviations there. Lists of hundreds of sections have both.
ROMAN = "[IVX]{1,7}"
LONG_ROMAN = "[IVXLC]+"
LATIN = ascii_lowercase
POINTS = "abcdđeghiklmnopqrstuvxy"  # no f, j, w, z, and no ă, â, ê, ô, ơ, ư
WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDINALS = {"nhất": 1, "tư": 4} | {word: number for number, word in enumerate(WORDS)}
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_SIGNS = re.compile("|".join(sign for _, sign in sorted(_ROMAN, key=lambda pair: -len(pair[1]))))
_VALUES = {sign: value for value, sign in _ROMAN}


def roman(number: int) -> str:
    """Return a number from 1 in Roman numerals: 14 gives ``XIV``."""
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def roman_value(text: str) -> int:
    """Return the number, 0 for letters that no Roman would write (``IIII``)."""
    total = sum(_VALUES[sign] for sign in _SIGNS.findall(text))
    return total if roman(total) == text else 0


def point(number: int) -> str:
    """Return the letter of the ``number``-th point, from 1: 5 gives ``đ``; behind y come aa, ab."""
    rounds, place = divmod(number - 1, len(POINTS))
    return (POINTS[rounds - 1] if rounds else "") + POINTS[place]


def point_value(letter: str) -> int:
    """Return which point a letter is, from 1; 0 for what is none."""
    return POINTS.find(letter) + 1 if len(letter) == 1 else 0


def next_points(letter: str) -> set[str]:
    """Return what may follow a point: papers count a, b, c, d, đ, e, g or in the Latin order."""
    following = {order[order.find(letter) + 1 :][:1] for order in (POINTS, LATIN) if letter in order}
    return following | ({"e"} if letter == "d" else set())


def ordinal_value(text: str) -> int:
    """Return the number that digits, Roman numerals or a word tell: ``3``, ``III``, ``ba``; 0 where they tell none."""
    return int(text) if text.isdecimal() else roman_value(text.upper()) or _ORDINALS.get(text.lower(), 0)
