"""Files that ship with the program, and writing files without ever losing one of the user's."""

from collections.abc import Iterable
from os import urandom
from pathlib import Path
from pkgutil import iter_modules
from stat import S_IMODE
from typing import TYPE_CHECKING, Any

from thidua_cli.errors import ThiduaError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def shipped(folder: str) -> "Traversable":
    """Return a folder that ships with the program (``templates``, ``plans``), in the wheel or the checkout."""
    from importlib.resources import files

    packaged = files("thidua_cli").joinpath("_data", folder)
    checkout = Path(__file__).resolve().parent.parent / folder
    found = checkout if checkout.is_dir() and not packaged.is_dir() else packaged
    if not found.is_dir():
        message = f"bản cài đặt thiếu thư mục {folder}"
        raise ThiduaError(message, "hãy cài lại thidua")
    return found


def read_data(file: Path) -> Any:
    """Return the content of a YAML file of ours; every scalar is text."""
    import yaml

    return yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def members(folder: Iterable[str], prefix: str, first: str) -> list[str]:
    """Return what is found by its file name in a folder of the package (its ``__path__``): ``as_text`` is ``text``.

    The member called ``first`` comes first, the others by name.
    """
    names = [found.name.removeprefix(prefix) for found in iter_modules(folder) if found.name.startswith(prefix)]
    return sorted(names, key=lambda name: (name != first, name))


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
    # A file that is opened anew gets the mode that the user's umask asks for; one that is replaced keeps its own.
    temporary = path.with_name(f".thidua-{urandom(8).hex()}")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
        if path.is_file():
            temporary.chmod(S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True
