"""Values stay the text that was typed; only an empty value is none."""

import pytest
import yaml

import thidua_cli.reading.yaml as reader
from thidua_cli.reading.yaml import parse_yaml


@pytest.mark.parametrize(
    "typed",
    [
        *("no", "Yes", "on", "true", "0123", "08", "12:30", "1.0", "1.", "1_000", "0x1F", "1e3", ".inf", "-5", "+5"),
        *("2024-05-19", "2024-05", "19/5/2024", "10%", "=", "<<", "NuLL", "a:b", "-x", "đúng"),
    ],
)
def test_a_plain_value_is_its_text(typed: str) -> None:
    assert parse_yaml(f"a: {typed}\nb: [{typed}]\n".encode(), "f").data == {"a": typed, "b": [typed]}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "# ghi chú", "&n"])
def test_an_empty_value_is_none(typed: str) -> None:
    assert parse_yaml(f"a: {typed}\nb:\n  - {typed}\n".encode(), "f").data == {"a": None, "b": [None]}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("''", ""),
        ('""', ""),
        ("'null'", "null"),
        ('"~"', "~"),
        ("'0123'", "0123"),
        ('"a\\tb\\u1ea1"', "a\tbạ"),
        ("'it''s'", "it's"),
        ("|\n  một\n  hai", "một\nhai\n"),
        (">-\n  một\n  hai\n\n  ba", "một hai\n\nba"),
        (">\n  một\n  hai\n\n\n  ba\n\n", "một hai\n\nba"),
        ("|\n  một\n  hai\n\n  ba\n  bốn\n", "một hai\n\nba bốn"),
        ("|\n  một\n  \u00a0\n  ba\n# hết", "một\n\nba"),
        ("|-\n\n  một\n", "\nmột"),
        ("một\n  hai", "một hai"),
        ('"một\n  hai"', "một hai"),
    ],
)
def test_a_quoted_or_folded_value_is_a_text(typed: str, text: str) -> None:
    for end in ("", "\n", "\nb: c\n", "\nb: c", "\n# x\nb: c"):
        data = parse_yaml(f"a: {typed}{end}".encode(), "f").data
        assert isinstance(data, dict)
        assert str(data["a"]).rstrip("\n") == text.rstrip("\n")


@pytest.mark.parametrize("sign", ["|", "|-", ">", ">-", ">2"])
def test_each_paragraph_has_its_place(sign: str) -> None:
    document = parse_yaml(f"a:\n  b: {sign}\n    một hai\n\n    ba\n    bốn\n  c: d\n".encode(), "f")
    assert [document.place(f"a.b[{number}]")[:2] for number in (0, 1)] == [(3, 5), (5, 5)]
    assert document.place("a.b[1]", offset=3)[:2] == (6, 5)
    assert (document.place("a.b")[:2], document.place("a.c")[:2]) == ((2, 6), (7, 6))


def test_anchors_give_the_value_again() -> None:
    data = parse_yaml(b"a: &x {b: [1, no]}\nc: *x\nd: &y abc\ne: [*y, *x]\n", "f").data
    assert data == {"a": {"b": ["1", "no"]}, "c": {"b": ["1", "no"]}, "d": "abc", "e": ["abc", {"b": ["1", "no"]}]}


def test_of_a_duplicate_key_both_places_are_told() -> None:
    document = parse_yaml("title: một\nissuer:\n  name: A\n  place: B\n  name: C\ntitle: hai\n".encode(), "f")
    inner, outer = document.faults
    assert (inner.code, inner.line, inner.column, inner.path) == ("duplicate-key", 5, 3, "issuer.name")
    assert inner.message == "khóa “name” lặp lại, đã khai ở dòng 3"
    assert [(other.line, other.column) for other in inner.related] == [(3, 3)]
    assert (outer.code, outer.line, outer.column, outer.related[0].line) == ("duplicate-key", 6, 1, 1)
    assert document.data == {"title": "một", "issuer": {"name": "A", "place": "B"}}


def test_places_of_the_first_duplicate_stay() -> None:
    document = parse_yaml(b"a: {b: 1}\na: {b: 2}\n", "f")
    assert document.place("a.b")[:2] == (1, 8)
    assert document.place("a.b", key=True)[:2] == (1, 5)


def test_without_the_c_library_the_result_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [no, 0123]\nb:\n  c: >-\n    x\n    y\n"
    expected = parse_yaml(text.encode(), "f")
    monkeypatch.setattr(reader, "_Loader", yaml.BaseLoader)
    found = parse_yaml(text.encode(), "f")
    assert (found.data, found.values, found.keys) == (expected.data, expected.values, expected.keys)
    (fault,) = parse_yaml(b"a: 1\nb\nc: 2\n", "f").faults
    assert (fault.line, fault.message) == (2, "thiếu dấu hai chấm sau tên khóa, hoặc thiếu dấu cách sau dấu hai chấm")
