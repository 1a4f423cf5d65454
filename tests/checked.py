"""``thidua check --format json`` of a folder, in this process, on one day."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from thidua_cli.__main__ import main

DAY = "2026-11-26"


def checked(folder: Path, *options: str) -> dict[str, Any]:
    """Return what a check of the campaign in ``folder`` prints for other programs, with the code it ends with."""
    arguments = ["thidua", "check", str(folder), "--format", "json", "--on", DAY, *options]
    out, err, code = io.StringIO(), io.StringIO(), 0
    with patch.object(sys, "argv", arguments), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as done:
            code = int(done.code or 0)
    assert out.getvalue(), f"nothing printed, exit {code}: {err.getvalue()}"
    result: dict[str, Any] = json.loads(out.getvalue())
    return {**result, "exit": code}
