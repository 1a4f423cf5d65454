"""Opening a table: the reader is chosen by the suffix of the file."""

from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.bytes import read_bytes
from thidua_cli.reading.refusals import CSV, WORKBOOK, empty
from thidua_cli.reading.tables.table import Table

EXCEL = (".xlsx", ".xlsm", ".xls", ".ods")
SUFFIXES = (*EXCEL, ".csv")


def read_table(path: Path) -> Table:
    """Read an Excel or CSV file; faults of reading are in the result, an unreadable file raises `ThiduaError`."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        message = f"không đọc được danh sách {path}: đuôi tệp {suffix or 'trống'} không dùng được"
        raise ThiduaError(message, f"lưu danh sách thành .xlsx hoặc .csv (đọc được: {', '.join(SUFFIXES)})")
    wanted = CSV if suffix == ".csv" else WORKBOOK
    content = read_bytes(path, wanted)
    if not content.strip():
        raise empty(str(path), "có lẽ tệp chép bị lỗi: chép hoặc gửi lại")
    if wanted is CSV:
        from thidua_cli.reading.tables.csv import parse_csv

        return parse_csv(content, str(path))
    from thidua_cli.reading.tables.excel import parse_excel

    return parse_excel(content, str(path))
