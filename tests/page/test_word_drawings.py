"""Pictures and charts: where they may come from, what stands in the file, what is printed."""

import re
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from tests.page.printed import article, drawn_boxes, parts_of, printed
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import WordError
from thidua_cli.page.vocabulary import SHARED

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def png(width: int, height: int, shown: tuple[int, int] | None = None) -> bytes:
    """Return a black picture; its head may tell another size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", *(shown or (width, height)), 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(width)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """Return the skeleton of a JPEG: start, a table, a frame, an end."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    table = b"\xff\xdb" + struct.pack(">H", 67) + bytes(65)
    return b"\xff\xd8" + table + b"\xff\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame + b"\xff\xd9"


def _img(source: str = "logo.png", attributes: str = "width='30mm'") -> str:
    return f"<img src='{source}' alt='Biểu tượng' {attributes}/>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "campaign"
    (inside / "sub").mkdir(parents=True)
    (inside / "logo.png").write_bytes(png(60, 40))
    (inside / "sub" / "photo.jpg").write_bytes(jpeg(300, 200))
    return inside


@pytest.mark.parametrize("kind", SHARED)
def test_a_table_of_many_papers_shows_the_picture_of_each(kind: str, folder: Path) -> None:
    html = article(f"<table class='{kind}'><tr><td>{_img()}</td><td>{_img()}</td></tr></table>")
    for width in (60, 50):
        logo = png(width, 40)
        (folder / "logo.png").write_bytes(logo)
        for _ in range(2):
            parts = parts_of(to_docx(html, source="x", folders=[folder]))
            assert [content for name, content in parts.items() if name.endswith(".png")] == [logo]


def test_pictures_are_printed_in_their_size_and_place(folder: Path, office: str) -> None:
    html = article(
        _img(attributes="width='60mm' data-at='10mm 200mm'") + _img() + _img(attributes="width='30mm' class='right'")
    )
    printed(html, folder, folders=[folder])
    placed, middle, right = sorted(drawn_boxes(folder / "paper.pdf"), key=lambda box: box.left)
    assert (placed.left, placed.top, placed.width, placed.height) == pytest.approx((10, 200, 60, 40), abs=0.5)
    assert (middle.width, middle.height) == pytest.approx((30, 20), abs=0.5)
    assert middle.left + 15 == pytest.approx(30 + 165 / 2, abs=0.5)
    assert right.left == pytest.approx(195 - 30, abs=0.5)


def test_a_picture_is_one_part_however_often_it_stands(folder: Path) -> None:
    html = article(_img() + _img() + _img("sub/photo.jpg", "width='20mm' height='5mm'"))
    data = to_docx(html, source="x", folders=[folder])
    parts = parts_of(data)
    media = sorted(name for name in parts if name.startswith("word/media/"))
    assert {name.rsplit(".")[1] for name in media} == {"jpeg", "png"}
    assert len(media) == 2
    assert data == to_docx(html, source="x", folders=[folder])
    document = etree.fromstring(parts["word/document.xml"])
    extents = [(int(e.get("cx", "0")), int(e.get("cy", "0"))) for e in document.iter(f"{_WP}extent")]
    assert extents == [(1080000, 720000)] * 2 + [(720000, 180000)]
    assert [e.get("descr") for e in document.iter(f"{_WP}docPr")] == ["Biểu tượng"] * 3
    assert len({e.get("id") for e in document.iter(f"{_WP}docPr")}) == 3
    assert "word/media" not in " ".join(parts_of(to_docx(article("<p class='body'>x</p>"), source="x")))


def test_the_browser_shows_pictures_without_the_network(folder: Path) -> None:
    html = article(_img() + f"<table class='grid'><tr><td class='right'>{_img()}</td></tr></table>")
    shown = to_page(html, source="x", folders=[folder])
    assert shown.count('<img alt="Biểu tượng" style="width:30mm;height:20mm" src="data:image/png;base64,') == 2
    assert not re.search(r'src="(?!data:)', shown)


