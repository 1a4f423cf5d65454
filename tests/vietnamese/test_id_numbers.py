"""Numbers of identity cards and codes, in every way that they are typed; words for "none" are no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.id_numbers import id_keys, id_numbers, is_spoilt_number, one_of_each, same_number

CITIZEN = st.from_regex(r"0[0-9]{2}[1-9][0-9]{8}", fullmatch=True)
CARD = st.from_regex(r"[0-9]{3}[1-9][0-9]{5}", fullmatch=True)
AROUND = ["{}", " {} ", "'{}", "’{}", '="{}"', "CCCD: {}", "Số CCCD {}", "CMND số {}.", "{} (mới)", "({})"]
AROUND += [
    "{}, 15/03/2021, Cục CS",
    "{}\n15.3.2021",
    "cũ: {}",
    "{};",
    "{}, cấp ngày 15/3/2021",
    "Thẻ {} do A cấp 1/2/2022",
]
PAIRS = ["{}/{}", "{} (cũ: {})", "CMND {}, CCCD {}", "{}\n{}", "{} - {}", "{}; {}", "{} {}", "{} và {}"]
NONE = ["Không", "không có", "Chưa có", "x", "X", "-", "—", "…", "...", "K", "ko", "0", "?", "n/a", "đang làm lại", ""]
NONE += ["chưa có, bổ sung sau ngày 15/12", "15/12/2026", "sẽ bổ sung (15/12/2026)", "không/không", "mất"]
CODES = {
    "NV-0012": "nv0012",
    "cb 012": "cb012",
    "Mã: C1234567": "c1234567",
    "00A": "a",
    "PGD-01/2026": "pgd01/2026",
    "0312345678-001": "312345678001",
}


def grouped(number: str, sign: str, by: int) -> str:
    return sign.join(number[at : at + by] for at in range(0, len(number), by))


@given(CITIZEN, st.sampled_from(AROUND), st.sampled_from(["", " ", ".", "-"]), st.sampled_from([3, 4]))
def test_every_way_to_write_a_number_gives_one_key(number: str, around: str, sign: str, by: int) -> None:
    assert id_keys(around.format(grouped(number, sign, by))) == (number.lstrip("0"),)


@given(CARD, st.sampled_from(AROUND), st.sampled_from(["", " ", ".", "-"]))
def test_every_way_to_write_an_old_number_gives_one_key(number: str, around: str, sign: str) -> None:
    assert id_keys(around.format(grouped(number, sign, 3))) == (number.lstrip("0"),)


@given(CITIZEN)
def test_a_zero_that_was_lost_is_no_other_number(number: str) -> None:
    assert id_keys(number.lstrip("0")) == id_keys(number)


@given(CITIZEN, CARD, st.sampled_from(PAIRS))
def test_either_of_two_numbers_is_the_persons(citizen: str, card: str, pair: str) -> None:
    for text in (pair.format(citizen, card), pair.format(card, citizen)):
        assert set(id_keys(text)) == {citizen.lstrip("0"), card.lstrip("0")}
        assert same_number(text, citizen)
        assert same_number(card, text)


@pytest.mark.parametrize("text", NONE)
def test_words_for_none_are_no_number(text: str) -> None:
    assert not same_number(text, text)
    assert not is_spoilt_number(text)


@given(st.text(st.characters(exclude_categories=["Nd"]), max_size=20))
def test_what_has_no_digit_never_makes_two_people_one(text: str) -> None:
    assert id_keys(text) == ()


@pytest.mark.parametrize(
    "text",
    ["O4OO88OO1234", "O79083000005", "***088001234", "0400xxxx1234", "04008800123x", "0400****1234", "18234567l"],
)
def test_a_spoilt_number_is_none(text: str) -> None:
    assert id_keys(text) == ()


@pytest.mark.parametrize("text", ["0400xxxx1234", "04008800123x", "0400****1234", "04008800 ???"])
def test_a_spoilt_number_is_told_from_words(text: str) -> None:
    assert is_spoilt_number(text)


@pytest.mark.parametrize("text", CODES)
def test_codes_of_offices_are_numbers(text: str) -> None:
    assert id_keys(text) == (CODES[text],)


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True).map(tuple), max_size=8))
def test_whoever_shares_a_number_by_whatever_many_steps_has_one_key(people: list[tuple[str, ...]]) -> None:
    stands_for = one_of_each(people)
    groups: list[set[str]] = []
    for keys in people:
        met = [group for group in groups if group & set(keys)]
        groups = [group for group in groups if group not in met] + [set(keys).union(*met)]
    for group in groups:
        assert len({stands_for.get(key, key) for key in group}) == 1
    assert len({stands_for.get(min(group), min(group)) for group in groups}) == len(groups)


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    assert all(number.strip() == number for number in id_numbers(text))
