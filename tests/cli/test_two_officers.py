"""One book, several officers: nothing is lost, nothing booked twice, nobody waits for ever; links are followed."""

import os
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest

from tests.cli.book_rounds import THIDUA, both_are_booked, campaigns, ended, one_is_refused
from tests.conftest import ROOT, Run
from thidua_cli import locks
from thidua_cli.page.fingerprint import archive_untouched

_OLD = (ROOT / "plans" / "vi-nguoi-ngheo" / "register.csv").read_bytes()
_DECISION = ("--decision", "300/QĐ-CTK", "--date", "2024-12-05", "--by", "Cục trưởng")
_HOLD = """
import sys, time
from pathlib import Path
from thidua_cli.locks import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""
LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def hold(folder: Path) -> subprocess.Popen[str]:
    """Return a process that holds ``folder`` until it is killed."""
    process = subprocess.Popen([sys.executable, "-c", _HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.mark.parametrize("old", [_OLD, None], ids=["old-book", "new-book"])
def test_two_decisions_at_once_are_both_booked(old: bytes | None, tmp_path: Path) -> None:
    both_are_booked(tmp_path, old=old)


def test_one_decision_at_once_is_booked_once(tmp_path: Path) -> None:
    one_is_refused(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(20))
def test_many_rounds_at_once(turn: int, tmp_path: Path) -> None:
    for name in ("old", "new", "same"):
        (tmp_path / name).mkdir()
    both_are_booked(tmp_path / "old", old=_OLD)
    both_are_booked(tmp_path / "new", old=None)
    one_is_refused(tmp_path / "same")


def test_who_finds_the_book_held_is_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign, book = campaigns(tmp_path)[0], tmp_path / "so.csv"
    book.write_bytes(_OLD)
    monkeypatch.setattr(locks, "PATIENCE", 0.1)
    holder = hold(tmp_path)
    try:
        result = run("register", "add", campaign, *_DECISION, "--register", book)
    finally:
        end(holder)
    assert result.code == 2
    assert f"sổ {book} đang được ghi" in result.err
    assert "đợi lệnh kia xong rồi chạy lại" in result.err
    assert book.read_bytes() == _OLD


def test_a_lock_of_a_killed_process_holds_nobody_up(tmp_path: Path, run: Run) -> None:
    campaign, book = campaigns(tmp_path)[0], tmp_path / "so.csv"
    end(hold(tmp_path))
    assert (tmp_path / locks.LOCK).exists()
    (tmp_path / ".thidua-tmp").write_bytes(b"half a bo")
    assert run("register", "add", campaign, *_DECISION, "--register", book).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hai", "mot", "so.csv"]


@LINKS
def test_a_book_behind_a_link_gets_the_lines(tmp_path: Path, run: Run) -> None:
    campaign, shared = campaigns(tmp_path)[0], tmp_path / "chung" / "so.csv"
    shared.parent.mkdir()
    shared.write_bytes(_OLD)
    shared.chmod(0o640)
    link = campaign / "register.csv"
    link.symlink_to(Path("..", "chung", "so.csv"))
    assert run("register", "add", campaign, *_DECISION).code == 0
    assert link.is_symlink()
    assert shared.read_bytes().startswith(_OLD)
    assert shared.read_text(encoding="utf-8").count("300/QĐ-CTK") == 2
    assert S_IMODE(shared.stat().st_mode) == 0o640
    assert [path.name for path in shared.parent.iterdir()] == ["so.csv"]


@LINKS
@pytest.mark.parametrize("target", ["o-dia-khong-noi/so.csv", "register.csv"])
def test_a_link_that_leads_nowhere_makes_no_second_book(target: str, tmp_path: Path, run: Run) -> None:
    campaign = campaigns(tmp_path)[0]
    (campaign / "register.csv").symlink_to(target)
    result = run("register", "add", campaign, *_DECISION)
    assert result.code == 2
    assert "là liên kết mà không có tệp ở đầu kia" in result.err
    assert not (campaign / "o-dia-khong-noi").exists()


@LINKS
def test_the_other_name_of_a_book_keeps_what_it_had(tmp_path: Path, run: Run) -> None:
    """A hard link is how programs keep a backup: it must not change."""
    campaign, book = campaigns(tmp_path)[0], tmp_path / "so.csv"
    book.write_bytes(_OLD)
    os.link(book, tmp_path / "ban-luu.csv")
    assert run("register", "add", campaign, *_DECISION, "--register", book).code == 0
    assert (tmp_path / "ban-luu.csv").read_bytes() == _OLD


def test_of_two_papers_of_one_name_at_once_one_stands_there_whole(tmp_path: Path) -> None:
    """Nobody has saved the first one, so the second takes its place: in one run that is refused, here nobody knows."""
    one, two = campaigns(tmp_path)
    for campaign, post in ((one, "Cục trưởng"), (two, "Cục phó")):
        plan = campaign / "plan.yaml"
        text = plan.read_text(encoding="utf-8").replace(f"id: {campaign.name}", "id: mot")
        plan.write_text(text.replace("Cục trưởng", post), encoding="utf-8")
    started = [
        subprocess.Popen(
            [*THIDUA, "render", str(campaign), "--doc", "plan", "-o", str(tmp_path / "o")],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for campaign in (one, two)
    ]
    done = sorted(ended(started))
    assert done == [(0, ""), (0, "")]
    (paper,) = (tmp_path / "o").glob("*.docx")
    assert archive_untouched(paper.read_bytes())
