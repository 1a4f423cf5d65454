"""Which tests may notice a change: those that run its line, then all that are near its room."""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path

from coverage import CoverageData

PACKAGE = "thidua_cli"
# Where the tests of a room stand, the nearest first.
TESTS = {
    "law": ["law", "awards", "nominations", "checks", "spellings", "cli", "docs"],
    "campaign": ["nominations", "quota", "awards", "checks", "lists", "cli", "papers"],
    "quota": ["quota", "nominations", "cli", "docs"],
    "checks/nominations": ["nominations", "quota", "cli", "docs"],
    "checks/plan": ["checks", "cli", "docs"],
}
_FIRST = 80


def room_of(file: str) -> str:
    """Return the room of `TESTS` that a file stands in."""
    return max((room for room in TESTS if file.startswith(f"{PACKAGE}/{room}/")), key=len)


def wide(file: str) -> list[str]:
    """Return the folders of tests of the room that a file stands in."""
    return [f"tests/{folder}" for folder in TESTS[room_of(file)]]


class Recorded:
    """What one run of all these tests in a tree has recorded: which of them run a line."""

    def __init__(self, tree: Path, environment: Mapping[str, str]) -> None:
        """Run the tests; ends the program when one of them fails without any change."""
        folders = sorted({f"tests/{folder}" for folder in chain(*TESTS.values())})
        flags = ["-q", "-p", "no:cacheprovider", f"--cov={PACKAGE}", "--cov-context=test", "--cov-report="]
        command = [sys.executable, "-m", "pytest", *flags, *folders]
        done = subprocess.run(command, cwd=tree, env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise SystemExit("the tests fail without any change")
        self._tree = tree
        self._data = CoverageData(basename=str(tree / ".coverage"))
        self._data.read()
        self._of_file = cache(self._lines_of)

    def _lines_of(self, file: str) -> Mapping[int, Sequence[str]]:
        return self._data.contexts_by_lineno(str(self._tree / file))

    def tests(self, file: str, lines: Sequence[int]) -> list[str]:
        """Return tests that run one of the lines, the nearest first and of each function one before all others.

        What is kept once it was computed is run by the first test that asks for it only: others may notice too.
        """
        contexts = chain.from_iterable(self._of_file(file).get(line, ()) for line in lines)
        found = sorted({context.rpartition("|")[0] for context in contexts} - {""})
        near: list[str] = []
        for folder in wide(file):
            near += [test for test in found if test.startswith(f"{folder}/")]
        return list(_in_turn(near))[:_FIRST]


def _in_turn(tests: Sequence[str]) -> Iterator[str]:
    """Yield the first case of each function, then the second of each."""
    functions: dict[str, list[str]] = {}
    for test in tests:
        functions.setdefault(test.partition("[")[0], []).append(test)
    return filter(None, chain.from_iterable(zip_longest(*functions.values())))
