"""From findings to diagnostics: the one place that turns paths of the plan into lines and columns."""

from dataclasses import replace

from thidua_cli.findings import Diagnostic, Related
from thidua_cli.findings.about import About
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.spot import Spot
from thidua_cli.reading.document import Document


def located(finding: Finding, plan: Document) -> Diagnostic:
    """Turn a finding into a diagnostic: the one function that knows lines and columns of the plan."""
    related = tuple(_related(where, word, plan) for where, word in finding.others)
    if isinstance(finding.where, Spot):
        spot = finding.where
        found = Diagnostic(
            finding.code,
            severity_of(finding.code),
            finding.message,
            finding.hint,
            file=spot.file,
            line=spot.line,
            column=spot.column,
            sheet=spot.sheet,
            cell=spot.cell,
            path=spot.path,
            about=About(record=spot.record),
            related=related,
        )
    else:
        at = plan.place(finding.where, offset=finding.offset)
        found = plan.diagnostic(finding.code, finding.where, finding.message, finding.hint, at=at, related=related)
    severity, about = finding.severity or found.severity, finding.about or found.about
    return replace(found, severity=severity, basis=finding.basis, about=about)


def _related(where: str | Spot, word: str, plan: Document) -> Related:
    if isinstance(where, str):
        return plan.related(where, word)
    return Related(word, where.file, where.line, where.column, where.sheet, where.cell, where.record)
