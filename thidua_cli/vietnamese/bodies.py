"""Ids, abbreviations and posts made of the names of bodies, as officers make them."""

import re
from itertools import takewhile

from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import fold

_UNITS = r"(?:tỉnh|thành phố|huyện|xã|phường|đặc khu)"
_SCHOOL = name_key("nhà trường")
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


def whole_post(post: str, body: str) -> str:
    """Return a post with the whole name of its body: ``Trưởng ban`` and ``Ban Dân vận`` give ``Trưởng Ban Dân vận``.

    Accents count: a ``Hiệu trưởng`` is that of a ``Trường``, and neither word is the other.
    """
    words, whole = post.split(), name_key(body)
    if _at_home(words):
        words = words[:-2]
    for start in range(len(words)):
        if f"{whole} ".startswith(f"{name_key(' '.join(words[start:]))} "):
            return " ".join((*words[:start], body))
    told = " ".join(words)
    return told if f" {whole} " in f" {name_key(told)} " else f"{told} {body}"


def _at_home(words: list[str]) -> bool:
    """Tell whether a post ends with what a school calls itself: ``Hiệu trưởng nhà trường``."""
    return name_key(" ".join(words[-2:])) == _SCHOOL and len(words) > len(_SCHOOL.split())
