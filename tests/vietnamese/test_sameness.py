"""Who is called the same: names as papers print them (names.yaml), pairs (pairs.yaml), and what holds of all names."""

import unicodedata
from collections.abc import Callable
from itertools import combinations, product
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.exploring import examples
from thidua_cli.vietnamese import address
from thidua_cli.vietnamese.address import is_household, is_plain, own_name, sex_of_address
from thidua_cli.vietnamese.sameness import (
    decision_key,
    loose_key,
    loose_unit_key,
    may_be_one,
    name_key,
    person_key,
    same_name,
    unit_key,
)
from thidua_cli.vietnamese.text import fold, nearest

HERE = Path(__file__).parent
NAMES: list[list[str]] = yaml.load((HERE / "names.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
PAIRS: dict[str, list[list[str]]] = yaml.safe_load((HERE / "pairs.yaml").read_text(encoding="utf-8"))
WORDS = yaml.safe_load(Path(address.__file__).with_name("address.yaml").read_text(encoding="utf-8"))
BEFORE = [word for kind in address._BEFORE for word in WORDS[kind]]
BEHIND = [word for kind in address._AFTER for word in WORDS[kind]]

PARTS = [line.split() for line in (HERE / "ordinary_names.txt").read_text(encoding="utf-8").splitlines()]
ORDINARY = [" ".join(parts) for parts in product(*PARTS)]


@pytest.mark.parametrize(("typed", "printed", "told"), [(*case, "")[:3] for case in NAMES], ids=lambda text: text)
def test_a_name_without_what_stands_around_it(typed: str, printed: str, told: str) -> None:
    assert own_name(typed) == printed
    assert sex_of_address(typed) == (told if told in ("male", "female") else None)
    assert is_household(typed) is (told == "household")
    if told != "household":
        assert person_key(typed) == person_key(printed)


@pytest.mark.parametrize("word", BEFORE)
def test_every_word_before_a_name(word: str) -> None:
    """Each form of address, rank, title and post, in any case, with a stop, and with another one before it."""
    for typed in (word, word.upper(), f"{word}.", f"{word}:", f"Đ/c {word}", f"1. {word}", f"{word} Đại úy"):
        assert person_key(f"{typed} Lê Văn Kha") == person_key("Lê Văn Kha"), typed
        if not is_household(f"{typed} Lê Văn Kha"):
            assert own_name(f"{typed} Lê Văn Kha") == "Lê Văn Kha", typed


@pytest.mark.parametrize("word", [word for word in BEFORE if word.isalpha()])
def test_a_name_keeps_two_words(word: str) -> None:
    for name in (f"{word} Tô", f"{word} Tô (Thanh Hóa)", f"{word} Tô - Thanh Hóa"):
        assert own_name(name) == name


@pytest.mark.parametrize("word", BEHIND)
def test_every_word_behind_a_name(word: str) -> None:
    for typed in (f"({word})", f"- {word}", f", {word}", f"– {word} cơ quan", f"({word.upper()})", f"; {word}"):
        assert own_name(f"Lê Văn Kha {typed}") == "Lê Văn Kha", typed


@pytest.mark.parametrize("word", WORDS["bodies"])
def test_the_name_of_a_body_is_left_alone(word: str) -> None:
    for typed in (f"{word} Lê Văn Kha", f"CN {word} Lê Văn Kha", f"{word} Kha - Thư ký", f"{word} Kha (Thư ký)"):
        assert own_name(typed) == typed


@pytest.mark.parametrize(("one", "other"), PAIRS["one"])
def test_these_are_one(one: str, other: str) -> None:
    assert person_key(one) == person_key(other)
    assert same_name(one, other)
    assert may_be_one(one, other)


@pytest.mark.parametrize(("one", "other"), PAIRS["maybe"])
def test_these_may_be_one(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)
    assert may_be_one(one, other)
    assert loose_key(one) == loose_key(other)


@pytest.mark.parametrize(("one", "other"), PAIRS["two"])
def test_these_are_two(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not may_be_one(one, other)


def test_ordinary_names_are_all_different() -> None:
    assert len({person_key(name) for name in ORDINARY}) == len(ORDINARY) > 5000
    assert [name for name in ORDINARY if own_name(name) != name] == []
    assert len([name for name in ORDINARY if is_plain(name)]) > 0.9 * len(ORDINARY)  # the fast way is the usual one


def test_no_two_of_some_hundred_names_are_taken_for_one() -> None:
    for one, other in combinations(ORDINARY[::20], 2):
        assert not same_name(one, other)
        assert not may_be_one(one, other)


def _tone_elsewhere(name: str) -> str:
    """Write the tone marks of oa, oe, uy where the other school puts them."""
    pairs = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oạ": "ọa", "uý": "úy", "uỷ": "ủy", "uỳ": "ùy", "uỵ": "ụy"}
    for one, other in pairs.items():
        name = name.replace(one, "\0").replace(other, one).replace("\0", other)
    return name


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "small": str.lower,
    "NFD": lambda name: unicodedata.normalize("NFD", name),
    "tone elsewhere": _tone_elsewhere,
    "Icelandic": lambda name: name.replace("Đ", "Ð").replace("đ", "ð"),
    "Cyrillic": lambda name: name.translate(str.maketrans("AHMTeao", "АНМТеао")),
    "no-break spaces": lambda name: name.replace(" ", "\u00a0"),
    "spaces": lambda name: f"  {name.replace(' ', '   ')} ",
    "soft hyphen": "\u00ad".join,
    "full stop": lambda name: f"{name}.",
}
names = st.sampled_from([*ORDINARY, "H'Mai Êban", "K’Brôi Kơ Să", "Y Bhăm Niê"])
spelt = st.sampled_from(sorted(SPELLINGS))


@examples(300)
@given(names, spelt, st.sampled_from(["", *BEFORE]), st.sampled_from(["", *BEHIND]), spelt)
def test_no_spelling_and_no_address_makes_another_person(
    name: str, how: str, before: str, behind: str, then: str
) -> None:
    whole = f"{before} {name} ({behind})" if behind else f"{before} {name}"
    assert person_key(SPELLINGS[how](whole)) == person_key(SPELLINGS[then](name))
    assert loose_key(SPELLINGS[how](whole)) == loose_key(name)


TYPED = st.text(alphabet="AaBbÔôôngàạĐđ/c.,;:()[]-–'’ 12hHộTSs\u0301\u200bVăn", max_size=30)


@examples(500)
@given(TYPED)
def test_a_name_that_is_stripped_has_nothing_left_to_strip(name: str) -> None:
    once = own_name(name)
    assert own_name(once) == once
    assert person_key(once) == person_key(name) or is_household(name)


@examples(300)
@given(TYPED, TYPED)
def test_sameness_holds_both_ways(one: str, other: str) -> None:
    for same in (same_name, may_be_one):
        assert same(one, one)
        assert same(one, other) is same(other, one)
    assert may_be_one(one, other) or not same_name(one, other)


def test_a_long_text_is_no_name_with_an_address() -> None:
    for text in ("Ông " * 10_000, "1. " * 10_000, "Lê Văn Kha " + "(Bí thư) " * 10_000, "(" * 10_000):
        assert person_key(text) == person_key(text.strip())


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        (unit_key, "Phòng TC-HC", "phòng  TC – HC"),
        (unit_key, "Xã Hoà Bình", "Xã Hòa Bình"),
        (unit_key, "Xã Ðắk R’lấp", "Xã Đắk R'lấp"),
        (loose_unit_key, "Phòng Kỹ thuật", "phong ki thuat"),
        (name_key, "Lao động  tiên tiến", "LAO ÐỘNG TIÊN TIẾN"),
        (decision_key, "Số 12/QĐ–UBND", "12/qđ-ubnd"),
        (fold, "Lao Ðộng – H’Mai", "lao dong - h'mai"),
    ],
)
def test_keys(key: Callable[[str], str], one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("word", "allowed", "found"),
    [
        ("Xã Trần Nin", ["Xã Trấn Ninh", "Xã Trần Ninh"], "Xã Trần Ninh"),
        ("Xã Trấn Nin", ["Xã Trần Ninh", "Xã Trấn Ninh"], "Xã Trấn Ninh"),
        ("xã trấn ninh", ["XÃ TRẦN NINH", "XÃ TRẤN NINH"], "XÃ TRẤN NINH"),
        ("Nguyễn Văn Ân", ["Nguyễn Văn An", "Nguyễn Văn Anh", "Nguyễn Văn Ân "], "Nguyễn Văn Ân "),
        ("Phòng Tổng hơp", ["Phòng Hành chính", "Phòng Tổng hợp"], "Phòng Tổng hợp"),
        ("ap 1", ["Ấp 3", "Ấp 1"], "Ấp 1"),
        ("ap 1", ["Ấp 3"], "Ấp 3"),
        ("Văn phòng", ["Sở Y tế"], None),
    ],
)
def test_the_nearest_of_words_that_differ_in_accents_only(word: str, allowed: list[str], found: str | None) -> None:
    assert nearest(word, allowed) == found
    assert nearest(word, allowed[::-1]) == found
