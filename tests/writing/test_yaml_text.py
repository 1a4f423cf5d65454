"""What thidua writes, it reads: any text, in a block, between brackets, as a key or in a long line."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.exploring import examples
from thidua_cli.reading.yaml import parse_yaml
from thidua_cli.vietnamese.text import control_character, normalise
from thidua_cli.writing.yaml_text import flow, scalar, yaml_text

LOOKALIKES = (Path(__file__).with_name("lookalikes.txt")).read_text(encoding="utf-8").splitlines()
BLANKS = [
    " ",
    "  a",
    "a  ",
    "a  b",
    "\ta",
    "a\tb",
    "a\nb",
    "\na",
    "a\n",
    "a\r\nb",
    "a\u00a0b",
    "\u00a0a",
    "a\u2028b",
    "a\u2029b",
]
ODD = [
    "",
    "a\u0085b",
    "\ufeffa",
    "a\u200bb",
    "\u00ada",
    "🏆 a",
    "\ue000",
    "a" * 2000,
    "từ " * 300,
    "a: " * 60,
    "“" * 99,
]


def _is_text(typed: str) -> bool:
    """Tell whether a reader takes the text at all: no control characters, no letters of old fonts, in one form."""
    return control_character(typed) is None and normalise(typed) == typed and not re.search("[\xa1-\xff]", typed)


signs = st.sampled_from("aĐ1ợ.,;:/*\"'&<>{}%…–-]#[\\|!?@`~=+_()“” \t\n\u0085\u00a0\u2028\ufeff\u0300🏆")
text = st.one_of(st.text(signs), st.text()).filter(_is_text)
key = text.filter(bool)
value = st.recursive(text, lambda one: st.lists(one, min_size=1) | st.dictionaries(key, one, min_size=1), max_leaves=9)


def _read(written: str) -> Any:
    document = parse_yaml(written.encode(), "plan.yaml")
    assert [fault.message for fault in document.faults] == [], written
    return document.data


def _everywhere(typed: str) -> None:
    data = {"title": typed, "quotas": [{"a": typed, "b": [typed, typed]}], "body": [{"text": typed}, typed]}
    assert _read(yaml_text(data, {}, "#")) == data
    written = f"a: {scalar(typed)}\nb: {flow([typed, {'c': typed}])}  # d\n"
    assert _read(written) == {"a": typed, "b": [typed, {"c": typed}]}


@pytest.mark.parametrize("typed", LOOKALIKES + BLANKS + ODD)
def test_what_looks_like_something_else_stays_the_text_it_is(typed: str) -> None:
    _everywhere(typed)


@examples(300)
@given(text)
def test_any_text_is_read_back(typed: str) -> None:
    _everywhere(typed)


@examples(150)
@given(st.dictionaries(key, value, min_size=1), st.text().filter(_is_text) | signs)
@example({"a": "b"}, "một\nhai\u0085ba\x00")
def test_any_data_is_read_back_whatever_the_comments_say(data: dict[str, Any], comment: str) -> None:
    comments = dict.fromkeys([*data, *(f"{key}[0]" for key in data)], comment)
    assert _read(yaml_text(data, comments, "# đầu tệp")) == data


@pytest.mark.parametrize("typed", ["Sở Nội vụ", "a", "2024-05-19", "10,5%", "15", "Căn cứ Luật; ngày 15, tháng 6."])
def test_plain_words_stand_without_quotation_marks(typed: str) -> None:
    assert scalar(typed) == typed
    assert flow(typed) in (typed, f'"{typed}"')
