"""What a check yields, and the same with its place: one finding is one value."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import NOBODY, About, RecordKey, Spot

UNREADABLE = "unreadable-file"
CELL = re.compile(r"([A-Z]+)([0-9]+)")


class Severity(StrEnum):
    """How much a finding weighs; only an error makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def vietnamese(self) -> str:
        """The word that users read."""
        return {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}[self.value]


Others = tuple[tuple[str | Spot, str], ...]
"""Further places that a finding speaks of, with a word on each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at a path of the plan (``offset`` characters into its text), or at a spot of another file.

    Without ``hint``, the remedy is that of the catalogue. ``severity`` overrides the catalogue (a legal value that is
    not verified only warns); ``about`` is whom it concerns, where that is not the record at the place.
    """

    code: str
    where: str | Spot
    message: str
    hint: str = ""
    basis: str = ""
    severity: Severity | None = None
    offset: int = 0
    about: About | None = None
    others: Others = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of: ``đã khai ở đây``; ``record`` is the record it belongs to."""

    message: str
    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    record: RecordKey | None = None

    @classmethod
    def at(cls, spot: Spot, message: str) -> "Related":
        """Return the place ``spot`` with a word on it."""
        return cls(message, spot.file, spot.line, spot.column, spot.sheet, spot.cell, spot.record)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its place (lines and columns count from 1, in code points), remedy and legal basis."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    basis: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    path: str = ""
    about: About = NOBODY
    related: tuple[Related, ...] = ()

    @classmethod
    def at(cls, spot: Spot, code: str, severity: Severity, message: str, hint: str = "", **more: Any) -> "Diagnostic":
        """Return a finding at a place; it is about the record there unless ``about`` says more."""
        place = {name: getattr(spot, name) for name in ("file", "line", "column", "sheet", "cell", "path")}
        return cls(code, severity, message, hint, **place, **{"about": About(record=spot.record), **more})

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return Spot(self.file, self.line, self.column, self.sheet, self.cell, self.path, self.about.record)

    @property
    def subject(self) -> str:
        """Whom it speaks of, as people read it."""
        return self.about.told

    @property
    def records(self) -> tuple[RecordKey, ...]:
        """The records that it speaks of, that at fault first."""
        found = (self.about.record, *(other.record for other in self.related))
        return tuple(record for record in found if record)

    @property
    def order(self) -> tuple[str, int, str, int, int, str, str]:
        """Sort key: by file, line or sheet, row and column of the cell (B9 before A10 before AA10)."""
        cell = CELL.fullmatch(self.cell or "")
        column, row = (cell[1], int(cell[2])) if cell else ("", self.column or 0)
        return (self.file, self.line or 0, self.sheet or "", row, len(column), column, f"{self.code} {self.message}")


def unreadable(path: object, error: ThiduaError) -> Diagnostic:
    """Return the finding for a file, or a folder, that could not be read at all."""
    return Diagnostic(UNREADABLE, Severity.ERROR, error.message, error.hint, file=str(path))


def count(findings: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return the number of findings of each severity."""
    return dict.fromkeys(Severity, 0) | Counter(finding.severity for finding in findings)
