"""The catalogue of titles and awards, and who decides them."""

import re
from datetime import date
from functools import cache

from thidua_cli.law.data_files import LawDataError, by_id, entries, refuse_unknown
from thidua_cli.law.dated import Award, Confidence, Decider, Decision, refuse_overlaps
from thidua_cli.law.regimes import at
from thidua_cli.law.ruling import Verdict, verdict_on
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import clean, fold, listing

LEVELS = {
    "state": "cấp Nhà nước",
    "ministry_province": "cấp bộ, ban, ngành, tỉnh",
    "base": "cấp cơ sở",
    "other": "theo quy định riêng",
}
"""The levels of awards, from high to low, with their names."""
_QUOTES = re.compile("[“”\"'‘’«»]")
_PART = re.compile(r"\s*(?:[,;/]|\bvà\b|\bhoặc\b)\s*")
_WORDS = re.compile(r"\w+")
_ANY_OF_ITS_LEVEL = re.compile(r"thu truong|nguoi dung dau|.* cap (?:tinh|huyen|xa)$")
_OF = re.compile(r"\s+c[ủu]a\s+", re.IGNORECASE)
_CLASSES = {"1": "nhat", "2": "nhi", "3": "ba", "i": "nhat", "ii": "nhi", "iii": "ba"}
_CLASS = re.compile(r"\bhang (1|2|3|i{1,3})\b")
# Spellings of posts that stand for one another, applied in this order to lower-case text.
_POST_SPELLINGS = (
    (re.compile("uỷ"), "ủy"),
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\btp\b\.?\s*"), "thành phố "),
    (re.compile(r"\bhcm\b"), "hồ chí minh"),
    (re.compile(r"\bcác\s+"), ""),
)


@cache
def awards() -> dict[str, Award]:
    """Return every award by its id, in the order of the catalogue."""
    found = entries("awards", Award)
    for award in found:
        where = f"awards.yaml, {award.id}"
        refuse_unknown((decision.who for decision in award.deciders), deciders(), where)
        refuse_overlaps(award.deciders, where)
    return by_id(found, "awards.yaml")


def award(award_id: str) -> Award:
    """Return the award with this id; KeyError when there is none."""
    return awards()[award_id]


def own_award() -> Award:
    """Return the award that whoever launches a movement gives himself."""
    [own] = [award for award in awards().values() if award.own]
    return own


def find_award(text: str) -> Award | None:
    """Return the award meant by an id, a name, or a spelling officers use; None rather than a guess.

    ``Bằng khen của Chủ tịch UBND tỉnh`` is found by its first words and the decider.
    """
    if text in awards():
        return awards()[text]
    known = _names().get(_name_key(text))
    if known:
        return awards()[known]
    head, *rest = _OF.split(clean(text), maxsplit=1)
    return _of_decider(_name_key(head), rest[0]) if rest else None


def _of_decider(head: str, decided_by: str) -> Award | None:
    """Find among ``Bằng khen``, ``Bằng khen của ...`` the one award that ``decided_by`` decides."""
    family = [found for name, found in _families().items() if name == head or name.startswith(f"{head} cua ")]
    if len(family) == 1:
        return family[0]
    decider = recognise_decider(decided_by)
    if decider is None:
        return None
    decided = [found for found in family if any(one.who == decider.id for one in found.deciders)]
    return decided[0] if len(decided) == 1 else None


@cache
def _families() -> dict[str, Award]:
    return {_name_key(found.name): found for found in awards().values()}


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for found in awards().values():
        for text in (found.name, found.short, *found.aliases):
            if text and names.setdefault(_name_key(text), found.id) != found.id:
                message = f"awards.yaml: {text!r} names both {names[_name_key(text)]} and {found.id}"
                raise LawDataError(message)
    return names


def _name_key(text: str) -> str:
    key = fold(_QUOTES.sub("", text)).replace("chien sy", "chien si").replace("ki niem", "ky niem")
    return _CLASS.sub(lambda found: f"hang {_CLASSES[found[1]]}", key).removeprefix("danh hieu ")


@cache
def deciders() -> dict[str, Decider]:
    """Return everyone who decides awards, by id."""
    return by_id(entries("deciders", Decider), "deciders.yaml")


def recognise_decider(text: str) -> Decider | None:
    """Return who is meant by ``Chủ tịch UBND tỉnh``, ``Cục trưởng``, ...; None when unknown or more than one."""
    parts = [part for part in _PART.split(_post_key(text)) if part]
    found = [_post(part) for part in parts]
    meant = {decider for decider in found if decider}
    return deciders()[meant.pop()] if len(meant) == 1 and found[0] else None


def same_decider(one: str, other: str) -> bool:
    """Tell whether two texts can name one decider: one is the beginning of the other, or names any of its level.

    ``Giám đốc Sở`` is ``Giám đốc Sở Y tế``, ``Thủ trưởng đơn vị`` any head of a unit; heads of two bodies are two.
    Accents count unless one is typed without any.
    """
    levels = {recognise_decider(one), recognise_decider(other)}
    if len(levels) > 1 and None not in levels:
        return False
    spelt = fold if one.isascii() or other.isascii() else name_key
    said, known = ([spelt(word) for word in _WORDS.findall(_post_key(text))] for text in (one, other))
    if len(levels) == 1 and any(_ANY_OF_ITS_LEVEL.match(fold(text)) for text in (one, other)):
        return True
    return all(word == planned for word, planned in zip(said, known, strict=False))


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


def deciders_of(award: Award, day: date) -> list[Decision]:
    """Return the decisions on ``award`` that hold on ``day``; empty when the law leaves the decider open."""
    return at(award.deciders, day)


def may_decide(award: Award, decider: Decider, day: date) -> Verdict:
    """Tell whether ``decider`` decides ``award`` on ``day``; undecided when the law names nobody on that day."""
    holding = deciders_of(award, day)
    if not holding:
        return Verdict("undecided", "", award.cited, Confidence.UNVERIFIED)
    needs = listing(deciders()[decision.who].name for decision in holding)
    his = [decision for decision in holding if decision.who == decider.id]
    return verdict_on("allowed", needs, his) if his else verdict_on("refused", needs, holding)


@cache
def names_award(text: str) -> bool:
    """Tell whether a text names an award."""
    return (
        find_award(text) is not None
        or re.match(
            "giay khen|bang khen|lao dong tien tien|danh hieu|cstd|ldtt|tap the lao dong|huan chuong|ky niem chuong|chien si thi dua|gk |bk |co thi dua",
            fold(text),
        )
        is not None
    )


def awards_in(text: str) -> list[str]:
    """Return the awards that a text names, one by one."""
    parts = [part.strip() for part in re.split(r"[;,+\n]|\bvà\b", text) if part.strip()]
    return parts if len(parts) > 1 and all(map(names_award, parts)) else [text]
