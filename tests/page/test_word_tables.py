"""Tables: cells over several rows, widths of columns, alignment, rows that may break, new pages."""

import re
from itertools import permutations
from pathlib import Path

import pytest
from lxml import etree

from tests.page.printed import article, parts_of, printed
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import WordError
from thidua_cli.page.metrics import text_width_mm
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import SHARED, TABLES, Table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWO_LEVELS = (
    "<thead><tr><th rowspan='2'><p class='table-head'>Họtên</p></th>"
    "<th colspan='2'><p class='table-head'>Kếtquả</p></th></tr>"
    "<tr><th><p class='table-head'>2024</p></th><th><p class='table-head'>2025</p></th></tr></thead>"
)


def _cell(text: str, words: str = "", **spans: int) -> str:
    counts = "".join(f" {name}='{count}'" for name, count in spans.items())
    return f"<td class='{words}'{counts}><p class='table-cell'>{text}</p></td>"


def _row(*texts: str, words: str = "") -> str:
    return f"<tr class='{words}'>{''.join(_cell(text) for text in texts)}</tr>"


def _grid(rows: str, columns: tuple[str, ...] = ()) -> str:
    cols = "".join(f"<col width='{width}'/>" for width in columns)
    return f"<table class='grid'>{cols}{rows}</table>"


def _document(html: str) -> etree._Element:
    return etree.fromstring(parts_of(to_docx(html, source="mau.html"))["word/document.xml"])


def test_heads_of_two_levels_and_units_over_their_people(tmp_path: Path, office: str) -> None:
    rows = f"<tr>{_cell('Phòng', rowspan=2)}{_cell('A24')}{_cell('A25')}</tr><tr>{_cell('B24')}{_cell('B25')}</tr>"
    html = article(_grid(_TWO_LEVELS + rows))
    (page,) = printed(html, tmp_path)
    assert page.word("2024").left < page.word("Kếtquả").left < page.word("2025").left
    middle = (page.word("Kếtquả").top + page.word("2024").bottom) / 2
    assert abs((page.word("Họtên").top + page.word("Họtên").bottom) / 2 - middle) < 1
    assert page.word("A24").top < page.word("Phòng").top < page.word("B24").top
    assert page.word("A25").left == pytest.approx(page.word("B25").left, abs=0.1)
    shown = to_page(html, source="mau.html")
    assert shown.count('rowspan="2"') == 2
    assert shown.count("<th") - shown.count("<thead") == 4


def test_heads_of_two_levels_are_repeated(tmp_path: Path, office: str) -> None:
    rows = "".join(_row(f"Người{number}", "x", "y") for number in range(60))
    pages = printed(article(_grid(_TWO_LEVELS + rows)), tmp_path)
    assert len(pages) > 1
    assert all("Kếtquả" in page and "2025" in page for page in pages)


@pytest.mark.parametrize("breaks", [True, False])
def test_a_row_goes_on_on_the_next_page_only_where_it_may(tmp_path: Path, office: str, breaks: bool) -> None:
    story = " ".join(f"việc{number}" for number in range(450))
    html = article(_grid(_row("đầu") * 12 + _row(story, words="may-break" if breaks else "")))
    pages = printed(html, tmp_path)
    assert len(pages) == 2
    assert ("việc0" in pages[0]) is breaks
    assert "việc449" in pages[1]


@pytest.mark.parametrize(("kept", "parted"), [("kept", False), ("", True)])
@pytest.mark.parametrize("pages_before", [0, 1, 2])
def test_the_last_row_stays_on_the_page_of_the_closing(
    tmp_path: Path, office: str, pages_before: int, kept: str, parted: bool
) -> None:
    lengths = range(36 + 39 * pages_before, 44 + 39 * pages_before)
    sections = []
    for length in lengths:
        rows = _row("x") * length + _row(f"Cuối{length}", words=kept)
        sections.append(f"<section>{_grid(rows)}<p class='closing'>Hết{length}</p></section>")
    pages = printed(f"<article data-layout='nd30'>{''.join(sections)}</article>", tmp_path)
    together = {length for length in lengths for page in pages if f"Cuối{length}" in page and f"Hết{length}" in page}
    assert (together != set(lengths)) is parted


def test_a_row_that_no_page_holds_goes_on_and_loses_nothing(tmp_path: Path, office: str) -> None:
    story = " ".join(f"việc{number}" for number in range(900))
    pages = printed(article(_grid(_row("đầu") + _row(story) + _row("cuối"))), tmp_path)
    seen = [word.text for page in pages for word in page.words if word.text.startswith("việc")]
    assert seen == story.split()


