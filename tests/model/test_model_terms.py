"""Words that tables tell in many spellings: each spelling means one word, whatever its case and accents."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from thidua_cli.model import terms
from thidua_cli.vietnamese.text import fold, strip_accents

SCALES: dict[str, tuple[Any, dict[str, str]]] = {
    "ratings": (terms.Rating, terms.RATINGS),
    "initiatives": (terms.Initiative, terms.INITIATIVES),
    "genders": (terms.Gender, terms.GENDERS),
    "disciplines": (terms.Discipline, terms.DISCIPLINES),
}


def spellings(scale: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = terms._TERMS[scale]
    return found


def test_every_list_with_spellings_is_a_scale() -> None:
    spelt = {name for name, known in terms._TERMS.items() if isinstance(known, dict) and _is_spelt(known)}
    assert spelt == {*SCALES, "flags", "around", "subject_spellings", "group_spellings"}


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
