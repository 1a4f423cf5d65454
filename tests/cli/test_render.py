"""``thidua render``: files where they belong, nothing of the user's overwritten."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import PLANS, ROOT, Run
from thidua_cli.papers.registry import PAPERS

_PLAN = ROOT / "plans" / "mttq-2024"


def test_word_files_go_to_the_wanted_folder(tmp_path: Path, run: Run) -> None:
    result = run("render", *PLANS, "--doc", "plan", "-o", tmp_path)
    assert result.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{p.name}-ke-hoach.docx" for p in PLANS)
    assert result.out.splitlines() == [str(tmp_path / f"{p.name}-ke-hoach.docx") for p in PLANS]


def test_all_papers_for_which_there_is_enough_are_the_default(tmp_path: Path, run: Run) -> None:
    result = run("render", *PLANS, "-o", tmp_path)
    assert result.code == 0
    lists = sum(path.name.startswith(f"{_PLAN.name}-danh-sach-de-nghi") for path in tmp_path.iterdir())
    assert lists == 1
    assert len(list(tmp_path.glob("*-ke-hoach.docx"))) == len(PLANS)
    assert not list(tmp_path.glob("dak-nong-20-nam-danh-sach*"))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_a_plan_alone_makes_no_form_that_nobody_asked_for(plan: Path, tmp_path: Path, run: Run) -> None:
    shutil.copy(plan / "plan.yaml", tmp_path)
    assert run("render", tmp_path).code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{plan.name}-ke-hoach.docx"]


@pytest.mark.parametrize("form", [paper.name for paper in PAPERS.values() if paper.form])
def test_a_form_is_made_when_it_is_named_and_with_all(form: str, tmp_path: Path, run: Run) -> None:
    for folder, options in (("alone", ["--doc", form]), ("all", ["--doc", "all"]), ("bare", [])):
        assert run("render", _PLAN, *options, "-o", tmp_path / folder).code == 0
    made = {folder.name: {path.name for path in folder.iterdir()} for folder in tmp_path.iterdir()}
    assert made["alone"]
    assert made["alone"] <= made["all"]
    assert not made["alone"] & made["bare"]
    assert made["bare"] < made["all"]


def test_a_paper_without_a_table_is_told_to_have_no_workbook(tmp_path: Path, run: Run) -> None:
    alone = run("render", _PLAN, "--doc", "plan", "--to", "xlsx", "-o", tmp_path)
    assert (alone.code, list(tmp_path.iterdir())) == (2, [])
    assert "không có bảng" in alone.err
    among = run("render", _PLAN, "--to", "xlsx", "-o", tmp_path)
    assert among.code == 0
    assert (tmp_path / "mttq-2024-danh-sach-de-nghi.xlsx").exists()
    assert {path.suffix for path in tmp_path.iterdir()} == {".xlsx"}


def test_a_list_that_was_read_in_part_is_no_paper_to_be_signed(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "campaign"
    shutil.copytree(_PLAN, folder)
    (folder / "nominations" / "phong-a.pdf").write_bytes(b"PK")
    refused = run("render", folder, "--doc", "list")
    assert refused.code == 2
    assert "phong-a.pdf" in refused.err
    assert "--draft" in refused.err
    assert run("render", folder, "--doc", "plan").code == 0
    draft = run("render", folder, "--doc", "list", "--draft")
    assert draft.code == 0
    assert "bản nháp thiếu 1 chỗ chưa đọc được" in draft.err
    assert "phong-a.pdf" in draft.err


def test_what_a_list_holds_beside_nominations_is_told_before_it_is_signed(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "campaign"
    shutil.copytree(_PLAN, folder)
    book = next((folder / "nominations").glob("*.xlsx"))
    workbook = load_workbook(book)
    workbook.active["B10"] = "* Xin bổ sung thêm Nguyễn Văn A, Giấy khen"
    workbook.create_sheet("Bổ sung").append(["Nguyễn Văn B"])
    workbook.save(book)
    printed = run("render", folder, "--doc", "list")
    assert printed.code == 0
    assert "Xin bổ sung thêm Nguyễn Văn A" in printed.err
    assert "“Bổ sung” không được đọc" in printed.err
    assert "bổ sung" not in run("render", folder, "--doc", "plan").err.casefold()


def test_the_default_folder_is_out_in_the_campaign(tmp_path: Path, run: Run) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes((_PLAN / "plan.yaml").read_bytes())
    assert run("render", tmp_path).code == 0
    assert (tmp_path / "out" / "mttq-2024-ke-hoach.docx").is_file()


def test_a_changed_file_is_not_overwritten(tmp_path: Path, run: Run) -> None:
    run("render", _PLAN, "-o", tmp_path)
    target = tmp_path / "mttq-2024-ke-hoach.docx"
    content = target.read_bytes()
    again = run("render", _PLAN, "-o", tmp_path)
    assert again.code == 0
    assert "(đã có, không đổi)" in again.out

    target.write_bytes(b"edited by the user")
    refused = run("render", _PLAN, "--doc", "all", "-o", tmp_path)
    assert refused.code == 1
    assert "thêm --force" in refused.err
    assert "giữ bản đã sửa" in refused.err
    assert target.read_bytes() == b"edited by the user"
    assert run("render", _PLAN, "-o", tmp_path, "--force").code == 0
    assert target.read_bytes() == content


def test_a_plan_that_cannot_be_read_renders_nothing(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan.yaml").write_text("format: plan/1\n", encoding="utf-8")
    result = run("render", tmp_path)
    assert result.code == 1
    assert "thiếu khóa bắt buộc “title”" in result.err
    assert "chưa dựng được văn bản" in result.err
    assert not (tmp_path / "out").exists()


def test_errors_of_check_are_announced(tmp_path: Path, run: Run) -> None:
    text = (_PLAN / "plan.yaml").read_text(encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(text.replace("end: 2024-11-18", "end: 2022-11-18"), encoding="utf-8")
    result = run("render", tmp_path)
    assert result.code == 0
    assert "thidua check" in result.err


def test_the_html_page_is_self_contained(tmp_path: Path, run: Run) -> None:
    run("render", _PLAN, "-o", tmp_path, "--to", "html")
    page = (tmp_path / "mttq-2024-ke-hoach.html").read_text(encoding="utf-8")
    assert 'lang="vi"' in page
    assert "http" not in page
    assert "Thi đua" in page


@pytest.mark.office
def test_pdf(tmp_path: Path, run: Run, office: str) -> None:
    assert run("render", _PLAN, "-o", tmp_path, "--to", "pdf").code == 0
    assert (tmp_path / "mttq-2024-ke-hoach.pdf").read_bytes().startswith(b"%PDF")


def test_without_libreoffice_pdf_says_so(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_cli.page.writers.to_pdf.find_office", lambda: None)
    result = run("render", _PLAN, "-o", tmp_path, "--to", "pdf")
    assert result.code == 2
    assert "chưa có LibreOffice" in result.err
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_when_writing_fails(tmp_path: Path, run: Run) -> None:
    (tmp_path / "out").write_text("a file where a folder should be", encoding="utf-8")
    result = run("render", _PLAN, "-o", tmp_path / "out")
    assert result.code == 2
    assert "không ghi được tệp" in result.err
    assert "có một tệp đứng ở chỗ của thư mục" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
