"""Cells to typed values: one column after the other, each distinct text once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from thidua_cli.lists.known import WORDS
from thidua_cli.model.base import shown
from thidua_cli.model.fields import Text
from thidua_cli.reading.tables.table import Cell
from thidua_cli.vietnamese.text import clean, control_character, fold, is_clean, looks_legacy, without_control

Value = TypeVar("Value", bound=BaseModel)
_DASHED = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*[eE]\+?[0-9]+")
_OUT_OF = re.compile(r"([0-9]{1,6})\s*/\s*([0-9]{1,6})")
# Letters and signs of Latin-1 that Vietnamese lacks: only a text that has one can be of an old font.
_FOREIGN = re.compile(
    "[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db-\u00dc\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb-\u00ff]"
)
_TEXT_NUMBER = "định dạng cột là Văn bản (Text) rồi gõ lại đủ số"
_UNICODE = "chuyển bảng mã sang Unicode bằng UniKey (Ctrl+Shift+F6), đổi phông chữ, rồi chạy lại"


class Ditto:
    """The value of a cell that repeats the one above it."""


DITTO = Ditto()
_DITTO = frozenset(map(fold, WORDS["ditto"]))
_LONGEST_DITTO = max(map(len, WORDS["ditto"]))


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a text is no value of its column."""

    code: str
    message: str
    hint: str


class Column:
    """Turns the cells under one field of a model into values; what was typed before is known."""

    def __init__(self, model: type[BaseModel], name: str) -> None:
        self.name = name
        self._known: dict[Cell, Any] = {}
        self._foreign: list[str] = []
        self.repeats = False
        """Whether any cell says that it repeats the one above."""
        self._adapter = _adapter(model, name)

    def values(self, cells: Iterable[Cell]) -> list[Any]:
        """Return the value of each cell, as `value` does."""
        known, learn = self._known, self.value
        return [known[cell] if cell in known else learn(cell) for cell in cells]

    def value(self, cell: Cell) -> Any:
        """Return the value, None for a blank, or `Refused`; ``7/9`` in a column of votes is the pair of both."""
        text = cell if isinstance(cell, str) else text_of(cell)
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, typed: str) -> Any:
        text = typed.strip() if is_clean(typed) else clean(typed)
        if not text:
            return None
        if len(text) <= _LONGEST_DITTO and self.name != "name" and fold(text) in _DITTO:
            self.repeats = True
            return DITTO
        return self._unfit(text) or (text if self._adapter is None else self._validated(text, self._adapter))

    def _validated(self, text: str, adapter: "TypeAdapter[Any]") -> Any:
        if self.name == "agree" and (votes := _OUT_OF.fullmatch(text)):
            return int(votes[1]), int(votes[2])
        if _DASHED.fullmatch(text):
            text = text.replace("-", "/")
        try:
            return adapter.validate_python(text)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
        if first["type"] != "refused":
            return Refused("bad-value", f"giá trị {shown(text)} không hợp lệ", "xem lại ô này")
        return Refused(first["ctx"]["code"], first["ctx"]["said"], first["ctx"]["hint"])

    def legacy(self) -> Refused | None:
        """Refuse, once, a column of texts too short to be known one by one, such as names, as of an old font."""
        texts = self._foreign
        if 2 * len(texts) < len(self._known) or not looks_legacy(" ".join(texts)):
            return None
        self._foreign = []
        return _legacy(texts[0])

    def _unfit(self, text: str) -> Refused | None:
        """Refuse what is no text at all (see `unfit`), and numbers that Excel has cut short."""
        if refused := unfit(text):
            return refused
        if not text.isascii() and _FOREIGN.search(text):
            self._foreign.append(text)
        if self.name == "id_number" and not text.isdecimal() and _SCIENTIFIC.fullmatch(text):
            return Refused("bad-value", f"số định danh bị Excel rút gọn thành {shown(text)}", _TEXT_NUMBER)
        return None


def unfit(text: str) -> Refused | None:
    """Refuse a text with control characters, or of an old font."""
    if not text.isprintable() and (bad := control_character(text)) is not None:
        said = f"{shown(without_control(text))} có ký tự điều khiển (mã {ord(text[bad]):#04x})"
        return Refused("bad-value", said, "gõ lại ô này")
    if not text.isascii() and _FOREIGN.search(text) and looks_legacy(text):
        return _legacy(text)
    return None


def _legacy(text: str) -> Refused:
    return Refused("legacy-encoding", f"{shown(text)} gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", _UNICODE)


def _adapter(model: type[BaseModel], name: str) -> "TypeAdapter[Any] | None":
    """Return what validates one field by itself; None for plain texts, which `clean` has made what they must be."""
    field = model.model_fields.get(name)
    if field is None or field.annotation == Text | None or (name == "name" and field.annotation is str):
        return None
    annotation: Any = field.annotation
    return TypeAdapter(Annotated[annotation, *field.metadata] if field.metadata else annotation)


def text_of(cell: Cell) -> str:
    """Return a cell as it would have been typed: ``1.0`` as 1, a date as 2024-05-19."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def built(model: type[Value], values: Mapping[str, Any], given: set[str]) -> Value:
    """Return a model of values that are validated already; ``given`` are the fields that the file has.

    It is what ``model_construct`` does, without asking every field for its default again: of 100,000 rows that
    alone takes as long as reading the workbook. Models are frozen and copies take a set of their own, so records
    may share ``given``; ``values`` belongs to the record.
    """
    made = model.__new__(model)
    put = object.__setattr__
    put(made, "__dict__", values)
    put(made, "__pydantic_fields_set__", given)
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    return made
