"""What a campaign may not have: every name of every paper says so, the check gives the line to write, and it helps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as new_document

from tests.conftest import ROOT
from tests.papers.rendered import example
from tests.papers.word_templates.templates import DAY
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.papers.common import Frame
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.office_word.office_faults import Fault
from thidua_cli.papers.office_word.office_meanings import SOMETIMES, key_of, listed, marked, samples, values_of
from thidua_cli.papers.office_word.office_shapes import Kind, Shape, names_of, refined
from thidua_cli.papers.office_word.office_template import OfficeTemplate
from thidua_cli.papers.registry import PAPERS, Paper

_EXAMPLES = sorted(path for path in (ROOT / "plans").iterdir() if path.is_dir())
_RENDERED = 4  # contexts a paper: printing a page with every name takes a while
_END = "{% endfor %}"
_WRITE = re.compile("viết: (.+)")


@cache
def _campaigns() -> Sequence[ResolvedCampaign]:
    """Return the examples, each also with one part taken away: more is nothing there."""
    whole = [example(folder, DAY) for folder in _EXAMPLES]
    without = ({"facts": Facts()}, {"sessions": ()}, {"units": None}, {"register": None})
    return [*whole, *(replace(one, **part) for one in whole for part in without)]  # type: ignore[arg-type]


def _documents(paper: Paper) -> Iterator[Document]:
    for campaign in _campaigns():
        if not paper.lacking(campaign):
            try:
                yield from paper.documents(campaign, Asked(DAY, draft=True))
            except ThiduaError:
                continue


@cache
def contexts(paper: Paper) -> Sequence[Frame]:
    return [document.context for document in _documents(paper)]


def nothing(name: str, context: Frame) -> bool:
    """Tell whether there is nothing under a name in a context, or in an entry of it."""
    found = values_of(name.removesuffix("[]"), context)
    return any(one is None or (not isinstance(one, int | float) and len(one) == 0) for one in found)


def different(paper: Paper) -> Sequence[Frame]:
    """Return contexts that have, together, nothing under every name under which any has nothing; never all of them."""
    names = [name for name, _ in _printable(paper)]
    left = {name for name in names for one in contexts(paper) if nothing(name, one)}
    chosen: list[Frame] = list(contexts(paper)[:1])
    for context in contexts(paper):
        if new := {name for name in left if nothing(name, context)}:
            chosen.append(context)
            left -= new
    return chosen[:_RENDERED]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_what_is_nothing_in_any_campaign_is_told_as_such(paper: Paper) -> None:
    always = [one.name for one in listed(paper, contexts(paper)) if one.always and ".*" not in one.name]
    wrong = [name for name in always if any(nothing(name, one) for one in contexts(paper))]
    assert wrong == [], "thidua_cli/papers/office_word/names.yaml: say when each of these is empty, with “trống”"


def tags(name: str, shape: Shape) -> str:
    """Return the tags that print a name, with the loops that it needs and no condition."""
    *lists, last = name.removesuffix("[]").split("[]")
    above, opening = "", ""
    for depth, one in enumerate(lists):
        opening += f"{{% for x{depth} in {above}{one} %}}"
        above = f"x{depth}"
    whole = f"{above}{last}"
    inner = f"{{{{ {whole} }}}}"
    if shape.kind is Kind.LIST:
        texts = shape.item is not None and shape.item.kind is Kind.TEXT
        inner = f"{{{{ {whole} | join('; ') }}}}" if texts else f"{{% for y in {whole} %}}x{{% endfor %}}"
    elif shape.kind is Kind.FLAG:
        inner = f"{{% if {whole} %}}x{{% endif %}}"
    return opening + inner + _END * len(lists)


def template(path: Path, texts: Sequence[str]) -> OfficeTemplate:
    document = new_document()
    for text in texts:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    path.write_bytes(stream.getvalue())
    return OfficeTemplate(path)


def _printable(paper: Paper) -> list[tuple[str, Shape]]:
    return [(name, one) for name, one in names_of(marked(paper)) if ".*" not in name and one.kind is not Kind.OPEN]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_the_line_that_the_check_gives_helps(paper: Paper, tmp_path: Path) -> None:
    named = _printable(paper)
    texts = [tags(name, shape) for name, shape in named]
    shape = refined(marked(paper), contexts(paper))
    always = {one.name for one in listed(paper, contexts(paper)) if one.always}
    office = template(tmp_path / "mau.docx", texts)
    assert office.faults(shape) == []
    hoped = {named[place(one)][0] for one in office.hopes(shape)}
    plain = {name for name, one in named if "[]" not in name and one.kind is not Kind.FLAG}
    assert hoped & plain == plain - always
    for _ in range(4):
        for hope in office.hopes(shape):
            texts[place(hope)] = helped(texts[place(hope)], hope)
        office = template(tmp_path / "mau.docx", texts)
    assert [one.message for one in office.hopes(shape)] == []
    for context in different(paper):
        _, printing = office.printed(context)
        assert [one.message for one in [*printing.faults, *printing.blanks()]] == []


def helped(text: str, hope: Fault) -> str:
    """Return a paragraph in which one tag is written as the hint says; a loop ends before its condition does."""
    found = _WRITE.search(hope.hint)
    assert found
    head = text[: hope.at]
    tag = text[hope.at : text.index("}}" if text[hope.at + 1] == "{" else "%}", hope.at) + 2]
    rest = text[hope.at + len(tag) :]
    written, open_end, _ = found[1].partition(" … {% endif %}")
    if not open_end:
        return head + written + rest
    pieces = rest.split(_END)
    last = rest.count("{% for ") + 1
    return head + written + _END.join(pieces[:last]) + _END + "{% endif %}" + _END.join(pieces[last:])


def place(fault: Fault) -> int:
    """Return the number of the paragraph, from 0, that a fault stands in."""
    assert fault.passage
    return int(fault.passage.place.removeprefix("đoạn ")) - 1


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_every_name_has_a_sample_even_where_no_campaign_has_one(paper: Paper) -> None:
    rows = [one.row() for one in listed(paper, contexts(paper)[:1], lambda: contexts(paper))]
    assert [name for name, _, there, sample in rows if not sample and there == SOMETIMES] == []
    assert [name for name, _, there, sample in rows if not sample and there != "luôn trống"] == []


def test_no_invented_sample_is_without_a_name() -> None:
    used = {key_of(paper, name) for paper in PAPERS.values() for name, _ in names_of(marked(paper))}
    assert [key for key in samples() if key not in used] == []
