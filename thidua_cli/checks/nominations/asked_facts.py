"""What a nomination tells of a fact that a standard of the plan asks, and whether that is enough."""

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from operator import eq, ge, gt, le, lt
from typing import Any

from pydantic import TypeAdapter, ValidationError

from thidua_cli.model.awards import Condition
from thidua_cli.model.headings import field_by_heading, heading_key, title_of
from thidua_cli.model.nomination import Nomination, Tick
from thidua_cli.model.plan import Plan
from thidua_cli.model.terms import DISCIPLINES, GENDERS, INITIATIVES, RATINGS
from thidua_cli.vietnamese.amounts import amounts, unit_of, written
from thidua_cli.vietnamese.text import fold, listing

_SCALES = {"rating": RATINGS, "initiative": INITIATIVES, "discipline": DISCIPLINES, "gender": GENDERS}
_FIELDS = frozenset(
    (*_SCALES, "pending", "members", "advanced", "completed", "fighters", "warned", "agree", "voters", "position")
)
_FEW = 10  # per cent: of a fact that asks for no more, parts of one are ordinary
_PERCENT, _SHARE = re.compile(r"%|phan tram"), re.compile(r"\bt[yi] le\b")
_COMPARE = {">=": ge, ">": gt, "<=": le, "<": lt, "=": eq}
_SAID = {">=": "từ {} trở lên", ">": "trên {}", "<=": "không quá {}", "<": "dưới {}", "=": "đúng {}"}


class Answer(Enum):
    """What can be said of a fact against its condition."""

    MET = "met"
    NOT_MET = "not met"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact by its name in ``require``; ``field``: the field of a nomination that tells it, if one does."""

    name: str
    title: str
    field: str | None
    unit: int | None

    def typed(self, nomination: Nomination) -> Any:
        """Return what the nomination says of it, or None."""
        if told := self._told(nomination):
            return nomination.facts[told]
        return getattr(nomination, self.field) if self.field else None

    def _told(self, nomination: Nomination) -> str | None:
        """Return the name under which the facts of a nomination tell it."""
        if self.name in nomination.facts:
            return self.name
        return next((name for name in nomination.facts if fold(name) == fold(self.title)), None)

    def path(self, nomination: Nomination) -> str:
        """Return the field at which a finding on it stands."""
        told = self._told(nomination)
        return f"facts.{told}" if told else self.field or f"facts.{self.name}"

    def answer(self, condition: Condition, nomination: Nomination) -> Answer:
        """Hold what the nomination says against ``condition``."""
        typed = self.typed(nomination)
        if typed is None or self.unranked(nomination):
            return Answer.MISSING
        return _answer(self, condition, typed)

    def question(self, condition: Condition, nomination: Nomination) -> tuple[str, str] | None:
        """Return what to ask of a number that may be per cent or a share, and the remedy; None of any other."""
        typed = str(self.typed(nomination))
        if condition.operator not in _COMPARE:
            return None
        values = _values(self, condition, typed)
        if len(values) < 2 or values[-1] != values[0] * 100:
            return None
        share, percent = written(values[0], 6), written(values[-1], 4)
        if "%" in typed:
            hint = f"ghi đơn vị vào tên dữ kiện trong kế hoạch, ví dụ “{self.title} (%)”"
            return f"tính là {share} hay {percent}?", hint
        return f"là {percent}% hay {share}%?", f"ghi kèm dấu %, ví dụ {percent}%"

    def unranked(self, nomination: Nomination) -> bool:
        """Tell whether it is told by a name that has no place on its scale, as an initiative may be."""
        scale = _SCALES.get(self.field or "")
        return bool(scale) and self._told(nomination) is None and self.typed(nomination) not in (None, *(scale or ()))

    def shown(self, nomination: Nomination) -> str:
        """Return the value as officers know it."""
        typed = self.typed(nomination)
        if isinstance(typed, bool):
            return "có" if typed else "không"
        return _SCALES.get(self.field or "", {}).get(str(typed), str(typed))


def fact_of(name: str, plan: Plan) -> Fact:
    """Return the fact that ``require`` names: one of the plan's own, or a field of nominations."""
    title = plan.facts.get(name, "")
    by_heading = field_by_heading(Nomination)
    candidates = (name, *(by_heading.get(heading_key(text)) for text in (name.replace("_", " "), title) if text))
    field = next((one for one in candidates if one in _FIELDS), None)
    shown = title or (title_of(Nomination, field) if field else name.replace("_", " "))
    return Fact(name, shown, field, unit_of(fold(name.replace("_", " "))) or unit_of(fold(title)))


@lru_cache(maxsize=65536)
def _answer(fact: Fact, condition: Condition, typed: str | int | bool) -> Answer:
    if condition.operator == "is":
        found = _flag(fact, typed)
        return Answer.UNREADABLE if found is None else _met(found == condition.value)
    if condition.operator == "in":
        assert isinstance(condition.value, tuple)
        return _met(fold(str(typed)) in {fold(str(_word(fact, option))) for option in condition.value})
    bound = Fraction(str(condition.value))
    values = _values(fact, condition, typed)
    answers = {_met(bool(_COMPARE[condition.operator](value, bound))) for value in values}
    return answers.pop() if len(answers) == 1 else Answer.UNREADABLE


def _values(fact: Fact, condition: Condition, typed: str | int) -> tuple[Fraction, ...]:
    """Return every number that is typed, perhaps; a share beside its hundredfold, where nobody knows which it is."""
    values = (Fraction(typed),) if isinstance(typed, int) else amounts(typed, fact.unit)
    bound, told = Fraction(str(condition.value)), fold(f"{fact.name.replace('_', ' ')} {fact.title}")
    in_percent = _PERCENT.search(told) is not None
    if isinstance(typed, str) and "%" in typed:
        shares = [] if in_percent or bound > _FEW else [value / 100 for value in values]
        return (*shares, *values)
    # "0,975" under "Tỷ lệ (%)" is what a spreadsheet keeps of 97,5%, as often as not.
    wide = bound > _FEW or (in_percent and bound > 1 and condition.operator in (">=", ">"))
    if not wide or not (in_percent or _SHARE.search(told)):
        return values
    return (*values, *(value * 100 for value in values if 0 < abs(value) <= 1))


def _met(met: bool) -> Answer:
    return Answer.MET if met else Answer.NOT_MET


def _flag(fact: Fact, typed: str | int | bool) -> bool | None:
    if isinstance(typed, bool | int):
        return bool(typed)
    if fact.field in _SCALES and typed in _SCALES[fact.field]:
        return typed not in ("none", "failed")
    try:
        return bool(TypeAdapter(Tick).validate_python(typed))
    except ValidationError:
        return None


def _word(fact: Fact, option: str) -> Any:
    """Return the word of a closed list that an option of a condition means: ``xuất sắc`` is excellent."""
    if fact.field not in _SCALES:
        return option
    try:
        return TypeAdapter(Nomination.__annotations__[fact.field]).validate_python(option)
    except ValidationError:
        return option


def condition_said(condition: Condition) -> str:
    """Return a condition in Vietnamese: ``từ 50 trở lên``, ``là có``, ``là tốt hoặc xuất sắc``."""
    value = condition.value
    if condition.operator == "is":
        return f"là {'có' if value else 'không'}"
    if isinstance(value, tuple):
        return f"là {listing(value)}"
    return _SAID[condition.operator].format(f"{float(value):g}".replace(".", ","))