_OUTSIDE = [
    "../secret.png", "sub/../../secret.png", "/etc/passwd", "{tmp}/secret.png", "link.png", "linked/secret.png",
    "file:///etc/passwd", "https://example.vn/a.png", "sub\\photo.jpg", "", ".", "sub", "none.png",
    "a" * 5000, "x\u0301/y",
]  # fmt: skip


@pytest.mark.parametrize("source", _OUTSIDE)
def test_no_picture_comes_from_outside(source: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(5, 5))
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "linked").symlink_to(tmp_path)
    html = article(_img(source.replace("{tmp}", str(tmp_path))))
    for reader in (to_docx, to_page):
        with pytest.raises(WordError, match=r"^mẫu mau.html, dòng 1: phần tử <img>: không đọc được ảnh"):
            reader(html, source="mau.html", folders=[folder])


def test_without_folders_there_are_no_pictures(folder: Path) -> None:
    with pytest.raises(WordError, match="không đọc được ảnh"):
        to_docx(article(_img()), source="mau.html")


_BROKEN = {
    "cut": png(60, 40)[:-20],
    "cut to its head": png(60, 40)[:20],
    "changed": png(60, 40).replace(b"IDAT\x78", b"IDAT\x79"),
    "of no size": png(0, 0),
    "text": b"not a picture",
    "empty": b"",
    "gif": b"GIF89a" + bytes(50),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "jpeg without end": jpeg(30, 20)[:-2],
    "jpeg without frame": b"\xff\xd8\xff\xd9",
    "jpeg of no size": jpeg(0, 20),
}


@pytest.mark.parametrize("content", _BROKEN.values(), ids=_BROKEN)
def test_broken_and_foreign_pictures_are_refused(content: bytes, folder: Path) -> None:
    (folder / "logo.png").write_bytes(content)
    with pytest.raises(WordError, match="không phải ảnh PNG hay JPEG, hoặc tệp bị hỏng"):
        to_docx(article(_img()), source="mau.html", folders=[folder])


@pytest.mark.parametrize(
    ("content", "named"), [(png(9, 9, (20000, 20000)), "40 triệu"), (png(9, 9) + bytes(10_000_000), "10 MB")]
)
def test_huge_pictures_are_refused(content: bytes, named: str, folder: Path) -> None:
    (folder / "logo.png").write_bytes(content)
    with pytest.raises(WordError, match=named):
        to_docx(article(_img()), source="mau.html", folders=[folder])


_ROWS = (
    "<tr><th>Năm</th><th>Kế hoạch</th><th>=SUM(A1)</th></tr>"
    "<tr><th>2024</th><td>1,5</td><td>1.75</td></tr><tr><th>2025</th><td>2</td><td/></tr>"
)
_PIE = "<tr><th>Ai</th><th>Số</th></tr><tr><th>Tập thể</th><td>3</td></tr><tr><th>Cá nhân</th><td>12</td></tr>"


def _figure(kind: str = "column", rows: str = _ROWS, attributes: str = "data-width='120mm' data-height='60mm'") -> str:
    return f"<figure class='{kind}' data-alt='So sánh' {attributes}>{rows}</figure>"


@pytest.mark.parametrize("kind", ["column", "bar", "stacked-column", "stacked-bar"])
def test_a_chart_holds_its_numbers_and_a_workbook(kind: str) -> None:
    html = article(_figure(kind))
    data = to_docx(html, source="x")
    assert data == to_docx(html, source="x")
    parts = parts_of(data)
    chart = etree.fromstring(parts["word/charts/chart1.xml"])
    assert [v.text for v in chart.iter(f"{_C}v")] == [
        *("Kế hoạch", "2024", "2025", "1.5", "2.0"),
        *("=SUM(A1)", "2024", "2025", "1.75"),
    ]
    assert [f.text for f in chart.iter(f"{_C}f")][:3] == ["SoLieu!$B$1", "SoLieu!$A$2:$A$3", "SoLieu!$B$2:$B$3"]
    sheet = load_workbook(BytesIO(parts["word/embeddings/chart1.xlsx"])).worksheets[0]
    assert sheet.title == "SoLieu"
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, "Kế hoạch", "=SUM(A1)"],
        ["2024", 1.5, 1.75],
        ["2025", 2, None],
    ]
    inside = parts_of(parts["word/embeddings/chart1.xlsx"])
    told = re.findall(rb'PartName="/(.+?)"', inside["[Content_Types].xml"])
    assert {name.decode() for name in told} <= set(inside)
    assert inside["docProps/core.xml"].count(b"2020-01-01") == 2
    assert sheet["C1"].data_type == "s"
    assert sheet["A2"].data_type == "s"


