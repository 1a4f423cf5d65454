"""The money that goes with the awards of one decision: what each is paid, or why that is not known. Never a guess."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.law.movement_terms import SUBJECTS
from thidua_cli.law.rewards import Money, money
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.model.paper_facts import Amount
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.numerals import LIMIT, in_figures, money_in_words


@dataclass(frozen=True, slots=True)
class Pay:
    """What goes with one award: the amount in đồng, or None and ``why``.

    ``factor`` and ``salary`` are printed beside it; both are empty where an office told the amount itself.
    """

    amount: int | None = None
    factor: str = ""
    salary: str = ""
    why: str = ""

    @property
    def shown(self) -> str:
        """The amount in figures; empty where it is not known."""
        return "" if self.amount is None else in_figures(self.amount)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as papers print it: in figures and in words; both are empty while a part of it is not known."""

    figures: str = ""
    words: str = ""


class Tariff:
    """What one decision pays: what the office ``told`` for it, else the law of its day.

    ``decider`` is an id of the law, empty where it is not clear; ``first`` and ``last`` are the days that the decision
    may be of. What the law data does not know for sure is not paid.
    """

    def __init__(self, decider: str, first: date, last: date, told: Iterable[Amount], names: AwardNames) -> None:
        self._decider, self._days = decider, (first, last)
        self._told = {
            (award.id, one.subject): one.amount for one in told for award in names.find(one.award, one.subject).awards
        }

    def of(self, award: PlanAward | None, subject: str | None) -> Pay:
        """Return what goes with an award for such a nominee."""
        if award is None or subject is None:
            return Pay(why="chưa rõ hình thức hoặc đối tượng")
        if (award.id, subject) in self._told:
            return Pay(self._told[award.id, subject])
        if subject not in SUBJECTS:
            return Pay(why=f"chưa có dữ liệu về mức tiền thưởng của {award_name(award)} cho {subject_name(subject)}")
        first, last = (money(award.form, subject, day, self._decider) for day in self._days)
        if first.amount != last.amount:
            return Pay(why="chưa rõ ngày quyết định, mà mức tiền thưởng thay đổi trong thời gian ấy")
        return _of_law(last)


def _of_law(found: Money) -> Pay:
    if found.amount is None or found.reward is None or found.salary is None:
        return Pay(why=found.why)
    factor, salary, told = written(found.reward.factor), in_figures(found.salary.amount), found.reward.told
    would = f"tính theo đó là {in_figures(found.amount)} đồng"
    unrounded = replace(found, behind=(found.reward, found.salary))
    if unrounded.doubt:
        return Pay(None, factor, salary, f"chưa chắc mức {told}{unrounded.doubt}, {would}")
    if found.doubt and found.reward.factor * found.salary.amount != found.amount:
        return Pay(None, factor, salary, f"chưa chắc cách làm tròn {told}{found.doubt}, {would}")
    return Pay(found.amount, factor, salary)


def total(pays: Sequence[Pay]) -> Sum:
    """Return the sum of all; an empty one while one of them is not known."""
    known = [one.amount for one in pays if one.amount is not None]
    return summed(sum(known)) if len(known) == len(pays) else Sum()


def summed(amount: int) -> Sum:
    """Return a sum in figures and in words; beyond all that has words, in figures alone."""
    return Sum(in_figures(amount), money_in_words(amount) if amount < LIMIT else "")
