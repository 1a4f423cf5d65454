"""Amounts of award money in ``papers.yaml`` that are a nought more, or less, than what the law gives."""

from collections.abc import Iterator
from datetime import date

from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.law.movement_terms import SUBJECTS
from thidua_cli.law.possible_deciders import possible_deciders
from thidua_cli.law.rewards import amount, base_salary, readings, rounding
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.decision import Decision
from thidua_cli.model.paper_facts import Amount, PaperFacts
from thidua_cli.vietnamese.dates import padded
from thidua_cli.vietnamese.numerals import in_figures

# An office may have a rate of its own, and half or three times the law's is one. Ten times, or a tenth, is a nought.
_A_NOUGHT = 10


def amounts(context: CampaignContext) -> Iterator[Finding]:
    """Ask about an amount that is ten times what the law gives for the award, or a tenth, whoever may decide it."""
    for record in context.facts.papers:
        for index, told in enumerate(record.value.amounts):
            meant = context.award_names.find(told.award, told.subject).awards
            if len(meant) != 1:
                continue  # told as that, or as an award unknown
            if fault := _far_off(told, meant[0], *_decided(record.value, meant[0], context)):
                yield Finding("amount-unlikely", record.origin.spot(f"amounts[{index}].amount"), *fault)


def _decided(own: PaperFacts, award: PlanAward, context: CampaignContext) -> tuple[date, str]:
    """Return the day, and who decides, of the decision that an entry speaks of, as far as that is told."""
    decisions = [one.value for one in context.facts.decisions if own.decision in (None, one.value.id)]
    about = [one for one in decisions if award in _awards_of(one, context)]
    if len(about) == 1:
        return about[0].date.last, about[0].decided_by
    return _day(own.date, context), award.decided_by or ""


def _awards_of(decision: Decision, context: CampaignContext) -> list[PlanAward]:
    return [award for typed in decision.awards for award in context.award_names.find(typed, None).awards]


def _day(told: PartialDate | None, context: CampaignContext) -> date:
    return told.last if told else context.dated.today


def _far_off(told: Amount, award: PlanAward, day: date, by: str) -> tuple[str, str] | None:
    """Return what to ask of an amount; None where it is not far off, or what the law gives is not known."""
    salary, full = base_salary(day), rounding(day)
    found = readings(award.form, told.subject, day, possible_deciders(by)).values() if told.subject in SUBJECTS else ()
    rates = [one.factor for one in found if one]
    if salary is None or full is None or None in found or not rates:
        return None
    least, most = amount(min(rates), salary, full), amount(max(rates), salary, full)
    if least < told.amount * _A_NOUGHT and told.amount < max(rates) * salary.amount * _A_NOUGHT:
        return None
    law = " đến ".join(in_figures(one) for one in sorted({least, most}))
    name = f"{award_name(award)} cho {SUBJECTS[told.subject]}"
    message = (
        f"tiền thưởng {name} ghi {in_figures(told.amount)} đồng, mức của pháp luật ngày {padded(day)} là {law} đồng"
    )
    return message, "xem có thừa, thiếu số 0 không; nếu đúng là mức của cơ quan thì không phải sửa"


CHECKS = (amounts,)
