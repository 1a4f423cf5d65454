"""What the faults of a file say of it: why it could not be read, and whether it may hold more than was read."""

from collections.abc import Sequence

from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.reading.tables.table import SKIPPED_TEXT

SKIPPED = ("row-skipped", "sheet-skipped", SKIPPED_TEXT)
"""What a list may hold beside its records; where it was one after all, it would be left out without a word."""


def first_fault(faults: Sequence[Diagnostic]) -> str:
    """Return why a file with these faults could not be read."""
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    return (errors or faults)[0].message


def hides_records(fault: Diagnostic) -> bool:
    """Tell whether records may stand where the fault is."""
    return fault.severity is Severity.ERROR or fault.code in SKIPPED
