"""Numbers and sums in words, held against a second speller that works another way; and read back."""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.numerals import LIMIT, in_figures, in_words, money_in_words, money_of_words, number_of_words

NUMBERS = st.integers(0, LIMIT - 1) | st.integers(0, 12).flatmap(lambda n: st.integers(0, 10**n - (n > 0)))
ROUND = st.builds(lambda head, zeros: head * 10**zeros, st.integers(1, 9999), st.integers(0, 8)).filter(
    lambda number: number < LIMIT
)
SPELT = {
    0: "không", 1: "một", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm",
    20: "hai mươi", 21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm", 40: "bốn mươi", 44: "bốn mươi tư",
    55: "năm mươi lăm", 91: "chín mươi mốt", 100: "một trăm", 101: "một trăm linh một", 104: "một trăm linh bốn",
    105: "một trăm linh năm", 110: "một trăm mười", 111: "một trăm mười một", 115: "một trăm mười lăm",
    505: "năm trăm linh năm", 555: "năm trăm năm mươi lăm", 999: "chín trăm chín mươi chín", 1000: "một nghìn",
    1001: "một nghìn không trăm linh một", 1010: "một nghìn không trăm mười", 1100: "một nghìn một trăm",
    10_000: "mười nghìn", 21_000: "hai mươi mốt nghìn", 105_000: "một trăm linh năm nghìn",
    1_000_000: "một triệu", 1_000_005: "một triệu không trăm linh năm",
    1_005_000: "một triệu không trăm linh năm nghìn",
    15_015_015: "mười lăm triệu không trăm mười lăm nghìn không trăm mười lăm", 10**9: "một tỷ",
    1_000_000_024: "một tỷ không trăm hai mươi tư", LIMIT - 1: " ".join(
        f"chín trăm chín mươi chín {scale}".strip() for scale in ("tỷ", "triệu", "nghìn", "")
    ),
}  # fmt: skip


def other_speller(number: int) -> str:
    """Digit by digit in school words, every zero told; then the rules of speech, each a substitution."""
    names = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    digits = f"{number:012d}"
    places = ["trăm", "mươi", "tỷ", "trăm", "mươi", "triệu", "trăm", "mươi", "nghìn", "trăm", "mươi", ""]
    text = " ".join(f"{names[int(digit)]} {place}".strip() for digit, place in zip(digits, places, strict=True))
    for scale in ("tỷ", "triệu", "nghìn"):
        text = re.sub(rf"không trăm không mươi không {scale}(?: |$)", "", text)
    for said, usual in (
        (r"(?<!^)không trăm không mươi không$", ""),
        (r"^(?:không trăm )?(?:không mươi )?(?=\w)", ""),
        (r"không mươi không", ""),
        (r"không mươi", "linh"),
        (r"một mươi", "mười"),
        (r"(?<=mươi) không|(?<=mười) không", ""),
        (r"(?<=mươi) một", " mốt"),
        (r"(?<=mươi) bốn", " tư"),
        (r"(?<=mươi) năm|(?<=mười) năm", " lăm"),
    ):
        text = re.sub(said, usual, text)
    return " ".join(text.split())


@pytest.mark.parametrize("number", SPELT)
def test_numbers_as_they_are_taught(number: int) -> None:
    assert in_words(number) == other_speller(number) == SPELT[number]


@given(NUMBERS | ROUND)
def test_another_speller_says_the_same(number: int) -> None:
    assert in_words(number) == other_speller(number)


@pytest.mark.parametrize("scale", [1, 10**3, 10**6, 10**9])
def test_every_number_of_three_digits(scale: int) -> None:
    for number in range(1000):
        assert in_words(number * scale) == other_speller(number * scale)
        behind = (number * scale + 10**9) % LIMIT
        assert in_words(behind) == other_speller(behind)
        assert number_of_words(in_words(number * scale)) == number * scale


@given(NUMBERS | ROUND)
def test_there_and_back(number: int) -> None:
    words = in_words(number)
    assert number_of_words(words) == number_of_words(words.upper()) == number
    assert money_of_words(money_in_words(number)) == number
    assert money_of_words(f"{words}  đồng chẵn./.") == number


def variants(words: str) -> Iterator[str]:
    """Every way in which a number may be spelt, by what each word may be."""
    others = {
        "linh": ["lẻ"], "nghìn": ["ngàn"], "tỷ": ["tỉ"], "bảy": ["bẩy"],
        "mốt": ["một"], "tư": ["bốn"], "lăm": ["năm", "nhăm"],
    }  # fmt: skip
    return map(" ".join, product(*([word, *others.get(word, ())] for word in words.split())))


