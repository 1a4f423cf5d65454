"""Plain data as a plan file that people like to read: blocks, folded prose, comments where something is in doubt."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 118
_SHORT = 88
_IN_BLOCK = re.compile(r"[\w(“][^:#\n\"'{}\[\]&*!|>%@`]*[^\s:#\"'{}\[\]&*!|>%@`]|\w")
_IN_FLOW = re.compile(r"[\w(“][^:#\n\"'{}\[\]&*!|>%@`,]*[^\s:#\"'{}\[\]&*!|>%@`,]|\w")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "~"))
_FLOW_KEYS = frozenset(("quotas", "signers", "recipients", "occasions", "phases"))
_SPACED = frozenset(
    [
        "issuer",
        "bases",
        "campaign",
        "participants",
        "targets",
        "awards",
        "tasks",
        "numbering",
        "opening",
        "body",
        "closing",
        "recipients",
    ]
)


def yaml_text(data: Mapping[str, Any], comments: Mapping[str, str], head: str) -> str:
    """Return the file: ``head`` first, then the keys in their order; ``comments`` are by path."""
    lines = [head]
    for key, value in data.items():
        if key in _SPACED:
            lines.append("")
        lines += _entry(key, value, key, 0, comments)
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, path: str, indent: int, comments: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of one key."""
    pad = " " * indent
    note = f"  # {comments[path]}" if path in comments else ""
    if value is None:
        yield f"{pad}{key}:{note}"
    elif isinstance(value, dict):
        if key == "end" and not _inner_comments(path, comments):
            yield f"{pad}{key}: {flow(value)}{note}"
            return
        yield f"{pad}{key}:{note}"
        for name, inner in value.items():
            yield from _entry(name, inner, f"{path}.{name}", indent + 2, comments)
    elif isinstance(value, list):
        yield from _list(key, value, path, indent, comments)
    elif isinstance(value, str) and len(value) + indent + len(key) > _SHORT:
        yield f"{pad}{key}: >-{note}"
        yield from _folded(value, indent + 2)
    else:
        yield f"{pad}{key}: {scalar(value)}{note}"


def _list(key: str, values: list[Any], path: str, indent: int, comments: Mapping[str, str]) -> Iterator[str]:
    pad = " " * indent
    note = f"  # {comments[path]}" if path in comments else ""
    if all(not isinstance(value, dict | list) and len(str(value)) < 40 for value in values):
        line = f"{pad}{key}: {flow(values)}"
        if len(line) < _WIDTH:
            yield line + note
            return
    yield f"{pad}{key}:{note}"
    for index, value in enumerate(values):
        yield from _element(value, f"{path}[{index}]", indent + 2, comments, flat=key in _FLOW_KEYS)


def _element(value: Any, path: str, indent: int, comments: Mapping[str, str], *, flat: bool) -> Iterator[str]:
    pad = " " * indent
    note = f"  # {comments[path]}" if path in comments else ""
    if isinstance(value, dict):
        line = f"{pad}- {flow(value)}{note}"
        if flat and len(line) <= _WIDTH and not _inner_comments(path, comments):
            yield line
            return
        if note:
            yield f"{pad}#{note.removeprefix('  #')}"
        inner = [
            line for name, one in value.items() for line in _entry(name, one, f"{path}.{name}", indent + 2, comments)
        ]
        yield f"{pad}- {inner[0].lstrip()}"
        yield from inner[1:]
    elif isinstance(value, str) and len(value) + indent > _SHORT:
        yield f"{pad}- >-{note}"
        yield from _folded(value, indent + 2)
    else:
        yield f"{pad}- {scalar(value)}{note}"


def _inner_comments(path: str, comments: Mapping[str, str]) -> bool:
    return any(one.startswith((f"{path}.", f"{path}[")) for one in comments)


def _folded(text: str, indent: int) -> Iterator[str]:
    """Yield prose as lines that YAML folds back with single spaces."""
    pad, line = " " * indent, ""
    for word in text.split():
        if line and indent + len(line) + 1 + len(word) > _WIDTH:
            yield pad + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield pad + line


def scalar(value: Any, plain_form: re.Pattern[str] = _IN_BLOCK) -> str:
    """Return a scalar, quoted only where YAML or a reader would take it for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if isinstance(value, int) or re.fullmatch(r"\d{4}(-\d\d){1,2}|\d+|\d+(,\d+)?%", text):
        return text
    plain = plain_form.fullmatch(text) and text.casefold() not in _WORDS and not re.match(r"[\d.+-]", text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def flow(value: Any) -> str:
    """Return plain data in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(entry) for entry in value) + "]"
    return flow_scalar(value)


def flow_scalar(value: Any) -> str:
    """Return a scalar that may also stand between brackets: quoted if it has a comma."""
    return scalar(value, _IN_FLOW)
