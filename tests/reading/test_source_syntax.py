"""Every mistake of syntax gives one finding: at its line and column, in words that help a clerk."""

import re

import pytest

from thidua_cli.reading.yaml import parse_yaml

TAB, COLON, INDENT = "có ký tự Tab", "có dấu hai chấm thừa trong giá trị", "thụt lề không khớp"
ABOVE, NO_COLON = "dòng này thụt lề sai, hoặc dòng trên thiếu dấu hai chấm", "thiếu dấu hai chấm sau tên khóa"
QUOTE, AFTER = "dấu nháy mở ở đây không có dấu nháy đóng", "có chữ thừa sau dấu nháy đóng hoặc dấu ngoặc đóng"
BRACKET, START = "dấu ngoặc [ hoặc { mở ở dòng 1 chưa đóng", "ký tự này không dùng được ở đầu giá trị"
BLOCK, STAR, BANG = "dấu | hoặc > ở đầu giá trị", "ở đầu giá trị", "dấu ! ở đầu giá trị"
CUT = "trong dấu ngoặc { } bị cắt ở dấu phẩy"
KEY, PERCENT = "tên khóa phải là chữ", "dòng không được bắt đầu bằng dấu %"

FAULTS = [
    # Tabs
    ("\ta: 1\n", 1, 1, TAB),
    ("a:\n\tb: 1\n", 2, 1, TAB),
    ("a:\n  \tb: 1\n", 2, 3, TAB),
    ("a:\n  -\tb: 1\n", 2, 4, TAB),
    ("a: x\n\ty\n", 2, 1, TAB),
    ("a: |\n  x\n\ty\n", 3, 1, TAB),
    # Colons
    ("to: UBND: huyện\n", 1, 9, COLON),
    ("a: x\ty: z\n", 1, 7, COLON),
    ("a: “Thi đua: tốt”\n", 1, 12, COLON),
    ("- Lưu ý: gửi: Sở\n", 1, 13, COLON),
    ("title abc\nid: x\n", 2, 3, ABOVE),
    ("id:x\nb: 1\n", 2, 2, ABOVE),
    ("a: x\n  b: y\n", 2, 4, ABOVE),
    ("a:\n  b: 1\n   c: 2\n", 3, 5, ABOVE),
    ("id: x\ntitle abc\nc: d\n", 2, 1, NO_COLON),
    ("id: x\ntitle abc\n", 2, 1, NO_COLON),
    ("b: 1\nid:x\nc: 1\n", 2, 1, NO_COLON),
    ("a:\u00a0x\nb: 1\nc:\u00a0y\n", 1, 3, "dòng này và 1 dòng khác có dấu cách không ngắt"),
    ("a:\n\u00a0\u00a0b: 1\n  c: 2\n", 2, 1, "dấu cách không ngắt (chép từ Word, Zalo)"),
    ("a:\n \u00a0b: 1\n  c: 2\n", 2, 2, "dấu cách không ngắt"),
    ("a:\n\u2003b: 1\n  c: 2\n", 2, 1, "dấu cách lạ (mã U+2003"),
    ("a:\n\u200b  b: 1\n  c: 2\n", 2, 1, "ký tự ẩn, không nhìn thấy (mã U+200B"),
    ("a: >-\nxin chào\nb: 1\n", 2, 1, NO_COLON),
    # Numbers with commas within braces
    ("a: {amount: 710,000}\n", 1, 13, f"số “710,000” {CUT}, chỉ còn đọc được “710”"),
    ("a: {amount: 1,410,000, b: 2}\n", 1, 13, f"số “1,410,000” {CUT}, chỉ còn đọc được “1”"),
    ("a: {achieved: 1,7%}\n", 1, 15, f"số “1,7%” {CUT}"),
    ("a:\n  - {b: x, count: 24,500,000,\n     unit: đồng}\n", 2, 19, f"số “24,500,000” {CUT}"),
    ("a: {b: 1,5 triệu đồng}\n", 1, 8, f"số “1,5 triệu đồng” {CUT}"),
    ("a: {2024: 1.200,5 % }\n", 1, 11, f"số “1.200,5 %” {CUT}"),
    # Indentation
    ("  a: 1\nb: 2\n", 2, 1, INDENT),
    ("a:\n   b: 1\n  c: 2\n", 3, 3, INDENT),
    ("a:\n   - 1\n  - 2\n", 3, 3, INDENT),
    ("a:\n  - x: 1\n   - y: 2\n", 3, 4, INDENT),
    ("a: x\n- y\n", 2, 1, INDENT),
    ("a:\n  - x\n  b: 1\n", 3, 3, INDENT),
    ("a:\n  b: 1\n  - x\n", 3, 3, INDENT),
    ("- a\nb: 1\n", 2, 1, INDENT),
    ("a: - x\n", 1, 4, "dấu gạch đầu dòng “- ” đứng ngay sau dấu hai chấm"),
    # Quotation marks
    ('a: "x\nb: 1\n', 1, 4, QUOTE),
    ("b: 1\na: 'x\n", 2, 4, QUOTE),
    ('a: "x\n---\nb"\n', 1, 4, QUOTE),
    ('a: "x" y\nb: 1\n', 1, 8, AFTER),
    ("a: 'x' và 'y'\n", 1, 8, AFTER),
    ('a: "C:\\Users"\n', 1, 9, "dấu \\ trong dấu nháy kép"),
    ('a: "\\q"\n', 1, 5, "dấu \\ trong dấu nháy kép"),
    ('a: "\\ud800"\n', 1, 7, "dấu \\ trong dấu nháy kép"),
    # Brackets
    ("a: [x, y\nb: 1\n", 2, 2, BRACKET),
    ("a: {x: 1\nb: 2\n", 2, 2, BRACKET),
    ("a: {x: 1\n\n\n", 1, 9, BRACKET),
    ("a: {x: 1 y: 2}\n", 1, 11, BRACKET),
    ("a: ['x' 'y']\n", 1, 9, BRACKET),
    ("a: [x}\n", 1, 6, BRACKET),
    ("a: [x] y\n", 1, 8, AFTER),
    ("a: ]\n", 1, 4, START),
    ("a: [x,,y]\n", 1, 7, START),
    ("a: {{ x }}\n", 1, 5, KEY),
    ("? [a]\n: b\n", 1, 3, KEY),
    # Signs that YAML reads in its own way
    ("a: @x\n", 1, 4, START),
    ("a: `x\n", 1, 4, START),
    ("a: %x\n", 1, 4, START),
    ("a: 1\n%x: 2\n", 2, 1, PERCENT),
    ("%YAML 3.0\n---\na: 1\n", 1, 1, PERCENT),
    ("%TAG x\n---\na: 1\n", 1, 1, PERCENT),
    ("a: >= 50\n", 1, 4, BLOCK),
    ("a: | x\n", 1, 4, BLOCK),
    ("a: **đậm**\n", 1, 4, STAR),
    ("a: *đậm*\n", 1, 4, STAR),
    ("a: *x\n", 1, 4, STAR),
    ("a: 1\n*x : 2\n", 2, 1, STAR),
    ("a: & x\n", 1, 4, STAR),
    ("a: !x y\n", 1, 4, BANG),
    ("a: !!python/object:os.system x\n", 1, 4, BANG),
    ("a: !e!x z\n", 1, 4, BANG),
    ("a: !<x y\n", 1, 4, BANG),
    # Documents
    ("a: 1\n---\nb: 1\n", 2, 1, "tệp có nhiều hơn một phần"),
    ("---\n---\nb: 1\n", 2, 1, "tệp có nhiều hơn một phần"),
    ("a: 1\n... x\n", 2, 5, INDENT),
]
LETTERS = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


