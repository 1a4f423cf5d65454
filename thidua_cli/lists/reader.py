"""Tables to records of a model, with what is wrong at its cell."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.cells import FACT, Column, Refused, built, text_of, unfit
from thidua_cli.lists.header import FEMALE, MALE, NUMBER, Known, Layout, find_layout
from thidua_cli.lists.rows import Block, Said, Word, read_rows, said_above
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Record
from thidua_cli.reading.tables.table import Cell, Sheet, Table, TableRow, fault_at
from thidua_cli.vietnamese.text import clean, listing, looks_legacy

Value = TypeVar("Value", bound=BaseModel)
_CITIZEN_ID = 12
_MARKS = frozenset(("x", "v", "✓", "✔", "1", "true"))


def nomination_reader(facts: Mapping[str, str], *, award_needed: bool) -> "Reader[Nomination]":
    """Return the reader of lists of nominations; ``facts`` are those of the plan, by id with their title."""
    needed = ("name", "award") if award_needed else ("name",)
    return Reader(Nomination, Known(Nomination, needed, facts), sectioned=True)


def unit_reader() -> "Reader[Unit]":
    """Return the reader of lists of units."""
    return Reader(Unit, Known(Unit, ("name",), {}))


def register_reader() -> "Reader[RegisterEntry]":
    """Return the reader of award books."""
    return Reader(RegisterEntry, Known(RegisterEntry, ("name", "award", "year"), {}))


class Reader(Generic[Value]):
    """Reads the tables of one kind; its columns keep what they have learnt from file to file."""

    def __init__(self, model: type[Value], known: Known, *, sectioned: bool = False) -> None:
        self.model, self.known, self.sectioned = model, known, sectioned
        fields = model.model_fields.items()
        self.required = [name for name, field in fields if field.is_required()]
        self.defaults = {name: field.get_default() for name, field in fields if not field.is_required()}
        # Records never share a list or a mapping: neither that of a default nor that of a text typed before.
        self.containers = [name for name, value in self.defaults.items() if isinstance(value, list | dict)]
        self.columns: dict[str, Column] = {}
        self.refused: set[tuple[int, int]] = set()  # row and column of cells of the sheet at hand that are told
        self.faults: list[Diagnostic] = []
        self.incomplete: set[str] = set()  # files of which a row is no record, though it is one of the list

    def read(self, table: Table) -> list[Record[Value]]:
        """Return the records of a table; what is wrong with it is added to ``faults``."""
        self.faults += table.faults
        records: list[Record[Value]] = []
        passed = []
        for sheet in table.sheets:
            found = None if sheet.hidden else self._sheet(sheet)
            if found is None and any(cell != "" for row in sheet.rows for cell in row):
                passed.append(sheet)
            records += found or ()
        if table.sheets and not records and len(passed) == sum(bool(sheet.rows) for sheet in table.sheets):
            if not table.faults:  # else it is told why nothing could be read
                self.faults.append(self._no_header(table.sheets[0]))
        else:
            self.faults += map(_passed_sheet, passed)
        return records

    def _no_header(self, sheet: Sheet) -> Diagnostic:
        names = listing((f"“{self.known.title(field)}”" for field in self.known.needed), "và")
        message = f"không tìm thấy hàng tiêu đề có cột {names}"
        hint = "đặt tên cột ở một hàng ngay trên danh sách; trang ẩn thì bỏ ẩn"
        return fault_at(sheet.spot(0, 0), "column-missing", message, hint)

    def _sheet(self, sheet: Sheet) -> list[Record[Value]] | None:
        """Return the records of all lists of a sheet, one below the other; None when it has no list."""
        layout = find_layout(sheet, self.known)
        if layout is None:
            return None
        self.refused.clear()
        records: list[Record[Value]] = []
        start, carried = 0, dict[str, Word]()
        while layout:
            said = Said()
            if self.sectioned:
                said = said_above(sheet, layout, start, carried)
                self.faults += _unfit_title(sheet, range(start, layout.header))
            reading = read_rows(sheet, layout, self.known, said, sectioned=self.sectioned)
            # A column is not missing when the section lines say it for every row.
            told = set.intersection(*(set(block.said) for block in reading.blocks)) if reading.blocks else set()
            lacking = set(self.known.needed) - set(layout.columns) - told
            self.faults += (fault for fault in layout.faults if fault.code != "column-missing" or lacking)
            self.faults += _without_value(sheet, layout, reading.end)
            self.faults += (_passed_row(sheet, index) for index in reading.passed)
            for block in reading.blocks:
                records += self._block(sheet, layout, block)
            start, carried = reading.end, said.inner
            layout = find_layout(sheet, self.known, start)
        return records

    def _block(self, sheet: Sheet, layout: Layout, block: Block) -> Iterator[Record[Value]]:
        """Yield the records of rows that share what is said of them; they are read column by column, not row by row.

        ``typed`` holds a list for each column, with the value of each row of the block in its order. Where a row
        leaves a field blank it takes what ``base`` says: the section lines, or the default of the model.
        """
        typed = {
            name: self._typed(sheet, name, column, block.rows, layout.columns[""])
            for name, column in layout.columns.items()
            if name not in ("", NUMBER)
        }
        _part_votes(typed)
        if MALE in typed:
            _join_genders(typed, self._column("born"))
        facts = {name.removeprefix(FACT): typed.pop(name) for name in list(typed) if name.startswith(FACT)}
        said = self._said(sheet, block)
        base = self.defaults | said
        lacking = self._lacking(typed, base)
        given = {*typed, *said, *(["facts"] if facts else [])}
        lists = [_or_else(base.get(name), column) for name, column in typed.items()]
        for place, (index, values) in enumerate(zip(block.rows, zip(*lists, strict=True), strict=True)):
            origin = TableRow(sheet, index, layout.columns)
            if place in lacking:
                self.faults += self._blank(origin, lacking[place])
                self.incomplete.add(sheet.file)
                continue
            known = base.copy()
            known.update(zip(typed, values, strict=True))
            for name in self.containers:
                known[name] = known[name].copy()
            for fact, told in facts.items():
                if told[place] is not None:
                    known["facts"][fact] = told[place]
            yield Record(built(self.model, known, given), origin)

    def _said(self, sheet: Sheet, block: Block) -> dict[str, Any]:
        """Return the values of what is said of a block; a line that is refused is a finding, and says nothing."""
        values: dict[str, Any] = {}
        for name, word in block.said.items():
            value = self._column(name).value(word.text)
            if not isinstance(value, Refused):
                values[name] = value
                continue
            spot, title = sheet.spot(word.row, word.column), self.known.title(name)
            rows = f"{len(block.rows)} dòng dưới đây chưa biết “{title}”"
            self.faults.append(fault_at(spot, value.code, f"{value.message}: {rows}", value.hint))
        return values

    def _lacking(self, typed: Mapping[str, list[Any]], base: Mapping[str, Any]) -> dict[int, list[str]]:
        """Return the required fields that rows leave blank, by the place of the row."""
        lacking: dict[int, list[str]] = {}
        length = len(next(iter(typed.values())))
        for name in self.required:
            if base.get(name) is None:
                for place, value in enumerate(typed.get(name, [None] * length)):
                    if value is None:
                        lacking.setdefault(place, []).append(name)
        return lacking

    def _blank(self, origin: TableRow, lacking: Sequence[str]) -> Iterator[Diagnostic]:
        for name in lacking:
            column = origin.columns.get(name)
            if column is None or (origin.row, column) in origin.sheet.unread:
                continue  # told at the header, or as a cell without value
            if (origin.row, column) not in self.refused:
                message = f"ô “{self.known.title(name)}” để trống"
                yield fault_at(origin.spot(name), "missing-key", message, "điền nội dung, hoặc xóa cả dòng nếu thừa")

    def _column(self, name: str) -> Column:
        if name not in self.columns:
            self.columns[name] = Column(self.model, name)
        return self.columns[name]

    def _typed(self, sheet: Sheet, name: str, column: int, rows: Sequence[int], nominee: int) -> list[Any]:
        """Return the values of a column; a cell that is refused is a finding and counts as blank."""
        cells = _cells(sheet, column, rows)
        values = self._column(name).values(cells)
        for place, value in enumerate(values):
            if type(value) is Refused:
                spot = sheet.spot(rows[place], column)
                who = clean(text_of((sheet.rows[rows[place]][nominee : nominee + 1] or [""])[0]))
                message = f"cột “{self.known.title(name)}”: {value.message}"
                self.faults.append(fault_at(spot, value.code, message, value.hint, who))
                self.refused.add((rows[place], column))
                values[place] = None
        if legacy := self._column(name).legacy():
            self.faults.append(fault_at(sheet.spot(rows[0], column), legacy.code, legacy.message, legacy.hint))
        if name == "id_number":
            short = (place for place, cell in enumerate(cells) if _lost_zero(cell, typed=sheet.typed))
            self.faults += (_lost(sheet.spot(rows[place], column), text_of(cells[place])) for place in short)
        return values


def _cells(sheet: Sheet, column: int, rows: Sequence[int]) -> list[Cell]:
    found = list(map(sheet.rows.__getitem__, rows))
    try:
        return list(map(itemgetter(column), found))
    except IndexError:  # rows of CSV files may be short
        return [row[column] if column < len(row) else "" for row in found]


def _or_else(default: Any, column: list[Any]) -> list[Any]:
    return column if default is None else [default if value is None else value for value in column]


def _lost_zero(cell: Any, *, typed: bool) -> bool:
    """Tell whether a number lacks one digit of a citizen's number; a text cell keeps its zeros."""
    if typed:
        return type(cell) in (float, int) and 10 ** (_CITIZEN_ID - 2) <= cell < 10 ** (_CITIZEN_ID - 1)
    return len(cell) == _CITIZEN_ID - 1 and cell.isdecimal()


