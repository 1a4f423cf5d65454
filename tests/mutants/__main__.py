"""Do the tests notice when a rule is wrong? ``python -m tests.mutants [ROOM...] --sample N --seed S``.

Changes one thing at a time in a copy of the tree, runs the tests that ran its line in one recorded run, then all near
the room, and prints the changes that none notices. mutmut keeps its mutants in one process that has the modules loaded,
so that rules cached at import stay right; cosmic-ray runs one command for all files: both are too blunt here.
coverage.py records which test runs a line. Ends with 1 when fewer than 95 of 100 are noticed.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from tests.mutants.changes import ROOT, Mutant, mutants_of, mutated
from tests.mutants.selection import PACKAGE, Recorded, wide

ROOMS = ["quota", "campaign", "law", "checks/nominations"]
ENOUGH = 0.95
_AT_ONCE = 2


def noticed(tree: Path, tests: Sequence[str], limit: float) -> bool:
    """Tell whether one of the tests fails in this copy of the tree; what does not end in time is noticed."""
    if not tests:
        return False
    wanted = tree / "wanted-tests"
    wanted.write_text("\n".join(tests), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", f"@{wanted}"]
    environment = _environment(tree)
    try:
        done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def _environment(tree: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}


def copy_of_tree(into: Path) -> Path:
    """Copy the files under version control as they are now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, into / name)
    return into


def run(mutants: Sequence[Mutant], told: Callable[[str], None], until: float) -> tuple[int, int]:
    """Return how many mutants were tried ``until`` this time (`time.monotonic`), and how many no test noticed."""
    with tempfile.TemporaryDirectory() as folder:
        trees: Queue[Path] = Queue()
        for number in range(_AT_ONCE):
            trees.put(copy_of_tree(Path(folder, str(number))))
        began = time.monotonic()
        recorded = Recorded(trees.queue[0], _environment(trees.queue[0]))
        limit = 60 + 4 * (time.monotonic() - began)
        first = {mutant: recorded.tests(mutant.file, range(mutant.line, mutant.last + 1)) for mutant in mutants}

        def survives(mutant: Mutant) -> bool | None:
            if time.monotonic() > until:
                return None
            tree = trees.get()
            file = tree / mutant.file
            right = file.read_text(encoding="utf-8")
            try:
                file.write_text(mutated(right, mutant), encoding="utf-8")
                return not any(noticed(tree, tests, limit) for tests in (first[mutant], wide(mutant.file)))
            finally:
                file.write_text(right, encoding="utf-8")
                trees.put(tree)

        tried = survivors = 0
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for mutant, survived in zip(mutants, pool.map(survives, mutants), strict=True):
                tried += survived is not None
                if survived:
                    survivors += 1
                    told(f"{mutant}  ({tried} tried)")
        return tried, survivors


def main() -> None:
    """Sample, run, report."""
    parser = argparse.ArgumentParser(description="Changes in the rules that the tests do not notice.")
    parser.add_argument("rooms", nargs="*", help="rooms, or files of them; default: " + ", ".join(ROOMS))
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=600.0, help="try no more after this time")
    wanted = parser.parse_args()
    every: list[Mutant] = []
    for room in wanted.rooms or ROOMS:
        path = ROOT / PACKAGE / room
        files = [path] if path.is_file() else sorted(path.rglob("*.py"))
        every += [mutant for file in files for mutant in mutants_of(str(file.relative_to(ROOT)))]
    sample = random.Random(wanted.seed).sample(every, min(wanted.sample, len(every)))
    until = time.monotonic() + 60 * wanted.minutes
    tried, survivors = run(sample, lambda line: print(line, flush=True), until)  # noqa: T201
    killed = tried - survivors
    print(f"{killed} of {tried} noticed ({killed / max(tried, 1):.1%}); {len(every)} in all")  # noqa: T201
    sys.exit(killed < ENOUGH * tried)


if __name__ == "__main__":
    main()
