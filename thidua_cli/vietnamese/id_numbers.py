"""Numbers that tell people apart: of identity cards, old and new, and the codes that offices give."""

import re
from collections.abc import Iterable, Mapping

# Twelve digits of a citizen, eleven where Excel lost the zero, nine of an old card; in a row, or in groups, and no part
# of something longer: "O79083000005", "#088001234".
_CARD = re.compile(
    r"(?<![\w*#])(?:\d{12}|[1-9]\d{10}|\d{9})(?![\w*#])"
    r"|(?<![\w*#])(?<!\d[ .-])(?:\d{3}(?:[ .-]\d{3}){2,3}|\d{4}(?:[ .-]\d{4}){2})(?![ .-]?\d)(?![\w*#])"
)
_BEFORE = re.compile(r"(?:(?:số|thẻ|cccd|cmnd|cmtnd|căn cước|công dân|định danh|mã)[\s:.]*)+", re.IGNORECASE)
_AROUND = " \t\n='’\"“”;,.:()"
_BETWEEN = re.compile(r"[\s.–-]+")
_CODE = re.compile(r"(?=.*[0-9])[a-zđ]{0,6} ?[a-z0-9đ]+(?:[./_-][a-z0-9đ]+)*")
# A card of which some digits are no digits: "O4OO88OO1234", "04008800123x", "0400xxxx1234".
_SPOILT = re.compile(r"(?=.*[oil])(?:[0-9oil]{9}|[0-9oil]{12})|(?=.*[a-z])[0-9][0-9a-z]{8,}|.*xx.*")
_LONGEST = 14  # digits; more are several numbers
_DAY = re.compile(r"\b[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?\b")
_MANY = 6  # digits beside a day: "chưa có, bổ sung sau ngày 15/12" is no number


def id_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers that a text tells, without what stands in and around them; a code in small letters.

    ``182345678 (cũ: 040088001234)`` tells two of one person; ``Không`` and ``0400xxxx1234`` tell none.
    """
    if text.isdecimal():
        return (text,)
    if cards := _CARD.findall(text):
        return tuple(dict.fromkeys(_BETWEEN.sub("", card) for card in cards))
    typed = _BEFORE.sub("", text.strip(_AROUND), count=1).strip(_AROUND).casefold()
    plain = _BETWEEN.sub("", typed)
    if plain.isdecimal():
        return (plain,) if len(plain) <= _LONGEST else ()
    is_code = _CODE.fullmatch(typed) and not _DAY.fullmatch(typed) and not _SPOILT.fullmatch(plain)
    return (plain,) if is_code else ()


def is_spoilt_number(text: str) -> bool:
    """Tell whether a text tells no number, though it is more of one than a word for "none" and a day."""
    return not id_numbers(text) and sum(map(str.isdecimal, _DAY.sub("", text))) >= _MANY


def id_keys(text: str | None) -> tuple[str, ...]:
    """Return the keys of the numbers of one person: zeros in front, which Excel loses, do not count."""
    if text is None:
        return ()
    if text.isdecimal():
        key = text.lstrip("0")
        return (key,) if key else ()
    return tuple(dict.fromkeys(key for number in id_numbers(text) if (key := number.lstrip("0"))))


def same_number(one: str | None, other: str | None) -> bool:
    """Tell whether two people have a number in common."""
    return not set(id_keys(one)).isdisjoint(id_keys(other))


def one_of_each(people: Iterable[tuple[str, ...]]) -> Mapping[str, str]:
    """Return for the keys of people who have several, and all that share one with them, a key that stands for all.

    The keys of everybody else stand for themselves, and are not there.
    """
    found: dict[str, str] = {}

    def first(key: str) -> str:
        while (before := found.get(key, key)) != key:
            key = before
        return key

    for keys in people:
        for key in keys[1:]:
            found[first(key)] = first(keys[0])
    return {key: first(key) for key in found}
