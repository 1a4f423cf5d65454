"""``thidua.yaml``: what an office says once reaches its papers; what is wrong with it is told with its place."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from tests.conftest import ROOT, Run

_PAPERS = ("plan", "list", "final-report")
_ASKED = ("--occasion", "tong-ket", "--on", "2025-12-05")
_GAP = Pt(6)
_HABITS = {
    "nd30": '{line: "1,2", right_margin: 20, paragraph_space: before}',
    "party": "{exact: 20, right_margin: 15, paragraph_space: after}",
}


class Running(NamedTuple):
    """How a style of running text is set: height of a line (a factor, or a length), space before and after."""

    line: float | int
    before: int
    after: int


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Return a campaign that stands two folders below that of its office."""
    source, folder = ROOT / "plans" / "vi-nguoi-ngheo", tmp_path / "co-quan" / "2025" / "phong-trao"
    return Path(shutil.copytree(source, folder, ignore=shutil.ignore_patterns("out", "thidua.yaml")))


def of_office(folder: Path, page: str) -> Path:
    """Write the file of the office; ``page`` is what it says of pages, as typed."""
    path = folder / "thidua.yaml"
    path.write_text(f"format: office/1\npage: {page}\n", encoding="utf-8")
    return path


def in_layout(campaign: Path, layout: str) -> None:
    plan = campaign / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    assert text.count("\nissuer:\n") == 1
    plan.write_text(text.replace("\nissuer:\n", f"\nissuer:\n  layout: {layout}\n"), encoding="utf-8")


def made(run: Run, campaign: Path, paper: str, out: Path) -> Document:
    result = run("render", campaign, "--doc", paper, *_ASKED, "--out", out)
    assert result.code == 0, result.err
    (path,) = out.glob("*.docx")
    return docx.Document(str(path))


def running_styles(document: Document) -> dict[str, Running]:
    """Return the styles in use of what begins with an indent."""
    return {name: found for name, found in _styles(document) if found}


def _styles(document: Document) -> Iterator[tuple[str, Running | None]]:
    for paragraph in document.element.body.iter(qn("w:p")):
        style = Paragraph(paragraph, document).style
        assert style is not None
        form = style.paragraph_format
        indented = form.first_line_indent is not None and form.first_line_indent > 0
        assert style.name
        assert form.line_spacing is not None
        yield style.name, Running(form.line_spacing, form.space_before, form.space_after) if indented else None


@pytest.mark.parametrize("layout", _HABITS)
@pytest.mark.parametrize("paper", _PAPERS)
def test_habits_reach_every_paper(run: Run, campaign: Path, tmp_path: Path, layout: str, paper: str) -> None:
    in_layout(campaign, layout)
    usual = running_styles(made(run, campaign, paper, tmp_path / "usual"))
    of_office(campaign.parents[1], _HABITS[layout])
    document = made(run, campaign, paper, tmp_path / "own")
    own = running_styles(document)
    assert own
    assert own.keys() == usual.keys()
    for name, had in usual.items():
        if layout == "nd30":
            assert own[name] == Running(1.2, had.before + _GAP, had.after - _GAP), name
        else:
            assert own[name] == Running(Pt(20), had.before - _GAP, had.after + _GAP), name
    upright = [one for one in document.sections if one.orientation == WD_ORIENT.PORTRAIT]
    right = {"nd30": 20, "party": 15}[layout]
    assert {round(one.right_margin.mm) for one in upright if one.right_margin} <= {right}
    assert upright or paper == "list"


@pytest.mark.parametrize(
    ("page", "told", "allowed"),
    [
        ('{line: "3"}', "giãn dòng 3", "chỉ cho từ 1 đến 1,5"),
        ("{right_margin: 30}", "lề phải (mm) 30", "chỉ cho từ 15 đến 20"),
        ("{exact: 20}", "giãn dòng chính xác (pt) 20", "không cho chọn"),
    ],
    ids=("line", "margin", "exact"),
)
@pytest.mark.parametrize("paper", _PAPERS)
def test_what_the_layout_forbids_is_told_with_its_place(
    run: Run, campaign: Path, tmp_path: Path, page: str, told: str, allowed: str, paper: str
) -> None:
    path = of_office(campaign.parents[1], page)
    result = run("render", campaign, "--doc", paper, *_ASKED, "--out", tmp_path / "out")
    assert result.code == 2
    rules = "Văn bản hành chính nhà nước (Nghị định 30/2020/NĐ-CP, Phụ lục I)"
    assert f"{path}, dòng 2: {told}: {rules} {allowed}" in result.err
    assert not (tmp_path / "out").exists()


def test_the_nearest_file_counts(run: Run, campaign: Path, tmp_path: Path) -> None:
    of_office(campaign.parents[1], '{line: "1,2"}')
    far = running_styles(made(run, campaign, "plan", tmp_path / "far"))
    assert {one.line for one in far.values()} == {1.2}
    of_office(campaign.parent, '{line: "1,3"}')
    nearer = running_styles(made(run, campaign, "plan", tmp_path / "nearer"))
    assert {one.line for one in nearer.values()} == {1.3}
    of_office(campaign, '{line: "1,4"}')
    beside = running_styles(made(run, campaign, "plan", tmp_path / "beside"))
    assert {one.line for one in beside.values()} == {1.4}


@pytest.fixture
def broken(campaign: Path) -> Path:
    """Return the file of an office that misspells a key."""
    return of_office(campaign.parents[1], '{line: "1,2", righ_margin: 20}')


def test_a_broken_file_is_told_with_its_place(run: Run, campaign: Path, broken: Path) -> None:
    result = run("check", campaign)
    assert result.code == 1
    assert f"{broken}:2:21: lỗi: khóa “righ_margin” không có trong mẫu [unknown-key]" in result.out
    assert "có phải “right_margin”?" in result.out


def test_of_a_broken_file_nothing_counts_and_no_list_is_signed(
    run: Run, campaign: Path, broken: Path, tmp_path: Path
) -> None:
    usual = running_styles(made(run, campaign, "plan", tmp_path / "plan"))
    assert {one.line for one in usual.values()} == {1.0}
    assert "còn 1 lỗi" in run("render", campaign, "--doc", "plan", "--out", tmp_path / "again").err
    refused = run("render", campaign, "--doc", "list", *_ASKED, "--out", tmp_path / "list")
    assert refused.code == 2
    assert f"{broken}: khóa “righ_margin” không có trong mẫu" in refused.err
    draft = run("render", campaign, "--doc", "list", *_ASKED, "--draft", "--out", tmp_path / "list")
    assert draft.code == 0
    assert str(broken) in draft.err


def test_a_broken_file_stops_no_decision(run: Run, campaign: Path, broken: Path) -> None:
    (campaign / "decisions.yaml").unlink(missing_ok=True)
    book = campaign / "register.csv"
    kept = [line for line in book.read_text(encoding="utf-8").splitlines() if ",2025," not in line]
    book.write_text("\n".join(kept) + "\n", encoding="utf-8")
    result = run("decide", campaign, "--number", "320/QĐ-CTK", "--date", "2025-12-10", "--by", "Cục trưởng")
    assert result.code == 0, result.err
    assert broken.exists()
    assert "320/QĐ-CTK" in (campaign / "decisions.yaml").read_text(encoding="utf-8")
