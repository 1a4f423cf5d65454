"""Line breaks within a Word paragraph: which part the text, and which only balance the lines."""

import re
from collections.abc import Iterator
from dataclasses import replace

from thidua_cli.reading.papers.paper import Run
from thidua_cli.vietnamese.item_marks import begins_item

_BREAK = re.compile("([\n\f])")
_OWN_LINE = re.compile(r"Độc lập\b|Số\s*:|CỘNG H[OÒ][AÀ]|[^,]{2,40}, ngày\b|Nơi nhận")


def parted(runs: list[Run], *, tight: bool, in_cell: bool) -> Iterator[tuple[int, list[Run]]]:
    """Yield the lines of a paragraph, each with the number of empty lines before it.

    ``tight`` tells that the paragraph is in no style of a template: then lines in capitals are lines of their own,
    as in a letterhead, and so are lines of a table cell.
    """
    lines = _lines(runs)
    current, gap, text = lines[0], 0, _text(lines[0])
    empty = 0
    for line in lines[1:]:
        follower = _text(line)
        if not follower:
            empty += 1
            continue
        if text and (empty or _parts(text, follower, tight=tight, in_cell=in_cell)):
            yield gap, current
            current, gap = line, empty
        else:
            current = [*current, Run(" "), *line]
        text, empty = follower, 0
    yield gap, current


def _lines(runs: list[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        for part in _BREAK.split(run.text):
            if part in ("\n", "\f"):
                lines.append([])
            elif part:
                lines[-1].append(replace(run, text=part))
    return lines


def _text(runs: list[Run]) -> str:
    return "".join(run.text for run in runs).strip()


def _parts(text: str, follower: str, *, tight: bool, in_cell: bool) -> bool:
    if begins_item(follower) or text[-1] in ".;:" or _OWN_LINE.match(text) or _OWN_LINE.match(follower):
        return True
    return tight and (text.isupper() or follower.isupper() or (in_cell and not follower[0].islower()))
