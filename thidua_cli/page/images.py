"""Picture files: where they may come from, how large they may be, and whether they are whole."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_cli.errors import ThiduaError

_MOST_BYTES = 10_000_000
_MOST_PIXELS = 40_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the markers of JPEG that tell the size


@dataclass(frozen=True, slots=True)
class Image:
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
        message = f"ảnh “{name}” lớn hơn {_MOST_BYTES // 1_000_000} MB, hãy thu nhỏ lại"
        raise ThiduaError(message)
    kind = "png" if content.startswith(_PNG) else "jpeg"
    size = _png_size(content) if kind == "png" else _jpeg_size(content)
    if size is None:
        message = f"“{name}” không phải ảnh PNG hay JPEG, hoặc tệp bị hỏng"
        raise ThiduaError(message)
    if size[0] * size[1] > _MOST_PIXELS:
        message = f"ảnh “{name}” có {size[0]} x {size[1]} điểm ảnh, nhiều hơn {_MOST_PIXELS // 1_000_000} triệu"
        raise ThiduaError(message)
    return Image(content, kind, *size)


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
    message = f"không đọc được ảnh “{name}”: ảnh phải nằm trong thư mục của đợt thi đua hoặc thư mục mẫu"
    raise ThiduaError(message)


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Return the size of a PNG all of whose chunks are there and agree with their sums, else None."""
    position, kind = len(_PNG), b""
    while kind != b"IEND":
        length = int.from_bytes(content[position : position + 4])
        kind = content[position + 4 : position + 8]
        end = position + 8 + length
        if zlib.crc32(content[position + 4 : end]) != int.from_bytes(content[end : end + 4]) or end + 4 > len(content):
            return None
        if kind == b"IHDR":
            size = (
                int.from_bytes(content[position + 8 : position + 12]),
                int.from_bytes(content[position + 12 : position + 16]),
            )
        position = end + 4
    return size if size and all(size) else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Return the size of a JPEG that has a frame and an end, else None."""
    position = 2
    while content.startswith(_JPEG) and content[position : position + 1] == b"\xff" and position + 9 < len(content):
        marker = content[position + 1]
        if marker in _FRAMES:
            height = int.from_bytes(content[position + 5 : position + 7])
            width = int.from_bytes(content[position + 7 : position + 9])
            whole = content.rfind(b"\xff\xd9") > position
            return (width, height) if whole and width and height else None
        # Markers may be padded with further 0xff; all others before the frame tell their length.
        position += 1 if marker == 0xFF else 2 + int.from_bytes(content[position + 2 : position + 4])
    return None