@pytest.mark.parametrize("kind", ["column", "bar", "stacked-column", "stacked-bar", "pie"])
def test_charts_are_printed_with_their_values(kind: str, tmp_path: Path, office: str) -> None:
    rows = _PIE if kind == "pie" else _ROWS.replace("=SUM(A1)", "Thựchiện")
    (page,) = printed(article(_figure(kind, rows)), tmp_path)
    texts = {word.text for word in page.words}
    wanted = {"thể", "nhân", "3", "12"} if kind == "pie" else {"2024", "2025", "Thựchiện", "1,50", "1,75", "2,00"}
    assert wanted <= texts
    shown = to_page(article(_figure(kind, rows)), source="x")
    labels = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", shown)).split()
    assert wanted <= set(labels)
    assert 'role="img" aria-label="So sánh"' in shown


def test_bars_grow_from_nothing_in_the_browser_too() -> None:
    shown = to_page(article(_figure(rows=_ROWS)), source="x")
    heights = [float(height) for height in re.findall(r'<rect [^>]*height="([\d.]+)"', shown)][:3]
    assert heights[0] / heights[2] == pytest.approx(1.5 / 2, abs=0.01)


def test_bars_below_nothing() -> None:
    rows = "<tr><th/><th>a</th></tr><tr><th>x</th><td>-5</td></tr><tr><th>y</th><td>5</td></tr>"
    shown = to_page(article(_figure(rows=rows)), source="x")
    tops = [float(top) for top in re.findall(r'<rect x="[\d.]+" y="([\d.]+)"', shown)]
    assert tops[0] > tops[1]


_FAULTS = {
    "no alt": ("<img src='logo.png' width='3mm' alt=' '/>", "alt"),
    "no width": ("<img src='logo.png' alt='x'/>", "width=“”"),
    "width": (_img(attributes="width='3cm'"), "width=“3cm”"),
    "nothing wide": (_img(attributes="width='0mm'"), "bề rộng"),
    "place": (_img(attributes="width='3mm' class='top'"), "class=“top”"),
    "placed in a cell": (
        "<table class='grid'><tr><td><img src='logo.png' alt='x' width='3mm' data-at='1mm 1mm'/></td></tr></table>",
        "trong ô",
    ),
    "kind": (_figure("line"), "class=“line”"),
    "ragged": (_figure(rows=_ROWS + "<tr><th>x</th></tr>"), "cùng số ô"),
    "no rows": (_figure(rows=""), "cùng số ô"),
    "no series": (_figure(rows="<tr><th>x</th></tr>"), "1-8 dãy số"),
    "no number": (_figure(rows=_ROWS.replace("1.75", "nhiều")), "“nhiều”"),
    "block in a number": (_figure(rows=_ROWS.replace("1.75", "<p>1</p>")), "ô số liệu"),
    "span": (_figure(rows=_ROWS.replace("<td>1.75", "<td colspan='2'>1.75")), "ô số liệu"),
    "negative stack": (_figure("stacked-bar", _ROWS.replace("1.75", "-1")), "số âm"),
    "pie of two": (_figure("pie"), "một dãy số"),
    "pie of nothing": (_figure("pie", _PIE.replace("3<", "0<").replace("12<", "0<")), "lớn hơn 0"),
    "small": (_figure(attributes="data-width='5mm' data-height='60mm'"), "nhỏ hơn"),
    "no size": (_figure(attributes=""), "data-width=“”"),
}


@pytest.mark.parametrize(("content", "named"), _FAULTS.values(), ids=_FAULTS)
def test_faults_of_drawings_name_template_and_line(content: str, named: str, folder: Path) -> None:
    with pytest.raises(WordError, match=rf"^mẫu mau.html, dòng 1: .*{re.escape(named)}"):
        to_docx(article(content), source="mau.html", folders=[folder])
