"""Files that are refused: what was wanted, what came instead, and what to do about it. Each is said once."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.files import read_data

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of file that is read: its name, how others become one, its limit in bytes, how to stay below it.

    ``instead`` tells what to do about other kinds for which ``remedy`` is no help.
    """

    name: str
    remedy: str
    limit: int
    smaller: str
    instead: Mapping[str, str] = field(default_factory=dict)


def _wanted(kind: str) -> Wanted:
    entry = _DATA["wanted"][kind]
    return Wanted(**{**entry, "limit": int(entry["limit"])})


_DATA = read_data(Path(__file__).with_name("data") / "refusals.yaml")
_BY_BEGINNING: dict[bytes, str] = {magic.encode(): kind for magic, kind in _DATA["beginnings"].items()}
PLAN, CSV, WORKBOOK, WORD_LIST = map(_wanted, ("plan", "csv", "workbook", "word_list"))
PAPER, TEMPLATE, EDITED = map(_wanted, ("paper", "template", "edited"))


_NOT_LISTS = {suffix: one for one in _DATA["not_lists"] for suffix in one["suffixes"]}


def why_no_list(suffix: str, readable: str) -> str:
    """Return what a file among the lists is that no reader takes, told by its suffix, and what to do about it."""
    one = no_list(suffix)
    return f"là {one[0]}; {one[1]}" if one else f"đuôi {suffix or 'trống'} không dùng được (đọc được: {readable})"


def no_list(suffix: str) -> tuple[str, str] | None:
    """Return kind and remedy of a file that is no list, by its suffix; None where that is not known."""
    one = _NOT_LISTS.get(suffix)
    return (one["kind"], one["remedy"]) if one else None


def foreign(file: str, kind: str, wanted: Wanted) -> ThiduaError:
    """Return the error for a file of a known kind that is not read here."""
    return ThiduaError(f"{file} là {kind}, không phải là {wanted.name}", wanted.instead.get(kind, wanted.remedy))


def no_such(file: str, wanted: Wanted) -> ThiduaError:
    """Return the error for a file of which only this is known: that it is not what was wanted."""
    return ThiduaError(f"{file} không phải là {wanted.name}", wanted.remedy)


def broken(file: str, wanted: Wanted) -> ThiduaError:
    """Return the error for a file that is damaged, or made to break a reader."""
    hint = f"{wanted.remedy}; nếu không mở được thì xin gửi lại tệp"
    return ThiduaError(f"tệp {file} bị hỏng, không đọc được", hint)


def locked(file: str) -> ThiduaError:
    """Return the error for a file with a password."""
    return ThiduaError(f"tệp {file} có mật khẩu", "mở tệp, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại")


def empty(file: str, hint: str) -> ThiduaError:
    """Return the error for a file without content."""
    return ThiduaError(f"tệp {file} trống", hint)


def too_large(file: str, wanted: Wanted, limit: int | None = None) -> ThiduaError:
    """Return the error for a file of more bytes than ``limit``, which is that of its kind unless given."""
    return ThiduaError(f"tệp {file} lớn hơn {(limit or wanted.limit) // 1_000_000} MB", wanted.smaller)


def unpacks_too_large(file: str, wanted: Wanted) -> ThiduaError:
    """Return the error for a zip that would take too much memory."""
    return ThiduaError(f"tệp {file} mở ra quá lớn", wanted.smaller)


def is_binary(content: bytes) -> bool:
    """Tell whether the bytes are no text in any encoding."""
    return b"\x00" in content[:4096] and not content.startswith(_UTF16)


def refuse_foreign(content: bytes, file: str, wanted: Wanted) -> None:
    """Raise `ThiduaError` for files of another kind that are told by their bytes; an old .xls passes as a workbook."""
    refuse_known(content, file, wanted)
    if not content.startswith(OLE) and (wanted is WORKBOOK or is_binary(content)):
        raise no_such(file, wanted)


def refuse_known(content: bytes, file: str, wanted: Wanted) -> None:
    """Raise `ThiduaError` for a file whose first bytes tell of which other kind it is."""
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise locked(file)
        if wanted in (PAPER, TEMPLATE, EDITED):
            raise foreign(file, "tệp Word cũ (.doc)", wanted)
        if "WordDocument".encode("utf-16-le") in content:
            raise foreign(file, "tệp Word", wanted)
        return
    head = content[:200].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for magic, kind in _BY_BEGINNING.items():
        if head.startswith(magic):
            raise foreign(file, kind, wanted)
