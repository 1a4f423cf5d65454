"""Files that ship with the program, and writing files without ever losing one of the user's."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from thidua_cli.errors import ThiduaError, why
from thidua_cli.locks import Busy, locked, undisturbed

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_TEMPORARY = ".thidua-tmp"


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


class OccupiedError(ThiduaError):
    """A file with other content stands where one is to be written."""


@dataclass(frozen=True, slots=True)
class Held:
    """A file that this process holds: whoever else wants to write it waits. ``what`` and ``path`` tell of it."""

    target: Path
    path: Path
    what: str

    def write(self, content: bytes, *, overwrite: bool | Callable[[bytes], bool], settled: bool = True) -> bool:
        """Put ``content`` there; return False when it already stood there.

        The file is either whole or untouched. One with other content raises `OccupiedError`, unless ``overwrite``
        allows it; where that is a function, it is asked about what stands there. Who writes many files leaves
        ``settled`` to the end (see `settle`).
        """
        with _told(self.path, self.what):
            if self.target.is_file():
                old = self.target.read_bytes()
                if old == content:
                    return False
                allowed = overwrite(old) if callable(overwrite) else overwrite
                if not allowed:
                    message = f"đã có tệp {self.path}, nội dung khác với bản sắp ghi"
                    raise OccupiedError(message, "thêm --force để ghi đè, hoặc chọn thư mục khác")
            with undisturbed():
                _replace(self.target, content)
                if settled:
                    settle(self.target.parent)
        return True


@contextmanager
def held(path: Path, what: str = "tệp", *, follow: bool = False) -> Iterator[Held]:
    """Hold the file at ``path`` from reading it to writing it; who finds it held waits, then gets a `ThiduaError`.

    With ``follow``, a link stands for the file that it leads to (a shared book); without, it is replaced by a file of
    its own, so that nothing outside the folder is ever written.
    """
    with held_together((path, what, follow)) as (place,):
        yield place


@contextmanager
def held_together(*asked: tuple[Path, str, bool]) -> Iterator[list[Held]]:
    """Hold several files, each given as `held` takes it: none is written before all of them could be looked at."""
    places = [_place(path, what, follow=follow) for path, what, follow in asked]
    taken = set[Path]()
    with ExitStack() as until_done:
        for place in sorted(places, key=_folder):  # in one order: two who ask for the same never wait for each other
            with _told(place.path, place.what):
                place.target.parent.mkdir(parents=True, exist_ok=True)
                if _folder(place) not in taken:
                    until_done.enter_context(locked(place.target.parent))
                    taken.add(_folder(place))
                # One writer at a time has one temporary file: that which stands there was left by one that was killed.
                place.target.with_name(_TEMPORARY).unlink(missing_ok=True)
        yield places


def _place(path: Path, what: str, *, follow: bool) -> Held:
    if follow and path.is_symlink() and not path.exists():
        message = f"{what} {path} là liên kết mà không có tệp ở đầu kia"
        raise ThiduaError(message, "nối lại ổ đĩa hoặc thư mục chung, hoặc xóa liên kết nếu không còn dùng")
    return Held(Path(os.path.realpath(path)) if follow else path, path, what)


def _folder(place: Held) -> Path:
    return Path(os.path.realpath(place.target.parent))


@contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    """Tell by the name of the file, and with the cause, what the system refuses about it."""
    try:
        yield
    except Busy:
        message = f"{what} {path} đang được ghi: một lệnh thidua khác trong thư mục này chưa xong"
        raise ThiduaError(message, "đợi lệnh kia xong rồi chạy lại") from None
    except OSError as error:
        message = f"không ghi được {what} {path}: {why(error)}"
        hint = "đóng tệp nếu đang mở ở chương trình khác; xem lại quyền, dung lượng ổ đĩa và đường dẫn"
        raise ThiduaError(message, hint) from error


def write(path: Path, content: bytes, *, overwrite: bool | Callable[[bytes], bool], settled: bool = True) -> bool:
    """Write ``content`` to ``path``; return False when it already stood there (see `Held.write`)."""
    with held(path) as place:
        return place.write(content, overwrite=overwrite, settled=settled)


def _replace(target: Path, content: bytes) -> None:
    """Put a new file in the place of ``target``: on the disk before it has the name, so that no power cut halves it.

    Other hard links of the old file keep its content: programs that make backups rely on that.
    """
    temporary = target.with_name(_TEMPORARY)
    try:
        with temporary.open("xb") as stream:  # a new file gets the mode that the user's umask asks for
            if target.is_file():
                _make_alike(target, temporary)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _make_alike(old: Path, new: Path) -> None:
    """Give an empty new file the mode, the access list and, as far as we may, the owner and group of the old one."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, old.stat().st_uid, old.stat().st_gid)
    shutil.copystat(old, new)


def settle(folder: Path) -> None:
    """Bring the names of new files to the disk too; not every system can, and the files are there by now."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
