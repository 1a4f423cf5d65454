"""Tables to records of a model, with what is wrong at its cell."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.findings.outcome import ListRow
from thidua_cli.lists.book_lines import RegisterKnown, year_above
from thidua_cli.lists.cells import Refused, built
from thidua_cli.lists.column_layout import Layout
from thidua_cli.lists.header import find_layout
from thidua_cli.lists.known import FACT, Known
from thidua_cli.lists.notes import unread_notes
from thidua_cli.lists.outside import Outside, names_nominees, paragraphs_of, told_outside
from thidua_cli.lists.own_words import own_kinds, own_units, units_in_names, withdrawn
from thidua_cli.lists.rows import Block, Reading, Rows
from thidua_cli.lists.section_lines import Said, Word
from thidua_cli.lists.side_by_side import side_by_side
from thidua_cli.lists.struck import take_back
from thidua_cli.lists.titles import said_above
from thidua_cli.lists.told import (
    explains,
    grouped_row,
    left_out,
    likeliest,
    no_header,
    nobody_row,
    nominees_above,
    passed_row,
    passed_sheet,
    sample_row,
    unfit_title,
    unread_collectives,
    unseen,
    withdrawn_row,
    without_value,
)
from thidua_cli.lists.told_cells import blank_fields, filled, places_of, shut_cells
from thidua_cli.lists.unit_heads import rows_of_units
from thidua_cli.lists.unit_rows import UnitKnown
from thidua_cli.lists.values import Learnt, ValueReader
from thidua_cli.lists.values_of_awards import awards_of, only_award, rows_of_several
from thidua_cli.lists.view import unread_view, view_of
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Record
from thidua_cli.reading.tables.table import Sheet, Table, TableRow, fault_at

Value = TypeVar("Value", bound=BaseModel)


def nomination_reader(
    facts: Mapping[str, str], *, award_needed: bool, units: Collection[str] = (), first_year: int | None = None
) -> "Reader[Nomination]":
    """Return the reader of lists of nominations.

    ``facts`` are those of the plan, by id with their title; ``units`` the names of the units of the campaign;
    ``first_year`` is the year in which it began.
    """
    needed = ("name", "award") if award_needed else ("name",)
    return Reader(Nomination, Known(Nomination, needed, facts, units, first_year), "đề nghị", sectioned=True)


def unit_reader() -> "Reader[Unit]":
    """Return the reader of lists of units."""
    return Reader(Unit, UnitKnown(), "đơn vị")


def register_reader() -> "Reader[RegisterEntry]":
    """Return the reader of award books."""
    return Reader(RegisterEntry, RegisterKnown(), "dòng của sổ")


class Reader(Generic[Value]):
    """Reads the tables of one kind; its columns keep what they have learnt from file to file."""

    def __init__(self, model: type[Value], known: Known, what: str, *, sectioned: bool = False) -> None:
        self.model, self.known, self.what, self.sectioned = model, known, what, sectioned
        self.lined = sectioned or known.holds_awards  # whether lines stand over rows and speak for them
        fields = model.model_fields.items()
        required = [(name,) for name, field in fields if field.is_required() and name not in known.called_by]
        self.required = [known.called_by, *required]  # of several each row fills one
        self.defaults = {name: field.get_default() for name, field in fields if not field.is_required()}
        # Records never share a list or a mapping: neither that of a default nor that of a text typed before.
        self.containers = [name for name, value in self.defaults.items() if isinstance(value, list | dict)]
        self.learnt = Learnt(model)
        self.faults: list[Diagnostic] = []
        self.views: list[ListRow] = []
        self._outside: list[Outside] = []  # the rows of the sheets at hand that are in no list
        self.incomplete: set[str] = set()  # files of which a row, or a sheet, may hold records that are not read

    def read(self, table: Table) -> list[Record[Value]]:
        """Return the records of a table; what is wrong with it is added to ``faults``."""
        self.faults += table.faults
        if any(fault.severity is not Severity.NOTE for fault in table.faults):
            self.incomplete.add(table.file)
        records: list[Record[Value]] = []
        passed = []
        self._outside = []
        for sheet in table.sheets:
            found = None if sheet.hidden else self._parts(sheet)
            if found is None and any(cell != "" for row in sheet.rows for cell in row):
                passed.append(sheet)
                self.views.append(unread_view(sheet))
            records += found or ()
        if table.sheets and not records and len(passed) == sum(bool(sheet.rows) for sheet in table.sheets):
            if not table.faults:  # else it is told why nothing could be read
                self.faults.append(no_header(likeliest(table.sheets), self.known))
        else:
            self.faults += (passed_sheet(sheet, self.known) for sheet in passed)
            self.incomplete.update(sheet.file for sheet in passed if self._may_hold(sheet))
            if self.sectioned:
                told = list(told_outside(table, (*self._outside, *map(paragraphs_of, passed)), records))
                self.faults += told
                self.incomplete.update(table.file for _ in told)
        return records

    def finds_list(self, table: Table) -> bool:
        """Tell whether a table that is not read has a list of this kind on one of its sheets."""
        return any(find_layout(sheet, self.known) for sheet in table.sheets)

    def _parts(self, sheet: Sheet) -> list[Record[Value]] | None:
        """Return the records of the lists that stand side by side on a sheet; None when it has no list."""
        found = [self._sheet(part) for part in side_by_side(sheet, self.known)]
        if all(records is None for records in found):
            return None
        return [record for records in found for record in records or ()]

    def _may_hold(self, sheet: Sheet) -> bool:
        """Tell whether a sheet that is passed over may be a list all the same."""
        if explains(sheet):
            return False
        if find_layout(sheet, self.known) is not None:
            return True
        return names_nominees(sheet) or bool(rows_of_units(sheet, range(len(sheet.rows)), self.known))

    def _sheet(self, sheet: Sheet) -> list[Record[Value]] | None:
        """Return the records of all lists of a sheet, one below the other; None when it has no list."""
        layout = find_layout(sheet, self.known)
        if layout is None or (explains(sheet) and self.sectioned):
            return None
        records: list[Record[Value]] = []
        start, carried = 0, dict[str, Word]()
        rows: list[int] = []
        area: set[int] = set()
        while layout:
            said = self._said_above(sheet, layout, start, carried)
            if self.sectioned:
                self.faults += said.faults
                self.faults += unfit_title(sheet, range(start, layout.top))
                self.faults += nominees_above(sheet, said.nominees)
                self.incomplete.update(sheet.file for _ in said.nominees)
            reading = Rows(sheet, layout, self.known, said, sectioned=self.lined).read()
            following = find_layout(sheet, self.known, reading.end)
            behind = reading.end if following else len(sheet.rows)
            records += self._list(sheet, layout, reading, behind)
            told = {one.row for one in reading.passed}
            rows += [row for row in (*range(start, layout.top), *reading.beside) if row not in told]
            area.update(range(layout.first, reading.end) if sheet.notes else ())
            start, carried, layout = reading.end, said.inner, following
        rows += [row for row in range(start, len(sheet.rows)) if row not in told]
        self._outside.append((sheet, rows))
        if self.sectioned and (units := rows_of_units(sheet, rows, self.known)):
            self.faults.append(unread_collectives(sheet, units))
            self.incomplete.add(sheet.file)
        faults = list(unread_notes(sheet, area))
        self.faults += faults
        if any(fault.severity is not Severity.NOTE for fault in faults):
            self.incomplete.add(sheet.file)
        return records

    def _said_above(self, sheet: Sheet, layout: Layout, start: int, carried: dict[str, Word]) -> Said:
        if self.known.holds_awards:
            return year_above(sheet, layout, start, carried)
        return said_above(sheet, layout, start, carried, self.known) if self.sectioned else Said()

    def _list(self, sheet: Sheet, layout: Layout, reading: Reading, behind: int) -> list[Record[Value]]:
        """Return the records of one list; ``behind`` is the row at which what stands below it ends."""
        self._tell(sheet, layout, reading)
        values = ValueReader(sheet, layout, self.known, self.learnt, (block.rows for block in reading.blocks))
        records: list[Record[Value]] = []
        for block in reading.blocks:
            records += self._block(sheet, layout, block, values)
        self.faults += values.faults
        if values.incomplete:
            self.incomplete.add(sheet.file)
        self.views.append(view_of(sheet, layout, reading, self.known, len(records), behind))
        return records

    def _tell(self, sheet: Sheet, layout: Layout, reading: Reading) -> None:
        # A column is not missing when the section lines say it for every row.
        told = set.intersection(*(set(block.said) for block in reading.blocks)) if reading.blocks else set()
        lacking = self.known.lacking(layout.held | told)
        self.faults += (fault for fault in layout.faults if fault.code != "column-missing" or lacking)
        self.faults += without_value(sheet, layout, reading.end)
        sectioned = self.sectioned and self.known.nominates
        self.faults += (passed_row(sheet, passed, self.what, sectioned=sectioned) for passed in reading.passed)
        self.faults += (sample_row(sheet, row) for row in reading.samples)
        self.faults += (grouped_row(sheet, row) for row in reading.grouped)
        self.faults += (nobody_row(sheet, row) for row in reading.nobody)
        rows = [row for block in reading.blocks for row in block.rows]
        self.faults += unseen(sheet, layout, rows, self.what)
        struck = take_back(sheet, layout, rows)
        self.faults += struck.faults
        self.faults += (left_out(sheet, one, self.what) for one in reading.left_out)
        named = {column.at for column in layout.naming}
        spoilt = any(row in range(layout.first, reading.end) and at in named for row, at in sheet.unread)
        if reading.passed or reading.left_out or layout.doubtful or spoilt or struck.open:
            self.incomplete.add(sheet.file)

    def _block(self, sheet: Sheet, layout: Layout, block: Block, reader: ValueReader) -> Iterator[Record[Value]]:
        """Yield the records of rows that share what is said of them; they are read column by column, not row by row.

        Where a row leaves a field blank it takes what ``base`` says: the section lines, or the default of the model.
        """
        values = reader.read(block.rows, block.said, lined=block.lined)
        typed = values.typed
        facts = {name.removeprefix(FACT): typed.pop(name) for name in list(typed) if name.startswith(FACT)}
        if values.awards:
            typed["award"] = only_award(values)
        said = self._said(sheet, block)
        base = self.defaults | said
        shut = shut_cells(sheet, layout.places, block.rows, typed)
        lacking = blank_fields(self.required, typed, base, len(block.rows))
        typed.setdefault(self.known.needed[0], [None] * len(block.rows))  # of rows that an id calls
        if self.sectioned:
            units_in_names(typed, self.known)
            own_kinds(typed, base, self.known)
        own = own_units(typed, said, self.known)
        gone = withdrawn(typed) if self.sectioned else {}
        given = {*typed, *said, *(["facts"] if facts else [])}
        lists = filled(typed, base, shut)
        several, above = rows_of_several(values), places_of(block.said, sheet)
        lost = frozenset(name for name, word in block.said.items() if not word.text)
        untold = gone.keys() - values.refused
        left = values.refused.union(gone, lacking)
        for place, (index, row) in enumerate(zip(block.rows, zip(*lists, strict=True), strict=True)):
            origin = TableRow(sheet, index, layout.places, said=above, lost=lost)
            if place in left:
                self.faults += self._blank(origin, lacking.get(place, ()))
                self.faults += [withdrawn_row(origin.spot("name"), gone[place])] if place in untold else []
                self.incomplete.add(sheet.file)
                continue
            known = base.copy()
            known.update(zip(typed, row, strict=True))
            for fact, told in facts.items():
                if told[place] is not None:
                    known["facts"] = {**known["facts"], fact: told[place]}
            if place in own:
                known["unit"] = None  # a unit that is put forward itself is of no other
            if place not in several:
                yield Record(self._built(known, given), origin)
                continue
            for part, (at, award) in enumerate(awards_of(values, place)):
                places = {**layout.places, "award": at}
                of_part = TableRow(sheet, index, places, part, above, lost)
                yield Record(self._built({**known, "award": award}, given), of_part)

    def _built(self, values: dict[str, Any], given: set[str]) -> Value:
        for name in self.containers:
            values[name] = values[name].copy()
        return built(self.model, values, given)

    def _said(self, sheet: Sheet, block: Block) -> dict[str, Any]:
        """Return the values of what is said of a block; a line that is refused is a finding, and says nothing."""
        values: dict[str, Any] = {}
        for name, word in block.said.items():
            if not word.text or name not in self.model.model_fields:
                continue  # a line that is not understood, and told; or that says what no record of this kind has
            value = self.learnt.of(name).value(word.text)
            if not isinstance(value, Refused):
                values[name] = value
                continue
            spot, title = sheet.spot(word.row, word.column), self.known.title(name)
            rows = f"{len(block.rows)} dòng dưới đây chưa biết “{title}”"
            self.faults.append(fault_at(spot, value.code, f"{value.message}: {rows}", value.hint))
            sheet.refused.add((word.row, word.column))
        return values

    def _blank(self, origin: TableRow, lacking: Sequence[str]) -> Iterator[Diagnostic]:
        for name in lacking:
            # Else it is told: at the header, or as a cell that is not read.
            if name in origin.columns and not origin.left_unread(name):
                message = f"ô “{self.known.title(name)}” để trống"
                yield fault_at(origin.spot(name), "missing-key", message, "điền nội dung, hoặc xóa cả dòng nếu thừa")
