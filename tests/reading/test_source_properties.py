"""What holds for every document: data as typed, places that point at it, no crash on any bytes."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from tests.exploring import examples
from thidua_cli.campaign.load_plan import validate
from thidua_cli.errors import ThiduaError
from thidua_cli.reading.document import Data, child
from thidua_cli.reading.yaml import parse_yaml
from thidua_cli.vietnamese.text import control_character

CALM = settings(examples(100), suppress_health_check=list(HealthCheck))
VIETNAMESE = "aàảãáạăằâẩđeêệiịoôốơợuưữyỵ ÂĐƠƯ09:#-'\"[]{}!&*|>%@`?,/\\.\t\n"
KEYS = st.text("abcxyz_.[]đ \"':", min_size=1, max_size=8)
TEXTS = st.text(
    st.one_of(st.sampled_from(VIETNAMESE), st.characters(min_codepoint=32, max_codepoint=0x2FFF)), max_size=40
)
SCALARS = st.one_of(
    TEXTS,
    st.sampled_from(
        ["no", "0123", "12:30", "1.0", "2024-05-19", "~", "null", "Null", "NULL", "", " x ", "- a", "a: b"]
    ),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=15,
)


def usable(value: Any) -> bool:
    """Tell whether a text can be in a file: no control characters, no spellings that normalising changes."""
    if isinstance(value, dict):
        return all(usable(key) and usable(entry) for key, entry in value.items())
    if isinstance(value, list):
        return all(usable(entry) for entry in value)
    known = control_character(value) is None and unicodedata.is_normalized("NFC", value)
    return known and not any(sign in value for sign in "\x85\u2028\u2029\ufeff")


def texts(data: Data, path: str = "") -> Iterator[tuple[str, str, bool]]:
    """Yield path and text of every value and every key, and whether it is a key."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield child(path, key), key, True
            yield from texts(value, child(path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, child(path, index))
    else:
        yield path, data or "", False


@CALM
@example({"a": "\xa0"}, True)  # a space that does not break: to YAML it is a letter like others
@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4).filter(usable), st.sampled_from([True, False, None]))
@example({":": "\xa0"}, None)
def test_the_data_is_what_was_dumped_and_places_point_at_it(tree: dict[str, Any], flow: bool | None) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=60)
    document = parse_yaml(text.encode(), "f")
    assume([fault.code for fault in document.faults] != ["legacy-encoding"])
    assert not document.faults
    assert document.data == tree
    for path, value, key in texts(document.data):
        place = document.place(path, key=key)
        begins = document.lines[place.line - 1][place.column - 1 :]
        folded = value.startswith(f"{begins} ")
        assert begins[:1] in ("'", '"', "|", ">") or begins.startswith(value) or folded


@CALM
@given(st.dictionaries(st.sampled_from("abc"), TREES, min_size=1).filter(usable))
def test_composed_and_decomposed_files_are_the_same(tree: dict[str, Any]) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, width=60)
    one, other = (parse_yaml(unicodedata.normalize(form, text).encode(), "f") for form in ("NFC", "NFD"))
    assert (one.data, one.values, one.keys, one.lines) == (other.data, other.values, other.keys, other.lines)


@CALM
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text("ab: \n\t-[]{}&*!|>'\"%@`#?,\\x07", max_size=60).map(str.encode),
    )
)
def test_no_bytes_make_reading_crash(content: bytes) -> None:
    try:
        loaded = validate(parse_yaml(content, "f"))
    except ThiduaError:
        return
    for fault in loaded.faults:
        assert fault.message
        assert (fault.line or 0) >= 1
        assert (fault.column or 0) >= 1
        assert fault.line <= max(len(loaded.document.lines), 1) or fault.code == "legacy-encoding"
