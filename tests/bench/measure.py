"""Timing: pairs in turn, medians, and the ratio that is quoted. Nothing here asserts a time."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

ROOT_ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"NO_COLOR": "1"}


@dataclass(frozen=True)
class Pair:
    """What was measured against what: seconds of each run."""

    name: str
    ours: list[float]
    peer_name: str
    peer: list[float]

    def row(self) -> str:
        """Return the line of the report; the ratio is that of the medians."""
        ours, peer = median(self.ours), median(self.peer)
        return (
            f"{self.name:<44} {ours * 1e3:>9.1f} ms   {self.peer_name:<36} {peer * 1e3:>9.1f} ms"
            f"   ratio {ours / peer:>6.2f}  (best {min(self.ours) / min(self.peer):.2f})"
        )


def compare(name: str, ours: Callable[[], object], peer_name: str, peer: Callable[[], object], rounds: int) -> Pair:
    """Time two callables in turn in this process, by CPU time, after one run of each that is not counted."""
    ours(), peer()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for call, found in zip((ours, peer), times, strict=True):
            start = time.process_time()
            call()
            found.append(time.process_time() - start)
    return Pair(name, times[0], peer_name, times[1])


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
