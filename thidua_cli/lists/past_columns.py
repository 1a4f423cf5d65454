"""Columns of what is no nomination, though it looks like one: of years before the campaign, refused, or counted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua_cli.law.award_catalogue import award, names_award, read_award
from thidua_cli.lists.answers import heading_answer
from thidua_cli.lists.below import Below, is_mark
from thidua_cli.lists.column_layout import BY_CELLS, MARK, PASSED, Column
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import fold

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ONLY_YEAR = re.compile(r"(?:năm(?: học)?\s*)?(?:19|20)[0-9]{2}(?:\s*[-–]\s*20[0-9]{2})?", re.IGNORECASE)
_HELD = re.compile(rf"\b(?:{any_of(WORDS['held_before'])})\b")
_OF_PEOPLE = re.compile(r"\b(?:tong so|so nguoi|bien che|si so|quan so|so luong|cbccvc|lao dong co mat|so can bo)\b")
_OF_PARTY = re.compile(r"\bdang\b|\bdang vien\b")
_OF_YEAR = (("rating",), ("initiative",), ("agree",), ("voters",))


def year_before(text: str, known: Known) -> str:
    """Return the year before the campaign that a heading of awards tells: they are held, not asked for."""
    years = _YEAR.findall(text)
    if "prior" not in known.model.model_fields or not years or known.first_year is None:
        return ""
    alone = len(years) == 1 or (len(years) == 2 and int(years[1]) == int(years[0]) + 1)
    return years[-1] if alone and int(years[-1]) < known.first_year else ""


def of_the_past(column: Column, parts: Sequence[str], below: Below, known: Known) -> Column:
    """Return a column as what was held before, or passed over, where its heading or that of its group says so."""
    if not parts or "prior" not in known.model.model_fields:
        return column
    text, upper = " ".join(parts), " ".join(parts[:-1])
    year = year_before(text, known)
    awards = column.holds in (("award",), (MARK,)) or below.mostly(names_award)
    if _ONLY_YEAR.fullmatch(text) and below.mostly(names_award) and known.first_year is not None:
        return replace(column, holds=("prior",) if year else ("award",), why=BY_CELLS, year=year)
    if awards and upper and heading_answer(upper) is False:
        return replace(column, holds=(PASSED,))
    if not year and not _HELD.search(fold(upper)):
        return column
    if column.holds == (MARK,):
        return replace(column, holds=("prior",), year=year, says=parts[-1])
    if awards:
        return replace(column, holds=("prior",), year=year)
    return replace(column, holds=(PASSED,)) if column.holds in _OF_YEAR else column


def one_rating(columns: list[Column], below: Sequence[Below]) -> list[Column]:
    """Pass over the rating of the Party where another one stands beside it: it is of something else.

    Where no column has awards, those below "Xếp loại thi đua" are asked for.
    """
    ratings = [column for column in columns if column.holds == ("rating",)]
    awarded = any(column.holds in (("award",), (MARK,)) for column in columns)
    if len(ratings) == 1 and not awarded and below[ratings[0].at].mostly(names_award):
        as_award = replace(ratings[0], holds=("award",), why=BY_CELLS)
        return [as_award if column is ratings[0] else column for column in columns]
    of_party = [column for column in ratings if _OF_PARTY.search(fold(column.heading))]
    if len(of_party) == len(ratings):
        return columns
    return [replace(column, holds=(PASSED,)) if column in of_party else column for column in columns]


def counts_of_awards(columns: list[Column], headings: Sequence[Sequence[str]], below: Sequence[Below]) -> list[Column]:
    """Read ones below the names of awards as counts, where the table counts: 10 stands beside them, or headcounts do.

    ``Phòng A | 12 | 10 | 1`` nominates nobody.
    """
    ticked = [one for one in columns if one.holds == (MARK,) and below[one.at].any(str.isdecimal)]
    if not ticked:
        return columns
    of_awards = [one.at for one, parts in zip(columns, headings, strict=True) if parts and read_award(parts[-1])]
    more = any(below[at].any(lambda text: text.isdecimal() and not is_mark(text) and text != "0") for at in of_awards)
    if not more and not _are_of_units(columns, headings, below):
        return columns
    return [replace(one, holds=(PASSED,), why=BY_CELLS) if one in ticked else one for one in columns]


def _are_of_units(columns: Sequence[Column], headings: Sequence[Sequence[str]], below: Sequence[Below]) -> bool:
    """Tell whether the rows are units, with how many people each has, or how many have awards that only people get."""
    if any("name" in column.holds for column in columns) or any(one.mostly(is_person) for one in below):
        return False
    if any(_OF_PEOPLE.search(fold(" ".join(parts))) for parts in headings):
        return True
    return any(for_people(parts[-1]) for parts, one in zip(headings, columns, strict=True) if one.holds == (MARK,))


def for_people(text: str) -> bool:
    """Tell whether an award is one that people alone get."""
    reading = read_award(text)
    return reading is not None and all(award(one).subjects == ("individual",) for one in reading.meanings)
