"""The bases of a paper that follow from the law and the campaign; what an officer writes himself is not told again.

When the State's law is among them does not hang on the letterhead but on the awards that a paper is about. A title
exists by the Law alone, and a State body gives any award by it: a paper on such an award rests on the Law, whoever
issues it, a Party body too. The praise that a Party body gives in its own name (Giấy khen của Ban Thường vụ Đảng ủy)
rests on the rules of the Party, which the paper's own ``bases`` tell.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from thidua_cli.campaign.sitting import Sitting
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.deciders import recognise_decider
from thidua_cli.law.instruments import default_bases, find_citations
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.plan import Plan
from thidua_cli.page.layout import Layout
from thidua_cli.papers.common import day_line, reference
from thidua_cli.papers.issuing import of_plan
from thidua_cli.vietnamese.text import lower_first

_KINDS = ("law", "decree")
_ABOUT = "về việc "


class Conferred(NamedTuple):
    """An award that a paper is about: its form in the catalogue, and who decides it; None where nobody tells."""

    form: str
    decided_by: str | None


def of_awards(awards: Iterable[PlanAward]) -> list[Conferred]:
    """Return the awards of a plan as papers are about them."""
    return [Conferred(one.form, one.decided_by) for one in awards]


def law_bases(day: date, told: Sequence[str], layout: Layout, awards: Sequence[Conferred]) -> list[str]:
    """Return the laws and decrees in force on a day as bases name them, but those that ``told`` cites already.

    None where all the awards of a Party paper are praise of the Party's own.
    """
    if layout.family == "party" and awards and not any(map(_by_law, awards)):
        return []
    cited = {one.instrument.id for text in told for one in find_citations(text)}
    return [one.cite for one in default_bases(day) if one.kind in _KINDS and one.id not in cited]


def _by_law(award: Conferred) -> bool:
    """Tell whether an award is given by the State's law: it is a title, or its decider is one whom the law names."""
    decided_by = award.decided_by
    return law_award(award.form).kind == "title" or decided_by is None or recognise_decider(decided_by) is not None


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
