"""What a check yields: a finding that names its place by a path or a spot; lines come later."""

from dataclasses import dataclass, replace

from thidua_cli.diagnostics import Diagnostic, Related, Severity
from thidua_cli.diagnostics.catalogue import severity_of
from thidua_cli.source.document import Document
from thidua_cli.source.origin import Spot


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at a path of the plan (``offset`` characters into its text), or at a spot of another file.

    ``severity`` overrides the catalogue (a legal value that is not verified only warns); ``others`` are further
    places with a word on each; ``subject`` is the person or unit concerned.
    """

    code: str
    where: str | Spot
    message: str
    hint: str = ""
    basis: str = ""
    severity: Severity | None = None
    offset: int = 0
    subject: str = ""
    others: tuple[tuple[str | Spot, str], ...] = ()


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
            related=related,
        )
    else:
        at = plan.place(finding.where, offset=finding.offset)
        found = plan.diagnostic(finding.code, finding.where, finding.message, finding.hint, at=at, related=related)
    return replace(found, severity=finding.severity or found.severity, basis=finding.basis, subject=finding.subject)


def _related(where: str | Spot, word: str, plan: Document) -> Related:
    if isinstance(where, str):
        return plan.related(where, word)
    return Related(word, where.file, where.line, where.column, where.sheet, where.cell)
