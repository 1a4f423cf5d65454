"""``thidua template`` and ``thidua render --template``, as an officer uses them."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.papers.word_templates.templates import opened, template
from thidua_cli.papers.registry import PAPERS

CAMPAIGN = ROOT / "plans" / "vi-nguoi-ngheo"
SOUND = {
    "header": ["{{ letterhead.issuer }}"],
    "body": ["{{ title }}", "{% for group in groups %}{{ group.award }}{% endfor %}"],
}


def test_all_faults_are_told_and_the_names_that_may_be_used(tmp_path: Path, run: Run) -> None:
    path = template(tmp_path / "mau.docx", {"body": ["{{ titel }}", [["{{ groups.award }}"]], "{ { kind }}"]})
    result = run("template", "check", path, "--doc", "list")
    assert result.code == 1
    places = [line.split(" › ")[1].split(": lỗi")[0] for line in result.out.splitlines() if " › " in line]
    assert places == ["đoạn 1", "bảng 1, hàng 1, ô 1", "đoạn 2", "đoạn 2"]
    assert "4 lỗi" in result.out
    assert "thidua template list --doc list" in result.err
    told = json.loads(run("template", "check", path, "--doc", "list", "--format", "json").out)
    assert [one["cell"] for one in told["diagnostics"]] == places


def test_a_template_is_held_against_the_paper_that_it_fits(tmp_path: Path, run: Run) -> None:
    result = run("template", "check", template(tmp_path / "mau.docx", SOUND))
    assert (result.code, result.out.splitlines()[-1]) == (0, "Đã kiểm tra 1 tệp: không có lỗi.")
    assert "xét theo giấy tờ list" in result.err
    assert run("template", "check", tmp_path / "mau.docx", "--doc", "plan").code == 1


def test_a_campaign_tells_what_would_stay_blank(tmp_path: Path, run: Run) -> None:
    rows = ["{%p for row in groups[0].parts[0].rows %}", "{{ row.name }} {{ row.note }}", "{%p endfor %}"]
    path = template(tmp_path / "mau.docx", {"body": rows})
    assert run("template", "check", path, "--doc", "list").code == 0
    result = run("template", "check", path, CAMPAIGN, "--doc", "list")
    assert result.code == 0
    assert "thẻ {{ row.note }} in ra trống" in result.out


@pytest.mark.parametrize("name", PAPERS)
def test_the_names_of_each_paper_are_listed(name: str, run: Run) -> None:
    result = run("template", "list", "--doc", name)
    assert result.code == 0
    assert "letterhead.issuer" in result.out
    assert f"--doc {name}" in result.out


def test_samples_come_from_the_campaign_that_is_named(run: Run) -> None:
    result = run("template", "list", CAMPAIGN, "--doc", "list")
    assert "Cục Thống kê" in result.out
    assert run("template", "list", "--doc", "khong-co").code == 2


def test_a_paper_is_printed_through_the_template(tmp_path: Path, run: Run) -> None:
    path = template(tmp_path / "mau.docx", SOUND)
    out = tmp_path / "out"
    result = run("render", CAMPAIGN, "--doc", "list", "--template", path, "-o", out, "--occasion", "tong-ket")
    assert result.code == 0
    (file,) = out.iterdir()
    assert file.name == "vi-nguoi-ngheo-danh-sach-de-nghi-tong-ket-2025.docx"
    assert "Bằng khen" in opened(file.read_bytes()).paragraphs[1].text


def test_a_faulty_template_prints_nothing_and_tells_all(tmp_path: Path, run: Run) -> None:
    path = template(tmp_path / "mau.docx", {"body": ["{{ titel }}", "{{ kind"]})
    result = run("render", CAMPAIGN, "--doc", "list", "--template", path, "-o", tmp_path / "out")
    assert result.code == 2
    assert result.err.count("[template-") == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "thêm --doc"),
        (("--doc", "all"), "thêm --doc"),
        (("--doc", "list", "--doc", "plan"), "thêm --doc"),
        (("--doc", "list", "--to", "html"), "--to docx"),
        (("--doc", "list", "--to", "xlsx"), "--to docx"),
    ],
)
def test_what_a_word_template_is_no_help_for_is_refused(
    tmp_path: Path, run: Run, options: tuple[str, ...], told: str
) -> None:
    result = run("render", CAMPAIGN, *options, "--template", template(tmp_path / "mau.docx", SOUND), "-o", tmp_path)
    assert result.code == 2
    assert told in result.err


def renamed(path: Path, kind: str) -> None:
    """Give the main part of a Word file another kind, as Word writes .dotx and .docm."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    copy = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry).replace(main.encode(), kind.encode()))
    shutil.move(copy, path)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED = {
    "old.doc": (OLE + "WordDocument".encode("utf-16-le"), "tệp Word cũ (.doc)"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
    "page.docx": (b"<html><body>{{ title }}</body></html>", "trang web"),
    "text.docx": (b"{{ title }}", "không phải là mẫu Word"),
    "broken.docx": (b"PK\x03\x04 x", "bị hỏng"),
    "paper.pdf": (b"%PDF-1.7", "tệp PDF"),
    "empty.docx": (b"", "không phải là mẫu Word"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_files_of_other_kinds_are_refused(name: str, tmp_path: Path, run: Run) -> None:
    content, told = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    result = run("template", "check", tmp_path / name)
    assert result.code == 2
    assert told in result.err


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "bản mẫu Word (.dotx)"),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "có macro (.docm)"),
    ],
)
def test_templates_of_word_itself_and_macros_are_refused(tmp_path: Path, run: Run, kind: str, told: str) -> None:
    path = template(tmp_path / "mau.docx", SOUND)
    renamed(path, kind)
    result = run("template", "check", path)
    assert result.code == 2
    assert told in result.err
    assert run("template", "check", tmp_path / "khong-co.docx").code == 2


def test_a_campaign_that_cannot_make_the_paper_says_why(tmp_path: Path, run: Run) -> None:
    path = template(tmp_path / "mau.docx", SOUND)
    result = run("template", "check", path, ROOT / "plans" / "dak-nong-20-nam", "--doc", "list")
    assert result.code == 0
    assert "còn thiếu danh sách đề nghị" in result.err
    assert run("template", "check", path, tmp_path).code == 2


@pytest.mark.office
@pytest.mark.slow
def test_a_template_is_printed_as_pdf(tmp_path: Path, run: Run) -> None:
    options = ("--doc", "list", "--occasion", "tong-ket", "--to", "pdf")
    result = run("render", CAMPAIGN, *options, "--template", template(tmp_path / "mau.docx", SOUND), "-o", tmp_path)
    assert result.code == 0
    assert (tmp_path / "vi-nguoi-ngheo-danh-sach-de-nghi-tong-ket-2025.pdf").read_bytes().startswith(b"%PDF")
