"""Text for a terminal: words in colour, tables that fit the window. Whoever prints it drops what is not wanted."""

import re
import sys
from collections.abc import Iterable, Sequence
from os import urandom
from typing import TextIO

import typer

_PIPE_WIDTH = 160
_ESCAPE = "\x1b"
# Stands for the escape character in what we style ourselves, until it is printed: no file can hold it.
_OURS = f"\ufdd0{urandom(8).hex()}"
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves the cursor, recolours the screen, turns the order of letters around, or is no letter at all."""


def style(text: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None) -> str:
    """Return a text that looks like this once it is printed (see `printable`)."""
    return _marked(str(typer.style(_without(text), fg=fg, bold=bold, dim=dim)))


def printable(text: str) -> str:
    """Return what may reach a terminal: of all that controls it, only what `style` and `table` put there is left."""
    return _without(text).replace(_OURS, _ESCAPE)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], stream: TextIO | None = None) -> str:
    """Return a table that fits the window of a stream, standard output; cells are text as it is, never markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # A pipe has no width of its own: long cells are then left whole as far as possible.
    console = Console(width=None if (stream or sys.stdout).isatty() else _PIPE_WIDTH, highlight=False)
    drawn = Table(title=Text(_without(title)), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(_without(cell)) for cell in row))
    with console.capture() as printed:
        console.print(drawn)
    return _marked("\n".join(line.rstrip() for line in printed.get().splitlines()))


def _without(text: str) -> str:
    return UNPRINTABLE.sub("\ufffd", text)


def _marked(text: str) -> str:
    return text.replace(_ESCAPE, _OURS)
