"""What cases give, whole, in a file beside the test: ``THIDUA_UPDATE=1`` rewrites it, and the change is then read."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Finding


def hold(path: Path, cases: Mapping[str, Iterable[str]]) -> None:
    """Hold the lines that each case gives against those of the file; cases that give none are not in it."""
    given = {name: list(lines) for name, lines in cases.items()}
    text = "".join(f"# {name}\n" + "".join(f"{line}\n" for line in lines) for name, lines in given.items() if lines)
    if os.environ.get("THIDUA_UPDATE"):
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()


def said(finding: Finding) -> str:
    """Return all that a finding says, as one line."""
    about = finding.about
    whom = "; ".join(filter(None, (about.told, about.unit, *about.units))) if about else ""
    others = [f"{_place(where)}: {word}" for where, word in finding.others]
    parts = (finding.message, finding.hint, finding.basis, whom, *others)
    severity = finding.severity or severity_of(finding.code)
    return f"{_place(finding.where)} {finding.code} {severity}: " + " | ".join(parts)


def _place(where: str | Spot) -> str:
    return where.path if isinstance(where, Spot) else where
