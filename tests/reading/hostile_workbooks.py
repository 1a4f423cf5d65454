"""Workbooks of some kilobytes that claim to hold far more than any machine does, by what they do."""

import io
import zipfile
from collections.abc import Callable

import openpyxl

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VALUE = b"<v>1</v></c>"


def _book(sheets: int = 1) -> dict[str, bytes]:
    book = openpyxl.Workbook()
    for number in range(1, sheets):
        book.create_sheet(f"s{number}")
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def xlsx(rows: bytes, texts: bytes = b"", behind: bytes = b"", sheets: int = 1) -> bytes:
    parts = _book(sheets)
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    for number in range(1, sheets + 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = head + rows + b"</sheetData>" + behind + b"</worksheet>"
    texts = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + texts + b"</sst>"
    return _zipped({**parts, "xl/sharedStrings.xml": texts})


def ods(tables: str) -> bytes:
    names = "".join(f' xmlns:{name}="urn:{name}"' for name in ("office", "table", "text"))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content{names}>{body}</office:document-content>".encode(),
        "META-INF/manifest.xml": b"<manifest/>",
    }
    return _zipped(parts)


def _table(cells: str, rows: int = 1) -> str:
    return (
        f'<table:table table:name="a"><table:table-row table:number-rows-repeated="{rows}">{cells}'
        "</table:table-row></table:table>"
    )


def _cell(attributes: str) -> str:
    return f"<table:table-cell {attributes}/>"


def _laughs() -> bytes:
    entities = (b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 9))
    texts = b'<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">' + b"".join(entities) + b"]><sst><si><t>&a8;</t></si></sst>"
    return _zipped({**_book(), "xl/sharedStrings.xml": texts})


def _million_sheets() -> bytes:
    parts = _book()
    more = b'<sheet name="a" sheetId="2"/>' * 1_000_000 + b"</sheets>"
    return _zipped({**parts, "xl/workbook.xml": parts["xl/workbook.xml"].replace(b"</sheets>", more)})


def _shared_part() -> bytes:
    """A thousand sheets that are one part."""
    parts = _book(1000)
    links = parts["xl/_rels/workbook.xml.rels"]
    for number in range(2, 1001):
        links = links.replace(b"/sheet%d.xml" % number, b"/sheet1.xml")
    rows = b"".join(b'<row r="%d"/>' % row for row in range(1, 100_000))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<sheetData/>", b"<sheetData>" + rows + b"</sheetData>")
    kept = {name: part for name, part in parts.items() if not name.startswith("xl/worksheets/sheet")}
    return _zipped({**kept, "xl/_rels/workbook.xml.rels": links, "xl/worksheets/sheet1.xml": sheet})


def _elsewhere() -> bytes:
    parts = _book()
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(b"sheet1.xml", b"other.bin")
    far = b'<sheetData><row r="1048576"><c r="XFD1048576">' + _VALUE + b"</row></sheetData>"
    parts["xl/worksheets/other.bin"] = parts.pop("xl/worksheets/sheet1.xml").replace(b"<sheetData/>", far)
    return _zipped(parts)


_FAR = b'<row r="199999"><c r="A199999">' + _VALUE + b'<c r="Z199999">' + _VALUE + b"</row>"
_REPEATED = (
    '<table:table-cell table:number-columns-repeated="{}" office:value-type="string">'
    "<text:p>{}</text:p></table:table-cell>"
)

