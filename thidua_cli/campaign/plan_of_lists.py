"""What a plan tells those who read its lists: the facts that it asks for, the year in which it begins."""

from thidua_cli.model.dates import PartialDate
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.plan import Plan


def first_year_of(plan: Plan | None) -> int | None:
    """Return the year in which a campaign begins, by its start, else the date of its plan; None where neither says."""
    told = (plan.campaign.start, plan.date) if plan else ()
    return next((day.year for day in told if isinstance(day, PartialDate)), None)


def facts_of(plan: Plan) -> dict[str, str]:
    """Return the title of each fact that the standards of a plan ask for, or that it names, by its id."""
    asked = (fact for award in plan.awards for standard in award.standards for fact in standard.require)
    own = Nomination.model_fields
    return {fact: plan.facts.get(fact, fact.replace("_", " ")) for fact in (*plan.facts, *asked) if fact not in own}
