"""What a Word file holds beside its text: parts that papers of a layout share, media of one paper, and saving."""

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

from lxml import etree

from thidua_cli.page.docx.page_numbers import number_part
from thidua_cli.page.docx.styles import styles_part
from thidua_cli.page.docx.xml import R, serialised, shipped
from thidua_cli.page.layout import Layout, load_layout

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BY_ENDING = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PACKED = (".png", ".jpeg", ".xlsx")  # no smaller for being packed again
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNDATED = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the package: its name, its type where the ending does not tell it, how the document refers to it."""

    name: str
    content: bytes
    content_type: str = ""
    relation: str = ""


class Package:
    """One Word file that is put together: the shared parts of its layout, and the parts that it brings itself."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._ids = dict(_shared_ids(layout.name))
        self._numbers: set[Part] = set()

    def number(self, form: str) -> str:
        """Return the relation id of the header or footer that prints page numbers in that form."""
        part = _number(self.layout.name, form)
        self._numbers.add(part)
        return self.add(part)

    def add(self, part: Part) -> str:
        """Add a part, once, and return the id by which the document refers to it."""
        return self._ids.setdefault(part, f"rId{len(self._ids)}")

    def save(self, document: bytes, *, title: str, author: str, day: date | None) -> bytes:
        """Return the Word file with ``document`` as its main part. The same input gives the same bytes."""
        when = (day or _UNDATED).isoformat()
        core = shipped("core").substitute(title=escape(title), author=escape(author), day=when)
        unused = [part for part in self._ids if part.relation in ("header", "footer") and part not in self._numbers]
        if unused or len(self._ids) > len(_shared_ids(self.layout.name)):
            archived = _archive({part: name for part, name in self._ids.items() if part not in unused})
        else:
            archived = _shared_archive(self.layout.name)
        stream = BytesIO(archived)
        with zipfile.ZipFile(stream, "a") as archive:
            pack(archive, "docProps/core.xml", core.encode())
            pack(archive, "word/document.xml", document)
        return stream.getvalue()


def pack(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Write a file into an archive so that the same content gives the same bytes."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on every operating system
    archive.writestr(entry, content, compresslevel=3)  # a third of the time of level 6, a few bytes more


def relations(targets: Sequence[tuple[str, str, str]]) -> bytes:
    """Return a part of relations from ids, kinds and targets."""
    namespace = f"{_PACKAGE}/relationships"
    root = _root(namespace, "Relationships")
    for identifier, kind, target in targets:
        added = etree.SubElement(root, f"{{{namespace}}}Relationship")
        added.attrib.update({"Id": identifier, "Type": f"{R}/{kind}", "Target": target})
    return serialised(root)


@cache
def _shared_parts(layout_name: str) -> tuple[Part, ...]:
    layout = load_layout(layout_name)
    fonts = shipped("fontTable").substitute(font=layout.font).encode()
    return (
        Part("word/styles.xml", styles_part(layout), f"{_WORD}.styles+xml", "styles"),
        Part("word/settings.xml", shipped("settings").substitute().encode(), f"{_WORD}.settings+xml", "settings"),
        Part("word/fontTable.xml", fonts, f"{_WORD}.fontTable+xml", "fontTable"),
        _number(layout_name, layout.page.number.form),
        _number(layout_name, "none"),
    )


@cache
def _number(layout_name: str, form: str) -> Part:
    number = load_layout(layout_name).page.number
    content_type = f"{_WORD}.{number.place}+xml"
    return Part(f"word/{number.place}-{form}.xml", number_part(number, form), content_type, number.place)


@cache
def _shared_ids(layout_name: str) -> dict[Part, str]:
    return {part: f"rId{number}" for number, part in enumerate(_shared_parts(layout_name))}


@cache
def _shared_archive(layout_name: str) -> bytes:
    return _archive(_shared_ids(layout_name))


def _archive(parts: dict[Part, str]) -> bytes:
    """Return a package of parts by relation id, to which only the text and the core properties are to be added."""
    targets = [(name, part.relation, part.name.removeprefix("word/")) for part, name in parts.items() if part.relation]
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        # Mail filters know a Word file by its first entry, the list of content types.
        pack(archive, "[Content_Types].xml", _content_types(parts))
        pack(archive, "_rels/.rels", shipped("package").substitute().encode())
        pack(archive, "docProps/app.xml", shipped("app").substitute().encode())
        pack(archive, "word/_rels/document.xml.rels", relations(targets))
        for part in parts:
            pack(archive, part.name, part.content)
    return stream.getvalue()


def _root(namespace: str, name: str) -> etree._Element:
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def _content_types(parts: Iterable[Part]) -> bytes:
    told = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **{part.name: part.content_type for part in parts if part.content_type},
    }
    namespace = f"{_PACKAGE}/content-types"
    root = _root(namespace, "Types")
    for ending, kind in _BY_ENDING.items():
        etree.SubElement(root, f"{{{namespace}}}Default", Extension=ending, ContentType=kind)
    for name, kind in told.items():
        etree.SubElement(root, f"{{{namespace}}}Override", PartName=f"/{name}", ContentType=kind)
    return serialised(root)
