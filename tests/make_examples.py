"""Writes the workbook of the example ``plans/mttq-2024``: the same bytes each time.

python tests/make_examples.py
"""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).resolve().parent.parent
WORKBOOK = ROOT / "plans" / "mttq-2024" / "nominations" / "de-nghi-khen-thuong.xlsx"
_DAY = (2024, 11, 20, 8, 0, 0)
_LETTERHEAD = ("CỤC THỐNG KÊ TỈNH NINH THUẬN", "PHÒNG TỔ CHỨC - HÀNH CHÍNH")
_TITLE = "DANH SÁCH {} ĐỀ NGHỊ KHEN THƯỞNG"
_OCCASION = "Đợt thi đua đặc biệt chào mừng Đại hội Mặt trận Tổ quốc Việt Nam các cấp"
_PROVINCE, _OFFICE = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Giấy khen của Cục trưởng"
SHEETS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "Tập thể": (
        ("STT", "Tên tập thể", "Đơn vị", "Hình thức đề nghị", "Tóm tắt thành tích", "Ngày nhận hồ sơ", "Mã đề nghị"),
        (
            (
                "Phòng Thu thập thông tin thống kê",
                "Phòng Thu thập thông tin thống kê",
                _PROVINCE,
                "Đưa phần mềm nhập tin hiện trường vào dùng ở mọi địa bàn điều tra",
                "20/11/2024",
                "BK-01",
            ),
            (
                "Chi cục Thống kê khu vực I",
                "CCTK khu vực I",
                _OFFICE,
                "Hoàn thành các cuộc điều tra năm 2024 trước hạn",
                "20/11/2024",
                "GK-01",
            ),
        ),
    ),
    "Cá nhân": (
        (
            "STT",
            "Họ và tên",
            "Số CCCD",
            "Chức vụ",
            "Đơn vị",
            "Hình thức đề nghị",
            "Tóm tắt thành tích",
            "Ngày nhận hồ sơ",
            "Mã đề nghị",
        ),
        (
            (
                "Trần Thị B",
                "058085000011",
                "Thống kê viên",
                "Phòng Thống kê Kinh tế",
                _PROVINCE,
                "Lập bộ bảng tính đối chiếu giá cả, rút ngắn hai ngày tổng hợp mỗi tháng",
                "20/11/2024",
                "BK-02",
            ),
            (
                "Lê Văn C",
                "058075000003",
                "Phó Trưởng phòng",
                "Phòng Thống kê Xã hội",
                _OFFICE,
                "Hướng dẫn 40 điều tra viên mới, không phiếu nào phải làm lại",
                "20/11/2024",
                "GK-02",
            ),
        ),
    ),
}


def workbook() -> bytes:
    """Return the workbook: letterhead, merged title, a row of headings, the nominees, the signature."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, (headings, nominees) in SHEETS.items():
        _fill(book.create_sheet(name), name, headings, nominees)
    stream = io.BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue())


def _fill(sheet: Worksheet, name: str, headings: tuple[str, ...], nominees: tuple[tuple[str, ...], ...]) -> None:
    bold, centred = Font(name="Times New Roman", size=13, bold=True), Alignment(horizontal="center", wrap_text=True)
    for line in _LETTERHEAD:
        sheet.append([line])
    sheet.append([])
    for line in (_TITLE.format(name.upper()), _OCCASION):
        sheet.append([line])
        row = sheet.max_row
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(headings))
        sheet.cell(row, 1).font, sheet.cell(row, 1).alignment = bold, centred
    sheet.append([])
    sheet.append(headings)
    for cell in sheet[sheet.max_row]:
        cell.font, cell.alignment = bold, centred
    for number, nominee in enumerate(nominees, start=1):
        sheet.append([number, *nominee])
    sheet.append([])
    sheet.append([*[""] * (len(headings) - 2), "NGƯỜI LẬP BIỂU"])
    for column, width in zip("ABCDEFGHI", (6, 34, 34, 30, 30, 44, 60, 16, 14), strict=True):
        sheet.column_dimensions[column].width = width


def _timeless(content: bytes) -> bytes:
    """Return the workbook with one fixed moment for all its parts."""
    stream = io.BytesIO()
    moment: Any = "{}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*_DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb">\d{4}-\d\d-\d\dT[^<]*<", f">{moment}<".encode(), part)
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return stream.getvalue()


if __name__ == "__main__":
    WORKBOOK.parent.mkdir(parents=True, exist_ok=True)
    WORKBOOK.write_bytes(workbook())
