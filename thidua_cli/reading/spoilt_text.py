"""What is wrong with the letters of a text, and what to do about it: said once, for files and cells."""

from typing import NamedTuple

from thidua_cli.vietnamese.encodings import is_unconverted, looks_lost, looks_misread, may_be_spoilt, old_font
from thidua_cli.vietnamese.text import looks_legacy

CONVERT_FONT = "chuyển bảng mã sang Unicode bằng UniKey (Ctrl+Shift+F6), đổi phông chữ, rồi chạy lại"
_TAKE_AGAIN = "UniKey không sửa được lỗi này: lấy lại tệp gốc hoặc xin gửi lại, lưu thành .xlsx hoặc “CSV UTF-8”"


_SENTENCE = 40  # letters: names of foreigners are shorter


class Spoilt(NamedTuple):
    """What happened to a text (to follow its name in a sentence), and the remedy."""

    how: str
    hint: str


OLD_FONT = Spoilt("gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", CONVERT_FONT)
MISREAD = Spoilt("bị đọc sai bảng mã: tệp UTF-8 đã mở bằng bảng mã khác rồi lưu lại", _TAKE_AGAIN)
LOST = Spoilt("bị mất dấu khi lưu: có chữ đã thành dấu “?” hoặc ký tự thay thế", _TAKE_AGAIN)
UNCONVERTED = Spoilt(
    "gõ theo kiểu Telex hoặc VIQR mà chưa thành chữ có dấu",
    "bật bộ gõ (UniKey, bảng mã Unicode, đúng kiểu gõ) rồi gõ lại",
)


def spoilt(text: str) -> Spoilt | None:
    """Return what is wrong with a text: a cell, or a line; None when its letters are as they were typed."""
    if not may_be_spoilt(text):
        return None
    if looks_misread(text):
        return MISREAD
    if looks_lost(text):
        return LOST
    if is_unconverted(text):
        return UNCONVERTED
    return OLD_FONT if old_font(text) or (len(text) > _SENTENCE and looks_legacy(text)) else None
