"""Options that several commands share: paths, the day, formats; named and explained once."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from thidua_cli.commands.schema import SCHEMAS
from thidua_cli.findings import reporters
from thidua_cli.page import writers
from thidua_cli.vietnamese.dates import YEARS

YEAR: dict[str, Any] = {"min": YEARS[0], "max": YEARS[1]}
"""The years that an option takes."""

if TYPE_CHECKING:
    ReportFormat = str
    PaperFormat = str
    SchemaName = str
else:  # what their folders and tables have: known when the program runs, not to a type checker
    ReportFormat = Literal[tuple(reporters.formats())]
    PaperFormat = Literal[tuple(writers.formats())]
    SchemaName = Literal[SCHEMAS]

Paths = Annotated[
    list[Path], typer.Argument(metavar="ĐƯỜNG_DẪN...", help="Thư mục phong trào, hoặc tệp plan.yaml trong đó.")
]
On = Annotated[
    datetime | None,
    typer.Option(
        "--on", metavar="NGÀY", formats=["%Y-%m-%d", "%d/%m/%Y"], help="Xét theo pháp luật ngày này (2026-01-31)."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")]


def day_of(on: datetime | None) -> date:
    """Return the day that is asked about, else the officer's own."""
    from thidua_cli.commands.process import own_day

    return on.date() if on else own_day()
