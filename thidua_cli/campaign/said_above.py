"""What is wrong with a title, or a line over many rows: told once, with the number of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from thidua_cli.campaign.entry import Entry, about_all
from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.reading.tables.table import TableRow

_Key: TypeAlias = tuple[str, Spot, str]


def once_of_each_line(findings: Sequence[Finding], entries: Sequence[Entry]) -> list[Finding]:
    """Return the findings, those of several rows on one line above all of them put together."""
    if len(findings) < 2:  # most lists have none
        return list(findings)
    by_record = {entry.origin.key: entry for entry in entries}
    alike: dict[_Key, list[Finding]] = {}
    keys = [_of_line(finding, by_record) for finding in findings]
    for key, finding in zip(keys, findings, strict=True):
        if key:
            alike.setdefault(key, []).append(finding)
    kept: list[Finding] = []
    for key, finding in zip(keys, findings, strict=True):
        several = alike[key] if key else [finding]
        if len(several) == 1:
            kept.append(finding)
        elif finding is several[0]:
            kept.append(_together(several, by_record))
    return kept


def _of_line(finding: Finding, by_record: Mapping[RecordKey, Entry]) -> _Key | None:
    """Return what findings on one line have in common; None for one that stands at its own row."""
    where, record = finding.where, finding.about.record if finding.about else None
    entry = by_record.get(record) if record else None
    if not isinstance(where, Spot) or entry is None or not isinstance(entry.origin, TableRow):
        return None
    origin = entry.origin
    lines = [origin.sheet.key(row) for row, _ in origin.said.values() if row != origin.row]
    return (finding.code, where, finding.message) if where.record and where.record in lines else None


def _together(found: Sequence[Finding], by_record: Mapping[RecordKey, Entry]) -> Finding:
    records = [finding.about.record for finding in found if finding.about]
    entries = [by_record[record] for record in dict.fromkeys(records) if record]
    return replace(found[0], message=f"{found[0].message} ({len(entries)} dòng)", about=about_all(entries))
