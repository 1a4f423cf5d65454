"""Which units a finding concerns: what ``check --unit`` shows of a unit is what is sent back to it."""

from collections.abc import Iterable, Mapping

from thidua_cli.campaign.entry import Entry
from thidua_cli.findings.about import RecordKey
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Record


def units_of_records(entries: Iterable[Entry], units: Iterable[Record[Unit]] | None) -> dict[RecordKey, str]:
    """Return the name of the unit that each record speaks of: a nomination, or a line of the list of units."""
    named = {record.origin.key: record.value.name for record in units or ()}
    return named | {entry.origin.key: entry.unit.name for entry in entries if entry.unit}


def concerned(finding: Diagnostic, units: Mapping[RecordKey, str]) -> set[str]:
    """Return the units that a finding speaks of: that at fault, and those of the other records that it names."""
    about = finding.about
    named = {about.unit, *about.units, *(units[record] for record in finding.records if record in units)}
    return named - {""}
