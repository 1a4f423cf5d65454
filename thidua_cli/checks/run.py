"""All checks on a plan, all checks on a campaign: run, their findings sorted by place."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.load_plan import LoadedPlan
from thidua_cli.campaign.loaded import LoadedCampaign
from thidua_cli.campaign.progress import Track, untold
from thidua_cli.checks import nominations, plan
from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import Diagnostic, Finding, Related
from thidua_cli.reading.document import Document

if TYPE_CHECKING:
    from thidua_cli.checks.nominations.context import CampaignContext

CampaignCheck = Callable[["CampaignContext"], Iterator[Finding]]


@cache
def checks_in(folder: ModuleType) -> list[Callable[[Any], Iterator[Finding]]]:
    """Return the checks of a folder: the ``CHECKS`` of each file that has some, in no particular order."""
    files = [import_module(f"{folder.__name__}.{found.name}") for found in iter_modules(folder.__path__)]
    return [check for file in files for check in getattr(file, "CHECKS", ())]


def check_plan(loaded: LoadedPlan, today: date) -> list[Diagnostic]:
    """Return every finding on one plan, sorted by place.

    The law is that of the day of signing; while the plan is unsigned, that of ``today`` (of the last day of the
    campaign, if that is over).
    """
    if loaded.plan is None:
        return sorted(loaded.faults, key=lambda fault: fault.order)
    context = DatedPlan(loaded.plan, today)
    found = {_located(finding, loaded.document) for check in checks_in(plan) for finding in check(context)}
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def examine(
    loaded: LoadedCampaign, today: date, track: "Track[CampaignCheck]" = untold
) -> tuple[list[Diagnostic], "CampaignContext | None"]:
    """Return every finding on one campaign, its plan and its lists, sorted by place; and the campaign as understood.

    Without a plan that can be read, nothing can be told of nominations but what is wrong with their files.
    """
    from thidua_cli.campaign.resolve import resolve
    from thidua_cli.campaign.sitting import understood
    from thidua_cli.checks.nominations.context import CampaignContext

    found = {*check_plan(loaded.plan, today), *loaded.faults}
    if loaded.plan.plan is None:
        return sorted(found, key=lambda diagnostic: diagnostic.order), None
    dated = DatedPlan(loaded.plan.plan, today)
    resolved = resolve(loaded.nominations, loaded.units, dated, units_doubted=loaded.units_doubted)
    sessions, unclear = understood(loaded.sessions, dated)
    context = CampaignContext(
        dated,
        resolved.entries,
        loaded.units,
        sessions,
        loaded.register,
        unread=loaded.partial,
        units_doubted=loaded.units_doubted,
        register_doubted=loaded.register_doubted,
        sessions_unread=loaded.sessions_unread,
        facts=loaded.facts,
    )
    checked = (finding for check in track(checks_in(nominations), "Xét đề nghị") for finding in check(context))
    found |= {_located(finding, loaded.plan.document) for finding in (*resolved.findings, *unclear, *checked)}
    return sorted(found, key=lambda diagnostic: diagnostic.order), context


def _located(finding: Finding, plan: Document) -> Diagnostic:
    """Turn a finding into a diagnostic: paths of the plan become lines and columns."""
    spot = _spot(finding.where, plan, finding.offset)
    rule = rules()[finding.code]
    severity, hint = finding.severity or rule.severity, finding.hint or rule.hint
    related = tuple(Related.at(_spot(where, plan), word) for where, word in finding.others)
    more = {"about": finding.about} if finding.about else {}
    said, basis = finding.message, finding.basis
    return Diagnostic.at(spot, finding.code, severity, said, hint, basis=basis, related=related, **more)


def _spot(where: str | Spot, plan: Document, offset: int = 0) -> Spot:
    if isinstance(where, Spot):
        return where
    return plan.spot(where, at=plan.place(where, offset=offset))
