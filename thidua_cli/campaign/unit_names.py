"""Units by the names that lists give them: those of the list of units, or, without one, the names that were typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TypeAlias

from thidua_cli.campaign.entry import Entry
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.model.base import shown
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.sameness import loose_unit_key, unit_key
from thidua_cli.vietnamese.text import FEW, fold, listing, nearest
from thidua_cli.vietnamese.unit_forms import unit_forms

Units: TypeAlias = Sequence[Record[Unit]]


# "Phòng Văn hóa và Thông tin và Văn phòng": the signs between units may stand in their names too.
_BETWEEN = [
    re.compile(one)
    for one in (r"\s*;\s*|\s*\n\s*", r"\s*[,;]\s*", r"\s+(?:và|&)\s+", r"\s*[,;&+/]\s*|\s+(?:và|-|–)\s+")
]


_MEND_LIST = "danh sách đơn vị còn lỗi: sửa rồi kiểm tra lại"


class UnitNames:
    """Finds the unit behind a name; without a list of units, every name that is typed makes a unit.

    A ``doubted`` list has faults of its own: a name that it lacks may stand where it could not be read.
    """

    def __init__(self, units: Units | None, *, doubted: bool = False) -> None:
        self._closed, self._doubted = units is not None, doubted
        self._units: dict[str, Unit] = {}
        self._plain: dict[str, list[Unit]] = {}
        self._forms: dict[str, list[Unit]] = {}
        self._spelt: list[str] = []
        self._guesses = UnitGuesses(self._spelt)
        for record in units or ():
            for name in names_of(record.value):
                self._spelt.append(name)
                self._units.setdefault(unit_key(name), record.value)
                self._plain.setdefault(loose_unit_key(name), []).append(record.value)
                for form in unit_forms(name):
                    self._forms.setdefault(form, []).append(record.value)
        self._first: dict[str, Entry] = {}
        self._meant, self._hint = cache(self._look_up), cache(self._guess)

    def listed(self, name: str) -> Unit | None:
        """Return the unit of the list that has this name: a unit that is itself put forward."""
        return self._units.get(unit_key(name)) if self._closed else None

    def find(self, typed: str, entry: Entry, findings: list[Finding]) -> Unit | None:
        """Return the unit meant; one that is not on the list of units is a finding."""
        self._first.setdefault(typed, entry)
        unit = self._meant(typed)
        if unit is None:
            severity = Severity.WARNING if self._doubted else None
            findings.append(entry.finding("unknown-unit", "unit", *self.unknown(typed), severity=severity))
        return unit

    def means(self, name: str) -> Unit | None:
        """Return the unit of the list that somebody else than a nominee means: ``Phòng KH`` is Phòng Kế hoạch."""
        return self._meant(name) if self._closed else None

    def lacks(self, name: str | None) -> bool:
        """Tell whether a name that somebody else than a nominee gives, in council or register, is not on the list."""
        return bool(name and self._closed and self._meant(name) is None)

    def unknown(self, typed: str) -> tuple[str, str]:
        """Return what to say of a name that is not on the list: message and hint."""
        if several := self._several(typed):
            named = listing((f"“{unit.name}”" for unit in several), "và", most=FEW, others="đơn vị khác")
            return (
                f"{shown(typed)} là {len(several)} đơn vị: {named}",
                "ghi một đơn vị ở mỗi dòng, hoặc ở mỗi danh sách",
            )
        message = f"đơn vị {shown(typed)} không có trong danh sách đơn vị"
        return message, _MEND_LIST if self._doubted else self._hint(typed)

    def _several(self, typed: str) -> list[Unit]:
        """Return the units that a text names, one behind the other; none where a part of it names no unit."""
        if not self._closed:
            return []
        for pattern in _BETWEEN:
            found = list(map(self._meant, pattern.split(typed)))
            units = list({id(unit): unit for unit in found if unit}.values())
            if len(units) == len(found) > 1:
                return units
        return []

    def _look_up(self, typed: str) -> Unit | None:
        found = self._units.get(unit_key(typed))
        if found is None:
            found = _only(unit for form in unit_forms(typed) for unit in self._forms.get(form, ()))
        if found is None and typed.isascii():
            found = _only(self._plain.get(loose_unit_key(typed), ()))
        if found is None and not self._closed:
            found = self._units[unit_key(typed)] = Unit(name=typed)
        return found

    def _guess(self, typed: str) -> str:
        guess = self._guesses.question(typed)
        other = "là tên khác của một đơn vị thì thêm vào cột “Tên khác” của đơn vị ấy"
        return f"{guess} Nếu {other}" if guess else f"xem lại tên; nếu {other}"

    def alike(self) -> Iterator[Finding]:
        """Warn of names that differ in signs or accents only, where no list of units tells which is right."""
        if self._closed:
            return
        first: dict[str, str] = {}
        for typed in self._first:
            keys = (loose_unit_key(typed), *unit_forms(typed))
            other = next((first[key] for key in keys if key in first), typed)
            for key in keys:
                first.setdefault(key, typed)
            one = unit_key(other) == unit_key(typed)
            if one and fold(other) == fold(typed):
                continue
            entry, counted = self._first[typed], "một đơn vị" if one else "hai đơn vị"
            message = f"tên đơn vị “{typed}” gần giống “{other}”, đang được tính là {counted}"
            hint = _MEND_LIST if self._doubted else ""
            others = ((self._first[other].origin.spot("unit"), f"ở đây ghi “{other}”"),)
            yield entry.finding("unit-spelling", "unit", message, hint, others=others)


class UnitGuesses:
    """Asks which name is meant by one that is none of them: those that differ in accents only, else the nearest."""

    def __init__(self, spelt: Sequence[str]) -> None:
        self._spelt, self._guesses = spelt, Guesses()

    @cached_property
    def _plain(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in dict.fromkeys(self._spelt):
            found.setdefault(loose_unit_key(name), []).append(name)
        return found

    def question(self, typed: str) -> str:
        """Return the question; nothing where no name is near."""
        names = self._plain.get(loose_unit_key(typed), [])
        if not names and (near := self._guesses.nearest(typed, self._spelt)) and _are_near(typed, near):
            names = [near]
        listed = listing((f"“{name}”" for name in names), "hay", most=FEW, others="tên khác")
        return f"có phải {listed}?" if names else ""


def _only(units: Iterable[Unit]) -> Unit | None:
    """Return the one unit that all of them are; None where they are several, or none."""
    same = {id(unit): unit for unit in units}
    return next(iter(same.values())) if len(same) == 1 else None


def _are_near(typed: str, name: str) -> bool:
    """Tell whether two names are near without the words that they begin with both: ``Phòng`` is no likeness."""
    one, other = fold(typed).split(), fold(name).split()
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    return not one or not other or nearest(" ".join(one), [" ".join(other)]) is not None


def names_of(unit: Unit) -> tuple[str, ...]:
    """Return every name of a unit."""
    return unit.name, *unit.aliases


def unit_named(typed: str, units: Sequence[Unit]) -> str:
    """Return the name of the unit with this name or alias; another name, or one that two units have, is refused."""
    names = {(name, unit.name) for unit in units for name in names_of(unit)}
    for key in (str, unit_key, fold):  # accents tell two communes apart; only where they do not may they be left out
        found = {name for spelt, name in names if key(spelt) == key(typed)}
        if len(found) == 1:
            return found.pop()
        if found:
            message = f"“{typed}” có thể là {listing(sorted(found), 'hoặc')}"
            raise ThiduaError(message, "ghi tên đơn vị có đủ dấu")
    forms = set(unit_forms(typed))
    found = {name for spelt, name in names if not forms.isdisjoint(unit_forms(spelt))}
    if len(found) == 1:
        return found.pop()
    near = nearest(typed, sorted(name for _, name in names))
    message = f"không có đơn vị “{typed}” trong danh sách đề nghị"
    raise ThiduaError(message, f"có phải “{near}”?" if near else "xem lại tên đơn vị")


def shared_names(units: Units | None) -> Iterator[Finding]:
    """Find names that two units of the list share."""
    named = _by_name(units)
    for record in units or ():
        firsts = [named[unit_key(name)][0] for name in names_of(record.value)]
        other = next((one for one in firsts if one is not record), None)
        if other:
            message = f"“{record.value.name}” trùng tên, hoặc trùng tên khác, với “{other.value.name}”"
            about = About(record.value.name, record.origin.key)
            others = ((other.origin.spot("name"), "đã có ở đây"),)
            yield Finding("duplicate-unit", record.origin.spot("name"), message, about=about, others=others)


def of_one_name(units: Units | None) -> frozenset[int]:
    """Return the `id` of each unit that shares a name with another: of which of them a nominee is, nobody knows."""
    shared = (same for same in _by_name(units).values() if len(same) > 1)
    return frozenset(id(record.value) for same in shared for record in same)


def _by_name(units: Units | None) -> dict[str, list[Record[Unit]]]:
    """Return the units under each of their names, each once, in their order."""
    named: dict[str, list[Record[Unit]]] = {}
    for record in units or ():
        for key in dict.fromkeys(map(unit_key, names_of(record.value))):
            named.setdefault(key, []).append(record)
    return named