def _lost(spot: Any, text: str) -> Diagnostic:
    message = f"số định danh “{text}” có {len(text)} chữ số, có lẽ mất số 0 ở đầu"
    hint = f"nếu là số căn cước thì định dạng ô là Văn bản (Text) rồi gõ “0{text}”"
    return fault_at(spot, "leading-zero-lost", message, hint)


def _part_votes(typed: dict[str, list[Any]]) -> None:
    """Part ``7/9`` into votes and voters, where the voters have no cell of their own."""
    agree = typed.get("agree", [])
    pairs = {place: value for place, value in enumerate(agree) if type(value) is tuple}
    if pairs:
        voters = typed.setdefault("voters", [None] * len(agree))
        for place, (votes, of) in pairs.items():
            agree[place] = votes
            voters[place] = of if voters[place] is None else voters[place]


def _join_genders(typed: dict[str, list[Any]], born: Column) -> None:
    """Turn the columns "Nam" and "Nữ", marked or holding the year of birth, into gender and birth."""
    men, women = typed.pop(MALE), typed.pop(FEMALE)
    genders = typed.setdefault("gender", [None] * len(men))
    years = typed.setdefault("born", [None] * len(men))
    for place, (man, woman) in enumerate(zip(men, women, strict=True)):
        mark = man or woman
        if mark and not (man and woman):
            genders[place] = "male" if man else "female"
            value = None if mark.casefold() in _MARKS else born.value(mark)
            years[place] = value if not isinstance(value, Refused) else None


