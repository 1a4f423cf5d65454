"""The values of the rows of a list, field by field: columns that are read together, parted, repeated or ticked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pydantic import BaseModel

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.answers import read_answers, told_answers
from thidua_cli.lists.award_cells import said_by_marks, same_award, without_no
from thidua_cli.lists.award_stages import put_forward
from thidua_cli.lists.below import is_mark, says_none
from thidua_cli.lists.cells import Column as Cells
from thidua_cli.lists.cells import Refused, text_of
from thidua_cli.lists.column_cells import cells_of, lacks_zero, no_name, rows_of
from thidua_cli.lists.column_layout import ANSWER, DECIDER, FEMALE, MALE, MARK, OUTSIDE, SURNAME, WHOM, Column, Layout
from thidua_cli.lists.decider_columns import with_deciders
from thidua_cli.lists.joined import named_in, splitter
from thidua_cli.lists.known import Known
from thidua_cli.lists.legends import explained
from thidua_cli.lists.name_parts import whole_names
from thidua_cli.lists.refusing_cells import refusing_cells
from thidua_cli.lists.repeats import Repeats
from thidua_cli.lists.section_lines import Word, subject_in
from thidua_cli.lists.told import lost_zero
from thidua_cli.lists.values_together import add_subjects, part_votes, together
from thidua_cli.reading.tables.table import Cell, Row, Sheet, fault_at
from thidua_cli.vietnamese.text import clean

_PREFERRED = {"position": "Chức vụ"}
_OF_ONE = frozenset(("headcount", "leaders", "subunits", "participants", "participating_units"))
_ALL_OF_THEM = frozenset(("prior", "achievement", "note", "dossier"))


@dataclass
class Learnt:
    """What a reader keeps of the cells of its columns, from file to file."""

    model: type[BaseModel]
    cells: dict[str, Cells] = field(default_factory=dict)

    def of(self, name: str) -> Cells:
        """Return what turns the cells of a field into values."""
        if name not in self.cells:
            self.cells[name] = Cells(self.model, name)
        return self.cells[name]


@dataclass
class Values:
    """The values of a block of rows: for each field a list, in the order of the rows.

    ``awards`` are lists of their own: each filled cell of each is a nomination; with the column that it stands in.
    ``refused`` are the places of rows that a column of answers does not let through, or any cell takes out.
    """

    typed: dict[str, list[Any]] = field(default_factory=dict)
    awards: list[tuple[int, list[Any]]] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)


class ValueReader:
    """Reads the values of one list."""

    def __init__(
        self, sheet: Sheet, layout: Layout, known: Known, learnt: Learnt, all_rows: Iterable[Sequence[int]] = ()
    ) -> None:
        """Take what is known of a list; ``all_rows`` are those of all its records, block by block."""
        self.sheet, self.layout, self.known, self.learnt = sheet, layout, known, learnt
        self.faults: list[Diagnostic] = []
        self.incomplete = False  # whether a cell that is told may stand for a record more
        self._rows: list[Row] = []  # those that are read
        self._told: set[tuple[int, int]] = set()  # cells of which something else is told
        self._repeats = Repeats(sheet, layout, all_rows)
        self._splitters = {one.at: splitter(one.holds, known) for one in layout.columns if len(one.holds) > 1}

    def read(self, rows: Sequence[int], said: Mapping[str, Word] | None = None, *, lined: bool = False) -> Values:
        """Return the values of some rows; ``said`` is what is said of all of them, ``lined`` by a line right above."""
        self._repeats.said, self._repeats.lined, self._rows = said or {}, lined, rows_of(self.sheet, rows)
        gone = self._refusing(rows)
        found: dict[str, list[tuple[Column, list[Any]]]] = {}
        for column in self.layout.columns:
            if column.holds and not OUTSIDE.issuperset(column.holds) and not self._is_surname(column):
                for name, typed in self._of(column, rows).items():
                    found.setdefault(name, []).append((column, typed))
        values = Values()
        if self.known.nominates:
            named = without_no([*found.pop("award", ()), *found.pop(MARK, ())])
            named = with_deciders(named, self.layout.of(DECIDER), self._rows)
            for column, typed in named:
                self._without_refused("award", typed, rows, column.at)
            values.awards = put_forward(named, partial(self._two_values, rows))
            values.refused = self._answered(rows)
        values.refused.update(gone)
        for name, several in found.items():
            values.typed[name] = self._one_of(name, several, rows)
        if len(found.get("name", ())) > 1 and self.known.nominates:
            add_subjects(values.typed, found["name"])
        part_votes(values.typed)
        if MALE in values.typed or FEMALE in values.typed:
            self._join_genders(values.typed, rows)
        return values

    def _refusing(self, rows: Sequence[int]) -> set[int]:
        """Return the places of rows that a cell takes out; no more is told of that cell."""
        found = refusing_cells(self.sheet, self.layout, rows, self.known)
        self.faults += (fault for _, fault in found.values())
        self.incomplete |= bool(found)
        self._told = {(rows[place], at) for place, (at, _) in found.items()}
        return set(found)

    def _answered(self, rows: Sequence[int]) -> set[int]:
        answers = read_answers(self.layout.of(ANSWER), self._rows)
        self.faults += told_answers(self.sheet, self.layout, answers, rows)
        self.incomplete |= bool(answers.refused or answers.unclear)
        return {*answers.refused, *answers.unclear}

    def _of(self, column: Column, rows: Sequence[int]) -> dict[str, list[Any]]:
        """Return the values that a column holds, by field; ticked awards by the sign of theirs."""
        if column.holds == (MARK,):
            return {MARK: self._ticks("award", column, rows)}
        if column.holds == (WHOM,):
            return {"subject": [subject_in(text) if text else None for text in self._ticks("subject", column, rows)]}
        if len(column.holds) > 1:
            return self._parted(column, rows)
        return {column.holds[0]: self._column(column.holds[0], column, rows)}

    def _is_surname(self, column: Column) -> bool:
        return self.layout.parted and column.holds == (SURNAME,)

    def _column(self, name: str, column: Column, rows: Sequence[int]) -> list[Any]:
        """Return the values of a column; a cell that is refused is a finding and counts as blank."""
        cells = cells_of(self._rows, column.at)
        if column.says:
            cells = said_by_marks(column, cells)
        cells = explained(cells, column.heading, name)
        lacking: dict[int, Refused] = {}
        if name == "name" and self.layout.parted:
            cells, lacking = whole_names(self.sheet, self.layout, column.at, rows)
        if column.year:
            cells = [f"{text_of(cell)} {column.year}" if cell != "" else cell for cell in cells]
        if column.kinds:
            cells = [self.known.unit_of(column.kinds, clean(text_of(cell))) or cell for cell in cells]
        if column.width > 1:
            parts = [cells_of(self._rows, at) for at in range(column.at, column.at + column.width)]
            cells = ["/".join(filter(None, map(text_of, row))) for row in zip(*parts, strict=True)]
        values = self._typed("name" if name == SURNAME else name, column.at, cells, rows)
        if name == "name" and self.known.checks_names:
            self._refuse_no_names(column.at, cells, values, rows)
        self._refuse_parts(column.at, values, rows, lacking)
        if name == "id_number":
            typed = self.sheet.typed
            short = (place for place, cell in enumerate(cells) if lacks_zero(cell, typed=typed))
            self.faults += (lost_zero(self.sheet.spot(rows[at], column.at), text_of(cells[at])) for at in short)
        return values

    def _refuse_no_names(self, at: int, cells: Sequence[Cell], values: list[Any], rows: Sequence[int]) -> None:
        """Refuse cells that name nobody, or several people: nobody knows whom the rest of the row is of."""
        texts = {cell for cell in cells if isinstance(cell, str)}
        refused = {cell: why for cell in texts if (why := no_name(cell) or self.known.no_name(cell))}
        for place in (place for place, cell in enumerate(cells) if refused and cell in refused):
            said, hint = refused[str(cells[place])]
            shown = clean(str(cells[place]))[:60]
            self._refuse("name", Refused("bad-value", f"“{shown}” {said}", hint), rows[place], at)
            values[place] = None

    def _refuse_parts(self, at: int, values: list[Any], rows: Sequence[int], lacking: Mapping[int, Refused]) -> None:
        """Refuse names of which a part is lacking."""
        for place, refused in lacking.items():
            if values[place] is not None:
                self._refuse("name", refused, rows[place], at)
                values[place] = None

    def _typed(self, name: str, at: int, cells: Sequence[Cell], rows: Sequence[int]) -> list[Any]:
        learnt = self.learnt.of(name)
        if name in (MALE, FEMALE):
            return [clean(text_of(cell)) if cell != "" else None for cell in cells]
        values = learnt.values(cells)
        if name in _OF_ONE:
            self._share(values, at, rows)
        if learnt.repeats:
            self._repeats.put(learnt, name, at, values, rows)
        return self._without_refused(name, values, rows, at)

    def _without_refused(self, name: str, values: list[Any], rows: Sequence[int], at: int) -> list[Any]:
        """Tell of each value that is refused; it counts as blank."""
        for place, value in enumerate(values if Refused in set(map(type, values)) else ()):
            if type(value) is Refused:
                self._refuse(name, value, rows[place], at)
                values[place] = None
        return values

    def _share(self, values: list[Any], at: int, rows: Sequence[int]) -> None:
        """Refuse a number whose cell is merged over several rows: it is that of all of them together."""
        areas = [
            (top, bottom) for top, left, bottom, right in self.sheet.merges if left <= at <= right and bottom > top
        ]
        for place, row in enumerate(rows):
            if values[place] is not None and any(top <= row <= bottom for top, bottom in areas):
                values[place] = Refused(
                    "bad-value", f"“{values[place]}” là ô gộp của nhiều dòng", "tách ô, ghi từng dòng"
                )

    def _refuse(self, name: str, refused: Refused, row: int, at: int, title: str = "") -> None:
        """Tell that a cell is not taken, in a column of this field; ``title`` where its own heading tells more."""
        nominee = self.layout.places[""]
        who = clean(text_of((self.sheet.rows[row][nominee : nominee + 1] or [""])[0]))
        message = f"cột “{title or self.known.title(name)}”: {refused.message}"
        if (row, at) not in self._told:
            self.faults.append(fault_at(self.sheet.spot(row, at), refused.code, message, refused.hint, who))
        self.sheet.refused |= {(row, at), (row, self.layout.places.get(name, at))}

    def _parted(self, column: Column, rows: Sequence[int]) -> dict[str, list[Any]]:
        """Return the values of two fields that share a column."""
        split = self._splitters[column.at]
        cells = cells_of(self._rows, column.at)
        known: dict[Cell, tuple[str, ...]] = {cell: split(text_of(cell)) for cell in set(cells)}
        values = {
            name: self._typed(name, column.at, [known[cell][place] for cell in cells], rows)
            for place, name in enumerate(column.holds)
        }
        if "name" in values and self.known.checks_names:
            named = {cell: named_in(parts) for cell, parts in known.items()}
            self._refuse_no_names(column.at, [named[cell] for cell in cells], values["name"], rows)
        return values

    def _ticks(self, name: str, column: Column, rows: Sequence[int]) -> list[Any]:
        """Return the award of a column for each row that ticks it."""
        texts = [clean(text_of(cell)) for cell in cells_of(self._rows, column.at)]
        found: list[Any] = []
        for place, text in enumerate(texts):
            ticked = bool(text) and (is_mark(text) or same_award(text, column.heading))
            found.append(column.heading if ticked else None)
            if text and not ticked and not says_none(text):
                said = f"“{text[:40]}” không phải là dấu x"
                refused = Refused("bad-value", said, f"ghi x nếu đề nghị {column.heading}, để trống nếu không")
                self._refuse(name, refused, rows[place], column.at, column.heading)
                self.incomplete = True
        return found

    def _one_of(self, name: str, several: list[tuple[Column, list[Any]]], rows: Sequence[int]) -> list[Any]:
        """Return the values of a field that may have several columns: each row fills one, or says the same in all."""
        if len(several) == 1:
            return several[0][1]
        if name in _ALL_OF_THEM:
            return [together(values) for values in zip(*(typed for _, typed in several), strict=True)]
        several = sorted(several, key=lambda one: not one[0].heading.startswith(_PREFERRED.get(name, "")))
        found = []
        for place, values in enumerate(zip(*(typed for _, typed in several), strict=True)):
            told = list(dict.fromkeys(value for value in values if value is not None))
            if len(told) > 1 and name == "unit":
                told = [unit for unit in told if self.known.unit(unit)] or told
            if len(told) > 1 and name not in _PREFERRED:
                self._two_values(rows, several[0][0], several[-1][0], told, place, name)
                told = []
            found.append(told[0] if told else None)
        return found

    def _two_values(
        self, rows: Sequence[int], one: Column, other: Column, said: list[Any], place: int, name: str = "award"
    ) -> None:
        """Tell that two columns differ in what they say of one field."""
        both = f"“{one.heading}” và “{other.heading}”"
        message = f"cột {both} cùng nghĩa “{self.known.title(name)}” mà ghi khác nhau: “{said[0]}”, “{said[1]}”"
        spot = self.sheet.spot(rows[place], other.at)
        self.faults.append(fault_at(spot, "duplicate-column", message, "giữ một cột"))
        self.sheet.refused |= {(rows[place], one.at), (rows[place], self.layout.places.get(name, one.at))}

    def _join_genders(self, typed: dict[str, list[Any]], rows: Sequence[int]) -> None:
        """Turn the columns "Nam" and "Nữ", marked or holding the year of birth, into gender and birth."""
        blank = [None] * len(rows)
        men, women = typed.pop(MALE, None), typed.pop(FEMALE, None)
        alone = "female" if men is not None else "male"
        genders = typed.setdefault("gender", blank[:])
        years = typed.setdefault("born", blank[:])
        for place, (man, woman) in enumerate(zip(men or blank, women or blank, strict=True)):
            column = (self.layout.of(MALE) if man else self.layout.of(FEMALE))[:1]
            if man and woman:
                refused = Refused("bad-value", "đánh dấu cả “Nam” và “Nữ”", "để lại một ô")
                self._refuse("gender", refused, rows[place], self.layout.of(FEMALE)[0].at)
            elif man or woman:
                genders[place] = "male" if man else "female"
                years[place] = self._year(man or woman, years[place], rows[place], column[0].at)
            elif men is None or women is None:
                genders[place] = genders[place] or alone
        if not any(years) or "born" not in self.known.model.model_fields:
            del typed["born"]

    def _year(self, mark: str, known: Any, row: int, at: int) -> Any:
        if is_mark(mark) or mark.casefold() in ("nam", "nữ"):
            return known
        value = self.learnt.of("born").value(mark)
        if isinstance(value, Refused):
            self._refuse("born", value, row, at)
            return known
        return value
