"""The zip behind .xlsx and .ods: bounded before anything is unpacked for good, and what calamine does not tell.

A workbook of a few kilobytes can claim gigabytes (a zip bomb, a value in the last cell of the last column, a text that
a million cells refer to), and a reader written for speed would take that memory at once. So every entry is unpacked
here once, within bounds, and what its sheets claim is added up over the file.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable

from lxml import etree

from thidua_cli.reading.refusals import WORKBOOK, broken, foreign, locked, no_such, unpacks_too_large
from thidua_cli.reading.tables.ods_tables import tables_of
from thidua_cli.reading.tables.sheet_notes import notes_of
from thidua_cli.reading.tables.sheet_traits import Traits
from thidua_cli.reading.tables.table import MAX_CELLS
from thidua_cli.reading.tables.workbook_claims import (
    Claim,
    Malformed,
    plain_cells,
    plain_claim,
    sheet_claim,
    text_lengths,
)
from thidua_cli.reading.tables.xlsx_traits import Looks, looks_of, struck_texts, traits_of

MAX_UNPACKED = 600_000_000
# Honest lists shrink to a tenth or a fiftieth; what shrinks more is small, or made to break a reader.
_ALWAYS, _TIMES_PACKED = 100_000_000, 60
MAX_ENTRIES = 5_000
_MAX_TAGS = 40_000_000
_MAX_PARSED = 12_000_000  # tags of sheets that are followed by the parser, as a search does not tell their extent
_MAX_TEXTS = 10_000_000  # tags of the shared texts
_MAX_MERGES = 200_000
_MAX_BOOK = 400_000  # tags of the parts that tell of the book
_STYLES, _TEXTS = "xl/styles.xml", "xl/sharedStrings.xml"
_BOOK = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", _STYLES)
# How errors that were typed or pasted as text begin in a part. A pattern finds them in half the time of ``in``.
# "Lỗi!" may stand there letter by letter, or as a reference to one.
_ERROR_SIGNS = (re.compile(rb"Err(?:or!|:)"), re.compile(rb"L[^<>\s]{1,8}i[!:]"), re.compile(rb">#"))
# What formats of cells that strike, or that show per cent, have among the styles.
_FORMAT_SIGNS = re.compile(rb"""strike|numFmtId=["'](?:9|10)["']|formatCode=["'][^"']*%""")
_TEXT_FORMULA = re.compile(rb">=(?:\"|&quot;|&#34;)")
_SHEET_TAG = b"sheetData"


