"""What the columns of one kind of list may hold: the fields of a model, the facts that the plan asks for."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from thidua_cli.files import read_data
from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.column_layout import FEMALE, MALE, NUMBER, PASSED, SIGNS, SURNAME
from thidua_cli.lists.heading_words import Headings, Meaning
from thidua_cli.model.headings import headings_of, title_of
from thidua_cli.model.nomination import Nomination
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.sameness import name_key, unit_key
from thidua_cli.vietnamese.text import fold
from thidua_cli.vietnamese.unit_forms import unit_forms

_DATA = Path(__file__).with_name("data")
WORDS: dict[str, Any] = read_data(_DATA / "words.yaml")
SPELLINGS: dict[str, dict[str, list[list[str]]]] = read_data(_DATA / "spellings.yaml")
FACT = "facts."


def any_of(words: Iterable[str | list[str]]) -> str:
    """Return a pattern for any of some words, which stand one by one or in lists; they are read without accents."""
    found: list[str] = []
    for entry in words:
        found += [entry] if isinstance(entry, str) else entry
    return "|".join(map(fold, found))


_COLLECTIVES = frozenset(
    map(fold, chain(WORDS["kinds_of_names"]["collective"], *WORDS["bodies"], *WORDS["kinds_of_units"]))
)
_NO_PERSONS = frozenset(map(fold, WORDS["no_persons"]))
_HOUSEHOLDS = frozenset(map(fold, WORDS["kinds_of_names"]["household"]))
_BEGINNINGS = _COLLECTIVES | _NO_PERSONS | _HOUSEHOLDS
_FIRST_WORDS = frozenset(words.partition(" ")[0] for words in _BEGINNINGS)
_LONGEST_BEGINNING = max(len(words.split()) for words in _BEGINNINGS)
_POST = re.compile(rf"\w+\s+(?:{'|'.join(WORDS['posts_of_bodies'])})\s+(?P<name>.+)", re.IGNORECASE)
_NO_PEOPLE = tuple(f"{word} " for word in WORDS["no_people"])
_PERSONS_BEGIN = tuple(WORDS["persons_begin"])
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
# Văn and Thị stand within names of persons: "Ban Văn Sơn" may be somebody.
_WITH_MIDDLE_NAME = re.compile(r"[^\W\d_]+ (?:Văn|Thị) ([^\W\d_])[^\W\d_]*")


def _begins_with(name: str, beginnings: Collection[str]) -> bool:
    words = _folded_words(name)
    if not words or words[0] not in _FIRST_WORDS:
        return False
    return any(" ".join(words[:length]) in beginnings for length in range(1, _LONGEST_BEGINNING + 1))


@lru_cache(maxsize=1 << 12)  # one name is asked for several kinds of beginnings
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace(",", " ").split())


class Known:
    """What the columns of a list may be, and the units that its lines may speak of."""

    def __init__(
        self,
        model: type[BaseModel],
        needed: tuple[str, ...],
        facts: Mapping[str, str],
        units: Collection[str] = (),
        first_year: int | None = None,
    ) -> None:
        """Collect the headings.

        ``needed`` names the fields asked, ``facts`` maps the id of each to its title, ``units`` are all names of the
        units of the campaign, ``first_year`` is the year in which it began, where that is known.
        """
        self.first_year = first_year
        self.model, self.needed, self.guesses = model, needed, Guesses()
        self.units = {unit_key(name) for name in units}
        self._forms = {form for name in units for form in unit_forms(name)}
        own = headings_of(model)
        self._own = {name_key(text): name for name, texts in own.items() for text in texts}
        signs = {NUMBER: WORDS["number"], MALE: WORDS["male"], FEMALE: WORDS["female"]}
        signs[SURNAME] = list(chain(*WORDS["surname"]))
        of_facts = {f"{FACT}{fact}": [title, fact, fact.replace("_", " ")] for fact, title in facts.items()}
        further = {name: list(chain(*texts)) for name, texts in SPELLINGS[model.__name__].items()}
        phrases: dict[str, list[str]] = {name: list(texts) for name, texts in {**own, **signs}.items()}
        taken = set(map(fold, chain(*phrases.values())))
        # A field goes before a fact that is called like it, a fact before the further spellings of fields.
        for name, texts in of_facts.items():
            phrases[name] = [text for text in texts if fold(text) not in taken]
        of_plan = set(map(fold, chain(*of_facts.values())))
        for name, texts in further.items():
            phrases[name] += [text for text in texts if fold(text) not in of_plan]
        taken = set(map(fold, chain(*phrases.values())))
        passed = chain(*WORDS["passed"], WORDS["passed_in"].get(model.__name__, ()))
        phrases[PASSED] = [text for text in passed if fold(text) not in taken]
        self.headings = Headings(phrases, WORDS["headings"], WORDS["rules"].get(model.__name__, {}))
        self.spelt = [*chain(*own.values()), *facts.values()]
        # Where one of the usual headings stands among the data, a new list may begin; "Cá nhân" and "LĐTT" are data.
        telling = [one for one in (*self.spelt, *WORDS["number"]) if not (names_award(one) or _is_subject(one))]
        self.usual = frozenset(form for one in telling for form in (one, one.upper(), one.title(), one.lower()))

    holds_awards = False
    """Whether the rows are awards that are held: one that nobody is sure of is none."""

    lists_units = False
    """Whether the rows are the units of a campaign."""

    also_called_by: tuple[str, ...] = ()
    """What may stand for the name: where a row fills one of these, it may leave the name blank."""

    @property
    def called_by(self) -> tuple[str, ...]:
        """The fields of which each row fills one, the name first."""
        return (self.needed[0], *self.also_called_by)

    def lacking(self, held: Collection[str]) -> list[str]:
        """Return the fields needed that are not among those held; what stands for the name is as good as the name."""
        called = self.called_by if any(field in held for field in self.called_by) else ()
        return [field for field in self.needed if field not in held and field not in called]

    def says(self, text: str) -> dict[str, str] | None:  # noqa: ARG002 - other kinds of lists answer
        """Return what a line says of the rows below it, by field; None where lines say what those of nominations do."""
        return None

    def may_tell(self, heading: str, cells: Iterable[str]) -> bool:  # noqa: ARG002
        """Tell whether a column that is not understood may bear on a verdict, beside one of awards or people."""
        return False

    def no_name(self, text: str) -> tuple[str, str] | None:  # noqa: ARG002
        """Return why a text is no name in this kind of list, and the remedy; None where it may be one."""
        return None

    def may_be_record(self, name: str, others: Iterable[str]) -> bool:  # noqa: ARG002
        """Tell whether a row below the foot, with such texts, may be a record all the same, though it has no number."""
        return False

    @property
    def nominates(self) -> bool:
        """Whether the rows are nominations."""
        return self.model is Nomination

    @property
    def checks_names(self) -> bool:
        """Whether a cell that names nobody, or several people, is refused."""
        return self.nominates

    def meaning(self, text: str) -> Meaning | None:
        """Return what a heading means by its words."""
        return self.headings.meaning(text)

    def own(self, text: str) -> str | None:
        """Return the field of which a heading is one of our own, word by word."""
        return self._own.get(name_key(text))

    def field(self, text: str) -> str | None:
        """Return the one field under a heading."""
        meant = self.meaning(text)
        return meant.fields[0] if meant else None

    def calls(self, text: str) -> bool:
        """Tell whether a heading stands over names, or over what may stand for them."""
        return self.field(text) in self.called_by

    def title(self, field: str) -> str:
        """Return our heading for a field, or a name for what columns hold beside fields."""
        return SIGNS.get(field) or title_of(self.model, field)

    def unit(self, text: str) -> str | None:
        """Return the name of the unit of the campaign that a text may be, as it was typed; None where it is none."""
        if unit_key(text) in self.units or not self._forms.isdisjoint(unit_forms(text)):
            return text
        return None

    def unit_of(self, kinds: Iterable[str], text: str) -> str | None:
        """Return the unit of the campaign that a text is, or that it is behind one of the words for kinds of units."""
        return next((name for name in (text, *(f"{kind} {text}" for kind in kinds)) if self.unit(name)), None)

    def person(self, name: str) -> bool:
        """Tell whether a name may be that of a person: it is no unit's, and does not begin as those of others do."""
        return not (self.units and self.unit(name)) and may_be_person(name)

    def kind_of(self, name: str) -> str | None:
        """Return the kind of nominee that a name tells which is no person's; None where it may be of several."""
        return kind_of_name(name) or ("collective" if self.unit(name) else None)

    def spelt_like(self, text: str, taken: Iterable[str], cutoff: float) -> str | None:
        """Return the heading, of a field that has no column yet, that is spelt most like a text."""
        without = set(taken)
        free = [name for name in self.spelt if self.field(name) not in without]
        return self.guesses.nearest(text, free, cutoff=cutoff)


