"""Papers as HTML: of a plan alone, and of the example campaigns in any layout."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.model.plan import Plan
from thidua_cli.papers.contract import Asked, Document, LacksError
from thidua_cli.papers.registry import PAPERS, Paper

PLAN_PAPER = PAPERS["plan"]


def plan_html(plan: Plan, day: date, templates: Path | None = None) -> str:
    """Return the HTML of the plan paper as it is made on ``day``."""
    asked = Asked(day, templates=templates)
    (document,) = PLAN_PAPER.documents(ResolvedCampaign(DatedPlan(plan, day), ()), asked)
    return PLAN_PAPER.html(document, templates)


def example(folder: Path, day: date, layout: str | None = None) -> ResolvedCampaign:
    """Return an example campaign as understood on ``day``, its issuer's papers in ``layout`` where given."""
    _, campaign = examine(load_campaign(folder), day)
    assert campaign is not None
    if layout is None:
        return campaign
    issuer = campaign.plan.issuer.model_copy(update={"layout": layout})
    plan = campaign.plan.model_copy(update={"issuer": issuer})
    return replace(campaign, dated=DatedPlan(plan, day))


def documents(campaign: ResolvedCampaign, paper: Paper, day: date) -> Iterator[Document]:
    """Yield the documents of a paper; none where the campaign lacks what it needs."""
    if paper.lacking(campaign):
        return
    with suppress(LacksError):
        yield from paper.documents(campaign, Asked(day))
