"""Tables to records of a model: typed column by column, each distinct text once, errors at their cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from thidua_cli.diagnostics import Diagnostic, Severity
from thidua_cli.model.base import shown
from thidua_cli.model.records import Record
from thidua_cli.model.table_header import FEMALE, MALE, NUMBER, Known, Layout, find_layout
from thidua_cli.model.table_rows import Block, Reading, read_rows, said_above
from thidua_cli.source.table import Cell, Sheet, Table, TableRow, fault_at
from thidua_cli.text import clean, control_character, listing, looks_legacy, without_control

Value = TypeVar("Value", bound=BaseModel)
_DASHED = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*[eE]\+?[0-9]+")
_COUNT_OF = re.compile(r"([0-9]{1,6})\s*/\s*([0-9]{1,6})")
_CITIZEN_ID = 12
_MARKS = frozenset(("x", "X", "v", "V", "✓", "✔", "1"))


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why a text is no value of its column."""

    code: str
    message: str
    hint: str


class _Column:
    """Turns the cells under one field into values; what was typed before is known."""

    def __init__(self, model: type[BaseModel], name: str) -> None:
        self.name = name
        self._values: dict[str, Any] = {}
        self._adapter = adapter(model, name.partition(".")[0])

    def value(self, cell: Cell) -> Any:
        """Return the value, None for a blank, or `_Refused`."""
        text = cell if isinstance(cell, str) else text_of(cell)
        try:
            return self._values[text]
        except KeyError:
            found = self._values[text] = self._read(text)
            return found

    def _read(self, typed: str) -> Any:
        text = clean(typed)
        if not text:
            return None
        if (bad := control_character(text)) is not None:
            return _Refused("bad-value", f"có ký tự điều khiển (mã {ord(text[bad]):#04x}) lẫn trong chữ", "gõ lại ô này")
        if looks_legacy(text):
            hint = "chuyển bảng mã sang Unicode bằng UniKey (Ctrl+Shift+F6), đổi phông chữ, rồi chạy lại"
            return _Refused("legacy-encoding", f"{shown(text)} gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", hint)
        if self.name == "id_number" and _SCIENTIFIC.fullmatch(text):
            hint = "định dạng cột là Văn bản (Text) rồi gõ lại đủ số"
            return _Refused("bad-value", f"số định danh đã bị Excel rút gọn thành {shown(text)}", hint)
        if self.name.startswith("facts."):
            return text
        try:
            return self._adapter.validate_python(_DASHED.sub(r"\1/\2/\3", text) if _DASHED.fullmatch(text) else text)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            context = first.get("ctx", {})
            if first["type"] == "refused":
                return _Refused(context["code"], context["said"], context["hint"])
            return _Refused("bad-value", f"giá trị {shown(text)} không hợp lệ", "xem lại ô này")


@cache
def adapter(model: type[BaseModel], name: str) -> "TypeAdapter[Any]":
    """Return what validates one field of a model by itself."""
    field = model.model_fields[name]
    marks = tuple(field.metadata)
    return TypeAdapter(Annotated[field.annotation, *marks] if marks else field.annotation)


