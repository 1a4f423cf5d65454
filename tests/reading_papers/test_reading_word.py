"""Word files: what a reader sees on the page."""

import re
import subprocess
import unicodedata
import zipfile
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PLANS
from tests.reading_papers.example_papers import docx, paragraphs, printed, read_back
from tests.reading_papers.word_files import item, level, lists, p, r, table, word, zipped
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import Spot
from thidua_cli.papers.engine import prose
from thidua_cli.reading.papers.open_paper import parse_paper, read_paper
from thidua_cli.reading.papers.paper import Line, Paper, Run, folded

_EXAMPLES = pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)


def read(body: str, **parts: str) -> Paper:
    return parse_paper(word(body, **parts), "cũ.docx")


def marked(body: str, **parts: str) -> list[str]:
    return [line.marked for line in read(body, **parts).lines]


def numbered(body: str, numbering: str, styles: str = "") -> list[str]:
    return [f"{line.number} {line.text}" for line in read(body, numbering=numbering, styles=styles).lines]


def test_paragraphs_and_their_places() -> None:
    paper = read(p("KẾ HOẠCH") + p("") + p("I. ", "Mục đích"))
    assert [(line.text, line.place.line, line.place.path) for line in paper.lines] == [
        ("KẾ HOẠCH", 1, "đoạn 1"),
        ("I. Mục đích", 2, "đoạn 2"),
    ]


def test_looks_of_runs_and_their_styles() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    heading = '<w:pStyle w:val="H2"/>'
    body = (
        p("Thường, ", r("đậm", "<w:b/>"), " và ", r("nghiêng", '<w:i w:val="1"/>'))
        + p("Đề mục ", r("không đậm", '<w:b w:val="0"/>'), properties=heading)
        + p("Đậm ", r("hai lần", '<w:rStyle w:val="S"/>'), properties=heading)
        + p(r("mạnh", '<w:rStyle w:val="S"/>'))
    )
    paper = read(body, styles=styles)
    assert [line.marked for line in paper.lines] == [
        "Thường, **đậm** và *nghiêng*",
        "**Đề mục** không đậm",
        "**Đậm** hai lần",
        "**mạnh**",
    ]
    assert [(line.style, line.align) for line in paper.lines[:2]] == [("Normal", ""), ("heading 2", "center")]
    assert paper.lines[1].centred


def test_a_word_cut_into_runs_has_one_look() -> None:
    body = p(r("đ", "<w:b/>"), "ậm", r(" hẳn", "<w:b/>"), r(", nghiêng", "<w:i/>"))
    assert marked(body) == ["**đậm hẳn**, *nghiêng*"]


def test_a_letter_and_its_accent_in_two_runs() -> None:
    (line,) = read(p(r("Ho", "<w:b/>"), "\u0300a B", "\u0300inh")).lines
    assert unicodedata.is_normalized("NFC", line.text)
    assert "Hòa" in line.text


def test_signs_breaks_and_what_is_not_shown() -> None:
    body = (
        p("<w:r><w:t>1.</w:t><w:tab/><w:t>Mục đích</w:t></w:r>")
        + p("<w:r><w:t>Độc</w:t><w:softHyphen/><w:t> lập </w:t><w:noBreakHyphen/><w:t> Tự do</w:t></w:r>")
        + p('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:t> Mũi tên, </w:t></w:r>', "\uf0b7 chấm")
        + p("Hiện ", r("ẩn", "<w:vanish/>"), r("hoa", "<w:caps/>"))
        + p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", " là tổng")
        + p("Bỏ dấu", "<w:r><w:footnoteReference w:id='2'/></w:r>")
    )
    paper = read(body)
    assert [line.text for line in paper.lines] == [
        "1. Mục đích",
        "Độc lập - Tự do",
        "➢ Mũi tên, • chấm",
        "Hiện HOA",
        "a+b là tổng",
        "Bỏ dấu",
    ]
    assert [(note.message, note.place.path) for note in paper.notes] == [("bỏ chú thích cuối trang", "đoạn 6")]


def test_tracked_changes_are_taken() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        p(
            "Tặng ",
            "<w:ins><w:r><w:t>02</w:t></w:r></w:ins>",
            "<w:del><w:r><w:delText>05</w:delText></w:r></w:del>",
            " cờ",
        )
        + p("<w:moveFrom><w:r><w:t>Chuyển đi</w:t></w:r></w:moveFrom>")
        + p("<w:moveTo><w:r><w:t>Chuyển đến</w:t></w:r></w:moveTo>")
        + p("Hai đoạn ", properties=gone)
        + p("thành một")
        + p("Hết", properties=gone)
        + table([p("bỏ")], [p("giữ")]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    )
    assert marked(body) == ["Tặng 02 cờ", "Chuyển đến", "Hai đoạn thành một", "Hết", "giữ"]


