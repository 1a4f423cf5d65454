"""What an office prints otherwise than the layout: within the rules, alike in every kind of file."""

import re
from itertools import product
from pathlib import Path

import pytest

from tests.page.printed import article, parts_of, printed
from thidua_cli.errors import ThiduaError
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.habits import NO_HABITS, adjusted
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import Component, Habits, Layout, WordError, layout_names, load_layout
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.vietnamese.amounts import written

_TEXT = "<p class='body'>Tập thể, cá nhân tham gia phong trào.</p>"
_EVERY = [load_layout(name) for name in layout_names()]
_LAYOUTS = pytest.mark.parametrize("layout", _EVERY, ids=lambda layout: layout.name)
_FIELDS = ("line", "exact", "right")


def _bounds(layout: Layout, field: str) -> tuple[float, float | None] | None:
    if field == "right":
        return layout.page.allowed["right"]
    return layout.components["body"].allowed.get({"line": "spacing"}.get(field, field))


def _value(layout: Layout, field: str) -> float | None:
    if field == "right":
        return layout.page.margins.right
    return getattr(layout.components["body"], {"line": "spacing"}.get(field, field))  # type: ignore[no-any-return]


def _running(layout: Layout) -> dict[str, Component]:
    return {name: component for name, component in layout.components.items() if component.first_line > 0}


@_LAYOUTS
@pytest.mark.parametrize("field", _FIELDS)
def test_the_rules_bound_every_choice(layout: Layout, field: str) -> None:
    bounds = _bounds(layout, field)
    if bounds is None:
        with pytest.raises(ThiduaError, match=r"1,1.*không cho chọn"):
            adjusted(layout, Habits(**{field: 1.1}))  # type: ignore[arg-type]
        return
    low, high = bounds
    for value in (low, high or 2 * low):
        assert _value(adjusted(layout, Habits(**{field: value})), field) == value  # type: ignore[arg-type]
    for value in (low - 0.1, *([high + 0.1] if high else [])):
        with pytest.raises(ThiduaError) as refused:
            adjusted(layout, Habits(**{field: value}))  # type: ignore[arg-type]
        assert written(value) in refused.value.message
        assert f"từ {written(low)}" in refused.value.message
        assert layout.citation in refused.value.message


@_LAYOUTS
def test_all_running_text_has_the_bounds_of_the_body(layout: Layout) -> None:
    body = layout.components["body"].allowed
    for name, component in _running(layout).items():
        for field in ("spacing", "exact"):
            assert component.allowed.get(field, body.get(field)) == body.get(field), name


@_LAYOUTS
@pytest.mark.parametrize("space", ["before", "after", "both"])
def test_the_space_moves_and_is_never_less(layout: Layout, space: str) -> None:
    new = adjusted(layout, Habits(space=space))  # type: ignore[arg-type]
    gap = layout.components["body"].gap
    assert new.components["body"].before == (0 if space == "after" else gap)
    assert new.components["body"].after == (0 if space == "before" else gap)
    more = gap if space == "both" else 0
    for name, old in _running(layout).items():
        one = new.components[name]
        assert one.before + one.after == old.before + old.after + more, name
        assert min(one.before, one.after) >= 0, name
        low, _ = one.allowed.get("gap", (0, None))
        assert one.gap >= low, name


@_LAYOUTS
def test_only_running_text_and_the_upright_page_change(layout: Layout) -> None:
    low, _ = _bounds(layout, "right") or (0, 0)
    new = adjusted(layout, Habits(right=low, space="both"))
    assert {name for name in new.components if new.components[name] != layout.components[name]} == set(_running(layout))
    assert new.page.landscape_margins == layout.page.landscape_margins
    assert adjusted(layout, NO_HABITS) is layout


def _some(layout: Layout) -> list[Habits]:
    choices = [[None, *(_bounds(layout, field) or ())[:1]] for field in _FIELDS]
    return [Habits(*values, space) for *values, space in product(*choices, (None, "before", "after", "both"))]  # type: ignore[misc]


@_LAYOUTS
def test_an_article_says_them_all(layout: Layout) -> None:
    for habits in _some(layout):
        said = "".join(f' {name}="{value}"' for name, value in habits.attributes.items())
        html = article(_TEXT, layout.name).replace("<article", f"<article{said}")
        assert read_article(html, source="mau.html").layout == adjusted(layout, habits)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("data-line='1,1'", "số dòng"),
        ("data-line='1.6'", "từ 1 đến 1,5"),
        ("data-exact='20'", "20pt"),
        ("data-right='2cm'", "20mm"),
        ("data-space='none'", "vốn từ"),
    ],
)
def test_what_an_article_cannot_say_is_told_with_its_place(said: str, told: str) -> None:
    with pytest.raises(WordError, match=rf"^mẫu mau.html, dòng 1: phần tử <article>.*{re.escape(told)}"):
        to_docx(article(_TEXT).replace("<article", f"<article {said}"), source="mau.html")


def test_word_and_browser_print_them() -> None:
    plain = article(_TEXT)
    chosen = plain.replace("<article", "<article data-line='1.1' data-right='20mm' data-space='before'")
    parts = parts_of(to_docx(chosen, source="x"))
    style = re.search(rb'w:styleId="body".*?</w:style>', parts["word/styles.xml"], re.DOTALL)
    assert style
    assert b'w:before="120" w:after="0" w:line="264" w:lineRule="auto"' in style[0]
    assert b'w:right="1134"' in parts["word/document.xml"]
    page = to_page(chosen, source="x")
    assert "margin:20mm 20mm 20mm 30mm" in page
    assert re.search(r"\.body\{[^}]*line-height:1.265;[^}]*margin-top:6pt", page)
    # The habits of one paper are not those of the next.
    assert b'w:line="264"' not in parts_of(to_docx(plain, source="x"))["word/styles.xml"]


@pytest.mark.usefixtures("office")
def test_lines_end_at_the_chosen_margin(tmp_path: Path) -> None:
    words = article(f"<p class='body'>{'khen thưởng ' * 60}</p>").replace("<article", "<article data-right='20mm'")
    (page,) = printed(words, tmp_path)
    assert max(word.right for word in page.words) == pytest.approx(190, abs=0.5)
