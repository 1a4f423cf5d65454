"""``thidua render --doc all``: every paper is tried, and a table says what is missing for those that were not made."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.cli.book_rounds import THIDUA
from tests.conftest import ROOT, Run
from tests.papers.test_new_paper import installed
from thidua_cli.papers.registry import PAPERS, Paper

_FULL, _BARE = ROOT / "plans" / "mttq-2024", ROOT / "plans" / "dak-nong-20-nam"
_MINUTES = """
from dataclasses import dataclass
from thidua_cli.papers.common import Frame, frame, layout_of
from thidua_cli.papers.contract import Blanks, Document
from thidua_cli.papers.issuing import beside_plan

@dataclass(frozen=True)
class Minutes(Frame):
    names: list[str]

def documents(campaign, asked):
    issuing = beside_plan(campaign.plan, "bien_ban")
    layout = layout_of(issuing, asked.day)
    for number in range(COUNT):
        blanks = Blanks(asked.draft)
        day = blanks.text(None, "ngày họp Hội đồng", "ghi held trong council.yaml")
        chair = blanks.text("Nguyễn Văn A", "người chủ trì", "ghi chair trong council.yaml")
        clerk = blanks.text("", "thư ký", "ghi clerk trong council.yaml")
        blanks.refuse("biên bản")
        title = f"Họp {day}"
        yield Document(f"bien-ban-{number}", Minutes(**vars(frame(issuing, layout, title)), names=[chair, clerk]),
                       blanks.missing)
"""
_TEMPLATE = """{% import "macros/letterhead.html.j2" as head %}
<article data-layout="{{ layout.name }}" data-title="{{ title }}" data-author="{{ author }}" data-date="{{ date }}">
<section>{{ head.title(kind, title, layout) }}
{% for name in names %}<p class="body">{{ name }}</p>{% endfor %}</section></article>
"""
_LACKS = "còn thiếu ngày họp Hội đồng và thư ký"


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A paper that lacks something, first of all papers, and the folder of its template."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "bien-ban.html.j2").write_text(_TEMPLATE, encoding="utf-8")
    _install(monkeypatch, 1)
    return folder


@pytest.fixture(autouse=True)
def _papers_stay_as_they_were() -> Iterator[None]:
    """Their order is what users see: a paper that is taken out and put back would stand last."""
    before = dict(PAPERS)
    yield
    PAPERS.clear()
    PAPERS.update(before)


def _install(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Put a throw-away paper before the plan and the list, and all others away: they lack much of their own."""
    installed("thidua_cli.papers.minutes", f"COUNT = {count}\n{_MINUTES}", monkeypatch)
    own = Paper("minutes", "biên bản", "bien-ban.html.j2", "minutes")
    kept = [own, PAPERS["plan"], PAPERS["list"]]
    PAPERS.clear()
    PAPERS.update({paper.name: paper for paper in kept})


def test_what_is_missing_is_a_row_and_no_fault(tmp_path: Path, run: Run, templates: Path) -> None:
    done = run("render", "--doc", "all", _BARE, "--templates", templates, "-o", tmp_path / "out")
    assert done.code == 0
    assert done.out == f"{tmp_path / 'out' / 'dak-nong-20-nam-ke-hoach.docx'}\n"
    rows = done.err.splitlines()
    assert rows[0] == f"Giấy tờ của {_BARE}"
    at = {word: next(number for number, row in enumerate(rows) if word in row) for word in ("Biên bản", "Kế hoạch")}
    assert at["Biên bản"] < at["Kế hoạch"]
    told = " ".join(done.err.split())
    assert "còn thiếu: ngày họp Hội đồng và thư ký – ngày họp Hội đồng: ghi held" in told
    assert "đặt tệp danh sách vào thư mục nominations/" in told
    assert "đã ghi" in rows[at["Kế hoạch"]]
    assert "chưa dựng được" in rows[at["Biên bản"]]
    assert "lỗi" not in done.err


def test_a_paper_that_is_named_is_refused_and_stops_no_other(tmp_path: Path, run: Run, templates: Path) -> None:
    done = run(
        "render", _BARE, "--doc", "list", "--doc", "minutes", "--doc", "plan", "--templates", templates, "-o", tmp_path
    )
    assert done.code == 1
    assert done.out == f"{tmp_path / 'dak-nong-20-nam-ke-hoach.docx'}\n"
    assert f"lỗi: chưa dựng được biên bản: {_LACKS}\n" in done.err
    assert "còn thiếu danh sách đề nghị\n" in done.err
    assert "Giấy tờ của" not in done.err
    alone = run("render", _BARE, "--doc", "minutes", "--templates", templates, "-o", tmp_path)
    assert (alone.code, alone.out) == (1, "")