SIGNS = [
    ("awards:\n  – id: a\n    form: b\n", 2, 3, "dấu đầu dòng của Word “–” ở chỗ phải là dấu gạch “-”"),
    ("awards:\n  • id: a\n    form: b\n", 2, 3, "dấu đầu dòng của Word “•”"),
    ("campaign:\n  mode：regular\n  end: b\n", 2, 7, "“：” ở chỗ phải là dấu hai chấm “:”"),
    ('a: 1\ntitle: "Phát động\nb: c\nd: ["x", y]\n', 2, 8, "không được đóng: đến dòng 4"),
    ("a: 1\ntitle: 'Phát động\nb: c\nd: ['x', y]\n", 2, 8, "không được đóng: đến dòng 4"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), SIGNS, ids=[text for text, *_ in SIGNS])
def test_a_sign_that_is_none_of_yaml_is_named_in_its_own_line(text: str, line: int, column: int, message: str) -> None:
    test_a_mistake_of_syntax(text, line, column, message)


def test_dashes_in_prose_are_no_fault_of_the_line_below_them() -> None:
    (fault,) = parse_yaml("text: |\n  – Mục tiêu\nb: c\n  d: e\n".encode(), "f").faults
    assert fault.line == 4


@pytest.mark.parametrize(("text", "line", "column", "message"), FAULTS, ids=[text for text, *_ in FAULTS])
def test_a_mistake_of_syntax(text: str, line: int, column: int, message: str) -> None:
    document = parse_yaml(text.encode(), "plan.yaml")
    (fault,) = document.faults
    assert (fault.code, fault.file) == ("yaml-syntax", "plan.yaml")
    assert (fault.line, fault.column) == (line, column)
    assert message in fault.message
    assert LETTERS.search(fault.hint), "the hint is a Vietnamese sentence"
    assert column <= len(document.lines[line - 1]) + 1


