"""The columns below the rows of headings: each means what its words say and what stands below it bears out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from thidua_cli.law.award_catalogue import names_award, read_award
from thidua_cli.lists.answers import answers_in
from thidua_cli.lists.award_cells import same_award
from thidua_cli.lists.award_stages import one_stage
from thidua_cli.lists.below import (
    Below,
    is_citizen_number,
    is_subject,
    may_be_called,
)
from thidua_cli.lists.cells import Column as Cells
from thidua_cli.lists.cells import Refused, is_votes
from thidua_cli.lists.column_layout import (
    BY_CELLS,
    BY_PLACE,
    FEMALE,
    MALE,
    MARK,
    NUMBER,
    PASSED,
    WHOM,
    Column,
    Layout,
)
from thidua_cli.lists.decider_columns import deciders_beside
from thidua_cli.lists.heading_words import Choice, Fields
from thidua_cli.lists.kind_columns import units_by_kind
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.name_columns import named, parts_of_names
from thidua_cli.lists.past_columns import counts_of_awards, of_the_past, one_rating, year_before
from thidua_cli.lists.section_lines import subject_in
from thidua_cli.lists.unit_columns import one_unit
from thidua_cli.lists.unread_columns import may_tell_more, missing, told_unread, unread_awards
from thidua_cli.reading.tables.table import Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import fold

_DETAILED = frozenset(WORDS["detailed"])
_COUNTED = frozenset(("advanced", "fighters"))
_TESTS: dict[str, Callable[[str], bool]] = {"subject": is_subject, "name": may_be_called}
_DAY_MONTH_YEAR = ("ngay", "thang", "nam")
_CLOSED = frozenset(("gender", "rating"))
_VOTED = re.compile(r"\b(?:bieu quyet|bo phieu|bau|binh xet|nhat tri)\b")
# "Đơn vị đề nghị" is a unit, "Kết quả xét" a count of votes, "Cá nhân đề nghị" names; but not over those of awards.
_UNLIKE_AWARDS = (("unit",), ("agree",), ("name",))


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column, from the uppermost row of headings down; nothing, or a text each row."""

    at: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.parts)


def read_columns(sheet: Sheet, layout: Layout, headings: Sequence[Heading], known: Known, rows: Sequence[Row]) -> None:
    """Enter what each column holds into a layout, and what is wrong with the headings; ``rows`` are the first below."""
    below = [Below(rows, heading.at) for heading in headings]
    choices = [_choices(heading, known) if heading.parts else () for heading in headings]
    taken = {field for one in choices if len(one) == 1 for field in one[0].fields}
    left = [_not_taken(one, taken) for one in choices]
    columns = [_column(*three, known) for three in zip(headings, below, left, strict=True)]
    columns = _days_in_three(columns, headings, known)
    parts = [heading.parts for heading in headings]
    columns = [of_the_past(*three, known) for three in zip(columns, parts, below, strict=True)]
    columns = one_rating(columns, below)
    counted = counts_of_awards(columns, parts, below)
    passed = [one.at for one, now in zip(columns, counted, strict=True) if one != now]
    columns = _one_meaning_of_counts(counted, below, known)
    columns = answers_in(columns, [heading.text for heading in headings], below, known)
    columns = deciders_beside(columns, below, known)
    columns = units_by_kind(columns, below, known)
    columns = named(columns, below, layout)
    layout.columns, layout.parted = parts_of_names(columns, below)
    layout.columns = _pass_repeated(layout.columns, below)
    one_stage(sheet, layout, [heading.text for heading in headings])
    one_unit(sheet, layout, below, known)
    layout.doubtful = layout.doubtful or may_tell_more(layout, below, known)
    layout.unread_awards = unread_awards(layout, below, passed)
    layout.faults += told_unread(sheet, layout, below, known)
    layout.faults += missing(sheet, layout, below, known)


def _not_taken(choices: tuple[Choice, ...], taken: set[str]) -> tuple[Choice, ...]:
    """Return what a heading of several meanings may mean beside those of which there is a column of their own."""
    left = tuple(choice for choice in choices if not taken.intersection(choice.fields))
    return left if left and len(choices) > 1 else choices