def inspect(content: bytes, file: str) -> dict[str, Traits]:
    """Unpack a workbook within bounds; one that is broken, too large or no workbook raises `ThiduaError`.

    Return what it says beside its cells, by the name of the sheet.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise broken(file, WORKBOOK) from error
    if len(entries) > MAX_ENTRIES:
        raise unpacks_too_large(file, WORKBOOK)
    most = min(MAX_UNPACKED, max(_ALWAYS, _TIMES_PACKED * len(content)))
    left, parts = most, {}
    for entry in entries:
        name = posixpath.normpath(entry.filename.replace("\\", "/")).lstrip("/")
        if name in parts:
            raise broken(file, WORKBOOK)
        unpacked = _unpack(content, entry, left, file)
        left -= len(unpacked)
        parts[name] = unpacked
    try:
        return _checked(parts, most, file)
    except Malformed as error:
        raise broken(file, WORKBOOK) from error


def _unpack(content: bytes, entry: zipfile.ZipInfo, limit: int, file: str) -> bytes:
    """Return the bytes of an entry; what its header says of its size is not believed."""
    if entry.flag_bits & 1:
        raise locked(file)
    header = content[entry.header_offset : entry.header_offset + 30]
    if len(header) < 30 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise broken(file, WORKBOOK)
    begin = entry.header_offset + 30 + sum(int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
    packed = content[begin : begin + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            packed = zlib.decompressobj(-15).decompress(packed, limit + 1)
        except zlib.error as error:
            raise broken(file, WORKBOOK) from error
    if len(packed) > limit:
        raise unpacks_too_large(file, WORKBOOK)
    return packed


def _checked(parts: dict[str, bytes], most: int, file: str) -> dict[str, Traits]:
    tables = parts.get("content.xml", b"")
    if "encrypted-package" in parts or b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise locked(file)
    if b"office:spreadsheet" in tables:
        if tables.count(b"<") > _MAX_PARSED:
            raise unpacks_too_large(file, WORKBOOK)
        found = tables_of(tables)
        if _exceeds([found.claim], most):
            raise unpacks_too_large(file, WORKBOOK)
        return found.traits
    if "xl/workbook.xml" not in parts:
        if any(name.startswith("word/") for name in parts) or b"office:text" in tables:
            raise foreign(file, "tệp Word", WORKBOOK)
        raise no_such(file, WORKBOOK)
    sheets = {name: part for name, part in parts.items() if _SHEET_TAG in part}
    claims = _sheet_claims(sheets, parts, most, file)
    if _exceeds(claims.values(), most):
        raise unpacks_too_large(file, WORKBOOK)
    return _traits(sheets, claims, parts, file)


def _traits(
    sheets: dict[str, bytes], claims: dict[str, Claim], parts: dict[str, bytes], file: str
) -> dict[str, Traits]:
    """Return the traits of the sheets of .xlsx, by their names."""
    names, styles, shared = _sheet_names(parts, file), parts.get(_STYLES, b""), parts.get(_TEXTS, b"")
    formats = looks_of(_tree(styles)) if _FORMAT_SIGNS.search(styles) else Looks(set(), set())
    texts = struck_texts(shared)
    found = {}
    for path in claims.keys() & names.keys():
        checks = _may_hold_errors(shared) or _may_hold_errors(sheets[path])
        formulas = _TEXT_FORMULA.search(shared) or _TEXT_FORMULA.search(sheets[path])
        found[names[path]] = Traits(claims[path].unread, checks_texts=checks, checks_formulas=bool(formulas))
        traits_of(sheets[path], found[names[path]], formats=formats, texts=texts)
        notes_of(path, parts, found[names[path]])
    return found


def _may_hold_errors(xml: bytes) -> bool:
    return any(sign.search(xml) for sign in _ERROR_SIGNS)


def _sheet_claims(sheets: dict[str, bytes], parts: dict[str, bytes], most: int, file: str) -> dict[str, Claim]:
    """Return what each sheet claims; where many large ones may claim too much together, each is counted in full."""
    texts = parts.get(_TEXTS, b"")
    claimed = (
        sum(part.count(b"<") for part in sheets.values()) > _MAX_TAGS
        or sum(part.count(b"mergeCell") for part in sheets.values()) > _MAX_MERGES
        or sum(parts.get(name, b"").count(b"<") for name in _BOOK) > _MAX_BOOK
        or texts.count(b"<") > _MAX_TEXTS
    )
    if claimed:
        raise unpacks_too_large(file, WORKBOOK)
    quick = {name: plain_claim(part, texts, most // len(sheets)) for name, part in sheets.items()}
    if sum(sheets[name].count(b"<") for name, claim in quick.items() if claim is None) > _MAX_PARSED:
        raise unpacks_too_large(file, WORKBOOK)
    lengths = text_lengths(texts) if None in quick.values() else []
    claims = {name: claim or sheet_claim(sheets[name], lengths) for name, claim in quick.items()}
    if _exceeds(claims.values(), most):
        for name, claim in quick.items():
            if claim:
                claim.cells = plain_cells(sheets[name])
    if _exceeds(claims.values(), most):
        lengths = lengths or text_lengths(texts)
        claims |= {name: sheet_claim(sheets[name], lengths) for name, claim in quick.items() if claim}
    return claims


def _exceeds(claims: Iterable[Claim], most: int) -> bool:
    """Tell whether sheets claim more cells, or more letters, than a file may hold."""
    cells = letters = 0
    for claim in claims:
        cells, letters = cells + claim.cells, letters + claim.letters
    return cells > MAX_CELLS or letters > most


def _sheet_names(parts: dict[str, bytes], file: str) -> dict[str, str]:
    """Return the name of each sheet by the path of its part; empty when the workbook does not tell.

    A part that two sheets share is no work of a program: it would be read once for each name.
    """
    book, links = _tree(parts["xl/workbook.xml"]), _tree(parts.get("xl/_rels/workbook.xml.rels", b""))
    if book is None or links is None:
        return {}
    paths = {link.get("Id"): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))) for link in links}
    named = {}
    for sheet in book.iter("{*}sheet"):
        link = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)
        if path := paths.get(str(link), "").lstrip("/"):
            if path in named:
                raise broken(file, WORKBOOK)
            named[path] = str(sheet.get("name", ""))
    return named


def _tree(xml: bytes) -> "etree._Element | None":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return None
