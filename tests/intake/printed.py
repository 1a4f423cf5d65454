"""What a plan prints, as words and as paragraphs."""

import re
from datetime import date
from typing import Any

from lxml import html

from tests.papers.rendered import plan_html
from thidua_cli.campaign.load_plan import validate
from thidua_cli.model.plan import Plan
from thidua_cli.reading.yaml import parse_yaml

TODAY = date(2026, 11, 22)


def plan_of(yaml_text: str) -> Plan:
    """Validate a plan file; any fault of reading fails the test."""
    loaded = validate(parse_yaml(yaml_text.encode(), "plan.yaml"))
    assert [f"{one.line}: {one.message}" for one in loaded.faults] == []
    assert loaded.plan is not None
    return loaded.plan


def paragraphs_of(plan: Plan) -> list[str]:
    """Return the printed paragraphs in order."""
    tree: Any = html.fromstring(plan_html(plan, TODAY))
    return [" ".join(one.text_content().split()) for one in tree.iter("p") if one.text_content().strip()]


def words_of(text: str) -> list[str]:
    """Return the words of a text, without signs and case."""
    return re.findall(r"\w+", text.casefold())
