"""A session kept in tables gives the findings that it gives in YAML, each at its cell, in every layout."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.council.as_tables import LAYOUTS
from tests.nominations.case_folders import CASES, copied, day_of
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.checks.run import examine
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.council_session import NO_DOUBTS

AFTER = date(2026, 1, 15)  # of an example whose plan tells no day
PLANS = Path(__file__).parents[2] / "plans"
SESSIONS = [one for one in (*CASES, PLANS / "vi-nguoi-ngheo") if (one / "council.yaml").exists()]


def found(folder: Path) -> list[Diagnostic]:
    loaded = load_campaign(folder)
    (sitting,) = loaded.sessions
    assert (sitting.doubts.members, sitting.doubts.votes, loaded.sessions_unread) == (False, False, []), loaded.faults
    findings, _ = examine(loaded, day_of(folder) or AFTER)
    return findings


def said(findings: list[Diagnostic]) -> Counter[tuple[str, ...]]:
    """Return code, severity, words and law of findings; of the number of related places, not where they are."""
    return Counter((one.code, str(one.severity), one.message, one.hint, one.basis) for one in findings)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", SESSIONS, ids=lambda case: case.name)
def test_tables_give_the_findings_of_yaml(case: Path, layout: str, tmp_path: Path) -> None:
    folder = copied(case, tmp_path)
    of_yaml = found(folder)
    session = yaml.load((folder / "council.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    (folder / "council.yaml").unlink()
    name, written = LAYOUTS[layout]
    (folder / name).write_bytes(written(session))
    of_tables = found(folder)
    assert said(of_tables) == said(of_yaml)
    by_yaml = [one for one in of_yaml if one.file.endswith("council.yaml")]
    here = [one for one in of_tables if one.file.endswith(name)]
    assert len(here) == len(by_yaml)
    for one in here:
        assert (one.cell and re.fullmatch(r"[A-Z]+[0-9]+", one.cell)) if name.endswith("xlsx") else one.line


def test_there_are_sessions_to_compare() -> None:
    assert len(SESSIONS) >= 12
    assert NO_DOUBTS.members is False
