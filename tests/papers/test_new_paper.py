"""A newcomer adds a paper and a kind of file: new files, one line, nothing else."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import PLANS, Run
from thidua_cli.page import writers
from thidua_cli.papers.registry import PAPERS, Paper

_CONTEXT = """
from dataclasses import dataclass
from thidua_cli.papers.common import Frame, frame, layout_of
from thidua_cli.papers.contract import Document
from thidua_cli.papers.issuing import beside_plan

@dataclass(frozen=True)
class Notice(Frame):
    names: list[str]

def documents(campaign, asked):
    issuing = beside_plan(campaign.plan, "thong_bao")
    layout = layout_of(issuing, asked.day)
    names = [entry.nomination.name for entry in campaign.entries]
    yield Document("thong-bao", Notice(**vars(frame(issuing, layout, "Kết quả xét")), names=names))
"""
_TEMPLATE = """{% import "macros/letterhead.html.j2" as head %}
<article data-layout="{{ layout.name }}" data-title="{{ title }}" data-author="{{ author }}" data-date="{{ date }}">
<section>{{ head.letterhead(letterhead, layout) }}{{ head.title(kind, title, layout) }}
{% for name in names %}<p class="body">{{ name }}</p>{% endfor %}</section></article>
"""
_WRITER = """
import re

def written(html, *, source, folders=()):
    return re.sub("<[^>]+>", "", html).encode()

def untouched(content):
    return False
"""


def installed(name: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a file of the package in place, for this test."""
    module = ModuleType(name)
    exec(code, module.__dict__)  # what a newcomer would have written to a file
    monkeypatch.setitem(sys.modules, name, module)


def test_a_paper_is_a_context_file_a_template_and_one_line(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed("thidua_cli.papers.notice", _CONTEXT, monkeypatch)
    (tmp_path / "thong-bao.html.j2").write_text(_TEMPLATE, encoding="utf-8")
    monkeypatch.setitem(PAPERS, "notice", Paper("notice", "thông báo", "thong-bao.html.j2", "notice", ("entries",)))
    folder = next(path for path in PLANS if path.name == "mttq-2024")
    result = run("render", folder, "--doc", "notice", "--to", "html", "--templates", tmp_path, "-o", tmp_path / "out")
    assert result.code == 0, result.err
    page = (tmp_path / "out" / "mttq-2024-thong-bao.html").read_text(encoding="utf-8")
    assert "/TB-CTK" in page
    assert "Trần Thị B" in page
    alone = next(path for path in PLANS if path.name == "dak-nong-20-nam")
    refused = run("render", alone, "--doc", "notice", "--templates", tmp_path, "-o", tmp_path / "out")
    assert refused.code == 1
    assert "còn thiếu danh sách đề nghị" in refused.err


def test_a_kind_of_file_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "to_txt.py").write_text(_WRITER, encoding="utf-8")
    monkeypatch.setattr(writers, "__path__", [*writers.__path__, str(tmp_path)])
    assert writers.formats()[0] == writers.DEFAULT
    assert "txt" in writers.formats()
    assert writers.writer("txt").written("<p>a</p>", source="mau") == b"a"
    monkeypatch.delitem(sys.modules, "thidua_cli.page.writers.to_txt")
    importlib.invalidate_caches()


def test_every_kind_of_file_is_a_writer() -> None:
    folder = Path(next(iter(writers.__path__)))
    assert sorted(writers.formats()) == sorted(path.stem.removeprefix("to_") for path in folder.glob("to_*.py"))
    for name in writers.formats():
        one = writers.writer(name)
        assert callable(one.written)
        assert not one.untouched(b"")
