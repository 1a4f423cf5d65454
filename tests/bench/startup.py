"""Start: ``--help`` and ``check`` against the bare interpreter, bare imports and a bare typer program."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Pair, compare_commands, python, thidua

_PLAN = Path(__file__).resolve().parents[2] / "plans" / "mttq-2024" / "plan.yaml"
_TOY = """
import sys, typer
from pathlib import Path
from typing import Annotated
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
def command(name):
    def run(paths: Annotated[list[Path], typer.Argument(help="Files.")],
            strict: Annotated[bool, typer.Option("--strict", help="Strict.")] = False,
            out: Annotated[Path | None, typer.Option("-o", "--out", help="Folder.")] = None,
            kind: Annotated[str, typer.Option(help="Kind.")] = "docx"):
        "A command."
    app.command(name)(run)
for name in ("one", "two", "three", "four", "five", "six"):
    command(name)
sys.argv = ["toy", "--help"]
app()
"""
_CHECK_IMPORTS = "import typer, pydantic, yaml; from pydantic import BaseModel"


def run(rounds: int) -> Iterator[Pair]:
    """Yield the pairs."""
    bare = python("pass")
    toy = python(_TOY)
    yield compare_commands("thidua --version", thidua("--version"), "bare interpreter", bare, rounds)
    yield compare_commands("thidua --help", thidua("--help"), "bare typer program --help", toy, rounds)
    check = thidua("check", _PLAN)
    yield compare_commands("thidua check (one plan)", check, "bare interpreter", bare, rounds)
    yield compare_commands(
        "thidua check (one plan)", check, "import typer, pydantic, yaml", python(_CHECK_IMPORTS), rounds
    )
