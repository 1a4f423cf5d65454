"""Findings as values, the catalogue of their codes, and the reporters that print them."""

from thidua_cli.diagnostics.diagnostic import Diagnostic, Related, Severity

__all__ = ["Diagnostic", "Related", "Severity"]
