"""From findings to diagnostics: the one place that turns paths of the plan into lines and columns."""

from thidua_cli.findings import Diagnostic, Related
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.spot import Spot
from thidua_cli.reading.document import Document


def located(finding: Finding, plan: Document) -> Diagnostic:
    """Turn a finding into a diagnostic: the one function that knows lines and columns of the plan."""
    spot = _spot(finding.where, plan, finding.offset)
    severity = finding.severity or severity_of(finding.code)
    related = tuple(Related.at(_spot(where, plan), word) for where, word in finding.others)
    about = {"about": finding.about} if finding.about else {}
    return Diagnostic.at(
        spot, finding.code, severity, finding.message, finding.hint, basis=finding.basis, related=related, **about
    )


def _spot(where: str | Spot, plan: Document, offset: int = 0) -> Spot:
    if isinstance(where, Spot):
        return where
    place = plan.place(where, offset=offset)
    return Spot(plan.file, place.line, place.column, path=where)
