"""Nothing that a file, a name or an option holds can control the terminal, in any format, from any place."""

import json
import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from tests.conftest import ROOT, Run

_DAY = ("--on", "2026-11-22")
# C0, DEL, C1, overrides of direction; as Excel escapes those that XML cannot hold.
SIGNS = ["\x00", "\x07", "\x08", "\x0d", "\x1b[2J", "\x1b[31m", "\x1b]0;x\x07", "\x7f", "\x85", "\x9b2J"]
SIGNS += ["\u202e", "\u2066"]
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _escaped(sign: str) -> str:
    return re.sub("[\x00-\x1f]", lambda found: f"_x{ord(found[0]):04X}_", sign)


def _excel(path: Path, sign: str, where: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sign = _escaped(sign)
    extra = {one: f"A{sign}B" if one == where else "A" for one in ("heading", "skipped", "name", "unit")}
    sheet.append(["Họ và tên", "Đơn vị", "Hình thức", extra["heading"]])
    sheet.append([extra["name"], extra["unit"], "giay-khen", "x"])
    sheet.append([f"Ghi chú: {extra['skipped']}"])
    book.save(path)


@pytest.fixture(params=["text", "json"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _is_clean(printed: str, form: str) -> None:
    assert _CONTROL.findall(printed) == []
    if form == "json":
        json.loads(printed)


@pytest.mark.parametrize("where", ["heading", "skipped", "name", "unit"])
@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_a_workbook(where: str, sign: str, form: str, tmp_path: Path, run: Run) -> None:
    folder = Path(shutil.copytree(ROOT / "plans" / "mttq-2024", tmp_path / "c"))
    _excel(folder / "nominations" / "x.xlsx", sign, where)
    result = run("check", folder, "--format", form, *_DAY)
    assert "chính thidua" not in result.err
    _is_clean(result.out, form)


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign != "\x00"], ids=ascii)
def test_the_name_of_a_file(sign: str, form: str, tmp_path: Path, run: Run) -> None:
    folder = Path(shutil.copytree(ROOT / "plans" / "mttq-2024", tmp_path / f"c{sign.replace('/', '')}"))
    (folder / "nominations" / f"x{sign}.csv").write_text("Tên\nA\n", encoding="utf-8")
    result = run("check", folder, "--format", form, *_DAY)
    _is_clean(result.out, form)
    told = run("render", folder, "--doc", "list", *_DAY)
    _is_clean(told.out + told.err, "text")
    _is_clean(run("register", "find", f"x{sign}", "--register", folder).err, "text")


@pytest.mark.parametrize("sign", ["\x7f", "\x85", "\x96", "\x9b2J", "\u202e", "\u2066"], ids=ascii)
def test_the_report_on_an_old_paper(sign: str, tmp_path: Path, run: Run) -> None:
    paper = Document()
    lines = (
        "KẾ HOẠCH",
        "Phát động phong trào thi đua",
        f"Năm 2024 {sign} thi đua",
        "I. MỤC ĐÍCH",
        f"Nơi nhận: A{sign}",
    )
    for line in lines:
        paper.add_paragraph(line)
    paper.save(str(tmp_path / "cu.docx"))
    result = run("new-plan", tmp_path / "n", "--from", tmp_path / "cu.docx", "--year", "2027")
    _is_clean(result.out + result.err, "text")


@pytest.mark.parametrize("coloured", [True, False])
def test_our_own_colours_reach_a_terminal(coloured: bool, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    from thidua_cli.commands import output
    from thidua_cli.findings.reporters.terminal import style

    monkeypatch.setattr(output, "_colour", lambda _terminal: coloured)
    told: list[str] = []
    monkeypatch.setattr(output.typer, "echo", lambda text, **_: told.append(text))
    output.say(style("\x1b[2Jđậm", bold=True) + " \x1b[31mthường")
    assert told == ["\x1b[1m\ufffd[2Jđậm\x1b[0m \ufffd[31mthường"]
