"""All whom the name of a decider may mean, where it does not tell which of them."""

from functools import cache
from itertools import chain

from thidua_cli.law.data_files import read, refuse_unknown
from thidua_cli.law.decider_names import units_in, who
from thidua_cli.law.deciders import deciders, each_part, recognise_decider
from thidua_cli.law.spelt_words import words_of
from thidua_cli.vietnamese.text import fold

_UNIT_HEAD = "unit_head"
_CHAIR = ("chu", "tich")


def possible_deciders(text: str) -> frozenset[str]:
    """Return the ids of all whom a text may mean; empty where that is not known.

    ``Thủ trưởng các cơ quan, địa phương`` is a head of a unit or the chairman of a commune, ``Chủ tịch UBND`` one of
    any level, ``Giám đốc Trung tâm A`` a head of a unit or of an enterprise.
    """
    one = who(words_of(text))
    wider = [_whose()[unit] for unit in units_in(one) if unit in _whose()]
    if one.any_unit and wider:
        return frozenset((_UNIT_HEAD, *chain(*wider)))
    if known := recognise_decider(text):
        return frozenset((known.id,))
    parts = each_part(text)
    if any(parts):
        return frozenset(filter(None, parts)) if all(parts) else frozenset()
    if one.committee and one.post == _CHAIR:
        return frozenset(_chairs(one.nouns or frozenset(filter(None, (one.noun,)))))
    return _whose().get(one.noun, frozenset()) if one.post and not one.deputy else frozenset()


def _chairs(nouns: frozenset[str]) -> list[str]:
    """Return who heads a People's Committee whose place is one of ``nouns``; without any, of every level."""
    data = read("deciders")
    levels = {level: frozenset(map(fold, data["of_level"][level])) for level in data["committees"]}
    by_office = {office: one.id for one in deciders().values() for office in one.offices}
    return [by_office[level] for level, own in levels.items() if not nouns or nouns & own]


@cache
def _whose() -> dict[str, frozenset[str]]:
    """Return who heads bodies that are not of one kind, by the word for them."""
    data, either = read("deciders"), read("deciders")["of_either"]
    whose = {**data["wider_units"], **dict.fromkeys(either["bodies"], either["who"])}
    refuse_unknown(chain(*whose.values()), deciders(), "deciders.yaml")
    return {fold(body): frozenset(ids) for body, ids in whose.items()}
