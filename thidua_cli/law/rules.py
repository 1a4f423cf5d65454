"""What the law asks of a plan, who may launch a movement, and which levels of government are gone."""

from datetime import date

from thidua_cli.law.dated import Abolished, Advice, Launching, PlanElement, dated_values
from thidua_cli.law.regimes import on_day, one_at

all_plan_elements = dated_values("plan_elements", "elements", PlanElement)
all_advice = dated_values("plan_elements", "advice", Advice)
all_launching = dated_values("authority", "launching", Launching)
abolished_levels = dated_values("authority", "abolished", Abolished)

plan_elements = on_day(all_plan_elements)
"""What the law asks of a plan signed on a day."""
launching = on_day(all_launching)
"""Who may launch movements on a day, the widest reach first."""


def advice(topic: str, day: date) -> Advice | None:
    """Return what the law of ``day`` says of ``topic``, or None when it says nothing of it."""
    return one_at((one for one in all_advice() if one.id == topic), day)


def abolished(level: str, day: date) -> Abolished | None:
    """Return the rule by which ``level`` (``district``) no longer exists on ``day``, or None while it exists.

    The organisation of government does not hang on the law of emulation: its confidence is the same every day.
    """
    return next((one for one in abolished_levels() if one.id == level and one.in_force(day)), None)
