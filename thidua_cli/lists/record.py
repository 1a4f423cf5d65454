"""A value of a model, and where it stands in the user's files."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from thidua_cli.reading.origin import Origin

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Record(Generic[Value]):
    """A value and where it stands."""

    value: Value
    origin: Origin
