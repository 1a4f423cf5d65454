"""One column that holds two things, or three: "Trưởng phòng, Phòng Kỹ thuật", "Lê Thị B, 1980, Chuyên viên"."""

import re
from collections.abc import Callable
from typing import TypeAlias

from thidua_cli.lists.known import Known
from thidua_cli.lists.section_lines import speaks_of_unit
from thidua_cli.vietnamese.text import clean

Pair: TypeAlias = tuple[str, str]
Parts: TypeAlias = tuple[str, ...]
# The stroke of "Đ/c" parts nothing.
_SIGNS = re.compile(r"\s*[,;\n–—]\s*|\s+-\s+|\s*(?<!\bđ)/\s*", re.IGNORECASE)
_BEFORE_BIRTH = re.compile(r"(?:sinh\s+)?(?:năm|ngày)?(?:\s*sinh)?\s*:?\s*|sn\s*:?\s*", re.IGNORECASE)
_OF_BIRTH = re.compile(rf"(?:{_BEFORE_BIRTH.pattern})(?:[0-9]{{1,2}}[./-]){{0,2}}(?:19|20)[0-9]{{2}}", re.IGNORECASE)
_POST = re.compile(
    r"(?!công viên)(?:phó|trưởng|bí thư|chủ tịch|(?:tổng )?giám đốc|hiệu trưởng|ủy viên|thư ký|bác sĩ|y sĩ"
    r"|\w+ (?:ủy )?viên|\w+ trưởng)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường)\s", re.IGNORECASE)
_BORN = re.compile(r"(.*?)[\s,;(\n-]+((?:[0-9]{1,2}[./-]){0,2}(?:19|20)[0-9]{2})\)?")


def splitter(fields: tuple[str, ...], known: Known) -> Callable[[str], Parts]:
    """Return what parts a text into the values of fields, in their order; blank where one is not there."""
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
    """Part post and unit: by the units of the campaign, else at the last comma."""
    parts = [clean(part) for part in _SIGNS.split(text.strip()) if part.strip()] or [""]
    if found := _of_campaign(parts, known):
        return found
    if len(parts) == 1:
        return _behind_post(parts[0], known)
    if _POST.match(parts[-1]):
        return ", ".join(parts), ""  # a second post is no unit
    at = len(parts) - 1
    if at > 1 and _PLACE.match(parts[at]) and speaks_of_unit(parts[at - 1]):
        at -= 1  # "Trường Tiểu học A, huyện B" is one
    return ", ".join(parts[:at]), ", ".join(parts[at:])


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
            # "Trưởng phòng Kỹ thuật": the word belongs to the post too.
            return (text if words[at].islower() else " ".join(words[:at])), unit
    return ("", text) if speaks_of_unit(text) and not known.units else (text, "")
