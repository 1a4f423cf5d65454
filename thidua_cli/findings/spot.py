"""Where a finding stands, in any kind of file."""

from dataclasses import dataclass

from thidua_cli.findings.about import RecordKey


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in any kind of file: a line and column, or a sheet and cell; ``record`` is the record it belongs to."""

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    path: str = ""
    record: RecordKey | None = None
