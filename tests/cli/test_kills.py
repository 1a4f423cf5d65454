"""Commands that write, ended at any time: each file is the old or the new one, whole; the next run leaves no trace."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.book_rounds import THIDUA
from tests.conftest import ROOT

# What was decided already: these tests decide themselves.
_BOOKS = shutil.ignore_patterns("register.csv", "decisions.yaml", "papers.yaml")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has one signal only")

_MODES = ("drive", "thematic")
_PLAN = ("--issuer", "Sở A", "--place", "A", "--post", "Giám đốc", "--end", "2027-12-31", "--title", "Phát động")


def _render(folder: Path, turn: int) -> tuple[object, ...]:
    campaign = folder / f"c{turn % 2}"
    if not campaign.exists():
        shutil.copytree(ROOT / "plans" / "mttq-2024", campaign, ignore=_BOOKS)
        plan = campaign / "plan.yaml"
        text = plan.read_text(encoding="utf-8").replace("Cục trưởng", f"Cục {turn % 2}")
        plan.write_text(text, encoding="utf-8")
    return ("render", campaign, "--doc", "plan", "-o", folder / "o", "--force")


def _new_plan(folder: Path, turn: int) -> tuple[object, ...]:
    return ("new-plan", folder / "n", *_PLAN, "--mode", _MODES[turn % 2], "--force")


def _register(folder: Path, turn: int) -> tuple[object, ...]:
    if not (folder / "c").exists():
        shutil.copytree(ROOT / "plans" / "mttq-2024", folder / "c", ignore=_BOOKS)
    number = f"{300 + turn}/QĐ-CTK"
    return ("register", "add", folder / "c", "--decision", number, "--date", "2024-12-05", "--by", "Cục trưởng")


WRITERS = {"render": _render, "new-plan": _new_plan, "register": _register}
Arguments = Callable[[Path, int], tuple[object, ...]]


def _started(arguments: tuple[object, ...]) -> subprocess.Popen[bytes]:
    command = [*map(str, (*THIDUA, *arguments))]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _files(folder: Path) -> dict[str, bytes]:
    """Return what stands in the folders that are written to."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def _is_whole(name: str, content: bytes, old: dict[str, bytes], seen: set[bytes]) -> bool:
    if name.endswith("register.csv"):
        before = old.get(name, b"")
        return content.startswith(before) and content.endswith(b"\n") and content.decode().count("QĐ-CTK") % 2 == 0
    return content in seen or content == old.get(name)


def _moments(turns: int, whole: float) -> Iterator[tuple[int, float]]:
    """Yield moments of a run, most of them late, when files are written."""
    chance = random.Random(7)
    for turn in range(turns):
        early = chance.random() < 0.3
        yield turn, chance.uniform(0, whole) if early else chance.uniform(whole * 0.6, whole * 1.05)


def _attack(folder: Path, arguments: Arguments, number: signal.Signals, turns: int) -> None:
    begin = time.monotonic()
    seen: set[bytes] = set()
    for turn in range(2):
        begin = time.monotonic()
        assert _started(arguments(folder, turn)).wait() == 0
        seen.update(_files(folder).values())
    whole = time.monotonic() - begin
    for turn, moment in _moments(turns, whole):
        old = _files(folder)
        process = _started(arguments(folder, turn + 2))
        time.sleep(moment)
        process.send_signal(number)
        process.wait()
        now = {name: content for name, content in _files(folder).items() if "/.thidua-" not in name}
        assert set(old) - {name for name in old if "/.thidua-" in name} <= set(now)
        assert [name for name, content in now.items() if not _is_whole(name, content, old, seen)] == []
        if number != signal.SIGKILL:
            assert not list(folder.rglob(".thidua-*"))
    assert _started(arguments(folder, turns + 2)).wait() == 0
    assert not list(folder.rglob(".thidua-*"))


def test_ended_at_a_moment(tmp_path: Path) -> None:
    _attack(tmp_path, _register, signal.SIGTERM, 1)


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_ended_at_a_hundred_moments(name: str, number: str, tmp_path: Path) -> None:
    _attack(tmp_path, WRITERS[name], signal.Signals[number], 34)
