"""The package of a Word file: its parts, their content types, and the relations between them."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from lxml import etree

TYPES = "[Content_Types].xml"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_WORD = f"{_OFFICE}wordprocessingml."
# The content type and the root element behind each kind of relation, named by the end of its type.
_KINDS = {
    "officeDocument": (f"{_WORD}document.main+xml", "document"),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml", "coreProperties"),
    "extended-properties": (f"{_OFFICE}extended-properties+xml", "Properties"),
    "styles": (f"{_WORD}styles+xml", "styles"),
    "settings": (f"{_WORD}settings+xml", "settings"),
    "fontTable": (f"{_WORD}fontTable+xml", "fonts"),
    "numbering": (f"{_WORD}numbering+xml", "numbering"),
    "header": (f"{_WORD}header+xml", "hdr"),
    "footer": (f"{_WORD}footer+xml", "ftr"),
    "footnotes": (f"{_WORD}footnotes+xml", "footnotes"),
    "chart": (f"{_OFFICE}drawingml.chart+xml", "chartSpace"),
}
_WORKBOOK = f"{_OFFICE}spreadsheetml.sheet"
_WANTED = ("officeDocument", "core-properties", "extended-properties")
_WANTED_BY_DOCUMENT = ("styles", "settings", "fontTable")
_EXTERNAL = ("hyperlink",)
# Relations that are used by their id, and the elements that are not named like the kind they use.
_BY_ID = ("header", "footer", "image", "chart", "hyperlink", "package")
_USERS = {
    "headerReference": "header",
    "footerReference": "footer",
    "blip": "image",
    "hlinkClick": "hyperlink",
    "externalData": "package",
}


@dataclass(frozen=True)
class Relation:
    """One relation: its id, the last word of its type, and the part it leads to (a URL if ``external``)."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """A Word file taken apart; parts are named without a leading slash."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self.roots: dict[str, etree._Element] = {}
        self.broken: list[str] = []
        for name, content in self.parts.items():
            if name.endswith((".xml", ".rels")):
                self._parse(name, content)

    def _parse(self, name: str, content: bytes) -> None:
        try:
            self.roots[name] = etree.fromstring(content)
        except etree.XMLSyntaxError as problem:
            self.broken.append(f"{name}: is no XML: {problem}")

    def root(self, name: str) -> etree._Element:
        """Return the root of a part; one that is missing, which other rules tell, is an empty element."""
        return self.roots.get(name, etree.Element("missing"))

    @cached_property
    def document(self) -> str:
        """The name of the main part."""
        found = [relation.target for relation in self.relations("") if relation.kind == "officeDocument"]
        return found[0] if found else "word/document.xml"

    def related(self, kind: str) -> etree._Element:
        """Return the root of the part to which the main part has a relation of that kind."""
        found = [relation.target for relation in self.relations(self.document) if relation.kind == kind]
        return self.root(found[0]) if found else self.root("")

    @property
    def texts(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold text, the main one and headers and the like, with their names."""
        for name, root in self.roots.items():
            if etree.QName(root).localname in ("document", "hdr", "ftr", "footnotes"):
                yield name, root

    def relations(self, source: str) -> list[Relation]:
        """Return the relations of a part, those of the package for an empty name."""
        folder, _, name = source.rpartition("/")
        found = []
        for element in self.root(posixpath.join(folder, "_rels", f"{name}.rels")).iter(_RELATION):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).removeprefix("/")
            found.append(Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external))
        return found

    def content_type(self, name: str) -> str:
        """Return the content type of a part, or nothing."""
        types = self.root(TYPES)
        for override in types.iter(f"{_CT}Override"):
            if override.get("PartName") == f"/{name}":
                return override.get("ContentType", "")
        for default in types.iter(f"{_CT}Default"):
            if default.get("Extension", "").lower() == name.rpartition(".")[2].lower():
                return default.get("ContentType", "")
        return ""


def container_faults(package: Package) -> Iterator[str]:
    """Yield what is wrong with the zip, the list of content types and the relations."""
    yield from package.broken
    if package.names[0] != TYPES:
        yield f"{TYPES} is not the first entry of the zip"
    if len(set(map(str.lower, package.names))) != len(package.names):
        yield "two entries of the zip have one name"
    yield from _type_faults(package)
    reached = {TYPES}
    for source in ["", *package.parts]:
        if not source.endswith(".rels"):
            yield from _relation_faults(package, source, reached)
    for name in package.parts.keys() - reached:
        yield f"{name}: no relation leads to it"


def _type_faults(package: Package) -> Iterator[str]:
    for name in package.parts:
        if name != TYPES and not package.content_type(name):
            yield f"{name}: has no content type"
    listed = [override.get("PartName", "") for override in package.root(TYPES).iter(f"{_CT}Override")]
    if len(set(listed)) != len(listed):
        yield f"{TYPES}: one part is listed twice"
    for name in listed:
        if name.removeprefix("/") not in package.parts:
            yield f"{TYPES}: lists {name}, which is missing"


def _relation_faults(package: Package, source: str, reached: set[str]) -> Iterator[str]:
    """Yield the faults of the relations of one part, and add the parts they lead to."""
    relations = package.relations(source)
    if relations:
        folder, _, name = source.rpartition("/")
        reached.add(posixpath.join(folder, "_rels", f"{name}.rels"))
    label = source or "the package"
    identifiers = [relation.id for relation in relations]
    if len(set(identifiers)) != len(identifiers):
        yield f"{label}: two relations have one id"
    for relation in relations:
        if relation.external:
            if relation.kind not in _EXTERNAL:
                yield f"{label}: the {relation.kind} lies outside the file"
            continue
        reached.add(relation.target)
        yield from _target_faults(package, label, relation)
    kinds = [relation.kind for relation in relations]
    for kind in {"": _WANTED, package.document: _WANTED_BY_DOCUMENT}.get(source, ()):
        if kinds.count(kind) != 1:
            yield f"{label}: has {kinds.count(kind)} relations to {kind}"
    yield from _use_faults(package, source, dict(zip(identifiers, kinds, strict=True)))


def _target_faults(package: Package, label: str, relation: Relation) -> Iterator[str]:
    if relation.target not in package.parts:
        yield f"{label}: relation {relation.id} leads to {relation.target}, which is missing"
        return
    found = package.content_type(relation.target)
    if relation.kind == "image":
        if not found.startswith("image/"):
            yield f"{relation.target}: is a picture with content type {found}"
        return
    if relation.kind == "package":
        if found != _WORKBOOK or not zipfile.is_zipfile(BytesIO(package.parts[relation.target])):
            yield f"{relation.target}: is no workbook, its content type is {found}"
        return
    if relation.kind not in _KINDS:
        yield f"{label}: relation {relation.id} is of the unknown kind {relation.kind}"
        return
    wanted, root = _KINDS[relation.kind]
    if found != wanted:
        yield f"{relation.target}: has content type {found}, not {wanted}"
    if etree.QName(package.root(relation.target)).localname != root:
        yield f"{relation.target}: is the {relation.kind}, but does not begin with {root}"


def _use_faults(package: Package, source: str, kinds: dict[str, str]) -> Iterator[str]:
    """Yield the uses of a relation id that is missing or of another kind."""
    used = set()
    for element in package.root(source).iter(etree.Element):
        for name, value in element.items():
            if not name.startswith(R):
                continue
            used.add(value)
            user = etree.QName(element).localname
            if value not in kinds:
                yield f"{source}: {user} uses {value}, no relation of the part"
            elif kinds[value] != _USERS.get(user, user):
                yield f"{source}: {user} uses {value}, which leads to {kinds[value]}"
    for identifier, kind in kinds.items():
        if kind in _BY_ID and identifier not in used:
            yield f"{source}: the {kind} of relation {identifier} is used nowhere"
