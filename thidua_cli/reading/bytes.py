"""Bytes of a text file to Vietnamese text, or a finding that tells how to save the file again."""

import codecs
from pathlib import Path

from thidua_cli.errors import ThiduaError, why
from thidua_cli.reading.document import Document, Place
from thidua_cli.reading.refusals import CSV, Wanted, is_binary, no_such, too_large
from thidua_cli.reading.spoilt_text import LOST, MISREAD, OLD_FONT, UNCONVERTED, Spoilt, spoilt
from thidua_cli.vietnamese.encodings import may_be_spoilt
from thidua_cli.vietnamese.text import control_character, looks_legacy, normalise, without_control

SAVE_AS_UTF8 = "mở tệp trong Notepad hoặc VS Code, chọn Lưu thành…, mã hóa UTF-8, rồi chạy lại"
_LOOKED_AT = 200
_NULS_TO_ONE = 2  # of the letters of Vietnamese in UTF-16 more than each second one has a zero byte
# YAML takes these for ends of lines and editors do not: as spaces, both count the same lines.
_RARE_LINE_ENDS = "\x85\u2028\u2029"


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
    text = utf16_text(content)
    if text is None:
        if is_binary(content):
            raise no_such(document.file, wanted)
        content = content.removeprefix(codecs.BOM_UTF8)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            *above, line = _one_form(content[: error.start].decode("utf-8")).split("\n")
            place = Place(len(above) + 1, len(line) + 1)
            _refuse(document, place, *_not_utf8(content.decode("cp1252", "replace"), wanted))
            return None
    text = _one_form(text)
    document.lines = without_control(text).split("\n")
    if found := _spoilt_row(text, document.lines, wanted):
        row, (how, hint) = found
        _refuse(document, Place(row + 1, 1), f"chữ Việt {how}", hint)
        return None
    return text


def utf16_text(content: bytes) -> str | None:
    """Return the text of a file in UTF-16, with its mark or plainly without; None when it is in another encoding."""
    order = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(content[:2])
    if order is None:
        odd, even = content[1:4096:2], content[0:4096:2]
        if not even.count(0) and odd.count(0) * _NULS_TO_ONE > len(odd):
            order = "utf-16-le"
        elif not odd.count(0) and even.count(0) * _NULS_TO_ONE > len(even):
            order = "utf-16-be"
    try:
        text = content.decode(order).removeprefix("\ufeff") if order else None
    except UnicodeDecodeError:
        return None
    return None if text is None or control_character(text) is not None else text


def _not_utf8(as_windows: str, wanted: Wanted) -> tuple[str, str]:
    """Return message and hint for a text that is not UTF-8, read as Windows would."""
    damage = spoilt(as_windows) or next(filter(None, map(spoilt, as_windows.split("\n")[:_LOOKED_AT])), None)
    if damage in (OLD_FONT, LOST):
        return f"tệp không phải mã UTF-8, và chữ Việt {damage.how}", damage.hint
    return "tệp không phải mã UTF-8", wanted.remedy if wanted is CSV else SAVE_AS_UTF8


def _one_form(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for end in _RARE_LINE_ENDS:
        text = text.replace(end, " ")
    return normalise(text)


def _spoilt_row(text: str, lines: list[str], wanted: Wanted) -> tuple[int, Spoilt] | None:
    """Return the first line of which letters are not as typed, and how; one pasted paragraph is enough.

    Of a list it takes most of the first lines, or the heading: what is wrong with single cells is told at each of them.
    """
    if wanted is CSV:
        told = ((row, spoilt(line)) for row, line in enumerate(lines[:_LOOKED_AT]))
        found = [(row, damage) for row, damage in told if damage and damage is not UNCONVERTED]
        typed = sum(bool(line.strip()) and not line.isascii() for line in lines[:_LOOKED_AT])
        return found[0] if found and (found[0][0] == 0 or 2 * len(found) >= typed) else None
    if not may_be_spoilt(text):
        return None
    rows = ((row, damage) for row, line in enumerate(lines) if (damage := _spoilt_line(line)))
    first = next(rows, None)
    if first is None and looks_legacy(text):
        first = next(row for row, line in enumerate(lines) if not line.isascii()), OLD_FONT
    return first


def _spoilt_line(line: str) -> Spoilt | None:
    """Return what is wrong with a line of prose; a question mark or a mark of replacement in it may be meant."""
    if line.isascii():
        return None
    if looks_legacy(line):
        return OLD_FONT
    damage = spoilt(line)
    return damage if damage is MISREAD else None


def _refuse(document: Document, place: Place, message: str, hint: str) -> None:
    document.faults.append(document.diagnostic("legacy-encoding", "", message, hint, at=place))
