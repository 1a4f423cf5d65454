"""Elements of Word: their names, units, and properties that stand in the order of the schema."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from operator import methodcaller
from string import Template

from lxml import etree


@cache
def shipped(name: str) -> Template:
    """Return a part of the folder ``parts``, with ``$names`` to be filled in."""
    return Template(files(__package__).joinpath("parts", f"{name}.xml").read_text(encoding="utf-8"))


NAMESPACES = {str(prefix): name for prefix, name in etree.fromstring(shipped("document").template).nsmap.items()}
W, R = NAMESPACES["w"], NAMESPACES["r"]

# The properties of a paragraph that are written here, as the schema orders them.
_PROPERTIES = "pStyle keepNext pageBreakBefore framePr pBdr tabs spacing ind jc outlineLvl rPr sectPr"
_RANKS = {f"{{{W}}}{name}": rank for rank, name in enumerate(_PROPERTIES.split())}

# A copy of an element with all that it holds; copy.copy() does the same in twice the time.
copied: Callable[[etree._Element], etree._Element] = methodcaller("__copy__")


def word(parent: etree._Element, name: str, **attributes: object) -> etree._Element:
    """Add ``<w:name>`` with ``w:`` attributes to an element, and return it."""
    return etree.SubElement(parent, _w(name), {_w(key): str(value) for key, value in attributes.items()})


def put(properties: etree._Element, name: str, **attributes: object) -> etree._Element:
    """Add a property to ``<w:pPr>`` at the place that the schema gives it, and return it."""
    rank = _RANKS[_w(name)]
    before = sum(_RANKS[child.tag] <= rank for child in properties)
    added = word(properties, name, **attributes)
    properties.insert(before, added)
    return added


def fill(element: etree._Element, **attributes: object) -> None:
    """Set attributes of an element that was shipped without."""
    for name, value in attributes.items():
        element.set(name, str(value))


def inside(root: etree._Element, name: str) -> etree._Element:
    """Return the first element of that name in a part."""
    return next(root.iter(f"{{*}}{name}"))


def pattern(name: str) -> etree._Element:
    """Return an element to be filled once and copied for each use; its parent tells the namespaces, it need not."""
    return etree.SubElement(etree.Element("patterns", nsmap=NAMESPACES), _w(name))


def write_text(parent: etree._Element, text: str) -> etree._Element:
    """Add ``<w:t>``, its white space kept, to a run, and return it."""
    added = word(parent, "t")
    added.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    added.text = text
    return added


def align(name: str) -> str:
    """Return what Word calls an alignment."""
    return "both" if name == "justify" else name


def parsed(text: str | bytes) -> etree._Element:
    """Return the root of a part, without what only makes it readable."""
    return etree.fromstring(text, etree.XMLParser(remove_blank_text=True, remove_comments=True))


def serialised(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def held(element: etree._Element) -> bytes:
    """Return the XML of all that an element holds, as it stands in a document that declares our namespaces."""
    xml = etree.tostring(element, encoding="UTF-8")
    return xml[xml.index(b">") + 1 : xml.rindex(b"<")]


def dxa(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Return a length in the unit of drawings."""
    return round(millimetres * 36000)


@cache
def _w(name: str) -> str:
    return f"{{{W}}}{name}"
