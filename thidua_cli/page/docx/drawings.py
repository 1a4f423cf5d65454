"""What holds a drawing in a Word file, in the line or placed on the sheet; and pictures."""

from functools import partial
from hashlib import sha256

from lxml import etree

from thidua_cli.page.docx.package import Package, Part
from thidua_cli.page.docx.paragraphs import empty_paragraph
from thidua_cli.page.docx.xml import WP, A, R, align, emu, made, put, word
from thidua_cli.page.vocabulary import Chart, Picture

_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_wp = partial(made, WP)
_a = partial(made, A)
_pic = partial(made, _PIC)


def write_picture(parent: etree._Element, package: Package, picture: Picture, number: int, aligned: str) -> None:
    """Write a picture, the ``number``-th drawing of its paper; ``aligned`` is what its cell asks for."""
    image = picture.image
    # A picture that stands twice in a paper is one part.
    name = f"word/media/{sha256(image.content).hexdigest()[:16]}.{image.kind}"
    relation = package.add(Part(name, image.content, relation="image"))
    graphic = _pic(
        "pic",
        _pic("nvPicPr", _pic("cNvPr", id=str(number), name=f"Ảnh {number}", descr=picture.alt), _pic("cNvPicPr")),
        _pic("blipFill", _a("blip", {f"{{{R}}}embed": relation}), _a("stretch", _a("fillRect"))),
        _pic(
            "spPr",
            _a("xfrm", _a("off", x="0", y="0"), _a("ext", _size(picture))),
            _a("prstGeom", _a("avLst"), prst="rect"),
        ),
    )
    write_drawing(parent, picture, _PIC, graphic, number, picture.align or aligned or "center")


def write_drawing(
    parent: etree._Element, shape: Picture | Chart, uri: str, graphic: etree._Element, number: int, aligned: str
) -> None:
    """Write the graphic of a picture or chart into a paragraph of its own."""
    extent = _wp("extent", _size(shape))
    properties = _wp("docPr", id=str(number), name=f"Hình {number}", descr=shape.alt)
    content = [properties, _wp("cNvGraphicFramePr"), _a("graphic", _a("graphicData", graphic, uri=uri))]
    edges = {f"dist{edge}": "0" for edge in "TBLR"}
    if isinstance(shape, Picture) and shape.at:
        places = [
            _wp("positionH", _wp("posOffset", str(emu(shape.at[0]))), relativeFrom="page"),
            _wp("positionV", _wp("posOffset", str(emu(shape.at[1]))), relativeFrom="page"),
        ]
        behind = {"behindDoc": "1", "locked": "0", "layoutInCell": "1", "allowOverlap": "1", "relativeHeight": "0"}
        inside = [_wp("simplePos", x="0", y="0"), *places, extent, _wp("wrapNone"), *content]
        drawing = _wp("anchor", *inside, simplePos="0", **edges, **behind)
        holder = empty_paragraph(parent, "gap")
    else:
        drawing = _wp("inline", extent, *content, edges)
        holder = empty_paragraph(parent, "drawing")
        put(holder[0], "jc", val=align(aligned))
    word(word(holder, "r"), "drawing").append(drawing)


def _size(shape: Picture | Chart) -> dict[str, str]:
    return {"cx": str(emu(shape.width)), "cy": str(emu(shape.height))}
