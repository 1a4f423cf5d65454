"""What all tests share: the command line in this process, LibreOffice, a plain terminal."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from tests.exploring import PROFILE
from thidua_cli.__main__ import main

settings.load_profile(PROFILE)
ROOT = Path(__file__).resolve().parent.parent
PLANS = sorted(path.parent for path in ROOT.glob("plans/*/plan.yaml"))


@dataclass(frozen=True)
class Result:
    """What a run of the program printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program as the user does, in this process."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["thidua", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as done:
            code = int(done.code or 0)
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return call


@pytest.fixture(scope="session")
def office() -> str:
    """The program of LibreOffice; without it the test is skipped, or fails where CI asks for it."""
    found = shutil.which("soffice")
    if not found:
        if os.environ.get("THIDUA_REQUIRE_OFFICE"):
            pytest.fail("LibreOffice is missing")
        pytest.skip("LibreOffice is not installed")
    return found
