"""Plain data as a plan file that people like to read: blocks, folded prose, comments where something is in doubt."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import TextWrapper
from typing import Any

_WIDTH = 118
_SHORT = 89
_IN_BLOCK = re.compile(r"[\w(“][^:#\n\"'{}\[\]&*!|>%@`]*[^\s:#\"'{}\[\]&*!|>%@`]|\w")
_IN_FLOW = re.compile(r"[\w(“][^:#\n\"'{}\[\]&*!|>%@`,]*[^\s:#\"'{}\[\]&*!|>%@`,]|\w")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "~"))
_FLOW_KEYS = frozenset(("quotas", "signers", "recipients", "occasions", "phases"))
# Keys of a plan that go on with what stands above; an empty line parts all others.
_CLOSE = frozenset(("format", "id", "title", "number", "date", "signers", "facts", "archive"))


def yaml_text(data: Mapping[str, Any], comments: Mapping[str, str], head: str) -> str:
    """Return the file: ``head`` first, then the keys in their order; ``comments`` are by path."""
    writer = _Writer(comments)
    lines = [head]
    for key, value in data.items():
        if key not in _CLOSE:
            lines.append("")
        lines += writer.entry(key, value, key, 0)
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes values as lines, each with the comment on its path."""

    def __init__(self, comments: Mapping[str, str]) -> None:
        self.comments = comments

    def entry(self, key: str, value: Any, path: str, indent: int) -> Iterator[str]:
        """Yield the lines of one key."""
        lead, note = f"{' ' * indent}{key}:", self._note(path)
        if isinstance(value, dict) and not (key == "end" and self._silent_within(path)):
            yield lead + note
            for name, inner in value.items():
                yield from self.entry(name, inner, f"{path}.{name}", indent + 2)
        elif isinstance(value, list) and not _fits(lead, value):
            yield lead + note
            for index, inner in enumerate(value):
                yield from self._element(inner, f"{path}[{index}]", indent + 2, flat=key in _FLOW_KEYS)
        else:
            yield from _plain(lead, value, note, indent)

    def _element(self, value: Any, path: str, indent: int, *, flat: bool) -> Iterator[str]:
        pad, note = " " * indent, self._note(path)
        if not isinstance(value, dict):
            yield from _plain(f"{pad}-", value, note, indent)
            return
        if flat and self._silent_within(path) and len(line := f"{pad}- {flow(value)}{note}") <= _WIDTH:
            yield line
            return
        if note:
            yield pad + note.lstrip()
        lead = f"{pad}- "
        for name, one in value.items():
            for line in self.entry(name, one, f"{path}.{name}", indent + 2):
                yield lead + line[indent + 2 :]
                lead = f"{pad}  "

    def _note(self, path: str) -> str:
        return f"  # {self.comments[path]}" if path in self.comments else ""

    def _silent_within(self, path: str) -> bool:
        """Tell whether no comment stands on a part of the value at ``path``."""
        return not any(one.startswith((f"{path}.", f"{path}[")) for one in self.comments)


def _fits(lead: str, values: list[Any]) -> bool:
    """Tell whether a list is short words that stand in one line."""
    if any(isinstance(value, dict | list) or len(str(value)) >= 40 for value in values):
        return False
    return len(f"{lead} {flow(values)}") < _WIDTH


def _plain(lead: str, value: Any, note: str, indent: int) -> Iterator[str]:
    """Yield a value that needs no lines for its parts; long prose in lines that YAML folds back with single spaces."""
    if isinstance(value, str) and len(lead) + len(value) > _SHORT:
        pad = " " * (indent + 2)
        yield f"{lead} >-{note}"
        wrapper = TextWrapper(_WIDTH, pad, pad, break_long_words=False, break_on_hyphens=False)
        yield from wrapper.wrap(" ".join(value.split()))
    elif value is None:
        yield lead + note
    elif isinstance(value, dict | list):
        yield f"{lead} {flow(value)}{note}"
    else:
        yield f"{lead} {scalar(value)}{note}"


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
