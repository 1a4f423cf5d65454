"""Names of the catalogue as people write them, what a cell lists, what speaks of an award, who decides."""

import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.law.award_catalogue import awards, awards_in, find_award, meant, names_award, read_award
from thidua_cli.law.data_files import read
from thidua_cli.law.decider_names import same_decider, says_no_more, who
from thidua_cli.law.deciders import deciders
from thidua_cli.law.peers import heads_a_peer
from thidua_cli.law.possible_deciders import possible_deciders
from thidua_cli.law.spelt_words import keys_of, words_of
from thidua_cli.vietnamese.text import strip_accents

NAMES = [(one.id, name) for one in awards().values() for name in (one.name, one.short, *one.aliases) if name]
WAYS = {
    "as it is": "{}",
    "title": "Danh hiệu {}",
    "proposed": "Đề nghị tặng {} năm 2026.",
    "quoted": "“{}”",
    "in brackets": "({})",
    "year": "{} năm 2026",
    "school year": "{} năm học 2025 - 2026",
    "number": "01 {}",
    "mark": "- {};",
}
SPELT = {
    "typed": lambda text: text,
    "capitals": str.upper,
    "small": str.lower,
    "no accents": strip_accents,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "look-alike": lambda text: text.replace("Đ", "\u00d0").replace("đ", "\u00f0"),
    "no of": lambda text: text.replace(" của ", " "),
    "spaces": lambda text: text.replace(" ", "  "),
    "no-break": lambda text: text.replace(" ", "\u00a0"),
}


def table(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("spelt", SPELT.values(), ids=SPELT)
def test_every_name_of_the_catalogue_however_it_is_spelt(spelt: Any, way: str) -> None:
    """It means its award; where a name says less than its award it may be several, never another one."""
    wrong = []
    for award_id, name in NAMES:
        text = spelt(way.format(name))
        found = find_award(text)
        reading = read_award(text)
        possible = meant(reading) if reading else ()
        if not (found and found.id == award_id) and not (len(possible) > 1 and award_id in possible):
            wrong.append((text, found and found.id, possible))
    assert wrong == []


@given(st.sampled_from(NAMES), st.sampled_from(list(SPELT.values())), st.sampled_from(list(WAYS.values())))
def test_a_name_never_lists_several_awards(name: tuple[str, str], spelt: Any, way: str) -> None:
    text = spelt(way.format(name[1]))
    assert awards_in(text) == [text]
    assert names_award(text)


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from([", ", "; ", " + ", "\n", " và ", "\n- "]))
def test_two_names_in_a_cell_are_two_awards(one: tuple[str, str], other: tuple[str, str], sign: str) -> None:
    text = f"{one[1]}{sign}{other[1]}"
    pieces = awards_in(text)
    if one[0] != other[0] and find_award(one[1]) and find_award(other[1]):
        assert [found.id for piece in pieces if (found := find_award(piece))] == [one[0], other[0]]
    elif one[1] == other[1]:
        assert pieces == [text]


@given(st.text(alphabet="LĐTCSGKB, ;/&+\n()của Giấy khen tỉnh UBND2026%", max_size=40))
def test_any_text_is_read_without_harm(text: str) -> None:
    pieces = awards_in(text)
    assert pieces
    assert len(pieces) == 1 or all(read_award(piece) for piece in pieces)
    assert names_award(text) in (True, False)


@pytest.mark.parametrize(("text", "expected"), table("pieces.yaml").items())
def test_what_a_cell_lists(text: str, expected: list[str]) -> None:
    assert awards_in(text) == expected


@pytest.mark.parametrize("text", list(chain(*table("speaking.yaml")["speaks"])))
def test_what_speaks_of_an_award(text: str) -> None:
    assert names_award(text)


@pytest.mark.parametrize("text", list(chain(*table("speaking.yaml")["silent"])))
def test_what_does_not(text: str) -> None:
    assert not names_award(text)


