"""Text for a terminal: words in colour, tables that fit the window. Whoever prints it drops what is not wanted."""

import sys
from collections.abc import Iterable, Sequence

import typer

_PIPE_WIDTH = 160


def style(text: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None) -> str:
    """Return a text that looks like this on a terminal."""
    return str(typer.style(text, fg=fg, bold=bold, dim=dim))


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table that fits the window; cells are text as it is, never markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # A pipe has no width of its own: long cells are then left whole as far as possible.
    console = Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False)
    drawn = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    with console.capture() as printed:
        console.print(drawn)
    return "\n".join(line.rstrip() for line in printed.get().splitlines())
