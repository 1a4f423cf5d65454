"""The plan that uses every key, and what can be put in the place of any of its parts."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from thidua_cli.reading.yaml import read_yaml

EVERYTHING = Path(__file__).with_name("everything.yaml")
Steps = tuple[str | int, ...]


def everything() -> Any:
    """Return the data of the plan that uses every key."""
    return deepcopy(read_yaml(EVERYTHING).data)


def nodes(data: Any, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the steps to every value below ``data``."""
    if steps:
        yield steps
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield from nodes(value, (*steps, step))


def replaced(data: Any, steps: Steps, value: Any) -> Any:
    """Return a copy of ``data`` with ``value`` at ``steps``; only what lies on the way is copied."""
    if not steps:
        return value
    first, *rest = steps
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[first] = replaced(data[first], tuple(rest), value)
    return copy


def at(data: Any, steps: Steps) -> Any:
    """Return the value at ``steps``."""
    for step in steps:
        data = data[step]
    return data
