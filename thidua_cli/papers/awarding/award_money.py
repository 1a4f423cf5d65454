"""The money that goes with the awards of one decision: what each is paid, or why that is not known. Never a guess."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.law.movement_terms import SUBJECTS
from thidua_cli.law.rewards import Money, Rounding, money
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.model.paper_facts import Amount
from thidua_cli.papers.contract import Blanks
from thidua_cli.papers.own_facts import WHERE
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.numerals import LIMIT, in_figures, money_in_words


@dataclass(frozen=True, slots=True)
class Pay:
    """What goes with one award: the amount in đồng, or None and ``why``; ``doubt`` is what to look up before signing.

    ``factor`` and ``salary`` are printed beside it; both are empty where an office told the amount itself.
    """

    amount: int | None = None
    factor: str = ""
    salary: str = ""
    why: str = ""
    doubt: str = ""

    @property
    def shown(self) -> str:
        """The amount in figures; empty where it is not known."""
        return "" if self.amount is None else in_figures(self.amount)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as papers print it: in figures and in words; None, and both empty, while a part of it is not known."""

    amount: int | None = None
    figures: str = ""
    words: str = ""


class Tariff:
    """What one decision pays: what the office ``told`` for it, else the law of its day.

    ``deciding`` are the ids of all who may decide it, as `money` takes them; ``first`` and ``last`` are the days that
    the decision may be of. What the law data does not know for sure is paid as it says, with the doubt: it warns, and
    never blocks.
    """

    def __init__(
        self, deciding: frozenset[str], first: date, last: date, told: Iterable[Amount], names: AwardNames
    ) -> None:
        self._deciding, self._days = deciding, (first, last)
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
        first, last = (money(award.form, subject, day, self._deciding) for day in self._days)
        if first.amount != last.amount:
            return Pay(why="chưa rõ ngày quyết định, mà mức tiền thưởng thay đổi trong thời gian ấy")
        return _of_law(last)


def _of_law(found: Money) -> Pay:
    if found.amount is None or found.reward is None or found.salary is None:
        return Pay(why=found.why)
    factor, salary, told = written(found.reward.factor), in_figures(found.salary.amount), found.reward.told
    unrounded, doubt = replace(found, behind=tuple(one for one in found.behind if not isinstance(one, Rounding))), ""
    if unrounded.doubt:
        doubt = f"mức {told}{unrounded.doubt}"
    elif found.doubt and found.reward.factor * found.salary.amount != found.amount:
        doubt = f"cách làm tròn {told}{found.doubt}"
    return Pay(found.amount, factor, salary, doubt=doubt)


def tell_doubt(pay: Pay, award: str, subject: str, blanks: Blanks) -> None:
    """Tell what is to be looked up of a pay before its paper is signed: every paper that prints it says the same."""
    if pay.doubt:
        what = f"mức tiền thưởng của {award} cho {subject} tính là {pay.shown} đồng, xem lại trước khi ký"
        blanks.doubt(f"{what}: {pay.doubt}; cơ quan đã rõ thì ghi amounts trong {WHERE}")


def total(amounts: Sequence[int | None]) -> Sum:
    """Return the sum of all in figures and in words; an empty one while one of them is not known.

    Beyond all that has words, in figures alone.
    """
    known = [one for one in amounts if one is not None]
    if len(known) < len(amounts):
        return Sum()
    amount = sum(known)
    return Sum(amount, in_figures(amount), money_in_words(amount) if amount < LIMIT else "")