def test_a_place_behind_the_last_line_becomes_the_end_of_the_text() -> None:
    (fault,) = parse_yaml(b"a: 1\nb: [x,\n  y\n\n\n\n", "f").faults
    assert (fault.line, fault.column) == (3, 4)


def test_several_tags_are_all_told() -> None:
    faults = parse_yaml(b"a: !x 1\nb: !!binary y\nc: ! z\n", "f").faults
    assert [fault.line for fault in faults] == [1, 2, 3]
    assert "“!!binary”" in faults[1].message


@pytest.mark.parametrize(
    ("typed", "read", "cut"),
    [
        ("{amount: 710,000, b: x}", {"amount": "710000", "b": "x"}, 1),
        ("{b: x, amount: 1,410,000}", {"amount": "1410000", "b": "x"}, 1),
        ("{2024: 1,7, 2025: 2,5%}", {"2024": "1,7", "2025": "2,5%"}, 2),
        ("{a: 1,000, b: 2,000}", {"a": "1000", "b": "2000"}, 2),
    ],
)
def test_a_number_that_a_comma_cut_is_put_together_and_told_once(typed: str, read: dict[str, str], cut: int) -> None:
    document = parse_yaml(typed.encode(), "x.yaml")
    assert (document.data, len(document.faults)) == (read, cut)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("{a: 1,2: x}", {"a": "1", "2": "x"}),
        ("{a: [1,2], b: 3}", {"a": ["1", "2"], "b": "3"}),
        ('{a: "1,2", b: 3}', {"a": "1,2", "b": "3"}),
        ("{a: nhóm 1,b: 2}", {"a": "nhóm 1", "b": "2"}),
        ("a: 1,2", {"a": "1,2"}),
        ("{a: 1, 2: 3}", {"a": "1", "2": "3"}),
    ],
)
def test_what_no_comma_cut_is_left_alone(typed: str, read: dict[str, str]) -> None:
    document = parse_yaml(typed.encode(), "x.yaml")
    assert (document.data, document.faults) == (read, [])
