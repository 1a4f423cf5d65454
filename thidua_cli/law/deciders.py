"""Who decides awards by the law, recognised by the post as the law names it."""

import re
from functools import cache

from thidua_cli.law.data_files import by_id, entries
from thidua_cli.law.dated import Decider
from thidua_cli.vietnamese.text import clean

_QUOTES = re.compile("[“”\"'‘’«»]")
_PART = re.compile(r"\s*(?:[,;/]|\bvà\b|\bhoặc\b)\s*")
# Spellings of posts that stand for one another, applied in this order to lower-case text.
_POST_SPELLINGS = (
    (re.compile("uỷ"), "ủy"),
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\btp\b\.?\s*"), "thành phố "),
    (re.compile(r"\bhcm\b"), "hồ chí minh"),
    (re.compile(r"\bcác\s+"), ""),
)


@cache
def deciders() -> dict[str, Decider]:
    """Return everyone who decides awards, by id."""
    return by_id(entries("deciders", Decider), "deciders.yaml")


def recognise_decider(text: str) -> Decider | None:
    """Return who is meant by ``Chủ tịch UBND tỉnh``, ``Cục trưởng``, ...; None when unknown or more than one."""
    found = each_part(text)
    meant = {decider for decider in found if decider}
    return deciders()[meant.pop()] if len(meant) == 1 and found[0] else None


def each_part(text: str) -> list[str | None]:
    """Return whom each part of ``Bộ trưởng hoặc Chủ tịch UBND tỉnh`` names, as an id; None where that is unknown."""
    return [_post(part) for part in _PART.split(_post_key(text)) if part]


def _post_key(text: str) -> str:
    key = _QUOTES.sub("", clean(text)).casefold()
    for spelling, usual in _POST_SPELLINGS:
        key = spelling.sub(usual, key)
    return clean(key)


def _post(part: str) -> str | None:
    """Return the decider whose longest pattern begins ``part``."""
    found = _patterns().match(part)
    return _by_pattern()[found[0]] if found else None


@cache
def _by_pattern() -> dict[str, str]:
    return {pattern.rstrip("$"): decider.id for decider in deciders().values() for pattern in decider.patterns}


@cache
def _patterns() -> re.Pattern[str]:
    patterns = [pattern for decider in deciders().values() for pattern in decider.patterns]
    longest_first = sorted(patterns, key=len, reverse=True)
    ends = (re.escape(one.rstrip("$")) + ("$" if one.endswith("$") else r"(?!\w)") for one in longest_first)
    return re.compile("|".join(ends))
