"""The house: what may import what, how large a file may be, and what starting the program loads."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "thidua_cli"
# A room may import itself and the rooms before it.
ORDER = [
    ("text", "errors", "files", "__init__"),
    ("diagnostics",),
    ("source",),
    ("law",),
    ("model",),
    ("checks",),
    ("intake",),
    ("word",),
    ("documents",),
    ("commands",),
    ("usage", "app"),
    ("__main__",),
]
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
# word/ is a room of its own that knows papers, not campaigns.
STRANGERS = {
    "word": {"diagnostics", "source", "law", "model", "checks", "intake"},
    "documents": {"checks", "intake"},
}
HEAVY = {"pydantic", "docx", "lxml", "jinja2", "yaml", "rich", "openpyxl", "python_calamine"}
FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            head, _, rest = name.partition(".")
            if head == "thidua_cli":
                found = rest.partition(".")[0]
                rooms.add(found if found in RANK else "__init__")
    return rooms


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_imports_upward(path: Path) -> None:
    room = room_of(path)
    for other in imported_rooms(path) - {room}:
        assert RANK[other] <= RANK[room], f"{path} imports {other}, which stands above {room}"
        assert other not in STRANGERS.get(room, set()), f"{room} knows nothing of {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], []])
def test_starting_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys, json\n"
        f"sys.argv = ['thidua', *{arguments!r}]\n"
        "from thidua_cli.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print()\nprint(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    # typer itself loads pydantic as soon as a subcommand is met.
    allowed = {"pydantic"} if arguments[:1] == ["check"] else set()
    assert not loaded & HEAVY - allowed
    if arguments == ["--version"]:
        assert "typer" not in loaded


def test_every_file_is_opened_with_its_encoding() -> None:
    """Reading text needs encoding= named (the warning of Python for it is an error here)."""
    code = "import thidua_cli.commands.explain as e; e.run(None, None)"
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_no_slow_table_access() -> None:
    """``table.cell(i, j)`` of python-docx rebuilds the grid each time: quadratic."""
    offenders = [path for path in FILES if ".cell(" in path.read_text(encoding="utf-8")]
    assert not offenders
