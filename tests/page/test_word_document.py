"""The Word file: its fingerprint, the rules of the page, and equal bytes."""

import os
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from tests.fingerprint import fingerprint
from tests.page.printed import parts_of
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.metrics import text_width_mm

_HERE = Path(__file__).parent
_PAPERS = ("nd30", "party")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _html(name: str) -> str:
    return (_HERE / f"{name}.html").read_text(encoding="utf-8")


def _docx(name: str) -> bytes:
    return to_docx(_html(name), source=f"{name}.html")


@pytest.mark.parametrize("name", _PAPERS)
def test_a_whole_paper_looks_as_agreed(name: str) -> None:
    golden = _HERE / f"{name}.golden"
    seen = fingerprint(_docx(name))
    if os.environ.get("THIDUA_UPDATE"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", _PAPERS)
def test_the_same_paper_gives_the_same_bytes(name: str) -> None:
    assert _docx(name) == _docx(name)
    with zipfile.ZipFile(BytesIO(_docx(name))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_the_package_holds_no_waste() -> None:
    parts = parts_of(_docx("nd30"))
    assert set(parts) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/document.xml",
        "word/_rels/document.xml.rels", "word/fontTable.xml", "word/header-none.xml", "word/header-page.xml",
        "word/settings.xml", "word/styles.xml",
    }  # fmt: skip
    assert not [name for name, part in parts.items() if re.search(rb"Calibri|Cambria|Theme=|python-docx", part)]


def test_table_rows_hold_together_and_headers_repeat() -> None:
    document = parts_of(_docx("nd30"))["word/document.xml"].decode()
    assert document.count("<w:tr>") == document.count("<w:cantSplit/>")
    assert document.count("<w:tblHeader/>") == 2


def test_the_page_of_state_papers() -> None:
    document = Document(BytesIO(_docx("nd30")))
    portrait, landscape = document.sections
    assert (round(portrait.page_width.mm), round(portrait.page_height.mm)) == (210, 297)
    edges = (portrait.top_margin, portrait.bottom_margin, portrait.left_margin, portrait.right_margin)
    assert [round(edge.mm) for edge in edges] == [20, 20, 30, 15]
    assert landscape.page_width > landscape.page_height
    numbering = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]
    assert numbering[0] is None
    assert numbering[1].get(qn("w:start")) == "1"


def test_a_landscape_part_that_counts_on_shows_its_number_at_once() -> None:
    text = '<p class="body">a</p>'
    sections = f'<section>{text}</section><section class="landscape">{text}</section>'
    html = f'<article data-layout="nd30">{sections}</article>'
    first, second = Document(BytesIO(to_docx(html, source="mau.html"))).sections
    assert first.different_first_page_header_footer
    assert not second.different_first_page_header_footer


