"""Records in YAML: what stands on top of a list of nominations, and what is left of a file with bad values."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from thidua_cli.findings.about import About, RecordKey
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.model.nomination import Nomination, NominationFile
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

Value = TypeVar("Value", bound=BaseModel)
_ROW = re.compile(r"(?:nominations|papers)\[\d+\]")
_NEEDED = {"nominations": "name", "papers": "doc"}
"""The lists of records that are read without their bad values, and the key without which a record is none."""


def without_bad_values(data: Any, model: type[Value]) -> Value | None:
    """Return a file of records without the values that are faults, as a table is read; None when more is wrong."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        places = {one["loc"][:3] for one in error.errors(include_url=False)}
    if not all(len(place) == 3 and place[2] != _NEEDED.get(str(place[0]), place[2]) for place in places):
        return None
    bad: dict[tuple[Any, Any], set[Any]] = {}
    for rows, index, key in places:
        bad.setdefault((rows, index), set()).add(key)
    kept: dict[Any, list[Any]] = {}
    for rows, _ in bad:
        kept[rows] = [_without(entry, bad.get((rows, index), set())) for index, entry in enumerate(data[rows])]
    try:
        return model.model_validate({**data, **kept})
    except ValidationError:
        return None


def left_out(document: Document, rows: str, index: int, read: BaseModel) -> tuple[str, ...]:
    """Return the keys that a record of a file has and that were not read."""
    data: Any = document.data
    return tuple(key for key in data[rows][index] if key not in read.model_fields_set)


def _without(entry: dict[str, Any], keys: set[Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}


def of_its_row(fault: Diagnostic) -> Diagnostic:
    """Return a fault of reading with the record that it is about."""
    row = _ROW.match(fault.path)
    return replace(fault, about=About(record=RecordKey(fault.file, row[0]))) if row else fault


def with_common_values(document: Document, file: NominationFile) -> Iterator[Record[Nomination]]:
    """Yield the nominations of a file; what stands on top holds for those that lack it."""
    common = {
        name: value for name in ("unit", "occasion", "year", "received") if (value := getattr(file, name)) is not None
    }
    for index, nomination in enumerate(file.nominations):
        lacking = {name: value for name, value in common.items() if getattr(nomination, name) is None}
        value = nomination.model_copy(update=lacking) if lacking else nomination
        yield Record(value, YamlEntry(document, f"nominations[{index}]"))
