"""The outline as sections of the plan file: every word kept, numbers left to thidua, roles told by headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from thidua_cli.intake.report import Data
from thidua_cli.intake.structure.outline import Entry
from thidua_cli.intake.words import listed
from thidua_cli.model.base import one_or_many
from thidua_cli.reading.papers.paper import Line, without
from thidua_cli.vietnamese.text import fold

_LABEL = re.compile(r"(?P<label>[^:;.“”\"]{2,90}):\s+(?=\S)")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_LONGEST_LABEL = 14
_LONGEST_HEADING = 25
_LONGEST_WITH_ROLES = 30


def passages_of(entries: Sequence[Entry], above: tuple[Entry, ...] = ()) -> list[Entry]:
    """Return every paragraph of the outline in order, and tell each the headings above it and their roles."""
    found = []
    for entry in entries:
        within = above[-1].roles if above else ()
        own = roles_of(label_of(entry) or entry.text, within) if entry.mark else ()
        entry.above, entry.roles = above, (*within, *own)
        found += [entry, *passages_of(entry.children, (*above, entry))]
    return found


def numbering_of(top: Sequence[Entry]) -> list[str]:
    """Return the mark of each level, as most lists of it have it; levels of plain paragraphs only end the list."""
    marks: list[str] = []
    level = list(top)
    while True:
        counts: Counter[str] = Counter()
        for entry in level:
            if entry.mark:
                # Items cannot have a mark of their own: lists below items weigh more than those below headings.
                counts[entry.mark.pattern] += 1 if len(marks) < 2 or is_heading(entry) else 3
        if not counts:
            return marks
        marks.append(counts.most_common(1)[0][0])
        level = [child for entry in level for child in entry.children]


def sections_of(top: Sequence[Entry], marks: Sequence[str]) -> list[Data]:
    """Return the body of the plan; ``marks`` are those of each level, from this one on (see `numbering_of`)."""
    sections: list[Data] = []
    for marked, group in groupby(top, key=lambda entry: entry.mark is not None):
        entries = list(group)
        if not marked:
            sections.append({"text": one_or_many([entry.marked for entry in entries])})
        elif all(_is_item(entry, marks) and not is_heading(entry) for entry in entries):
            sections.append({"items": [_item(entry) for entry in entries], **_own_mark(entries, marks)})
        else:
            sections += [_section(entry, marks, ()) for entry in entries]
    return sections


def is_heading(entry: Entry) -> bool:
    """Tell a heading from a sentence: short, and not ended like one."""
    if entry.insert or (entry.mark and entry.mark.family in ("head", "word")):
        return True
    text = entry.text.rstrip()
    short = len(text.split()) <= _LONGEST_HEADING
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


def roles_of(heading: str, within: tuple[str, ...] = ()) -> list[str]:
    """Return the roles that a heading tells; ``within`` are those of the sections above it."""
    text = fold(heading)
    if len(text.split()) > _LONGEST_WITH_ROLES:
        return []
    about_awards = bool(set(within) & set(listed("award_roles")) or re.search(listed("award_roles")["awards"], text))
    # A name in quotation marks tells what the section is about no more than its other words do.
    text = _QUOTED.sub(" ", text)
    roles = _told(text, "roles")
    if not about_awards:
        return _told(text, "general_roles") + roles
    roles = [role for role in roles if role != "targets"]
    parts = _told(text, "award_roles")
    # Dossiers and funding of awards are no awards.
    return [*parts, *roles] if set(parts) - {"awards"} or not set(roles) & {"dossier", "funding"} else roles


def _told(text: str, name: str) -> list[str]:
    return [role for role, words in listed(name).items() if re.search(words, text)]


def _section(entry: Entry, marks: Sequence[str], within: tuple[str, ...]) -> Data:
    label = label_of(entry)
    heading = label or entry.text
    data: Data = {"heading": f"{_kept_mark(entry)}{heading}"}
    roles = roles_of(heading, within)
    if roles:
        data["role"] = one_or_many(roles)
    text = []
    if label:
        behind = entry.text.index(":", len(label)) + 1
        text = [Line(without(entry.runs, behind), entry.line.place).marked]
        data["inline"] = True
    children = () if entry.insert else entry.children
    _fill(data, text, children, _below(marks), (*within, *roles))
    if entry.insert:
        data |= {"insert": entry.insert, **_own_mark(entry.children, _below(marks))}
    return data


def _fill(
    data: Data, text: list[str], children: Sequence[Entry], marks: Sequence[str], within: tuple[str, ...]
) -> None:
    """Add paragraphs and lists in their order: text, one list, then parts without a heading for the rest."""
    blocks = list(_blocks(children))
    parts = _text_and_list(data, text, blocks, marks, within)
    while blocks:
        part: Data = {}
        label, colon, _ = blocks[0][0].text.partition(":")
        if blocks[0][0].mark is None and colon and roles_of(label) == ["note"]:
            part["role"] = "note"
        if inner := _text_and_list(part, [], blocks, marks, within):
            part["parts"] = inner
        parts.append(part)
    if parts:
        data["parts"] = parts


def _text_and_list(
    data: Data, text: list[str], blocks: list[list[Entry]], marks: Sequence[str], within: tuple[str, ...]
) -> list[Data]:
    """Take paragraphs and the list behind them off the blocks; return what of the list must be sections."""
    if blocks and blocks[0][0].mark is None:
        text = text + [entry.marked for entry in blocks.pop(0)]
    if text:
        data["text"] = one_or_many(text)
    if not blocks or blocks[0][0].mark is None:
        return []
    entries = blocks.pop(0)
    data |= _own_mark(entries, marks)
    titles = [bool(is_heading(entry) or label_of(entry)) for entry in entries]
    titled = any(title and entry.mark and entry.mark.counted for title, entry in zip(titles, entries, strict=True))
    plain = 0
    while plain < len(entries) and _is_item(entries[plain], marks) and not (titled and titles[plain]):
        plain += 1
    if plain:
        data["items"] = [_item(entry) for entry in entries[:plain]]
    return [_section(entry, marks, within) for entry in entries[plain:]]


def _blocks(children: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield runs of plain paragraphs and lists; what trails behind the last item of a list is lifted out of it."""
    for marked, group in groupby(children, key=_list_key):
        entries = list(group)
        trailing = _lift(entries[-1]) if marked else []
        yield entries
        if trailing:
            yield trailing


