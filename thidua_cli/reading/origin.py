"""Values and where they came from: a row of a table or an entry of a YAML file, both asked in the same way."""

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.reading.document import Document

Value = TypeVar("Value")


class Origin(Protocol):
    """What a record remembers of its source."""

    __slots__ = ()

    @property
    def file(self) -> str:
        """The file."""
        return self.key.file

    @property
    @abstractmethod
    def key(self) -> RecordKey:
        """What tells the record from every other."""

    @property
    def unread(self) -> tuple[str, ...]:
        """The keys that were told as not understood; the value lacks them."""
        return ()

    @abstractmethod
    def spot(self, field: str = "") -> Spot:
        """Return the place of a field; of the record where the field has no place of its own."""

    def left_unread(self, field: str) -> bool:  # noqa: ARG002
        """Tell whether a field is filled and was told as not understood: then nothing else may fill it."""
        return False


@dataclass(frozen=True, slots=True)
class YamlEntry(Origin):
    """An entry of a YAML file, known by its path."""

    document: Document
    path: str
    unread: tuple[str, ...] = ()

    @property
    def key(self) -> RecordKey:  # noqa: D102
        return RecordKey(self.document.file, self.path)

    def spot(self, field: str = "") -> Spot:
        """Return the line and column of a field (or of what stands deeper: ``votes[2].agree``), or of the entry."""
        path = f"{self.path}.{field}" if self.path and field else self.path or field
        return replace(self.document.spot(path), record=self.key)


@dataclass(frozen=True, slots=True)
class Record(Generic[Value]):
    """A value of a model and where it stands in the user's files."""

    value: Value
    origin: Origin
