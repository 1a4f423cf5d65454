"""The zip behind .xlsx and .ods: bounded before anything is unpacked for good, and what calamine does not tell.

A workbook of a few kilobytes can claim gigabytes (a zip bomb, a value in the last cell of the last column), and a
reader written for speed would take that memory at once. So every entry is unpacked here once, within bounds.
"""

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from thidua_cli.reading.refusals import WORKBOOK, broken, foreign, locked, no_such, unpacks_too_large
from thidua_cli.reading.tables.table import Unread

MAX_UNPACKED = 600_000_000
MAX_CELLS = 8_000_000
MAX_ENTRIES = 5_000
# Rows from 200,000 on, or columns behind Z, or references spelt in an unusual way: then the extent is measured cell
# by cell. Searching for plain bytes is many times faster than any pattern, and most workbooks need no more.
_FAR = re.compile(rb' r="(?:[A-Za-z]{2,}[0-9]|[A-Za-z]?(?:[0-9]{7}|[2-9][0-9]{5}))')
_PREFIXED = re.compile(rb"<\w+:worksheet")
_XLSX_STEP = re.compile(rb"<(?:\w+:)?(?:(row)|c)\b([^>]*)>")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,9})([0-9]{0,20})""")
_ODS_STEP = re.compile(rb"<(?:(table:table)|(table:table-row)|table:(?:covered-)?table-cell)((?=[\s/>])[^>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["']([0-9]{1,9})""")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_VALUE = re.compile(rb"<(?:\w+:)?v>\s*([^<\s][^<]*)</")
_TEXT_OR_ERROR = re.compile(rb"""\bt\s*=\s*["'](?:(str)|e)["']""")


def inspect(content: bytes, file: str) -> dict[str, Unread]:
    """Unpack a workbook within bounds; one that is broken, too large or no workbook raises `ThiduaError`.

    Return the cells without value (see `Sheet`) by the name of the sheet.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise broken(file, WORKBOOK) from error
    if len(entries) > MAX_ENTRIES:
        raise unpacks_too_large(file, WORKBOOK)
    left, parts = MAX_UNPACKED, {}
    for entry in entries:
        unpacked = _unpack(content, entry, left, file)
        left -= len(unpacked)
        name = entry.filename.lstrip("/")
        if name.endswith((".xml", ".rels")):
            parts[name] = unpacked
    return _checked(parts, file)


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


def _checked(parts: dict[str, bytes], file: str) -> dict[str, Unread]:
    if "content.xml" in parts and b"office:spreadsheet" in parts["content.xml"]:
        if _ods_extent(parts["content.xml"]) > MAX_CELLS:
            raise unpacks_too_large(file, WORKBOOK)
        return {}
    if "xl/workbook.xml" not in parts:
        if any(name.startswith("word/") for name in parts) or b"office:text" in parts.get("content.xml", b""):
            raise foreign(file, "tệp Word", WORKBOOK)
        raise no_such(file, WORKBOOK)
    names, unread = _sheet_names(parts), {}
    for path, xml in parts.items():
        if not path.startswith("xl/worksheets/"):
            continue
        if (_FAR.search(xml) or _spelt_unusually(xml)) and _xlsx_extent(xml) > MAX_CELLS:
            raise unpacks_too_large(file, WORKBOOK)
        if path in names and (b"<f" in xml or b't="e"' in xml or _PREFIXED.search(xml, 0, 2000)):
            unread[names[path]] = _unread(xml)
    return unread


def _spelt_unusually(xml: bytes) -> bool:
    """Tell whether a reference may stand as ``r='A1'``, ``r = "A1"`` or on a line of its own."""
    signs = ((b"'", b"r='"), (b"\t", b"\tr="), (b"\n", b"\nr="), (b"\r", b"\rr="))
    return b"r =" in xml or any(sign in xml and spelling in xml for sign, spelling in signs)


def _xlsx_extent(xml: bytes) -> int:
    """Return rows times columns of the cells that hold something; blank formatted cells do not count."""
    row = last_row = last_column = column = 0
    for step in _XLSX_STEP.finditer(xml):
        found = _REFERENCE.search(step[2])
        if step[1]:
            row, column = int(found[2] or 0) if found else row + 1, 0
            continue
        at_row = int(found[2] or 0) if found else row
        column = _number(found[1]) if found and found[1] else column + 1
        if not step[2].endswith(b"/"):
            last_row, last_column = max(last_row, at_row), max(last_column, column)
    return last_row * last_column


def _ods_extent(xml: bytes) -> int:
    """Return rows times columns of the largest table, as its repeated cells and rows claim."""
    largest = rows = columns = row = column = 0
    for step in _ODS_STEP.finditer(xml):
        repeated = _REPEATED.search(step[3])
        times = int(repeated[1]) if repeated else 1
        if step[1]:
            rows = columns = row = column = 0
        elif step[2]:
            row, column = row + times, 0
        else:
            column += times
            if b"office:value-type" in step[3]:
                rows, columns = row, max(columns, column)
                largest = max(largest, rows * columns)
    return largest


def _number(name: bytes) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - 64
    return number


def _unread(xml: bytes) -> Unread:
    """Return the cells whose formula was never computed, and those that hold an error, with the error."""
    found = {}
    for cell in _CELL.finditer(xml):
        kind, value = _TEXT_OR_ERROR.search(cell[1]), _VALUE.search(cell[2])
        is_error = kind is not None and not kind[1]
        computed = value or kind or not _FORMULA.search(cell[2]) or b"<is>" in cell[2]
        place = _REFERENCE.search(cell[1])
        if place and (is_error or not computed):
            error = value[1].decode("utf-8", "replace") if is_error and value else ""
            found[int(place[2] or 1) - 1, _number(place[1]) - 1] = error
    return found


def _sheet_names(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the name of each sheet by the path of its part; empty when the workbook does not tell."""
    book, links = _tree(parts["xl/workbook.xml"]), _tree(parts.get("xl/_rels/workbook.xml.rels", b""))
    if book is None or links is None:
        return {}
    paths = {link.get("Id"): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))) for link in links}
    named = {}
    for sheet in book.iter("{*}sheet"):
        link = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)
        if path := paths.get(str(link)):
            named[path.lstrip("/")] = str(sheet.get("name", ""))
    return named


def _tree(xml: bytes) -> "etree._Element | None":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return None
