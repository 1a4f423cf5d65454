"""Lengths that depend on the text: lines under components, table columns, the brace of the recipients."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise, takewhile
from math import inf

from thidua_cli.page.layout import MM_PER_POINT, Component, Layout
from thidua_cli.page.metrics import text_width_mm, wrapped_widths
from thidua_cli.page.vocabulary import Block, Cell, Chart, Paragraph, Picture, Row, Run, Table
from thidua_cli.vietnamese.compounds import is_compound

LEAD = 6
"""What at least stands between a line and the ruled table that it leads to, in points."""
_BRACE_ROOM = 4.0
_TORN_WORD = 3  # more than any other break
_DASHES = ("-", "–")
_AIR = 2.0  # between a name and the brace
_SLACK = 0.4  # a line that just fits must not break for a printer's rounding
_MOST_LINES = 4
_GRID_PADDING = 3.0  # both sides of a ruled cell
_LEAST_REST = 20.0  # what columns as wide as needed leave to one that takes the rest
_MOST_OF_PAGE = {"may-break": 0.4, "kept": 0.5}  # a row up to this height leaves a hole rather than break
_WHOLE_PAGE = 0.85  # the rest is for the head of the table
_UPRIGHT = Run("")


def line_width(component: Component, group: Iterable[Paragraph], room: float) -> float:
    """Return the length in mm of the line under a component: its longest line of text, or a fraction of it."""
    longest = max(width for paragraph in group for width in wrapped(component, paragraph.text, room))
    length = component.line.length if component.line else 0
    return min(longest if length == "text" else longest * float(length), room)


@lru_cache(maxsize=512)
def component_in(layout: Layout, name: str, size: float | None = None) -> Component:
    """Return a component of a layout, in another type size where one is given."""
    component = layout.components[name]
    return component if size is None else component.model_copy(update={"size": size, "exact": None})


def well_broken(
    layout: Layout, group: Sequence[Paragraph], room: float, size: float | None = None
) -> Sequence[Paragraph]:
    """Return paragraphs of one component with line breaks where a clerk would set them, if the component asks for that.

    A long name of a body is broken before ``TỈNH ...`` or ``VÀ ...``, a subject never inside a name or a number,
    else both into lines of like length; they take no more lines than without.
    """
    component = component_in(layout, group[0].component, size)
    if not component.break_well:
        return group
    starts = tuple(start.upper() + " " for start in layout.line_starts) if component.case == "upper" else ()
    broken = []
    for paragraph in group:
        run = paragraph.runs[0] if len(paragraph.runs) == 1 else None
        if isinstance(run, Run) and "\n" not in run.text:
            text = broken_by_sense(run.text, room, component.size, component.bold, component.italic, starts)
            broken.append(paragraph._replace(runs=(run._replace(text=text),)))
        else:
            broken.append(paragraph)
    return broken


@lru_cache(maxsize=256)  # the name of a body stands on every paper of a campaign
def broken_by_sense(text: str, room: float, size: float, bold: bool, italic: bool, starts: tuple[str, ...]) -> str:
    """Return a text that needs two to four lines with breaks where they harm its sense least.

    With ``starts`` a line best begins with one of these words, in capitals, or with another body.
    """
    words = text.split(" ")
    count = len(wrapped_widths(text, room, size, bold=bold, italic=italic))
    if not 1 < count <= min(_MOST_LINES, len(words)):
        return text
    space = text_width_mm(" ", size, bold=bold, italic=italic)
    widths = [text_width_mm(word, size, bold=bold, italic=italic) for word in words]
    # Where the line of words i..j would end, counted from the left edge of the first word.
    ends = [0.0, *accumulate(width + space for width in widths)]
    torn = [_tear(words, cut, starts) for cut in range(len(words))]

    def badness(edges: tuple[int, ...]) -> tuple[bool, int, float]:
        widest = max(ends[end] - ends[start] - space for start, end in pairwise(edges))
        return widest > room, sum(torn[cut] for cut in edges[1:-1]), widest

    cuts = combinations(range(1, len(words)), count - 1)
    best = min(((0, *inner, len(words)) for inner in cuts), key=badness)
    return "\n".join(" ".join(words[start:end]) for start, end in pairwise(best))


def _tear(words: Sequence[str], cut: int, starts: tuple[str, ...]) -> int:
    """Return how bad a break before word ``cut`` is.

    A name of a body breaks best where the next body begins (``Chi cục A, | Sở B``), then before one of ``starts``;
    nothing inside what is read together (``Việt | Nam``, ``60 | năm``, ``2021 | - 2025``), least of all within a word.
    """
    last, first = words[cut - 1], words[cut]
    if is_compound(last, first):
        return _TORN_WORD
    if starts and last.endswith(",") and first[:1].isupper() and not first.isupper():
        return -1
    if starts and " ".join((*words[cut : cut + 2], "")).upper().startswith(starts):
        return 0
    is_name = last[:1].isupper() and first[:1].isupper()
    parted = is_name or last[-1:].isdigit() or first[:1].isdigit() or first in _DASHES
    return bool(starts) + parted


def tab_widths(component: Component, paragraph: Paragraph, room: float) -> list[float]:
    """Return how wide the tabs of a paragraph are in mm, for a reader that knows no tab stops."""
    widths: list[float] = []
    position = component.left + component.first_line
    for index, run in enumerate(paragraph.runs):
        if isinstance(run, Run):
            *broken, last = run.text.split("\n")
            position = (component.left if broken else position) + _width(component, last, run)
            continue
        behind = takewhile(lambda other: isinstance(other, Run), paragraph.runs[index + 1 :])
        following = "".join(other.text for other in behind).split("\n")[0]
        stop = room - _width(component, following) if run.to is None else run.to
        widths.append(max(stop - position, 0))
        position = max(stop, position)
    return widths


def column_widths(layout: Layout, table: Table, room: float) -> tuple[list[float], float]:
    """Return the column widths of a table in mm, and how far it hangs out of the text on the left."""
    if table.columns:
        return _asked_columns(layout, table, room), 0
    if table.kind == "recipients":
        return _recipient_columns(layout, table, room), 0
    fixed = {"letterhead": layout.letterhead, "signature": layout.signature}.get(table.kind)
    if not fixed or len(fixed.columns) != table.breadth:
        return [room / table.breadth] * table.breadth, 0
    scale = (room + fixed.overhang) / sum(fixed.columns)
    columns = [width * scale for width in fixed.columns]
    if table.kind == "letterhead":
        missing = _longest(layout, [row.cells[-1] for row in table.rows]) + _SLACK - columns[-1]
        # A text that no page can hold on one line wraps: the name of the body keeps half of its column.
        moved = min(max(missing, 0), columns[0] / 2)
        columns[0], columns[-1] = columns[0] - moved, columns[-1] + moved
    return columns, fixed.overhang


def text_height(layout: Layout, blocks: Iterable[Block], room: float, size: float | None = None) -> float:
    """Return the height in mm of paragraphs in a column of ``room`` mm, without the lines under them."""
    points = 0.0
    for paragraph in blocks:
        if isinstance(paragraph, Paragraph):
            component = component_in(layout, paragraph.component, size)
            lines = len(wrapped(component, paragraph.text, room))
            points += lines * component.line_height + component.before + (0 if component.line else component.after)
    return points * MM_PER_POINT


def breaks(layout: Layout, row: Row, columns: Sequence[float], depth: float) -> bool:
    """Tell whether a row goes on on the next page where it does not fit; ``depth`` is the height of a page in mm."""
    if row.header:
        return False
    most = depth * _MOST_OF_PAGE.get(row.kind, _WHOLE_PAGE)
    for start, end, cell in row.placed():
        if cell.rows == 1 and _may_reach(layout, cell, most):
            room = sum(columns[start:end]) - _GRID_PADDING
            if text_height(layout, cell.blocks, room) > most:
                return True
    return False


def _may_reach(layout: Layout, cell: Cell, height: float) -> bool:
    """Tell whether a cell could be higher, were each of its words a line: of most, nothing needs to be measured."""
    points = 0.0
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            component, text = layout.components[block.component], block.text
            lines = 1 + text.count(" ") + text.count("\n")
            points += lines * component.line_height + component.before + component.after
    return points * MM_PER_POINT > height


def _recipient_columns(layout: Layout, table: Table, room: float) -> list[float]:
    """Put the brace close to the longest name; the note takes what it needs, up to a third of the room."""
    names = [row.cells[0] for row in table.rows if row.kind == "braced"]
    notes = [row.cells[-1] for row in table.rows if len(row.cells) > 1]
    note, brace = min(_longest(layout, notes) + _AIR, room / 3), min(_BRACE_ROOM, room / 3)
    name = min(_longest(layout, names) + _AIR, room - note - brace)
    return [name, brace, room - name - brace]


def _asked_columns(layout: Layout, table: Table, room: float) -> list[float]:
    """Return the widths that a template asks for; those that leave the rest no room are scaled down together."""
    padding = _SLACK + (_GRID_PADDING if table.kind == "grid" else 0)
    widths = [column.value * (room / 100 if column.kind == "%" else 1) for column in table.columns]
    for index, column in enumerate(table.columns):
        if column.kind == "fit":
            widths[index] = _longest(layout, _alone_in(table, index)) + padding
    rest = [index for index, column in enumerate(table.columns) if column.kind == "rest"]
    taken, least = sum(widths), min(_LEAST_REST * len(rest), room / 2)
    if taken > room - least or all(column.kind == "%" for column in table.columns):
        widths = [width * (room - least) / taken for width in widths]
    for index in rest:
        widths[index] = (room - min(taken, room - least)) / len(rest)
    return widths


def _alone_in(table: Table, column: int) -> Iterator[Cell]:
    """Yield the cells that stand in one column only."""
    for row in table.rows:
        yield from (cell for start, end, cell in row.placed() if (start, end) == (column, column + 1))


def _longest(layout: Layout, cells: Iterable[Cell]) -> float:
    return max((_natural_width(layout, block) for cell in cells for block in cell.blocks), default=0)


def _natural_width(layout: Layout, block: Block) -> float:
    """Return the width in mm of a block that is not wrapped; a table takes what it is given."""
    if isinstance(block, Paragraph):
        component = layout.components[block.component]
        return component.left + component.first_line + _longest_line(component, block)
    return block.width if isinstance(block, Picture | Chart) else 0


def _longest_line(component: Component, paragraph: Paragraph) -> float:
    """Return the width in mm of the longest line of a paragraph that is not wrapped, each run in its face."""
    if paragraph.plain is not None:
        return max(wrapped(component, paragraph.text, inf))
    lines = [0.0]
    for run in paragraph.runs:
        face = run if isinstance(run, Run) else _UPRIGHT
        for number, text in enumerate(run.text.split("\n")):
            if number:
                lines.append(0.0)
            lines[-1] += _width(component, text, face)
    return max(lines)


def wrapped(component: Component, text: str, room: float) -> Sequence[float]:
    """Return the widths in mm of the lines that a text takes in the face of a component."""
    return wrapped_widths(text, room, component.size, bold=component.bold, italic=component.italic)


def _width(component: Component, text: str, run: Run = _UPRIGHT) -> float:
    bold, italic = run.bold or component.bold, run.italic or component.italic
    return text_width_mm(text, component.size, bold=bold, italic=italic)
