"""Paragraphs of a Word file. Each is a copy of the pattern of its style: that is faster than building it anew."""

from collections.abc import Sequence
from copy import copy
from functools import cache

from lxml import etree

from thidua_cli.page.docx.xml import align, dxa, pattern, put, word, write_text
from thidua_cli.page.layout import Layout
from thidua_cli.page.measure import line_width, well_broken
from thidua_cli.page.vocabulary import Paragraph, Run


def write_paragraphs(
    parent: etree._Element, layout: Layout, group: Sequence[Paragraph], room: float, aligned: str = ""
) -> None:
    """Write neighbours of one component, and the line that stands under the last of them."""
    name = group[0].component
    component = layout.components[name]
    if component.break_well:
        group = [well_broken(layout, paragraph, room) for paragraph in group]
    for paragraph in group:
        written = _paragraph(parent, paragraph)
        if aligned:
            put(written[0], "jc", val=align(aligned))
    if component.line:
        side = dxa((room - line_width(component, [paragraph.text for paragraph in group], room)) / 2)
        put(empty_paragraph(parent, f"{name}-line")[0], "ind", left=side, right=side)


def empty_paragraph(parent: etree._Element, style: str) -> etree._Element:
    """Add a paragraph without text and return it; its first child holds its properties."""
    added = copy(_empty(style))
    parent.append(added)
    return added


def _paragraph(parent: etree._Element, paragraph: Paragraph) -> etree._Element:
    runs = paragraph.runs
    if len(runs) == 1 and not runs[0].bold and not runs[0].italic and "\n" not in runs[0].text:
        added = copy(_plain(paragraph.component))
        added[1][0].text = runs[0].text
        parent.append(added)
        return added
    added = empty_paragraph(parent, paragraph.component)
    for run in runs:
        _run(added, run)
    return added


def _run(parent: etree._Element, run: Run) -> None:
    added = word(parent, "r")
    if run.bold or run.italic:
        face = word(added, "rPr")
        if run.bold:
            put(face, "b")
        if run.italic:
            put(face, "i")
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
def _plain(style: str) -> etree._Element:
    made = copy(_empty(style))
    write_text(word(made, "r"), "")
    return made
