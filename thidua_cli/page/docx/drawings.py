"""What holds a drawing in a Word file, in the line or placed on the sheet; and pictures."""

from functools import partial
from hashlib import sha256

from lxml import etree

from thidua_cli.page.docx.package import Package, Part
from thidua_cli.page.docx.paragraphs import empty_paragraph
from thidua_cli.page.docx.xml import WP, A, R, align, emu, fill, made, parsed, put, shipped, word
from thidua_cli.page.vocabulary import Chart, Picture

_wp = partial(made, WP)
_a = partial(made, A)


def write_picture(parent: etree._Element, package: Package, picture: Picture, number: int, aligned: str) -> None:
    """Write a picture, the ``number``-th drawing of its paper; ``aligned`` is what its cell asks for."""
    image = picture.image
    # A picture that stands twice in a paper is one part.
    name = f"word/media/{sha256(image.content).hexdigest()[:16]}.{image.kind}"
    relation = package.add(Part(name, image.content, relation="image"))
    graphic = parsed(shipped("picture").template)
    for properties in graphic.iter("{*}cNvPr"):
        fill(properties, id=number, name=f"Ảnh {number}", descr=picture.alt)
    for blip in graphic.iter("{*}blip"):
        blip.set(f"{{{R}}}embed", relation)
    for extent in graphic.iter("{*}ext"):
        fill(extent, **_size(picture))
    write_drawing(parent, picture, graphic, number, picture.align or aligned)


def write_drawing(
    parent: etree._Element, shape: Picture | Chart, graphic: etree._Element, number: int, aligned: str
) -> None:
    """Write the graphic of a picture or chart into a paragraph of its own."""
    extent = _wp("extent", **_size(shape))
    properties = _wp("docPr", id=number, name=f"Hình {number}", descr=shape.alt)
    data = _a("graphicData", graphic, uri=etree.QName(graphic).namespace)
    content = [properties, _wp("cNvGraphicFramePr"), _a("graphic", data)]
    edges = dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
    if isinstance(shape, Picture) and shape.at:
        across, down = (_wp("posOffset", str(emu(offset))) for offset in shape.at)
        places = [_wp("positionH", across, relativeFrom="page"), _wp("positionV", down, relativeFrom="page")]
        behind = {"behindDoc": 1, "locked": 0, "layoutInCell": 1, "allowOverlap": 1, "relativeHeight": 0}
        inside = [_wp("simplePos", x=0, y=0), *places, extent, _wp("wrapNone"), *content]
        drawing = _wp("anchor", *inside, simplePos=0, **edges, **behind)
        holder = empty_paragraph(parent, "gap")
    else:
        drawing = _wp("inline", extent, *content, **edges)
        holder = empty_paragraph(parent, "drawing")
        put(holder[0], "jc", val=align(aligned or "center"))
    word(word(holder, "r"), "drawing").append(drawing)


def _size(shape: Picture | Chart) -> dict[str, int]:
    return {"cx": emu(shape.width), "cy": emu(shape.height)}
