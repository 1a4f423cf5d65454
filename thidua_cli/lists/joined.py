"""One column that holds two things, or three: "Trưởng phòng, Phòng Kỹ thuật", "Lê Thị B, 1980, Chuyên viên"."""

import re
from collections.abc import Callable
from itertools import chain, pairwise
from typing import TypeAlias

from thidua_cli.lists.ditto import read_ditto
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.section_lines import speaks_of_unit
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean

Pair: TypeAlias = tuple[str, str]
Parts: TypeAlias = tuple[str, ...]
# The stroke of "Đ/c" parts nothing.
_SIGNS = re.compile(r"\s*[,;\n–—]\s*|\s+-\s+|\s*(?<!\bđ)/\s*", re.IGNORECASE)
_BEFORE_BIRTH = re.compile(r"(?:sinh\s+)?(?:năm|ngày)?(?:\s*sinh)?\s*:?\s*|sn\s*:?\s*", re.IGNORECASE)
_OF_BIRTH = re.compile(rf"(?:{_BEFORE_BIRTH.pattern})(?:[0-9]{{1,2}}[./-]){{0,2}}(?:19|20)[0-9]{{2}}", re.IGNORECASE)
_POST = re.compile(
    r"(?!công viên)(?:phó|trưởng|bí thư|chủ tịch|(?:tổng )?giám đốc|hiệu trưởng|ủy viên|thư ký|bác sĩ|y sĩ"
    r"|(?:công an|thanh tra|\w+) (?:ủy )?viên|\w+ trưởng|\w+ phó)\b",
    re.IGNORECASE,
)
_IN_CELLS = re.compile(rf"(?:{'|'.join(WORDS['units_in_cells'])})\s+\S")
_OF_A_KIND = re.compile(rf"(?:{'|'.join(chain(*WORDS['kinds_of_units']))})\s+\S", re.IGNORECASE)
_BEFORE_BODY = ("trưởng", "phó")
_PLACE = re.compile(r"(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường)\s", re.IGNORECASE)
_BORN = re.compile(r"(.*?)[\s,;(\n-]+((?:[0-9]{1,2}[./-]){0,2}(?:19|20)[0-9]{2})\)?")


def splitter(fields: tuple[str, ...], known: Known) -> Callable[[str], Parts]:
    """Return what parts a text into the values of fields, in their order; blank where one is not there.

    What repeats another cell repeats all of it; but nobody has the name of the one above.
    """
    parts = _splitter(fields, known)
    if fields[0] == "name":
        return parts
    return lambda text: (text,) * len(fields) if read_ditto(text.strip()) else parts(text)


def named_in(parts: Parts) -> str:
    """Return who is named in a cell of a name and other things: two people, where no post but a person follows."""
    name, second = parts[:2]
    return f"{name}, {second}" if is_person(second) else name


def _splitter(fields: tuple[str, ...], known: Known) -> Callable[[str], Parts]:
    if len(fields) > 2:
        return lambda text: _behind_name(text, fields[1:], known)
    if fields[0] == "name":
        return _birth if fields[1] == "born" else _name
    if fields in (("unit", "position"), ("unit", "post")):
        return lambda text: _unit_first(text, known)
    if fields in (("position", "unit"), ("post", "unit")):
        return lambda text: _unit_last(text, known)
    return lambda text: (text, "")


def _name(text: str) -> Pair:
    name, *rest = _SIGNS.split(text.strip(), maxsplit=1)
    return clean(name), clean(rest[0]) if rest else ""


def _birth(text: str) -> Pair:
    found = _BORN.fullmatch(text.strip())
    return (clean(found[1]), found[2]) if found else (clean(text), "")


def _behind_name(text: str, fields: Parts, known: Known) -> Parts:
    """Part a name and two things behind it: a date tells itself, post and unit as they do alone."""
    name, *rest = [clean(part) for part in _SIGNS.split(text.strip()) if part.strip()] or [""]
    if "born" not in fields:
        return name, *splitter(fields, known)(", ".join(rest))
    born = next((part for part in rest if _OF_BIRTH.fullmatch(part)), "")
    found = {"born": _BEFORE_BIRTH.sub("", born)}
    others = ", ".join(part for part in rest if part != born)
    return name, *(found.get(field, others) for field in fields)