@pytest.mark.parametrize("expected", ["same", "other"])
def test_who_decides_is_one_or_two(expected: str) -> None:
    for one, other in table("deciders.yaml")[expected]:
        assert same_decider(one, other) is (expected == "same"), (one, other)
        assert same_decider(other, one) is (expected == "same"), (other, one)
        assert same_decider(one, one), one


def test_who_is_typed_in_short_says_no_more_and_who_is_told_fully_does() -> None:
    for short, full in table("deciders.yaml")["shorter"]:
        assert says_no_more(short, full), (short, full)
        assert not says_no_more(full, short), (full, short)
        assert same_decider(short, full), (short, full)


@pytest.mark.parametrize("spelt", SPELT.values(), ids=SPELT)
def test_another_spelling_says_no_more(spelt: Any) -> None:
    named = {name for pair in chain(*table("deciders.yaml").values()) for name in pair}
    for name in sorted(named):
        assert says_no_more(spelt(name), name), name


@pytest.mark.parametrize(("text", "meant_all"), table("possible_deciders.yaml").items())
def test_all_whom_a_text_may_mean(text: str, meant_all: list[str]) -> None:
    assert possible_deciders(text) == set(meant_all)


def test_whoever_the_law_knows_is_all_that_his_name_may_mean() -> None:
    for one in deciders().values():
        for pattern in one.patterns:
            assert possible_deciders(pattern.rstrip("$")) == {one.id}, pattern


@pytest.mark.parametrize("expected", ["peer", "other"])
def test_who_heads_another_body_of_the_kind_of_the_issuer(expected: str) -> None:
    for decided_by, body, launcher in table("peers.yaml")[expected]:
        assert heads_a_peer(decided_by, body, launcher) is (expected == "peer"), (decided_by, body)


def test_whoever_the_law_knows_is_himself() -> None:
    patterns = [(one.id, pattern.rstrip("$")) for one in deciders().values() for pattern in one.patterns]
    for whose, one in patterns:
        assert same_decider(one, one.upper())
        assert not [other for whom, other in patterns if whom != whose and same_decider(one, other)], one


@pytest.mark.parametrize("part", ["posts", "heads", "bodies", "level_words"])
def test_no_two_words_on_deciders_differ_in_accents_only(part: str) -> None:
    listed = read("deciders")[part]
    words = list(chain(*listed)) if part == "bodies" else list(listed)
    keys = [keys_of(words_of(word)) for word in words]
    assert len(set(keys)) == len(keys)


def test_no_abbreviation_is_a_word() -> None:
    """One without accents that has a vowel would be found in texts without accents: ĐU in Du lịch."""
    for short in read("award_words")["abbreviations"]:
        assert keys_of(words_of(short.lower())) == keys_of(words_of(short))
        plain = strip_accents(short)
        if plain != short and set(plain.lower()) & set("aeiouy"):
            assert keys_of(words_of(plain)) == (plain.lower(),)


@pytest.mark.parametrize(
    ("decider", "title"),
    [
        ("Giám đốc Sở Nông nghiệp và Môi trường tỉnh B", "Giám đốc"),
        ("Chủ tịch UBND xã", "Chủ tịch"),
        ("Hiệu trưởng Trường Tiểu học A", "Hiệu trưởng"),
        ("Trưởng Ban Dân vận Tỉnh ủy", "Trưởng Ban"),
        ("Chánh Văn phòng UBND tỉnh", "Chánh Văn phòng"),
        ("Chi cục trưởng Chi cục Thuế khu vực A", "Chi cục trưởng"),
        ("Chủ tịch nước", "Chủ tịch nước"),
        ("Thủ tướng Chính phủ", "Thủ tướng"),
        ("Ban Thường vụ Huyện ủy", ""),
    ],
)
def test_the_post_over_a_signature_has_no_body(decider: str, title: str) -> None:
    assert who(words_of(decider)).title == title
