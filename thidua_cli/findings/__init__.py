"""Findings as values, the catalogue of their codes, and the reporters that print them.

Entry points: `Finding` (what a check yields), `Diagnostic` (a finding with its place), `catalogue.rules`,
`outcome.Results` (what a reporter prints).
"""

from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Diagnostic, Finding, Others, Related, Severity

__all__ = ["About", "Diagnostic", "Finding", "Others", "Related", "Severity"]