def _column(heading: Heading, below: Below, choices: tuple[Choice, ...], known: Known) -> Column:
    if not heading.parts:
        if not heading.at and below.counts_up:
            return Column(heading.at, "", (NUMBER,), BY_CELLS)
        return Column(heading.at, "")  # whose award, or name, stands there nobody tells
    if award := _ticked(heading, below, known):
        return Column(heading.at, award, (MARK,), BY_CELLS)
    if not known.headings.words_of(heading.text) and below.mostly(str.isdecimal):
        return Column(heading.at, heading.text, (NUMBER,), BY_CELLS)
    fields = _chosen(choices, below, known, known.own(heading.text))
    if fields in _UNLIKE_AWARDS and "award" in known.model.model_fields and below.mostly(_is_award):
        return Column(heading.at, heading.text, ("award",), BY_CELLS)
    if fields == ("name",) and not below.blank and below.ticks and subject_in(heading.parts[-1]):
        return Column(heading.at, heading.parts[-1], (WHOM,), BY_CELLS)
    if (fields == ("award",) or below.mostly(names_award)) and (year := year_before(heading.text, known)):
        return Column(heading.at, heading.text, ("prior",), year=year)
    if fields:
        return Column(heading.at, heading.text, fields)
    if (
        "award" in known.model.model_fields
        and below.mostly(names_award)
        and known.headings.may_be("award", heading.text)
    ):
        return Column(heading.at, heading.text, ("award",), BY_CELLS)
    return _by_cells(heading, below, known)


def _by_cells(heading: Heading, below: Below, known: Known) -> Column:
    """Return a column that its cells tell: votes (``15/15``) under a heading that speaks of them, citizens' numbers."""
    if "agree" in known.model.model_fields and _VOTED.search(fold(heading.text)) and below.any(is_votes):
        return Column(heading.at, heading.text, ("agree",), BY_CELLS)
    if "id_number" in known.model.model_fields and below.mostly(is_citizen_number):
        return Column(heading.at, heading.text, ("id_number",), BY_CELLS)
    return Column(heading.at, heading.text)


def _is_award(text: str) -> bool:
    return read_award(text) is not None


def _choices(heading: Heading, known: Known) -> tuple[Choice, ...]:
    """Return what a heading may mean: the whole of it, or its lowest part, which tells more if it is one of a group."""
    whole = known.meaning(heading.text)
    if len(heading.parts) == 1:
        return whole.choices if whole else ()
    upper, lower = known.meaning(heading.parts[0]), known.meaning(heading.parts[-1])
    if lower and lower.fields[0] in (MALE, FEMALE):
        return lower.choices
    if upper and upper.fields[0] in _DETAILED:
        return upper.choices
    inner = known.meaning(" ".join(heading.parts[1:]))  # of three rows the lower two may say it
    found = [meant for meant in (whole, inner, lower) if meant]
    best = max(found, key=lambda meant: meant.score, default=None)
    return best.choices if best else ()


def _chosen(choices: tuple[Choice, ...], below: Below, known: Known, own: str | None) -> Fields:
    """Return what the cells bear out of what a heading may mean; nothing where they leave several, or none.

    Where no cell decides, it is the field of which the heading is one of our ``own``.
    """
    # Where the words leave no choice, cells that say something else are faults to be told.
    sure = len(choices) == 1 and choices[0].fields != ("name",)
    borne = [choice for choice in choices if sure or _bears_out(choice.fields, below, known)]
    longest = max((choice.length for choice in borne), default=0)
    left = [choice.fields for choice in borne if choice.length == longest]
    tested = [fields for fields in left if fields[0] in _TESTS or fields[0] in _CLOSED]
    if len(left) > 1 and below.cells:
        left = tested or [fields for fields in left if fields == (own,)]
    return left[0] if len(left) == 1 else ()


