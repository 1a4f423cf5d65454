"""Facts of a plan as plain data for the wording macros: dates, phases, quotas, names of awards."""

from itertools import groupby
from typing import Any

from thidua_cli.model.awards import PlanAward, Standard, award_name
from thidua_cli.model.campaign import Campaign, Event, Occasion, Phase
from thidua_cli.model.dates import DayOfIssue, PartialDate
from thidua_cli.model.fields import subject_name
from thidua_cli.model.plan import Plan
from thidua_cli.model.quota import REST_NAME, Quota, ShareBound
from thidua_cli.model.terms import MODE_NOUNS, PER, ROUNDINGS
from thidua_cli.vietnamese.text import listing, upper_first

Facts = dict[str, Any]


def date_facts(value: PartialDate | DayOfIssue | Event | None) -> Facts | None:
    """Return a date, the day of issue or an event as the macros of periods take it."""
    if value is None:
        return None
    if isinstance(value, PartialDate):
        return {"issue": False, "event": "", "text": str(value), "day": value.day, "month": value.month}
    return {"issue": isinstance(value, DayOfIssue), "event": value.event if isinstance(value, Event) else ""}


def campaign_facts(campaign: Campaign) -> Facts:
    """Return period, phases, occasions and theme."""
    return {
        "noun": MODE_NOUNS[campaign.mode].capitalize(),
        "start": date_facts(campaign.start),
        "end": date_facts(campaign.end),
        "theme": campaign.theme,
        "phases": [phase_facts(phase) for phase in campaign.phases],
        "occasions": [occasion_facts(occasion) for occasion in campaign.occasions],
    }


def phase_facts(phase: Phase) -> Facts:
    """Return one phase."""
    return {"name": phase.name, "start": date_facts(phase.start), "end": date_facts(phase.end), "goal": phase.goal}


def occasion_facts(occasion: Occasion) -> Facts:
    """Return one occasion."""
    return {
        "name": upper_first(occasion.name),
        "every": f"{PER[occasion.every]} một lần" if occasion.every else "",
        "date": date_facts(occasion.date),
        "dossiers_by": date_facts(occasion.dossiers_by),
    }


def quota_lines(plan: Plan, award: PlanAward) -> list[Facts]:
    """Return the quotas of one award, one entry a printed line.

    Neighbours that differ in their subject only share a line: ``Không quá 01 tập thể, 01 cá nhân``.
    """
    lines = []
    for _, group in groupby(award.quotas, key=_scope):
        quotas = list(group)
        first = quotas[0]
        lines.append(
            {
                "wording": first.wording,
                "award": award_name(award),
                "lead": _kind(first),
                "units": REST_NAME.capitalize() if first.for_rest else listing(first.units, "và"),
                # A named occasion already says at which one.
                "per": listing((PER[per] for per in first.per if not (first.occasion and per == "occasion")), "và"),
                "occasion": _name(first.occasion, plan.campaign.occasions),
                "phase": _name(first.phase, plan.campaign.phases),
                "bounds": [_bound(quota) for quota in quotas],
            }
        )
    return lines


def _scope(quota: Quota) -> tuple[Any, ...]:
    own_line = id(quota) if quota.wording else None
    return (own_line, _kind(quota), tuple(quota.units), tuple(quota.per), quota.occasion, quota.phase)


def _kind(quota: Quota) -> str:
    """Return how the bound is worded; a share leads with ``max`` or ``min`` as a count does."""
    bound = quota.share or quota
    if quota.exactly is not None:
        return "exactly"
    if quota.steps or quota.open:
        return "steps" if quota.steps else "open"
    if bound.min is not None and bound.max is not None:
        return "range"
    return "max" if bound.max is not None else "min"


def _bound(quota: Quota) -> Facts:
    facts: Facts = {
        "kind": "share" if quota.share else _kind(quota),
        "whom": quota.whom,
        "of": quota.base_name,
        "exactly": quota.exactly,
        "min": quota.min,
        "max": quota.max,
    }
    if share := quota.share:
        facts |= {
            "min": share.min and str(share.min),
            "max": share.max and str(share.max),
            "at_least": share.at_least,
            "rounding_text": _rounding_said(share),
        }
    if steps := quota.steps:
        facts["table"] = [{"start": step.start, "max": step.max} for step in steps.table]
    return facts


def _rounding_said(share: ShareBound) -> str:
    """Return how to round, where the plan says it and it is not what everybody does anyhow: a ceiling rounded down."""
    if share.rounding is None or (share.rounding == "down" and share.min is None):
        return ""
    return ROUNDINGS[share.rounding]


def _name(wanted: str | None, entries: list[Any]) -> str:
    return next((entry.name for entry in entries if entry.id == wanted), "")


def standard_facts(standard: Standard) -> Facts:
    """Return one standard."""
    subjects = listing((subject_name(subject) for subject in standard.subject), "và")
    return {"subject": subjects, "group": standard.group or "", "text": standard.text}
