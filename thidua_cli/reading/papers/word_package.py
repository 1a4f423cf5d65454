"""The zip behind .docx: its parts as XML trees, unpacked and parsed within bounds."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from thidua_cli.reading.refusals import PAPER, broken, foreign, locked, unpacks_too_large
from thidua_cli.vietnamese.text import without_control

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
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
_FAULTS = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, OSError, EOFError, IndexError, OverflowError)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that its text needs; a part that is missing is None."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None


def open_package(content: bytes, file: str) -> Package:
    """Return the parts of a Word file; one that is broken, too large or no Word file raises `ThiduaError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {entry.filename for entry in archive.infolist()[:_MAX_ENTRIES]}
            _refuse_others(names, file)
            main = _related(archive, "", "officeDocument", file) or "word/document.xml"
            document = _tree(archive, main, file)
            styles, numbering = (_related(archive, main, kind, file) for kind in ("styles", "numbering"))
            if document is None or document.tag != f"{W}document":
                raise broken(file, PAPER)
            return Package(document, _tree(archive, styles, file), _tree(archive, numbering, file))
    except _FAULTS as error:
        raise broken(file, PAPER) from error


def inner(element: etree._Element) -> list[etree._Element]:
    """Return what stands in an element; of several forms of the same, what stands in the first, the newest."""
    if element.tag != ALTERNATIVE:
        return list(element)
    return list(element[0]) if len(element) else []


def _refuse_others(names: set[str], file: str) -> None:
    if "mimetype" in names:
        raise foreign(file, "tệp OpenDocument (.odt)", PAPER)
    if any(name.startswith("xl/") for name in names):
        raise foreign(file, "bảng tính", PAPER)
    if "word/document.xml" not in names and "_rels/.rels" not in names:
        raise foreign(file, "tệp nén", PAPER)


def _related(archive: zipfile.ZipFile, part: str, kind: str, file: str) -> str | None:
    """Return the name of the part that ``part`` refers to as its ``kind``."""
    folder, name = posixpath.split(part)
    links = _tree(archive, posixpath.join(folder, "_rels", f"{name}.rels"), file)
    if links is None:
        return None
    for link in links:
        if str(link.get("Type", "")).endswith(f"/{kind}"):
            return posixpath.normpath(posixpath.join("/", folder, str(link.get("Target", "")))).lstrip("/")
    return None


def _tree(archive: zipfile.ZipFile, name: str | None, file: str) -> etree._Element | None:
    try:
        entry = archive.getinfo(name or "")
    except KeyError:
        return None
    if entry.flag_bits & 1:
        raise locked(file)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise broken(file, PAPER)
    with archive.open(entry) as stream:
        xml = stream.read(_MAX_PART + 1)
    if len(xml) > _MAX_PART or xml.count(b"<") > _MAX_TAGS:
        raise unpacks_too_large(file, PAPER)
    if any(sign in xml for sign in _DOCTYPE):
        # No Word file has one: entities defined there are an attack.
        raise broken(file, PAPER)
    for strict, usual in _STRICT:
        xml = xml.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise broken(file, PAPER) from error
    return root


def as_meant(text: str) -> str:
    """Return the text of an element without control characters; those that Windows had signs for are these signs."""
    return text if text.isascii() and text.isprintable() else without_control(text.translate(_WINDOWS))
