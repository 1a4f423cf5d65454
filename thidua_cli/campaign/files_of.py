"""The files of a campaign folder: how they are named, and which of them are there."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.outcome import Unread
from thidua_cli.reading.tables.open_table import SUFFIXES

YAML = (".yaml", ".yml")
WORD = (".docx", ".doc", ".odt", ".rtf")
PLAN_FILE = "plan.yaml"
SCHEMA_FILE = "plan.schema.json"
REGISTER_FILE = "register.csv"
_LEFT_BY_SYSTEMS = ("thumbs.db", "desktop.ini")
_EITHER = (*YAML, *SUFFIXES)
_SINGLE = {"units": _EITHER, "council": YAML, "register": SUFFIXES}


def nomination_files(folder: Path) -> list[Path]:
    """Return the lists of nominations, in order of their names."""
    return [file for file in _among_nominations(folder) if file.suffix.lower() in _EITHER]


def unread_lists(folder: Path) -> Iterator[Unread]:
    """Yield the files among the lists of nominations that no reader takes: nominees may stand in them."""
    return (_stranger(file) for file in _among_nominations(folder) if file.suffix.lower() not in _EITHER)


def unread_singles(folder: Path) -> Iterator[Unread]:
    """Yield the files that are named as the units, the council, the register, and that no reader takes."""
    for kind, suffixes in _SINGLE.items():
        named = _files_of_users(folder.glob(f"{kind}.*"))
        yield from (_stranger(file) for file in named if file.suffix.lower() not in suffixes)


def _stranger(file: Path) -> Unread:
    readable = f"(đọc được: {', '.join((*SUFFIXES, YAML[0]))})"
    if not file.is_file():
        return Unread(str(file), "không phải là tệp (liên kết hỏng, liên kết tới thư mục, ống dẫn hoặc thiết bị)")
    if file.suffix.lower() in WORD:
        return Unread(str(file), f"là văn bản Word; chép bảng sang Excel rồi lưu {readable}")
    return Unread(str(file), f"đuôi {file.suffix.lower() or 'trống'} không dùng được {readable}")


def _among_nominations(folder: Path) -> list[Path]:
    """Return ``nominations.*`` and what stands in ``nominations/``."""
    return _files_of_users([*folder.glob("nominations.*"), *_below(folder / "nominations")])


def unlisted_folders(folder: Path) -> list[OSError]:
    """Return why ``nominations/``, or a folder in it, could not be looked into: nobody knows what it holds."""
    refused: list[OSError] = []
    list(_below(folder / "nominations", refused.append))
    return [error for error in refused if not isinstance(error, FileNotFoundError | NotADirectoryError)]


def _below(folder: Path, refused: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Yield what stands in a folder and in those below it; links to folders are told of, not followed."""
    for place, folders, files in os.walk(folder, onerror=refused):
        linked = [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in (*files, *linked))


def _files_of_users(paths: Iterable[Path]) -> list[Path]:
    """Return the files in order of their names, without those that programs leave behind: locks, thumbnails.

    What is no file (a pipe, a device, a broken link) is one of them: whoever reads it tells so.
    """
    return sorted(path for path in paths if not _is_folder(path) and not _is_left_behind(path.name))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_left_behind(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BY_SYSTEMS


def file_of(folder: Path, kind: str) -> Path | None:
    """Return the file of a campaign that there is one of (``units``, ``council``, ``register``).

    Several are refused, for nobody can tell which of them counts.
    """
    named = [folder / f"{kind}{suffix}" for suffix in _SINGLE[kind]]
    found = [file for file in named if os.path.lexists(file)]
    if len(found) > 1:
        message = f"thư mục {folder} có cả {found[0].name} và {found[1].name}"
        raise ThiduaError(message, "giữ một tệp")
    return found[0] if found else None