@pytest.mark.parametrize("kind", ["", "may-break", "kept"])
def test_a_low_row_breaks_nowhere_and_one_like_a_page_everywhere(kind: str) -> None:
    for words, breaks in ((30, False), (900, True)):
        html = article(_grid(_row("việc " * words, words=kind)))
        (row,) = _document(html).findall(f".//{_W}tr")
        assert (row.find(f"{_W}trPr/{_W}cantSplit") is None) is breaks
        assert ("breaks" in to_page(html, source="mau.html").partition("<body>")[2]) is breaks


def test_head_rows_never_break() -> None:
    head = f"<thead>{_row('a', words='may-break')}</thead>"
    rows = _document(article(_grid(head + _row("b")))).findall(f".//{_W}tr")
    assert [row.find(f"{_W}trPr/{_W}cantSplit") is not None for row in rows] == [True, True]


def _widths(columns: tuple[str, ...], texts: tuple[str, ...]) -> list[float]:
    root = _document(article(_grid(_row(*texts), columns)))
    return [int(column.get(f"{_W}w", "0")) * 25.4 / 1440 for column in root.iter(f"{_W}gridCol")]


def test_columns_in_millimetres_percent_as_needed_and_the_rest() -> None:
    widths = _widths(("20mm", "20%", "fit", "rest", "rest"), ("a", "b", "Nguyễn Văn Anh", "c", "d"))
    needed = text_width_mm("Nguyễn Văn Anh", 12) + 3
    assert widths[:2] == pytest.approx([20, 33], abs=0.05)
    assert needed < widths[2] < needed + 0.6
    assert widths[3:] == pytest.approx([(165 - 53 - widths[2]) / 2] * 2, abs=0.05)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("10%", "30%"), [165 / 4, 165 * 3 / 4]),  # shares alone fill the room
        (("50mm", "50mm"), [50, 50]),
        (("150mm", "180mm"), [75, 90]),  # wider than the room: scaled down together
        (("160mm", "rest"), [145, 20]),
        (("rest", "rest"), [82.5, 82.5]),
    ],
)
def test_columns_never_leave_the_room(columns: tuple[str, ...], expected: list[float]) -> None:
    assert _widths(columns, ("a", "b")) == pytest.approx(expected, abs=0.05)


def test_a_column_as_wide_as_needed_leaves_room_for_the_rest() -> None:
    widths = _widths(("fit", "rest"), ("rất dài " * 60, "b"))
    assert widths == pytest.approx([145, 20], abs=0.05)


def test_texts_of_a_fit_column_stand_on_one_line(tmp_path: Path, office: str) -> None:
    rows = _row("1", "Nguyễn Thị Minh Khai", "x " * 80) + _row("2", "Lê Văn An", "y")
    (page,) = printed(article(_grid(rows, ("fit", "fit", "rest"))), tmp_path)
    assert page.word("Nguyễn").top == pytest.approx(page.word("Khai").top, abs=0.1)


def test_cells_align_their_paragraphs(tmp_path: Path, office: str) -> None:
    tall = "cao<br/>" * 5 + "hết"
    words = ("left top", "center middle", "right bottom")
    cells = "".join(_cell(f"chữ{number}", word) for number, word in enumerate(words))
    html = article(_grid(f"<tr>{cells}{_cell(tall)}</tr>"))
    (page,) = printed(html, tmp_path)
    left, center, right = (page.word(f"chữ{number}") for number in range(3))
    assert left.top < center.top < right.top
    column = 165 / 4
    assert left.left == pytest.approx(30 + 1.5, abs=0.3)
    assert (center.left + center.right) / 2 == pytest.approx(30 + column * 1.5, abs=0.3)
    assert right.right == pytest.approx(30 + column * 3 - 1.5, abs=0.3)
    shown = to_page(html, source="mau.html")
    assert all(f'<td class="{word}">' in shown for word in words)
    assert "td.right>p,th.right>p{text-align:right!important}" in shown


def test_a_new_page_inside_a_section(tmp_path: Path, office: str) -> None:
    html = article("<p class='body'>trước</p><hr/><p class='body'>sau</p><hr/>" + _grid(_row("bảng")))
    pages = printed(html, tmp_path)
    assert ["trước" in pages[0], "sau" in pages[1], "bảng" in pages[2]] == [True] * 3
    assert len(pages) == 3
    assert to_page(html, source="mau.html").count('<div class="new-page"></div>') == 2


