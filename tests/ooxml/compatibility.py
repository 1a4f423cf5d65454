"""How an old and a new Word read a part: each takes its side of ``mc:AlternateContent``."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Elements that came after the first edition and that every Word reads or passes over.
LATER = (f"{W}compatSetting", f"{W}tblCaption", f"{W}tblDescription")


def readings(root: etree._Element) -> dict[str, etree._Element]:
    """Return the part as a new Word and as an old one read it, without the elements of later editions."""
    if next(root.iter(f"{MC}AlternateContent"), None) is None:
        return {"every Word": _read(root, new=True)}
    return {"new Word": _read(root, new=True), "old Word": _read(root, new=False)}


def compatibility_faults(root: etree._Element) -> Iterator[str]:
    """Yield what is wrong with the marks of compatibility themselves."""
    for prefix in root.get(f"{MC}Ignorable", "").split():
        if prefix not in root.nsmap:
            yield f"mc:Ignorable names the undeclared prefix {prefix}"
    for alternate in root.iter(f"{MC}AlternateContent"):
        kinds = [child.tag for child in alternate]
        if kinds != [*[f"{MC}Choice"] * (len(kinds) - 1), f"{MC}Fallback"] or len(kinds) == 1:
            yield "mc:AlternateContent has not its choices and then one fallback: an old Word shows nothing"
        for choice in alternate.iter(f"{MC}Choice"):
            prefixes = choice.get("Requires", "").split()
            if not prefixes or not set(prefixes) <= set(choice.nsmap):
                yield "mc:Choice requires no namespace, or an undeclared prefix"


def _read(root: etree._Element, *, new: bool) -> etree._Element:
    tree = deepcopy(root)
    ignored = {tree.nsmap.get(prefix) for prefix in tree.attrib.pop(f"{MC}Ignorable", "").split()}
    for element in list(tree.iter(f"{MC}AlternateContent")):
        sides = element.findall(f"{MC}Choice") if new else element.findall(f"{MC}Fallback")
        for child in sides[0] if sides else ():
            element.addprevious(child)
        element.getparent().remove(element)
    for element in list(tree.iter(etree.Element)):
        if element.tag in LATER or etree.QName(element).namespace in ignored:
            element.getparent().remove(element)
        for name in list(element.attrib):
            if etree.QName(name).namespace in ignored:
                del element.attrib[name]
    return tree
