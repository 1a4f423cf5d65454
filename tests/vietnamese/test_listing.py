"""Enumerations in messages."""

from thidua_cli.vietnamese.text import a_few, listing


def test_listing() -> None:
    assert [listing(words, "và") for words in ("", "a", "ab", "abc")] == ["", "a", "a và b", "a, b và c"]
    assert listing("ab") == "a hoặc b"


def test_long_listings_count_the_others() -> None:
    assert listing("abc", "và", most=3, others="đề nghị nữa") == "a, b và c"
    assert listing("abcde", "và", most=3, others="đề nghị nữa") == "a, b, c và 2 đề nghị nữa"


def test_a_few() -> None:
    assert a_few("abc", 3, "nơi khác") == "a, b, c"
    assert a_few("abcd", 3, "nơi khác") == "a, b, c và 1 nơi khác"
    assert a_few(iter("abcd"), 2, "dòng nữa", "; ") == "a; b và 2 dòng nữa"
    assert a_few([], 3, "nơi khác") == ""
