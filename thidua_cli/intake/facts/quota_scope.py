"""Whom a number of awards counts: each unit, named units, the rest, each phase."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from thidua_cli.intake.facts.award_wording import awards_in
from thidua_cli.intake.facts.quota_numbers import Found
from thidua_cli.intake.structure.section_roles import roles_of
from thidua_cli.model.base import one_or_many
from thidua_cli.model.quota import REST

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
    r"(?:các\s+)?(?:cơ quan|đơn vị|ban|sở|phòng|trường(?! hợp)|ủy ban|ubnd|khối|cụm|chi cục|trung tâm|công ty"
    r"|hội(?! đồng)|đoàn|xã|phường|văn phòng|bệnh viện|tổ(?! chức)|chi bộ|công đoàn|khoa(?! học)|liên đoàn|công an"
    r"|đảng ủy|nhà máy|phân xưởng|địa phương)\b(?!.*\b(?:chọn|xét|tặng|trình|khen|đề nghị|giới thiệu)\b)",
    re.I,
)
_PLAIN_LABEL = re.compile(
    r"(?:(?:về|đối với|khi|dịp)\s+)?(?:số lượng|hình thức|tập thể|cá nhân|hộ gia đình|doanh nghiệp|khen thưởng|chỉ tiêu"
    r"|cụ thể|cấp (?:tỉnh|huyện|xã|cơ sở)|sơ kết|tổng kết|đợt|giai đoạn)[^:]{0,40}",
    re.I,
)
# A condition on the size of units, or another kind of awarding: no scope that a quota can hold.
_CONDITION = re.compile(r"\b(?:trên|dưới|từ|ít hơn|nhiều hơn|có)\s+\d|đột xuất|định kỳ|thường xuyên", re.I)
_UNIT = re.compile(
    r"^(?:đơn vị|cơ quan|phòng|cơ quan, đơn vị|phòng, ban|tập thể|trường|đơn vị trực thuộc"
    r"|(?:cụm|khối)(?:,? khối)?(?: thi đua)?)$",
    re.I,
)
_PHASE = re.compile(r"(?:mỗi|sau mỗi|từng) (?:đợt|giai đoạn)", re.I)
_YEAR = re.compile(r"(?:mỗi|hằng|hàng) năm", re.I)


@dataclass(frozen=True, slots=True)
class Scope:
    """``units`` and ``per`` as plan data, and the words of the clause that told them."""

    data: Data
    words: list[str]


def scope_of(text: str, found: Found, within: Sequence[str]) -> Scope | None:
    """Return the scope of the numbers in a clause; None when it is not understood whom they count.

    ``within`` are the headings above the clause and the words that lead its sentence, outermost first: the nearest
    of them that names units holds for a clause that names none.
    """
    own = _own_scope(text, found)
    if own is None or own.data.get("units") or {"unit", "cluster"} & set(own.data.get("per", [])):
        return own
    for heading in reversed(within):
        if (above := _of_heading(heading)) is None:
            return None
        if above:
            per = [*above.get("per", []), *own.data.get("per", [])]
            return Scope(above | ({"per": per} if per else {}), own.words)
    return own


def _of_heading(heading: str) -> Data | None:
    """Return the units that a heading names; a heading that is not understood may be a condition."""
    text = heading.strip(" :.-+*")
    if _CONDITION.search(text) and not awards_in(text)[0]:
        return None
    if each := _EACH.search(f"{text}:"):
        return _of_each(each["unit"].strip()) if not _TIMES.match(each["unit"]) else {}
    if re.search(r"còn lại", text, re.I):
        return {"units": REST}
    label = re.sub(r"^đối với\s+", "", text, flags=re.I)
    named, unsure = awards_in(text)
    if not text or named or unsure or _PLAIN_LABEL.fullmatch(label) or (roles_of(text) and not _BODY.match(label)):
        return {}
    return {"units": label} if _BODY.match(label) else None


def _of_each(unit: str) -> Data:
    per = "cluster" if re.match(r"cụm|khối thi đua", unit, re.I) else "unit"
    return {"per": [per]} if _UNIT.match(unit) else {"units": unit, "per": [per]}


def _own_scope(text: str, found: Found) -> Scope | None:
    """Return the scope that the clause itself tells."""
    before, after = text[: found.start], text[found.start :]
    if _EACH_AT_ALL.search(after):
        return None
    per, words = ["phase"] if _PHASE.search(text) else [], [one[0] for one in _YEAR.finditer(text)]
    per += ["year"] if words else []
    units: list[str] = []
    each = next((one for one in _EACH.finditer(text) if not _TIMES.match(one["unit"])), None)
    if each:
        told = _of_each(each["unit"].strip())
        per += told["per"]
        words.append(each[0])
        units = [told["units"]] if "units" in told else []
        label = before[: each.start()].partition(":")[0].strip(" -+*") if ":" in before[: each.start()] else ""
        if label and not units and (named := _labelled(label)):
            units, words = named, [label, *words]
    elif ":" in before:
        label = before.partition(":")[0].strip(" -+*")
        if (named := _labelled(label)) is None:
            return None
        units, words = named, [label, *words]
    elif re.search(r"còn lại", before, re.I):
        units, words = [REST], [before, *words]
    if any(_PER_UNIT.match(after[after.find(number) + len(number) :]) for number in found.numbers):
        per.append("unit")
        words += [one[0] for one in re.finditer(r"/\s*(?:0?1\s+)?[^\W\d_]+(?: vị| quan| bộ)?", after)]
    data: Data = {"units": one_or_many(units)} if units else {}
    return Scope(data | ({"per": per} if per else {}), words)


def _labelled(label: str) -> list[str] | None:
    """Return the units that a label before the number names; an award or ``Số lượng`` is no unit."""
    if _CONDITION.search(label):
        return None
    if awards_in(label)[0] or _PLAIN_LABEL.fullmatch(label):
        return []
    if re.search(r"còn lại", label, re.I):
        return [REST]
    return [label] if _BODY.match(label) else None


def names_phase(text: str, name: str) -> bool:
    """Tell whether the clause names a phase."""
    return bool(re.search(rf"\b{re.escape(name)}\b", text, re.I))
