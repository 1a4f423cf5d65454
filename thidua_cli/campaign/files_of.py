"""The files of a campaign folder: how they are named, which of them are there, and which nobody reads."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.findings.outcome import Unread
from thidua_cli.reading.refusals import why_no_list
from thidua_cli.reading.tables.open_table import LISTS, SUFFIXES, WORD_TABLES
from thidua_cli.vietnamese.text import fold

YAML = (".yaml", ".yml")
PLAN_FILE = "plan.yaml"
SCHEMA_FILE = "plan.schema.json"
REGISTER_FILE = "register.csv"
DECISIONS_FILE = "decisions.yaml"
OUT = "out"
_NOMINATIONS = "nominations"
_LEFT_BY_SYSTEMS = ("thumbs.db", "desktop.ini")
_COUNCIL = "council"
_SINGLE = {"units": (*YAML, *SUFFIXES), _COUNCIL: (*YAML, *SUFFIXES), "register": SUFFIXES}
_RULES = "rules"
# What came after the plan is told in YAML: in a file beside it, or in the files of a folder.
FACTS = ("results", "decisions", "papers")
OFFICE_FILE = "thidua.yaml"
_OWN_FILES = (*_SINGLE, _NOMINATIONS, "plan", "thidua", *FACTS)
_OWN_FOLDERS = (OUT, _NOMINATIONS, _COUNCIL, _RULES, *FACTS)
_LIKE_LISTS = ("danh sach", "de nghi", "nominat")
_DEEPEST = 3  # folders below that of the campaign: what stands further down is no part of it


def nomination_files(folder: Path) -> list[Path]:
    """Return the lists of nominations, in order of their names."""
    return [file for file in _among_nominations(folder) if _is_read(file)]


def unread_lists(folder: Path) -> Iterator[Unread]:
    """Yield the files among the lists of nominations that no reader takes: nominees may stand in them."""
    return (_stranger(file, (*LISTS, YAML[0])) for file in _among_nominations(folder) if not _is_read(file))


def _is_read(file: Path) -> bool:
    return file.suffix.lower() in (*YAML, *LISTS)


def unread_singles(folder: Path, *kinds: str) -> Iterator[Unread]:
    """Yield the files that are named as units, council and register (or one of these), and that no reader takes."""
    for kind in kinds or _SINGLE:
        suffixes = _SINGLE[kind]
        named = _files_of_users(folder.glob(f"{kind}.*"))
        yield from (_stranger(file, suffixes) for file in named if file.suffix.lower() not in suffixes)


def session_files(folder: Path) -> list[Path]:
    """Return the sessions in ``council/``, in order of their names."""
    return [file for file in _files_of_users(_below(folder / _COUNCIL)) if file.suffix.lower() in _SINGLE[_COUNCIL]]


def unread_sessions(folder: Path) -> Iterator[Unread]:
    """Yield the files in ``council/`` that no reader takes: votes may stand there too."""
    suffixes = _SINGLE[_COUNCIL]
    among = _files_of_users(_below(folder / _COUNCIL))
    yield from (_stranger(file, suffixes) for file in among if file.suffix.lower() not in suffixes)


def fact_files(folder: Path, kind: str) -> list[Path]:
    """Return the files of one of the `FACTS`: beside the plan, and in the folder of that name."""
    return [file for file in _facts_of(folder, kind) if file.suffix.lower() in YAML]


def unread_facts(folder: Path) -> Iterator[Unread]:
    """Yield the files that are named as facts and are not YAML; and the rules of one's own place."""
    for kind in FACTS:
        yield from (_stranger(file, YAML) for file in _facts_of(folder, kind) if file.suffix.lower() not in YAML)
    for file in _files_of_users(_below(folder / _RULES)):
        yield Unread(str(file), "bản này chưa đọc quy định riêng trong rules/, nên chưa xét theo quy định ấy")