def _list_key(entry: Entry) -> str:
    """Return what entries of one list share; a list may go on with another sign after its numbers."""
    if entry.mark is None:
        return ""
    return entry.mark.family if entry.mark.counted else entry.mark.style


def _lift(entry: Entry) -> list[Entry]:
    """Take the plain paragraphs behind an item that is a sentence: they belong to the section, not to the item."""
    if is_heading(entry) or label_of(entry):
        return []
    marked = [index for index, child in enumerate(entry.children, start=1) if child.mark]
    last = marked[-1] if marked else 0
    behind = entry.children[last:]
    del entry.children[last:]
    return [*_lift(entry.children[-1]), *behind] if last else behind


def _is_item(entry: Entry, marks: Sequence[str]) -> bool:
    """Tell whether the entry can be an item: only items below it, marked as their level is."""
    below = _below(marks)
    return all(
        child.mark is not None and child.mark.pattern == below[0] and _is_item(child, below) for child in entry.children
    )


def _item(entry: Entry) -> Any:
    text = _kept_mark(entry) + entry.marked
    return {"text": text, "items": [_item(child) for child in entry.children]} if entry.children else text


def _kept_mark(entry: Entry) -> str:
    """Return the mark that no numbering prints: it stays in the text."""
    return f"{entry.mark.text} " if entry.mark and entry.mark.pattern == "none" and entry.mark.text else ""


def _own_mark(entries: Sequence[Entry], marks: Sequence[str]) -> Data:
    """Return the mark of a list where it is not that of its level."""
    mark = entries[0].mark
    return {"mark": mark.pattern} if mark and mark.pattern != marks[0] else {}


def _below(marks: Sequence[str]) -> Sequence[str]:
    """Return the marks from the next level on; the last one holds for all levels below."""
    return marks[1:] or marks
