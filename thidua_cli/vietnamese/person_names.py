"""What looks like the name of a person: a family name first, a capital for each word, no digits."""

import re
from functools import cache
from pathlib import Path

from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.sameness import name_key

_FAMILIES = frozenset(map(name_key, Path(__file__).with_name("family_names.txt").read_text(encoding="utf-8").split()))
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’-][^\W\d_]+)*")
_FEWEST, _MOST = 2, 6


def family_first(name: str) -> bool:
    """Tell whether the first word of a text is a family name: ``Trần`` in ``Trần Văn Kha``."""
    return name_key(name.split(maxsplit=1)[0]) in _FAMILIES if name.strip() else False


@cache
def is_person(text: str) -> bool:
    """Tell whether a text looks like the name of a person, with a form of address or without.

    A capital for each word tells it from ``Văn phòng`` and ``Đoàn xã``; in ``VĂN PHÒNG`` nothing does.
    """
    name = own_name(text)
    words = name.split()
    if not _FEWEST <= len(words) <= _MOST or not family_first(name):
        return False
    return all(_WORD.fullmatch(word) and word[0].isupper() for word in words)