def test_a_draft_prints_dots_and_says_what_is_missing(tmp_path: Path, run: Run, templates: Path) -> None:
    wanted = ("--doc", "minutes", "--to", "html", "--draft", "--templates", templates, "-o", tmp_path)
    done = run("render", _BARE, *wanted)
    assert done.code == 0
    assert "bản nháp biên bản còn để trống: ngày họp Hội đồng và thư ký\n" in done.err
    assert "Họp ……………" in (tmp_path / "dak-nong-20-nam-bien-ban-0.html").read_text(encoding="utf-8")


def test_a_fault_in_one_template_stops_no_other_paper(tmp_path: Path, run: Run, templates: Path) -> None:
    (templates / "danh-sach.html.j2").write_text("{{ unknown }}", encoding="utf-8")
    done = run("render", "--doc", "all", _FULL, "--templates", templates, "-o", tmp_path / "out")
    assert done.code == 1
    assert done.out == f"{tmp_path / 'out' / 'mttq-2024-ke-hoach.docx'}\n"
    assert "có lỗi, kể ở dưới" in done.err
    assert "danh-sach.html.j2" in done.err
    alone = run("render", _FULL, "--doc", "list", "--templates", templates, "-o", tmp_path / "out")
    assert (alone.code, alone.out) == (2, "")


def test_a_list_read_in_part_stops_no_plan(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan.yaml").write_bytes((_FULL / "plan.yaml").read_bytes())
    (tmp_path / "nominations").mkdir()
    (tmp_path / "nominations" / "phong-a.pdf").write_bytes(b"PK")
    done = run("render", "--doc", "all", tmp_path)
    assert done.code == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mttq-2024-ke-hoach.docx"]
    assert done.err.count("phong-a.pdf") == done.err.count("lỗi: danh sách của") == 1


def test_many_files_of_a_paper_are_one_row(
    tmp_path: Path, run: Run, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(monkeypatch, 5)
    done = run("render", "--doc", "all", _BARE, "--draft", "--templates", templates, "-o", tmp_path / "out")
    assert done.code == 0
    assert len(done.out.splitlines()) == 6
    assert done.err.count("Biên bản") == 1
    assert "2 tệp khác" in " ".join(done.err.split())
    assert done.err.count("còn để trống") == 1


def test_the_table_is_told_of_each_campaign_that_lacks_something(tmp_path: Path, run: Run) -> None:
    done = run("render", "--doc", "all", _FULL, _BARE, "-o", tmp_path)
    assert done.code == 0
    assert f"Giấy tờ của {_BARE}" in done.err
    assert f"Giấy tờ của {_FULL}" in done.err


def _on_a_terminal(columns: int, *arguments: object) -> str:
    """Return all that a run prints in a window of so many columns."""
    window, end = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": str(columns), "TERM": "xterm", "NO_COLOR": "1"}
    command = [*THIDUA, *map(str, arguments)]
    with subprocess.Popen(command, env=environment, stdin=end, stdout=end, stderr=end):
        os.close(end)
        printed = b"".join(iter(partial(_read, window), b""))
    os.close(window)
    return printed.decode()


def _read(window: int) -> bytes:
    try:
        return os.read(window, 4096)
    except OSError:  # so Linux says that nobody writes there any more
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_terminal_of_any_width_holds_the_table(columns: int, tmp_path: Path) -> None:
    shown = _on_a_terminal(columns, "render", "--doc", "all", _BARE, "-o", tmp_path)
    table = shown[shown.index("Giấy tờ của") :].splitlines()
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in table[1:]]
    assert max(map(len, lines)) <= columns
    letters = "".join("".join(lines).split())
    assert "chưa" in letters
    assert "nominations" in letters


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_many_files_show_a_bar_on_a_terminal_only(tmp_path: Path, run: Run) -> None:
    several = [ROOT / "plans" / "vi-nguoi-ngheo", "-o", tmp_path]
    shown = _on_a_terminal(80, "render", *several)
    assert "in giấy tờ" in shown
    assert "100%" in shown
    assert "in giấy tờ" not in _on_a_terminal(80, "render", _BARE, "-o", tmp_path)
    piped = run("render", *several).err
    assert f"{several[0]}: còn " in piped
    assert "in giấy tờ" not in piped


def test_a_note_on_several_papers_is_told_once(tmp_path: Path, run: Run) -> None:
    told = run("render", ROOT / "plans" / "vi-nguoi-ngheo", "-o", tmp_path).err.splitlines()
    of_money = [line for line in told if "mức tiền thưởng" in line]
    assert of_money
    assert len({line.partition(": ")[2] for line in of_money}) == len(of_money)
    assert any(line.startswith("báo cáo sơ kết và báo cáo tổng kết: ") for line in of_money)