def _unit_last(text: str, known: Known) -> Pair:
    """Part post and unit: by the units of the campaign, else where a unit's name begins, else at the last comma."""
    parts = _pieces(text)
    if found := _ends_with(text, parts, known) or _of_campaign(parts, known):
        return found
    if len(parts) == 1:
        return _behind_post(parts[0], known)
    if _POST.match(parts[-1]):
        return ", ".join(parts), ""  # a second post is no unit
    at = max((place for place, part in enumerate(parts) if _begins_unit(part)), default=len(parts) - 1)
    if at > 1 and at == len(parts) - 1 and _PLACE.match(parts[at]) and speaks_of_unit(parts[at - 1]):
        at -= 1  # "Trường Tiểu học A, huyện B" is one
    if cut := _unit_within(parts[at]):
        return ", ".join([*parts[:at], cut[0]]), ", ".join([cut[1], *parts[at + 1 :]])
    return ", ".join(parts[:at]), ", ".join(parts[at:])


def _pieces(text: str) -> list[str]:
    """Return what the signs of a text part; a sign within the name of a unit parts nothing.

    ``Phòng Tài chính - Kế hoạch``: behind the beginning of a unit stands neither another one nor a post.
    """
    typed = text.strip()
    signs = [(0, 0), *(found.span() for found in _SIGNS.finditer(typed)), (len(typed), len(typed))]
    pieces: list[str] = []
    begun = 0
    for (_, start), (end, _) in pairwise(signs):
        piece = clean(typed[start:end])
        if piece and pieces and _goes_on(pieces[-1], piece):
            pieces[-1] = clean(typed[begun:end])
        elif piece:
            pieces.append(piece)
            begun = start
    return pieces or [""]


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether a piece belongs to the name of the unit before it."""
    if _begins_unit(piece) or _POST.match(piece):
        return False
    return _begins_unit(before) or _unit_within(before) is not None


def _begins_unit(text: str) -> bool:
    """Tell whether a text begins as the name of a unit, and is no post: ``Tổ 1``, not ``Tổ trưởng``, ``Khoa học``."""
    if _POST.match(text) or " " not in text:
        return False
    return speaks_of_unit(text) or any(form.match(text) for form in (_OF_A_KIND, _IN_CELLS))


def _unit_within(text: str) -> Pair | None:
    """Part a post and the unit behind it, which a capital begins: ``Chuyên viên Phòng Kỹ thuật``."""
    words = text.split()
    if not _POST.match(text):
        return None
    for at in range(1, len(words) - 1):
        unit = " ".join(words[at:])
        if words[at][0].isupper() and not words[at].isupper() and speaks_of_unit(unit) and not _POST.match(unit):
            return _post_before(words, at), unit
    return None


def _post_before(words: list[str], at: int) -> str:
    """Return the post before the unit that a word begins; "Trưởng phòng Kỹ thuật": the word belongs to the post too."""
    of_post = words[at].islower() or words[at - 1].casefold() in _BEFORE_BODY
    return " ".join(words if at and of_post else words[:at])


def _ends_with(text: str, parts: list[str], known: Known) -> Pair | None:
    """Return post and unit where a cell ends with a unit of the campaign: with the longest that it may be.

    What a sign parts of the name of another unit is none: ``KH`` in ``Phòng TC - KH``.
    """
    words = clean(text).split() if known.units else []
    for at in range(len(words)):
        unit = " ".join(words[at:])
        if not unit[0].isalnum() or not known.unit(unit):
            continue
        before = " ".join(words[:at])
        post = before.rstrip(" ,;/-–—")
        if before != post and not any(part.startswith(unit) or unit.startswith(part) for part in parts):
            return None
        return (_post_before(words, at) if before == post else post), unit
    return None


def _unit_first(text: str, known: Known) -> Pair:
    parts = [clean(part) for part in _SIGNS.split(text.strip()) if part.strip()] or [""]
    if found := _of_campaign(parts, known):
        return found[1], found[0]
    if len(parts) == 1:
        post, unit = _behind_post(parts[0], known)
        return unit, post
    return parts[0], ", ".join(parts[1:])


def _of_campaign(parts: list[str], known: Known) -> Pair | None:
    """Return post and unit where one run of the parts, and no other, is a unit of the campaign."""
    found: dict[str, Pair] = {}
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            name = ", ".join(parts[first:last])
            if known.unit(name):
                found[name] = ", ".join(parts[:first] + parts[last:]), name
    return next(iter(found.values())) if len(found) == 1 else None


def _behind_post(text: str, known: Known) -> Pair:
    """Part ``Chuyên viên Phòng Kỹ thuật`` where the last words are a unit of the campaign; a lone unit is one."""
    if known.unit(text):
        return "", text
    words = text.split()
    for at in range(1, len(words)):
        unit = " ".join(words[at:])
        if known.unit(unit):
            return _post_before(words, at), unit
    if cut := _unit_within(text):
        return cut
    return ("", text) if _begins_unit(text) and not known.units else (text, "")