def test_results_of_fields_but_no_page_numbers() -> None:
    def field(code: str, result: str) -> str:
        char = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
        code = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        return f"{char('begin')}{code}{char('separate')}<w:r><w:t>{result}</w:t></w:r>{char('end')}"

    body = (
        p("Hạn ", field("DATE", "30/11/2026"), " hằng năm")
        + p(field("PAGE", "7"), "<w:fldSimple w:instr=' PAGE '><w:r><w:t>8</w:t></w:r></w:fldSimple>")
        + p("<w:fldSimple w:instr='TITLE'><w:r><w:t>Tên</w:t></w:r></w:fldSimple>")
        + p("<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>")
        + p("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>ô điền</w:t></w:r></w:sdtContent></w:sdt>")
    )
    assert marked(body) == ["Hạn 30/11/2026 hằng năm", "Tên", "liên kết", "ô điền"]


def test_a_text_box_is_read_once() -> None:
    inside = f"<w:txbxContent>{p('DỰ THẢO')}{p('lần 2')}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('khung cũ')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert marked(p("KẾ HOẠCH", box) + p(old)) == ["KẾ HOẠCH", "DỰ THẢO", "lần 2", "khung cũ"]


def test_tables_in_their_place_and_within_each_other() -> None:
    inner = table([p("a"), p("b")])
    body = p("Trước") + table([p("1") + p("một"), p("2")], [inner + p("sau"), p("4")]) + p("Sau") + table([p("hết")])
    found = [(line.text, line.cell) for line in read(body).lines]
    assert found == [
        ("Trước", None),
        ("1", (0, 0, 0)),
        ("một", (0, 0, 0)),
        ("2", (0, 0, 1)),
        ("a", (1, 0, 0)),
        ("b", (1, 0, 1)),
        ("sau", (0, 1, 0)),
        ("4", (0, 1, 1)),
        ("Sau", None),
        ("hết", (2, 0, 0)),
    ]


def test_a_cell_over_two_columns_counts_twice() -> None:
    wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('rộng')}</w:tc>"
    body = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{wide}<w:tc>{p('ba')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert [line.cell for line in read(body).lines] == [(0, 0, 0), (0, 0, 2)]


BR = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    ("text", "in_cell", "lines"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), True, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]),
        (("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT."), True, ["Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT."]),
        (("KẾ HOẠCH", "Phát động thi đua"), False, ["KẾ HOẠCH", "Phát động thi đua"]),
        (("Phát động thi đua", "chào mừng đại hội"), False, ["Phát động thi đua chào mừng đại hội"]),
        (("Chào mừng Đại hội", "Mặt trận Tổ quốc"), False, ["Chào mừng Đại hội Mặt trận Tổ quốc"]),
        (("CHỦ TỊCH", "", "", "Nguyễn Văn A"), True, ["CHỦ TỊCH", "Nguyễn Văn A"]),
        (("Phòng Nội vụ", "Phòng Tài chính"), True, ["Phòng Nội vụ", "Phòng Tài chính"]),
        (
            ("Độc lập - Tự do - Hạnh phúc", "Hà Giang, ngày 3 tháng 2"),
            False,
            ["Độc lập - Tự do - Hạnh phúc", "Hà Giang, ngày 3 tháng 2"],
        ),
    ],
)
def test_line_breaks_within_a_paragraph(text: tuple[str, ...], in_cell: bool, lines: list[str]) -> None:
    paragraph = f"<w:p>{BR.join(r(part) for part in text)}</w:p>"
    paper = read(table([paragraph]) if in_cell else paragraph)
    assert [line.text for line in paper.lines] == lines
    assert {line.place.path for line in paper.lines} == {"đoạn 1"}


def test_halves_of_a_paragraph_are_joined_but_not_those_of_a_template() -> None:
    halves = ("Toàn thể đoàn viên, hội viên trong huyện thi đua lập thành tích trên tất cả các", "lĩnh vực công tác.")
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Nội dung"/></w:style>'
    )
    assert marked("".join(map(p, halves)), styles=styles) == [" ".join(halves)]
    assert marked("".join(p(half, properties='<w:pStyle w:val="T"/>') for half in halves), styles=styles) == [*halves]


