"""What importing a paper tells the officer: facts with their places, doubts, faults of the old paper."""

from dataclasses import dataclass, field
from typing import Any

from thidua_cli.findings import Diagnostic
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.spot import Spot
from thidua_cli.reading.papers.paper import Line

_SHOWN = 90


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the report: ``fact`` was read as ``value`` at ``place``; ``words`` say from what, or why in doubt."""

    place: Spot
    fact: str
    value: str
    sure: bool
    words: str


@dataclass
class Ledger:
    """Collects the report, the faults, and the comments of the YAML file by path (``campaign.start``)."""

    file: str
    report: list[ReportLine] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)

    def fact(self, path: str, line: Line | None, what: str, value: Any, *, sure: bool = True, words: str = "") -> None:
        """Record a fact that stands at ``path`` of the plan; one in doubt is marked in the file too."""
        spot = line.place if line else Spot(self.file)
        told = words or (f"“{shown(line.text)}”" if line else "")
        self.report.append(ReportLine(spot, what, str(value), sure, told))
        if not sure:
            self.comments[path] = f"{read_at(spot)}cần xác nhận"

    def doubt(self, line: Line, what: str, words: str) -> None:
        """Record what may be a fact and stays prose."""
        self.report.append(ReportLine(line.place, what, "", sure=False, words=words))

    def change(self, line: Line | None, what: str, old: str, new: str) -> None:
        """Record that the paper said ``old`` where the plan now says ``new``."""
        spot = line.place if line else Spot(self.file)
        self.report.append(ReportLine(spot, what, new, sure=False, words=f"trước đây: {old}" if old else ""))

    def fault(self, code: str, line: Line, message: str, hint: str = "") -> None:
        """Record a fault of the old paper."""
        spot = line.place
        self.faults.append(
            Diagnostic(code, severity_of(code), message, hint, file=spot.file, line=spot.line, path=spot.path)
        )


def read_at(spot: Spot) -> str:
    """Return the beginning of a comment: ``đọc ở dòng 41, ``."""
    place = spot.path or (f"dòng {spot.line}" if spot.line else "")
    return f"đọc ở {place}, " if place else ""


def shown(text: str) -> str:
    """Return the text shortened for a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
