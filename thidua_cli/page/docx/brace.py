"""The brace that joins recipients, drawn twice: for Word 2010 and later, and for the old Word 2007."""

from functools import cache

from lxml import etree

from thidua_cli.page.docx.paragraphs import empty_paragraph
from thidua_cli.page.docx.xml import copied, emu, fill, inside, parsed, shipped

_WIDTH = 1.8  # mm
_BEND = 0.6  # the height of a bend, as a part of the width: the same as in the drawing for later versions
_POINTS = 72 / 25.4


def write_brace(parent: etree._Element, height: float, number: int, *, first: bool) -> None:
    """Write a brace ``height`` mm high, the ``number``-th drawing of its paper; the ``first`` one brings its shape."""
    # A drawing stands on the base line: the room under it comes on top of its height. Without names there is
    # nothing to span, and Word calls a file with a negative height damaged.
    high = max(height - 0.8, 1)
    run = copied(_pattern())
    for extent in run.iter("{*}extent", "{*}ext"):
        fill(extent, cx=emu(_WIDTH), cy=emu(high))
    fill(inside(run, "docPr"), id=number, name=f"Ngoặc {number}")
    shape = inside(run, "shape")
    style = f"width:{_WIDTH * _POINTS:.2f}pt;height:{high * _POINTS:.2f}pt;{shape.get('style')}"
    adjusted = f"{round(21600 * _BEND * min(_WIDTH, high) / high)},10800"
    fill(shape, id=f"brace-{number}", style=style, adj=adjusted)
    if not first:
        etree.strip_elements(run, "{*}shapetype")
    empty_paragraph(parent, "recipient").append(run)


@cache
def _pattern() -> etree._Element:
    return parsed(shipped("brace").template)
