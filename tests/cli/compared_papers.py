"""What ``thidua compare`` tells of files of the campaign whose papers the tests edit."""

import json
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, Run

DAY = ("--on", "2025-12-25")
CAMPAIGN = ROOT / "plans" / "vi-nguoi-ngheo"


def compared(run: Run, *files: Path, campaign: Path = CAMPAIGN) -> list[dict[str, Any]]:
    """Return the findings on files, as JSON has them; only errors make the exit code 1."""
    result = run("compare", campaign, *files, *DAY, "--format", "json")
    found: list[dict[str, Any]] = json.loads(result.out)["diagnostics"]
    assert result.code == int(any(one["severity"] == "error" for one in found)), result.err
    return found


def codes(found: list[dict[str, Any]]) -> set[str]:
    """Return the codes of findings."""
    return {one["code"] for one in found}
