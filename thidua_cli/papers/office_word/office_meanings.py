"""What the names of papers mean, for those who make a Word template; and a sample of each from real contexts."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from thidua_cli.files import read_data
from thidua_cli.papers.office_word.office_shapes import Kind, Shape, names_of, part_of, shape_of_paper
from thidua_cli.papers.office_word.office_values import as_shown
from thidua_cli.papers.registry import Paper

_LONGEST = 70


@cache
def meanings() -> dict[str, str]:
    """Return the meanings by key: a name, the end of a name, or either behind the name of a paper: ``list/title``."""
    found: dict[str, str] = read_data(Path(__file__).with_name("names.yaml"))
    return found


def key_of(paper: Paper, name: str) -> str | None:
    """Return the key that tells the meaning of a name in a paper: of several, that which says most of the name.

    ``groups[].parts[].rows[].held`` is told by itself, by ``rows[].held``, and before these by each of them behind
    ``list/``, and last by ``[].held``, of any list. The last step alone tells nothing: ``title`` is the paper's, and
    not that of an annex.
    """
    steps = name.split(".")
    ends = [".".join(steps[start:]) for start in range(max(len(steps) - 1, 1))]
    if name.endswith(f"[].{steps[-1]}"):
        ends.append(f"[].{steps[-1]}")
    return next((key for key in [*(f"{paper.name}/{end}" for end in ends), *ends] if key in meanings()), None)


def listed(paper: Paper, contexts: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each name that a template of a paper may use, its meaning, and a sample from ``contexts`` (or nothing)."""
    for name, shape in names_of(shape_of_paper(paper)):
        yield name, meanings().get(key_of(paper, name) or "", ""), _sample(name, shape, contexts)


def _sample(name: str, shape: Shape, contexts: Sequence[Any]) -> str:
    return next(filter(None, (_sample_of(name, shape, context) for context in contexts)), "")


def _sample_of(name: str, shape: Shape, context: Any) -> str:
    values: list[Any] = [context]
    for step in _steps(name):
        if step == "*":
            return _short(", ".join(dict.fromkeys(key for one in values for key in one or ())))
        if step == "[]":
            values = [entry for one in values for entry in one or ()]
        else:
            values = [part_of(one, step) for one in values]
    if shape.kind is Kind.LIST and values and not isinstance(values[0], str):
        return f"{len(values)} mục"
    return next((_short(text) for text in map(_told, values) if text), "")


def _steps(name: str) -> list[str]:
    """Return the steps of a name: ``rows[].names[0]`` gives rows, [], names, 0."""
    spread = name.replace("[]", ".[]")
    for sign in "0123456789":
        spread = spread.replace(f"[{sign}]", f".{sign}")
    return spread.split(".")


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    if value is None or not isinstance(value, str | int | float):
        return ""
    return as_shown(value)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