_FAULTS = {
    "hole": (_row("a", "b") + _row("c"), "thiếu ô"),
    "too many": (_row("a") + _row("c", "d"), "thừa ô"),
    "overlap": (
        f"<tr>{_cell('a')}{_cell('b', rowspan=2)}</tr><tr>{_cell('c', colspan=2)}</tr>",
        "chồng",
    ),
    "beyond the last row": (f"<tr>{_cell('a', rowspan=2)}</tr>", "quá dòng cuối"),
    "out of the head": (
        f"<thead><tr>{_cell('a', rowspan=2)}</tr></thead><tr/>",
        "quá dòng tiêu đề",
    ),
    "rowspan": (f"<tr>{_cell('a', rowspan=0)}</tr>", "rowspan=“0”"),
    "word of a cell": (f"<tr>{_cell('a', 'big')}</tr>", "class=“big”"),
    "two ways": (f"<tr>{_cell('a', 'left right')}</tr>", "class=“left right”"),
    "row": (_row("a", words="breaks"), "class=“breaks”"),
    "width": ("<col width='3cm'/>" + _row("a"), "width=“3cm”"),
    "no width": ("<col/>" + _row("a"), "width=“”"),
    "too broad for Word": (f"<tr>{_cell('a', colspan=64)}</tr>", "63"),
    "nothing": ("<col width='0mm'/>" + _row("a"), "width=“0mm”"),
}


@pytest.mark.parametrize(("rows", "named"), _FAULTS.values(), ids=_FAULTS)
def test_faults_of_tables_name_template_and_line(rows: str, named: str) -> None:
    with pytest.raises(WordError, match=rf"^mẫu mau.html, dòng 1: .*{re.escape(named)}"):
        to_docx(article(_grid(rows)), source="mau.html")


def test_the_grid_of_a_table_has_no_holes() -> None:
    block = read_article(article(_grid(_TWO_LEVELS + _row("a", "b", "c"))), source="x").sections[0].blocks[0]
    assert isinstance(block, Table)
    assert [[(cell.span, cell.covered) for cell in row.cells] for row in block.rows] == [
        [(1, False), (2, False)],
        [(1, True), (1, False), (1, False)],
        [(1, False)] * 3,
    ]


@pytest.mark.parametrize(
    ("rows", "covered"),
    [
        (f"<tr>{_cell('a', rowspan=2)}{_cell('b', rowspan=2)}</tr><tr/>", [[False, False], [True, True]]),
        (
            f"<tr>{_cell('a', rowspan=3, colspan=2)}{_cell('b')}</tr><tr>{_cell('c')}</tr><tr>{_cell('d')}</tr>",
            [[False, False], [True, False], [True, False]],
        ),
        (
            _row("a", "b") + f"<tr>{_cell('c', rowspan=2)}{_cell('d')}</tr>" + _row("e"),
            [[False] * 2] * 2 + [[True, False]],
        ),
    ],
)
def test_cells_over_rows_leave_their_place_in_the_rows_below(rows: str, covered: list[list[bool]]) -> None:
    block = read_article(article(_grid(rows)), source="x").sections[0].blocks[0]
    assert isinstance(block, Table)
    assert [[cell.covered for cell in row.cells] for row in block.rows] == covered
    marks = [element.get(f"{_W}val") for element in _document(article(_grid(rows))).iter(f"{_W}vMerge")]
    assert marks.count("continue") == sum(map(sum, covered))


_SIGNS = ("100% %s", "a &lt; b &amp; c", "-", "<b>5% %d</b>")


def _read(html: str) -> str:
    return "".join(etree.fromstring(f"<p>{html}</p>").itertext())


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("kept", [0, 2, 3])
def test_rows_that_many_papers_share_say_on_each_what_it_says(kind: str, kept: int) -> None:
    for texts in permutations(_SIGNS):
        rows = [_row(text, words="kept" if place == kept else "") for place, text in enumerate(texts)]
        root = _document(article(f"<table class='{kind}'>{''.join(rows)}</table>"))
        written = root.findall(f".//{_W}tr")
        assert ["".join(row.itertext()) for row in written] == [_read(text) for text in texts]
        # In a ruled table the last row but one is kept, too.
        together = {kept, 2} if kind == "grid" else {kept}
        assert {place for place, row in enumerate(written) if row.find(f".//{_W}keepNext") is not None} == together


@pytest.mark.parametrize("kind", SHARED)
def test_a_table_of_many_papers_is_written_anew_where_its_page_or_its_text_differs(kind: str) -> None:
    tables = [f"<table class='{kind}'>{_row('a', text)}</table>" for text in ("b", "<b>b</b>", "c")]
    written = set()
    for table in tables * 2:
        for shape in ("", "class='landscape'"):
            [made] = _document(article(table, section=shape)).iter(f"{_W}tbl")
            written.add(etree.tostring(made))
    assert len(written) == len(tables) * 2


def test_a_new_page_has_no_place_in_a_cell() -> None:
    with pytest.raises(WordError, match="<hr>"):
        to_docx(article(_grid("<tr><td><hr/></td></tr>")), source="mau.html")
