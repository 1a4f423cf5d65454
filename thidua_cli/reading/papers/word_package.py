"""The zip behind .docx: its parts as XML trees, unpacked and parsed within bounds."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from thidua_cli.reading.refusals import PAPER, Wanted, broken, foreign, locked, unpacks_too_large
from thidua_cli.vietnamese.text import without_control

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# Elements around blocks, rows and cells that show nothing of themselves.
_AROUND = {ALTERNATIVE, *(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))}
# Files of the strict kind differ in their names only.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_DOCTYPE = (b"<!DOCTYPE", b"<\0!\0D\0O\0C\0T\0Y")
# Old conversions left the codes of Windows where Unicode has control characters: 0x96 is a dash.
_WINDOWS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_MAX_PART = 24_000_000
_MAX_TAGS = 1_200_000
_MAX_ENTRIES = 5_000
_MAX_WHOLE = 200_000_000
_FAULTS = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, OSError, EOFError, IndexError, OverflowError)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that its text needs; a part that is missing is None."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    comments: etree._Element | None = None


def open_package(content: bytes, file: str, wanted: Wanted = PAPER) -> Package:
    """Return the parts of a Word file; one that is broken, too large or no Word file raises `ThiduaError`.

    ``wanted`` is what the refusal speaks of: an old paper, or a list.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts, main, document = _opened(archive, file, wanted)
            return _package(parts, main, {main: document})
    except _FAULTS as error:
        raise broken(file, wanted) from error


def open_parts(content: bytes, file: str, wanted: Wanted) -> dict[str, etree._Element]:
    """Return every part of a Word file that holds text, by its name, the document first.

    What is refused is what `open_package` refuses, a template of Word (.dotx), and a file with macros (.docm).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts, main, document = _opened(archive, file, wanted)
            _refuse_large(parts)
            _refuse_kinds(parts, main)
            names = sorted(entry.filename for entry in archive.infolist() if entry.filename.endswith(".xml"))
            found = {name: parts.tree(name) for name in names if name.startswith("word/") and name != main}
            texts = {name: tree for name, tree in found.items() if tree is not None and tree.tag.startswith(W)}
            return {main: document, **texts}
    except _FAULTS as error:
        raise broken(file, wanted) from error


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a Word file holds: its parts by name, the names that each refers to by id, its workbooks as bytes.

    ``package`` has those of its parts that the text of the body needs.
    """

    main: str
    package: Package
    trees: dict[str, etree._Element]
    links: dict[str, dict[str, str]]
    workbooks: dict[str, bytes]

    def linked(self, part: str) -> dict[str, str]:
        """Return the names of the parts that a part refers to, by their ids there."""
        return self.links.get(part, {})


