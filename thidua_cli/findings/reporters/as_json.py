"""Findings as JSON for other programs: field names are a contract, ``version`` counts its changes."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.findings.reporters.as_text import count

VERSION = 1


def json_report(findings: Sequence[Diagnostic]) -> str:
    """Return the findings as one JSON object."""
    counts = count(findings)
    content = {
        "version": VERSION,
        "summary": {
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "notes": counts[Severity.NOTE],
        },
        "diagnostics": [asdict(finding) for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