def test_columns_of_tabs_outside_tables() -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = (
        p("UBND XÃ A", tab, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("Số: 12/KH-UBND", tab, "Độc lập - Tự do - Hạnh phúc")
        + p("KẾ HOẠCH")
        + table([p("ô")])
    )
    assert [(line.text, line.cell) for line in read(body).lines] == [
        ("UBND XÃ A", (1, 0, 0)),
        ("Số: 12/KH-UBND", (1, 0, 0)),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (1, 0, 1)),
        ("Độc lập - Tự do - Hạnh phúc", (1, 0, 1)),
        ("KẾ HOẠCH", None),
        ("ô", (0, 0, 0)),
    ]


def test_numbers_of_levels_count_and_begin_again() -> None:
    numbering = lists(
        level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "lowerLetter", "%3)")
        + level(3, "bullet", "-")
    )
    steps = [(0, "A"), (1, "b"), (2, "c"), (2, "d"), (1, "e"), (2, "f"), (0, "G"), (1, "h"), (3, "i")]
    assert numbered("".join(item(text, 1, depth) for depth, text in steps), numbering) == [
        "I. A", "1. b", "a) c", "b) d", "2. e", "a) f", "II. G", "1. h", "- i",
    ]  # fmt: skip


def test_numbers_of_several_levels_in_one_mark() -> None:
    numbering = lists(
        level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2.", "<w:isLgl/>") + level(2, "decimal", "%2.%3")
    )
    assert numbered(item("a", 1) + item("b", 1, 1) + item("c", 1, 2), numbering) == ["I a", "1.1. b", "1.1 c"]


def test_two_lists_go_on_unless_one_starts_anew() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), "", "", start.format(1), start.format(7))
    body = item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 4)
    assert numbered(body, numbering) == ["1. a", "2. b", "1. c", "2. d", "7. e"]