def open_whole(content: bytes, file: str, wanted: Wanted = PAPER) -> Whole:
    """Return all parts of a Word file, within the bounds of `open_package`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts, main, document = _opened(archive, file, wanted)
            _refuse_large(parts)
            names = sorted(archive.namelist())
            texts = [name for name in names if name.startswith("word/") and name.endswith(".xml") and name != main]
            trees = {main: document}
            trees |= {name: tree for name in texts if (tree := parts.tree(name)) is not None}
            books = [name for name in names if name.startswith("word/embeddings/") and name.endswith(".xlsx")]
            links = {name: parts.links(name) for name in trees}
            package = _package(parts, main, trees)
            return Whole(main, package, trees, links, {name: archive.read(name) for name in books})
    except _FAULTS as error:
        raise broken(file, wanted) from error


def _opened(archive: zipfile.ZipFile, file: str, wanted: Wanted) -> "tuple[_Parts, str, etree._Element]":
    """Return the parts of an archive that is a Word file, the name of the main one, and this part itself."""
    _refuse_others({entry.filename for entry in archive.infolist()[:_MAX_ENTRIES]}, file, wanted)
    parts = _Parts(archive, file, wanted)
    main = parts.related("", "officeDocument") or "word/document.xml"
    document = parts.tree(main)
    if document is None or document.tag != f"{W}document":
        raise broken(file, wanted)
    return parts, main, document


def _package(parts: "_Parts", main: str, read: Mapping[str, etree._Element]) -> Package:
    """Return what the body needs; parts that were ``read`` already are not parsed again."""
    names = (parts.related(main, kind) for kind in ("styles", "numbering", "comments"))
    styles, numbering, comments = (read[name] if name and name in read else parts.tree(name) for name in names)
    return Package(read[main], styles, numbering, comments)


def _refuse_large(parts: "_Parts") -> None:
    entries = parts.archive.infolist()
    if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_WHOLE:
        raise unpacks_too_large(parts.file, parts.wanted)


def _refuse_kinds(parts: "_Parts", main: str) -> None:
    """Refuse what is no plain document, by the kind that the file itself tells of its main part."""
    kinds = parts.tree("[Content_Types].xml")
    told = [] if kinds is None else [one for one in kinds if one.get("PartName") == f"/{main}"]
    for one in told:
        kind = str(one.get("ContentType", "")).lower()
        if "macroenabled" in kind:
            raise foreign(parts.file, "tệp Word có macro (.docm)", parts.wanted)
        if "template" in kind:
            raise foreign(parts.file, "bản mẫu Word (.dotx)", parts.wanted)


def inner(element: etree._Element) -> list[etree._Element]:
    """Return what stands in an element; of several forms of the same, what stands in the first, the newest."""
    if element.tag != ALTERNATIVE:
        return list(element)
    return list(element[0]) if len(element) else []


def children(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Yield the children of these kinds, also those within elements that show nothing of themselves."""
    for child in inner(parent):
        if child.tag in tags:
            yield child
        elif child.tag in _AROUND:
            yield from children(child, *tags)


def _refuse_others(names: set[str], file: str, wanted: Wanted) -> None:
    if "mimetype" in names:
        raise foreign(file, "tệp OpenDocument (.odt)", wanted)
    if any(name.startswith("xl/") for name in names):
        raise foreign(file, "bảng tính", wanted)
    if "word/document.xml" not in names and "_rels/.rels" not in names:
        raise foreign(file, "tệp nén", wanted)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of one file as trees."""

    archive: zipfile.ZipFile
    file: str
    wanted: Wanted

    def related(self, part: str, kind: str) -> str | None:
        """Return the name of the part that ``part`` refers to as its ``kind``."""
        found = (link for link in self._links(part) if str(link.get("Type", "")).endswith(f"/{kind}"))
        return next((_target(part, link) for link in found), None)

    def links(self, part: str) -> dict[str, str]:
        """Return the names of all parts that a part refers to, by their ids there."""
        inside = (link for link in self._links(part) if link.get("TargetMode") != "External")
        return {str(link.get("Id", "")): _target(part, link) for link in inside}

    def _links(self, part: str) -> list[etree._Element]:
        folder, name = posixpath.split(part)
        links = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        return [] if links is None else list(links)

    def tree(self, name: str | None) -> etree._Element | None:
        """Return a part, None where there is no such part."""
        file, wanted = self.file, self.wanted
        try:
            entry = self.archive.getinfo(name or "")
        except KeyError:
            return None
        if entry.flag_bits & 1:
            raise locked(file)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise broken(file, wanted)
        with self.archive.open(entry) as stream:
            xml = stream.read(_MAX_PART + 1)
        if len(xml) > _MAX_PART or xml.count(b"<") > _MAX_TAGS:
            raise unpacks_too_large(file, wanted)
        if any(sign in xml for sign in _DOCTYPE):
            # No Word file has one: entities defined there are an attack.
            raise broken(file, wanted)
        for strict, usual in _STRICT:
            xml = xml.replace(strict, usual)
        try:
            return etree.fromstring(xml, _parser())
        except etree.XMLSyntaxError as error:
            raise broken(file, wanted) from error


def _target(part: str, link: etree._Element) -> str:
    """Return the name of the part that a link of ``part`` leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), str(link.get("Target", "")))).lstrip("/")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def as_meant(text: str) -> str:
    """Return the text of an element without control characters; those that Windows had signs for are these signs."""
    return text if text.isascii() and text.isprintable() else without_control(text.translate(_WINDOWS))
