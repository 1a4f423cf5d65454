"""Vietnamese column headings of tables (Excel, CSV): those of each field stand in ``headings.yaml``."""

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from thidua_cli.files import read_data
from thidua_cli.vietnamese.text import fold

_SIGNS = re.compile(r"[^a-z0-9]+")


def heading_key(text: str) -> str:
    """Return the key by which headings are compared: case, accents, order of words and signs do not count."""
    words = _SIGNS.sub(" ", fold(re.sub(r"\(.*?\)", " ", text))).split()
    return " ".join(sorted(words))


@cache
def all_headings() -> dict[str, dict[str, list[str]]]:
    """Return by name each model that a list can be read as, with the headings of its fields; the first is ours."""
    found: dict[str, dict[str, list[str]]] = read_data(Path(__file__).with_name("headings.yaml"))
    return found


def headings_of(model: type[BaseModel]) -> dict[str, list[str]]:
    """Return the headings of each field of a model, by the name of the field in files."""
    return all_headings()[model.__name__]


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
    """Return our heading for a field; the name of the field where no column stands for it."""
    return headings_of(model).get(field, [field])[0]
