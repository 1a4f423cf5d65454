"""What a template may name: the shape of a paper's context, read from the types of its dataclasses."""

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from thidua_cli import papers
from thidua_cli.papers.common import Frame
from thidua_cli.papers.registry import Paper

_UNIONS = (Union, types.UnionType)


class Kind(Enum):
    """What stands behind a name; of what is `OPEN` only a campaign tells more."""

    TEXT = "chữ"
    NUMBER = "số"
    FLAG = "đúng/sai"
    LIST = "danh sách"
    RECORD = "nhóm"
    OPEN = "tùy phong trào"


@dataclass(frozen=True, slots=True)
class Shape:
    """A value: its kind, the names below it, what its list holds.

    ``maybe`` tells that it may be nothing at all, ``blank`` that it may be a text of no letters, a list of no entries.
    """

    kind: Kind
    fields: Mapping[str, "Shape"] = field(default_factory=dict)
    item: "Shape | None" = None
    maybe: bool = False
    blank: bool = False


OPEN, TEXT, NUMBER, FLAG = (Shape(kind) for kind in (Kind.OPEN, Kind.TEXT, Kind.NUMBER, Kind.FLAG))
_PLAIN: dict[type, Shape] = {bool: FLAG, int: NUMBER, float: NUMBER}


@cache
def shape_of_paper(paper: Paper) -> Shape:
    """Return the names that a template of a paper may use: those of the contexts that its file makes."""
    return _merged([shape_of(one) for one in context_types(paper)])


def context_types(paper: Paper) -> list[type[Frame]]:
    """Return the contexts of a paper: the frames of its file, else those of the files that it takes its parts from."""
    module = paper.module()
    own = _frames(module)
    if not own:
        names = (getattr(one, "__module__", None) for one in vars(module).values())
        near = dict.fromkeys(name for name in names if name and name.startswith(f"{papers.__name__}."))
        own = [frame for name in near for frame in _frames(import_module(name))]
    own = own or [Frame]
    return [one for one in own if not any(one in other.__mro__[1:] for other in own)]


def _frames(module: types.ModuleType) -> list[type[Frame]]:
    """Return the contexts that a file defines."""
    known = [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, Frame)]
    return [one for one in known if one.__module__ == module.__name__ and one is not Frame]


def shape_of(hint: Any, above: tuple[Any, ...] = ()) -> Shape:
    """Return the shape of a type; one that holds itself is known once."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in _UNIONS:
        kinds = [shape_of(one, above) for one in inner if one is not type(None)]
        return replace(_merged(kinds), maybe=len(kinds) < len(inner))
    if is_dataclass(hint):
        if hint in above:
            return OPEN
        hints = get_type_hints(hint)
        return Shape(Kind.RECORD, {one.name: shape_of(hints[one.name], (*above, hint)) for one in fields(hint)})
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Shape(Kind.OPEN, item=shape_of(inner[1], above))
    if origin is tuple and inner[-1] is not ...:
        return Shape(Kind.RECORD, {str(number): shape_of(one, above) for number, one in enumerate(inner)})
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return Shape(Kind.LIST, item=shape_of(inner[0], above))
    return _simple(hint, origin)


def _simple(hint: Any, origin: Any) -> Shape:
    if origin is Literal or (isinstance(hint, type) and issubclass(hint, str)):
        return TEXT
    return _PLAIN.get(hint, OPEN)


def _merged(shapes: Sequence[Shape]) -> Shape:
    """Return what a value of any of these shapes may be asked for."""
    if len(shapes) == 1 or not all(one.kind is Kind.RECORD for one in shapes):
        return shapes[0] if len({one.kind for one in shapes}) == 1 else OPEN
    names = dict.fromkeys(name for one in shapes for name in one.fields)
    return Shape(Kind.RECORD, {name: next(one.fields[name] for one in shapes if name in one.fields) for name in names})


def refined(shape: Shape, samples: Sequence[Any]) -> Shape:
    """Return a shape in which the names that only a campaign tells are those of ``samples``; none leave it open."""
    known = [one for one in samples if one is not None]
    if not known:
        return shape
    if shape.kind is Kind.LIST and shape.item:
        return replace(shape, item=refined(shape.item, [entry for one in known for entry in one]))
    if shape.kind is Kind.RECORD:
        inner = {name: refined(one, list(_below(known, name))) for name, one in shape.fields.items()}
        return replace(shape, fields=inner)
    if shape.kind is Kind.OPEN and shape.item and all(isinstance(one, Mapping) for one in known):
        keys = dict.fromkeys(key for one in known for key in one)
        item = shape.item
        return Shape(Kind.RECORD, {key: refined(item, list(_below(known, key))) for key in keys}, maybe=shape.maybe)
    return shape


def _below(values: Sequence[Any], name: str) -> Iterator[Any]:
    for value in values:
        yield part_of(value, name)


def part_of(value: Any, name: str) -> Any:
    """Return what stands under a name in a value of a context, None where there is nothing."""
    if isinstance(value, Mapping):
        return value.get(name)
    if isinstance(value, tuple) and name.isdecimal() and not hasattr(value, "_fields"):
        return value[int(name)] if int(name) < len(value) else None
    return getattr(value, name, None)


def names_of(shape: Shape, name: str = "") -> Iterator[tuple[str, Shape]]:
    """Yield every name that a template may use, as ``groups[].parts[].rows[].name``; lists themselves too."""
    if shape.kind is Kind.RECORD:
        for key, below in shape.fields.items():
            yield from names_of(below, named(name, key))
    elif shape.kind is Kind.LIST:
        yield f"{name}[]", shape
        if shape.item and (shape.item.kind is Kind.RECORD or shape.item.item):
            yield from names_of(shape.item, f"{name}[]")
    elif shape.item:
        yield f"{name}.*", shape.item
    else:
        yield name, shape


def named(above: str, key: str) -> str:
    """Return the name of what stands under another: ``signers[].post``, and ``pair[0]`` of a pair."""
    if key.isdecimal():
        return f"{above}[{key}]"
    return f"{above}.{key}" if above else key
