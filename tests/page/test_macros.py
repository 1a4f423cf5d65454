"""The parts that papers are put together of: two throw-away papers print each of them, as agreed."""

import os
import re
from pathlib import Path

import pytest
from lxml import etree, html

from tests.fingerprint import fingerprint
from tests.page.macro_papers import FOLDER, TEMPLATE, macro_paper
from tests.page.printed import parts_of, printed
from thidua_cli.files import shipped
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import Habits, load_layout

_HERE = Path(__file__).parent
_FAMILIES = pytest.mark.parametrize("family", ["nd30", "party"])
_HABITS = {"nd30": Habits(line=1.1, right=20, space="before"), "party": Habits(exact=20, space="after")}
_WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
# What only the papers of a campaign print, beside what only one family has.
_ELSEWHERE = {"certificate", "heading-3", "heading-4", "item-2", "item-3", "note", "table-part"}
_UNUSED = {"nd30": {*_ELSEWHERE, "signer-post"}, "party": {*_ELSEWHERE, "authority"}}


@_FAMILIES
def test_every_macro_prints_as_agreed(family: str) -> None:
    golden = FOLDER / f"{family}.golden"
    seen = fingerprint(to_docx(macro_paper(family), source=TEMPLATE))
    if os.environ.get("THIDUA_UPDATE"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")


@_FAMILIES
def test_the_browser_shows_the_same_words(family: str) -> None:
    source = macro_paper(family)
    document = etree.fromstring(parts_of(to_docx(source, source=TEMPLATE))["word/document.xml"])
    page = html.fromstring(to_page(source, source=TEMPLATE).encode())
    for drawn in page.xpath("//style | //title | //svg"):
        drawn.drop_tree()
    in_word = "".join(node.text or "" for node in document.iter(_WORD_TEXT))
    assert re.sub(r"\s", "", in_word) == re.sub(r"\s", "", page.text_content())


@_FAMILIES
def test_habits_change_no_word(family: str) -> None:
    changed = macro_paper(family, _HABITS[family])
    assert all(f'{name}="{value}"' in changed for name, value in _HABITS[family].attributes.items())
    words = [re.sub(r"<article[^>]*>", "", paper) for paper in (macro_paper(family), changed)]
    assert words[0] == words[1]
    fingerprint(to_docx(changed, source=TEMPLATE))


def test_the_papers_use_every_macro() -> None:
    papers = [file.read_text(encoding="utf-8") for file in shipped("templates").iterdir() if file.name.endswith(".j2")]
    used = "\n".join([(FOLDER / TEMPLATE).read_text(encoding="utf-8"), *papers])
    for file in shipped("templates").joinpath("macros").iterdir():
        text = file.read_text(encoding="utf-8")
        for macro in re.findall(r"{% macro (\w+)", text):
            assert f".{macro}(" in used or f"{{{{ {macro}(" in text, f"{file.name}: {macro}"


@_FAMILIES
def test_the_papers_use_every_component(family: str) -> None:
    used = set(re.findall(r'<p class="([\w-]+)"', macro_paper(family)))
    layout = load_layout({"party": "party36"}.get(family, family))
    assert set(layout.components) - used == _UNUSED[family]


@_FAMILIES
def test_the_same_paper_gives_the_same_bytes(family: str) -> None:
    source = macro_paper(family)
    assert to_docx(source, source=TEMPLATE) == to_docx(source, source=TEMPLATE)


@pytest.mark.usefixtures("office")
@_FAMILIES
def test_names_of_signers_stand_on_one_line_and_labels_do_not_wrap(family: str, tmp_path: Path) -> None:
    pages = printed(macro_paper(family), tmp_path)
    letter, meeting, ballot = pages[0], pages[4], pages[5]
    assert letter.word("gửi:").top == pytest.approx(letter.word("Kính").top, abs=0.1)
    assert letter.word("Cục;").top == pytest.approx(letter.word("gửi:").top, abs=0.1)
    secretary, chair = meeting.word("C"), meeting.word("B")
    assert secretary.top == pytest.approx(chair.top, abs=0.1)
    assert secretary.right < 105 < chair.left
    assert "STT" in ballot


def test_a_part_of_a_stack_that_is_nothing_has_no_number() -> None:
    source = macro_paper("nd30")
    parts = parts_of(to_docx(source, source=TEMPLATE))
    charts = [parts[name].decode() for name in sorted(parts) if re.fullmatch(r"word/charts/chart\d+.xml", name)]
    assert [chart.count('#,##0;;" sourceLinked') for chart in charts] == [0, 2]
    drawn = re.findall(r"<svg.*?</svg>", to_page(source, source=TEMPLATE), re.DOTALL)
    assert ">0<" not in drawn[-1]
