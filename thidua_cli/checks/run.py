"""All checks on a plan, all checks on a campaign: run, their findings sorted by place."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.load_plan import LoadedPlan
from thidua_cli.campaign.loaded import LoadedCampaign
from thidua_cli.campaign.locate import located
from thidua_cli.campaign.progress import Track, untold
from thidua_cli.findings import Diagnostic
from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from thidua_cli.checks.nominations.context import CampaignContext

PlanCheck = Callable[[DatedPlan], Iterator[Finding]]
CampaignCheck = Callable[["CampaignContext"], Iterator[Finding]]


def plan_checks() -> tuple[PlanCheck, ...]:
    """Return the checks on one plan, in no particular order."""
    from thidua_cli.checks.plan import (
        advice,
        anniversary,
        awards,
        bases,
        blanks,
        days_in_prose,
        districts,
        doubled_words,
        elements,
        order_of_days,
        phases,
        quotas,
        references,
        spelling,
        tasks,
    )

    subjects = (
        *(references, order_of_days, phases, anniversary, days_in_prose, elements, districts, bases, awards),
        *(quotas, tasks, advice, spelling, doubled_words, blanks),
    )
    return tuple(check for subject in subjects for check in subject.CHECKS)


def check_plan(loaded: LoadedPlan, today: date) -> list[Diagnostic]:
    """Return every finding on one plan, sorted by place.

    The law is that of the day of signing; while the plan is unsigned, that of ``today`` (of the last day of the
    campaign, if that is over).
    """
    if loaded.plan is None:
        return sorted(loaded.faults, key=lambda fault: fault.order)
    context = DatedPlan(loaded.plan, today)
    found = {located(finding, loaded.document) for check in plan_checks() for finding in check(context)}
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def campaign_checks() -> tuple[CampaignCheck, ...]:
    """Return the checks on the nominations of a campaign, in no particular order."""
    from thidua_cli.checks.nominations import (
        council,
        deadlines,
        dossier,
        duplicates,
        law_shares,
        law_standards,
        plan_standards,
        prior_awards,
        quotas,
        register,
        votes,
    )

    subjects = (
        quotas,
        plan_standards,
        law_standards,
        prior_awards,
        law_shares,
        duplicates,
        deadlines,
        dossier,
        council,
        votes,
        register,
    )
    return tuple(check for subject in subjects for check in subject.CHECKS)


def examine(
    loaded: LoadedCampaign, today: date, track: "Track[CampaignCheck]" = untold
) -> tuple[list[Diagnostic], "CampaignContext | None"]:
    """Return every finding on one campaign, its plan and its lists, sorted by place; and the campaign as understood.

    Without a plan that can be read, nothing can be told of nominations but what is wrong with their files.
    """
    from thidua_cli.campaign.resolve import resolve
    from thidua_cli.checks.nominations.context import CampaignContext

    found = {*check_plan(loaded.plan, today), *loaded.faults}
    if loaded.plan.plan is None:
        return sorted(found, key=lambda diagnostic: diagnostic.order), None
    plan = DatedPlan(loaded.plan.plan, today)
    resolved = resolve(loaded.nominations, loaded.units, plan)
    context = CampaignContext(plan, resolved.entries, loaded.units, loaded.council, loaded.register)
    checked = (finding for check in track(campaign_checks(), "Xét đề nghị") for finding in check(context))
    found |= {located(finding, loaded.plan.document) for finding in (*resolved.findings, *checked)}
    return sorted(found, key=lambda diagnostic: diagnostic.order), context
