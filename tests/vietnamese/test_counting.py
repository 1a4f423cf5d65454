"""How papers count, there and back."""

import pytest

from thidua_cli.vietnamese.counting import POINTS, WORDS, ordinal_value, point, point_value, roman, roman_value
from thidua_cli.vietnamese.item_marks import counted, marks_of


def test_roman_numerals_there_and_back() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 99, 399)] == ["I", "IV", "IX", "XIV", "XL", "XCIX", "CCCXCIX"]
    assert all(roman_value(roman(number)) == number for number in range(1, 400))


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "VV", "XXXX", "IXI", "A", "1", "i"])
def test_letters_that_no_roman_would_write(text: str) -> None:
    assert roman_value(text) == 0


def test_points_there_and_back() -> None:
    assert "".join(point(number) for number in range(1, 9)) == "abcdđegh"
    assert all(point_value(point(number)) == number for number in range(1, len(POINTS) + 1))
    assert point(len(POINTS) + 2) == "ab"
    assert [point_value(letter) for letter in ("", "f", "w", "ab", "Đ")] == [0] * 5


def test_words_digits_and_numerals_are_one_number() -> None:
    for number, word in enumerate(WORDS):
        assert ordinal_value(word) == ordinal_value(word.upper()) == ordinal_value(f"{number:02d}") == number
    assert [ordinal_value(word) for word in ("nhất", "tư", "iv", "nhiều")] == [1, 4, 4, 0]


def test_every_mark_that_is_counted_in_prose_is_read_everywhere() -> None:
    """What surely begins an item is one of the manners of a mark, with the same number."""
    for number in range(1, 20):
        for mark in (
            f"{roman(number)}.",
            f"{number}.",
            f"{number})",
            f"({number})",
            f"{point(number)})",
            f"1.{number}.",
        ):
            text = f"{mark} Nội dung"
            assert counted(text)[1] == number
            assert number in [one.value for one in marks_of(text)], text
