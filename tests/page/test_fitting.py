"""Texts in boxes: whatever is written, nothing is ever printed outside, and nothing is lost."""

import re
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.page.printed import article, printed
from thidua_cli.errors import ThiduaError
from thidua_cli.page.fitting import Box, fitted
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.vocabulary import COLOURS

_TABLE = yaml.safe_load(files("thidua_cli.page").joinpath("metrics.yaml").read_text("utf-8"))
_STARTS = ("TỈNH ", "VÀ ", "THUỘC ")
_WORDS = st.sampled_from(
    [
        *(
            "Ông",
            "Nguyễn",
            "Văn",
            "Thị",
            "A",
            "Ủy",
            "ban",
            "nhân",
            "dân",
            "tỉnh",
            "và",
            "thuộc",
            "Phòng,",
            "nghiệp",
            "vụ",
        ),
        *("2024", "-", "WWWWWWWWWW", "thành", "tích"),
    ]
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=60).map(" ".join)
_NAMES = st.lists(_WORDS, min_size=1, max_size=8).map("\u00a0".join)
_FACES = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}
_BOXES = st.builds(
    lambda width, height, least, more, bold, italic, starts: Box(
        width, height, least + more, least, bold, italic, starts
    ),
    st.integers(20, 280),
    st.integers(8, 40),
    st.integers(12, 30).map(lambda halves: halves / 2),
    st.integers(0, 30).map(lambda halves: halves / 2),
    st.booleans(),
    st.booleans(),
    st.sampled_from([(), _STARTS]),
)


def width_of(line: str, size: float, box: Box) -> float:
    """Return the width of a line in mm, glyph by glyph, from the table of the font."""
    table = _TABLE[_FACES[box.bold, box.italic]]
    widths = {character: units for units, characters in table.items() for character in str(characters)}
    return sum(widths.get(character, 1024) for character in line) / 2048 * size * 25.4 / 72


@given(st.one_of(_TEXTS, _NAMES), _BOXES)
def test_nothing_overflows_and_nothing_is_lost(text: str, box: Box) -> None:
    fit = fitted(text, box)
    if fit.over:
        assert fit.size == box.smallest
        return
    lines = fit.text.split("\n")
    assert " ".join(lines) == text
    assert max(width_of(line, fit.size, box) for line in lines) <= box.width
    assert len(lines) * fit.size * 1.15 * 25.4 / 72 == pytest.approx(fit.height)
    assert fit.height <= box.height
    assert box.smallest <= fit.size <= box.size


@given(_TEXTS, _BOXES)
def test_what_is_refused_fits_no_size(text: str, box: Box) -> None:
    if fitted(text, box).over:
        narrow = box._replace(size=box.smallest)
        assert fitted(text, narrow).over == fitted(text, box).over > 0
        assert fitted(text, box._replace(height=box.height / 2)).over


def test_first_a_break_by_sense_then_a_smaller_size() -> None:
    name = "Chi cục Quản lý chất lượng nông lâm sản và thủy sản, Sở Nông nghiệp và Môi trường tỉnh A"
    box = Box(170, 22, 20, 12, bold=True, starts=_STARTS)
    assert fitted(name, box).text.split("\n")[1].startswith("Sở Nông nghiệp")
    assert fitted(name, box).size == 20
    low = fitted(name, box._replace(height=9))
    assert low.text == name
    assert 12 <= low.size < 20
    assert fitted(name, box._replace(width=60, height=9)).over > 20


def test_a_name_joined_by_no_break_spaces_is_never_broken() -> None:
    name = "Ông\u00a0Nguyễn\u00a0Phúc\u00a0Vĩnh\u00a0Thịnh\u00a0A"
    fit = fitted(name, Box(60, 30, 24, 10, bold=True))
    assert fit.text == name
    assert fit.size < 24


def test_a_long_text_has_no_last_line_of_one_word() -> None:
    text = "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2024 của toàn ngành"
    first, second = fitted(text, Box(125, 20, 16, 12)).text.split("\n")
    assert len(second) > 0.7 * len(first)


_PLACED = (
    "<div data-at='20mm 30mm' data-width='100mm' data-type='36pt' class='right' data-colour='red'>"
    "<p class='certificate'>Lớn</p></div>"
    "<div data-at='20mm 60mm' data-width='100mm' class='left'><p class='certificate'><b>Thường</b></p></div>"
)


def test_placed_text_has_a_size_a_side_and_a_colour_of_its_own(tmp_path: object, office: str) -> None:
    from pathlib import Path

    (page,) = printed(article(_PLACED), Path(str(tmp_path)))
    large, usual = page.word("Lớn"), page.word("Thường")
    assert large.right == pytest.approx(120, abs=0.3)
    assert usual.left == pytest.approx(20, abs=0.3)
    assert (large.bottom - large.top) / (usual.bottom - usual.top) == pytest.approx(36 / 14, rel=0.05)


def test_the_browser_shows_the_same() -> None:
    page = to_page(article(_PLACED), source="x")
    assert f"font-size:36pt;color:#{COLOURS['red']}" in page
    assert 'class="placed sized to-right"' in page
    assert 'class="placed to-left"' in page
    assert ".to-right>p{text-align:right!important}" in page


@pytest.mark.parametrize("bad", ["data-type='3pt'", "data-type='14.3pt'", "data-colour='blue'", "class='middle'"])
def test_what_no_frame_has_is_refused(bad: str) -> None:
    html = article(f"<div data-at='20mm 30mm' data-width='100mm' {bad}><p class='certificate'>a</p></div>")
    with pytest.raises(ThiduaError, match=re.escape(bad.partition("=")[0])):
        to_page(html, source="x")
