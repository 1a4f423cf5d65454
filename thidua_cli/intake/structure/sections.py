"""The outline as sections of the plan file: every word kept, numbers left to thidua, roles told by headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from thidua_cli.intake.structure.outline import Entry
from thidua_cli.intake.structure.section_roles import roles_of
from thidua_cli.model.base import one_or_many
from thidua_cli.reading.papers.paper import Line, without

Data = dict[str, Any]

_LABEL = re.compile(r"(?P<label>[^:;.“”\"]{2,90}):\s+(?=\S)")
_LONGEST_LABEL = 14
_LONGEST_HEADING = 25
_ENDS = (".", ";", ":", ",", "…", "/")


@dataclass
class Shape:
    """An outline with its numbering: the mark of each level, as most lists of that level have it."""

    marks: list[str]


@dataclass
class Passage:
    """A paragraph with what stands above it: the headings (nearest last) and their roles."""

    entry: Entry
    text: str
    roles: tuple[str, ...]
    above: tuple[Entry, ...] = field(default=())

    @property
    def line(self) -> Line:
        """The line it was read from."""
        return self.entry.line


def numbering_of(top: Sequence[Entry]) -> list[str]:
    """Return the mark of each level; levels that only hold plain paragraphs end the list."""
    counts: dict[int, Counter[str]] = {}
    _count(top, 0, counts)
    return [counts[depth].most_common(1)[0][0] for depth in sorted(counts)]


def _count(entries: Sequence[Entry], depth: int, counts: dict[int, Counter[str]]) -> None:
    for entry in entries:
        if entry.mark:
            # Items cannot have a mark of their own: lists below items weigh more than those below headings.
            counts.setdefault(depth, Counter())[entry.mark.pattern] += 1 if depth < 2 or is_heading(entry) else 3
            _count(entry.children, depth + 1, counts)


def sections_of(top: Sequence[Entry], shape: Shape) -> list[Data]:
    """Return the body of the plan."""
    sections: list[Data] = []
    for marked, group in groupby(top, key=lambda entry: entry.mark is not None):
        entries = list(group)
        if not marked:
            sections.append({"text": one_or_many([entry.marked for entry in entries])})
        elif all(_is_item(entry, 0, shape) and not is_heading(entry) for entry in entries):
            sections.append(_with_mark({"items": [_item(entry) for entry in entries]}, entries, 0, shape))
        else:
            sections += [_section(entry, 0, shape, ()) for entry in entries]
    return sections


def is_heading(entry: Entry) -> bool:
    """Tell a heading from a sentence: short, and not ended like one."""
    text = entry.text.rstrip()
    short = len(text.split()) <= _LONGEST_HEADING
    if entry.mark and entry.mark.family in ("head", "word"):
        return True
    return short and bool(entry.children or roles_of(text)) and not text.endswith((";", ",", "./."))


def label_of(entry: Entry) -> str:
    """Return the heading that stands in one line with its text (``Thời gian: từ nay …``), or an empty text."""
    found = _LABEL.match(entry.text)
    if not found or len(found["label"].split()) > _LONGEST_LABEL or entry.mark is None:
        return ""
    first = entry.runs[0]
    bold = first.bold and first.text.strip(" :").endswith(found["label"].strip(" *"))
    numbered = entry.mark.counted and (roles_of(found["label"]) or entry.children)
    return found["label"].strip() if bold or numbered else ""


def _section(entry: Entry, depth: int, shape: Shape, within: tuple[str, ...]) -> Data:
    data: Data = {}
    label = label_of(entry)
    text = entry.text
    if label:
        behind = text.index(":", len(label)) + 1
        heading, rest = label, Line(without(entry.runs, behind), entry.line.place).marked
    else:
        heading, rest = text, ""
    if entry.mark and entry.mark.pattern == "none" and entry.mark.text:
        heading = f"{entry.mark.text} {heading}"
    data["heading"] = heading
    roles = roles_of(label or text, within)
    if roles:
        data["role"] = one_or_many(roles)
    if rest:
        data["inline"] = True
    _fill(data, [rest] if rest else [], entry.children, depth + 1, shape, (*within, *roles))
    return data


def _fill(
    data: Data, text: list[str], children: Sequence[Entry], depth: int, shape: Shape, within: tuple[str, ...]
) -> None:
    """Add paragraphs and lists in their order: text, one list, then parts without a heading for the rest."""
    blocks = list(_blocks(children))
    if blocks and blocks[0][0].mark is None:
        text = text + [entry.marked for entry in blocks.pop(0)]
    if text:
        data["text"] = one_or_many(text)
    parts: list[Data] = []
    if blocks:
        parts += _list(data, blocks.pop(0), depth, shape, within)
    while blocks:
        block = blocks.pop(0)
        part: Data = {}
        if block[0].mark is None:
            note = roles_of(block[0].text.split(":")[0]) if ":" in block[0].text else []
            if note == ["note"]:
                part["role"] = "note"
            part["text"] = one_or_many([entry.marked for entry in block])
            block = blocks.pop(0) if blocks and blocks[0][0].mark is not None else []
        inner = _list(part, block, depth, shape, within) if block else []
        if inner:
            part["parts"] = inner
        parts.append(part)
    if parts:
        data["parts"] = parts


def _list(data: Data, entries: Sequence[Entry], depth: int, shape: Shape, within: tuple[str, ...]) -> list[Data]:
    """Put one list into ``data`` as items where it can be, and return what must be sections."""
    _with_mark(data, entries, depth, shape)
    titled = any(is_heading(entry) or label_of(entry) for entry in entries if entry.mark and entry.mark.counted)
    wanted = [
        entry
        for entry in entries
        if not _is_item(entry, depth, shape) or (titled and (is_heading(entry) or label_of(entry)))
    ]
    plain = entries.index(wanted[0]) if wanted else len(entries)
    if plain:
        data["items"] = [_item(entry) for entry in entries[:plain]]
    return [_section(entry, depth, shape, within) for entry in entries[plain:]]


def _blocks(children: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield runs of plain paragraphs and lists; what trails behind the last item of a list is lifted out of it."""
    for marked, group in groupby(children, key=_list_key):
        entries = list(group)
        if marked is None:
            yield entries
            continue
        trailing = _lift(entries[-1])
        yield entries
        if trailing:
            yield trailing


