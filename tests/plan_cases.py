"""The plans of ``tests/cases``. Most are told by what differs from another plan, as a patch of its text:

    campaign.end: 2024-12-31      another value at this path; a new key comes last in its mapping
    awards[0].quotas[1]: !remove  no such key, no such entry of a list
    body[0].text:                 a block is indented as deep as its place asks
      - Một câu.

Lines of a patch are followed in order, values stand in the plan as they are typed. A case is laid over
``ok/minimal.yaml``, or over the case it names: ``# over: ok/autumn-2025.yaml``; its comments head the plan in place
of theirs. A case with a ``format:`` is a whole plan: for what is about the bytes of a file.

``python -m tests.plan_cases CASE`` prints the plan whose lines the findings name.
"""

import re
import sys
from functools import cache
from pathlib import Path
from textwrap import dedent

import yaml

CASES = Path(__file__).parent / "cases"
MINIMAL = CASES / "ok" / "minimal.yaml"
REMOVED = "!remove"
_CHANGE = re.compile(r"^([a-z_]+(?:\.(?:[a-z_]+|\d{4})|\[\d+\])*):", re.MULTILINE)


@cache
def plan_of_case(path: Path) -> bytes:
    """Return the content of the plan file that a case stands for."""
    content = path.read_bytes()
    if re.search(rb"^format:", content, re.MULTILINE):
        return content
    head, patch = _head_and_rest(content.decode("utf-8"))
    over = re.search(r"^# over: (\S+)$", head, re.MULTILINE)
    base = plan_of_case(CASES / over[1] if over else MINIMAL)
    return (head + laid_over(_head_and_rest(base.decode("utf-8"))[1], patch)).encode("utf-8")


def laid_over(base: str, patch: str) -> str:
    """Return the YAML text ``base`` with the changes of ``patch``; what stands before the first change is ignored."""
    _, *parts = _CHANGE.split(patch)
    paths, values = parts[::2], parts[1::2]
    assert len(set(paths)) == len(paths), "a patch names a path twice"
    for path, value in zip(paths, values, strict=True):
        base = _changed(base, path, value.rstrip())
    return base


def _head_and_rest(text: str) -> tuple[str, str]:
    """Split a file after the comments it begins with."""
    head = re.match(r"(?:#.*\n)*", text)
    assert head
    return head[0], text[head.end() :]


def _changed(text: str, path: str, value: str) -> str:
    """Return the text with one change; ``value`` is all that the patch has behind the colon."""
    above, _, key = path.replace("[", ".").replace("]", "").rpartition(".")
    parent = yaml.compose(text, Loader=yaml.CSafeLoader)
    for step in filter(None, above.split(".")):
        parent = _entries(parent)[step][1]
    if key not in (entries := _entries(parent)):
        assert isinstance(parent, yaml.MappingNode), f"{path}: no such entry"
        assert not parent.flow_style, f"{path}: a new key needs a line of its own"
        end = _end(text, parent)
        return text[:end] + _typed(f"\n{key}", value, parent) + text[end:]
    start, end = entries[key][0].start_mark.index, _end(text, entries[key][1])
    if value.strip() != REMOVED:
        return text[:start] + _typed(key, value, parent) + text[end:]
    line = text.rindex("\n", 0, start)
    dash = "-" if isinstance(parent, yaml.SequenceNode) else ""
    assert text[line:start].strip() == dash, f"{path}: only whole lines are removed"
    return text[:line] + text[end:]


def _entries(parent: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Return the nodes at which each entry of a mapping or list begins and ends, by its step in a path."""
    if isinstance(parent, yaml.SequenceNode):
        return {str(index): (node, node) for index, node in enumerate(parent.value)}
    return {key.value: (key, value) for key, value in parent.value}


def _typed(key: str, value: str, parent: yaml.Node) -> str:
    """Return an entry of ``parent`` as it stands in the plan, without the indentation of its first line."""
    entry = dedent(value).strip() if isinstance(parent, yaml.SequenceNode) else f"{key}:{value}"
    first, _ = next(iter(_entries(parent).values()))
    return entry.replace("\n", "\n" + " " * first.start_mark.column)


def _end(text: str, node: yaml.Node) -> int:
    """Return where the text of a node ends; the marks of a block lie at what comes after it."""
    while not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        node = list(_entries(node).values())[-1][1]
    return len(text[: node.end_mark.index].rstrip())


if __name__ == "__main__":
    sys.stdout.buffer.write(plan_of_case(Path(sys.argv[1])))
