"""Printing: results to standard output, everything else to standard error; colour only where it is wanted."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from thidua_cli.campaign.progress import Track

_PIPE_WIDTH = 160
_LONG_WORK = 1_000_000


def say(text: str) -> None:
    """Print one line of a result."""
    typer.echo(text, color=_colour(sys.stdout.isatty()))


def tell(text: str) -> None:
    """Print one line that is not a result."""
    typer.echo(text, err=True, color=_colour(sys.stderr.isatty()))


def _colour(terminal: bool) -> bool:
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that fits the window; cells are text as it is, never markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # A pipe has no width of its own: long cells are then left whole as far as possible.
    console = Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False)
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    with console.capture() as printed:
        console.print(table)
    for line in printed.get().splitlines():
        say(line.rstrip())


def progress_bar(*paths: Path) -> "Track[Any]":
    """Return how work on these files and folders tells its progress: a bar, on a terminal and when they are large."""
    from thidua_cli.campaign.progress import untold

    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()]
    if not sys.stderr.isatty() or sum(file.stat().st_size for file in files) < _LONG_WORK:
        return untold
    return _bar


def _bar(pieces: Sequence[Any], label: str) -> Iterable[Any]:
    from rich.console import Console
    from rich.progress import track

    return track(pieces, label, console=Console(stderr=True), transient=True)
