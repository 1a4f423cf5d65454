"""Plain data as a plan file that people like to read: blocks, folded prose, comments where something is in doubt."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import TextWrapper
from typing import Any

from thidua_cli.vietnamese.text import without_control

_WIDTH = 118
_SHORT = 89
_SIGN = "[^:#\"'{}\\[\\]&*!|>%@`\\\\]"
_PLAIN = re.compile(rf"[^\W\d](?:{_SIGN}*(?!\s){_SIGN})?|[(“]{_SIGN}*(?!\s){_SIGN}")
_NUMBER = re.compile("[0-9]{4}(?:-[0-9]{2}){1,2}|[0-9]+|[0-9]+(?:,[0-9]+)?%")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off"))
# What YAML does not take as it is, not even between quotation marks.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
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
        lead, note = f"{' ' * indent}{scalar(key)}:", self._note(path)
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
        return f"  # {without_control(' '.join(self.comments[path].split()))}" if path in self.comments else ""

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
    if isinstance(value, str) and len(lead) + len(value) > _SHORT and _is_prose(value):
        pad = " " * (indent + 2)
        yield f"{lead} >-{note}"
        wrapper = TextWrapper(_WIDTH, pad, pad, break_long_words=False, break_on_hyphens=False)
        yield from wrapper.wrap(value)
    elif value is None:
        yield lead + note
    elif isinstance(value, dict | list):
        yield f"{lead} {flow(value)}{note}"
    else:
        yield f"{lead} {scalar(value)}{note}"


def _is_prose(text: str) -> bool:
    """Tell whether lines that are folded back give the text: it has single spaces, and signs that are seen."""
    return text.isprintable() and text == " ".join(text.split())


def scalar(value: Any, *, within: bool = False) -> str:
    """Return a scalar, quoted where YAML or a reader would take it for something else.

    ``within``: between brackets, where a comma parts two values.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if (_NUMBER.fullmatch(text) or _is_plain(text)) and not (within and "," in text):
        return text
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_plain(text: str) -> bool:
    """Tell whether no reader of YAML sees more in a text than its letters."""
    return text.isprintable() and text.casefold() not in _WORDS and _PLAIN.fullmatch(text) is not None


def flow(value: Any) -> str:
    """Return plain data in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow_scalar(key)}: {flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(entry) for entry in value) + "]"
    return flow_scalar(value)


def flow_scalar(value: Any) -> str:
    """Return a scalar that may also stand between brackets."""
    return scalar(value, within=True)