def test_one_face_in_all_four_slots_and_one_language() -> None:
    root = etree.fromstring(parts_of(_docx("nd30"))["word/styles.xml"])
    slots = list(root.iter(f"{_W}rFonts"))
    assert len(slots) == 2
    for fonts in slots:
        assert {fonts.get(f"{_W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    assert [lang.get(f"{_W}val") for lang in root.iter(f"{_W}lang")] == ["vi-VN"]


def test_headings_show_in_the_navigation_pane_and_stay_with_their_text() -> None:
    styles = Document(BytesIO(_docx("nd30"))).styles
    for level in (1, 2, 3, 4):
        style = styles[f"Đề mục cấp {level}"]
        assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)
        assert style.paragraph_format.keep_with_next
    assert styles["Đoạn kết"].paragraph_format.keep_with_next


def _line_lengths(data: bytes, room: dict[str, float]) -> dict[str, float]:
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    lengths = {}
    for properties in root.iter(f"{_W}pPr"):
        name = properties[0].get(f"{_W}val")
        if name in room:
            sides = sum(int(properties.find(f"{_W}ind").get(f"{_W}{side}")) for side in ("left", "right"))
            lengths[name] = room[name] - sides * 25.4 / 1440
    return lengths


def test_lines_have_the_length_the_rules_ask_for() -> None:
    lengths = _line_lengths(_docx("nd30"), {"motto-line": 98, "issuer-line": 73, "subject-line": 165})
    assert lengths["motto-line"] == pytest.approx(60.46, abs=0.1)
    issuer = text_width_mm("VÀ PHÁT TRIỂN CỘNG ĐỒNG", 13, bold=True)
    assert issuer / 3 <= lengths["issuer-line"] <= issuer / 2
    subject = text_width_mm("Phát động đợt thi đua đặc biệt lập thành tích chào mừng kỷ niệm 30 năm", 14, bold=True)
    assert subject / 3 <= lengths["subject-line"] <= subject / 2
    party = _line_lengths(_docx("party"), {"party-title-line": 95})
    assert party["party-title-line"] == pytest.approx(72.91, abs=0.1)


def test_the_right_column_of_the_letterhead_grows_for_a_long_place_and_date() -> None:
    html = _html("nd30").replace("Hòa An, ngày", "Thành phố Hồ Chí Minh, ngày 29")
    left, right = [column.width.mm for column in Document(BytesIO(to_docx(html, source="x"))).tables[0].columns]
    text = "Thành phố Hồ Chí Minh, ngày 29\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0tháng 3 năm 2026"
    assert right >= text_width_mm(text, 14, italic=True)
    assert left + right == pytest.approx(171, abs=0.1)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban nhân dân tỉnh Hòa An", ["ỦY BAN NHÂN DÂN", "TỈNH HÒA AN"]),
        ("Sở Mẫu", ["SỞ MẪU"]),
        ("Sở Kế hoạch và Phát triển cộng đồng", ["SỞ KẾ HOẠCH", "VÀ PHÁT TRIỂN CỘNG ĐỒNG"]),
    ],
)
def test_long_names_of_bodies_break_by_their_sense(name: str, lines: list[str]) -> None:
    row = f'<tr><td><p class="issuer">{name}</p></td><td><p class="motto">x</p></td></tr>'
    html = f'<article data-layout="nd30"><section><table class="letterhead">{row}</table></section></article>'
    document = Document(BytesIO(to_docx(html, source="mau.html")))
    assert document.tables[0].rows[0].cells[0].paragraphs[0].text.split("\n") == lines


def test_properties_and_hostile_text() -> None:
    html = (
        '<article data-layout="nd30" data-title="A &amp; B" data-author="C &lt;D&gt;" data-date="2026-03-02">'
        '<section><p class="body">A &amp; B &lt;C&gt; "]]&gt;" {{ x }} $font</p></section></article>'
    )
    document = Document(BytesIO(to_docx(html, source="mau.html")))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == ("A & B", "C <D>", "vi-VN")
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-03-02"
    assert document.paragraphs[0].text == 'A & B <C> "]]>" {{ x }} $font'


def test_an_undated_paper_has_a_fixed_day() -> None:
    created = Document(BytesIO(_docx("party"))).core_properties.created
    assert created is not None
    assert created.date().isoformat() == "2020-01-01"


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_prints_the_pages(tmp_path: Path) -> None:
    source = tmp_path / "nd30.docx"
    source.write_bytes(_docx("nd30"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = _printed(tmp_path, "-layout").split("\f")[:-1]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    tops = [page.strip().split("\n")[0].strip() for page in pages]
    assert tops[0].startswith("ỦY BAN NHÂN DÂN")
    assert tops[1:3] == ["2", "3"]
    assert tops[-1] == "Phụ lục"
    signature = next(page for page in pages if "Nguyễn Văn A" in page)
    assert "xem xét, quyết định./." in signature
    boxes = re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" .*?>(.+?)<', _printed(tmp_path, "-bbox"))
    _, top, end, _ = next(box for box in boxes if box[3] == "NAM")
    start = next(box[0] for box in boxes if box[1] == top and box[3] == "CỘNG")
    printed = (float(end) - float(start)) * 25.4 / 72
    measured = text_width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    assert measured == pytest.approx(printed, abs=0.3)


def _printed(folder: Path, option: str) -> str:
    command = ["pdftotext", option, str(folder / "nd30.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
