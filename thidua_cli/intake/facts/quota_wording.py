"""Quotas as papers word them: how many (counts, ceilings, ranges, shares), and of whom (each unit, some, the rest)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.intake.facts.award_wording import awards_in, without_awards
from thidua_cli.intake.report import Data, filled
from thidua_cli.intake.structure.sections import roles_of
from thidua_cli.intake.words import listed, one_of
from thidua_cli.law.paper_kinds import any_of
from thidua_cli.model.base import one_or_many
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.model.quota import REST

NOUNS = {name: subject for subject, name in SUBJECTS.items()}
NOUNS |= {"đơn vị": "collective", "gia đình": "household", "hộ": "household"}
NOUNS |= {noun: noun for noun in ("thôn", "xã", "khu dân cư")}
_NOUN = any_of(NOUNS)
_BOUND = rf"(?:(?P<bound>{one_of('bounds')}(?: được đề nghị| được xét)?|từ)\s+)?"
_COUNT = re.compile(
    rf"{_BOUND}(?<![\d/,.])(?P<a>\d{{1,3}})(?:\s*(?:-|–|đến)\s*(?P<b>\d{{1,3}}))?\s+"
    rf"(?:(?P<pool>trường hợp|suất)\s*\((?P<one>{_NOUN})\s+hoặc\s+(?P<two>{_NOUN})\)|(?P<noun>{_NOUN})\b)",
    re.I,
)
_SHARE = re.compile(
    rf"{_BOUND}(?P<share>\d{{1,2}}(?:,\d{{1,2}})?%)\s+"
    rf"(?:(?P<noun>{_NOUN})\s+)?(?:trên\s+|trong\s+)?(?:tổng\s+)?số\s+"
    rf"(?P<base>{_NOUN}|cán bộ, công chức[^;.,\d]{{0,60}}|công chức[^;.,\d]{{0,60}}|người lao động|lao động|đoàn viên)"
    r"(?:\s+tham gia)?",
    re.I,
)
_JOINED = re.compile(r"\s*(?:,|và|;|/|\+)\s*(?:và\s*)?$")
_MAX = ("không", "tối đa", "nhiều")
_USUAL = frozenset(listed("quota_words").split())
_WORD = re.compile(r"[^\W\d_]+|\d+")
_IN_YEAR = re.compile(r"(?:năm|tháng|quý)\s+(?:\d{1,2}/)?(?:\d{1,4}|[IV]+)(?:\s+năm\s+\d{4})?", re.I)
# What explains a noun or orders the nominees, and changes no number.
_ASIDE = re.compile(r"\([^()\d]*\)|(?:lấy )?theo (?:số )?điểm từ cao xuống thấp|dẫn đầu (?=phong trào|đợt)", re.I)
_GROUPS = ((r"là (?:cán bộ )?lãnh đạo|giữ chức vụ", "leader"), (r"(?:người )?lao động trực tiếp", "worker"))
_EACH = re.compile(rf"\bmỗi\s+(?P<unit>[^;:.\d]{{2,60}}?)\s*,?\s*(?::|(?={one_of('behind_each')}|\d))", re.I)
_TIMES = re.compile(r"\s*(?:đợt|giai đoạn|kỳ|năm|lần)\b", re.I)
_EACH_AT_ALL = re.compile(r"\bmỗi\b(?!\s+(?:đợt|giai đoạn|kỳ|năm|lần))", re.I)
_PER_UNIT = re.compile(r"^\s*/\s*(?:0?1\s+)?(?:đơn vị|ban|phòng|trường|xã|phường|cơ quan|chi bộ|tổ)\b", re.I)
_BODY = re.compile(rf"(?:các\s+)?{one_of('units')}\b(?!.*\b(?:chọn|xét|tặng|trình|khen|đề nghị|giới thiệu)\b)", re.I)
_PLAIN_LABEL = re.compile(rf"(?:(?:về|đối với|khi|dịp)\s+)?{one_of('plain_labels')}[^:]{{0,40}}", re.I)
# A condition on the size of units, or another kind of awarding: no scope that a quota can hold.
_CONDITION = re.compile(r"\b(?:trên|dưới|từ|ít hơn|nhiều hơn|có)\s+\d|đột xuất|định kỳ|thường xuyên", re.I)
_UNIT = re.compile(rf"^{one_of('nameless_units')}$", re.I)
_THE_REST = re.compile("còn lại", re.I)
_EACH_PHASE = re.compile(r"(?:mỗi|sau mỗi|từng) (?:đợt|giai đoạn)", re.I)
_YEARLY = re.compile(r"(?:mỗi|hằng|hàng) năm", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """The bounds of one clause, in order, and where the first one begins."""

    quotas: list[Data]
    start: int
    numbers: list[str]


def counts_in(clause: str) -> Found | None:
    """Return the bounds that a clause tells, or None; look-alikes are the caller's to refuse."""
    quotas: list[Data] = []
    matches: list[re.Match[str]] = []
    bound = ""
    for found in sorted([*_COUNT.finditer(clause), *_SHARE.finditer(clause)], key=lambda one: one.start()):
        last = matches[-1].end() if matches else -1
        if found.start() < last:
            continue
        told = (found["bound"] or "").lower()
        # "không quá 02 tập thể, 03 cá nhân": the bound holds for both.
        bound = told or (bound if matches and _JOINED.match(clause[last : found.start()]) else "")
        quota = _share(found, bound) if "share" in found.groupdict() else _count(found, bound)
        group = next(
            (group for words, group in _GROUPS if re.match(rf"\s+(?:{words})", clause[found.end() :], re.I)), ""
        )
        quotas.append({"subject": quota["subject"], "group": group, **quota} if group else quota)
        matches.append(found)
    return Found(quotas, matches[0].start(), [found[0] for found in matches]) if quotas else None


def _count(found: re.Match[str], bound: str) -> Data:
    nouns = [found["one"], found["two"]] if found["pool"] else [found["noun"]]
    subject = one_or_many([NOUNS[noun.lower()] for noun in nouns])
    number = int(found["a"])
    if found["b"]:
        return {"subject": subject, "min": number, "max": int(found["b"])}
    key = "exactly"
    if bound:
        key = "max" if bound.startswith(_MAX) else "min"
    return {"subject": subject, key: number}


def _share(found: re.Match[str], bound: str) -> Data:
    base = found["base"].lower()
    noun = (found["noun"] or "").lower() or (base if base in NOUNS else "cá nhân")
    of = "participants" if base in NOUNS else "headcount"
    key = "max" if bound.startswith(_MAX) or not bound else "min"
    return {"subject": NOUNS[noun], "share": {key: found["share"], "of": of}}


def strange_word(clause: str, found: Found, scope_words: list[str]) -> str:
    """Return the first word that a sentence on quotas does not have, or an empty text."""
    rest = clause
    for text in (*found.numbers, *scope_words):
        rest = rest.replace(text, " ", 1)
    rest = _ASIDE.sub(" ", rest)
    for words, _ in _GROUPS:
        rest = re.sub(words, " ", rest, flags=re.I)
    rest = _IN_YEAR.sub(" ", without_awards(rest))
    return next((word for word in _WORD.findall(rest.casefold()) if word not in _USUAL), "")


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
    if _THE_REST.search(text):
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
    words = [one[0] for one in _YEARLY.finditer(text)]
    per = ["phase"] if _EACH_PHASE.search(text) else []
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
    elif _THE_REST.search(before):
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
    if _THE_REST.search(label):
        return REST
    return label if _BODY.match(label) else None
