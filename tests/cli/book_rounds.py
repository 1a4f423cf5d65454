"""Two officers at one book: rounds of two processes that start together, and what stands in the book afterwards."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import ROOT

# What was decided already: these tests decide themselves.
_BOOKS = shutil.ignore_patterns("register.csv", "decisions.yaml", "papers.yaml")

THIDUA = (sys.executable, "-m", "thidua_cli")
_DECIDED = ("--date", "2024-12-05", "--by", "Cục trưởng")


def campaigns(folder: Path) -> list[Path]:
    """Return two campaigns that are to share a book."""
    made = []
    for name in ("mot", "hai"):
        campaign = Path(shutil.copytree(ROOT / "plans" / "mttq-2024", folder / name, ignore=_BOOKS))
        plan = campaign / "plan.yaml"
        plan.write_text(plan.read_text(encoding="utf-8").replace("id: mttq-2024", f"id: {name}"), encoding="utf-8")
        made.append(campaign)
    return made


def add(campaign: Path, decision: str, book: Path) -> subprocess.Popen[bytes]:
    """Start to add a decision to the book."""
    command = (*THIDUA, "register", "add", campaign, "--decision", decision, *_DECIDED, "--register", book)
    return subprocess.Popen([*map(str, command)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(processes: Sequence[subprocess.Popen[bytes]]) -> list[tuple[int, str]]:
    """Return exit code and what was told on standard error of each."""
    told = [process.communicate()[1].decode() for process in processes]
    return [(process.returncode, words) for process, words in zip(processes, told, strict=True)]


def both_are_booked(folder: Path, *, old: bytes | None) -> None:
    """Two decisions at once: both are in the book, behind all that stood there."""
    one, two = campaigns(folder)
    book = folder / "so.csv"
    if old is not None:
        book.write_bytes(old)
    done = ended([add(one, "300/QĐ-CTK", book), add(two, "301/QĐ-CTK", book)])
    assert [code for code, _ in done] == [0, 0], done
    content = book.read_bytes()
    assert content.startswith(old or b"\xef\xbb\xbf")
    assert [content.decode().count(number) for number in ("300/QĐ-CTK", "301/QĐ-CTK")] == [2, 2]
    assert not list(folder.rglob(".thidua-*"))


def one_is_refused(folder: Path) -> None:
    """The same decision at once: it is in the book once, and who came second is told so."""
    one, _ = campaigns(folder)
    book = folder / "so.csv"
    done = sorted(ended([add(one, "300/QĐ-CTK", book), add(one, "300/QĐ-CTK", book)]))
    assert [code for code, _ in done] == [0, 2], done
    assert "sổ đã có Quyết định số 300/QĐ-CTK" in done[1][1]
    assert book.read_text(encoding="utf-8").count("300/QĐ-CTK") == 2
