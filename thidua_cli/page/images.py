"""Picture files: where they may come from, how large they may be, and whether they are whole."""

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from thidua_cli.errors import ThiduaError

_MOST_BYTES = 10_000_000
_MOST_PIXELS = 40_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the markers of JPEG that tell the size


class Image(NamedTuple):
    """The bytes of a picture, "png" or "jpeg", and its size in pixels."""

    content: bytes
    kind: str
    width: int
    height: int


def load_image(name: str, folders: Sequence[Path]) -> Image:
    """Return the picture ``name`` from the first of the folders that has it, or raise `ThiduaError`.

    The name is a path below the folder, parted by "/"; no name and no link leads out of it.
    """
    content = _content(name, folders)
    if len(content) > _MOST_BYTES:
        raise ThiduaError(f"ảnh “{name}” lớn hơn {_MOST_BYTES // 1_000_000} MB, hãy thu nhỏ lại")
    kind = "png" if content.startswith(_PNG) else "jpeg"
    size = _png_size(content) if kind == "png" else _jpeg_size(content)
    if size is None:
        raise ThiduaError(f"“{name}” không phải ảnh PNG hay JPEG, hoặc tệp bị hỏng")
    width, height = size
    if width * height > _MOST_PIXELS:
        most = _MOST_PIXELS // 1_000_000
        raise ThiduaError(f"ảnh “{name}” có {width} x {height} điểm ảnh, nhiều hơn {most} triệu")
    return Image(content, kind, width, height)


def _content(name: str, folders: Sequence[Path]) -> bytes:
    parts = name.split("/")
    if not {"", ".", ".."}.intersection(parts) and not any(sign in name for sign in "\\:\0"):
        for folder in folders:
            try:
                found = folder.joinpath(*parts).resolve()
                if found.is_relative_to(folder.resolve()) and found.is_file():
                    with found.open("rb") as file:
                        return file.read(_MOST_BYTES + 1)
            except OSError:
                continue
    raise ThiduaError(f"không đọc được ảnh “{name}”: ảnh phải nằm trong thư mục của đợt thi đua hoặc thư mục mẫu")


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Return the size of a PNG all of whose chunks are there and agree with their sums, else None."""
    position, kind, size = len(_PNG), b"", (0, 0)
    while kind != b"IEND":
        body = position + 8
        end = body + _number(content, position, 4)
        kind = content[position + 4 : body]
        if end + 4 > len(content) or zlib.crc32(content[position + 4 : end]) != _number(content, end, 4):
            return None
        if kind == b"IHDR":
            size = _number(content, body, 4), _number(content, body + 4, 4)
        position = end + 4
    return size if all(size) else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Return the size of a JPEG that has a frame and an end, else None."""
    position = 2
    while content.startswith(_JPEG) and content[position : position + 1] == b"\xff" and position + 9 < len(content):
        marker = content[position + 1]
        if marker in _FRAMES:
            size = _number(content, position + 7, 2), _number(content, position + 5, 2)
            return size if all(size) and content.rfind(b"\xff\xd9") > position else None
        # Markers may be padded with further 0xff; all others before the frame tell their length.
        position += 1 if marker == 0xFF else 2 + _number(content, position + 2, 2)
    return None


def _number(content: bytes, position: int, length: int) -> int:
    return int.from_bytes(content[position : position + length])
