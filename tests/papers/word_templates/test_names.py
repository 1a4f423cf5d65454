"""The names of papers: each has a meaning, no meaning is without a name; shapes are those of the types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import pytest

from tests.papers.word_templates.templates import LIST, list_context
from thidua_cli.papers.office_word.office_meanings import key_of, listed, meanings
from thidua_cli.papers.office_word.office_shapes import Kind, context_types, names_of, refined, shape_of, shape_of_paper
from thidua_cli.papers.registry import PAPERS, Paper


@dataclass(frozen=True)
class _Child:
    name: str | None
    below: "Sequence[_Child]"


@dataclass(frozen=True)
class _Told:
    pair: tuple[str, int]
    pairs: Sequence[tuple[str, bool]]
    texts: list[str]
    facts: Mapping[str, int]
    many: Sequence[Mapping[str, int]]
    child: _Child | None
    nested: Sequence[Sequence[_Child]]


def test_names_come_from_the_types() -> None:
    told = {name: shape.kind for name, shape in names_of(shape_of(_Told))}
    assert told == {
        "pair[0]": Kind.TEXT,
        "pair[1]": Kind.NUMBER,
        "pairs[]": Kind.LIST,
        "pairs[][0]": Kind.TEXT,
        "pairs[][1]": Kind.FLAG,
        "texts[]": Kind.LIST,
        "facts.*": Kind.NUMBER,
        "many[]": Kind.LIST,
        "many[].*": Kind.NUMBER,
        "child.name": Kind.TEXT,
        "child.below[]": Kind.LIST,
        "nested[]": Kind.LIST,
        "nested[][]": Kind.LIST,
        "nested[][].name": Kind.TEXT,
        "nested[][].below[]": Kind.LIST,
    }


def test_what_a_campaign_decides_comes_from_it() -> None:
    shape = refined(shape_of(_Told), [_Told(("a", 1), [], [], {"x": 1}, [{"y": 2}], None, [[_Child("b", [])]])])
    assert {"facts.x", "many[].y"} <= set(dict(names_of(shape)))
    assert "facts.*" in dict(names_of(refined(shape_of(_Told), [])))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_every_name_of_every_paper_has_a_meaning(paper: Paper) -> None:
    names = [name for name, _ in names_of(shape_of_paper(paper))]
    silent = [name for name in names if key_of(paper, name) is None]
    lines = "\n".join(f'"{name}": …' for name in silent)
    assert not silent, (
        f"thidua_cli/papers/office_word/names.yaml: say in Vietnamese what each of these means to the author of a Word "
        f"template of --doc {paper.name}, a line each; the end of a name is enough where it means the same "
        f'everywhere, and "{paper.name}/NAME" is for this paper alone:\n{lines}'
    )


def test_no_meaning_is_without_a_name() -> None:
    used = {key_of(paper, name) for paper in PAPERS.values() for name, _ in names_of(shape_of_paper(paper))}
    assert [key for key in meanings() if key not in used] == [], "no paper has such a name: take the line out"


def test_a_meaning_is_one_line_of_words() -> None:
    assert [key for key, text in meanings().items() if len(text) < 5 or "\n" in text or text.endswith(".")] == []


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_the_shape_of_a_paper_has_all_fields_of_its_context(paper: Paper) -> None:
    shape = shape_of_paper(paper)
    wanted = {one.name for context in context_types(paper) for one in fields(context)}
    assert set(shape.fields) == wanted


def test_each_name_is_listed_with_a_sample() -> None:
    rows = {one.name: (one.meaning, one.sample) for one in listed(LIST, [list_context()]) if not one.invented}
    assert all(meaning for meaning, _ in rows.values())
    assert rows["groups[].award"][1] == list_context().groups[0].award  # type: ignore[attr-defined]
    assert rows["has.*"][1] == "born, votes, held, note"
    assert rows["recipients.braces"][1] in ("đúng", "sai")
    assert rows["groups[]"][1].endswith(" mục")
    assert all(one.invented for one in listed(LIST, []))


def test_what_every_list_has_is_told_once() -> None:
    assert key_of(PAPERS["correction"], "items[].name") == "items[].name"
    assert key_of(PAPERS["money"], "makers[].authority[]") == "[].authority[]"
    assert key_of(PAPERS["statistics"], "tables[].name") is None
