"""Excel and OpenDocument workbooks to rows, read with calamine."""

import io

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.tables.table import Row, Sheet, Table
from thidua_cli.reading.tables.workbook_guard import MAX_CELLS, Package, inspect

_ZIP, _OLE, _PDF = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
_SAVE_AGAIN = "mở tệp trong Excel hoặc LibreOffice, chọn Lưu thành…, loại .xlsx, rồi chạy lại"
_PASSWORD = "mở tệp, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại"
# A merge of whole columns over a sheet is a format, not a value for each of its rows.
_WIDEST_MERGE = 200_000


def parse_excel(content: bytes, file: str) -> Table:
    """Build the tables of a workbook; one that cannot be read, or only at great cost, raises `ThiduaError`."""
    package = inspect(content, file) if content.startswith(_ZIP) else _not_zipped(content, file)
    try:
        return Table(file, _sheets(content, package, file))
    except PasswordError as error:
        raise ThiduaError(f"tệp {file} có mật khẩu", _PASSWORD) from error
    except (CalamineError, ValueError, OverflowError) as error:
        raise ThiduaError(f"tệp {file} bị hỏng, không đọc được", _SAVE_AGAIN) from error
    except BaseException as error:
        # A panic of the library's Rust code is no Exception: a file made to break it is still only a broken file.
        if type(error).__name__ != "PanicException":
            raise
        raise ThiduaError(f"tệp {file} bị hỏng, không đọc được", _SAVE_AGAIN) from None


def _not_zipped(content: bytes, file: str) -> Package:
    """Let an old .xls pass; whatever else came under the name of a workbook is told."""
    if content.startswith(_OLE):
        if _utf16("EncryptedPackage") in content:
            raise ThiduaError(f"tệp {file} có mật khẩu", _PASSWORD)
        if _utf16("WordDocument") in content:
            raise ThiduaError(f"{file} là tệp Word, không phải bảng tính", "chép bảng sang Excel, lưu thành .xlsx")
        return Package()
    if content.startswith(_PDF):
        raise ThiduaError(f"{file} là tệp PDF, không phải bảng tính", "xin bản Excel của danh sách")
    raise ThiduaError(f"{file} không phải là bảng tính Excel", _SAVE_AGAIN)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _sheets(content: bytes, package: Package, file: str) -> list[Sheet]:
    found = []
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * sheet.total_width > MAX_CELLS:
                raise ThiduaError(
                    f"trang “{about.name}” của tệp {file} quá lớn", "xóa hẳn hàng và cột thừa rồi lưu lại"
                )
            rows: list[Row] = sheet.to_python(skip_empty_area=False)
            _fill_merged(rows, sheet)
            hidden = about.visible is not SheetVisibleEnum.Visible
            found.append(Sheet(file, about.name, rows, hidden, package.unread.get(about.name, {})))
    return found


def _fill_merged(rows: list[Row], sheet: CalamineSheet) -> None:
    """Put the value of merged cells into each of them, in rows that hold something of their own."""
    width = len(rows[0]) if rows else 0
    ranges = [
        (top, left, min(bottom, len(rows) - 1), min(right, width - 1))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if top < len(rows) and left < width and rows[top][left] != ""
    ]
    covered = {row for top, _, bottom, _ in ranges for row in range(top, bottom + 1) if bottom - top < _WIDEST_MERGE}
    own = {row for row in covered if any(cell != "" for cell in rows[row])}
    left_to_fill = MAX_CELLS
    for top, left, bottom, right in ranges:
        left_to_fill -= (bottom - top + 1) * (right - left + 1)
        if left_to_fill < 0:
            return
        for row in range(top, bottom + 1):
            if row in own:
                rows[row][left : right + 1] = [rows[top][left]] * (right - left + 1)
