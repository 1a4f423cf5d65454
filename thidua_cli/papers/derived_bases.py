"""The bases of a paper that follow from the law and the campaign; what an officer writes himself is not told again."""

from collections.abc import Iterable, Sequence
from datetime import date

from thidua_cli.campaign.sitting import Sitting
from thidua_cli.law.instruments import default_bases, find_citations
from thidua_cli.model.plan import Plan
from thidua_cli.page.layout import Layout
from thidua_cli.papers.common import day_line, reference
from thidua_cli.papers.issuing import of_plan
from thidua_cli.vietnamese.text import lower_first

_KINDS = ("law", "decree")
_ABOUT = "về việc "


def bases_of(plan: Plan, day: date, layout: Layout, own: Sequence[str], more: Iterable[str] = ()) -> list[str]:
    """Return the law in force on ``day``, what the paper says itself, the plan, and what ``more`` it follows from."""
    return [*law_bases(day, own), *own, plan_basis(plan, layout), *more]


def law_bases(day: date, told: Sequence[str]) -> list[str]:
    """Return the laws and decrees in force on a day as bases name them, but those that ``told`` cites already."""
    cited = {one.instrument.id for text in told for one in find_citations(text)}
    return [one.cite for one in default_bases(day) if one.kind in _KINDS and one.id not in cited]


def plan_basis(plan: Plan, layout: Layout) -> str:
    """Return the plan as a basis: number, day, issuer, subject."""
    title = plan.title if plan.title.lower().startswith(_ABOUT) else f"{_ABOUT}{lower_first(plan.title)}"
    return f"{reference(of_plan(plan), layout)} {lower_first(title)}"


def minutes_basis(sitting: Sitting) -> str:
    """Return the minutes of a session as a basis; without the day that nobody told."""
    council = sitting.council
    number = f" số {council.number}" if council.number else ""
    day = f" {day_line(council.held)}" if council.held else ""
    return f"Biên bản{number} họp{day} của {council.name}"
