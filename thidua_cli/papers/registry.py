"""The papers of a campaign: which there are, and the HTML of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from thidua_cli.model.plan import Plan
from thidua_cli.papers.engine import render, wording
from thidua_cli.papers.plan_paper import plan_context


@dataclass(frozen=True)
class Paper:
    """One kind of paper: its option name, Vietnamese title, file stem, template and the maker of its context."""

    name: str
    title: str
    stem: str
    template: str
    context: Callable[[Plan, date, Any], dict[str, Any]]


PAPERS = {"plan": Paper("plan", "Kế hoạch", "ke-hoach", "ke-hoach.html.j2", plan_context)}


def paper_html(paper: Paper, plan: Plan, today: date, templates: Path | None = None) -> str:
    """Return the HTML of a paper, in the vocabulary that the Word writer and browsers read."""
    return render(paper.template, paper.context(plan, today, wording(templates)), templates)
