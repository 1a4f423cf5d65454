"""``thidua render`` over what stands there: its own untouched files are replaced, what a person saved is kept."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.test_every_member import NEEDS_AN_OFFICE
from tests.conftest import ROOT, Run
from thidua_cli.page import writers

FORMATS = [
    pytest.param(name, marks=pytest.mark.office) if name in NEEDS_AN_OFFICE else name for name in writers.formats()
]


class Printed:
    """A campaign whose list is printed in one format, and printed again after its movement has another name."""

    def __init__(self, folder: Path, run: Run, kind: str) -> None:
        self.folder, self._run, self.kind = folder, run, kind
        shutil.copytree(ROOT / "plans" / "mttq-2024", folder)
        self.target = folder / "out" / f"mttq-2024-danh-sach-de-nghi.{kind}"

    def print(self, *options: str) -> tuple[int, str, str]:
        done = self._run("render", self.folder, "--doc", "list", "--to", self.kind, *options)
        return done.code, done.out, done.err

    def rename(self) -> None:
        plan = self.folder / "plan.yaml"
        text = plan.read_text(encoding="utf-8")
        assert "Cục Thống kê tỉnh Ninh Thuận" in text
        plan.write_text(text.replace("Cục Thống kê tỉnh Ninh Thuận", "Cục Thống kê tỉnh Nam"), encoding="utf-8")


@pytest.fixture(params=FORMATS)
def printed(request: pytest.FixtureRequest, tmp_path: Path, run: Run) -> Printed:
    if request.param in NEEDS_AN_OFFICE:
        request.getfixturevalue("office")
    campaign = Printed(tmp_path / "campaign", run, request.param)
    assert campaign.print() == (0, f"{campaign.target}\n", "")
    return campaign


def test_an_untouched_file_is_replaced_without_force(printed: Printed) -> None:
    first = printed.target.read_bytes()
    assert printed.print() == (0, f"{printed.target} (đã có, không đổi)\n", "")
    printed.rename()
    assert printed.print() == (0, f"{printed.target}\n", "")
    assert printed.target.read_bytes() != first
    assert printed.print() == (0, f"{printed.target} (đã có, không đổi)\n", "")


def _in_word(target: Path) -> None:
    document = Document(str(target))
    document.paragraphs[-1].add_run(" sửa")
    document.save(str(target))


def _in_excel(target: Path) -> None:
    book = load_workbook(target)
    book.active["A1"] = "sửa"
    book.save(target)


def _in_an_editor(target: Path) -> None:
    target.write_text(target.read_text(encoding="utf-8").replace("Trần", "Tràn"), encoding="utf-8")


def _by_signing(target: Path) -> None:
    target.write_bytes(target.read_bytes() + b"% signed\n%%EOF\n")


def _cut(target: Path) -> None:
    target.write_bytes(target.read_bytes()[:-100])


def _own(target: Path) -> None:
    target.write_bytes(b"a file of the user's own")


_PROGRAMS: dict[str, Callable[[Path], None]] = {
    "docx": _in_word,
    "xlsx": _in_excel,
    "html": _in_an_editor,
    "pdf": _by_signing,
}


@pytest.mark.parametrize("how", ["edited", "cut", "own"])
def test_what_a_person_saved_is_kept_until_force(printed: Printed, how: str) -> None:
    {"edited": _PROGRAMS[printed.kind], "cut": _cut, "own": _own}[how](printed.target)
    kept = printed.target.read_bytes()
    code, out, err = printed.print()
    assert (code, out) == (1, "")
    assert f"đã bị sửa từ khi thidua ghi, hoặc không do thidua ghi: {printed.target}\n" in err
    assert "--force" in err
    assert "-o" in err
    assert printed.target.read_bytes() == kept
    elsewhere = printed.folder.parent / "ban-in"
    assert printed.print("-o", str(elsewhere)) == (0, f"{elsewhere / printed.target.name}\n", "")
    assert printed.target.read_bytes() == kept
    assert printed.print("--force") == (0, f"{printed.target}\n", "")
    assert printed.target.read_bytes() == (elsewhere / printed.target.name).read_bytes()


def test_all_files_that_are_kept_are_told_at_once_and_stop_no_other(tmp_path: Path, run: Run) -> None:
    plans = [ROOT / "plans" / name for name in ("mttq-2024", "dan-van-2024")]
    assert run("render", *plans, "-o", tmp_path).code == 0
    changed = tmp_path / "mttq-2024-ke-hoach.docx"
    changed.write_bytes(b"mine")
    (tmp_path / "dan-van-2024-ke-hoach.docx").unlink()
    again = run("render", *plans, "--doc", "all", "-o", tmp_path)
    assert again.code == 1
    told = again.out.splitlines()
    assert f"{tmp_path / 'mttq-2024-danh-sach-de-nghi.docx'} (đã có, không đổi)" in told
    assert f"{tmp_path / 'dan-van-2024-ke-hoach.docx'}" in told
    assert not any("mttq-2024-ke-hoach" in one for one in told)
    assert "giữ bản đã sửa" in again.err
    assert changed.read_bytes() == b"mine"
