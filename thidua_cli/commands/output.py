"""Printing: results to standard output, everything else to standard error; colour only where it is wanted."""

import os
import sys
from collections.abc import Iterable, Sequence

import typer

_PIPE_WIDTH = 160


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
