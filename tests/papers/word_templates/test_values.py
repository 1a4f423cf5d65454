"""What a template prints: every value as it is, a missing fact never as a silent blank."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from tests.exploring import examples
from tests.golden import hold
from tests.ooxml.validity import faults
from tests.papers.word_templates.templates import LIST, awards, list_context, opened, template
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.papers.common import Frame
from thidua_cli.papers.contract import BLANK, Document, Missing
from thidua_cli.papers.office_word.office_template import FaultyTemplateError, OfficeTemplate
from thidua_cli.papers.office_word.office_word import Printing
from thidua_cli.vietnamese.text import without_control

HERE = Path(__file__).parent
ROWS: list[Any] = [
    ["{%tr for group in groups %}", ""],
    ["{{ group.mark }}", "{{ group.award }}"],
    ["{%tr endfor %}", ""],
]
NOMINEES = [
    ["{%tr for row in groups[0].parts[0].rows %}", "", ""],
    ["{{ row.name }}", "{{ row.agree }}", "{{ row.note }}"],
    ["{%tr endfor %}", "", ""],
]
ODD = "A & B <C>, “{{ title }}” {% if %} {_{ ]]> &amp; 'x' \"y\""


@pytest.fixture(scope="session")
def one_tag(tmp_path_factory: pytest.TempPathFactory) -> OfficeTemplate:
    return OfficeTemplate(template(tmp_path_factory.mktemp("one") / "mau.docx", {"body": ["[{{ title }}]"]}))


@given(st.text(st.characters(codec="utf-8")) | st.text("{}%#_&<>\n\t\r *ﷰ﷐", max_size=12))
@example(ODD)
@example("dòng 1\r\ndòng 2\rdòng 3\n\n\tcột")
@example("{_{ }_} {_% %_}")
@example("\a\f\x0b\x00")
@examples(40)
def test_any_text_is_printed_as_it_is(one_tag: OfficeTemplate, text: str) -> None:
    content, printing = one_tag.printed(replace(list_context(), title=text))
    held = without_control(re.sub("[\ufdd0-\ufdd3]", "", text)).replace("\r\n", "\n").replace("\r", "\n")
    assert opened(content).paragraphs[0].text == f"[{held}]"
    assert printing.faults == []


def printed(path: Path, told: dict[str, Any], **values: Any) -> tuple[bytes, Printing]:
    return OfficeTemplate(template(path / "mau.docx", told)).printed(replace(list_context(), **values))


def test_odd_values_stand_everywhere(tmp_path: Path) -> None:
    told = {"header": ["{{ title }}"], "footer": ["{{ title | upper }}"], "body": [ROWS, "{{ title }} và {{ kind }}"]}
    content, _ = printed(tmp_path, told, title=ODD)
    document = opened(content)
    assert document.paragraphs[-1].text == f"{ODD} và {list_context().kind}"
    assert document.sections[0].header.paragraphs[-1].text == ODD
    assert document.sections[0].footer.paragraphs[-1].text == ODD.upper()
    assert len(document.tables[0].rows) == len(list_context().groups)  # type: ignore[attr-defined]


def test_bold_and_italic_are_kept_and_the_format_of_the_tag_too(tmp_path: Path) -> None:
    prose = Markup("một <b>hai &amp; <i>ba</i></b>\tbốn <i>năm\tsáu</i> bảy<br>tám")
    content, _ = printed(tmp_path, {"body": [["", "{{ bases[0] }}", " sau"]]}, bases=[prose])
    runs = opened(content).paragraphs[0].runs
    assert "".join(run.text for run in runs) == "một hai & ba\tbốn năm\tsáu bảy\ntám sau"
    assert "".join(run.text for run in runs if run.italic) == "banăm\tsáu"
    plain = [run.text for run in runs if run.text and not run.bold]
    assert plain == [" sau"]  # the tag itself is bold, and so is all that stands for it
    content, _ = printed(tmp_path, {"body": ["{{ bases[0] }}"]}, bases=[prose])
    assert "".join(run.text for run in opened(content).paragraphs[0].runs if run.bold) == "hai & ba"


def test_signs_within_a_tag_mean_themselves(tmp_path: Path) -> None:
    told = {"body": ["{{ 'A & B <C> &amp;' }} {% if title == 'D & E' and 1 < 2 %}có{% endif %} {{ “F” ~ kind }}"]}
    content, _ = printed(tmp_path, told, title="D & E", kind="G")
    assert opened(content).paragraphs[0].text == "A & B <C> &amp; có FG"


TYPED = "[{{ title }}] {% if kind %}x{% else %}y{% endif %}{# z #}"


@given(st.lists(st.integers(1, len(TYPED) - 1), max_size=12))
@example(list(range(1, len(TYPED))))
@examples(20)
def test_a_tag_is_healed_wherever_its_format_changes(tmp_path_factory: pytest.TempPathFactory, cuts: list[int]) -> None:
    edges = [0, *sorted(set(cuts)), len(TYPED)]
    runs = [TYPED[start:end] for start, end in pairwise(edges)]
    path = template(tmp_path_factory.mktemp("cut") / "mau.docx", {"body": [runs, [[runs[0] + TYPED[edges[1] :]]]]})
    content, blanks = OfficeTemplate(path).paper(LIST, replace(list_context(), title="T"))
    assert opened(content).paragraphs[0].text == "[T] x"
    assert blanks == []


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    told = {"header": ["{{ title }}"], "body": [ROWS]}
    assert printed(tmp_path, told)[0] == printed(tmp_path, told)[0]


@pytest.mark.parametrize("groups", [None, []], ids=["some", "none"])
def test_word_opens_what_is_printed(tmp_path: Path, groups: list[Any] | None) -> None:
    """A loop over nothing leaves no cell without a paragraph, and no table without rows."""
    cell = ["{%tc for group in groups %}", "{{ group.award }}", "{%tc endfor %}"]
    told = {
        "header": ["{{ title }}"],
        "body": [ROWS, "giữa", [cell], "{%p for group in groups %}", "x", "{%p endfor %}"],
    }
    values = {} if groups is None else {"groups": groups}
    content, printing = printed(tmp_path, told, **values)
    assert printing.faults == []
    assert set(faults(content)) <= set(faults((tmp_path / "mau.docx").read_bytes()))
    assert len(opened(content).tables) == (0 if groups == [] else 2)


def test_a_cell_that_loops_over_nothing_keeps_a_paragraph(tmp_path: Path) -> None:
    path = template(tmp_path / "mau.docx", {"body": [[["{%p for group in groups %}", "b"]]]})
    document = opened(path.read_bytes())
    document.tables[0].rows[0].cells[0].add_paragraph("{%p endfor %}")
    document.save(str(path))
    content, _ = OfficeTemplate(path).paper(LIST, replace(list_context(), groups=[]))
    cell = opened(content).tables[0].rows[0].cells[0]
    assert [paragraph.text for paragraph in cell.paragraphs] == [""]


# What is missing

BLANKS: dict[str, tuple[Any, Frame]] = {
    "empty-text": ("Kính gửi {{ letterhead.superior }}{{ title }}", replace(list_context(), title="")),
    "empty-in-some-rows": (ROWS, awards(2)),
    "number-that-nobody-knows": (NOMINEES, awards(1, agree=None, note="")),
    "only-spaces": ("{{ title }}", replace(list_context(), title=" \u00a0\n")),
    "no-such-entry": ("{{ groups[9].award }}", awards(1)),
    "first-of-nothing": ("{{ groups[0].parts[0].rows[2:] | first }}", awards(1)),
    "flag-that-is-computed": ("{{ title == kind }}", list_context()),
    "never-ends": ("{% for a in 'x' * 999999 %}{% for b in 'x' * 999999 %}x{% endfor %}{% endfor %}", list_context()),
    "way-out": ("{{ title['__class__'] }}", list_context()),
    "guarded": ("{% if title %}{{ title }}{% endif %}x", replace(list_context(), title="")),
}


def test_what_is_missing_is_told_at_its_place(tmp_path: Path) -> None:
    given = {}
    for name, (content, context) in BLANKS.items():
        office = OfficeTemplate(template(tmp_path / f"{name}.docx", {"body": [content]}))
        _, printing = office.printed(context)
        found = office.told([*printing.faults, *printing.blanks()])
        given[name] = [f"{one.cell} {one.code} {one.severity}: {one.message} | {one.hint}" for one in found]
    hold(HERE / "blanks.out", given)


def test_what_nobody_knows_refuses_the_paper_and_what_is_empty_is_told(tmp_path: Path) -> None:
    office = OfficeTemplate(template(tmp_path / "mau.docx", {"body": [NOMINEES]}))
    with pytest.raises(FaultyTemplateError):
        office.paper(LIST, awards(1, agree=None))
    _, blanks = office.paper(LIST, awards(1, agree=3, note=""))
    assert [(one.code, one.severity) for one in blanks] == [("template-blank", "warning")]


def test_what_a_document_lacks_is_told_once_beside_its_dots(tmp_path: Path) -> None:
    office = OfficeTemplate(template(tmp_path / "mau.docx", {"body": ["Họp {{ closing }}, {{ title }}"]}))
    context = replace(list_context(), closing=BLANK, title="")  # type: ignore[call-arg]
    document = Document("a", context, [Missing("ngày họp Hội đồng", "ghi held trong council.yaml")])
    found = office.tried([document, document])
    assert [(one.code, one.cell) for one in found] == [("template-blank", None), ("template-blank", "đoạn 1")]
    assert found[0].hint == "ghi held trong council.yaml"


PIECES = (HERE / "pieces.txt").read_text(encoding="utf-8").split()
EXPRESSIONS = (HERE / "expressions.txt").read_text(encoding="utf-8").splitlines()
USES = ("{{{{ {} }}}}", "{{% if {} %}}x{{% endif %}}", "{{% for x in {} %}}{{{{ x }}}}{{% endfor %}}")
TYPED_TEXTS = st.lists(st.sampled_from(PIECES), max_size=14) | st.lists(
    st.builds(str.format, st.sampled_from(USES), st.sampled_from(EXPRESSIONS)), max_size=3
)


def printed_or_told(path: Path, texts: list[str]) -> None:
    office = OfficeTemplate(template(path, {"body": [*texts, [[texts[0]]]]}))
    told: Sequence[Diagnostic] = []
    try:
        content, _ = office.paper(LIST, list_context())
    except FaultyTemplateError as error:
        told, content = error.findings, b""
    assert told or "{{" not in "".join(paragraph.text for paragraph in opened(content).paragraphs)


@given(st.lists(TYPED_TEXTS.map(" ".join), min_size=1, max_size=3))
@examples(40)
def test_whatever_is_typed_is_printed_or_told(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    printed_or_told(tmp_path_factory.mktemp("any") / "mau.docx", texts)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_expression_is_printed_or_told(tmp_path: Path, expression: str) -> None:
    for use in USES:
        printed_or_told(tmp_path / "mau.docx", [use.format(expression)])


def test_text_boxes_footnotes_and_several_sections_are_filled(tmp_path: Path) -> None:
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>{{ kind }}</w:t></w:r></w:p></w:txbxContent>'
        "</mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>{{ kind }}</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>{{ title }}</w:t></w:r></w:p>"
    )
    path = template(tmp_path / "mau.docx", {"body": ["{{ title }}"], "xml": box, "header": ["{{ kind }}"]})
    document = opened(path.read_bytes())
    document.add_section().header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "{{ title }}"
    document.save(str(path))
    content, printing = OfficeTemplate(path).printed(replace(list_context(), title="T", kind=""))
    body = etree.tostring(opened(content)._element.body, encoding="unicode")
    assert (body.count("{{"), body.count(">T<")) == (0, 2)
    assert opened(content).sections[1].header.paragraphs[0].text == "T"
    places = [one.passage.place for one in printing.blanks() if one.passage]
    assert places == ["khung chữ 1, đoạn 1"] * 2 + ["đầu trang 1, đoạn 2"]


def test_a_template_that_was_filled_in_before_prints_the_same(tmp_path: Path) -> None:
    told = {"header": ["{{ title }}"], "footer": ["{{ kind }}"], "body": [ROWS, "{{ title }}, {{ bases[0] }}", "x"]}
    path = template(tmp_path / "mau.docx", told)
    prose = Markup("một <b>hai</b>\tba")
    contexts = [
        replace(list_context(), title="A", bases=[prose]),
        replace(list_context(), title=f"{ODD}\tB\n", kind="", bases=["không"]),
        replace(list_context(), title="A", groups=[], bases=[prose]),  # type: ignore[call-arg]
    ]
    office = OfficeTemplate(path)
    for context in [*contexts, *contexts]:
        content, blanks = office.paper(LIST, context)
        assert (content, blanks) == OfficeTemplate(path).paper(LIST, context)
