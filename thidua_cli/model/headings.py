"""Vietnamese column headings of tables (Excel, CSV), as annotations of the fields they fill."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from thidua_cli.vietnamese.text import fold

_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Heading:
    """Annotation of a field: the headings under which officers write it; the first one is ours."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


def heading_key(text: str) -> str:
    """Return the key by which headings are compared: case, accents, order of words and signs do not count."""
    words = _SIGNS.sub(" ", fold(re.sub(r"\(.*?\)", " ", text))).split()
    return " ".join(sorted(words))


def headings_of(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """Return the headings of each field of a model, by the name of the field in files."""
    found: dict[str, tuple[str, ...]] = {}
    for name, field in model.model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, Heading):
                found[field.alias or name] = mark.names
    return found


def field_by_heading(model: type[BaseModel]) -> dict[str, str]:
    """Return the field for each heading key; two fields that share a key are a bug and raise ValueError."""
    fields: dict[str, str] = {}
    for field, names in headings_of(model).items():
        for name in names:
            key = heading_key(name)
            if fields.setdefault(key, field) != field:
                message = f"heading {name!r} belongs to both {fields[key]} and {field}"
                raise ValueError(message)
    return fields


def title_of(model: type[BaseModel], field: str) -> str:
    """Return our heading for a field."""
    names: Any = headings_of(model).get(field)
    return str(names[0]) if names else field
