"""The marks of prose: read in one way by plans and by old papers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.papers.engine import prose
from thidua_cli.vietnamese.emphasis import finished, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("một **hai** *ba*", [("", "một "), ("**", "hai"), ("", " "), ("*", "ba")]),
        ("***a* b**", [("**", "*a* b")]),
        ("2 * 3 * 4", [("", "2 * 3 * 4")]),
        ("**a *b** c*", [("**", "a *b"), ("", " c*")]),
    ],
)
def test_spans(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(spans(text)) == expected


@given(st.text(alphabet="*a b.", max_size=30))
def test_marks_that_cross_give_no_broken_html(text: str) -> None:
    """Tags are closed in the order in which they were opened, and no letter is lost."""
    html = str(prose(text))
    opened: list[str] = []
    for closing, tag in re.findall("<(/?)([bi])>", html):
        if closing:
            assert opened.pop() == tag, html
        else:
            opened.append(tag)
    assert not opened
    assert re.sub("</?[bi]>|[*]", "", html) == text.replace("*", "")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Giáo viên đăng ký đầy đủ", "Giáo viên đăng ký đầy đủ."),
        ("đã xong,", "đã xong."),
        ("đã xong.", "đã xong."),
        ("gồm các việc:", "gồm các việc:"),
        ("việc thứ nhất;", "việc thứ nhất;"),
        ("còn ai nữa?", "còn ai nữa?"),
        ("và nhiều việc khác…", "và nhiều việc khác…"),
        ("nay **hoàn thành**", "nay **hoàn thành**."),
        ("nay **hoàn thành.**", "nay **hoàn thành.**"),
    ],
)
def test_a_text_ends_as_sentences_do(typed: str, printed: str) -> None:
    assert finished(typed) == printed