def _without_value(sheet: Sheet, layout: Layout, end: int) -> Iterator[Diagnostic]:
    """Yield a finding for each cell of a known column that holds an error or a formula never computed."""
    columns = {
        column: layout.texts.get(column, "") for name, column in layout.columns.items() if name not in ("", NUMBER)
    }
    for (row, column), error in sorted(sheet.unread.items()):
        if layout.first <= row < end and column in columns:
            if error:
                message = f"ô này báo lỗi {error[:20]} (cột “{columns[column]}”)"
                hint = "sửa công thức, hoặc gõ giá trị thay cho công thức"
            else:
                message = f"ô này là công thức chưa có kết quả (cột “{columns[column]}”)"
                hint = "mở tệp trong Excel, chờ tính xong rồi lưu lại; hoặc gõ giá trị thay cho công thức"
            yield fault_at(sheet.spot(row, column), "formula-without-value", message, hint)


def _passed_row(sheet: Sheet, index: int) -> Diagnostic:
    """Return the finding for a row that is neither a record nor a line over others; any of its cells may be filled."""
    texts = enumerate(clean(text_of(cell)) for cell in sheet.rows[index])
    column, text = next((column, text) for column, text in texts if text)
    spot = sheet.spot(index, column)
    if refused := unfit(text):
        return fault_at(spot, refused.code, f"{refused.message}: dòng này không đọc được", refused.hint)
    message = f"dòng “{text[:60]}” không được đọc là một đề nghị"
    hint = "nếu là đề nghị thì điền đủ các cột; nếu là dòng mục thì ghi như “I. Tập thể”, “1. Phòng A”"
    return fault_at(spot, "row-skipped", message, hint)


def _unfit_title(sheet: Sheet, rows: range) -> Iterator[Diagnostic]:
    """Yield the first cell above a list that is of an old font: what it says of the list cannot be understood."""
    for row in rows:
        for column, cell in enumerate(sheet.rows[row]):
            if isinstance(cell, str) and looks_legacy(cell) and (refused := unfit(clean(cell))):
                yield fault_at(sheet.spot(row, column), refused.code, refused.message, refused.hint)
                return


def _passed_sheet(sheet: Sheet) -> Diagnostic:
    why = "trang ẩn" if sheet.hidden else "không có hàng tiêu đề"
    message = f"trang “{sheet.name}” không được đọc ({why})"
    hint = "nếu trang này có đề nghị thì bỏ ẩn, hoặc đặt tên cột ở hàng đầu danh sách"
    return fault_at(sheet.spot(0, 0), "sheet-skipped", message, hint)
