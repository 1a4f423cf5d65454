"""Those who hold a title, as far as a campaign knows: its own list of them, and the register."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import names_of
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.eligibility import all_limits
from thidua_cli.model.unit import Unit
from thidua_cli.quota.named_units import UnitId
from thidua_cli.quota.result import UNREAD
from thidua_cli.vietnamese.id_numbers import id_keys
from thidua_cli.vietnamese.sameness import person_key, unit_key

Year = int | None
Place = UnitId | None
"""A unit, or None where that of a holder is not known."""
Person = Entry | str
"""The first entry of somebody, or what tells somebody whom only the register knows."""


class HolderCount(NamedTuple):
    """How many surely hold a title, and how many more may; ``incomplete`` when there is no list of them.

    ``in_doubt`` are the units with holders of which it is not known whether they are of the place.
    """

    sure: int
    unsure: int
    incomplete: bool
    gaps: tuple[str, ...]
    in_doubt: Sequence[Unit]


class Holders:
    """The holders of one title, by unit and year; in a row of no year everybody is counted once.

    Whoever is put forward for a title that presupposes this one holds it too, but such a list is not all of them.
    """

    def __init__(self, context: ResolvedCampaign, title: str) -> None:
        self.context, self.title = context, title
        self.above = {limit.award for limit in all_limits() if title in limit.of}
        self._persons: dict[Person, dict[Year, Place]] = {}
        self._namesakes: dict[Entry, dict[Entry, set[Year]]] = {}
        self._known: dict[str, Person] = {}
        self._list()
        self._register()
        # Thousands of rows ask the same of those whose unit is not told.
        self._of_unknown_year = cache(self._count_of_unknown_year)
        self._of_unknown_award = cache(self._count_of_unknown_award)
        self._of_namesakes = cache(self._count_of_namesakes)
        self._by_place: dict[Place, Counter[Year]] = {}
        self._in_all: Counter[Place] = Counter()
        self._undated: dict[Place, list[dict[Year, Place]]] = {}
        for places in self._persons.values():
            self._in_all[next(iter(places.values()))] += 1
            for year, place in places.items():
                self._by_place.setdefault(place, Counter())[year] += 1
            if None in places:
                self._undated.setdefault(places[None], []).append(places)

    def count(self, units: Sequence[Unit] | None, perhaps: Iterable[Unit], year: Year) -> HolderCount:
        """Return the holders in ``year`` (in all, when it is None) of ``units``; None for those of all units."""
        places: Iterable[Place] = {*self._by_place, *self._doubtful} if units is None else list(map(id, units))
        anywhere: Sequence[Place] = () if units is None else (None,)
        unknown = {
            "năm": sum(self._of_unknown_year(place, year) for place in places),
            "hình thức": sum(self._of_unknown_award(place, year) for place in places),
            "đơn vị": sum(self._all(place, year) for place in anywhere),
            "đơn vị (trùng tên)": sum(self._of_namesakes(place, year) for place in places),
        }
        in_doubt = [unit for unit in perhaps if self._all(id(unit), year)]
        name = award(self.title).name
        gaps = [f"{what} của {number} người đạt {name}" for what, number in unknown.items() if number]
        sure = sum(self._surely(place, year) for place in places)
        unsure = sum(unknown.values()) + sum(self._all(id(unit), year) for unit in in_doubt)
        # Somebody of an unknown year may be of another one: then nobody lists this year.
        incomplete = not any(year in (None, known) for known in self._told_years)
        if incomplete:
            gaps.append(f"danh sách {name}")
        if self.context.unread:
            gaps.append(f"danh sách {name} trong tệp chưa đọc hết")
        if self.context.register_doubted:
            gaps.append(f"{UNREAD} sổ khen thưởng")
        unseen = incomplete or bool(self.context.unread) or self.context.register_doubted
        return HolderCount(sure, unsure, unseen, tuple(gaps), in_doubt)

    def _surely(self, place: Place, year: Year) -> int:
        return self._in_all[place] if year is None else self._by_place.get(place, Counter())[year]

    def _count_of_unknown_year(self, place: Place, year: Year) -> int:
        """Return how many of a year that is not told may be of this one, and are not known to be of it anyway."""
        undated = self._undated.get(place, ())
        return 0 if year is None else sum(year not in places for places in undated)

    def _count_of_unknown_award(self, place: Place, year: Year) -> int:
        perhaps = self._doubtful.get(place, {})
        people = set[Person]().union(*perhaps.values())
        if year is not None:
            people = perhaps.get(year, set()) | perhaps.get(None, set())
        return sum(not self._holds(person, place, year) for person in people)

    def _holds(self, person: Person, place: Place, year: Year) -> bool:
        """Tell whether somebody surely holds the title, in this unit and year (in any year, when it is None).

        Of those whose unit is not told nobody knows who is whom.
        """
        places = self._persons.get(person, {})
        there = place in places.values() if year is None else year in places and places[year] == place
        return place is not None and there

    def _all(self, place: Place, year: Year) -> int:
        """Return how many of a unit hold the title, or may."""
        unsure = self._of_unknown_year(place, year) + self._of_unknown_award(place, year)
        return self._surely(place, year) + unsure + self._of_namesakes(place, year)

    def _count_of_namesakes(self, place: Place, year: Year) -> int:
        """Return how many more they are, of those whose unit is not told, if each of one name is another person."""
        if place is not None:
            return 0
        more = 0
        for first, people in self._namesakes.items():
            here = sum(year is None or not years.isdisjoint((year, None)) for years in people.values())
            counted = year is None or not {year, None}.isdisjoint(self._persons[first])
            more += max(0, here - counted)
        return more

    @cached_property
    def _entries(self) -> list[Entry]:
        """The nominations for the title itself, then those for titles above it."""
        planned = [one for one in self.context.plan.awards if one.form == self.title]
        planned += [one for one in self.context.plan.awards if one.form in self.above]
        found = (entry for one in planned for entry in self.context.by_award[one.id])
        return [entry for entry in found if not entry.perhaps_outside]

    def _list(self) -> None:
        """Take unit and year of each person that is put forward; a year that is not told may be any that is."""
        for entry in reversed(self._entries):
            person = self._person(entry)
            self._known |= dict.fromkeys(_keys_of(entry), person)
        for entry in self._entries:
            person, place = self._person(entry), id(entry.unit) if entry.unit else None
            self._persons.setdefault(person, {}).setdefault(entry.year, place)
            if person in self._alike:
                own = self.context.nominees.of(entry)[0]
                self._namesakes.setdefault(person, {}).setdefault(own, set()).add(entry.year)
        for places in self._persons.values():
            if len(places) > 1:
                places.pop(None, None)

    def _person(self, entry: Entry) -> Entry:
        """Return the entry that stands for all of one person."""
        person = self.context.nominees.of(entry)[0]
        return self._alike.get(person, person)

    @cached_property
    def _alike(self) -> dict[Entry, Entry]:
        """Namesakes whose units are not told and who may be one, each with the first of them.

        Those of different days of birth are several; one whose day is not told may be any of them.
        """
        found: dict[Entry, Entry] = {}
        for doubt in self.context.nominees.doubts:
            people = [person for person in doubt.people if not person.unit_name]
            people.sort(key=lambda person: not _day_of_birth(person))
            first: dict[tuple[str, str], Entry] = {}
            for person in people:
                name, day = person_key(person.nomination.name), _day_of_birth(person)
                any_day = first.setdefault((name, ""), person)
                found[person] = first.setdefault((name, day), person) if day else any_day
        return found

    def _register(self) -> None:
        """Take those whom the register has in the years of the campaign, and no list has for that year."""
        units = {unit_key(name): id(unit) for unit in self.context.all_units for name in names_of(unit)}
        years = self.context.dated.merit_years
        for line in self.context.past.standing:
            said = line.value
            if said.award not in (self.title, *self.above) or said.year not in years:
                continue
            keys = _keys(said.name, said.unit, said.id_number)
            person = next((self._known[key] for key in keys if key in self._known), keys[0])
            self._known |= {key: self._known.get(key, person) for key in keys}
            place = units.get(unit_key(said.unit or ""))
            self._persons.setdefault(person, {}).setdefault(said.year, place)

    @cached_property
    def _told_years(self) -> set[Year]:
        """The years in which anybody is listed, or registered, with the title itself."""
        listed = {entry.year for entry in self._entries if entry.award and entry.award.form == self.title}
        lines = [line.value for line in self.context.past.standing if line.value.award == self.title]
        return listed.union({line.year for line in lines if line.year in self.context.dated.merit_years})

    @cached_property
    def _doubtful(self) -> dict[Place, dict[Year, set[Person]]]:
        """Those who may be put forward for the title, and may not: award or year is not known; by unit and year."""
        forms = {self.title, *self.above}
        found: dict[Place, dict[Year, set[Person]]] = {}
        for entry in self.context.entries:
            unsure = entry.award is None or entry.perhaps_outside
            if unsure and any(award.form in forms for award in entry.awards):
                place = id(entry.unit) if entry.unit else None
                found.setdefault(place, {}).setdefault(entry.year, set()).add(self._doubted(entry))
        return found

    def _doubted(self, entry: Entry) -> Person:
        """Return whom an entry is of: somebody whom only the register knows, or whose entries stand together."""
        person = self.context.nominees.of(entry)[0]
        registered = (self._known.get(key) for key in _keys_of(entry))
        by_register = [one for one in registered if isinstance(one, str)]
        return by_register[0] if by_register and person not in self._persons else person


def _day_of_birth(entry: Entry) -> str:
    """Return the day of birth; nothing where at most the year is told."""
    born = entry.nomination.born
    return born.typed if born and born.first == born.last else ""


def _keys_of(entry: Entry) -> list[str]:
    return _keys(entry.nomination.name, entry.unit_name, entry.nomination.id_number)


def _keys(name: str, unit: str | None, number: str | None) -> list[str]:
    """Return what tells a person: the id number, and the name in the unit."""
    keys = [f"{person_key(name)} {unit_key(unit or '')}"]
    return [*keys, *id_keys(number)]
