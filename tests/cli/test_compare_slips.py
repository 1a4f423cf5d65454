"""Slips made by hand in Word files, as a person would: each is told at its place, beside the body too, alone."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from tests.cli.book_rounds import THIDUA
from tests.cli.compared_papers import CAMPAIGN, DAY, codes, compared
from tests.conftest import ROOT, Run
from tests.page.test_word_drawings import png

SLIPS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("slips.yaml").read_text(encoding="utf-8"))
REPORT = "bao-cao-tong-ket"
BODY = "word/document.xml"


@pytest.fixture
def take(made: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return a copy of a paper that may be changed."""

    def taken(short: str) -> Path:
        return Path(shutil.copy(made / f"vi-nguoi-ngheo-{short}.docx", tmp_path))

    return taken


def rewritten(file: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change the bytes of one part of a file."""
    copy = file.with_suffix(".tmp")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        assert part in old.namelist()
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry == part else content)
    shutil.move(copy, file)
    return file


def slip(old: str, new: str) -> Callable[[bytes], bytes]:
    """Type other words in place of the first old ones in the body."""

    def changed(content: bytes) -> bytes:
        text = content.decode().replace("\u00a0", " ")
        assert old in text, f"{old} stands nowhere"
        return text.replace(old, new, 1).encode()

    return changed


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_at_its_place(name: str, take: Callable[[str], Path], run: Run) -> None:
    told = SLIPS[name]
    file = rewritten(take(told["file"]), BODY, slip(told["old"], told["new"]))
    found = compared(run, file)
    wanted = {told["code"]} if isinstance(told["code"], str) else set(told["code"])
    assert codes(found) == wanted, found
    assert all(one["file"].endswith(file.name) and one["path"] for one in found)
    assert {one["path"] for one in found} == {told.get("at", found[0]["path"])}


def saved(file: Path, change: Callable[[Any], object]) -> Path:
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))
    return file


def led(document: Any) -> Paragraph:
    """Return a paragraph of the report that counts something."""
    (found,) = [one for one in document.paragraphs if "Để chỉ đạo thực hiện" in one.text]
    return found


def header(document: Any) -> None:
    document.sections[0].header.add_paragraph("Kèm theo Tờ trình số 99/TTr-CTK")


def footer(document: Any) -> None:
    document.sections[0].footer.paragraphs[0].text = "Người soạn: Nguyễn Văn Thử"


def box(document: Any) -> None:
    inside = "<w:txbxContent><w:p><w:r><w:t>Bổ sung 03 cá nhân</w:t></w:r></w:p></w:txbxContent>"
    spaces = f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'
    xml = f"<w:r {spaces}><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"
    led(document)._p.append(parse_xml(xml))


def row(document: Any) -> None:
    table = next(one for one in document.tables if len(one.rows) > 4)
    table.add_row().cells[1].text = "Hội thi tìm hiểu"


def no_row(document: Any) -> None:
    (found,) = document.element.xpath("//w:tr[contains(., 'Ngày công giúp sửa nhà')]")
    found.getparent().remove(found)


def no_paragraph(document: Any) -> None:
    led(document)._p.getparent().remove(led(document)._p)


def paragraph(document: Any) -> None:
    led(document).insert_paragraph_before("Khen thưởng thêm 04 hộ gia đình ở các thôn.")


def inserted(document: Any) -> None:
    xml = f'<w:ins {nsdecls("w")} w:id="9" w:author="A"><w:r><w:t> và 12 nhà hảo tâm</w:t></w:r></w:ins>'
    led(document)._p.append(parse_xml(xml))


def deleted(document: Any) -> None:
    for run in led(document).runs:
        for text in run._r.xpath("w:t"):
            text.tag = text.tag.replace("}t", "}delText")
        home = parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="A"/>')
        run._r.addprevious(home)
        home.append(run._r)


def comment(document: Any) -> None:
    document.add_comment(led(document).runs, text="Xem lại số này", author="A")


ASIDE = {
    header: {"paper-adds"},
    footer: {"paper-adds"},
    box: {"paper-adds"},
    row: {"paper-adds"},
    no_row: {"paper-lacks"},
    no_paragraph: {"paper-lacks"},
    paragraph: {"paper-adds"},
    inserted: {"paper-differs", "paper-unfinished"},
    deleted: {"paper-lacks", "paper-unfinished"},
    comment: {"paper-unfinished"},
}


@pytest.mark.parametrize("change", ASIDE, ids=[one.__name__ for one in ASIDE])
def test_what_is_changed_in_other_ways_is_not_passed_over(
    change: Callable[[Any], None], take: Callable[[str], Path], run: Run
) -> None:
    found = compared(run, saved(take(REPORT), change))
    assert codes(found) == ASIDE[change], found


def test_a_footnote_is_read(take: Callable[[str], Path], run: Run) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>Trong đó 09 hộ tái nghèo</w:t></w:r></w:p>'
    file = take(REPORT)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/footnotes.xml", f"{note}</w:footnote></w:footnotes>")
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
    rewritten(file, "[Content_Types].xml", lambda content: content.replace(b"</Types>", override))
    (one,) = compared(run, file)
    assert (one["code"], one["path"]) == ("paper-adds", "chú thích chân trang, đoạn 1")


def test_numbers_of_charts_are_compared_as_drawn_and_in_the_workbook(take: Callable[[str], Path], run: Run) -> None:
    found = compared(
        run, rewritten(take(REPORT), "word/charts/chart1.xml", lambda xml: xml.replace(b">1.7<", b">2.7<"))
    )
    assert {(one["code"], one["path"]) for one in found} == {("paper-chart", "biểu đồ 1")}
    told = " ".join(one["message"] for one in found)
    assert "“2022” tệp vẽ 2,7, theo số liệu là 1,7" in told
    assert "Edit Data" in told


def test_a_workbook_that_says_otherwise_than_its_chart_is_told(take: Callable[[str], Path], run: Run) -> None:
    def other(content: bytes) -> bytes:
        from openpyxl import load_workbook

        book, stream = load_workbook(BytesIO(content)), BytesIO()
        book.worksheets[0]["C2"] = 9.9
        book.save(stream)
        return stream.getvalue()

    (one,) = compared(run, rewritten(take(REPORT), "word/embeddings/chart1.xlsx", other))
    assert (one["code"], one["path"]) == ("paper-chart", "biểu đồ 1")


def test_a_chart_that_was_taken_out_is_told(take: Callable[[str], Path], run: Run) -> None:
    def without(content: bytes) -> bytes:
        return re.sub(
            rb"<w:drawing>(?:(?!</w:drawing>).)*?<c:chart .*?</w:drawing>", b"", content, count=1, flags=re.DOTALL
        )

    found = compared(run, rewritten(take(REPORT), BODY, without))
    assert "paper-chart" in codes(found)


def test_a_picture_that_was_put_in_is_told(take: Callable[[str], Path], tmp_path: Path, run: Run) -> None:
    (tmp_path / "anh.png").write_bytes(png(8, 8))
    file = saved(take(REPORT), lambda document: document.add_picture(str(tmp_path / "anh.png"), width=Cm(2)))
    (one,) = compared(run, file)
    assert one["code"] == "paper-picture"
    assert "tệp có 1 ảnh" in one["message"]


@pytest.fixture
def without(tmp_path: Path) -> Callable[[str], Path]:
    """Return the campaign without one of its files."""

    def taken(gone: str) -> Path:
        campaign = Path(shutil.copytree(CAMPAIGN, tmp_path / "campaign"))
        (campaign / gone).unlink()
        return campaign

    return taken


@pytest.mark.parametrize(
    ("gone", "short", "what"),
    [
        ("council.yaml", "bien-ban-hop-hoi-dong", "kết quả họp Hội đồng"),
        ("council.yaml", "giay-moi-hop-hoi-dong", "kết quả họp Hội đồng"),
        ("decisions.yaml", "giay-khen-qd-giay-khen-2025", "quyết định khen thưởng"),
        ("register.csv", "thong-ke", "sổ khen thưởng"),
    ],
)
def test_a_paper_that_cannot_be_made_any_more_is_compared_as_far_as_is_known(
    gone: str, short: str, what: str, take: Callable[[str], Path], without: Callable[[str], Path], run: Run
) -> None:
    found = compared(run, take(short), campaign=without(gone))
    assert [one for one in found if one["severity"] == "error"] == []
    (one,) = [one for one in found if one["code"] == "paper-open"]
    assert what in one["message"]
    assert one["hint"]


def test_a_post_is_held_against_the_lists_where_the_paper_cannot_be_made(
    take: Callable[[str], Path], without: Callable[[str], Path], run: Run
) -> None:
    change = slip("Chi cục trưởng, Chi cục Thống kê thành phố", "Trưởng phòng, Chi cục Thống kê thành phố")
    file = rewritten(take("bien-ban-hop-hoi-dong"), BODY, change)
    (one,) = [one for one in compared(run, file, campaign=without("council.yaml")) if one["code"] == "paper-differs"]
    assert "trưởng phòng" in one["message"].casefold()


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("folder", sorted(path for path in (ROOT / "plans").iterdir() if path.is_dir()), ids=str)
def test_what_an_office_only_opened_and_saved_agrees(folder: Path, tmp_path: Path, office: str, run: Run) -> None:
    command = [*THIDUA, "render", str(folder), "--doc", "all", "-o", str(tmp_path / "made"), "--draft", *DAY]
    subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    files = sorted((tmp_path / "made").glob("*.docx"))
    assert files
    convert = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "docx"]
    subprocess.run([*convert, "--outdir", str(tmp_path / "saved"), *map(str, files)], check=True, capture_output=True)
    found = compared(run, *sorted((tmp_path / "saved").glob("*.docx")), campaign=folder)
    assert [one for one in found if one["code"] != "paper-open"] == []
