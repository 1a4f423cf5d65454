"""The checks: functions from models to findings, one subject a file. They neither read files nor print."""

from collections.abc import Callable, Iterator
from datetime import date

from thidua_cli.checks.context import PlanContext
from thidua_cli.checks.finding import Finding, located
from thidua_cli.diagnostics import Diagnostic
from thidua_cli.model.load import LoadedPlan

PlanCheck = Callable[[PlanContext], Iterator[Finding]]


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
