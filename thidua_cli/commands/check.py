"""``thidua check``: hold plans against the law and against themselves."""

from datetime import date
from pathlib import Path

import typer

from thidua_cli.commands.output import say
from thidua_cli.diagnostics import Severity
from thidua_cli.diagnostics.json import json_report
from thidua_cli.diagnostics.text import count, summary, text_report


def run(paths: list[Path], on: date | None, report: str, *, strict: bool) -> int:
    """Check the plans at ``paths``, print all findings, return the exit code."""
    from thidua_cli.checks import check_plan
    from thidua_cli.model.load import load_plan

    today = on or date.today()  # noqa: DTZ011 -- the officer's own day
    loaded = [load_plan(path) for path in paths]
    findings = sorted(
        (finding for plan in loaded for finding in check_plan(plan, today)), key=lambda finding: finding.order
    )
    if report == "json":
        say(json_report(findings))
    else:
        lines = {plan.document.file: plan.document.lines for plan in loaded}
        if findings:
            say(text_report(findings, lines, typer.style))
        say(summary(findings, len(loaded)))
    counts = count(findings)
    return 1 if counts[Severity.ERROR] or (strict and counts[Severity.WARNING]) else 0
