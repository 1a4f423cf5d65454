"""The checks: functions from models to findings, one subject a file. They neither read files nor print."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from thidua_cli.checks.context import PlanContext
from thidua_cli.checks.finding import Finding, located
from thidua_cli.diagnostics import Diagnostic
from thidua_cli.model.load import LoadedPlan
from thidua_cli.model.records import LoadedCampaign, Track, untold

if TYPE_CHECKING:
    from thidua_cli.checks.nominations.context import CampaignContext

PlanCheck = Callable[[PlanContext], Iterator[Finding]]
CampaignCheck = Callable[["CampaignContext"], Iterator[Finding]]


def plan_checks() -> tuple[PlanCheck, ...]:
    """Return the checks on one plan, in no particular order."""
    from thidua_cli.checks import (
        advice,
        anniversary,
        awards,
        bases,
        blanks,
        calendar_days,
        dates,
        districts,
        elements,
        names,
        phases,
        quotas,
        references,
        tasks,
        wording,
    )

    subjects = (
        *(references, dates, phases, anniversary, calendar_days, elements, districts, bases, awards, quotas),
        *(tasks, advice, names, wording, blanks),
    )
    return tuple(check for subject in subjects for check in subject.CHECKS)


def check_plan(loaded: LoadedPlan, today: date) -> list[Diagnostic]:
    """Return every finding on one plan, sorted by place.

    The law is that of the day of signing; while the plan is unsigned, that of ``today`` (of the last day of the
    campaign, if that is over).
    """
    if loaded.plan is None:
        return sorted(loaded.faults, key=lambda fault: fault.order)
    context = PlanContext(loaded.plan, today)
    found = {located(finding, loaded.document) for check in plan_checks() for finding in check(context)}
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def campaign_checks() -> tuple[CampaignCheck, ...]:
    """Return the checks on the nominations of a campaign, in no particular order."""
    from thidua_cli.checks.nominations import (
        council,
        deadlines,
        dossier,
        duplicates,
        eligibility,
        limits,
        quotas,
        register,
        routes,
        standards,
        votes,
    )

    subjects = (
        quotas,
        standards,
        eligibility,
        routes,
        limits,
        duplicates,
        deadlines,
        dossier,
        council,
        votes,
        register,
    )
    return tuple(check for subject in subjects for check in subject.CHECKS)


def check_campaign(loaded: LoadedCampaign, today: date) -> list[Diagnostic]:
    """Return every finding on one campaign, its plan and its lists, sorted by place."""
    return examine(loaded, today)[0]


def examine(
    loaded: LoadedCampaign, today: date, track: "Track[CampaignCheck]" = untold
) -> tuple[list[Diagnostic], "CampaignContext | None"]:
    """Return the findings of `check_campaign`, and the nominations as they were understood.

    Without a plan that can be read, nothing can be told of nominations but what is wrong with their files.
    """
    from thidua_cli.checks.nominations.context import CampaignContext
    from thidua_cli.checks.nominations.resolve import resolve
    from thidua_cli.model.folder import without_collector

    found = {*check_plan(loaded.plan, today), *loaded.faults}
    if loaded.plan.plan is None:
        return sorted(found, key=lambda diagnostic: diagnostic.order), None
    with without_collector():
        plan = PlanContext(loaded.plan.plan, today)
        resolved = resolve(loaded.nominations, loaded.units, plan)
        context = CampaignContext(plan, resolved.entries, loaded.units, loaded.council, loaded.register)
        checked = (finding for check in track(campaign_checks(), "Xét đề nghị") for finding in check(context))
        found |= {located(finding, loaded.plan.document) for finding in (*resolved.findings, *checked)}
    return sorted(found, key=lambda diagnostic: diagnostic.order), context
