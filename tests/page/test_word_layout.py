"""The layouts as data, their dates and marks, and the widths of texts."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from thidua_cli.model.terms import LAYOUTS
from thidua_cli.page import layout as layout_module
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.layout import Component, Layout, WordError, layout_for, layout_names, load_layout, numbered
from thidua_cli.page.metrics import text_width_mm, wrapped_widths

_EVERYWHERE = {
    "superior", "issuer", "number", "place-date", "type", "subject", "authority", "basis", "body", "heading-1",
    "heading-2", "heading-3", "heading-4", "clause", "item-1", "item-2", "item-3", "note", "field", "closing",
    "addressee", "recipients-label", "recipient", "signer-authority", "signer-post", "signature-space",
    "signer-name", "annex-label", "annex-title", "annex-note", "table-head", "table-cell", "table-number",
    "letter-subject", "addressee-label", "addressee-name", "addressee-last", "resolution", "article", "signer-note",
    "table-group", "table-part", "table-note", "caption",
}  # fmt: skip


@pytest.mark.parametrize("name", layout_names())
def test_every_layout_has_every_component_and_tells_its_source(name: str) -> None:
    layout = load_layout(name)
    assert set(layout.components) >= _EVERYWHERE
    styles = [component.name for component in layout.components.values()]
    assert len(styles) == len(set(styles))
    assert layout.citation


@pytest.mark.parametrize("name", layout_names())
def test_chosen_margins_are_allowed(name: str) -> None:
    page = load_layout(name).page
    for edge, (low, high) in page.allowed.items():
        assert high is not None
        assert low <= getattr(page.margins, edge) <= high


def test_a_value_outside_its_range_is_refused() -> None:
    with pytest.raises(ValidationError, match="size of Nội dung is outside"):
        Component(name="Nội dung", size=12, allowed={"size": (13, 14)})


@pytest.mark.parametrize(
    ("component", "values"),
    [
        ("motto-country", {"size": 13, "bold": True, "italic": False, "case": "upper"}),
        ("motto", {"size": 14, "bold": True, "align": "center"}),
        ("superior", {"bold": False, "case": "upper"}),
        ("number", {"size": 13, "bold": False}),
        ("place-date", {"size": 14, "italic": True}),
        ("basis", {"italic": True}),
        ("recipients-label", {"size": 12, "bold": True, "italic": True, "underline": False}),
        ("recipient", {"size": 11, "bold": False}),
    ],
)
def test_state_papers_follow_the_decree(component: str, values: dict[str, object]) -> None:
    chosen = load_layout("nd30").components[component]
    assert {field: getattr(chosen, field) for field in values} == values


def test_party_papers_differ_where_the_guide_differs() -> None:
    party = load_layout("party36")
    assert party.components["signer-post"].bold is False
    assert party.components["basis"].italic is False
    assert party.components["recipients-label"].underline is True
    assert party.components["issuer"].line is None
    assert party.words["under_issuer"] == "*"
    assert party.end_mark == "."
    assert ":" not in party.number_line


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("nd30", date(2024, 1, 1), "nd30"),
        ("party", date(2026, 5, 26), "party36"),
        ("party", date(2026, 5, 27), "party05"),
        ("party", date(2010, 1, 1), "party36"),
        ("party05", date(2020, 1, 1), "party05"),
    ],
)
def test_the_day_chooses_the_party_layout(name: str, day: date, expected: str) -> None:
    assert layout_for(name, day).name == expected


def test_the_guide_of_2026_changes_the_recipients_and_keeps_the_rest() -> None:
    old, new = load_layout("party36"), load_layout("party05")
    assert (old.recipients.separator, new.recipients.separator) == (",", ";")
    assert new.recipients.keep == old.recipients.keep
    assert new.components["type"] == old.components["type"]
    assert (old.words["petition"], new.words["petition"]) == ("*Kính gửi:*", "*Kính trình:*")


def test_a_plan_may_name_every_family_and_no_other() -> None:
    assert {load_layout(name).family for name in layout_names()} == set(LAYOUTS)


@pytest.mark.parametrize("name", layout_names())
def test_a_letterhead_prints_components_of_its_layout(name: str) -> None:
    layout = load_layout(name)
    assert layout.national
    assert set(layout.national) <= set(layout.components)


@pytest.mark.parametrize(("name", "foreign"), [("nd30", "star"), ("nd30", "party-title"), ("party05", "motto")])
def test_a_layout_has_only_what_it_prints(name: str, foreign: str) -> None:
    html = f'<article data-layout="{name}">\n<section>\n<p class="{foreign}">x</p></section></article>'
    with pytest.raises(WordError, match=rf"^mẫu mau.html, dòng 3: .*“{foreign}” .* {name}$"):
        to_docx(html, source="mau.html")


def test_a_new_layout_is_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "layouts"
    shutil.copytree(Path(layout_module.__file__).parent / "layouts", folder)
    text = "like: nd30\nfrom: 2031-01-01\nend_mark: .\ncomponents: {body: {size: 13}}\n"
    (folder / "nd31.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(layout_module, "_folder", lambda: folder)
    for kept in (layout_names, load_layout, layout_module._read):
        kept.cache_clear()
    try:
        assert layout_for("nd30", date(2030, 12, 31)).name == "nd30"
        new = layout_for("nd30", date(2031, 1, 1))
        assert (new.name, new.end_mark, new.components["body"].size) == ("nd31", ".", 13)
    finally:
        for kept in (layout_names, load_layout, layout_module._read):
            kept.cache_clear()


def test_an_unknown_layout_is_refused_with_the_names() -> None:
    with pytest.raises(WordError) as raised:
        layout_for("nd99", date(2026, 1, 1))
    assert "nd99" in raised.value.message
    assert "nd30" in raised.value.hint


@pytest.mark.parametrize(
    ("pattern", "position", "expected"),
    [
        ("I.", 4, "IV."),
        ("I-", 19, "XIX-"),
        ("1.", 12, "12."),
        ("a)", 5, "đ)"),
        ("a)", 23, "y)"),
        ("a)", 24, "aa)"),
        ("-", 3, "-"),
    ],
)
def test_marks_are_counted_the_vietnamese_way(pattern: str, position: int, expected: str) -> None:
    assert numbered(pattern, position) == expected


def test_levels_have_the_marks_of_their_layout() -> None:
    def marks(layout: Layout) -> list[str]:
        return [layout.mark(level, 2) for level in (1, 2, 3, 4, 5, 6)]

    assert marks(load_layout("nd30")) == ["II.", "2.", "b)", "-", "+", "+"]
    assert marks(load_layout("party36")) == ["II-", "2.", "b)", "-", "+", "+"]


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic", "expected"),
    [
        # The sum of the widths printed in the font's own tables: 20.861 em.
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False, 20.861 * 13 * 25.4 / 72),
        ("Times", 10, False, False, 2.5 * 10 * 25.4 / 72),
        ("_", 14, False, False, 2.47),
    ],
)
def test_widths_are_those_of_times_new_roman(text: str, size: float, bold: bool, italic: bool, expected: float) -> None:
    assert text_width_mm(text, size, bold=bold, italic=italic) == pytest.approx(expected, abs=0.02)


def test_lines_break_at_spaces_and_breaks_but_not_at_no_break_spaces() -> None:
    narrow = text_width_mm("khen thưởng", 14) + 0.1
    assert len(wrapped_widths("khen thưởng khen thưởng", narrow, 14)) == 2
    assert len(wrapped_widths("khen\nthưởng", 100, 14)) == 2
    assert len(wrapped_widths("khen\u00a0thưởng", 1, 14)) == 1
    assert wrapped_widths("", 10, 14) == [0]