def test_a_level_may_be_told_not_to_begin_again() -> None:
    numbering = lists(level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>', start=3))
    body = item("a", 1) + item("b", 1, 1) + item("c", 1) + item("d", 1, 1)
    assert numbered(body, numbering) == ["1. a", "3) b", "2. c", "4) d"]


@pytest.mark.parametrize(
    ("form", "number", "mark"),
    [
        ("decimalZero", 7, "07"), ("lowerRoman", 14, "xiv"), ("upperRoman", 249, "CCXLIX"), ("upperLetter", 27, "AA"),
        ("lowerLetter", 5, "e"), ("vietnameseCounting", 4, "bốn"), ("none", 3, ""), ("chineseCounting", 3, "3"),
        ("lowerLetter", 0, "0"),
    ],
)  # fmt: skip
def test_formats_of_numbers(form: str, number: int, mark: str) -> None:
    (line,) = read(item("a", 1), numbering=lists(level(0, form, "%1", start=number))).lines
    assert line.number == mark


def test_bullets_as_word_shows_them() -> None:
    numbering = lists(level(0, "bullet", "\uf0b7") + level(1, "bullet", "+") + level(2, "bullet", "\uf0e8"))
    assert numbered(item("a", 1) + item("b", 1, 1) + item("c", 1, 2), numbering) == ["• a", "+ b", "• c"]


def test_a_number_that_comes_with_the_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="K"><w:name w:val="heading 2"/>'
        '<w:basedOn w:val="H"/></w:style>'
    )
    numbering = lists(
        level(0, "decimal", "%1.", '<w:pStyle w:val="H"/>') + level(1, "lowerLetter", "%2)", '<w:pStyle w:val="K"/>')
    )
    body = (
        p("a", properties='<w:pStyle w:val="H"/>')
        + p("b", properties='<w:pStyle w:val="K"/>')
        + p("c", properties='<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert numbered(body, numbering, styles) == ["1. a", "a) b", " c"]
    assert [line.level for line in read(body, numbering=numbering, styles=styles).lines] == [0, 1, None]


_WORDS = st.lists(
    st.tuples(st.sampled_from(["đậm ", "hai", ", ", ": ", "“", "” ", "( ", ". "]), st.booleans(), st.booleans())
)


@given(_WORDS)
def test_marks_are_read_by_plans_as_they_were_meant(words: list[tuple[str, bool, bool]]) -> None:
    """The words that Word shows bold or italic are so again in the printed plan; bold italic ones are bold."""
    runs = folded(Run(text, bold, italic) for text, bold, italic in words)
    html = str(prose(Line(runs, Spot("f")).marked))
    assert re.sub("<[^>]*>", "", html) == "".join(run.text for run in runs)
    look = {(True, True): "b", (True, False): "b", (False, True): "i", (False, False): ""}
    expected = [(look[run.bold, run.italic], word) for run in runs for word in re.findall(r"\w+", run.text)]
    assert [(tag, word) for tag, text in _tagged(html) for word in re.findall(r"\w+", text)] == expected


def _tagged(html: str) -> list[tuple[str, str]]:
    """The stretches of flat HTML, each with its tag."""
    found = re.findall(r"<([bi])>(.*?)</\1>|([^<]+)", html)
    return [(tag, inside or outside) for tag, inside, outside in found]


@_EXAMPLES
def test_what_render_prints_is_read_line_by_line(folder: Path) -> None:
    expected = [" ".join(paragraph.text.split()) for paragraph in paragraphs(folder)]
    ornaments = {"*", "-----"}
    assert printed(folder) == [text for text in expected if text not in ornaments]


@_EXAMPLES
def test_what_render_prints_keeps_its_styles(folder: Path) -> None:
    styles = {line.style for line in read_back(folder).lines}
    assert {"Tên loại văn bản", "Trích yếu", "Đề mục cấp 1", "Nơi nhận", "Họ tên người ký"} <= styles


@pytest.mark.office
def test_what_libreoffice_saves_is_read_the_same(office: str, tmp_path: Path) -> None:
    """Plain text opened and saved as .docx, and our own file saved again."""
    for at, folder in enumerate(PLANS):
        (tmp_path / f"{at}.txt").write_text("\n\n".join(printed(folder)), encoding="utf-8")
        (tmp_path / f"{at}.docx").write_bytes(docx(folder))
    out = tmp_path / "out"
    for source in ("txt", "docx"):
        files = [str(path) for path in sorted(tmp_path.glob(f"*.{source}"))]
        encoding = ["--infilter=Text (encoded):UTF8,LF,,,"] if source == "txt" else []
        command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", *encoding]
        command += ["--convert-to", "docx", "--outdir", str(out / source), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    for (at, folder), source in product(enumerate(PLANS), ("txt", "docx")):
        lines: tuple[Line, ...] = read_paper(out / source / f"{at}.docx").lines
        assert [line.text for line in lines] == printed(folder)


OTHERS = {
    "odt": ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "OpenDocument"),
    "xlsx": ({"_rels/.rels": b"<a/>", "xl/workbook.xml": b"<a/>"}, "bảng tính"),
    "zip": ({"ảnh.jpg": b"x"}, "tệp nén"),
    "no body": ({"_rels/.rels": b"<a/>", "word/document.xml": b"<a/>"}, "bị hỏng"),
    "no document": ({"_rels/.rels": b"<a/>"}, "bị hỏng"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_zips_are_refused(name: str) -> None:
    parts, words = OTHERS[name]
    with pytest.raises(ThiduaError, match=words):
        parse_paper(zipped(parts), "cũ.docx")


def test_a_scan_has_no_text() -> None:
    with pytest.raises(ThiduaError, match="không có chữ nào"):
        read(p("<w:r><w:drawing/></w:r>"))


FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'.format


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("KÕ ho¹ch ph¸t ®éng thi ®ua", ".VnTime"),
        ("KÕ ho¹ch ph¸t ®éng thi ®ua", "Arial"),
        ("sè", ".VnTimeH"),
        ("Thò xaõ", "VNI-Times"),
    ],
)
def test_text_in_old_fonts_is_refused(text: str, font: str) -> None:
    with pytest.raises(ThiduaError, match="bảng mã cũ"):
        read(p("KE HOACH") + p(r(text, FONT(font))))


def test_unicode_in_an_old_font_is_read() -> None:
    assert marked(p(r("Kế hoạch và sản phẩm", FONT(".VnTime")))) == ["Kế hoạch và sản phẩm"]


def test_strict_files_are_read() -> None:
    names = (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    )
    parts = {}
    with zipfile.ZipFile(BytesIO(word(item("a", 1), numbering=lists(level(0, "decimal", "%1."))))) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
            for usual, strict in names:
                parts[name] = parts[name].replace(usual, strict)
    (line,) = parse_paper(zipped(parts), "f").lines
    assert (line.number, line.text) == ("1.", "a")
