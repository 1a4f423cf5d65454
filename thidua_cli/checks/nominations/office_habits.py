"""The habits of the office against what the layout of its papers allows."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.office import PageHabits
from thidua_cli.page.habits import NO_HABITS, adjusted
from thidua_cli.page.layout import Habits, layout_for


def habits(context: CampaignContext) -> Iterator[Finding]:
    """Find habits that the papers of the campaign's office may not have, in the layout of the day of its plan."""
    office = context.facts.office
    if office is None or office.value.page == PageHabits():
        return
    day = context.plan.date.last if context.plan.date else context.dated.today
    layout = layout_for(context.plan.issuer.layout, day)
    # Each by itself: a layout refuses only the first of several.
    for key, habit, value in zip(PageHabits.model_fields, fields(Habits), office.value.page.numbers, strict=True):
        if value is None:
            continue
        chosen: dict[str, Any] = {habit.name: value}
        try:
            adjusted(layout, replace(NO_HABITS, **chosen))
        except ThiduaError as error:
            yield Finding("office-habit", office.origin.spot(f"page.{key}"), error.message, error.hint)


CHECKS = (habits,)
