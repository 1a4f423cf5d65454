"""Writing users' files: whole or untouched, with the mode that the user wants."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE, S_ISDIR

import pytest

from thidua_cli.errors import ThiduaError
from thidua_cli.files import OccupiedError, settle, write

MODES = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")


@pytest.fixture(params=[0o022, 0o077, 0o007, 0o002], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@MODES
def test_new_files_have_the_mode_of_the_umask(tmp_path: Path, umask: int) -> None:
    target = tmp_path / "sổ" / "register.csv"
    assert write(target, b"a", overwrite=False)
    assert S_IMODE(target.stat().st_mode) == 0o666 & ~umask
    assert S_IMODE(target.parent.stat().st_mode) == 0o777 & ~umask


@MODES
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, umask: int, mode: int) -> None:
    target = tmp_path / "register.csv"
    target.write_bytes(b"a")
    target.chmod(mode)
    assert write(target, b"b", overwrite=True)
    assert target.read_bytes() == b"b"
    assert S_IMODE(target.stat().st_mode) == mode


def test_a_file_stays_whole_and_nothing_is_left_behind(tmp_path: Path) -> None:
    target = tmp_path / "plan.yaml"
    assert write(target, b"a", overwrite=False)
    assert not write(target, b"a", overwrite=False)
    with pytest.raises(ThiduaError, match="đã có tệp"):
        write(target, b"b", overwrite=False)
    with pytest.raises(TypeError):
        write(target, "no bytes", overwrite=True)  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
    assert target.read_bytes() == b"a"


def test_the_names_of_many_files_are_brought_to_the_disk_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: brought.append(S_ISDIR(os.fstat(descriptor).st_mode)))
    write(tmp_path / "a", b"a", overwrite=False)
    assert brought == [False, True]
    brought.clear()
    for name in ("b", "c"):
        write(tmp_path / name, b"a", overwrite=False, settled=False)
    settle(tmp_path)
    assert brought == [False, False, True]


def test_who_may_be_replaced_is_asked_of_what_stands_there(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    assert write(target, b"a", overwrite=lambda _: False)
    assert not write(target, b"a", overwrite=lambda _: False)
    with pytest.raises(OccupiedError, match="đã có tệp"):
        write(target, b"b", overwrite=lambda old: old != b"a")
    assert target.read_bytes() == b"a"
    assert write(target, b"b", overwrite=lambda old: old == b"a")
    assert target.read_bytes() == b"b"
