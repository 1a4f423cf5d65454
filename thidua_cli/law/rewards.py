"""The money that goes with an award: a factor times the base salary on the day of the decision, rounded up.

``money`` answers for one award; what it cannot tell it says why, for a paper to print: a sum is never guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product
from math import ceil

from pydantic import Field

from thidua_cli.law.award_catalogue import award, deciders_of
from thidua_cli.law.citation import cite, join
from thidua_cli.law.data_files import entries, refuse_unknown
from thidua_cli.law.dated import AwardId, Dated, Part, Subject, Value, dated_values, refuse_overlaps
from thidua_cli.law.deciders import deciders
from thidua_cli.law.movement_terms import SUBJECTS
from thidua_cli.law.regimes import on_day, one_at
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.dates import padded
from thidua_cli.vietnamese.text import listing


class BaseSalary(Dated):
    """The base salary in đồng a month."""

    ABOUT = ()

    amount: int = Field(gt=0)


class Rounding(Dated):
    """A sum is rounded up to full ``unit`` đồng."""

    ABOUT = ()

    unit: int = Field(gt=0)


class Times(Dated):
    """The days of a factor and where it is said."""

    ABOUT = ()


class Paid(Value):
    """How many base salaries go with awards; without ``deciders`` whoever decides; ``at_most``: no more than that."""

    awards: tuple[AwardId, ...] = Field(min_length=1)
    subjects: tuple[Subject, ...] = Field(min_length=1)
    deciders: tuple[str, ...] = ()
    factor: Part
    at_most: bool = False

    @property
    def told(self) -> str:
        """The factor in Vietnamese: ``1,5 lần mức lương cơ sở``."""
        return f"{'không quá ' if self.at_most else ''}{written(self.factor)} lần mức lương cơ sở"

    @property
    def to_whom(self) -> str:
        """Who is paid so, in Vietnamese; all kinds of collectives are one word."""
        told = ("collective",) if "collective" in self.subjects else self.subjects
        return ", ".join(SUBJECTS[one] for one in told)

    @property
    def by_whom(self) -> str:
        """Who decides where it is paid, as a sentence goes on; empty where it does not matter."""
        who = "; ".join(deciders()[one].name for one in self.deciders)
        return f" nếu người quyết định là {who}" if who else ""


class Entry(Paid):
    """An entry of the file: one factor, and the decrees that say it one after the other."""

    said: tuple[Times, ...] = Field(min_length=1)

    def rewards(self) -> "Iterator[Reward]":
        """Yield the factor once for each time."""
        shared = {name: value for name, value in self if name != "said"}
        for times in self.said:
            yield Reward.model_validate(shared | times.model_dump(by_alias=True))


class Reward(Paid, Dated):
    """A factor during a time."""

    ABOUT = ()


@dataclass(frozen=True, slots=True)
class Money:
    """The money of one award: ``amount`` in đồng, or None, and then ``why`` in Vietnamese.

    ``reward`` and ``salary`` are what is known of it; ``behind`` all that the amount rests on.
    """

    amount: int | None = None
    why: str = ""
    reward: Reward | None = None
    salary: BaseSalary | None = None
    behind: tuple[Dated, ...] = ()

    @property
    def cited(self) -> str:
        """The articles that the amount rests on, in Vietnamese; empty where there is none."""
        return cite(join([one.citation for one in self.behind])) if self.behind else ""

    @property
    def doubt(self) -> str:
        """What is added where the least sure of them is not surely known: `` (suy ra từ quy định)``; else empty."""
        return max((one.confidence for one in self.behind), key=lambda known: known.rank).doubt if self.behind else ""


Readings = dict[str, Reward | None]
"""The factor of an award by who decides it, None where it is not known; ``""`` is whoever decides."""

base_salaries = dated_values("base_salary", "base_salary", BaseSalary)
roundings = dated_values("rewards", "rounding", Rounding)


@cache
def rewards() -> tuple[Reward, ...]:
    """Return the factors of all times; `LawDataError` when two speak of one award, subject and decider on one day."""
    found = tuple(one for entry in entries("rewards", Entry) for one in entry.rewards())
    refuse_unknown((decider for one in found for decider in one.deciders), deciders(), "rewards.yaml")
    of_one: dict[tuple[str, str, str], list[Reward]] = {}
    for one in found:
        for key in product(one.awards, one.subjects, one.deciders or ("",)):
            of_one.setdefault(key, []).append(one)
    for key, values in of_one.items():
        refuse_overlaps(values, f"rewards.yaml, {' '.join(key)}")
    return found


rewards_on = on_day(rewards)
"""The factors in force on a day."""


def base_salary(day: date) -> BaseSalary | None:
    """Return the base salary of ``day``; None for days of which we know none.

    It does not hang on the law of emulation: its confidence is the same every day.
    """
    return next((one for one in base_salaries() if one.in_force(day)), None)


def rounding(day: date) -> Rounding | None:
    """Return how a sum is rounded on ``day``; None for days of which we know nothing."""
    return one_at(roundings(), day)


@lru_cache(maxsize=4096)
def rewards_of(award_id: str, subject: str, day: date) -> tuple[Reward, ...]:
    """Return the factors of an award for a subject on ``day``, those of every decider."""
    return tuple(one for one in rewards_on(day) if award_id in one.awards and subject in one.subjects)


def readings(award_id: str, subject: str, day: date, deciding: frozenset[str] = frozenset()) -> Readings:
    """Return of each who may decide an award on ``day`` its factor, None where none is known; by id, empty for anybody.

    ``deciding`` are ids of `deciders`, all whom a decision may be of; without any it is nobody knows whose. Who by the
    law does not decide the award is meant only where nobody else can be.
    """
    found = rewards_of(award_id, subject, day)
    if not found or not found[0].deciders:
        return {"": found[0] if found else None}
    by_decider: Readings = {who: one for one in found for who in one.deciders}
    lawful = dict.fromkeys(one.who for one in deciders_of(award(award_id), day)) | by_decider
    meant = [who for who in lawful if who in deciding] or sorted(deciding) or list(lawful)
    return {who: by_decider.get(who) for who in meant}


@lru_cache(maxsize=4096)  # a list pays many the same
def money(award_id: str, subject: str, day: date, deciding: frozenset[str] = frozenset()) -> Money:
    """Return what is paid for an award that is decided on ``day``; of several who may decide it where all pay alike.

    See `readings` for ``deciding``.
    """
    by_decider = readings(award_id, subject, day, deciding)
    found = list(dict.fromkeys(filter(None, by_decider.values())))
    if None in by_decider.values() or len({(one.factor, one.at_most) for one in found}) != 1:
        return Money(why=_no_factor(award_id, subject, day, by_decider))
    salary, full = base_salary(day), rounding(day)
    if found[0].at_most:
        return Money(why=f"pháp luật chỉ quy định {found[0].told}", reward=found[0], salary=salary)
    if salary is None or full is None:
        return Money(why=f"chưa có dữ liệu về mức lương cơ sở ngày {padded(day)}", reward=found[0])
    return Money(amount(found[0].factor, salary, full), "", found[0], salary, (*found, salary, full))


def amount(factor: Fraction, salary: BaseSalary, full: Rounding) -> int:
    """Return the sum in đồng, exactly: the factor times the base salary, rounded up."""
    return ceil(factor * salary.amount / full.unit) * full.unit


def _no_factor(award_id: str, subject: str, day: date, by_decider: Readings) -> str:
    name = f"{award(award_id).name} cho {SUBJECTS[subject]}"
    if not rewards_of(award_id, subject, day):
        return f"chưa có dữ liệu về mức tiền thưởng của {name} ngày {padded(day)}"
    if not any(by_decider.values()):
        who = listing((deciders()[one].name for one in by_decider), "hoặc")
        return f"chưa có dữ liệu về mức tiền thưởng của {name} do {who} quyết định"
    told: dict[str, list[str]] = {}
    for one, paid in by_decider.items():
        told.setdefault(paid.told if paid else "chưa có dữ liệu", []).append(deciders()[one].name)
    each = (f"{rate} nếu người quyết định là {'; '.join(names)}" for rate, names in told.items())
    return f"chưa rõ người quyết định ({listing(each, 'hoặc')})"
