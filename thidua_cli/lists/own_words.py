"""What the cells of a row say themselves against what is said over all rows: kind, unit, that somebody withdrew."""

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

from thidua_cli.lists.answers import refuses
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.lists.section_lines import not_proposed
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import fold
from thidua_cli.vietnamese.whole_texts import WholeTexts

_OF_HOUSEHOLDS = frozenset(WORDS["kinds_of_names"]["household"])
_PEOPLE = sorted(set(chain(*WORDS["addresses"])) - _OF_HOUSEHOLDS, key=len, reverse=True)
_ADDRESSED = re.compile(rf"(?:{'|'.join(map(re.escape, _PEOPLE))})[.:]?\s+", re.IGNORECASE)
WITHDRAWN_REMARKS = WholeTexts(WORDS["withdrawn_remarks"])
"""Words that say by themselves that somebody is not put forward; ``Bộ`` does not, though ``bỏ`` does."""
_PHRASES = re.compile(rf"\b(?:{any_of(WORDS['withdrawn_phrases'])})\b")
_WITH_UNIT = re.compile(
    r"(?P<name>[^(\[,;]+?)\s*(?:[(\[](?P<within>[^()\[\]]+)[)\]]|(?:[,;]|\s[-–—])\s+(?P<behind>.+))"
)
_MAY_HAVE_UNIT = re.compile(r"[(\[,;–—-]")
_MAY_BE_REMARKED = re.compile(r"[(\[–—-]")
_REMARK = re.compile(r"[(\[]([^()\[\]]*)[)\]]?|\s[-–—]\s*([^-–—]+)$")


def own_kinds(typed: dict[str, list[Any]], base: dict[str, Any], known: Known) -> None:
    """Of names that are no persons' where all are said to be, take the kind that each tells, if any."""
    if base.get("subject") is None:
        _told_by_names(typed, known)
    if base.get("subject") != "individual" or "subject" in typed:
        return
    kinds = {name: known.kind_of(name) for name in set(typed["name"]) if name and not known.person(name)}
    if kinds:
        del base["subject"]
        typed["subject"] = [kinds.get(name, "individual") for name in typed["name"]]


def _told_by_names(typed: dict[str, list[Any]], known: Known) -> None:
    """Where nothing says for whom rows are, take what their names tell: "Ông Lê Văn A", "Hộ bà B", "Phòng C"."""
    subjects = typed.get("subject", [None] * len(typed["name"]))
    pairs = zip(typed["name"], subjects, strict=True)
    told = [subject or _kind_in(name, known) for name, subject in pairs]
    if any(told):
        typed["subject"] = told


def _kind_in(name: str | None, known: Known) -> str | None:
    if not name:
        return None
    if not known.person(name):
        return known.kind_of(name)
    addressed = _ADDRESSED.match(name)
    return "individual" if addressed and is_person(name[addressed.end() :]) else None


def own_units(typed: Mapping[str, list[Any]], said: Mapping[str, Any], known: Known) -> set[int]:
    """Return the places of collectives that are units of the campaign, where a section tells another unit."""
    if "unit" not in said or not known.units:
        return set()
    units = typed.get("unit", [None] * len(typed["name"]))
    names = enumerate(zip(typed["name"], units, strict=True))
    return {place for place, (name, unit) in names if name and unit is None and known.unit(name)}


def units_in_names(typed: dict[str, list[Any]], known: Known) -> None:
    """Part a name from the unit of the campaign behind it, where nothing else in the row tells one.

    ``Lê Văn Kha (Khoa Nội)`` and ``Lê Văn Kha, Khoa Nội`` are Lê Văn Kha of Khoa Nội.
    """
    if not known.units:
        return
    parted = {name: pair for name in set(typed["name"]) if name and (pair := _person_and_unit(name, known))}
    if not parted:
        return
    units = typed.setdefault("unit", [None] * len(typed["name"]))
    for place, name in enumerate(typed["name"]):
        if name in parted and units[place] is None:
            typed["name"][place], units[place] = parted[name]


def _person_and_unit(name: str, known: Known) -> tuple[str, str] | None:
    found = _WITH_UNIT.fullmatch(name) if _MAY_HAVE_UNIT.search(name) else None
    if found is None or known.unit(name):
        return None
    person, unit = found["name"], found["within"] or found["behind"]
    return (person, unit) if is_person(person) and known.unit(unit) else None


def withdrawn(typed: Mapping[str, list[Any]]) -> dict[int, str]:
    """Return what says that somebody withdrew, or is not surely meant, by the place of his row: a note, or a remark."""
    notes = typed.get("note", [None] * len(typed["name"]))
    said = {note for note in set(notes) if note and (says_withdrawn(note) or refuses(note))}
    said |= {name for name in set(typed["name"]) if name and any(map(says_withdrawn, remarks(name)))}
    if not said:
        return {}
    pairs = enumerate(zip(typed["name"], notes, strict=True))
    return {place: next(one for one in pair if one in said) for place, pair in pairs if said.intersection(pair)}


def remarks(name: str) -> list[str]:
    """Return what stands behind a name in brackets, or behind a dash."""
    if not _MAY_BE_REMARKED.search(name):
        return []
    return [part for found in _REMARK.findall(name) for part in found if part]


def says_withdrawn(text: str) -> bool:
    """Tell whether a remark says that somebody is not put forward, or no longer: ``xin rút``, ``(bỏ)``."""
    said = text.strip(" .:;!()-")
    return said in WITHDRAWN_REMARKS or not_proposed(text) or _PHRASES.search(fold(said)) is not None
