"""Where keys and values stand, in every style of YAML that officers and editors write."""

import unicodedata

import pytest

from thidua_cli.reading.document import Document, Place, child, parent
from thidua_cli.reading.yaml import parse_yaml

TEXT = """\
# ghi chú
title: Phát động
issuer: {name: "Sở A", place: 'Hà Nội'}
bases:
  - Luật Thi đua
  - &chung Nghị định
  - *chung
body:
  - heading: Mục đích
    text: >-
      Đoạn văn
      hai dòng
    items: [một, {text: hai}]
closing: |
  Trên đây
"""
VALUES = {
    "": (2, 1),
    "title": (2, 8),
    "issuer": (3, 9),
    "issuer.name": (3, 16),
    "issuer.place": (3, 31),
    "bases": (5, 3),
    "bases[0]": (5, 5),
    "bases[1]": (6, 5),
    "bases[2]": (7, 5),
    "body": (9, 3),
    "body[0]": (9, 5),
    "body[0].heading": (9, 14),
    "body[0].text": (10, 11),
    "body[0].items": (13, 12),
    "body[0].items[0]": (13, 13),
    "body[0].items[1]": (13, 18),
    "body[0].items[1].text": (13, 25),
    "closing": (14, 10),
}
KEYS = {
    "title": (2, 1),
    "issuer": (3, 1),
    "issuer.name": (3, 10),
    "issuer.place": (3, 24),
    "bases": (4, 1),
    "body": (8, 1),
    "body[0].heading": (9, 5),
    "body[0].text": (10, 5),
    "body[0].items": (13, 5),
    "body[0].items[1].text": (13, 19),
    "closing": (14, 1),
}


def read(text: str) -> Document:
    return parse_yaml(text.encode(), "plan.yaml")


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("Đoạn văn", "Đoạn\u2028văn\x85").replace("động", "động\u2029").encode(),
    ],
    ids=["plain", "bom", "crlf", "cr", "nfd", "line-separators"],
)
def test_places_of_keys_and_values(content: bytes) -> None:
    document = parse_yaml(content, "plan.yaml")
    assert not document.faults
    assert {path: place[:2] for path, place in document.values.items()} == VALUES
    assert {path: place[:2] for path, place in document.keys.items()} == KEYS


def test_all_forms_of_a_file_give_the_same_data() -> None:
    expected = read(TEXT).data
    for other in (unicodedata.normalize("NFD", TEXT), "\ufeff" + TEXT, TEXT.replace("\n", "\r\n")):
        assert read(other).data == expected


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("a: Hồ sơ ngày 31/11", "Hồ sơ ngày 31/11", "31/11"),
        ('a: "Hồ sơ ngày 31/11"', "Hồ sơ ngày 31/11", "31/11"),
        ("a: 'Hồ ''sơ'' ngày 31/11'", "Hồ 'sơ' ngày 31/11", "31/11"),
        ('a: "Hồ \\"sơ\\" ngày 31/11"', 'Hồ "sơ" ngày 31/11', "31/11"),
        ("a: Hồ   sơ  ngày 31/11", "Hồ sơ ngày 31/11", "31/11"),
        ("a: Hồ sơ\n   gửi ngày 31/11", "Hồ sơ gửi ngày 31/11", "31/11"),
        ("a: >-\n  Hồ sơ\n  gửi\n\n  ngày 31/11\nb: 1", "Hồ sơ gửi ngày 31/11", "31/11"),
        ("a: |  # ghi chú\n    Hồ sơ\n    ngày 31/11", "Hồ sơ ngày 31/11", "31/11"),
        ("a: Hồ\u200b sơ ngày 31/11", "Hồ sơ ngày 31/11", "31/11"),
        ("a:\n  Hồ sơ ngày 31/11", "Hồ sơ ngày 31/11", "31/11"),
    ],
)
def test_an_offset_into_a_text_finds_the_letter_in_the_file(text: str, value: str, word: str) -> None:
    document = read(text)
    place = document.place("a", offset=value.index(word))
    assert document.lines[place.line - 1][place.column - 1 :].startswith(word)


def test_an_offset_works_through_a_single_value_given_for_a_list_or_mapping() -> None:
    document = read("items:\n  - Gửi ngày 31/11\n")
    assert document.place("items[0].text", offset=4) == Place(2, 9)
    assert document.place("items[0].text[0]", offset=9) == Place(2, 14)


def test_an_offset_means_nothing_in_a_list_or_behind_an_anchor() -> None:
    document = read("a: [x, y]\nb: &n Gửi ngày\n")
    assert document.place("a.text", offset=2)[:2] == (1, 4)
    assert document.place("b", offset=4)[:2] == (2, 4)


def test_an_offset_behind_the_end_stays_at_the_text() -> None:
    assert read("a: xin chào").place("a", offset=500)[:2] == (1, 4)


def test_what_is_missing_stands_where_its_parent_is() -> None:
    document = read("a:\n  b: {c: 1}\n")
    assert document.place("a.b.d.e")[:2] == (2, 6)
    assert document.place("a.b", key=True)[:2] == (2, 3)
    assert document.place("z")[:2] == (1, 1)


def test_what_comes_from_an_alias_stands_at_the_alias() -> None:
    assert read("a: &n {b: 1}\nc: *n\n").place("c.b")[:2] == (2, 4)


def test_a_key_with_dots_is_not_taken_for_a_path() -> None:
    document = read("campaign:\n  mode: x\ncampaign.mode: y\n'': z\na[0]: w\n")
    assert document.place("campaign.mode")[:2] == (2, 9)
    assert document.place('["campaign.mode"]', key=True)[:2] == (3, 1)
    assert document.place('[""]', key=True)[:2] == (4, 1)
    assert document.place('["a[0]"]')[:2] == (5, 7)


def test_paths() -> None:
    assert [child("", "a"), child("a", "b"), child("a", 0), child("a", "b.c")] == ["a", "a.b", "a[0]", 'a["b.c"]']
    assert [parent("a.b"), parent("a[0]"), parent("a"), parent("")] == ["a", "a", "", ""]
