"""Laws, decrees and circulars: what is in force, what a text cites, what a plan is based on."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from thidua_cli.law.data_files import by_id, entries, refuse_unknown
from thidua_cli.law.dated import Instrument
from thidua_cli.vietnamese.text import fold

# 98/2023/NĐ-CP, 98/2023/NĐ - CP, 15/2003/QH11; not the middle of 34/98/2023, nor the date 07/11/2023.
_NUMBER = re.compile(
    r"(?<![\w/.-])(?P<number>\d{1,4})/(?P<year>\d{4})(?:/(?P<issuer>[A-ZĐÐ]+\d*(?:\s?[-–]\s?[A-ZĐÐ]+)?))?(?![\w/-])",
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(r"(?<![\w/.-])(?P<number>\d{1,3})\s?[-–]\s?CT/TW(?!\w)", re.IGNORECASE)
# The Government and the National Assembly number in one series a year; a circular without issuer is anybody's.
_SERIES = {
    "decree": re.compile(r"\b(?:nghị\s+định|nđ)\s+(?:số:?\s+)?$", re.IGNORECASE),
    "law": re.compile(r"\bluật\s+(?:thi\s+đua\s*[,-]?\s*khen\s+thưởng\s+)?(?:số:?\s+)?$", re.IGNORECASE),
}
_LAW_OF_YEAR = re.compile(
    r"\bLuật\s+Thi\s+đua\s*[,-]?\s*khen\s+thưởng(?:,?\s+ngày\s+\d{1,2}(?:/\d{1,2}/|\s+tháng\s+\d{1,2}\s+năm\s+)"
    r"|,?\s+(?:năm\s+)?)(?P<year>\d{4})(?![\w/])",
    re.IGNORECASE,
)
_LAWS_BY_YEAR = {"2003": "L03", "2022": "L22"}


class Cited(NamedTuple):
    """An instrument cited in a text, with the place of the citation (code points)."""

    instrument: Instrument
    start: int
    end: int


@cache
def instruments() -> dict[str, Instrument]:
    """Return every instrument we know, by id."""
    found = by_id(entries("instruments", Instrument), "instruments.yaml")
    refuse_unknown((one.replaced_by for one in found.values() if one.replaced_by), found, "instruments.yaml")
    return found


def in_force(day: date) -> list[Instrument]:
    """Return the instruments in force on ``day``."""
    return [found for found in instruments().values() if found.in_force(day)]


def default_bases(day: date, *, local: bool = False) -> list[Instrument]:
    """Return the usual legal bases of a plan signed on ``day``; ``local`` adds those of local government."""
    wanted = {"default", "local"} if local else {"default"}
    return [found for found in in_force(day) if found.basis in wanted]


def replacement(old: Instrument, day: date) -> Instrument | None:
    """Return what stands in the place of ``old`` on ``day``, through all replacements since."""
    found = instruments().get(old.replaced_by)
    while found and not found.in_force(day) and found.replaced_by:
        found = instruments().get(found.replaced_by)
    return found


def find_citations(text: str) -> list[Cited]:
    """Return the known instruments that ``text`` cites by number (or the Law by its year), in order of place."""
    found = [(match, _numbered(match)) for match in _NUMBER.finditer(text)]
    found += [(match, _by_number().get((int(match["number"]), "", "ct/tw"))) for match in _DIRECTIVE.finditer(text)]
    found += [(match, _LAWS_BY_YEAR.get(match["year"])) for match in _LAW_OF_YEAR.finditer(text)]
    cited = [Cited(instruments()[one], match.start(), match.end()) for match, one in found if one]
    return sorted(cited, key=lambda one: one.start)


def _numbered(match: re.Match[str]) -> str | None:
    number, year = int(match["number"]), match["year"]
    if match["issuer"]:
        return _by_number().get((number, year, _issuer(match["issuer"])))
    before = match.string[max(0, match.start() - 80) : match.start()]
    for kind, series in _SERIES.items():
        if series.search(before):
            return _by_number().get((kind, number, year))
    return None


def _issuer(text: str) -> str:
    return fold(text).replace(" ", "")


@cache
def _by_number() -> dict[tuple[int | str, ...], str]:
    """Instruments by number, year and issuer; also by kind, number and year, as texts without issuer cite them."""
    found: dict[tuple[int | str, ...], str] = {}
    for one in instruments().values():
        if one.kind == "directive":
            number, _, issuer = one.number.partition("-")
            found[int(number), "", _issuer(issuer)] = one.id
        else:
            number, year, issuer = one.number.split("/")
            found[int(number), year, _issuer(issuer)] = one.id
            found[one.kind, int(number), year] = one.id
    return found
