"""Small workbooks for tests: rows written with openpyxl, parts of the zip changed by hand."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from typing import Any
from xml.sax.saxutils import escape

import openpyxl

from thidua_cli.lists.reader import Reader, nomination_reader
from thidua_cli.reading.tables.excel import parse_excel

HEADINGS = ("STT", "Họ và tên", "Đơn vị", "Hình thức đề nghị")


def workbook(rows: Iterable[Sequence[Any]], merged: Sequence[str] = (), sheet: str = "Sheet") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for cells in merged:
        page.merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: Iterable[Sequence[object]]) -> bytes:
    """Return an OpenDocument workbook of one table."""

    def cell(value: object) -> str:
        if isinstance(value, bool):
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
        if isinstance(value, int | float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        if isinstance(value, time):
            return '<table:table-cell office:value-type="time" office:time-value="PT07H30M00S"/>'
        if isinstance(value, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
        if value is None:
            return "<table:table-cell/>"
        text = escape(str(value).replace("\x01", ""))
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    names = "".join(f' xmlns:{name}="urn:{name}"' for name in ("office", "table", "text"))
    table = f'<table:table table:name="a">{lines}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content{names}>{body}</office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()


def changed(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the zip with each part put through ``change(name, content)``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, change(entry.filename, old.read(entry)))
    return stream.getvalue()


def in_sheet(content: bytes, old: bytes, new: bytes) -> bytes:
    return changed(content, lambda name, part: part.replace(old, new) if name.endswith("sheet1.xml") else part)


def read(content: bytes, **facts: str) -> tuple[list[Any], Reader[Any]]:
    """Return the records of a workbook and the reader with its faults."""
    reader = nomination_reader(facts, award_needed=True)
    return reader.read(parse_excel(content, "f.xlsx")), reader


def told(reader: Reader[Any]) -> list[tuple[str, str | None]]:
    return [(fault.code, fault.cell) for fault in reader.faults]
