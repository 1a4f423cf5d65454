"""Printing: results to standard output, everything else to standard error; colour only where it is wanted.

All that is printed passes here: nothing that a file, a name or an option holds can control the terminal.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.reporters.terminal import printable, table

if TYPE_CHECKING:
    from thidua_cli.campaign.progress import Track

_LONG_WORK = 1_000_000
_MANY = 4


def say(text: str) -> None:
    """Print one line of a result."""
    typer.echo(printable(text), color=_colour(sys.stdout.isatty()))


def tell(text: str) -> None:
    """Print one line that is not a result."""
    typer.echo(printable(text), err=True, color=_colour(sys.stderr.isatty()))


def tell_error(error: ThiduaError) -> None:
    """Print what failed, and the remedy."""
    tell_with(f"lỗi: {error.message}", error.hint)


def tell_with(message: str, hint: str) -> None:
    """Print what happened, and the remedy where there is one."""
    tell(message)
    if hint:
        tell(f"  cách sửa: {hint}")


def _colour(terminal: bool) -> bool:
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that fits the window."""
    say(table(title, columns, rows))


def tell_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that is not a result."""
    tell(table(title, columns, rows, sys.stderr))


def progress_bar(paths: Iterable[Path]) -> "Track[Any]":
    """Return how work on these files tells its progress: a bar, on a terminal and when they are large."""
    from thidua_cli.campaign.progress import untold

    if not sys.stderr.isatty() or sum(map(_size, paths)) < _LONG_WORK:
        return untold
    return _bar()


def progress_of(count: int) -> "Track[Any]":
    """Return how work on so many pieces tells its progress: a bar, on a terminal and when there are several."""
    from thidua_cli.campaign.progress import untold

    if not sys.stderr.isatty() or count < _MANY:
        return untold
    return _bar()


def _bar() -> "Track[Any]":
    from rich.console import Console
    from rich.progress import track

    return partial(track, console=Console(stderr=True), transient=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # whoever reads it will tell
        return 0
