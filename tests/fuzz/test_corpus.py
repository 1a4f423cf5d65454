"""Every input that once made the program fall, hang or eat the machine, run through the command."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.watch import Watch, judged

CORPUS = Path(__file__).parent / "corpus"
SECONDS, MEGABYTES = 10, 1000
# By the name of the case; all others are checked.
COMMANDS = {
    "ends-with-quote": ["render", "."],
    "insert-nothing": ["render", "."],
    "crossed-marks": ["render", "."],
    "decimal-percent": ["new-plan", "moi", "--from", "cu.txt"],
    "blank-recipient": ["new-plan", "moi", "--from", "cu.txt"],
    "control-in-docx": ["new-plan", "moi", "--from", "cu.docx"],
    "dotted-line": ["new-plan", "moi", "--from", "cu.txt"],
    "one-id-twice": ["render", "a", "b", "-o", "ra", "--force"],
}
TEMPLATES = sorted(path.name for path in (CORPUS / "templates").iterdir() if path.is_dir())
CASES = [
    *((path.name, COMMANDS.get(path.name, ["check", "."])) for path in sorted(CORPUS.iterdir())),
    *(("templates", ["render", ".", "--templates", name]) for name in TEMPLATES),
]


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (3_000_000_000, 3_000_000_000))


@pytest.mark.parametrize(("name", "command"), CASES, ids=[f"{name}-{command[-1]}" for name, command in CASES])
def test_a_case(name: str, command: list[str], tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(CORPUS / name, folder)
    # The small program between measures one child alone, libraries included.
    program = (
        "import resource, subprocess, sys\n"
        "code = subprocess.run([sys.executable, '-m', 'thidua_cli', *sys.argv[1:]]).returncode\n"
        "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=_bounded,
    )
    *lines, last = done.stdout.splitlines()
    code, megabytes = map(int, last.split())
    assert judged(code, "\n".join(lines), done.stderr) == []
    assert megabytes < MEGABYTES
    assert not list(tmp_path.rglob(".thidua-*"))
    if code == 0 and "--from" in command:
        watch = Watch(folder)
        watch.readable("moi")
        assert watch.wrong == []
