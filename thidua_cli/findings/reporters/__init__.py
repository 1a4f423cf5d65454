"""How findings are printed: one file a format, ``as_NAME.py``, found by its name; each has ``report(results)``."""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from thidua_cli.files import members

if TYPE_CHECKING:  # the program starts without it
    from thidua_cli.findings.outcome import Results

_PREFIX = "as_"
DEFAULT = "text"


class Reporter(Protocol):
    """A file of this folder."""

    def report(self, results: "Results") -> str:
        """Return all that is printed of a run, without the last line feed."""


def formats() -> list[str]:
    """Return the names of the formats, the usual one first."""
    return members(__path__, _PREFIX, DEFAULT)


def reporter(name: str) -> Reporter:
    """Return the reporter of a format."""
    return cast(Reporter, import_module(f"{__name__}.{_PREFIX}{name}"))
