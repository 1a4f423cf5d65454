"""Ids and abbreviations made of names, as officers make them."""

import re
from itertools import takewhile

from thidua_cli.vietnamese.text import fold

_UNITS = r"(?:tỉnh|thành phố|huyện|xã|phường|đặc khu)"
_PLACE = re.compile(rf"\s{_UNITS}\s+(.+)$")


def slug(text: str, words: int = 20) -> str:
    """Return an id made of the first words of a name: ``Thi đua 2026`` gives ``thi-dua-2026``."""
    return "-".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split()[:words]) or "ke-hoach"


def abbreviation_of(name: str) -> str:
    """Return the usual abbreviation of a body: initials, ``UBND`` for a People's Committee; may be empty."""
    if fold(name).startswith(("uy ban nhan dan", "ubnd")):
        return "UBND"
    proper = re.split(rf"\s{_UNITS}\s", name, maxsplit=1)[0]
    return "".join(word[0].upper() for word in proper.split() if word[0].isalpha() and word != "và")


def place_of(name: str) -> str:
    """Return the place in the name of a body, or an empty text: ``Cục Thống kê tỉnh A`` gives ``A``."""
    found = _PLACE.search(name)
    words = takewhile(lambda word: word[:1].isupper(), found[1].split()) if found else ()
    return " ".join(words).strip(",;.")
