"""Lines of an award book that speak for the rows below them: a year, a decision; its titles and names of sheets."""

import re

from thidua_cli.lists.column_layout import Layout
from thidua_cli.lists.known import Known
from thidua_cli.lists.section_lines import Said, Word, texts_with_columns, without_mark
from thidua_cli.model.register import RegisterEntry
from thidua_cli.reading.tables.table import Sheet
from thidua_cli.vietnamese.text import fold

_NUMBER = r"(?P<year>(?:19|20)[0-9]{2})"
_AWARDED = r"(?:danh sach|khen thuong|thi dua|so khen thuong|ket qua|tong hop|duoc|cac|nam cong tac|nam|-|:|,)"
_YEAR = re.compile(rf"(?:{_AWARDED}\s*)*{_NUMBER}\s*[:.]?(?:\s*\([^()0-9]*[0-9]{{0,3}}[^()0-9]*\))?")
_YEARS = re.compile(r"(?<![0-9/.-])(?:19|20)[0-9]{2}(?![0-9/-])")
_OF_AWARDS = re.compile(r"\b(?:khen|danh hieu|thi dua|danh sach|tong hop)\b")
_SHEET = re.compile(rf"(?:[a-z]{{1,6}}[\s._-]*)?(?:khen thuong |thi dua )?(?:nam)?[\s._-]*{_NUMBER}")
_SPAN = re.compile(
    r"[0-9]{4}\s*(?:-|–|den|/)\s*[0-9]{4}|\b(?:giai doan|nam hoc|nien khoa|thang)\b|^\W*(?:can cu|kem theo)"
)
_DECISION = re.compile(
    r"(?:theo\s+)?(?:quyết định|qđ)(?:\s+khen thưởng)?\s*(?:số)?\s*[:.]?\s*(?P<number>[0-9]+[^\s,;()]*)"
    r"(?:[,;(\s]+(?:ký\s+)?ngày\s+(?P<date>[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}))?\)?\s*[:.]?(?:\s+của\s+(?P<who>.+))?",
    re.IGNORECASE,
)


class RegisterKnown(Known):
    """The award book; lines over its rows may tell a year or a decision beside what those of all lists do."""

    holds_awards = True

    def __init__(self) -> None:
        super().__init__(RegisterEntry, ("name", "award", "year"), {})

    def says(self, text: str) -> dict[str, str] | None:
        """Return the year, or the decision, that a line tells; None where it is of another kind."""
        if year := _YEAR.fullmatch(fold(text.strip(" .:;"))):
            return {"year": year["year"]}
        found = _DECISION.fullmatch(text.strip(" .:;"))
        if found is None:
            return None
        told = {"decision": found["number"], "date": found["date"], "decided_by": found["who"]}
        return {name: value for name, value in told.items() if value}


def year_above(sheet: Sheet, layout: Layout, start: int, carried: dict[str, Word]) -> Said:
    """Return the year that the name of a sheet and its titles from row ``start`` on tell of a list without years.

    Where they tell several, none of them is said: the rows below have no year then.
    """
    if "year" in layout.held:
        return Said(carried)
    said: list[Word] = []
    if found := _SHEET.fullmatch(fold(sheet.name or "").strip()):
        said.append(Word(found["year"], layout.header, layout.places.get("", 0)))
    for row in range(start, layout.top):
        for column, text in texts_with_columns(sheet.rows[row]):
            said += [Word(year, row, column) for year in _years_of_title(text)]
    years = {word.text for word in said}
    return Said(({"year": said[-1]} if len(years) == 1 else {}) | carried)


def _years_of_title(text: str) -> list[str]:
    """Return the years of a title, or of a line with nothing but one; those of a day, or a span, are none of rows."""
    folded = fold(without_mark(text)[1])
    if _YEAR.fullmatch(folded.strip(" .:;")):
        return _YEARS.findall(folded)
    if _SPAN.search(folded) or not _OF_AWARDS.search(folded):
        return []
    return _YEARS.findall(folded)
