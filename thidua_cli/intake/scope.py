"""Whom a number of awards counts: each unit, named units, the rest, each phase."""

import re
from dataclasses import dataclass
from typing import Any

from thidua_cli.intake.award_names import awards_in
from thidua_cli.intake.counts import Found

Data = dict[str, Any]

_EACH = re.compile(
    r"\bmỗi\s+(?P<unit>[^;:.\d]{2,60}?)\s*,?\s*(?::|(?=được|chọn|có|xét|đề nghị|lựa chọn|bình chọn|không quá|tối đa"
    r"|tối thiểu|ít nhất|\d))",
    re.I,
)
_TIMES = re.compile(r"\s*(?:đợt|giai đoạn|kỳ|năm|lần)\b", re.I)
_EACH_AT_ALL = re.compile(r"\bmỗi\b(?!\s+(?:đợt|giai đoạn|kỳ|năm|lần))", re.I)
_PER_UNIT = re.compile(r"^\s*/\s*(?:0?1\s+)?(?:đơn vị|ban|phòng|trường|xã|phường|cơ quan|chi bộ|tổ)\b", re.I)
_BODY = re.compile(
    r"(?:các\s+)?(?:cơ quan|đơn vị|ban|sở|phòng|trường|ủy ban|ubnd|khối|cụm|chi cục|trung tâm|công ty|hội|đoàn|xã"
    r"|phường|văn phòng|bệnh viện|tổ|chi bộ|liên đoàn|công an|đảng ủy|nhà máy|phân xưởng|địa phương)\b",
    re.I,
)
_PLAIN_LABEL = re.compile(r"(?:về\s+)?(?:số lượng|hình thức|tập thể|cá nhân|khen thưởng|chỉ tiêu)[^:]{0,40}", re.I)
_UNIT = re.compile(
    r"^(?:đơn vị|cơ quan|phòng|cơ quan, đơn vị|phòng, ban|tập thể|trường|đơn vị trực thuộc"
    r"|(?:cụm|khối)(?:,? khối)?(?: thi đua)?)$",
    re.I,
)
_PHASE = re.compile(r"(?:mỗi|sau mỗi|từng) (?:đợt|giai đoạn)", re.I)


@dataclass(frozen=True, slots=True)
class Scope:
    """``units`` and ``per`` as plan data, and the words of the clause that told them."""

    data: Data
    words: list[str]


def scope_of(text: str, found: Found) -> Scope | None:
    """Return the scope of the numbers in a clause; None when it is not understood whom they count."""
    before, after = text[: found.start], text[found.start :]
    if _EACH_AT_ALL.search(after):
        return None
    per, units, words = ["phase"] if _PHASE.search(text) else [], [], []
    each = next((one for one in _EACH.finditer(text) if not _TIMES.match(one["unit"])), None)
    if each:
        unit = each["unit"].strip()
        per.append("cluster" if re.match(r"cụm|khối thi đua", unit, re.I) else "unit")
        units, words = ([] if _UNIT.match(unit) else [unit]), [each[0]]
    elif ":" in before:
        label = before.partition(":")[0].strip(" -+*")
        if (named := _labelled(label)) is None:
            return None
        units, words = named, [label]
    elif re.search(r"còn lại", before, re.I):
        units, words = ["rest"], [before]
    if any(_PER_UNIT.match(after[after.find(number) + len(number) :]) for number in found.numbers):
        per.append("unit")
        words += [one[0] for one in re.finditer(r"/\s*(?:0?1\s+)?[^\W\d_]+(?: vị| quan| bộ)?", after)]
    data: Data = {"units": units[0] if len(units) == 1 else units} if units else {}
    return Scope(data | ({"per": per} if per else {}), words)


def _labelled(label: str) -> list[str] | None:
    """Return the units that a label before the number names; an award or ``Số lượng`` is no unit."""
    if awards_in(label)[0] or _PLAIN_LABEL.fullmatch(label):
        return []
    if re.search(r"còn lại", label, re.I):
        return ["rest"]
    return [label] if _BODY.match(label) else None


def names_phase(text: str, name: str) -> bool:
    """Tell whether the clause names a phase."""
    return bool(re.search(rf"\b{re.escape(name)}\b", text, re.I))
