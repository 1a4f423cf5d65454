"""Files in old encodings are refused with advice; Unicode in any of its forms is read."""

import pytest

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.yaml import parse_yaml

MOTTO = "title: Cộng hòa xã hội chủ nghĩa Việt Nam\n"
TCVN3 = "title: Céng hßa x· héi chñ nghÜa ViÖt Nam\n"
VNI = "title: Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\n"


@pytest.mark.parametrize(
    ("content", "place", "advice"),
    [
        (b"\xff\xfe" + MOTTO.encode("utf-16-le")[:-1], (1, 1), "UTF-8"),
        ("id: a\r\ntitle: Hå sơ".encode("cp1258", "replace"), (2, 9), "UTF-8"),
        ("# được\rtitle: ".encode() + b"\xe9", (2, 8), "UTF-8"),
        (b"\xef\xbb\xbf" + "a: đủ\ntitle: ".encode() + b"\xff", (2, 8), "UTF-8"),
        (("id: a\n" + TCVN3).encode(), (2, 1), "UniKey"),
        (("id: a\n" + VNI).encode(), (2, 1), "UniKey"),
        ((MOTTO * 40 + "a: phßng GD & ®t viÖt yªn\n").encode(), (41, 1), "UniKey"),
        ("a: kÕ ho¹ch\nb: ®ît\nc: thi ®ua\n".encode(), (1, 1), "UniKey"),
        (b"id: a\n" + MOTTO.encode().decode("cp1252", "replace").encode(), (2, 1), "gốc"),
        (b"id: a\ntitle: Nguy?n V?n Ph\xfac\n", (2, 21), "gốc"),
        (("id: a\n" + TCVN3).encode("latin-1", "replace"), (2, 9), "UniKey"),
    ],
    ids=(
        *("utf-16-cut", "cp1258", "latin-1", "bom", "tcvn3", "vni", "tcvn3-in-one-line", "tcvn3-short-lines"),
        *("misread", "lost", "tcvn3-bytes"),
    ),
)
def test_old_encodings_are_refused_where_they_begin(content: bytes, place: tuple[int, int], advice: str) -> None:
    document = parse_yaml(content, "f")
    (fault,) = document.faults
    assert document.data is None
    assert (fault.code, (fault.line, fault.column)) == ("legacy-encoding", place)
    assert advice in fault.hint


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_each_of_its_forms(code: str) -> None:
    document = parse_yaml((MOTTO + "b: đủ\n").encode(code), "f")
    assert (document.faults, document.data) == ([], {"title": MOTTO[7:-1], "b": "đủ"})
    assert document.place("b") == (2, 4, True)


@pytest.mark.parametrize(
    "text",
    [
        "a: Trường phổ thông Müller ký với Größe, Käthe",
        "a: 3 × 4 × 5 ÷ 6 § 7 © 2024 ® « x »",
        "a: ÂN CẦN, Ổn định, Ýên, Ñ",
        "a: Đoàn viên André, François, Zoë thăm Huế",
        "a: ước gì",
    ],
)
def test_foreign_names_and_signs_are_no_old_encoding(text: str) -> None:
    assert not parse_yaml(text.encode(), "f").faults


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b" \r\n \n",
        b"# ghi ch\xc3\xba\n",
        b"---\n",
        b"---\n...\n",
        b"~\n",
        b"\xef\xbb\xbf",
        b"%YAML 1.2\n---\n",
    ],
)
def test_an_empty_file_is_said_to_be_empty(content: bytes) -> None:
    with pytest.raises(ThiduaError, match="trống") as refused:
        parse_yaml(content, "plan.yaml")
    assert "thidua new-plan" in refused.value.hint


@pytest.mark.parametrize("content", [b"PK\x03\x04\x14\x00\x06", b"\x89PNG\r\n\x1a\n\x00\x00", b"\x00", b"a: b\n\x00"])
def test_a_file_that_is_no_text_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(ThiduaError, match="không phải là tệp văn bản"):
        parse_yaml(content, "plan.yaml")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: x\x07y\n", (1, 5)),
        ("a: 1\nb: đủ\x1b[31m\n", (2, 6)),
        ("a: 1\nb: |\n  c\x7f\n", (3, 4)),
        ("a: x\x0by\n", (1, 5)),
        ('a: "x\\ay"\n', (1, 4)),
        ('"k\\ey": 1\n', (1, 1)),
        ("a: " + "x" * 5000 + "\x00\n", (1, 5004)),
        ("a: \ufffe\n", (1, 4)),
    ],
)
def test_control_characters_are_faults_and_never_reach_messages(text: str, place: tuple[int, int]) -> None:
    document = parse_yaml(text.encode(), "f")
    fault = document.faults[0]
    assert (fault.code, fault.line, fault.column) == ("yaml-syntax", *place)
    assert "ký tự điều khiển" in fault.message
    assert fault.message.isprintable()
    assert not any(ord(letter) < 32 and letter != "\n" for letter in str(document.data))


def test_heaps_of_accents_are_dropped_in_time() -> None:
    document = parse_yaml(b"a: x" + "\u0301\u0316".encode() * 200_000, "f")
    assert document.data == {"a": "x"}
