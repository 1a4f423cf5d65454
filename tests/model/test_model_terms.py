"""Words that tables tell in many spellings: each spelling means one word, whatever its case and accents."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from thidua_cli.model import nomination, terms
from thidua_cli.vietnamese.text import fold, strip_accents

SCALES: dict[str, tuple[Any, dict[str, str]]] = {
    "ratings": (terms.Rating, terms.RATINGS),
    "initiatives": (terms.Initiative, terms.INITIATIVES),
    "genders": (terms.Gender, terms.GENDERS),
    "disciplines": (terms.Discipline, terms.DISCIPLINES),
    "attendance": (terms.Attendance, terms.ATTENDANCE.meanings),
}


def spellings(scale: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = terms._TERMS[scale]
    return found


def test_every_list_with_spellings_is_a_scale() -> None:
    spelt = {name for name, known in terms._TERMS.items() if isinstance(known, dict) and _is_spelt(known)}
    assert spelt == {*SCALES, "flags", "ballots", "around", "subject_spellings", "group_spellings"}


def _is_spelt(known: dict[str, Any]) -> bool:
    return all(isinstance(said, list) for said in known.values())


@pytest.mark.parametrize("scale", SCALES)
def test_every_spelling_means_its_word(scale: str) -> None:
    kind, meanings = SCALES[scale]
    read = TypeAdapter(kind).validate_python
    for word, known in spellings(scale).items():
        assert meanings[word] == known[0]
        assert read(word) == word
        for said in known:
            assert {read(said), read(said.upper()), read(strip_accents(said))} == {word}


@pytest.mark.parametrize("scale", SCALES)
def test_no_spelling_means_two_words(scale: str) -> None:
    folded = [fold(said) for known in spellings(scale).values() for said in known]
    assert len(set(folded)) == len(folded)


SAID: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("said_words.yaml").read_text(encoding="utf-8")
)
CASES = [(field, meant, text) for field, table in SAID.items() for meant, texts in table.items() for text in texts]


def kind_of(field: str) -> Any:
    """Return the type of a closed word, of nominations or of the council's members."""
    return getattr(nomination, field, None) or getattr(terms, field)


@pytest.mark.parametrize(("field", "meant", "text"), CASES, ids=lambda value: value)
def test_words_are_read_as_people_write_them(field: str, meant: str, text: str) -> None:
    adapter = TypeAdapter(kind_of(field))
    if meant == "unclear":
        with pytest.raises(ValidationError) as refused:
            adapter.validate_python(text)
        [fault] = refused.value.errors()
        assert not any(word in fault["ctx"]["hint"] for word in ("excellent", "none", "male", "base"))
        return
    expected: Any = {"named": text, "true": True, "false": False}.get(meant, meant)
    assert adapter.validate_python(text) == expected


@given(st.sampled_from(CASES), st.sampled_from([str.upper, str.lower, strip_accents, lambda text: f" {text} ."]))
def test_however_it_is_spelt(case: tuple[str, str, str], spelt: Any) -> None:
    field, meant, text = case
    if meant not in ("named", "unclear"):
        adapter = TypeAdapter(kind_of(field))
        assert adapter.validate_python(spelt(text)) == adapter.validate_python(text)


def test_what_is_refused_is_told_in_whole_sentences() -> None:
    for field in ("Rating", "Discipline", "Gender"):
        with pytest.raises(ValidationError, match=r"chưa hiểu .* “không biết nữa”"):
            TypeAdapter(getattr(nomination, field)).validate_python("không biết nữa")