@given(st.integers(0, LIMIT - 1).map(lambda number: number // 10**6 * 10**3 + number % 1000))
def test_every_usual_spelling_is_read(number: int) -> None:
    for said in variants(in_words(number)):
        assert number_of_words(said) == number, said


def bones(words: str) -> str:
    """The words of a number in one spelling, without those that only hold a place."""
    usual = {"ngàn": "nghìn", "tỉ": "tỷ", "mốt": "một", "tư": "bốn", "lăm": "năm", "lẻ": "linh"}
    text = " ".join(usual.get(word, word) for word in words.split())
    return " ".join(text.replace("không trăm", "").replace("linh", "").split())


PIECES = sorted({*in_words(123_456_789_105).split(), "mười", "mốt", "tư", "lăm", "lẻ", "ngàn", "tỉ"})


@given(NUMBERS | ROUND, st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["", *PIECES])), min_size=1, max_size=3))
def test_spoilt_words_are_no_number_or_the_one_they_spell(number: int, changes: list[tuple[int, str]]) -> None:
    words = in_words(number).split()
    for place, piece in changes:
        words[place % len(words)] = piece
    found = number_of_words(" ".join(words))
    assert found is None or bones(in_words(found)) == bones(" ".join(words))


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert number_of_words(text) is None or bones(text.casefold())
    assert money_of_words(f"{text} đồng") == number_of_words(text)


@pytest.mark.parametrize("number", [-1, LIMIT, LIMIT * 5])
def test_numbers_without_words(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)
    with pytest.raises(ValueError, match=str(number)):
        money_in_words(number)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("một trăm linh tư", 104),
        ("một triệu linh năm", 1_000_005),
        ("một triệu năm nghìn", 1_005_000),
        ("một triệu hai mươi nghìn", 1_020_000),
        ("Một triệu, bốn trăm mười nghìn", 1_410_000),
        ("ba mươi ba triệu hai trăm ngàn", 33_200_000),
    ],
)
def test_shorter_spellings_that_mean_one_number(said: str, number: int) -> None:
    assert number_of_words(said) == number


@pytest.mark.parametrize(
    "said",
    [
        "", "đồng", "trăm", "nghìn", "mươi", "linh năm", "không trăm linh năm", "không mươi", "một mươi", "mươi lăm",
        "một trăm hai", "một trăm hai nghìn", "một triệu hai", "một nghìn năm", "hai ba", "ba nghìn hai triệu",
        "một triệu hai triệu", "hai nghìn tỷ", "một tỷ tỷ", "hai mươi không", "một trămhai", "lăm", "mốt", "2 triệu",
        "một triệu rưỡi", "vài triệu", "một triệu không nghìn", "không không", "mười trăm", "mười mươi",
        "hai mươi mười", "hai mươi mốt người", "ty",
    ],
)  # fmt: skip
def test_words_that_tell_no_number_or_two(said: str) -> None:
    assert number_of_words(said) is None


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("Một triệu bốn trăm mười nghìn đồng", 1_410_000),
        ("HAI TRĂM NGÀN ĐỒNG CHẴN", 200_000),
        ("Bốn mươi sáu triệu đồng.", 46_000_000),
        ("bảy trăm sáu mươi nghìn đồng Việt Nam", 760_000),
        ("Không đồng", 0),
        ("Bốn mươi sáu triệu", None),
        ("Hai triệu đồng mỗi tập thể", None),
        ("đồng", None),
        ("một triệu hai đồng", None),
    ],
)
def test_sums_as_people_write_them(said: str, amount: int | None) -> None:
    assert money_of_words(said) == amount


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0, "Không đồng"),
        (760_000, "Bảy trăm sáu mươi nghìn đồng"),
        (1_410_000, "Một triệu bốn trăm mười nghìn đồng"),
        (30_360_000, "Ba mươi triệu ba trăm sáu mươi nghìn đồng"),
    ],
)
def test_sums_as_papers_spell_them(amount: int, said: str) -> None:
    assert money_in_words(amount) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0"), (760, "760"), (1_000, "1.000"), (1_410_000, "1.410.000")])
def test_figures_have_a_dot_before_three_digits(number: int, said: str) -> None:
    assert in_figures(number) == said
