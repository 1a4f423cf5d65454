"""Output that is closed or full, arguments that are no text, full disks: a sentence, and no trace of Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.book_rounds import THIDUA
from tests.conftest import ROOT, Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="redirections of a Unix shell")
_PLAN = str(ROOT / "plans" / "mttq-2024")
_BOOK = str(ROOT / "plans" / "vi-nguoi-ngheo" / "register.csv")
COMMANDS = {
    "version": ["--version"],
    "help": ["--help"],
    "nothing": [],
    "wrong": ["chek"],
    "check": ["check", _PLAN],
    "json": ["check", _PLAN, "--format", "json"],
    "render": ["render", _PLAN, "-o", "o"],
    "new-plan": ["new-plan", "n"],
    "explain": ["explain", "quota-exceeded"],
    "law": ["law"],
    "schema": ["schema"],
    "find": ["register", "find", "Ngô", "--register", _BOOK],
}
REDIRECTED = [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>&1"]


@pytest.mark.parametrize("redirected", [">&-", "<&- >&- 2>&-", ">/dev/full", ">/dev/full 2>&1"])
@pytest.mark.parametrize("name", ["version", "wrong", "new-plan"])
def test_a_command_without_a_stream(name: str, redirected: str, tmp_path: Path) -> None:
    _run_redirected(COMMANDS[name], redirected, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("redirected", REDIRECTED)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_without_a_stream(name: str, redirected: str, tmp_path: Path) -> None:
    _run_redirected(COMMANDS[name], redirected, tmp_path)


def _run_redirected(arguments: list[str], redirected: str, folder: Path) -> None:
    command = ["bash", "-c", f'"$@" {redirected}', "bash", *THIDUA, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1, 2), done
    if ">/dev/full" in redirected.split() and arguments[:1] not in (["chek"], ["new-plan"], ["render"]):
        assert done.returncode == 2
    for trace in ("Traceback", "Error", "Exception", "chính thidua"):
        assert trace not in done.stderr


_OLD_FONT = "Së Néi vô tØnh A, phßng thi ®ua khen th­ëng"
_ADD = ("register", "add", _PLAN, "--date", "2024-12-05")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new-plan", "n", "--title", "A\udcff"), "không phải mã UTF-8"),
        (("check", "\udcff"), "không phải mã UTF-8"),
        (("new-plan", "n", "--from", "x", "--year", "26"), "phải từ 1000 trở lên"),
        (("new-plan", "n", "--from", "x", "--year", "-5"), "phải từ 1000 trở lên"),
        (("render", "x", "--year", "99999"), "không được quá 2100"),
        (("new-plan", "n", "--title", "A\x1bB"), "--title: có ký tự điều khiển"),
        (
            ("new-plan", "n", "--issuer", _OLD_FONT),
            "--issuer: chữ Việt gõ bằng bảng mã",
        ),
        (
            (*_ADD, "--decision", "1\x9b", "--by", "A"),
            "--decision: có ký tự",
        ),
        ((*_ADD, "--decision", "1", "--by", "A\x07"), "--by: có ký tự"),
    ],
    ids=ascii,
)
def test_what_no_file_can_hold_is_refused(arguments: tuple[str, ...], words: str, run: Run) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


@pytest.mark.parametrize("error", [28, 30, 5, 13, 122])
def test_what_the_system_refuses_is_told_by_file_and_cause(
    error: int, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from thidua_cli.errors import why

    def refused(_descriptor: int) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fsync", refused)
    result = run("render", _PLAN, "--doc", "plan", "-o", tmp_path)
    target = tmp_path / "mttq-2024-ke-hoach.docx"
    assert result.code == 2
    assert f"không ghi được tệp {target}: {why(OSError(error, ''))}" in result.err
    assert os.strerror(error) not in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("render", _PLAN, "--doc", "plan", "-o", "."), ("new-plan", ".", "--force")])
def test_a_folder_in_the_place_of_a_file_is_told_by_its_name(
    command: tuple[str, ...], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "mttq-2024-ke-hoach.docx" if command[0] == "render" else "plan.yaml"
    (tmp_path / name).mkdir()
    more = ("--issuer", "Sở A", "--place", "A", "--post", "B", "--title", "C") if command[0] == "new-plan" else ()
    result = run(*command, *more)
    assert result.code == 2
    assert f"không ghi được tệp {name}: đây là thư mục" in result.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_year_that_leads_beyond_the_calendar_is_an_error(tmp_path: Path, run: Run) -> None:
    text = (Path(_PLAN) / "plan.yaml").read_text(encoding="utf-8")
    late = tmp_path / "plan.yaml"
    late.write_text(text.replace("end: 2024-05-19", "end: 2025-05-19"), encoding="utf-8")
    result = run("new-plan", tmp_path / "n", "--from", late, "--year", "2100")
    assert result.code == 2
    assert "--year" in result.err
    assert "Đã soạn" not in result.out
