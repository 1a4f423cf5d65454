"""What importing a paper tells the officer: facts with their places, doubts, faults of the old paper."""

import re
from dataclasses import dataclass, field
from typing import Any, TypeVar

from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.intake.words import listed
from thidua_cli.reading.papers.paper import Line

Data = dict[str, Any]
V = TypeVar("V")

_SHOWN = 90


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the report: ``fact`` was read as ``value`` at ``place``; ``words`` say from what, or why in doubt."""

    place: Spot
    fact: str
    value: str
    sure: bool
    words: str

    @property
    def where(self) -> str:
        """The place as people name it: ``đoạn 12`` of a Word file, ``dòng 12`` of a text; empty for the whole paper."""
        return self.place.path or (f"dòng {self.place.line}" if self.place.line else "")


@dataclass
class Ledger:
    """Collects the report, the faults, and the comments of the YAML file by path (``campaign.start``)."""

    file: str
    report: list[ReportLine] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)

    def fact(self, path: str, line: Line | None, value: V, *, sure: bool = True, words: str = "", what: str = "") -> V:
        """Record and return a fact that stands at ``path`` of the plan; one in doubt is marked in the file too."""
        told = words or (quoted(line.text) if line else "")
        name = what or listed("facts")[re.sub(r"\[\d+\]", "", path)]
        read = ReportLine(line.place if line else Spot(self.file), name, str(value), sure, told)
        self.report.append(read)
        if not sure:
            self.comments[path] = f"đọc ở {read.where}, cần xác nhận" if read.where else "cần xác nhận"
        return value

    def doubt(self, line: Line, what: str, words: str) -> None:
        """Record what may be a fact and stays prose."""
        self.report.append(ReportLine(line.place, what, "", sure=False, words=words))

    def no_quota(self, line: Line, text: str, why: str) -> None:
        """Record that the numbers in a text are not taken for a quota."""
        self.doubt(line, "số lượng", f"{quoted(text)}: có thể là chỉ tiêu, {why}")

    def change(self, what: str, old: str, new: str) -> None:
        """Record that the paper said ``old`` where the plan now says ``new``."""
        words = f"trước đây: {old}" if old else ""
        self.report.append(ReportLine(Spot(self.file), what, new, sure=False, words=words))

    def fault(self, code: str, line: Line, **told: object) -> None:
        """Record a fault of the old paper; ``told`` are the blanks of its message and hint."""
        message, hint = (listed("faults")[code][text].format(**told) for text in ("message", "hint"))
        spot = line.place
        self.faults.append(
            Diagnostic(code, severity_of(code), message, hint, file=spot.file, line=spot.line, path=spot.path)
        )


def shown(text: str) -> str:
    """Return the text shortened for a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def quoted(text: str) -> str:
    """Return the text shortened and in quotation marks."""
    return f"“{shown(text)}”"


def filled(data: Data) -> Data:
    """Return the data without keys that hold nothing."""
    return {key: value for key, value in data.items() if value}
