"""How papers count: Roman numerals, the letters of points, numbers in words."""

from string import ascii_lowercase

# Roman numerals as prose has them: L and C are as often abbreviations there. Lists of hundreds of sections have both.
ROMAN = "[IVX]{1,7}"
LONG_ROMAN = "[IVXLC]+"
LATIN = ascii_lowercase
POINTS = "abcdđeghiklmnopqrstuvxy"  # no f, j, w, z, and no ă, â, ê, ô, ơ, ư
WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDINALS = {"nhất": 1, "tư": 4} | {word: number for number, word in enumerate(WORDS)}
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a number from 1 in Roman numerals: 14 gives ``XIV``."""
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


_NUMERALS = {roman(number): number for number in range(1, 400)}


def roman_value(text: str) -> int:
    """Return the number below 400, 0 for letters that no Roman would write (``IIII``)."""
    return _NUMERALS.get(text, 0)


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
