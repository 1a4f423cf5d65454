"""The files of a campaign folder: how they are named, and which of them are there."""

from collections.abc import Sequence
from pathlib import Path

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.tables.open_table import SUFFIXES

YAML = (".yaml", ".yml")
PLAN_FILE = "plan.yaml"
SCHEMA_FILE = "plan.schema.json"
REGISTER_FILE = "register.csv"
_EITHER = (*YAML, *SUFFIXES)


def nomination_files(folder: Path) -> list[Path]:
    """Return ``nominations.*`` and what stands in ``nominations/``, in order of their names."""
    inside = folder / "nominations"
    among = [*folder.glob("nominations.*"), *(inside.rglob("*") if inside.is_dir() else ())]
    found = [file for file in among if file.suffix.lower() in _EITHER and file.is_file()]
    return sorted(file for file in found if not file.name.startswith((".", "~$")))


def units_file(folder: Path) -> Path | None:
    """Return the list of units."""
    return _one(folder, "units", _EITHER)


def council_file(folder: Path) -> Path | None:
    """Return the session of the council."""
    return _one(folder, "council", YAML)


def register_file(folder: Path) -> Path | None:
    """Return the register of the campaign."""
    return _one(folder, "register", SUFFIXES)


def _one(folder: Path, stem: str, suffixes: Sequence[str]) -> Path | None:
    """Return the one file of this name; several are refused, for nobody can tell which of them counts."""
    found = [file for suffix in suffixes if (file := folder / f"{stem}{suffix}").is_file()]
    if len(found) > 1:
        message = f"thư mục {folder} có cả {found[0].name} và {found[1].name}"
        raise ThiduaError(message, "giữ một tệp")
    return found[0] if found else None
