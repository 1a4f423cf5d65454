"""Findings as values, the catalogue of their codes, and the reporters that print them.

Entry points: `Diagnostic` (a finding with its place), `finding.Finding` (what a check yields), `catalogue.rules`,
`outcome.Results` (what a reporter prints).
"""

from thidua_cli.findings.diagnostic import Diagnostic, Related, Severity

__all__ = ["Diagnostic", "Related", "Severity"]
