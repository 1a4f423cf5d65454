"""Numbers and sums of money: in figures, in words (``money_in_words``), and read back (``money_of_words``).

What two people may take for two numbers is read as none.
"""

import re
from collections.abc import Iterator

from thidua_cli.vietnamese.counting import WORDS
from thidua_cli.vietnamese.text import clean, upper_first

LIMIT = 10**12
"""The first number that has no words here: beyond it two ways of counting are in use (nghìn tỷ)."""
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_BEHIND_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
# What else people write, in the spelling of ours.
_SAME = {"ngàn": "nghìn", "tỉ": "tỷ", "lẻ": "linh", "bẩy": "bảy", "nhăm": "lăm"}
_UNITS = {word: number for number, word in enumerate(WORDS[:10])} | {"mốt": 1, "tư": 4, "lăm": 5}
_FROM_ONE, _FROM_TWO = "|".join(WORDS[1:10]), "|".join(WORDS[2:10])
_GROUP = re.compile(
    rf"(?:(?P<hundreds>{WORDS[0]}|{_FROM_ONE}) trăm(?: |$))?"
    rf"(?:linh (?P<linh>{_FROM_ONE}|tư)"
    rf"|(?:{WORDS[10]}|(?P<tens>{_FROM_TWO}) mươi)(?: (?P<units>{_FROM_ONE}|mốt|tư|lăm))?"
    rf"|(?P<bare>{_FROM_ONE}))?"
)
IN_WORDS = "|".join((*WORDS, *_BEHIND_TENS.values(), *_SAME, *_SAME.values(), "mươi", "trăm"))
"""The words that numbers are made of, as alternatives of an expression."""
_MONEY = re.compile(r"(?P<number>.+?) đồng(?: việt nam)?(?: chẵn)?[ ./]*")


def in_words(number: int) -> str:
    """Return a number from 0 below `LIMIT` in words: 1.005 is ``một nghìn không trăm linh năm``.

    Raises ValueError for any other.
    """
    if not 0 <= number < LIMIT:
        message = f"{number} is not from 0 to {LIMIT - 1}"
        raise ValueError(message)
    words: list[str] = []
    left = number
    for scale, name in _SCALES:
        group, left = divmod(left, scale)
        if group:
            words += filter(None, (*_group_in_words(group, whole=bool(words)), name))
    return " ".join(words) or WORDS[0]


def _group_in_words(group: int, *, whole: bool) -> list[str]:
    """Return the words of a number below 1000; ``whole`` when it follows another, so that its zeros are told."""
    hundreds, rest = divmod(group, 100)
    tens, units = divmod(rest, 10)
    words = [WORDS[hundreds], "trăm"] if hundreds or whole else []
    if tens > 1:
        words += [WORDS[tens], "mươi"]
    elif tens:
        words.append(WORDS[10])
    elif units and words:
        words.append("linh")
    if units:
        words.append(_unit_in_words(tens, units))
    return words


def _unit_in_words(tens: int, units: int) -> str:
    if tens > 1:
        return _BEHIND_TENS.get(units, WORDS[units])
    return _BEHIND_TENS[units] if tens and units == 5 else WORDS[units]


def in_figures(number: int) -> str:
    """Return a whole number with a dot before each three digits: ``1.410.000``."""
    return f"{number:,}".replace(",", ".")


def money_in_words(amount: int) -> str:
    """Return a sum of whole đồng as papers spell it: ``Một triệu bốn trăm mười nghìn đồng``.

    Raises ValueError for what `in_words` has no words for.
    """
    return upper_first(f"{in_words(amount)} đồng")


def number_of_words(text: str) -> int | None:
    """Return the number that words tell, in any usual spelling; None when they tell none, or may tell two.

    ``một triệu hai`` may be 1.200.000 or 1.000.002; ``một triệu linh hai`` and ``một triệu hai nghìn`` may not.
    """
    words = [_SAME.get(word, word) for word in clean(text).casefold().replace(",", " ").split()]
    if words == [WORDS[0]]:
        return 0
    total = 0
    for scale, told in _groups_of(words):
        group = _value_of_group(told, first=not total, named=scale > 1)
        if not group:
            return None
        total += group * scale
    return total or None


def _groups_of(words: list[str]) -> Iterator[tuple[int, str]]:
    """Yield what stands before each scale, the highest first, and what is left."""
    for scale, name in _SCALES:
        if name in words:
            end = words.index(name)
            yield scale, " ".join(words[:end])
            words = words[end + 1 :]
    if words:
        yield 1, " ".join(words)


def _value_of_group(told: str, *, first: bool, named: bool) -> int:
    """Return the number below 1000 that a group tells: the ``first`` or a later one, ``named`` by a scale; else 0."""
    found = _GROUP.fullmatch(told)
    if found is None:
        return 0
    hundreds, linh, tens, units, bare = found.group("hundreds", "linh", "tens", "units", "bare")
    colloquial = bare and (hundreds or not (first or named))  # một trăm hai, một triệu hai
    begins_with_zero = first and (hundreds == WORDS[0] or (linh and not hundreds))
    if colloquial or begins_with_zero:
        return 0
    of_tens = (_UNITS[tens] if tens else int(WORDS[10] in told)) * 10
    return _UNITS.get(hundreds, 0) * 100 + of_tens + _UNITS.get(linh or units or bare, 0)


def money_of_words(text: str) -> int | None:
    """Return the sum that ``Hai trăm ngàn đồng chẵn`` tells, in đồng; None as in `number_of_words`, or without đồng."""
    found = _MONEY.fullmatch(clean(text).casefold())
    return number_of_words(found["number"]) if found else None
