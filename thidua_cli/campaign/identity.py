"""Who is one and the same nominee: by id number, else by name and unit, told apart by date of birth.

Names are the same as `vietnamese/sameness.py` says; a unit that is not told is no unit's. Two people of one name are
never taken for one silently, nor one for two.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeAlias

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.likeness import Joined, Numbers, Trait, agreeing, all_agree, finest, together
from thidua_cli.law.award_catalogue import award
from thidua_cli.vietnamese.address import is_household
from thidua_cli.vietnamese.id_numbers import id_keys, one_of_each
from thidua_cli.vietnamese.sameness import apart_key, is_bare, loose_key, own_key, sound_key, unit_key
from thidua_cli.vietnamese.text import fold

Row: TypeAlias = tuple[Trait, Trait, Trait, Trait, Trait, Trait]
"""Of an entry: the name as it is spelt and as it sounds, what tells namesakes apart, subject, id number and birth."""


unit_name_key = lru_cache(maxsize=8192)(unit_key)
"""The key of a unit's name; lists repeat them."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Persons who may be one, an entry of each; ``likely``: they are put forward for the same, or born on one day."""

    people: list[Entry]
    likely: bool


@dataclass
class Nominees:
    """The entries that belong together.

    ``same``: entries of one nominee, two or more. ``doubts``: persons of whom nothing tells whether they are one.
    ``other_name``: two entries with one id number and different names.
    """

    same: list[list[Entry]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    other_name: list[tuple[Entry, Entry]] = field(default_factory=list)

    def of(self, entry: Entry) -> list[Entry]:
        """Return all entries of the nominee of ``entry``, the first first."""
        return self._of.get(entry, [entry])

    @cached_property
    def _of(self) -> dict[Entry, list[Entry]]:
        return {entry: entries for entries in self.same for entry in entries}


def nominees(entries: Sequence[Entry]) -> Nominees:
    """Group the entries by nominee; linear in their number."""
    found = Nominees()
    ids = _ids(entries)
    for numbers in _repeated(ids):
        found.other_name += _two_names([entries[number] for number in numbers])
    for numbers in _repeated([loose_key(entry.nomination.name) for entry in entries]):
        own_ids = {ids[number] for number in numbers}
        if "" in own_ids or len(own_ids) < len(numbers):  # each has a number of his own in most lists
            _of_one_name({number: entries[number] for number in numbers}, ids, found)
    return found


def _ids(entries: Sequence[Entry]) -> list[str]:
    """Return of each entry a key of its id number; whoever tells two has the key of all who share one with him."""
    keys = [id_keys(entry.nomination.id_number) for entry in entries]
    stands_for = one_of_each(several for several in keys if len(several) > 1)
    firsts = [several[0] if several else "" for several in keys]
    return [stands_for.get(key, key) for key in firsts] if stands_for else firsts


def slot_of(entry: Entry) -> tuple[Trait, Trait, Trait]:
    """Return the review that an entry is put forward at: occasion, phase, year, each as far as it is told."""
    said = entry.nomination
    year = () if entry.year is None else (str(entry.year),)
    return _known(entry.occasion or fold(said.occasion or "")), _known(entry.phase or fold(said.phase or "")), year


def award_of(entry: Entry) -> str:
    """Return the award that an entry is put forward for; one that is not understood as it was typed."""
    return entry.award.id if entry.award else fold(entry.nomination.award or "")


def _known(text: str | None) -> Trait:
    return (text,) if text else ()


def _repeated(keys: Iterable[Hashable]) -> list[Numbers]:
    """Return the numbers of those that have one key, two or more; a blank key is none."""
    first: dict[Hashable, int] = {}
    groups: dict[int, Numbers] = {}
    for number, key in enumerate(keys):
        before = first.setdefault(key, number)
        if before != number and key:
            groups.setdefault(before, [before]).append(number)
    return list(groups.values())


def _two_names(entries: list[Entry]) -> Iterable[tuple[Entry, Entry]]:
    """Return the first two whose names cannot be one."""
    told: dict[str, dict[Trait, Entry]] = {}
    for entry in entries:
        _, sound = _names(entry)
        told.setdefault(loose_key(entry.nomination.name), {}).setdefault(sound, entry)
    several = list(told.values())
    if len(several) > 1:
        yield next(iter(several[0].values())), next(iter(several[1].values()))
    elif len(full := [entry for name, entry in several[0].items() if name]) > 1:
        yield full[0], full[1]


def _of_one_name(entries: dict[int, Entry], ids: Sequence[str], found: Nominees) -> None:
    """Tell apart, or put together, the entries whose names differ in accents at most; ``ids`` are those of all."""
    rows = {number: _row(entry, ids[number]) for number, entry in entries.items()}
    persons = _persons(entries, rows)
    people = persons.groups()
    found.same += [[entries[number] for number in person] for person in people if len(person) > 1]
    if len(people) == 1:
        return
    told: dict[int, tuple[Trait, ...]] = {}
    for person in people:
        told |= dict.fromkeys(person, finest([rows[one] for one in person]))
    # A person may be listed by several units, and be spelt with i or y; collectives of one name in several units
    # are several.
    near = {number: (*told[number][1:], () if _person(one) else _unit(one)) for number, one in entries.items()}
    for numbers in together(near):
        firsts = {persons.root(number): number for number in sorted(numbers, reverse=True)}
        if len(firsts) > 1:
            people_here = [entries[number] for number in sorted(firsts.values())]
            here = {number: entries[number] for number in numbers}
            found.doubts.append(Doubt(people_here, _likely(here, told, persons)))


def _row(entry: Entry, number: str) -> Row:
    born = entry.nomination.born
    birth = tuple(born.typed.split("-")) if born else ()
    return (*_names(entry), _apart(entry), _known(entry.subject), _known(number), birth)


def _apart(entry: Entry) -> Trait:
    """Return what stands beside the name and tells namesakes apart; a household is not the person it is called by."""
    name = entry.nomination.name
    household = "household " if entry.subject is None and is_household(name) else ""
    return _known(household + apart_key(name))


def _names(entry: Entry) -> tuple[Trait, Trait]:
    """Return the name as spelt and as it sounds: nothing beyond its letters when it is typed without any accents."""
    name = entry.nomination.name
    return ((), ()) if is_bare(name) else ((own_key(name),), (sound_key(name),))


def _unit(entry: Entry) -> Trait:
    name = entry.unit_name
    if not name:
        return ()
    return (fold(name),) if name.isascii() else (fold(name), unit_name_key(name))


def _persons(entries: dict[int, Entry], rows: dict[int, Row]) -> Joined:
    """Put together the entries of one person: of one id number, or of one name in one unit with nothing against it.

    A unit that is not told may be another. Where that would make one of two persons, only those are one who have one
    id number or differ in nothing.
    """
    by_id: dict[Trait, dict[Trait, Numbers]] = {}
    by_place: dict[Hashable, dict[int, Row]] = {}
    for number, row in rows.items():
        name, sound, apart, _, own_id, _ = row
        if unit := unit_name_key(entries[number].unit_name):
            by_place.setdefault((name, apart, unit), {})[number] = row
        if own_id:
            by_id.setdefault(own_id, {}).setdefault(sound, []).append(number)
    one_id = [numbers for names in by_id.values() for numbers in _of_one_id(names)]
    places = [here for here in by_place.values() if len(here) > 1]
    perhaps = Joined(rows, one_id + [numbers for here in places for numbers in together(here)])
    sure = [numbers for numbers in perhaps.groups() if all_agree([rows[number] for number in numbers])]
    return Joined(rows, one_id + sure + [same for here in places for same in _equal(here)])


def _of_one_id(names: dict[Trait, Numbers]) -> list[Numbers]:
    """Return those of one id number together, but those of two names apart."""
    if len([name for name in names if name]) > 1:
        return list(names.values())
    return [[number for numbers in names.values() for number in numbers]]


def _equal(rows: dict[int, Row]) -> Iterable[Numbers]:
    alike: dict[Row, Numbers] = {}
    for number, row in rows.items():
        alike.setdefault(row, []).append(number)
    return alike.values()


def _likely(entries: dict[int, Entry], told: dict[int, tuple[Trait, ...]], persons: Joined) -> bool:
    """Tell whether two persons agree in more than their name: in unit and nomination, or in the day of birth.

    A unit that is not told agrees with none.
    """
    nominations = {
        number: (*told[number], unit, (award_of(entry),), *slot_of(entry))
        for number, entry in entries.items()
        if (unit := _unit(entry))
    }
    born = {number: told[number] for number in entries if len(told[number][-1]) == 3}
    return any(
        len({persons.root(number) for number in (*some, *others)}) > 1
        for rows in (born, nominations)
        for some, others in agreeing(rows)
    )


def _person(entry: Entry) -> bool:
    """Tell whether this is, or may be, a person: somebody whom several units may list."""
    if entry.subject or not entry.award:
        return entry.subject in (None, "individual")
    return "individual" in award(entry.award.form).subjects
