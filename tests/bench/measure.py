"""Timing: sides in turn, the least time of each, and the ratio that is quoted. Nothing here asserts a time."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

ROOT_ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"NO_COLOR": "1"}

T = TypeVar("T")


@dataclass(frozen=True)
class Pair:
    """What was measured against what: seconds of each run."""

    name: str
    ours: list[float]
    peer_name: str
    peer: list[float]

    def row(self) -> str:
        """Return the line of the report; the ratio is that of the least times, which a busy machine spoils last."""
        ours, peer = min(self.ours), min(self.peer)
        middle = median(self.ours) / median(self.peer)
        return (
            f"{self.name:<44} {ours * 1e3:>9.1f} ms   {self.peer_name:<36} {peer * 1e3:>9.1f} ms"
            f"   ratio {ours / peer:>6.3f}  ({peer / ours:.1f} times; of medians {middle:.3f})"
        )


def compare(name: str, ours: Callable[[], object], peer_name: str, peer: Callable[[], object], rounds: int) -> Pair:
    """Time two callables in turn (see `timed`)."""
    times = timed({"ours": ours, "peer": peer}, rounds)
    return Pair(name, times["ours"], peer_name, times["peer"])


def timed(sides: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Time callables in turn in this process, by CPU time, after one run of each that is not counted."""
    for call in sides.values():
        call()
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, call in sides.items():
            gc.collect()  # what the other side left behind
            start = time.process_time()
            call()
            times[name].append(time.process_time() - start)
    return times


def on_each(call: Callable[[T], object], contents: Iterable[T]) -> Callable[[], object]:
    """Return a callable that takes the next content each time: nothing that was kept of the last one helps it."""
    left = iter(contents)
    return lambda: call(next(left))


def cpu_of(command: Sequence[str]) -> float:
    """Run a program and return the CPU seconds that the system counts for the whole of it."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ROOT_ENV)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(command)} ended with {process.returncode}"
        raise RuntimeError(message)
    return usage.ru_utime + usage.ru_stime


def told_by(command: Sequence[str]) -> float:
    """Run a program and return the seconds that it prints: those of a part of it."""
    return float(subprocess.run(command, check=True, capture_output=True, text=True, env=ROOT_ENV).stdout)


def compare_commands(
    name: str,
    ours: Sequence[str],
    peer_name: str,
    peer: Sequence[str],
    rounds: int,
    cost: Callable[[Sequence[str]], float] = cpu_of,
) -> Pair:
    """Time two programs in turn, each run a process of its own; the first of each is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for command, found in zip((ours, peer), times, strict=True):
            seconds = cost(command)
            if turn:
                found.append(seconds)
    return Pair(name, times[0], peer_name, times[1])


def python(code: str) -> list[str]:
    """Return the command that runs a piece of Python."""
    return [sys.executable, "-c", code]


def thidua(*arguments: object) -> list[str]:
    """Return the command that runs our program as its installed script does."""
    words = ["thidua", *map(str, arguments)]
    return python(f"import sys; sys.argv = {words!r}; from thidua_cli.__main__ import main; main()")
