"""Findings as values, the catalogue of their codes, and the reporters that print them.

Entry points: `diagnostic.Finding` (what a check yields), `diagnostic.Diagnostic` (a finding with its place),
`catalogue.rules`, `outcome.Results` (what a reporter prints).
"""
