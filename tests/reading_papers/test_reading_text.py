"""Plain text: the lines that a reader sees, whatever Word, PDF or a web page made of them."""

import os
import textwrap
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PLANS
from tests.exploring import examples
from tests.reading_papers.example_papers import is_sound, printed, read_or_refused
from thidua_cli.errors import ThiduaError
from thidua_cli.reading.papers.open_paper import parse_paper, read_paper
from thidua_cli.reading.papers.paper import Paper

CASES = yaml.safe_load((Path(__file__).parent / "texts.yaml").read_text(encoding="utf-8"))


def read(text: str) -> Paper:
    return parse_paper(text.encode(), "cũ.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_lines_of_a_text(case: dict[str, Any]) -> None:
    paper = read(case["text"])
    assert [line.marked for line in paper.lines] == case["lines"]
    if "notes" in case:
        assert [note.message for note in paper.notes] == case["notes"]
    if "cells" in case:
        assert [".".join(map(str, line.cell or ())) for line in paper.lines] == case["cells"]


def test_a_line_knows_its_place() -> None:
    paper = read("KẾ HOẠCH\n\n  Khơi dậy tinh thần thi đua của cán bộ, đoàn viên\n  trong toàn huyện.\nHết.")
    assert [(line.place.line, line.place.column) for line in paper.lines] == [(1, 1), (3, 3), (5, 1)]
    assert {line.place.file for line in paper.lines} == {"cũ.txt"}


def test_looks_of_a_line() -> None:
    heading, label, _ = read("**I. MỤC ĐÍCH**\n*Chủ trì:* Văn phòng\nHết").lines
    assert heading.upper
    assert [(run.bold, run.italic) for run in heading.runs] == [(True, False)]
    assert not label.upper
    assert [(run.bold, run.italic) for run in label.runs] == [(False, True), (False, False)]


@pytest.mark.parametrize("spaced", [False, True])
@pytest.mark.parametrize("pages", [False, True])
@pytest.mark.parametrize("width", [70, 80, 90, 100])
def test_wrapped_papers_are_read_as_they_were(width: int, pages: bool, spaced: bool) -> None:
    """The example papers, wrapped as a mail program or a PDF does it: at most one line of a hundred is missed."""
    missed = total = 0
    for folder, indent in product(PLANS, (0, 4)):
        lines = printed(folder)
        found = {line.text for line in read(_wrapped(lines, width, indent, pages=pages, spaced=spaced)).lines}
        missed += sum(line not in found for line in lines)
        total += len(lines)
    assert missed * 100 <= total


def _wrapped(lines: list[str], width: int, indent: int, *, pages: bool, spaced: bool) -> str:
    rows: list[str] = []
    number = 1
    for line in lines:
        for row in textwrap.wrap(line, width, initial_indent=" " * indent, break_on_hyphens=False):
            rows.append(row)
            if pages and len(rows) % 40 == 0:
                number += 1
                rows.append(str(number))
        if spaced:
            rows.append("")
    return "\n".join(rows)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_ends_of_lines_of_every_system(ending: str) -> None:
    paper = parse_paper(f"\ufeffI. MỤC ĐÍCH{ending}1. Mục đích{ending}".encode(), "f")
    assert [(line.text, line.place.line) for line in paper.lines] == [("I. MỤC ĐÍCH", 1), ("1. Mục đích", 2)]


SEEDS = Path(os.environ.get("THIDUA_SEEDS", ""))
# Real papers, which do not belong into this repository: how many lines they have, and two that a page break split.
COUNTS = {"000": 41, "001": 57, "002": 57, "003": 52, "004": 10}
MENDED = {"001": "hình thức phong phú", "002": "Chỉ thị số 34-CT/TW, ngày", "003": "tất cả các lĩnh vực"}


@pytest.mark.skipif("THIDUA_SEEDS" not in os.environ, reason="THIDUA_SEEDS names no folder of real papers")
@pytest.mark.parametrize("name", COUNTS)
def test_real_papers_have_their_lines(name: str) -> None:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    lines = [line.text for line in read_paper(path).lines]
    assert len(lines) == COUNTS[name]
    assert any(MENDED.get(name, "") in line for line in lines)


REFUSED = {
    "tcvn3": ("KÕ ho¹ch ph¸t ®éng thi ®ua ®Æc biÖt".encode(), "bảng mã cũ"),
    "vni": ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode(), "bảng mã cũ"),
    "cp1258": ("K\xea hoa\xd2ch".encode("latin-1"), "không phải mã UTF-8"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "tệp Word cũ (.doc)"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
    "pdf": (b"%PDF-1.7\n", "tệp PDF"),
    "rtf": (b"{\\rtf1\\ansi", "tệp RTF"),
    "web": ("\ufeff\n<!DOCTYPE HTML><html>".encode(), "trang web"),
    "xml": (b"<?xml version='1.0'?><w/>", "tệp XML"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "không phải là văn bản"),
    "empty": (b"\n \n", "không có chữ nào"),
    "nothing": (b"", "không có chữ nào"),
    "large": (b"a\n" * 2_100_000, "lớn hơn"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_other_files_are_refused_with_advice(name: str) -> None:
    content, words = REFUSED[name]
    with pytest.raises(ThiduaError) as caught:
        parse_paper(content, "cũ.txt")
    assert words in caught.value.message
    assert caught.value.hint


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ThiduaError):
        read_paper(tmp_path / "không có.docx")


_SIGNS = "I.|1.|a)|-|**|*|“|”|\t|    |\f|\n|\n\n|2|[1]|34-|CT/TW|KẾ HOẠCH|thi đua|Thi|của|3/2|.|;|,|Lưu:|e\u0301|\0"
_FRAGMENTS = st.sampled_from(["|", "\u200b", "\ud7ff", *_SIGNS.split("|")])


@examples(300)
@given(st.lists(_FRAGMENTS, max_size=60).map(" ".join) | st.text(max_size=200) | st.binary(max_size=200))
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    is_sound(read_or_refused(content))


@examples(150)
@given(st.lists(st.text("aáđ ,.-*“”\n\t|1I)", max_size=40), max_size=12).map("\n".join))
def test_no_word_is_lost_but_page_numbers(text: str) -> None:
    letters = "aáđ"
    paper = read_or_refused(text.encode())
    seen = "".join(line.text for line in paper.lines) if isinstance(paper, Paper) else ""
    assert sorted(c for c in seen if c in letters) == sorted(c for c in text if c in letters)


LONG = {
    "one line": "thi đua " * 200_000,
    "short lines": "của\n" * 100_000,
    "wrapped": "thi đua yêu nước của toàn thể cán bộ, đoàn viên trong\n" * 20_000,
    "open quotes": "“thi đua\n" * 60_000,
    "columns": "a\tb\n" * 60_000,
    "stars": "* **a " * 250_000,
    "brackets": "[1] a " * 300_000,
    "spaces": " " * 1_900_000 + "a",
    "digits": "1." * 1_000_000,
    "lone marks": "**\n" * 80_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_long_texts_are_read_to_the_end(name: str) -> None:
    read_or_refused(LONG[name].encode())  # a pattern that backtracks would never come to an end
