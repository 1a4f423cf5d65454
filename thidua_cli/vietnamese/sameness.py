"""The keys by which names and numbers are the same, however they are typed. Every such key stands here.

Two names with one `person_key` are one; two that `may_be_one` are perhaps. Units go by `unit_key`, words by `name_key`.
"""

from functools import lru_cache

from thidua_cli.vietnamese.address import called, is_plain
from thidua_cli.vietnamese.syllables import plain, signless, sounding, spelt
from thidua_cli.vietnamese.text import fold


def name_key(name: str) -> str:
    """Return the key by which words are the same: accents count, their place does not, nor case and spacing."""
    return " ".join([spelt(word) for word in name.split()])


def unit_key(name: str) -> str:
    """Return the key by which unit names are the same: signs, case and the place of accents do not count.

    Accents themselves do: Trấn Ninh and Trần Ninh are two communes.
    """
    return " ".join(filter(None, [signless(word) for word in name.split()]))


def own_key(name: str) -> str:
    """Return the key of a nominee's own name: without what addresses, describes or numbers the person."""
    return unit_key(_own(name))


def apart_key(name: str) -> str:
    """Return the key of what is written behind a name to tell namesakes apart: ``(A)``, ``(tức Sáu)``; few have any."""
    return "" if is_plain(name) else unit_key(called(name).apart)


def person_key(name: str) -> str:
    """Return the key by which nominees' names are the same: `own_key` and `apart_key`."""
    if is_plain(name):
        return unit_key(name)
    parts = called(name)
    own, apart = unit_key(parts.own), unit_key(parts.apart)
    return f"{own} ({apart})" if apart else own


def sound_key(name: str) -> str:
    """Return `own_key` with i and y as one letter where they sound the same: ``Lê Quý`` and ``Lê Quí`` share it."""
    return " ".join(filter(None, [sounding(word) for word in _own(name).split()]))


@lru_cache(maxsize=1 << 17)  # whoever is nominated twice, or has a namesake, is asked for again
def loose_key(name: str) -> str:
    """Return the key that all names which `may_be_one` have in common (and others)."""
    return " ".join(filter(None, [plain(word) for word in _own(name).split()]))


def loose_unit_key(name: str) -> str:
    """Return `unit_key` without accents, and with i and y as one letter: of two units that one may be taken for."""
    return " ".join(filter(None, [plain(word) for word in name.split()]))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can be one: as `person_key` says, or one of them is typed without any accents."""
    mine, his = person_key(one), person_key(other)
    return mine == his or ((is_bare(one) or is_bare(other)) and fold(mine) == fold(his))


def may_be_one(one: str, other: str) -> bool:
    """Tell whether nothing in two names tells two people: beside `same_name`, i is y, and one may lack the ``(A)``."""
    if loose_key(one) != loose_key(other):
        return False
    apart = {apart_key(one), apart_key(other)} - {""}
    return len(apart) < 2 and (is_bare(one) or is_bare(other) or sound_key(one) == sound_key(other))


def is_bare(name: str) -> bool:
    """Tell whether a name is typed without any accents: accents that it may have are not known."""
    return name.isascii() or own_key(name).isascii()


def _own(name: str) -> str:
    return name if is_plain(name) else called(name).own


def decision_key(number: str | None) -> str:
    """Return the key of a decision's number: ``Số 12/QĐ-UBND`` and ``12/qđ-ubnd`` are one."""
    return fold(number or "").removeprefix("so ").replace(" ", "")
