"""Paragraphs of a Word file. Each is a copy of the pattern of its style: that is faster than building it anew."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby
from xml.sax.saxutils import escape

from lxml import etree

from thidua_cli.page.docx.xml import W, align, copied, dxa, held, pattern, put, word, write_text
from thidua_cli.page.layout import LINE_HEIGHT, MM_PER_POINT, Layout
from thidua_cli.page.measure import component_in, line_width, text_height, well_broken
from thidua_cli.page.vocabulary import COLOURS, Block, Frame, Paragraph, Run, Tab


def write_paragraphs(
    parent: etree._Element, layout: Layout, group: Sequence[Paragraph], room: float, aligned: str = ""
) -> None:
    """Write neighbours of one component, and the line that stands under the last of them."""
    name = group[0].component
    component = layout.components[name]
    group = well_broken(layout, group, room)
    for paragraph in group:
        written = _write_paragraph(parent, paragraph, room)
        if aligned:
            put(written[0], "jc", val=align(aligned))
    if component.line:
        side = dxa((room - line_width(component, group, room)) / 2)
        put(empty_paragraph(parent, f"{name}-line")[0], "ind", left=side, right=side)


def plain_text(layout: Layout, blocks: Sequence[Block]) -> tuple[str, str] | None:
    """Return component and text of the only block, one plain line; None where anything depends on how long that is."""
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        return None
    name, text = blocks[0].component, blocks[0].plain
    component = layout.components[name]
    return None if text is None or component.line or component.break_well else (name, text)


@lru_cache(maxsize=1024)  # most of a certificate stands on all of them
def frame_xml(layout: Layout, frame: Frame) -> bytes:
    """Return paragraphs at a place of the sheet: neighbours of one place are one frame."""
    run = _only_run(layout, frame)
    if run is None:
        return _placed(layout, frame)
    # On certificates a thousand names stand at the same place: the frame is made once.
    at, width, (paragraph,), size, aligned, colour = frame
    empty = Paragraph(paragraph.component, (Run("-", run.bold, run.italic),))
    before, after = _placed(layout, Frame(at, width, (empty,), size, aligned, colour)).split(b">-<")
    return b"".join((before, b">", escape(run.text).encode(), b"<", after))


def _only_run(layout: Layout, frame: Frame) -> Run | None:
    """Return the run of a frame that holds one line in one face, and nothing else that depends on its text."""
    [first, *further] = frame.paragraphs
    component = layout.components[first.component]
    if further or component.line or component.break_well or len(first.runs) != 1:
        return None
    [run] = first.runs
    return run if isinstance(run, Run) and run.text and "\n" not in run.text else None


@lru_cache(maxsize=1024)
def _placed(layout: Layout, frame: Frame) -> bytes:
    """Return the paragraphs of a frame, and the lines under them."""
    left, top = frame.at
    parent = pattern("body")
    height = 0.0
    for name, members in groupby(frame.paragraphs, key=lambda paragraph: paragraph.component):
        component = component_in(layout, name, frame.size)
        group = well_broken(layout, list(members), frame.width, frame.size)
        for paragraph in group:
            written = _write_paragraph(parent, paragraph, frame.width)
            _place(written, left, top, frame.width)
            _dress(written, frame)
        height += text_height(layout, group, frame.width, frame.size)
        if component.line:
            # A paragraph with a border is a frame of its own, and so is what follows it.
            length = line_width(component, group, frame.width)
            line = empty_paragraph(parent, f"{name}-line")
            put(line[0], "spacing", before=0)  # the gap is counted in: not all programs keep it in a frame
            gap = component.line.gap * MM_PER_POINT
            _place(line, left + (frame.width - length) / 2, top + height + gap, length)
            top += height + gap + (LINE_HEIGHT + component.after) * MM_PER_POINT
            height = 0
    return held(parent)


def _place(paragraph: etree._Element, left: float, top: float, width: float) -> None:
    x, y = max(dxa(left), 1), max(dxa(top), 1)  # Word takes 0 for "not said"
    put(paragraph[0], "framePr", w=dxa(width), wrap="around", vAnchor="page", hAnchor="page", x=x, y=y)


def _dress(paragraph: etree._Element, frame: Frame) -> None:
    """Give a placed paragraph, its mark too, the type size, the colour and the alignment of its frame."""
    if frame.align:
        put(paragraph[0], "jc", val=align(frame.align))
    if frame.size is None and not frame.colour:
        return
    put(paragraph[0], "rPr")
    for run in paragraph.iter(f"{{{W}}}r"):
        if run[0].tag != f"{{{W}}}rPr":
            run.insert(0, word(run, "rPr"))
    for properties in paragraph.iter(f"{{{W}}}rPr"):
        if frame.colour:
            word(properties, "color", val=COLOURS[frame.colour])
        if frame.size is not None:
            word(properties, "sz", val=round(frame.size * 2))
            word(properties, "szCs", val=round(frame.size * 2))


def empty_paragraph(parent: etree._Element, style: str) -> etree._Element:
    """Add a paragraph without text and return it; its first child holds its properties."""
    added = copied(_empty(style))
    parent.append(added)
    return added


def _write_paragraph(parent: etree._Element, paragraph: Paragraph, room: float) -> etree._Element:
    plain = paragraph.plain
    if plain is not None:
        made, text = _plain(paragraph.component)
        text.text = plain
        added = copied(made)
        parent.append(added)
        return added
    added = empty_paragraph(parent, paragraph.component)
    _put_stops(added[0], [run for run in paragraph.runs if isinstance(run, Tab)], room)
    for run in paragraph.runs:
        if isinstance(run, Tab):
            word(word(added, "r"), "tab")
        else:
            _write_run(added, run)
    return added


def _put_stops(properties: etree._Element, tabs: Sequence[Tab], room: float) -> None:
    """Tell Word where the tabs of a paragraph stop; what follows the last one may end at the right edge."""
    stops = sorted({(dxa(room if tab.to is None else tab.to), tab.to is None, tab.leader) for tab in tabs})
    if stops:
        added = put(properties, "tabs")
        for place, at_edge, leader in stops:
            filled = {"leader": "dot"} if leader else {}
            word(added, "tab", val="right" if at_edge else "left", **filled, pos=place)


def _write_run(parent: etree._Element, run: Run) -> None:
    added = word(parent, "r")
    faces = [name for name, wanted in (("b", run.bold), ("i", run.italic)) if wanted]
    if faces:
        properties = word(added, "rPr")
        for face in faces:
            word(properties, face)
    for number, part in enumerate(run.text.split("\n")):
        if number:
            word(added, "br")
        if part:
            write_text(added, part)


@cache
def _empty(style: str) -> etree._Element:
    made = pattern("p")
    word(word(made, "pPr"), "pStyle", val=style)
    return made


@cache
def _plain(style: str) -> tuple[etree._Element, etree._Element]:
    """Return the pattern of a paragraph with one text, and the text in it, to be filled in before it is copied."""
    made = copied(_empty(style))
    return made, write_text(word(made, "r"), "")
