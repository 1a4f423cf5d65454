"""The kinds of file that a paper is written to: one file each, ``to_NAME.py``, found by its name. Loads nothing."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from thidua_cli.errors import ThiduaError
from thidua_cli.files import members

_PREFIX = "to_"
DEFAULT = "docx"


class NoSuchForm(ThiduaError):
    """A paper that has no such form: one without tables as a workbook."""


class Writer(Protocol):
    """A file of this folder."""

    def written(self, html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
        """Return the file of one paper.

        ``html`` is in the vocabulary of papers, ``source`` names its template in messages, pictures come from
        ``folders`` and from nowhere else. What cannot be laid out is a `WordError`.
        """

    def untouched(self, content: bytes) -> bool:
        """Tell whether a file is one that ``written`` made and nobody has saved since (see `page.fingerprint`)."""


def formats() -> list[str]:
    """Return the names of the formats, the usual one first."""
    return members(__path__, _PREFIX, DEFAULT)


def writer(name: str) -> Writer:
    """Return the writer of a format."""
    return cast(Writer, import_module(f"{__name__}.{_PREFIX}{name}"))
