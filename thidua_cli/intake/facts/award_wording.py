"""Titles and awards named in a clause, with who decides them."""

import re
from dataclasses import dataclass
from functools import cache

from thidua_cli.intake.words import one_of
from thidua_cli.law.award_catalogue import awards, find_award
from thidua_cli.law.deciders import recognise_decider
from thidua_cli.law.paper_kinds import any_of
from thidua_cli.vietnamese.text import clean, fold

_STOP = rf"(?=\s+{one_of('behind_deciders')}|\s*[;,.:()“”]|\s*$)"
_HANDED_OVER = ("Cờ ", "Bằng ", "Giấy ", "Huân chương ", "Huy chương ", "Kỷ niệm chương")
# The Confederation of Labour's certificate is no award of the Law: it is found to be told as a doubt.
_BESIDE_THE_LAW = "Bằng Lao động sáng tạo"
_GIVER = re.compile(
    rf"(?P<who>(?:Phó )?{one_of('deciders')}[^;:,.()“”]{{0,80}}?)"
    r"\s+(?:sẽ\s+)?(?:xem xét,?\s+|xét,?\s+|quyết định\s+|ký\s+)*(?:tặng|trao tặng|khen thưởng)\b"
)
_GENERIC = re.compile(r"^(?:cấp|các cấp|nhà nước|cấp có thẩm quyền|cấp trên)\b", re.I)


@cache
def _form_named() -> re.Pattern[str]:
    """Return what finds an award of the catalogue that is handed over (``form``), with whom it is of (``of``)."""
    given = [one.name for one in awards().values() if one.name.startswith(_HANDED_OVER)]
    stems = {re.split(" của | hạng ", name)[0] for name in [*given, _BESIDE_THE_LAW]}
    form = rf"(?:{any_of(stems)})(?: hạng (?:nhất|nhì|ba))?"
    of = r"[^;:,()“”]{3,90}?(?:, (?:ban, ngành|cơ quan|đơn vị|địa phương|doanh nghiệp))*"
    return re.compile(rf"\b(?P<form>{form})(?:\s+(?:của|do)\s+(?P<of>{of}){_STOP})?", re.I)


@dataclass(frozen=True, slots=True)
class NamedAward:
    """An award that a clause names; ``decided_by`` is empty when the clause does not tell."""

    form: str
    decided_by: str


def awards_in(clause: str) -> tuple[list[NamedAward], list[str]]:
    """Return the awards that the clause names for sure, and the names that it leaves open."""
    found: list[NamedAward] = []
    unsure: list[str] = []
    givers = [spelt_out(one["who"]) for one in _GIVER.finditer(clause)]
    for one in _form_named().finditer(clause):
        decided_by = spelt_out(one["of"] or "")
        if _GENERIC.match(decided_by):
            decided_by = ""
        if not decided_by and len(givers) == 1 and not fold(one["form"]).startswith(("huan", "huy")):
            decided_by = givers[0]
        form = _form(one["form"], decided_by)
        if not form:
            unsure.append(one[0].strip())
        elif (named := NamedAward(form, decided_by)) not in found:
            found.append(named)
    return found, unsure


def spelt_out(who: str) -> str:
    """Return a decider with ``UBND`` in full: the law is looked up by the full name, and so is printed."""
    text = clean(who).replace("UBND", "Ủy ban nhân dân")
    return re.sub(r"\s+(?:sẽ|được|có)$", "", text)


def _form(name: str, decided_by: str) -> str:
    """Return the id in the catalogue of the law, or an empty text when the name alone does not tell."""
    full = find_award(f"{name} của {decided_by}") if decided_by else None
    found = full or find_award(name)
    if found and found.own and not decided_by:
        return ""
    if not found and decided_by and (who := recognise_decider(decided_by)) and who.id in ("province_chair", "minister"):
        found = find_award(f"{name} của Bộ, ban, ngành, tỉnh")
    return found.id if found else ""


def without_awards(clause: str) -> str:
    """Return the clause without the awards it names and those who give them."""
    return _GIVER.sub(" ", _form_named().sub(" ", clause))
