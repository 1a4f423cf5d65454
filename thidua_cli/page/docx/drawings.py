"""Drawings in a Word file: what holds them, in the line or placed on the sheet; pictures; the brace of recipients."""

from hashlib import sha256

from lxml import etree

from thidua_cli.page.docx.package import Package, Part
from thidua_cli.page.docx.paragraphs import empty_paragraph
from thidua_cli.page.docx.xml import R, align, emu, fill, inside, parsed, put, shipped, word
from thidua_cli.page.vocabulary import Chart, Picture

_BRACE_WIDTH = 1.8  # mm
_BRACE_BEND = 0.6  # the height of a bend, as a part of the width: the same as in the drawing for later versions
_POINTS = 72 / 25.4


def write_picture(parent: etree._Element, package: Package, picture: Picture, number: int, aligned: str) -> None:
    """Write a picture, the ``number``-th drawing of its paper; ``aligned`` is what its cell asks for."""
    image = picture.image
    # A picture that stands twice in a paper is one part.
    name = f"word/media/{sha256(image.content).hexdigest()[:16]}.{image.kind}"
    relation = package.add(Part(name, image.content, relation="image"))
    graphic = parsed(shipped("picture").template)
    fill(inside(graphic, "cNvPr"), id=number, name=f"Ảnh {number}", descr=picture.alt)
    inside(graphic, "blip").set(f"{{{R}}}embed", relation)
    fill(inside(graphic, "ext"), cx=emu(picture.width), cy=emu(picture.height))
    write_drawing(parent, picture, graphic, number, picture.align or aligned)


def write_drawing(
    parent: etree._Element, shape: Picture | Chart, graphic: etree._Element, number: int, aligned: str
) -> None:
    """Write the graphic of a picture or chart into a paragraph of its own."""
    at = shape.at if isinstance(shape, Picture) else None
    drawing = parsed(shipped("anchor" if at else "inline").template)
    fill(inside(drawing, "extent"), cx=emu(shape.width), cy=emu(shape.height))
    fill(inside(drawing, "docPr"), id=number, name=f"Hình {number}", descr=shape.alt)
    fill(inside(drawing, "graphicData"), uri=etree.QName(graphic).namespace)
    inside(drawing, "graphicData").append(graphic)
    for offset, place in zip(drawing.iter("{*}posOffset"), at or (), strict=True):
        offset.text = str(emu(place))
    holder = empty_paragraph(parent, "gap" if at else "drawing")
    if not at:
        put(holder[0], "jc", val=align(aligned or "center"))
    word(word(holder, "r"), "drawing").append(drawing)


def write_brace(parent: etree._Element, height: float, number: int, *, first: bool) -> None:
    """Write a brace ``height`` mm high, the ``number``-th drawing of its paper; the ``first`` one brings its shape.

    It is drawn twice: for Word 2010 and later, and for the old Word 2007.
    """
    # A drawing stands on the base line: the room under it comes on top of its height. Without names there is
    # nothing to span, and Word calls a file with a negative height damaged.
    high = max(height - 0.8, 1)
    run = parsed(shipped("brace").template)
    for extent in run.iter("{*}extent", "{*}ext"):
        fill(extent, cx=emu(_BRACE_WIDTH), cy=emu(high))
    fill(inside(run, "docPr"), id=number, name=f"Ngoặc {number}")
    shape = inside(run, "shape")
    style = f"width:{_BRACE_WIDTH * _POINTS:.2f}pt;height:{high * _POINTS:.2f}pt;{shape.get('style')}"
    adjusted = f"{round(21600 * _BRACE_BEND * min(_BRACE_WIDTH, high) / high)},10800"
    fill(shape, id=f"brace-{number}", style=style, adj=adjusted)
    if not first:
        etree.strip_elements(run, "{*}shapetype")
    empty_paragraph(parent, "recipient").append(run)
