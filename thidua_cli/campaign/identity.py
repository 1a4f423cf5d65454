"""Who is one and the same nominee: by id number, else by name and unit, told apart by date of birth.

Accents count (Hoa is not Hòa), their place does not (Hoà is Hòa), nor do case, spacing and Unicode form. Two people
of one name are never taken for one silently, nor one for two.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from thidua_cli.campaign.entry import Entry
from thidua_cli.law.award_catalogue import award
from thidua_cli.vietnamese.sameness import id_key, name_key

NomineeKey = tuple[str, str]


_unit_key = lru_cache(maxsize=8192)(name_key)


def nominee_key(entry: Entry) -> NomineeKey:
    """Return name and unit, as far as spelling does not matter."""
    return name_key(entry.nomination.name), _unit_key(entry.unit_name)


@dataclass(slots=True)
class Nominees:
    """The entries that belong together.

    ``same``: entries of one nominee, two or more. ``namesakes``: persons of one name in several units, with
    nothing that tells whether they are one; ``other_name``: entries with one id number and different names.
    """

    same: list[list[Entry]] = field(default_factory=list)
    namesakes: list[list[Entry]] = field(default_factory=list)
    other_name: list[list[Entry]] = field(default_factory=list)


def nominees(entries: Sequence[Entry]) -> Nominees:
    """Group the entries by nominee; linear in their number."""
    keys = [nominee_key(entry) for entry in entries]
    found, joined = Nominees(), _Joined()
    for indexes in _repeated(id_key(entry.nomination.id_number) for entry in entries):
        names: dict[str, list[int]] = {}
        for index in indexes:
            names.setdefault(keys[index][0], []).append(index)
        for same in names.values():
            joined.join(same)
        if len(names) > 1:
            found.other_name.append([entries[index] for index in indexes])
    for indexes in _repeated(keys):
        for group in _persons([entries[index] for index in indexes], indexes):
            joined.join(group)
    found.same = [[entries[index] for index in sorted(group)] for group in joined.groups() if len(group) > 1]
    for indexes in _repeated(name for name, _ in keys):
        units = {keys[index]: entries[index] for index in reversed(indexes) if _may_be_namesake(entries[index])}
        found.namesakes += _namesakes(list(reversed(units.values())))
    return found


def _repeated(keys: Iterable[Hashable]) -> list[list[int]]:
    """Return the numbers of those that have one key, two or more; a blank key is none."""
    first: dict[Hashable, int] = {}
    groups: dict[int, list[int]] = {}
    for number, key in enumerate(keys):
        before = first.setdefault(key, number)
        if before != number and key:
            groups.setdefault(before, [before]).append(number)
    return list(groups.values())


def _persons(entries: list[Entry], indexes: list[int]) -> Iterable[list[int]]:
    """Part the entries of one name in one unit by subject, id number, else birth, where these tell of several."""
    births = _births(entries)
    told = [
        (entry.subject or "", id_key(entry.nomination.id_number), born)
        for entry, born in zip(entries, births, strict=True)
    ]
    subjects = {subject for subject, _, _ in told if subject}
    ids = {own_id for _, own_id, _ in told if own_id}
    dates = {born for _, _, born in told if born}
    if len(subjects) <= 1 and len(ids) <= 1 and len(dates) <= 1:
        return [indexes]
    parted: dict[tuple[str, str], list[int]] = {}
    for (subject, own_id, born), index in zip(told, indexes, strict=True):
        parted.setdefault((subject if len(subjects) > 1 else "", own_id or born), []).append(index)
    return [group for group in parted.values() if len(group) > 1]


def _births(entries: list[Entry]) -> list[str]:
    """Return the birth of each as text, in years only as soon as one knows no more."""
    dates = [entry.nomination.born for entry in entries]
    only_years = any(born and born.day is None for born in dates)
    return ["" if born is None else str(born.year if only_years else born) for born in dates]


def _namesakes(people: list[Entry]) -> list[list[Entry]]:
    """Return the persons of one name, one a unit, whom birth does not tell apart."""
    if len(people) < 2:
        return []
    alike: dict[str, list[Entry]] = {}
    for person, born in zip(people, _births(people), strict=True):
        alike.setdefault(born, []).append(person)
    return [group for group in alike.values() if len(group) > 1]


def _may_be_namesake(entry: Entry) -> bool:
    """Tell whether this is (or may be) a person whom no id number tells apart."""
    if entry.nomination.id_number:
        return False
    if entry.subject or not entry.award:
        return entry.subject in (None, "individual")
    return "individual" in award(entry.award.form).subjects


class _Joined:
    """Numbers that belong together, joined list by list."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def join(self, numbers: list[int]) -> None:
        roots = [self._root(number) for number in numbers]
        for root in roots:
            self._parent[root] = roots[0]

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for number in self._parent:
            found.setdefault(self._root(number), []).append(number)
        return list(found.values())

    def _root(self, number: int) -> int:
        parent = self._parent.setdefault(number, number)
        while parent != number:
            number, parent = parent, self._parent[parent]
        return number