def _bears_out(fields: Fields, below: Below, known: Known) -> bool:
    """Tell whether the cells below can be what a heading says."""
    if below.blank or len(fields) > 1:
        return True
    if fields == ("subject",):
        return below.half(is_subject)  # a line "CÁ NHÂN" among names makes no column of kinds
    if test := _TESTS.get(fields[0]):
        return below.any(test)
    if fields[0] in _CLOSED:
        cells = Cells(known.model, fields[0])
        return below.any(lambda cell: not isinstance(cells.value(cell), Refused))
    return True


def _ticked(heading: Heading, below: Below, known: Known) -> str:
    """Return the award that the cells below a heading tick; nothing where they do something else."""
    if "award" not in known.model.model_fields:
        return ""
    if not (below.ticks or _says_who(heading, below, known) or below.mostly(_own(heading))):
        return ""
    for text in (*reversed(heading.parts), heading.text):
        if names_award(text):
            if read_award(text) is None and below.any(names_award):
                return ""  # "Hình thức khen thưởng" over "GK" and a stray x names no award that it might stand for
            group = known.meaning(heading.parts[0])
            of_group = len(heading.parts) > 1 and group is not None and group.fields == ("award",)
            return text if of_group or not below.blank else ""
    return ""


def _says_who(heading: Heading, below: Below, known: Known) -> bool:
    """Tell whether cells in words stand below the name of an award: each is a mark, or told."""
    if not read_award(heading.parts[-1]) or known.meaning(heading.text):
        return False
    return not (below.any(str.isdecimal) or below.any(names_award) or below.any(is_person))


def _own(heading: Heading) -> Callable[[str], bool]:
    """Return what tells whether a cell is the award that heads it: it ticks it as ``x`` does."""
    return lambda cell: same_award(cell, heading.parts[-1])


def _days_in_three(columns: list[Column], headings: Sequence[Heading], known: Known) -> list[Column]:
    """Read day, month and year side by side below one heading as one value."""
    found = list(columns)
    for at in range(len(headings) - 2):
        three = headings[at : at + 3]
        if tuple(fold(one.parts[-1]) if len(one.parts) > 1 else "" for one in three) != _DAY_MONTH_YEAR:
            continue
        whole = known.meaning(three[0].parts[0])
        if whole and all(one.parts[0] == three[0].parts[0] for one in three):
            found[at] = Column(at, three[0].parts[0], whole.fields, width=3)
            found[at + 1 : at + 3] = [Column(one.at, one.text, (PASSED,), BY_PLACE) for one in three[1:]]
    return found


def _counted(heading: str, known: Known) -> Fields:
    """Return the count that a heading by itself means, ``LĐTT`` those who have it; that it is passed over for none."""
    meant = known.meaning(heading)
    return meant.fields if meant and meant.fields[0] in _COUNTED else (PASSED,)


def _one_meaning_of_counts(columns: list[Column], below: Sequence[Below], known: Known) -> list[Column]:
    """Read "LĐTT" over ones as a count where another column names the awards; over blanks as one of those ticked."""
    named = any("award" in column.holds for column in columns)
    ticked = any(column.holds == (MARK,) for column in columns)
    found = []
    for column, cells in zip(columns, below, strict=True):
        if column.holds == (MARK,) and named and cells.mostly(str.isdecimal):
            found.append(Column(column.at, column.heading, _counted(column.heading, known), BY_CELLS))
        elif ticked and not named and not cells.any(str.isdecimal) and set(column.holds) & _COUNTED:
            found.append(Column(column.at, column.heading, (MARK,), BY_PLACE))
        else:
            found.append(column)
    return found


def _pass_repeated(columns: list[Column], below: Sequence[Below]) -> list[Column]:
    """Pass over a column whose heading and cells are merged with those of the one before it."""
    found: list[Column] = []
    for column, cells in zip(columns, below, strict=True):
        before = found[-1] if found else None
        same = before is not None and before.holds == column.holds and before.heading == column.heading
        merged = same and (cells.blank or cells.repeats(below[column.at - 1]))
        found.append(replace(column, holds=(PASSED,), why=BY_PLACE) if merged else column)
    return found