def _facts_of(folder: Path, kind: str) -> list[Path]:
    return _files_of_users([*folder.glob(f"{kind}.*"), *_below(folder / kind)])


def office_file(folder: Path) -> Path | None:
    """Return the file of the office: the nearest ``thidua.yaml`` in the folder of a campaign or in one above."""
    places = (place / OFFICE_FILE for place in (folder.resolve(), *folder.resolve().parents))
    return next(filter(Path.is_file, places), None)


def unread_elsewhere(folder: Path, asked: Collection[Path]) -> Iterator[Unread]:
    """Yield the lists that stand in the campaign, but not where its lists are read; those ``asked`` for are read."""
    known = {path.resolve() for path in asked}
    for file in _files_of_users(_outside(folder)):
        if _is_like_list(file, folder) and file.resolve() not in known:
            yield Unread(str(file), f"nằm ngoài {_NOMINATIONS}/; nếu là danh sách đề nghị thì chuyển vào đó")


def _is_like_list(file: Path, folder: Path) -> bool:
    """Tell whether a file may be a list: a table, or a Word file that is named, or filed, as one; most are letters."""
    if file.suffix.lower() not in WORD_TABLES:
        return file.suffix.lower() in SUFFIXES
    named = fold(str(file.relative_to(folder)).replace("-", " ").replace("_", " "))
    return any(words in named for words in _LIKE_LISTS)


def _outside(folder: Path) -> Iterator[Path]:
    """Yield the files below a campaign that have no place in it: not its own, not those of another campaign."""
    for place, folders, files in os.walk(folder):
        here = Path(place)
        if here != folder and PLAN_FILE in files:
            folders.clear()
            continue
        depth = len(here.relative_to(folder).parts)
        skipped = _OWN_FOLDERS if depth == 0 else ()
        kept = [name for name in folders if not name.startswith(".") and name not in skipped]
        folders[:] = kept if depth < _DEEPEST else []
        yield from (here / name for name in files if depth or Path(name).stem.lower() not in _OWN_FILES)


def is_of_campaign(file: Path, folder: Path) -> bool:
    """Tell whether a table is one of those that are read of a campaign."""
    own = {path.resolve() for path in _among_nominations(folder)}
    return file.resolve() in own or (file.parent.resolve() == folder.resolve() and file.stem in _SINGLE)


def _stranger(file: Path, suffixes: Iterable[str]) -> Unread:
    if not file.is_file():
        return Unread(str(file), "không phải là tệp (liên kết hỏng, liên kết tới thư mục, ống dẫn hoặc thiết bị)")
    return Unread(str(file), why_no_list(file.suffix.lower(), ", ".join(suffixes)))


def _among_nominations(folder: Path) -> list[Path]:
    """Return ``nominations.*`` and what stands in ``nominations/``."""
    return _files_of_users([*folder.glob(f"{_NOMINATIONS}.*"), *_below(folder / _NOMINATIONS)])


def unlisted_folders(folder: Path, kind: str = _NOMINATIONS) -> list[OSError]:
    """Return why ``nominations/`` (or ``council/``), or a folder in it, could not be looked into."""
    refused: list[OSError] = []
    list(_below(folder / kind, refused.append))
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


def same_named(folder: Path, kind: str) -> list[Path]:
    """Return the files that stand beside a plan under the name of what a campaign has one of."""
    named = [folder / f"{kind}{suffix}" for suffix in _SINGLE[kind]]
    return [file for file in named if os.path.lexists(file)]


def file_of(folder: Path, kind: str) -> Path | None:
    """Return the file of a campaign that there is one of (``units``, ``register``, ``council`` beside the plan).

    Several are refused, for nobody can tell which of them counts.
    """
    found = same_named(folder, kind)
    if len(found) > 1:
        message = f"thư mục {folder} có cả {found[0].name} và {found[1].name}"
        raise ThiduaError(message, "giữ một tệp")
    return found[0] if found else None