HOSTILE: dict[str, Callable[[], bytes]] = {
    "ole-header.xls": lambda: _OLE + b"\0" * 20 + b"\x09\0\x06" + b"\0" * 1060,
    "ole-ones.xls": lambda: _OLE + b"\0" * 16 + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + b"\xff" * 4000,
    "ole-zeros.xls": lambda: _OLE + b"\0" * 16 + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + b"\0" * 4000,
    "far-cells-on-60-sheets.xlsx": lambda: xlsx(_FAR, sheets=60),
    "farthest-cell.xlsx": lambda: xlsx(b'<row r="1048576"><c r="XFD1048576">' + _VALUE + b"</row>"),
    "a-part-with-another-name.xlsx": _elsewhere,
    "no-references.xlsx": lambda: xlsx(
        b"<row><c>"
        + _VALUE
        + b"</row>"
        + b"<row/>" * 900_000
        + b"<row>"
        + b"<c/>" * 16_000
        + b"<c>"
        + _VALUE
        + b"</row>"
    ),
    "cells-never-closed.xlsx": lambda: xlsx(b'<row r="1">' + b'<c r="A1"><f>' * 200_000),
    "tags-never-closed.xlsx": lambda: xlsx(b"<row r='1'" * 300_000),
    "quotes-never-closed.xlsx": lambda: xlsx(b'<c r="' * 300_000),
    "merges-of-all-rows.xlsx": lambda: xlsx(
        b"".join(b'<row r="%d"><c r="A%d">%s</row>' % (row, row, _VALUE) for row in range(1, 100_000)),
        behind=b"<mergeCells>" + b'<mergeCell ref="A1:B100000"/>' * 20_000 + b"</mergeCells>",
    ),
    "ten-million-merges.xlsx": lambda: xlsx(
        b"", behind=b"<mergeCells>" + b'<mergeCell ref="A1:B2"/>' * 4_000_000 + b"</mergeCells>"
    ),
    "shared-texts.xlsx": lambda: xlsx(b"", texts=b"<si/>" * 18_000_000),
    "long-shared-text.xlsx": lambda: xlsx(
        b'<row r="1"><c t="s"><v>0</v></c>' + b'<c t="s"><v>0</v></c>' * 100_000 + b"</row>",
        texts=b"<si><t>" + b"a" * 1_000_000 + b"</t></si>",
    ),
    "long-shared-text-spelt-oddly.xlsx": lambda: xlsx(
        b"".join(b'<row r="%d"><c r="A%d" t="s"><v>+00</v></c></row>' % (row, row) for row in range(1, 100_000)),
        texts=b"<si><t>" + b"a" * 1_000_000 + b"</t></si>",
    ),
    "eight-million-cells.xlsx": lambda: xlsx(
        b"".join(b"<row>" + b"<c>" + _VALUE + b"</row>" for _ in range(3_000_000))
    ),
    "a-gigabyte.xlsx": lambda: xlsx(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"a" * 580_000_000 + b"</t></is></c></row>"
    ),
    "million-sheets.xlsx": _million_sheets,
    "one-part-for-all-sheets.xlsx": _shared_part,
    "deep.xlsx": lambda: xlsx(b"<a>" * 2_000_000),
    "attributes.xlsx": lambda: xlsx(b"<row " + b"".join(b'a%d="1" ' % n for n in range(500_000)) + b"/>"),
    "laughs.xlsx": _laughs,
    "30-tables.ods": lambda: ods(_table(_REPEATED.format(80, "x"), 90_000) * 30),
    "far-table.ods": lambda: ods(_table(_REPEATED.format(16_000, "x"), 1_000_000)),
    "long-text-repeated.ods": lambda: ods(_table(_REPEATED.format(16_000, "a" * 100_000))),
    "long-row-repeated.ods": lambda: ods(_table(_REPEATED.format(1, "a" * 100_000), 100_000)),
    "long-attribute-repeated.ods": lambda: ods(
        _table(_cell(f'office:value-type="string" office:string-value="{"a" * 100_000}"'), 100_000)
    ),
    "formula-repeated.ods": lambda: ods(
        _table(_cell(f'table:formula="{"a" * 100_000}" table:number-columns-repeated="16000"'))
    ),
    "spaces.ods": lambda: ods(_table(_REPEATED.format(1, '<text:s text:c="2000000000"/>'))),
    "never-closed.ods": lambda: ods("<table:table-cell " * 300_000),
}
