"""Words that a whole cell may be: another word that differs from them in nothing but accents is not one of them.

In a phrase one wrong accent changes nothing: it is still understood.
"""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain

import pytest

from thidua_cli.lists.below import is_mark, says_none
from thidua_cli.lists.column_cells import no_name
from thidua_cli.lists.known import WORDS
from thidua_cli.lists.nobody import names_nobody
from thidua_cli.lists.own_words import says_withdrawn
from thidua_cli.model.terms import FLAGS
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import fold, strip_accents
from thidua_cli.vietnamese.whole_texts import WholeTexts

_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SHAPES = {"a": "aăâ", "e": "eê", "o": "oôơ", "u": "uư", "d": "dđ"}
LISTS: dict[str, tuple[Callable[[str], bool], list[str]]] = {
    "withdrawn": (says_withdrawn, WORDS["withdrawn_remarks"]),
    "nobody": (names_nobody, WORDS["nobody"]),
    "no names": (lambda text: no_name(text) is not None, list(chain(*WORDS["no_names"]))),
    "ticks": (is_mark, [*FLAGS.spellings["true"], *WORDS["ticks"]]),
    "no ticks": (says_none, [*FLAGS.spellings["false"], *WORDS["no_ticks"]]),
    "drafts": (WholeTexts(WORDS["drafts"]).__contains__, WORDS["drafts"]),
}
PAIRS = [(name, word) for name, (_, words) in LISTS.items() for word in words]


def _others(word: str) -> Iterator[str]:
    """Yield words that differ from one in the shape of a letter, or in its tone."""
    bare = strip_accents(word)
    for at, letter in enumerate(bare):
        for shape in _SHAPES.get(letter, letter):
            tones = _TONES if letter in "aeiouy" else ()
            for tone in ("", *tones):
                yield unicodedata.normalize("NFC", bare[:at] + shape + tone + bare[at + 1 :])


@pytest.mark.parametrize(("name", "word"), PAIRS)
def test_a_word_is_understood_however_it_is_typed(name: str, word: str) -> None:
    says, _ = LISTS[name]
    for typed in (word, word.upper(), word.capitalize(), fold(word), unicodedata.normalize("NFD", word)):
        assert says(typed), typed


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, word in PAIRS if " " not in word])
def test_a_word_with_other_accents_is_another_word(name: str, word: str) -> None:
    says, words = LISTS[name]
    spelt = {name_key(one) for one in words}
    for other in _others(word):
        if not other.isascii() and name_key(other) not in spelt:
            assert not says(other), other
