"""The elements that the Law of the plan's day asks of a plan."""

from collections.abc import Iterator
from functools import cache

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.evidence import Evidence
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.data_files import entries
from thidua_cli.law.dated import PlanElement, Value, may_block
from thidua_cli.law.rules import plan_elements


class _Signs(Value):
    """By what a plan shows an element (any one is enough), and what to add when it does not."""

    id: str
    roles: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    headings: str = ""
    words: str = ""
    hint: str


@cache
def _signs() -> dict[str, _Signs]:
    return {one.id: one for one in entries("plan_elements", _Signs, "signs")}


def missing_elements(context: DatedPlan) -> Iterator[Finding]:
    """Find elements that the Law asks and the plan nowhere shows.

    A month of signing may lie across two laws: only what both ask is asked.
    """
    evidence = Evidence(context)
    first, last = context.signing
    asked_last = {element.id for element in plan_elements(last)}
    for element in plan_elements(first):
        signs = _signs().get(element.id)
        if signs and element.id in asked_last and not _shown(signs, evidence):
            yield _missing(element, signs.hint)


def _shown(signs: _Signs, evidence: Evidence) -> bool:
    return (
        evidence.has_role(*signs.roles)
        or any(evidence.has_fact(fact) for fact in signs.facts)
        or bool(signs.headings and evidence.heads(signs.headings))
        or bool(signs.words and evidence.says(signs.words))
    )


def _missing(element: PlanElement, hint: str) -> Finding:
    asked = "Luật yêu cầu kế hoạch xác định nội dung này" if element.required else "kế hoạch nên nói rõ"
    severity = None
    if not element.required or element.id == "slogan":  # drives without a slogan are many and lawful in practice
        severity = Severity.NOTE
    elif not may_block(element.confidence):
        severity = Severity.WARNING
    message = f"chưa thấy {element.name}: {asked}"
    return Finding("element-missing", "body", message, hint, element.cited, severity)


CHECKS = (missing_elements,)
