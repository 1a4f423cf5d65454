"""Numbers as officers type them: ``50``, ``50 triệu``, ``1.200.000``, ``12,5``, ``95%``. Nothing is guessed."""

import re
from fractions import Fraction
from functools import lru_cache

from thidua_cli.vietnamese.text import fold

_NUMBER = re.compile(r"(-?\d+(?:[.,\s]\d+)*)\s*(.*)", re.DOTALL)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:([.,\s])\d{3})(?:\1\d{3})*")
_MONEY = {
    "dong": 1, "d": 1, "vnd": 1,
    "nghin": 10**3, "ngan": 10**3, "k": 10**3,
    "trieu": 10**6, "tr": 10**6,
    "ty": 10**9, "ti": 10**9,
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_MOST_PERCENT = 10_000  # of two readings of "94,123%" nobody means more


def written(number: float | Fraction, digits: int = 2) -> str:
    """Return a number with a comma and without idle zeros, rounded to ``digits`` decimals: ``2,5``."""
    return f"{float(number):.{digits}f}".rstrip("0").rstrip(".").replace(".", ",")


@lru_cache(maxsize=4096)  # a column of them repeats few
def percent(share: float) -> str:
    """Return a share as it is shown in per cent, with four decimals at most: 0.975 is ``97,5%``.

    What is cut off is never rounded up: two thirds are not more than 66,6666%.
    """
    digits = f"{100 * share:.7f}"[:-3]
    return f"{digits.rstrip('0').rstrip('.').replace('.', ',')}%"


def readings(text: str) -> tuple[Fraction, ...]:
    """Return every number that digits and signs can mean: ``1.200`` is 1200 and 1.2; none where it is no number."""
    plain: set[Fraction] = set()
    if _THOUSANDS.fullmatch(text):
        plain.add(Fraction(re.sub(r"[.,\s]", "", text)))
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", text):
        plain.add(Fraction(text.replace(",", ".")))
    for thousands, decimal in ((".", ","), (",", "."), (" ", ",")):
        head, sign, tail = text.rpartition(decimal)
        if sign and thousands in head and _THOUSANDS.fullmatch(head) and tail.isdecimal():
            plain.add(Fraction(f"{head.replace(thousands, '')}.{tail}"))
    return tuple(sorted(plain))


def unit_of(words: str) -> int | None:
    """Return how many đồng the first unit of money in folded ``words`` is: ``thu nhap trieu`` is in millions."""
    return next((_MONEY[word] for word in _WORD.findall(words) if word in _MONEY and word not in ("d", "k")), None)


def amounts(text: str, unit: int | None) -> tuple[Fraction, ...]:
    """Return every value that ``text`` can mean, in ``unit`` (đồng; None when the fact has no unit of money).

    Empty when it is no number, or has a unit of money that the fact does not tell.
    """
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return ()
    words = _WORD.findall(fold(found[2]))
    typed = _MONEY.get(words[0]) if words else None
    if typed and unit is None:
        return ()
    scale = Fraction(typed, unit) if typed and unit else Fraction(1)
    numbers = readings(found[1].strip())
    if found[2].startswith("%"):
        numbers = tuple(number for number in numbers if number <= _MOST_PERCENT) or numbers
    return tuple(number * scale for number in numbers)
