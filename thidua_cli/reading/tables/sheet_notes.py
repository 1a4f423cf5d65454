"""Notes on the cells of .xlsx, and the words of its shapes: parts of their own, which most workbooks do not have."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from thidua_cli.findings.about import column_number
from thidua_cli.reading.tables.merged_cells import Corner
from thidua_cli.reading.tables.sheet_traits import Traits

_LINK = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]*>")
_TYPE = re.compile(rb"""\sType=["'][^"']*/(\w+)["']""")
_TARGET = re.compile(rb"""\sTarget=["']([^"']*)["']""")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MOST_TAGS = 400_000
TOO_MANY = "quá nhiều ghi chú, khung chữ"


def notes_of(path: str, parts: Mapping[str, bytes], traits: Traits) -> None:
    """Enter into ``traits`` the notes on the cells of a sheet, and the words of its shapes."""
    folder, name = posixpath.split(path)
    links = parts.get(f"{folder}/_rels/{name}.rels", b"")
    found = dict.fromkeys(_parts_of(links, folder))
    for kind, part in sorted(found):  # what people answered one another goes over the old form of it
        xml = parts.get(part, b"")
        if kind not in _READERS or not xml:
            continue
        tree = _tree(xml)
        if tree is None:
            traits.boxes.append(TOO_MANY)
        else:
            _READERS[kind](tree, traits)


def _parts_of(links: bytes, folder: str) -> Iterator[tuple[str, str]]:
    for link in _LINK.findall(links):
        kind, target = _TYPE.search(link), _TARGET.search(link)
        if kind and target:
            part = posixpath.normpath(posixpath.join("/", folder, target[1].decode("utf-8", "replace")))
            yield kind[1].decode(), part.lstrip("/")


def _tree(xml: bytes) -> "etree._Element | None":
    if xml.count(b"<") > _MOST_TAGS:
        return None
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return None


def _comments(tree: etree._Element, traits: Traits) -> None:
    authors = [(author.text or "").strip() for author in tree.iterfind("{*}authors/{*}author")]
    for comment in tree.iterfind("{*}commentList/{*}comment"):
        text = "".join(part.text or "" for part in comment.iter("{*}t")).strip()
        number = str(comment.get("authorId", ""))
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        _put(comment, text.removeprefix(f"{author}:") if author else text, traits)


def _threaded(tree: etree._Element, traits: Traits) -> None:
    said: dict[str, list[etree._Element]] = {}
    for comment in tree.iterfind("{*}threadedComment"):
        said.setdefault(str(comment.get("ref", "")), []).append(comment)
    for comments in said.values():
        texts = (text.text or "" for comment in comments for text in comment.iterfind("{*}text"))
        _put(comments[0], " / ".join(texts), traits)


def _put(comment: etree._Element, text: str, traits: Traits) -> None:
    place = _PLACE.fullmatch(str(comment.get("ref", "")))
    text = " ".join(text.split())
    if place and text:
        traits.notes[_corner(place)] = text
    elif text:
        traits.boxes.append(text)


def _corner(place: re.Match[str]) -> Corner:
    return int(place[2]) - 1, column_number(place[1]) - 1


def _shapes(tree: etree._Element, traits: Traits) -> None:
    for body in tree.iter("{*}txBody"):
        lines = ("".join(part.text or "" for part in line.iter("{*}t")).strip() for line in body.iter("{*}p"))
        if text := "\n".join(filter(None, lines)):
            traits.boxes.append(text)


_READERS = {"comments": _comments, "threadedComment": _threaded, "drawing": _shapes}
