"""Many paths, many files: one that cannot be used is named, and stops no other."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

_DAY = ("--on", "2026-11-22")
_GOOD = ROOT / "plans" / "mttq-2024"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and rights of Unix")


def _bad_paths(folder: Path) -> list[Path]:
    """Return paths that cannot be used."""
    (folder / "trong").mkdir()
    (folder / "rong.yaml").write_bytes(b"")
    (folder / "nhi-phan.yaml").write_bytes(b"\x00\x01")
    (folder / "cu.docx").write_bytes(b"PK")
    return [folder / name for name in ("trong", "rong.yaml", "nhi-phan.yaml", "khong-co", "cu.docx")]


@pytest.mark.parametrize("command", ["check", "render"])
@pytest.mark.parametrize("first", [True, False], ids=["good-first", "good-last"])
def test_all_but_the_bad_ones_are_done(command: str, first: bool, tmp_path: Path, run: Run) -> None:
    good = Path(shutil.copytree(_GOOD, tmp_path / "tot"))
    bad = _bad_paths(tmp_path)
    result = run(command, *([good, *bad] if first else [*bad, good]), *_DAY)
    assert result.code == 1
    told = result.out if command == "check" else result.err
    for path in bad:
        assert str(path) in told
    assert "Chỉ tiêu của mttq-2024" in result.out if command == "check" else (good / "out").is_dir()
    assert "chính thidua" not in result.err


@pytest.mark.parametrize("command", ["check", "render"])
def test_nothing_but_bad_ones_is_no_run(command: str, tmp_path: Path, run: Run) -> None:
    bad = [path for path in _bad_paths(tmp_path) if command == "check" or path.suffix != ".docx"]
    result = run(command, *bad)
    assert (result.code, result.out) == (2, "")
    for path in bad:
        assert str(path) in result.err


def test_json_names_what_was_not_read(tmp_path: Path, run: Run) -> None:
    told = json.loads(run("check", tmp_path / "khong-co", _GOOD, "--format", "json", *_DAY).out)
    assert [one["file"] for one in told["unread"]] == [str(tmp_path / "khong-co")]
    assert [one["code"] for one in told["diagnostics"] if one["severity"] == "error"] == ["unreadable-file"]
    assert told["nominations"]


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _broken_link(path: Path) -> None:
    path.symlink_to("khong-co")


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _linked_folder(path: Path) -> None:
    path.symlink_to(path.parent.parent)


def _half_a_workbook(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04")


@UNIX
@pytest.mark.parametrize("made", [_fifo, _broken_link, _device, _linked_folder, _half_a_workbook])
@pytest.mark.parametrize("name", ["nominations/x.csv", "nominations/x.xlsx", "nominations/sau/x.yaml", "nominations/x",
                                  "nominations.csv", "units.csv", "register.csv", "council.yaml"])  # fmt: skip
def test_what_is_no_file_is_told(made, name: str, tmp_path: Path, run: Run) -> None:
    folder = Path(shutil.copytree(_GOOD, tmp_path / "c"))
    for old in folder.glob(f"{Path(name).stem}.*"):
        old.unlink()
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    made(path)
    result = run("check", folder, *_DAY)
    assert str(path) in result.out
    assert result.code == (1 if path.suffix else 0)
    assert "Đã kiểm tra" in result.out


@UNIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look into every folder")
@pytest.mark.parametrize("name", ["nominations", "nominations/sau"])
@pytest.mark.parametrize("mode", [0o000, 0o400, 0o100])
def test_a_folder_that_cannot_be_looked_into_is_told(name: str, mode: int, tmp_path: Path, run: Run) -> None:
    folder = Path(shutil.copytree(_GOOD, tmp_path / "c"))
    shut = folder / name
    shut.mkdir(exist_ok=True)
    (shut / "a.csv").write_text("Tên\n", encoding="utf-8")
    shut.chmod(mode)
    try:
        result = run("check", folder, *_DAY)
    finally:
        shut.chmod(0o700)
    assert result.code == 1
    assert str(shut) in result.out


def test_a_folder_that_is_refused_is_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(shutil.copytree(_GOOD, tmp_path / "c"))
    shut, scan = folder / "nominations", os.scandir

    def refused(path: str) -> object:
        if Path(path) == shut:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    result = run("check", folder, *_DAY)
    assert result.code == 1
    assert f"không xem được trong thư mục {shut} có gì: không có quyền" in result.out


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.yaml", "x.ods", "x.docx"])
def test_a_campaign_may_be_named_after_a_file(name: str, tmp_path: Path, run: Run) -> None:
    folder = Path(shutil.copytree(_GOOD, tmp_path / name))
    result = run("check", folder, *_DAY)
    assert (result.code, result.err) == (0, "")
    assert "Chỉ tiêu của mttq-2024" in result.out


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_two_campaigns_of_one_id_do_not_take_the_same_file(force: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    one, two = (Path(shutil.copytree(_GOOD, tmp_path / name)) for name in ("mot", "hai"))
    plan = two / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Cục trưởng", "Cục phó"), encoding="utf-8")
    alone = tmp_path / "o1"
    run("render", one, "--doc", "plan", "-o", alone)
    result = run("render", one, two, "--doc", "plan", "-o", tmp_path / "o", *force)
    assert result.code == 1
    assert f"vừa được ghi cho {one / 'plan.yaml'}: hai phong trào cùng id" in result.err
    name = "mttq-2024-ke-hoach.docx"
    assert (tmp_path / "o" / name).read_bytes() == (alone / name).read_bytes()
    assert run("render", one, one, "--doc", "plan", "-o", tmp_path / "o", *force).code == 0


def test_a_list_without_a_campaign_stops_no_other(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "khong-nha.csv"
    path.write_text("Tên\n", encoding="utf-8")
    assert run("check", path).code == 2
    result = run("check", path, _GOOD, *_DAY)
    assert result.code == 1
    assert f"chưa biết danh sách {path} thuộc phong trào nào" in result.out
    assert "Chỉ tiêu của mttq-2024" in result.out
