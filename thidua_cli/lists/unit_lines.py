"""Lines above a list that name its unit: ``Đơn vị: Phòng A``, ``PHÒNG A - SỞ XÂY DỰNG``; and two that contradict."""

import re
from typing import NamedTuple

from thidua_cli.lists.known import WORDS, Known
from thidua_cli.lists.section_lines import speaks_of_unit
from thidua_cli.vietnamese.counting import ROMAN
from thidua_cli.vietnamese.sameness import unit_key
from thidua_cli.vietnamese.text import fold
from thidua_cli.vietnamese.unit_forms import unit_forms

_WHO = (
    r"đề nghị(?: khen(?: thưởng)?)?|đề xuất|trình(?: khen(?: thưởng)?)?|công tác|gửi(?: (?:báo cáo|danh sách))?|đăng ký"
    r"|lập(?: (?:danh sách|báo cáo|biểu))?|báo cáo|tổng hợp|nộp|thực hiện"
)
_LABELLED = re.compile(
    rf"(?P<label>(?:tên\s+)?(?:đơn vị|cơ quan|phòng, ban|trường|tổ chức)(?: (?:{_WHO}))?(?:, đơn vị)?)"
    r"\s*:\s*(?P<unit>.*)",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(r"(?:tên\s+)?(?:đơn vị|cơ quan)\s+(?P<who>[^:]{2,30}?)\s*:\s*(?P<unit>.+)", re.IGNORECASE)
_ABOVE_IT = re.compile(r"\b(?:chu quan|cap tren|quan ly|nhan|tinh|tham dinh|phoi hop|ban hanh|chi dao)\b")
_REMARK = re.compile(
    r"\s*\((?:kèm|ban hành|theo|đính).*?\)|\s{2,}.*$"
    rf"|\s*[-–,;]\s*(?:(?:năm|năm học|niên khóa|học kỳ|quý|tháng)\s+(?:\d|{ROMAN}\b).*"
    r"|đợt\b.*|tổng kết\b.*|ngày\s+\d.*)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–]\s+|,\s+|\s+thuộc\s+|\s+trực thuộc\s+", re.IGNORECASE)
_RANKS = [tuple(f"{fold(word)} " for word in words) for words in WORDS["ranks_of_units"]]


class UnitLine(NamedTuple):
    """What a line says of the unit of a list: its label, without one nothing, and the name, which may stand beside."""

    label: str
    unit: str


def unit_line(text: str, known: Known) -> UnitLine | None:
    """Return the unit that a line names for the list below it; None where it names none."""
    if found := _LABELLED.fullmatch(text):
        plain = without_remark(found["unit"])
        return UnitLine(fold(found["label"]), unit_within(plain, known) or plain)
    unit = unit_within(without_remark(text), known)
    return UnitLine("", unit) if unit else None


def strangely_labelled(text: str, known: Known) -> bool:
    """Tell whether a line names a unit of the campaign behind a label that nobody knows: ``Đơn vị bình xét: Tổ A``."""
    found = _OTHER_LABEL.fullmatch(text)
    if not found or _ABOVE_IT.search(fold(found["who"])):
        return False
    return unit_within(without_remark(found["unit"]), known) is not None


def without_remark(text: str) -> str:
    """Return a name without what is said of the list behind it: ``- Năm học 2025-2026``."""
    return _REMARK.sub("", text).strip(" .")


def unit_within(text: str, known: Known) -> str | None:
    """Return the unit of the campaign that a text is, or that stands in it beside its superiors alone."""
    if unit := known.unit(text):
        return unit
    parts = _PARTS.split(text)
    units = [part for part in parts if known.unit(part)]
    if len(units) != 1 or len(parts) < 2:
        return None
    return units[0] if all(is_above(part, units[0]) for part in parts if part != units[0]) else None


def is_above(superior: str, unit: str) -> bool:
    """Tell whether a body may be the superior of a unit, as far as the words for both tell: a Sở is of a Phòng."""
    ranks = _rank(superior), _rank(unit)
    return speaks_of_unit(superior) and ranks[0] < ranks[1]


def _rank(name: str) -> int:
    folded = f"{fold(name)} "
    return next((at for at, words in enumerate(_RANKS) if folded.startswith(words)), len(_RANKS))


def same_unit(one: str, other: str) -> bool:
    """Tell whether two texts may name one unit."""
    return unit_key(one) == unit_key(other) or not set(unit_forms(one)).isdisjoint(unit_forms(other))


def contradict(before: UnitLine, after: UnitLine) -> bool:
    """Tell whether two lines above one list name two units of which neither is that of the other."""
    if same_unit(before.unit, after.unit):
        return False
    same_label = bool(before.label) and before.label == after.label
    return same_label or not is_above(before.unit, after.unit)
