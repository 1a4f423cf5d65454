"""Files that ship with the program, and writing files without ever losing one of the user's."""

import os
import tempfile
from importlib.resources.abc import Traversable
from pathlib import Path

from thidua_cli.errors import ThiduaError


def shipped(folder: str) -> Traversable:
    """Return a folder that ships with the program (``templates``, ``plans``), in the wheel or the checkout."""
    from importlib.resources import files

    packaged = files("thidua_cli").joinpath("_data", folder)
    checkout = Path(__file__).resolve().parent.parent / folder
    found = checkout if checkout.is_dir() and not packaged.is_dir() else packaged
    if not found.is_dir():
        message = f"bản cài đặt thiếu thư mục {folder}"
        raise ThiduaError(message, "hãy cài lại thidua")
    return found


def write(path: Path, content: bytes, *, overwrite: bool) -> bool:
    """Write ``content`` to ``path`` by way of a temporary file; return False when it already stood there.

    The file is either whole or untouched. Without ``overwrite``, a file with other content raises `ThiduaError`.
    """
    if path.is_file():
        if path.read_bytes() == content:
            return False
        if not overwrite:
            message = f"đã có tệp {path}, nội dung khác với bản sắp ghi"
            raise ThiduaError(message, "thêm --force để ghi đè, hoặc chọn thư mục khác")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".thidua-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True
