"""What the names of papers mean, for those who make a Word template; and a sample of each from real contexts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from thidua_cli.files import read_data
from thidua_cli.papers.office_word.office_shapes import OPEN, Kind, Shape, named, names_of, part_of, shape_of_paper
from thidua_cli.papers.office_word.office_values import as_shown
from thidua_cli.papers.registry import Paper

ALWAYS, SOMETIMES, NEVER, INVENTED = "luôn có", "có khi không", "luôn trống", "(đặt ra)"
_EMPTY = "trống"  # what the meaning of a name says that may be a text of no letters, or a list of no entries
_LONGEST = 70


@cache
def meanings() -> dict[str, str]:
    """Return the meanings by key: a name, the end of a name, or either behind the name of a paper: ``list/title``."""
    found: dict[str, str] = read_data(Path(__file__).with_name("names.yaml"))
    return found


@cache
def samples() -> dict[str, str]:
    """Return invented samples by the key of a name, of those that no shipped example has."""
    found: dict[str, str] = read_data(Path(__file__).with_name("samples.yaml"))
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


def marked(paper: Paper) -> Shape:
    """Return the shape of a paper in which each name that its meaning says may be empty (“trống”) is ``blank``."""
    return _marked(paper, shape_of_paper(paper), "")


def _marked(paper: Paper, shape: Shape, name: str) -> Shape:
    if shape.kind is Kind.RECORD:
        inner = {key: _marked(paper, one, named(name, key)) for key, one in shape.fields.items()}
        return replace(shape, fields=inner)
    if shape.kind is Kind.LIST and shape.item:
        item = _marked(paper, shape.item, f"{name}[]")
        return replace(shape, item=item, blank=_says_blank(paper, f"{name}[]"))
    return replace(shape, blank=_says_blank(paper, name))


def _says_blank(paper: Paper, name: str) -> bool:
    return _EMPTY in meanings().get(key_of(paper, name) or "", "")


@dataclass(frozen=True, slots=True)
class Name:
    """One line of the list: a name, its meaning, whether it is always there, a sample, and whether that is invented."""

    name: str
    meaning: str
    always: bool
    sample: str
    invented: bool

    def row(self) -> tuple[str, str, str, str]:
        """Return the line as it is shown."""
        there = ALWAYS if self.always else SOMETIMES
        if self.meaning.lower().startswith(NEVER):
            return self.name, self.meaning, NEVER, ""
        return self.name, self.meaning, there, f"{INVENTED} {self.sample}" if self.invented else self.sample


def listed(paper: Paper, contexts: Sequence[Any], others: Callable[[], Sequence[Any]] = tuple) -> Iterator[Name]:
    """Yield each name that a template of a paper may use, with a sample from ``contexts``.

    Where these have none it is an invented one: from ``others``, which are asked only then, else from ``samples.yaml``.
    """
    shape = marked(paper)
    for name, one in names_of(shape):
        meaning, own = meanings().get(key_of(paper, name) or "", ""), _sample(name, one, contexts)
        sample = own or _sample(name, one, others()) or _made_up(paper, name, one)
        yield Name(name, meaning, _is_always(shape, name), sample, invented=not own)


def _is_always(shape: Shape, name: str) -> bool:
    """Tell whether a name is there in every campaign: in every entry, where it stands in a list."""
    always = True
    for step in _steps(name.removesuffix("[]")):
        if step == "*":
            return always
        shape = (shape.item if step == "[]" else shape.fields.get(step)) or OPEN
        always = (always or step == "[]") and not (shape.maybe or shape.blank)
    return always


def _made_up(paper: Paper, name: str, shape: Shape) -> str:
    if shape.kind is Kind.FLAG:
        return "đúng, sai"
    if shape.kind is Kind.NUMBER:
        return "5"
    if shape.kind is Kind.LIST and (shape.item is None or shape.item.kind is not Kind.TEXT):
        return "2 mục"
    return samples().get(key_of(paper, name) or "", "")


def _sample(name: str, shape: Shape, contexts: Sequence[Any]) -> str:
    return next(filter(None, (_sample_of(name, shape, context) for context in contexts)), "")


def _sample_of(name: str, shape: Shape, context: Any) -> str:
    if name.endswith(".*"):
        keys = (key for one in values_of(name.removesuffix(".*"), context) for key in one or ())
        return _short(", ".join(dict.fromkeys(keys)))
    values = values_of(name, context)
    if shape.kind is Kind.LIST and values and not isinstance(values[0], str):
        return f"{len(values)} mục"
    return next((_short(text) for text in map(_told, values) if text), "")


def values_of(name: str, context: Any) -> list[Any]:
    """Return all that stands under a name in a context; ``[]`` at its end gives the entries of the list."""
    values: list[Any] = [context]
    for step in _steps(name):
        if step == "[]":
            values = [entry for one in values for entry in one or ()]
        else:
            values = [part_of(one, step) for one in values]
    return values


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
