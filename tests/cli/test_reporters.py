"""The formats of ``--format`` are the files of the folder: a new one is one file, and nothing else is told of it."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from thidua_cli.findings import reporters
from thidua_cli.findings.outcome import Results

_THIRD = '''"""A count of findings, for a program that knows nothing else."""

from thidua_cli.findings.outcome import Results


def report(results: Results) -> str:
    """Return the count."""
    return f"{len(results.findings)} findings on {results.day}"
'''
_RUN = """
import sys
from thidua_cli.findings import reporters
reporters.__path__.append(sys.argv.pop(1))
from thidua_cli.__main__ import main
main()
"""


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """A folder of reporters beside ours."""
    (tmp_path / "as_count.py").write_text(_THIRD, encoding="utf-8")
    return tmp_path


def _thidua(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _RUN, str(folder), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ})


def test_the_folder_is_the_list() -> None:
    files = sorted(path.stem.removeprefix("as_") for path in Path(reporters.__file__).parent.glob("as_*.py"))
    assert sorted(reporters.formats()) == files
    assert reporters.formats()[0] == reporters.DEFAULT


@pytest.mark.parametrize("name", reporters.formats())
def test_each_reporter_reports_a_run_that_found_nothing(name: str) -> None:
    assert reporters.reporter(name).report(Results(date(2026, 11, 22), ()))


def test_a_third_format_is_one_new_file(third: Path) -> None:
    plan = ROOT / "plans" / "mttq-2024"
    told = _thidua(third, "check", plan, "--on", "2026-11-22", "--format", "count")
    assert (told.returncode, told.stderr) == (0, "")
    known = json.loads(_thidua(third, "check", plan, "--on", "2026-11-22", "--format", "json").stdout)
    assert told.stdout == f"{len(known['diagnostics'])} findings on 2026-11-22\n"
    assert "--format <text|count|json>" in _thidua(third, "check", "--help").stdout
    assert "không phải một trong: text, count, json" in _thidua(third, "check", plan, "--format", "xml").stderr
