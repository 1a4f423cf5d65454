"""What stands around a ruled table: in every layout it stands clear of its line, and never makes an empty page."""

import pytest
from lxml import etree

from tests.page.printed import article, parts_of
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.layout import layout_names, load_layout
from thidua_cli.page.measure import LEAD

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE = '<table class="grid"><tbody><tr><td><p class="table-cell">Ô</p></td></tr></tbody></table>'
_LEADING = ("body", "heading-1", "heading-2", "heading-3", "field", "closing")


def _body(html: str) -> etree._Element:
    return etree.fromstring(parts_of(to_docx(html, source="mau.html"))["word/document.xml"])[0]


@pytest.mark.parametrize("component", _LEADING)
@pytest.mark.parametrize("name", layout_names())
def test_a_line_keeps_clear_of_the_table_that_it_leads_to(name: str, component: str) -> None:
    content = f'<p class="{component}">Một dòng:</p>{_TABLE}<p class="{component}">Dòng khác.</p>'
    line, _, *_ = _body(article(content, name))
    told = line.find(f"{_W}pPr/{_W}spacing")
    style = load_layout(name).components[component].after
    after = style if told is None else int(told.get(f"{_W}after")) / 20
    assert after >= LEAD
    assert (told is None) == (style >= LEAD)


@pytest.mark.parametrize("name", layout_names())
def test_what_follows_a_table_is_a_gap_and_at_the_end_next_to_nothing(name: str) -> None:
    styles = [
        [one.get(f"{_W}val") for one in _body(article(content, name)).iter(f"{_W}pStyle")][-1 - more]
        for content, more in ((_TABLE, 0), (f'{_TABLE}<p class="body">Dòng.</p>', 1))
    ]
    assert styles == ["gap", "grid-gap"]
