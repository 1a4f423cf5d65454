"""What holds a drawing in a Word file, in the line or placed on the sheet; and pictures."""

from hashlib import sha256

from lxml import etree

from thidua_cli.page.docx.package import Package, Part
from thidua_cli.page.docx.paragraphs import empty_paragraph
from thidua_cli.page.docx.xml import R, align, emu, fill, inside, parsed, put, shipped, word
from thidua_cli.page.vocabulary import Chart, Picture


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
