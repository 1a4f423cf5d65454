"""Any file of tables to a `Table`: told by its first bytes, as the suffix may be wrong."""

import io
import zipfile
from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.bytes import read_bytes
from thidua_cli.reading.refusals import CSV, OLE, WORD_LIST, WORKBOOK, ZIP, Wanted, empty, no_such, refuse_known
from thidua_cli.reading.tables.table import Table

EXCEL = (".xlsx", ".xlsm", ".xls", ".ods")
TEXT = (".csv", ".tsv")
SUFFIXES = (*EXCEL, *TEXT)
WORD_TABLES = (".docx", ".docm")
LISTS = (*SUFFIXES, *WORD_TABLES)
"""A list of nominations may be a Word table too; units and award books are workbooks or CSV."""


def read_table(path: Path) -> Table:
    """Read an Excel, CSV or Word file; faults of reading are in the result, an unreadable file raises `ThiduaError`."""
    suffix = path.suffix.lower()
    if suffix not in LISTS:
        message = f"không đọc được danh sách {path}: đuôi tệp {suffix or 'trống'} không dùng được"
        raise ThiduaError(message, f"lưu danh sách thành .xlsx hoặc .csv (đọc được: {', '.join(LISTS)})")
    wanted = WORKBOOK if suffix in EXCEL else CSV
    if suffix in WORD_TABLES:
        wanted = WORD_LIST
    content = read_bytes(path, wanted)
    if not content.strip():
        raise empty(str(path), "có lẽ tệp chép bị lỗi: chép hoặc gửi lại")
    return _table(content, str(path), wanted)


def _table(content: bytes, file: str, wanted: Wanted) -> Table:
    """Build the table of a file's bytes; ``wanted`` is what it was named as."""
    if content.startswith(ZIP) and _is_word(content):
        from thidua_cli.reading.tables.word_tables import parse_word

        return parse_word(content, file)
    if content.startswith((*ZIP, OLE)):
        from thidua_cli.reading.tables.excel import parse_excel

        return parse_excel(content, file)
    from thidua_cli.reading.tables.csv import is_table, parse_csv

    # Web systems write pages and plain text under the name of a workbook; Excel asks once, and opens both.
    refuse_known(content, file, wanted)
    if wanted is not CSV and not is_table(content):
        raise no_such(file, wanted)
    return parse_csv(content, file)


def _is_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False  # whoever unpacks it will tell
    return "word/document.xml" in names and "xl/workbook.xml" not in names
