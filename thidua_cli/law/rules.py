"""What the law asks of a plan, who may launch a movement, and which levels of government are gone."""

from datetime import date
from functools import cache

from thidua_cli.law.dated import Abolished, Advice, Launching, PlanElement, dated_entries
from thidua_cli.law.regimes import at, one_at


@cache
def all_plan_elements() -> tuple[PlanElement, ...]:
    """Return the elements of all times."""
    return dated_entries("plan_elements", PlanElement, "elements")


def plan_elements(day: date) -> list[PlanElement]:
    """Return what the law asks of a plan signed on ``day``."""
    return at(all_plan_elements(), day)


@cache
def all_advice() -> tuple[Advice, ...]:
    """Return the advice of all times."""
    return dated_entries("plan_elements", Advice, "advice")


def advice(topic: str, day: date) -> Advice | None:
    """Return what the law of ``day`` says of ``topic``, or None when it says nothing of it."""
    return one_at((one for one in all_advice() if one.id == topic), day)


@cache
def all_launching() -> tuple[Launching, ...]:
    """Return the powers to launch movements, of all times."""
    return dated_entries("authority", Launching, "launching")


def launching(day: date) -> list[Launching]:
    """Return who may launch movements on ``day``, the widest reach first."""
    return at(all_launching(), day)


@cache
def abolished_levels() -> tuple[Abolished, ...]:
    """Return the levels of government that were abolished."""
    return dated_entries("authority", Abolished, "abolished")


def abolished(level: str, day: date) -> Abolished | None:
    """Return the rule by which ``level`` (``district``) no longer exists on ``day``, or None while it exists.

    The organisation of government does not hang on the law of emulation: its confidence is the same every day.
    """
    return next((found for found in abolished_levels() if found.id == level and found.holds(day)), None)