def _list_key(entry: Entry) -> str | None:
    """Return what entries of one list share; a list may go on with another sign after its numbers."""
    if entry.mark is None:
        return None
    return entry.mark.family if entry.mark.counted else entry.mark.style


def _lift(entry: Entry) -> list[Entry]:
    """Take the plain paragraphs behind an item that is a sentence: they belong to the section, not to the item."""
    if is_heading(entry) or label_of(entry):
        return []
    marked = [index for index, child in enumerate(entry.children) if child.mark]
    if marked:
        behind = entry.children[marked[-1] + 1 :]
        del entry.children[marked[-1] + 1 :]
        return [*_lift(entry.children[marked[-1]]), *behind]
    taken, entry.children = entry.children, []
    return taken


def _is_item(entry: Entry, depth: int, shape: Shape) -> bool:
    """Tell whether the entry can be an item: only items below it, marked as their level is."""
    usual = shape.marks[min(depth + 1, len(shape.marks) - 1)]
    return all(
        child.mark is not None and child.mark.pattern == usual and _is_item(child, depth + 1, shape)
        for child in entry.children
    )


def _item(entry: Entry) -> Any:
    kept = f"{entry.mark.text} " if entry.mark and entry.mark.pattern == "none" and entry.mark.text else ""
    if entry.children:
        return {"text": kept + entry.marked, "items": [_item(child) for child in entry.children]}
    return kept + entry.marked


def _with_mark(data: Data, entries: Sequence[Entry], depth: int, shape: Shape) -> Data:
    mark = entries[0].mark
    usual = shape.marks[min(depth, len(shape.marks) - 1)]
    if mark and mark.pattern != usual:
        data["mark"] = mark.pattern
    return data


def passages_of(entries: Sequence[Entry], within: tuple[str, ...] = (), above: tuple[Entry, ...] = ()) -> list[Passage]:
    """Return every paragraph of the outline in order, each with the headings above it and their roles."""
    found = []
    for entry in entries:
        own = tuple(roles_of(label_of(entry) or entry.text, within)) if entry.mark else ()
        roles = (*within, *own)
        found.append(Passage(entry, entry.text, roles, above))
        found += passages_of(entry.children, roles, (*above, entry))
    return found
