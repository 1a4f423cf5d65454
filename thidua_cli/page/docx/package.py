"""What a Word file holds beside its text: parts that papers of a layout share, media of one paper, and saving."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from lxml import etree

from thidua_cli.page.archive import Entry, archived, packed
from thidua_cli.page.docx.section_properties import number_part
from thidua_cli.page.docx.styles import styles_part
from thidua_cli.page.docx.xml import R, fill, parsed, serialised, shipped
from thidua_cli.page.layout import Layout
from thidua_cli.page.vocabulary import Article

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_UNDATED = date(2020, 1, 1)


class Part(NamedTuple):
    """A file of the package: its name, its type where the ending does not tell it, how the document refers to it."""

    name: str
    content: bytes
    content_type: str = ""
    relation: str = ""


class Package:
    """One Word file that is put together: the shared parts of its layout, and the parts that it brings itself."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._ids = {part: f"rId{number}" for number, part in enumerate(_shared_parts(layout))}

    def number(self, form: str) -> str:
        """Return the relation id of the header or footer that prints page numbers in that form."""
        return self.add(_number(self.layout, form))

    def add(self, part: Part) -> str:
        """Add a part, once, and return the id by which the document refers to it."""
        return self._ids.setdefault(part, f"rId{len(self._ids)}")

    def save(self, document: bytes, article: Article) -> bytes:
        """Return the Word file with ``document`` as its main part. The same input gives the same bytes."""
        title, author, day = escape(article.title), escape(article.author), article.day or _UNDATED
        core = shipped("core").substitute(title=title, author=author, day=day.isoformat())
        # What only texts and numbers need is the same for many papers; media are packed anew.
        plain = all(part.relation not in ("", "image", "chart") for part in self._ids)
        entries = (_kept_entries if plain else _entries)(tuple(self._ids))
        return archived([*entries, packed("word/document.xml", document)], core.encode())


def relations(targets: Iterable[tuple[str, str, str]]) -> bytes:
    """Return a part of relations from ids, kinds and targets."""
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    for identifier, kind, target in targets:
        added = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
        fill(added, Id=identifier, Type=f"{R}/{kind}", Target=target)
    return serialised(root)


@lru_cache(maxsize=32)
def _shared_parts(layout: Layout) -> tuple[Part, ...]:
    fonts = shipped("fontTable").substitute(font=layout.font).encode()
    contents = {"styles": styles_part(layout), "settings": shipped("settings").template.encode(), "fontTable": fonts}
    return tuple(Part(f"word/{name}.xml", content, f"{_WORD}.{name}+xml", name) for name, content in contents.items())


@lru_cache(maxsize=64)
def _number(layout: Layout, form: str) -> Part:
    number = layout.page.number
    content_type = f"{_WORD}.{number.place}+xml"
    return Part(f"word/{number.place}-{form}.xml", number_part(number, form), content_type, number.place)


def _entries(parts: tuple[Part, ...]) -> list[Entry]:
    """Return the files of a package of parts, by order of id; text and core properties are to be added."""
    named = [(f"rId{number}", part.relation, part.name.removeprefix("word/")) for number, part in enumerate(parts)]
    types = parsed(shipped("content_types").template)
    for part in parts:
        if part.content_type:
            fill(etree.SubElement(types, types[-1].tag), PartName=f"/{part.name}", ContentType=part.content_type)
    return [
        # Mail filters know a Word file by its first entry, the list of content types.
        packed("[Content_Types].xml", serialised(types)),
        packed("_rels/.rels", shipped("package").template.encode()),
        packed("docProps/app.xml", shipped("app").template.encode()),
        packed("word/_rels/document.xml.rels", relations(target for target in named if target[1])),
        *(packed(part.name, part.content) for part in parts),
    ]


_kept_entries = lru_cache(maxsize=32)(_entries)
