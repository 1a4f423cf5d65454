"""Any file of an old paper to a `Paper`: Word or plain text, told by its first bytes, not by its name."""

from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.bytes import read_bytes
from thidua_cli.reading.papers.paper import Paper

_MAX_BYTES = 80_000_000
_MAX_TEXT = 2_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_AS_DOCX = "mở tệp trong Word hoặc LibreOffice, chọn Lưu thành…, loại Word (.docx), rồi chạy lại"
_REFUSED = (
    (b"%pdf", "tệp PDF", "xin bản Word của kế hoạch, hoặc mở tệp PDF trong Word rồi lưu thành .docx"),
    (b"{\\rtf", "tệp RTF", _AS_DOCX),
    (b"<!doctype html", "trang web", _AS_DOCX),
    (b"<html", "trang web", _AS_DOCX),
    (b"<?xml", "tệp XML", _AS_DOCX),
    (b"mime-version:", "trang web lưu kiểu MHT", _AS_DOCX),
)


def read_paper(path: Path) -> Paper:
    """Read an old paper; a file of another kind, or one that is broken or too large, raises `ThiduaError`."""
    return parse_paper(read_bytes(path, _MAX_BYTES), str(path))


def parse_paper(content: bytes, file: str) -> Paper:
    """Build the paper of a file's bytes; ``file`` is the name that places and messages show."""
    if content.startswith(_ZIP):
        from thidua_cli.reading.papers.word_file import read_docx

        return read_docx(content, file)
    _refuse_others(content, file)
    from thidua_cli.reading.papers.text_file import read_plain

    return read_plain(content, file)


def _refuse_others(content: bytes, file: str) -> None:
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise ThiduaError(f"tệp {file} có mật khẩu", "mở tệp, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại")
        raise ThiduaError(f"{file} là tệp Word cũ (.doc), chưa đọc được", _AS_DOCX)
    head = content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for magic, kind, hint in _REFUSED:
        if head.startswith(magic):
            raise ThiduaError(f"{file} là {kind}, chưa đọc được", hint)
    if b"\x00" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise ThiduaError(f"{file} không phải là văn bản Word hay tệp chữ", "thidua đọc tệp .docx và .txt (UTF-8)")
    if len(content) > _MAX_TEXT:
        raise ThiduaError(
            f"tệp {file} lớn hơn {_MAX_TEXT // 1_000_000} MB", "kế hoạch chỉ vài chục KB: có lẽ đây là tệp khác"
        )
