"""A copy of the data of the law, for tests that make it wrong."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_cli.law import data_files


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the data that the readers read; the real data is read again afterwards."""
    for file in data_files.DATA.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    _forget()
    monkeypatch.setattr(data_files, "DATA", tmp_path)
    yield tmp_path
    _forget()


def _forget() -> None:
    """Let every reader of the law read again."""
    readers = [vars(module).values() for name, module in sys.modules.items() if name.startswith("thidua_cli.law.")]
    for reader in (one for values in readers for one in values):
        if hasattr(reader, "cache_clear"):
            reader.cache_clear()
