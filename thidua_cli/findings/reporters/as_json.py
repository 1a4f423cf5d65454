"""Findings as JSON for other programs: field names are a contract, ``VERSION`` counts its changes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from operator import attrgetter
from typing import Any

from thidua_cli.findings.diagnostic import Diagnostic, Severity, count
from thidua_cli.findings.outcome import NominationRow, QuotaRow, Results, Unread
from thidua_cli.findings.reporters.terminal import UNPRINTABLE

VERSION = 2
_PLACE = ("file", "line", "column", "sheet", "cell")
_DIAGNOSTIC = ("code", "severity", "message", "hint", "basis", *_PLACE, "path", "subject")
_RELATED = ("message", *_PLACE)
_QUOTA = tuple(field.name for field in fields(QuotaRow) if field.name != "words")
_NOMINATION = tuple(field.name for field in fields(NominationRow))
_UNREAD = tuple(field.name for field in fields(Unread))


def report(results: Results) -> str:
    """Return one JSON object, each of its records on a line of its own."""
    counts = count(results.findings)
    summary = {f"{severity.value}s": counts[severity] for severity in Severity}
    campaigns = results.campaigns
    findings = sorted(results.findings, key=lambda finding: finding.order)
    parts = {
        "version": _text(VERSION),
        "summary": _text(summary),
        "diagnostics": _list(map(_diagnostic, findings)),
        "nominations": _list(_picked(_NOMINATION, (row for one in campaigns for row in one.nominations))),
        "quotas": _list(_picked(_QUOTA, (row for one in campaigns for row in one.quotas))),
        "unread": _list(_picked(_UNREAD, (file for one in campaigns for file in one.unread))),
    }
    if results.show_lists:
        parts["lists"] = _list(asdict(one) for campaign in campaigns for one in campaign.lists)
    return "{\n" + ",\n".join(f'  "{name}": {text}' for name, text in parts.items()) + "\n}"


def _diagnostic(finding: Diagnostic) -> Mapping[str, Any]:
    return {name: getattr(finding, name) for name in _DIAGNOSTIC} | {
        "related": list(_picked(_RELATED, finding.related))
    }


def _picked(names: tuple[str, ...], values: Iterable[Any]) -> Iterable[Mapping[str, Any]]:
    get = attrgetter(*names)
    return (dict(zip(names, get(value), strict=True)) for value in values)


def _text(value: Any) -> str:
    """Return one line of JSON; what must not reach a terminal is escaped, so that no program loses it."""
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _list(records: Iterable[Mapping[str, Any]]) -> str:
    lines = ",\n".join(f"    {_text(record)}" for record in records)
    return f"[\n{lines}\n  ]" if lines else "[]"