def may_be_person(name: str) -> bool:
    """Tell whether a name may be that of a person: it does not begin as those of others do."""
    if name.casefold().startswith(_NO_PEOPLE):
        return False
    if is_person(_BRACKETS.sub("", name)):
        return True
    if (post := _POST.fullmatch(name)) and is_person(post["name"]):
        return True
    return not (_begins_with(name, _BEGINNINGS) or any(map(str.isdecimal, own_name(_BRACKETS.sub("", name)))))


def is_only_person(name: str) -> bool:
    """Tell whether a name can be nothing else than a person's, as far as its words tell: no ``Đoàn Thanh Niên``."""
    return not _begins_with(name, _BEGINNINGS) and is_person(_BRACKETS.sub("", name))


def has_middle_name(name: str) -> bool:
    """Tell whether a name has one that only people have: ``Đoàn Thị Hạnh``; in capitals nobody can tell."""
    middle = _WITH_MIDDLE_NAME.fullmatch(name)
    return middle is not None and middle[1].isupper()


def kind_of_name(name: str) -> str | None:
    """Return the kind of nominee that a name tells which is no person's; None where it may be of several."""
    if _begins_with(name, _NO_PERSONS):
        return None
    if has_middle_name(name):
        return None
    if _begins_with(name, _HOUSEHOLDS):
        return "household"
    return "collective" if _begins_with(name, _COLLECTIVES) else None


def _is_subject(text: str) -> bool:
    return any(fold(text) in words for words in WORDS["subjects"].values())


def persons_heading(text: str) -> bool:
    """Tell whether a heading of names says that all of them are persons."""
    folded = fold(text)
    return any(word in folded for word in chain(*WORDS["persons"])) or folded.startswith(_PERSONS_BEGIN)
