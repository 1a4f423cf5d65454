"""LibreOffice as a process: it and what it has started end with us, and no folder of a killed run stays for ever."""

import os
import sys
import tempfile
import time
from pathlib import Path

import pytest

from thidua_cli.errors import ThiduaError
from thidua_cli.page.writers import to_pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script plays LibreOffice")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that starts another and hangs; the file tells the number of the other."""
    program, told = tmp_path / "office", tmp_path / "pid"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {told}.new\nmv {told}.new {told}\nwait\n", encoding="utf-8")
    program.chmod(0o700)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(to_pdf, "find_office", lambda: str(program))
    monkeypatch.setattr(to_pdf, "_SECONDS", 1)
    return told


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not state.exists() or " Z " not in state.read_text(encoding="utf-8")


def test_what_hangs_is_ended_with_its_children(office: Path) -> None:
    with pytest.raises(ThiduaError, match="LibreOffice không chuyển được"):
        to_pdf.to_pdf(b"PK")
    child = int(office.read_text(encoding="utf-8"))
    for _ in range(50):
        if not _runs(child):
            break
        time.sleep(0.1)
    assert not _runs(child)
    assert list(office.with_name("tmp").iterdir()) == []


def test_folders_of_killed_runs_are_swept(office: Path) -> None:
    folders = office.with_name("tmp")
    old, new = folders / "thidua-pdf-cu", folders / "thidua-pdf-moi"
    for folder in (old, new):
        folder.mkdir()
        (folder / "van-ban.docx").write_bytes(b"PK")
    os.utime(old, (1, 1))
    with pytest.raises(ThiduaError):
        to_pdf.to_pdf(b"PK")
    assert list(folders.iterdir()) == [new]
