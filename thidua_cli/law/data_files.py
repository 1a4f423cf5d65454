"""Reading our own data files. A fault in them is a fault of ours: it raises, in words for developers."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from thidua_cli.files import read_data

DATA = Path(__file__).with_name("data")
V = TypeVar("V", bound=BaseModel)


class LawDataError(ValueError):
    """A data file of the law cannot be right; the message names the file and the entry."""


@cache
def read(name: str) -> dict[str, Any]:
    """Return the plain content of a data file; every scalar is text."""
    content: dict[str, Any] = read_data(DATA / f"{name}.yaml")
    return content


def entries(name: str, shape: type[V], part: str = "") -> tuple[V, ...]:
    """Return the entries of a data file (the list under ``part``, else under its own name) as models."""
    found = []
    for number, entry in enumerate(read(name)[part or name], start=1):
        try:
            found.append(shape.model_validate(entry))
        except ValidationError as error:
            label = entry.get("id", "") if isinstance(entry, dict) else entry
            message = f"{name}.yaml, entry {number} {label}: {error}"
            raise LawDataError(message) from error
    return tuple(found)


def by_id(values: Iterable[Any], where: str) -> dict[str, Any]:
    """Return the values by their id; an id that stands twice raises `LawDataError`."""
    found: dict[str, Any] = {}
    for value in values:
        if value.id in found:
            message = f"{where}: {value.id!r} stands twice"
            raise LawDataError(message)
        found[value.id] = value
    return found


def refuse_unknown(ids: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raise `LawDataError` when one of ``ids`` is not among ``known``."""
    unknown = sorted(set(ids) - set(known))
    if unknown:
        message = f"{where}: unknown {', '.join(unknown)}"
        raise LawDataError(message)
