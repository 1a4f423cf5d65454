"""The program run on one folder, and all that it must never do there, whatever stands in the files."""

import contextlib
import io
import json
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from thidua_cli.__main__ import main
from thidua_cli.campaign.load_plan import load_plan

_OURS = "lỗi của chính thidua"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass
class Watch:
    """Runs commands in ``folder`` and collects what is wrong with what they did."""

    folder: Path
    wrong: list[str] = field(default_factory=list)

    def call(self, *arguments: str) -> int:
        """Run a command, in the folder; return its exit code."""
        before = self._contents()
        code, out, err = self._run(arguments)
        self._tell(arguments, judged(code, out, err))
        for path, content in before.items():
            if not path.is_file() or (path.read_bytes() != content and path.name != "register.csv"):
                self._tell(arguments, [f"changed {path.name}"])
            elif path.name == "register.csv" and not path.read_bytes().startswith(content[: len(content) - 2]):
                self._tell(arguments, ["the register lost lines"])
        self._tell(arguments, [f"left {path.name}" for path in self.folder.rglob(".thidua-*")])
        if "json" in arguments and code != 2:
            try:
                json.loads(out)
            except ValueError:
                self._tell(arguments, ["no JSON"])
        return code

    def readable(self, plan: str) -> None:
        """Tell whether a plan that was written cannot be read back."""
        loaded = load_plan(self.folder / plan)
        if loaded.plan is None:
            self.wrong.append(f"wrote a plan that it cannot read: {loaded.faults[0].message}")

    def _tell(self, arguments: tuple[str, ...], wrong: list[str]) -> None:
        self.wrong += [f"{' '.join(arguments)}: {what}" for what in wrong]

    def _contents(self) -> dict[Path, bytes]:
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return {path: path.read_bytes() for path in files if "out" not in path.relative_to(self.folder).parts}

    def _run(self, arguments: tuple[str, ...]) -> tuple[int, str, str]:
        out, err, code = io.StringIO(), io.StringIO(), 0
        given = sys.argv, sys.stdin, Path.cwd()
        sys.argv, sys.stdin = ["thidua", *arguments], io.StringIO()
        os.chdir(self.folder)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                main()
        except SystemExit as done:
            code = int(done.code or 0)
        finally:
            sys.argv, sys.stdin = given[0], given[1]
            os.chdir(given[2])
        return code, out.getvalue(), err.getvalue()


def judged(code: int, out: str, err: str) -> list[str]:
    """Return what is wrong with an end of the program: its exit code and what it printed."""
    wrong = []
    if code not in (0, 1, 2):
        wrong.append(f"exit code {code}")
    if _OURS in err or "Traceback" in out + err or "panicked" in out + err:
        wrong.append(err.strip().split("\n")[0])
    if code == 2 and "cách sửa" not in err:
        wrong.append(f"no remedy: {err[:200]!r}")
    if found := _CONTROL.search(out + err):
        wrong.append(f"control character {found[0]!r}")
    return wrong
