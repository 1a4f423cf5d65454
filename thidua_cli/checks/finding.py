"""What a check yields: a finding that names its place by a path, not by line and column."""

from dataclasses import dataclass, replace

from thidua_cli.diagnostics import Diagnostic, Severity
from thidua_cli.source.document import Document


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at ``path`` of the file, ``offset`` characters into its text.

    ``severity`` overrides the catalogue (a legal value that is not verified only warns); ``others`` are paths of
    other places with a word on each.
    """

    code: str
    path: str
    message: str
    hint: str = ""
    basis: str = ""
    severity: Severity | None = None
    offset: int = 0
    subject: str = ""
    others: tuple[tuple[str, str], ...] = ()


def located(finding: Finding, document: Document) -> Diagnostic:
    """Turn a finding into a diagnostic: the one function that knows lines and columns."""
    plain = document.diagnostic(
        finding.code,
        finding.path,
        finding.message,
        finding.hint,
        at=document.place(finding.path, offset=finding.offset),
        related=tuple(document.related(path, word) for path, word in finding.others),
    )
    return replace(plain, severity=finding.severity or plain.severity, basis=finding.basis, subject=finding.subject)
