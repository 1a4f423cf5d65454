"""Cells to typed values: one column after the other, each distinct text once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from thidua_cli.lists.ditto import read_ditto
from thidua_cli.lists.known import WORDS
from thidua_cli.model.base import shown
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Part, Text
from thidua_cli.reading.spoilt_text import spoilt
from thidua_cli.reading.tables.table import Cell
from thidua_cli.vietnamese.encodings import may_be_spoilt
from thidua_cli.vietnamese.id_numbers import id_numbers, is_spoilt_number
from thidua_cli.vietnamese.text import clean, control_character, is_clean, without_control
from thidua_cli.vietnamese.whole_texts import WholeTexts

Value = TypeVar("Value", bound=BaseModel)
_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*[eE]\+?[0-9]+")
_OF_WHOM = r"(?:\s*(?:phiếu|thành viên|ủy viên|đại biểu|người|đồng chí|đ/c|đồng ý|tán thành|nhất trí))*"
_PERCENT = r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%"
_SHARE = rf"(?:\s*[-–(,:=]*\s*(?:đạt|chiếm|tỷ lệ|bằng)?\s*{_PERCENT}\s*\)?)?"
_SHARE_FIRST = rf"(?:(?:đạt|chiếm|tỷ lệ)?\s*{_PERCENT}\s*[-–(,:=]+\s*)?"
_VOTES = re.compile(
    rf"{_SHARE_FIRST}{_OF_WHOM}\s*:?\s*([0-9]{{1,6}}){_OF_WHOM}\s*(?:/|trên(?: tổng số)?)\s*([0-9]{{1,6}}){_OF_WHOM}"
    rf"{_SHARE}\s*\)?",
    re.IGNORECASE,
)
_VOTED = frozenset(("agree", "against", "none"))
_NO_VOTES = re.compile(r"(?:không(?: có)?(?: phiếu)?(?: nào)?|ko|k)\W*", re.IGNORECASE)
# "1.250" is what papers write of so many; "15 (trong đó 03 HĐ)" are 15.
_COUNTED = re.compile(
    r"([0-9]{1,6}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)\s*"
    r"(?:phiếu|đồng ý|tán thành|người|lao động|cán bộ|cá nhân|thành viên|đồng chí|đ/c)*"
    r"(?:\s*\(\s*trong đó[^()]*\)|\s*[,;]\s*trong đó\b.*)?",
    re.IGNORECASE,
)
_SIGN_OF_DAY = re.compile(r"\s*([/.-])\s*")
_BEFORE_DAY = re.compile(r"^(?:sinh\s+)?(?:ngày|tháng|năm|sinh|sn)\s+(?=[0-9])", re.IGNORECASE)
# "5/11/2026 (bổ sung)"; brackets with a number, or a doubt, or another calendar may say another day.
_OTHER_DAY = r"(?:\b(?:khoảng|chưa|không|dự kiến|ước|âm lịch)\b|[\d?])"
_REMARK_ON_DAY = re.compile(rf"(?<=\d)\s*\((?![^()]*{_OTHER_DAY})[^()]*\)\W*$", re.IGNORECASE)
_AFTER_DAY = re.compile(r"(?<=[0-9])(?:\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[.;,])+$")
_YEAR_FIRST = re.compile(r"^([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})$")
_MONTH = re.compile(r"^([0-9]{1,2}) năm ([0-9]{4})$", re.IGNORECASE)
# A count that a spreadsheet took for a day: as it comes out of a workbook, and as it is saved as CSV.
_DAY = re.compile(r"[0-9]{4}-([0-9]{2})-([0-9]{2})")
_DAY_TEXT = re.compile(r"[0-9]{1,2}[-/ ](?:Thg *[0-9]{1,2}|[A-Z][a-z]{2}|[0-9]{1,2}[-/][0-9]{4})", re.IGNORECASE)
# What a web page writes in place of a letter.
_ENTITY = re.compile(r"&(?:#[0-9]{2,6}|#x[0-9a-f]{2,5}|nbsp|amp|lt|gt|quot|[a-z](?:acute|grave|circ|tilde|uml));", re.I)
_ID_LENGTHS = (9, 11, 12)
_LINES = re.compile(r"\s*[;,]?\s*\n\s*")
_LOOK_ALIKE = re.compile(r"(?=.*[0-9])(?:[0-9OoIl]{9}|[0-9OoIl]{12})")
_TEXT_NUMBER = "định dạng cột là Văn bản (Text) rồi gõ lại đủ số"
_VOTES_HINT = (
    "ghi số phiếu đồng ý trên tổng số thành viên Hội đồng, ví dụ 7/9, "
    "hoặc hai con số ở hai cột “Số phiếu đồng ý” và “Tổng số thành viên”"
)
_OTHER_HINTS = {
    "agree": _VOTES_HINT,
    "against": "cột “Số phiếu không đồng ý” chỉ ghi số phiếu, ví dụ 0",
    "none": "cột “Số phiếu không có ý kiến” chỉ ghi số phiếu, ví dụ 0",
    "voters": "cột “Tổng số thành viên” ghi toàn bộ thành viên Hội đồng, ví dụ 9",
    "headcount": "chỉ ghi số người, ví dụ 35",
    "members": "chỉ ghi số người, ví dụ 35",
}
_PART_HINT = "ghi 90% hoặc 3/4"
_COUNT_HINT = "chỉ ghi chữ số, ví dụ 3"
_YEAR_HINT = "ghi một năm, đủ bốn chữ số, ví dụ 2026"
_A_YEAR = re.compile(r"(?:năm\s*:?\s*)?((?:19|20)[0-9]{2})", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"(?:(?:năm học|niên khóa|nh)\s*:?\s*)?[0-9]{4}\s*[-–/]\s*[0-9]{2,4}", re.IGNORECASE)


_NOBODY = WholeTexts(WORDS["nobody"])
_NO_VALUE = WholeTexts(WORDS["no_value"])


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
        self.repeats = False
        """Whether any cell says that it repeats another one."""
        self._adapter = _adapter(model, name)
        field = model.model_fields.get(name)
        self._dates = field is not None and field.annotation == PlanDate | None
        self._counts = field is not None and (field.annotation == Count | None or field.annotation is int)
        self._parts = field is not None and field.annotation == Part | None

    def values(self, cells: Sequence[Cell]) -> list[Any]:
        """Return the value of each cell, as `value` does."""
        known = self._known
        different = set(cells)
        texts = [cell for cell in different if isinstance(cell, str)]
        fresh = [text for text in texts if text not in known]
        suspect = may_be_spoilt("\n".join(fresh))
        for text in fresh:
            known[text] = self._read(text, suspect=suspect)
        if len(texts) == len(different):
            return list(map(known.__getitem__, cells))
        value = self.value  # numbers are read one by one: 1 and true are equal, and are not the same
        return [known[cell] if isinstance(cell, str) else value(cell) for cell in cells]

    def value(self, cell: Cell) -> Any:
        """Return the value, None for a blank, or `Refused`; ``7/9`` in a column of votes is the pair of both."""
        text = cell if isinstance(cell, str) else text_of(cell)
        if text not in self._known:
            self._known[text] = self._read(text, suspect=True)
        return self._known[text]

    def _read(self, typed: str, *, suspect: bool) -> Any:
        if self.name == "award" and "\n" in typed:
            typed = _LINES.sub("; ", typed.strip())  # each line is an award of its own
        text = typed.strip() if is_clean(typed) else clean(typed)
        if self.name == "unit" and text.strip(" .-–—…_") == "":
            return None
        if not text:
            return None
        if self.name == "unit" and text in _NO_VALUE:
            return Refused("bad-value", f"“{text}” không phải là tên đơn vị", "ghi tên đơn vị, hoặc để trống")
        if self.name == "id_number":
            return self._number(text, suspect=suspect)
        if self.name == "prior" and text in _NOBODY:
            return None
        if self.name != "name" and (repeated := read_ditto(text)):
            self.repeats = True
            return repeated
        if "&" in text and (entity := _ENTITY.search(text)):
            said = f"{shown(text)} còn mã của trang web ({entity[0]})"
            return Refused("legacy-encoding", said, "mở trang web ấy, chép lại chữ, hoặc gõ lại ô này")
        return self._unfit(text, suspect=suspect) or (
            text if self._adapter is None else self._validated(text, self._adapter)
        )

    def _number(self, text: str, *, suspect: bool) -> Any:
        """Return the number of an identity card, or a code; what tells none is blank, several stay as they are."""
        numbers = id_numbers(text)
        if len(numbers) == 1 and numbers[0].isdecimal() and len(numbers[0]) in _ID_LENGTHS:
            return numbers[0]
        text = text.lstrip("'’")  # so that a spreadsheet takes it for a text
        if _LOOK_ALIKE.fullmatch(text) and not text.isdecimal():
            said = f"{shown(text)} có chữ cái lẫn trong số (O, o, l, I thay cho 0 và 1)"
            return Refused("bad-value", said, "gõ lại bằng chữ số")
        if repeated := read_ditto(text):
            self.repeats = True
            return repeated
        if refused := self._unfit(text, suspect=suspect):
            return refused
        if is_spoilt_number(text):
            return Refused("bad-value", f"chưa đọc được số định danh trong {shown(text)}", "gõ lại đủ chữ số")
        return text if any(map(str.isdecimal, text)) else None

    def _validated(self, text: str, adapter: "TypeAdapter[Any]") -> Any:
        if self.name == "year":
            return _year(text)
        if self.name in _VOTED and (votes := _votes(text)):
            return votes if self.name == "agree" else votes[0]
        if self.name in ("against", "none") and _NO_VOTES.fullmatch(text):
            return 0
        if self._counts and (counted := _COUNTED.fullmatch(text)):
            text = re.sub(r"\D", "", counted[1])
        try:
            return adapter.validate_python(text)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
        if self._dates and (plain := _plain_day(text)) != text:
            return self._validated(plain, adapter)
        if first["type"] != "refused":
            return Refused("bad-value", f"giá trị {shown(text)} không hợp lệ", "xem lại ô này")
        said = first["ctx"]
        if self._counts:
            return self._no_count(text, said["said"], _OTHER_HINTS.get(self.name, _COUNT_HINT))
        if self._parts:
            return self._no_count(text, said["said"], _PART_HINT)
        return Refused(said["code"], said["said"], said["hint"])

    def _no_count(self, text: str, said: str, hint: str) -> Refused:
        """Refuse what is no count, no part: a share, a word, or the day that a spreadsheet made of ``7/9``."""
        day = _DAY.fullmatch(text)
        if day is None and not _DAY_TEXT.fullmatch(text):
            return Refused("bad-value", said, hint)
        typed = (
            f"“{int(day[2])}/{int(day[1])}” thành {int(day[2])}/{int(day[1])}/{text[:4]}" if day else f"nó ra {text}"
        )
        said = f"ô này là một ngày, không phải con số: có lẽ Excel đã đổi {typed}"
        return Refused("bad-value", said, f"định dạng cột là Văn bản (Text) rồi gõ lại; {hint}")

    def _unfit(self, text: str, *, suspect: bool) -> Refused | None:
        """Refuse what is no text at all (see `unfit`), and numbers that Excel has cut short."""
        if (suspect or not text.isprintable()) and (refused := unfit(text)):
            return refused
        if self.name == "id_number" and not text.isdecimal() and _SCIENTIFIC.fullmatch(text):
            return Refused("bad-value", f"số định danh bị Excel rút gọn thành {shown(text)}", _TEXT_NUMBER)
        return None


def _year(text: str) -> int | Refused:
    """Return a year; what tells none, or two, is refused."""
    if found := _A_YEAR.fullmatch(text):
        return int(found[1])
    why = "không phải là một năm"
    if day := _DAY.fullmatch(text):
        why = f"là ngày {int(day[2])}/{int(day[1])}/{text[:4]}, không phải là một năm"
    elif _SCHOOL_YEAR.fullmatch(text):
        why = "là một năm học, hoặc hai năm: chưa rõ là năm nào"
    return Refused("bad-value", f"{shown(text)} {why}", _YEAR_HINT)


def _votes(text: str) -> tuple[int, int] | None:
    """Return votes and of how many: ``7/9``, ``100% (9/9)``; None for any other text, or a share that is not theirs."""
    found = _VOTES.fullmatch(text)
    if found is None:
        return None
    before, votes, of, behind = found.groups()
    share = 100 * int(votes) / (int(of) or 1)
    told = (float(percent.replace(",", ".")) for percent in (before, behind) if percent)
    return (int(votes), int(of)) if all(abs(percent - share) <= 1 for percent in told) else None


def is_votes(text: str) -> bool:
    """Tell whether a cell tells votes and of how many they are: ``15/15 đ/c``."""
    return _votes(text) is not None


def _plain_day(text: str) -> str:
    """Return a day without the words before it and the spaces in it: ``Sinh ngày 5 / 6 / 1985``."""
    text = _SIGN_OF_DAY.sub(r"\1", _REMARK_ON_DAY.sub("", text))
    plain = _MONTH.sub(r"\1/\2", _BEFORE_DAY.sub("", text, count=1))
    return _YEAR_FIRST.sub(r"\3/\2/\1", _AFTER_DAY.sub("", plain))


def unfit(text: str) -> Refused | None:
    """Refuse a text with control characters, of an old font, or whose letters a wrong encoding has spoilt."""
    if not text.isprintable() and (bad := control_character(text)) is not None:
        said = f"{shown(without_control(text))} có ký tự điều khiển (mã {ord(text[bad]):#04x})"
        return Refused("bad-value", said, "gõ lại ô này")
    if damage := spoilt(text):
        return Refused("legacy-encoding", f"{shown(text)} {damage.how}", damage.hint)
    return None


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