def text_of(cell: Cell) -> str:
    """Return a cell as it would have been typed: ``1.0`` as 1, a date as 2024-05-19."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


class Reader(Generic[Value]):
    """Reads the tables of one kind; columns keep what they have learnt from file to file."""

    def __init__(self, known: Known, model: type[Value], *, sectioned: bool = False, quiet: bool = False) -> None:
        self.known, self.model, self.sectioned, self.quiet = known, model, sectioned, quiet
        self.defaults = {name: field.get_default() for name, field in model.model_fields.items() if not field.is_required()}
        self.columns: dict[str, _Column] = {}
        self.faults: list[Diagnostic] = []

    def read(self, table: Table) -> list[Record[Value]]:
        """Return the records of a table; what is wrong with it is added to ``faults``."""
        self.faults += table.faults
        records: list[Record[Value]] = []
        passed = []
        for sheet in table.sheets:
            found = self._sheet(sheet)
            if found is None and any(cell != "" for row in sheet.rows for cell in row):
                passed.append(sheet)
            records += found or ()
        if table.sheets and len(passed) == len(table.sheets):
            self._no_header(table.sheets[0])
        else:
            self.faults += (_skipped(sheet) for sheet in passed)
        return records

    def _no_header(self, sheet: Sheet) -> None:
        names = listing((f"“{self.known.title(field)}”" for field in self.known.needed), "và")
        message = f"không tìm thấy hàng tiêu đề có cột {names}"
        hint = "đặt tên cột ở một hàng phía trên danh sách; trang tính ẩn thì bỏ ẩn"
        self.faults.append(fault_at(sheet.spot(0, 0), "column-missing", message, hint))

    def _sheet(self, sheet: Sheet) -> list[Record[Value]] | None:
        """Return the records of all lists of a sheet; None when it has no list or is hidden."""
        layout = None if sheet.hidden else find_layout(sheet, self.known)
        if layout is None:
            return None
        records: list[Record[Value]] = []
        start, carried = 0, dict[str, str]()
        while layout:
            said = said_above(sheet, layout, start, carried) if self.sectioned else said_above_nothing()
            reading = read_rows(sheet, layout, self.known, said, sectioned=self.sectioned)
            self._header_faults(layout, reading)
            for block in reading.blocks:
                records += self._block(sheet, layout, block)
            for index in reading.passed:
                self.faults.append(_passed_row(sheet, layout, index))
            start, carried = reading.end, reading.carried
            layout = find_layout(sheet, self.known, start) if start < len(sheet.rows) else None
        return records

    def _header_faults(self, layout: Layout, reading: Reading) -> None:
        told = {name for block in reading.blocks for name in block.said}
        for fault in layout.faults:
            by_sections = fault.code == "column-missing" and all(
                name in layout.columns or name in told for name in self.known.needed
            )
            if not by_sections and not (self.quiet and fault.severity is Severity.NOTE):
                self.faults.append(fault)

    def _block(self, sheet: Sheet, layout: Layout, block: Block) -> list[Record[Value]]:
        columns = {name: column for name, column in layout.columns.items() if name and name != NUMBER}
        rows = [sheet.rows[index] for index in block.rows]
        typed = {name: self._typed(sheet, name, column, block.rows) for name, column in columns.items()}
        if "id_number" in columns:
            self._lost_zeros(sheet, columns["id_number"], block.rows)
        _join_pair(typed)
        _part_votes(typed)
        facts = [name for name in typed if name.startswith("facts.")]
        base = self.defaults | {name: self._said(name, text) for name, text in block.said.items()}
        plain = [name for name in typed if name not in facts]
        lists = [typed[name] for name in plain]
        records = []
        for place, index in enumerate(block.rows):
            values = base.copy()
            for name, column_values in zip(plain, lists, strict=True):
                if (value := column_values[place]) is not None:
                    values[name] = value
            if facts:
                values["facts"] = {name[6:]: said for name in facts if (said := typed[name][place]) is not None}
            origin = TableRow(sheet, index, layout.columns)
            if lacking := [name for name in self.model.model_fields if name not in values]:
                self._blank(origin, lacking)
                continue
            records.append(Record(built(self.model, values), origin))
        assert len(rows) == len(block.rows)
        return records

    def _said(self, name: str, text: str) -> Any:
        value = self._column(name).value(text)
        return None if isinstance(value, _Refused) else value

    def _column(self, name: str) -> _Column:
        return self.columns.setdefault(name, _Column(self.model, name)) if name not in self.columns else self.columns[name]

    def _typed(self, sheet: Sheet, name: str, column: int, rows: Sequence[int]) -> list[Any]:
        """Return the values of a column; a cell that is refused is a finding and counts as blank."""
        if name in (MALE, FEMALE):
            return [text_of(cell) if (cell := _cell(sheet, row, column)) != "" else None for row in rows]
        if name == "agree":
            return [self._vote(sheet, row, column) for row in rows]
        read = self._column(name).value
        values = [read(line[column] if column < len(line) else "") for line in map(sheet.rows.__getitem__, rows)]
        for place, value in enumerate(values):
            if isinstance(value, _Refused):
                self._refuse(sheet, rows[place], column, value)
                values[place] = None
        if sheet.unread:
            self._unread(sheet, column, rows)
        return values
