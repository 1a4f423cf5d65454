"""Types of single values: texts, counts, percentages, flags, names of things."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema

from thidua_cli.law.movement_terms import SUBJECTS as _SUBJECTS
from thidua_cli.model.base import Many, refuse, shown, text_schema
from thidua_cli.model.terms import word_or_name
from thidua_cli.vietnamese.text import clean

SUBJECTS = {word: _SUBJECTS[word] for word in ("collective", "individual", "household", "enterprise")}
GROUPS = {"leader": "lãnh đạo, quản lý", "worker": "người lao động trực tiếp"}


def _text(value: str) -> str:
    cleaned = clean(value)
    if not cleaned:
        raise refuse("giá trị để trống", "điền nội dung, hoặc bỏ cả khóa này")
    return cleaned


def _paragraphs(value: Any) -> Any:
    """A blank line within a text begins a new paragraph."""
    return value.split("\n\n") if isinstance(value, str) and "\n\n" in value else value


def _count(value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, int | str) and re.fullmatch(r"[0-9]{1,6}", text):
        return int(text)
    if re.fullmatch(r"[0-9]+", text):
        raise refuse(f"{shown(value)} lớn quá 999999", "xem lại con số: đây là số người, số tập thể hoặc số phiếu")
    if re.fullmatch(r"-[0-9]+", text):
        raise refuse(f"{shown(value)} nhỏ hơn 0", "ghi từ 0 trở lên; chưa biết thì bỏ khóa này, không ghi 0")
    if re.fullmatch(_THOUSANDS, text):
        whole = re.sub("[.,]", "", text)
        raise refuse(f"{shown(value)} có dấu ngăn hàng nghìn", f"ghi liền các chữ số: {whole}")
    hint = "tỷ lệ ghi trong share: {max: 10%, of: participants}" if "%" in text else "chỉ ghi chữ số, ví dụ 3"
    raise refuse(f"{shown(value)} không phải là số nguyên", hint)


def _positive(value: Any) -> int:
    if re.fullmatch(r"-[0-9]+|0+", str(value).strip()):
        raise refuse(f"{shown(value)} nhỏ hơn 1", "ghi từ 1 trở lên; chưa biết thì bỏ khóa này")
    return _count(value)


_THOUSANDS = "[1-9][0-9]{0,2}([.,][0-9]{3})+"
_DONG = r"[0-9]{1,9}|[0-9]{1,3}(\.[0-9]{3}){1,2}"


def _dong(value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, str | int) and re.fullmatch(_DONG, text):
        return int(text.replace(".", ""))
    raise refuse(f"{shown(value)} không phải là số tiền", "ghi số đồng dưới một tỷ: 1.410.000 hoặc 1410000")


@dataclass(frozen=True, slots=True)
class Percent:
    """A share as an exact fraction; prints as it was typed: ``10%``, ``1,5%``."""

    value: Fraction
    typed: str

    def of(self, whole: int) -> int:
        """Return the least number that is this part of a whole."""
        return ceil(self.value * whole)

    def __str__(self) -> str:
        """As printed in a paper."""
        return self.typed


def _percent(value: Any) -> Percent:
    if isinstance(value, Percent):
        return value
    found = re.fullmatch(r"\s*([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s*%\s*", value if isinstance(value, str) else "")
    if not found:
        raise refuse(f"{shown(value)} không phải là tỷ lệ phần trăm", "viết như 10% hoặc 12,5%")
    number = Fraction(found[1].replace(",", "."))
    if number > 100:
        raise refuse(f"tỷ lệ {shown(value)} lớn hơn 100%", "xem lại con số")
    return Percent(number / 100, f"{found[1].replace('.', ',')}%")


def _part(value: Any) -> Percent:
    """Read a part of a whole, as a fraction or a percentage."""
    if isinstance(value, Percent):
        return value
    found = re.fullmatch(r"\s*([0-9]{1,3})/([0-9]{1,3})\s*", value) if isinstance(value, str) else None
    if not found and "%" in str(value):
        return _percent(value)
    if not found:
        raise refuse(f"{shown(value)} không phải là một phần của toàn bộ", "viết như 90% hoặc 3/4")
    some, all_ = int(found[1]), int(found[2])
    if not 0 < some <= all_:
        raise refuse(f"{shown(value)} không phải là một phần của toàn bộ", "viết như 90% hoặc 3/4")
    return Percent(Fraction(some, all_), f"{some}/{all_}")


def flag_of(value: Any) -> bool | None:
    """Return what ``true``, ``có``, ``false`` or ``không`` tells, or None for anything else."""
    known = {"true": True, "có": True, "false": False, "không": False}
    return known.get(clean(value).lower()) if isinstance(value, str) else None


def _flag(value: Any) -> bool:
    flag = value if isinstance(value, bool) else flag_of(value)
    if flag is not None:
        return flag
    raise refuse(f"{shown(value)} không phải là có hay không", "ghi true (có) hoặc false (không)")


def flag_schema(*flags: bool) -> dict[str, Any]:
    """Return the JSON Schema of the words that tell one of the ``flags``."""
    words = {True: ("có", "[Tt][Rr][Uu][Ee]|[Cc][óÓ]"), False: ("không", "[Ff][Aa][Ll][Ss][Ee]|[Kk][Hh][ôÔ][Nn][Gg]")}
    plain = [word for flag in flags for word in (flag, words[flag][0])]
    letters = "|".join(words[flag][1] for flag in flags)
    return {"anyOf": [{"enum": plain}, {"type": "string", "pattern": rf"^\s*({letters})\s*$"}]}


def _matching(pattern: str, fault: str, hint: str) -> AfterValidator:
    """Return the check that a text is of this pattern; ``fault`` says with ``{}`` for the value what is wrong."""

    def check(value: str) -> str:
        if re.fullmatch(pattern, value.strip()):
            return value.strip()
        raise refuse(fault.format(shown(value)), hint)

    return AfterValidator(check)


_COUNT: dict[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 999_999},
        {"type": "string", "pattern": "^\\s*[0-9]{1,6}\\s*$"},
    ]
}
_POSITIVE: dict[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 999_999},
        {"type": "string", "pattern": "^\\s*(?=[0-9]{1,6}\\s*$)0*[1-9]"},
    ]
}
_PERCENT: dict[str, Any] = {
    "type": "string",
    "pattern": "^\\s*(100([.,]0{1,4})?|0?[0-9]{1,2}([.,][0-9]{1,4})?)\\s*%\\s*$",
}

Text = Annotated[str, AfterValidator(_text), WithJsonSchema(text_schema())]
Paragraphs = Annotated[Many[Text], BeforeValidator(_paragraphs)]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema(_COUNT)]
Positive = Annotated[int, PlainValidator(_positive), WithJsonSchema(_POSITIVE)]
Dong = Annotated[
    int,
    PlainValidator(_dong),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 999_999_999},
                {"type": "string", "pattern": rf"^\s*({_DONG})\s*$"},
            ]
        }
    ),
]
Share = Annotated[Percent, PlainValidator(_percent), WithJsonSchema(_PERCENT)]
Part = Annotated[
    Percent,
    PlainValidator(_part),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^\s*[0-9]{1,3}/[0-9]{1,3}\s*$"}, _PERCENT]}),
]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema(flag_schema(True, False))]
Slug = Annotated[
    str,
    _matching(r"[a-z0-9][a-z0-9-]*", "mã {} có ký tự không dùng được", "chỉ dùng a-z, 0-9 và dấu gạch nối, ví dụ gd1"),
    WithJsonSchema({"type": ["string", "integer", "boolean"], "minimum": 0, "pattern": r"^\s*[a-z0-9][a-z0-9-]*\s*$"}),
]
DocumentNumber = Annotated[
    str,
    _matching(r"[0-9]{1,5}[a-zđ]?", "số văn bản {} có phần thừa", "chỉ ghi phần số, ví dụ 12; ký hiệu in tự động"),
    WithJsonSchema(
        {"type": ["string", "integer"], "minimum": 0, "maximum": 99_999, "pattern": r"^\s*[0-9]{1,5}[a-zđ]?\s*$"}
    ),
]
Subject = Annotated[str, *word_or_name("đối tượng", SUBJECTS)]
Group = Annotated[str, *word_or_name("nhóm", GROUPS)]


def subject_name(subject: str) -> str:
    """Return the Vietnamese noun of a subject: ``collective`` gives ``tập thể``."""
    return SUBJECTS.get(subject, subject)


def group_name(group: str) -> str:
    """Return the Vietnamese noun of a group: ``leader`` gives ``lãnh đạo, quản lý``."""
    return GROUPS.get(group, group)
