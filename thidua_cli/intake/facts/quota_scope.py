"""Whom a number of awards counts: each unit, named units, the rest, each phase."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.intake.facts.award_wording import awards_in
from thidua_cli.intake.facts.quota_numbers import Found
from thidua_cli.intake.report import Data, filled
from thidua_cli.intake.structure.sections import roles_of
from thidua_cli.intake.words import one_of
from thidua_cli.model.quota import REST

_EACH = re.compile(rf"\bmỗi\s+(?P<unit>[^;:.\d]{{2,60}}?)\s*,?\s*(?::|(?={one_of('behind_each')}|\d))", re.I)
_TIMES = re.compile(r"\s*(?:đợt|giai đoạn|kỳ|năm|lần)\b", re.I)
_EACH_AT_ALL = re.compile(r"\bmỗi\b(?!\s+(?:đợt|giai đoạn|kỳ|năm|lần))", re.I)
_PER_UNIT = re.compile(r"^\s*/\s*(?:0?1\s+)?(?:đơn vị|ban|phòng|trường|xã|phường|cơ quan|chi bộ|tổ)\b", re.I)
_BODY = re.compile(rf"(?:các\s+)?{one_of('units')}\b(?!.*\b(?:chọn|xét|tặng|trình|khen|đề nghị|giới thiệu)\b)", re.I)
_PLAIN_LABEL = re.compile(rf"(?:(?:về|đối với|khi|dịp)\s+)?{one_of('plain_labels')}[^:]{{0,40}}", re.I)
# A condition on the size of units, or another kind of awarding: no scope that a quota can hold.
_CONDITION = re.compile(r"\b(?:trên|dưới|từ|ít hơn|nhiều hơn|có)\s+\d|đột xuất|định kỳ|thường xuyên", re.I)
_UNIT = re.compile(rf"^{one_of('nameless_units')}$", re.I)
_REST = re.compile("còn lại", re.I)
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
            return Scope(filled(above | {"per": per}), own.words)
    return own


def _of_heading(heading: str) -> Data | None:
    """Return the units that a heading names; a heading that is not understood may be a condition."""
    text = heading.strip(" :.-+*")
    named, unsure = awards_in(text)
    if _CONDITION.search(text) and not named:
        return None
    if each := _EACH.search(f"{text}:"):
        return _of_each(each["unit"].strip()) if not _TIMES.match(each["unit"]) else {}
    if _REST.search(text):
        return {"units": REST}
    label = re.sub(r"^đối với\s+", "", text, flags=re.I)
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
    words = [one[0] for one in _YEAR.finditer(text)]
    per = ["phase"] if _PHASE.search(text) else []
    per += ["year"] if words else []
    units = ""
    each = next((one for one in _EACH.finditer(text) if not _TIMES.match(one["unit"])), None)
    if each:
        told = _of_each(each["unit"].strip())
        per += told["per"]
        words.append(each[0])
        units = told.get("units", "")
        label = _label(before[: each.start()])
        if label and not units and (units := _labelled(label) or ""):
            words.insert(0, label)
    elif ":" in before:
        label = _label(before)
        named = _labelled(label)
        if named is None:
            return None
        units = named
        words.insert(0, label)
    elif _REST.search(before):
        units = REST
        words.insert(0, before)
    if any(_PER_UNIT.match(after[after.find(number) + len(number) :]) for number in found.numbers):
        per.append("unit")
        words += [one[0] for one in re.finditer(r"/\s*(?:0?1\s+)?[^\W\d_]+(?: vị| quan| bộ)?", after)]
    return Scope(filled({"units": units, "per": per}), words)


def _label(text: str) -> str:
    label, colon, _ = text.partition(":")
    return label.strip(" -+*") if colon else ""


def _labelled(label: str) -> str | None:
    """Return the units that a label before the number names; an award or ``Số lượng`` is no unit."""
    if _CONDITION.search(label):
        return None
    if awards_in(label)[0] or _PLAIN_LABEL.fullmatch(label):
        return ""
    if _REST.search(label):
        return REST
    return label if _BODY.match(label) else None
