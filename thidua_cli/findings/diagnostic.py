"""One finding is one value."""

import re
from dataclasses import dataclass
from enum import StrEnum

_CELL = re.compile(r"([A-Z]+)([0-9]+)")


class Severity(StrEnum):
    """How much a finding weighs; only an error makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def vietnamese(self) -> str:
        """The word that users read."""
        return {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}[self.value]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of: ``đã khai ở đây``."""

    message: str
    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its place (lines and columns count from 1, in code points), remedy and legal basis.

    The field names are those of ``--format json``: a contract with other programs.
    """

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
    subject: str = ""
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[str, int, str, int, int, str, str]:
        """Sort key: by file, line or sheet, row and column of the cell (B9 before A10 before AA10)."""
        cell = _CELL.fullmatch(self.cell or "")
        column, row = (cell[1], int(cell[2])) if cell else ("", self.column or 0)
        return (self.file, self.line or 0, self.sheet or "", row, len(column), column, f"{self.code} {self.message}")
