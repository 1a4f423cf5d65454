"""Bytes of a text file to Vietnamese text, or a finding that tells how to save the file again."""

import codecs
import re
from pathlib import Path

from thidua_cli.errors import ThiduaError, why
from thidua_cli.reading.document import Document, Place
from thidua_cli.reading.refusals import Wanted, is_binary, no_such, too_large
from thidua_cli.vietnamese.text import looks_legacy, normalise, without_control

SAVE_AS_UTF8 = "mở tệp trong Notepad hoặc VS Code, chọn Lưu thành…, mã hóa UTF-8, rồi chạy lại"
CONVERT_FONT = "chuyển bảng mã sang Unicode bằng UniKey (Ctrl+Shift+F6), rồi chạy lại"
_LINE_END = re.compile("\r\n?")
# YAML takes these for ends of lines and editors do not: as spaces, both count the same lines.
_RARE_LINE_END = re.compile("[\x85\u2028\u2029]")


def no_file(path: Path) -> ThiduaError:
    """Return that no regular file stands at ``path``."""
    message = f"{path} không phải là tệp" if path.exists() else f"không có tệp {path}"
    return ThiduaError(message, "xem lại đường dẫn")


def read_bytes(path: Path, wanted: Wanted) -> bytes:
    """Return the bytes of a regular file; one that is unreadable or too large for its kind raises `ThiduaError`."""
    try:
        if not path.is_file():
            raise no_file(path)
        with path.open("rb") as stream:
            content = stream.read(wanted.limit + 1)
    except OSError as error:
        hint = "đóng tệp nếu đang mở ở chương trình khác, xem lại đường dẫn và quyền đọc"
        raise ThiduaError(f"không đọc được {path}: {why(error)}", hint) from error
    if len(content) > wanted.limit:
        raise too_large(str(path), wanted)
    return content


def decode(content: bytes, document: Document, wanted: Wanted) -> str | None:
    """Return the text in NFC with its lines kept in ``document``, or None after leaving a fault there."""
    if is_binary(content):
        raise no_such(document.file, wanted)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = _one_form(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        *above, line = _one_form(content[: error.start].decode("utf-8")).split("\n")
        _refuse(document, Place(len(above) + 1, len(line) + 1), "tệp không phải mã UTF-8", SAVE_AS_UTF8)
        return None
    document.lines = without_control(text).split("\n")
    if (row := _legacy_row(text, document.lines)) is not None:
        _refuse(document, Place(row + 1, 1), "chữ Việt gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", CONVERT_FONT)
        return None
    return text


def _one_form(text: str) -> str:
    return normalise(_RARE_LINE_END.sub(" ", _LINE_END.sub("\n", text)))


def _legacy_row(text: str, lines: list[str]) -> int | None:
    """Return the first line typed in an old font; one pasted paragraph is enough, as are many short lines."""
    if text.isascii():
        return None
    row = next((row for row, line in enumerate(lines) if looks_legacy(line)), None)
    if row is None and looks_legacy(text):
        row = next(row for row, line in enumerate(lines) if not line.isascii())
    return row


def _refuse(document: Document, place: Place, message: str, hint: str) -> None:
    document.faults.append(document.diagnostic("legacy-encoding", "", message, hint, at=place))
