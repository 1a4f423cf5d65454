"""Citations: ``L22 Đ26k2`` in the data, "khoản 2 Điều 26 Luật Thi đua, khen thưởng 2022 (06/2022/QH15)" in words.

A citation names sources, parted by ``; ``. A source is the id of an instrument and the places in it, parted by
``, ``: article (Đ), clause (k), point (a letter). ``NĐ91 Đ11k3; L22 Đ75k1b, Đ80k4`` has three places in two sources.
"""

import re
from functools import cache

from thidua_cli.law.data_files import LawDataError, read
from thidua_cli.vietnamese.counting import point_value

_PLACE = re.compile(r"Đ(?P<article>[1-9]\d*)(?:k(?P<clause>[1-9]\d*)(?P<point>[a-zđ])?)?")
INSTRUMENT_KINDS = {"law": "Luật", "decree": "Nghị định", "circular": "Thông tư", "directive": "Chỉ thị"}


@cache
def source_titles() -> dict[str, str]:
    """Return how each instrument is named in running text, by its id."""
    return {
        entry["id"]: entry.get("title") or f"{INSTRUMENT_KINDS[entry['kind']]} số {entry['number']}"
        for entry in read("instruments")["instruments"]
    }


def check_citation(citation: str) -> str:
    """Return ``citation`` unchanged when it is well formed and its sources are known, else raise `LawDataError`."""
    cite(citation)
    return citation


@cache
def cite(citation: str) -> str:
    """Return the Vietnamese words of a citation; `LawDataError` when it cannot be understood."""
    return "; ".join(_source(source) for source in citation.split("; "))


def join(citations: list[str]) -> str:
    """Return one citation from several: each source and place once, places in the order of the instrument."""
    places: dict[str, set[str]] = {}
    for source in (source for citation in citations for source in citation.split("; ")):
        key, _, rest = source.partition(" ")
        places.setdefault(key, set()).update(rest.split(", ") if rest else [])
    return "; ".join(f"{key} {', '.join(sorted(found, key=_order))}".rstrip() for key, found in places.items())


def _order(place: str) -> tuple[int, int, int]:
    found = _place(place)
    return int(found["article"]), int(found["clause"] or 0), point_value(found["point"] or "")


def _source(source: str) -> str:
    key, blank, places = source.partition(" ")
    title = source_titles().get(key)
    if title is None:
        message = f"unknown source {key!r} in a citation"
        raise LawDataError(message)
    return f"{_places(places)} {title}" if blank else title


def _places(text: str) -> str:
    """Clauses of one article that stand side by side are told together: khoản 1, khoản 2 Điều 26."""
    articles: list[tuple[str, list[str]]] = []
    for place in text.split(", "):
        found = _place(place)
        inner = f"khoản {found['clause']}" if found["clause"] else ""
        inner = f"điểm {found['point']} {inner}" if found["point"] else inner
        if not articles or articles[-1][0] != found["article"] or not inner:
            articles.append((found["article"], []))
        articles[-1][1].append(inner)
    return ", ".join(f"{', '.join(inner)} Điều {article}".lstrip() for article, inner in articles)


def _place(text: str) -> re.Match[str]:
    found = _PLACE.fullmatch(text)
    if found is None:
        message = f"{text!r} is not a place in an instrument (expected the form Đ26k2)"
        raise LawDataError(message)
    return found
