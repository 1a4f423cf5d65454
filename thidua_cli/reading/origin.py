"""Where a record came from: a row of a table or an entry of a YAML file, both asked in the same way."""

from dataclasses import dataclass
from typing import Protocol

from thidua_cli.findings.about import RecordKey
from thidua_cli.findings.spot import Spot
from thidua_cli.reading.document import Document


class Origin(Protocol):
    """What a record remembers of its source."""

    @property
    def file(self) -> str:
        """The file."""

    @property
    def key(self) -> RecordKey:
        """What tells the record from every other."""

    def spot(self, field: str = "") -> Spot:
        """Return the place of a field; of the record where the field has no place of its own."""


@dataclass(frozen=True, slots=True)
class YamlEntry:
    """An entry of a YAML file."""

    document: Document
    path: str

    @property
    def file(self) -> str:
        """The file."""
        return self.document.file

    @property
    def key(self) -> RecordKey:
        """The entry, by its path."""
        return RecordKey(self.document.file, self.path)

    def spot(self, field: str = "") -> Spot:
        """Return the line and column of a field (or of what stands deeper: ``votes[2].agree``), or of the entry."""
        path = f"{self.path}.{field}" if self.path and field else self.path or field
        place = self.document.place(path)
        return Spot(self.document.file, place.line, place.column, path=path, record=self.key)
