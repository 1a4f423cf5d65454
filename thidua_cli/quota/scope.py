"""Whom a quota counts: each nomination is in, out, or perhaps in, and stands in the rows that its values allow."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import Alike, ResolvedCampaign
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.quota import Quota
from thidua_cli.model.unit import Unit
from thidua_cli.quota.named_units import NamedUnits, Within
from thidua_cli.quota.result import UNREAD
from thidua_cli.quota.row import Row, rows_of
from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import FEW, a_few


class Standing(Enum):
    """How a nomination stands to a row: it is counted, or it is one of the base only (whatever its group)."""

    IN = auto()
    PEER = auto()
    IN_OR_PEER = auto()
    """In the base; its group is not known."""
    PERHAPS_IN = auto()
    """Counted and in the base, or neither."""
    PERHAPS_PEER = auto()
    """In the base, or not; never counted."""
    PERHAPS_EITHER = auto()
    """Counted, in the base only, or neither."""


IN_BASE = (Standing.IN, Standing.PEER, Standing.IN_OR_PEER)
PERHAPS_COUNTED = (Standing.IN_OR_PEER, Standing.PERHAPS_IN, Standing.PERHAPS_EITHER)
PERHAPS_IN_BASE = (Standing.PERHAPS_IN, Standing.PERHAPS_PEER, Standing.PERHAPS_EITHER)
_IF_UNSURE = {
    Standing.IN: Standing.PERHAPS_IN,
    Standing.PEER: Standing.PERHAPS_PEER,
    Standing.IN_OR_PEER: Standing.PERHAPS_EITHER,
}


@dataclass(frozen=True)
class Crowd:
    """The numbers of the nominations of one row, by how they stand to it; who may stand in many rows is kept once."""

    by_standing: dict[Standing, list[list[int]]]

    def numbers(self, *standings: Standing, most: int | None = None) -> list[int]:
        """Return the numbers of those that stand so, in the order of the lists; the first ``most`` of them."""
        lists = [numbers[:most] for numbers in self.alike(*standings)]
        return sorted(chain.from_iterable(lists))[:most]

    def alike(self, *standings: Standing) -> Iterator[list[int]]:
        """Yield the numbers of those that stand so; those together that no quota of the award can tell apart."""
        for standing in standings:
            yield from self.by_standing.get(standing, ())

    def size(self, *standings: Standing) -> int:
        """Return how many stand so."""
        return sum(map(len, self.alike(*standings)))


class Scope:
    """A quota of one award, asked about the nominations and units of one campaign."""

    NAMES_OF_ONE = "danh sách đơn vị (chưa đọc được) để biết những tên nào là của một đơn vị"

    def __init__(self, context: ResolvedCampaign, named: NamedUnits, award: PlanAward, quota: Quota) -> None:
        self.context, self.named, self.award, self.quota = context, named, award, quota
        self._subjects = {name_key(subject) for subject in quota.subject}
        self._group = name_key(quota.group) if quota.group else None
        # Whom the quota does not count; where it has no row nobody can tell.
        self.outside: list[int] = []
        self._found = _Placed(self.rows)
        # Where two names may be one unit: those of any unit, by all else that makes a row.
        whole = [row._replace(unit=None, cluster=None) for row in self.rows if row.unit and named.unread]
        self._of_any_unit = _Placed(list(dict.fromkeys(whole)))
        self._of_units = cache(self._count_of_units)
        self._place()

    @cached_property
    def within(self) -> Within:
        """The units that the quota is for; without a list, those that nominate."""
        if not self.quota.units:
            return Within(self.named.all)
        return self.named.beside(self._others) if self.quota.for_rest else self.named.within(self.quota.units)

    @cached_property
    def _others(self) -> list[str]:
        """The units that other quotas of the award, for the same occasion and phase, name: what is left is ``rest``."""
        when = self.quota.occasion, self.quota.phase
        others = [one for one in self.award.quotas if (one.occasion, one.phase) == when and not one.for_rest]
        return [word for quota in others for word in quota.units]

    @cached_property
    def _asked(self) -> set[str]:
        """The fields of a unit that decide whether the quota is for it."""
        return self.named.asked(self._others if self.quota.for_rest else self.quota.units)

    def lacks(self, unit: Unit) -> Iterator[str]:
        """Yield the fields that a unit leaves blank and the quota asks for: ``kind``, ``cluster``."""
        known = id(unit) in self.within.sure
        if "kind" in self._asked and not unit.kind and not known:
            yield "kind"
        by_cluster = "cluster" in self.quota.per and (known or id(unit) in self.within.perhaps)
        if not unit.cluster and (by_cluster or ("cluster" in self._asked and not known)):
            yield "cluster"

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of the quota."""
        return rows_of(self.quota, self.within, self.named, self.context.dated)

    @property
    def rows_lacking(self) -> bool:
        """Tell whether the quota is by units or clusters, and may have rows of some that nobody has told."""
        if {"unit", "cluster"}.isdisjoint(self.quota.per) or self.named.listed:
            return False
        # A word that may be of any unit leaves those units in doubt already.
        return not self.quota.units or self.quota.for_rest or bool(self.within.unknown and not self.within.perhaps)

    def crowd(self, row: Row) -> Crowd:
        """Return the nominations that stand in a row, or may."""
        found: dict[Standing, list[list[int]]] = {}
        for standing, numbers in self._found.of(row):
            found.setdefault(standing, []).append(numbers)
        return Crowd(found)

    def of_other_names(self, row: Row) -> int:
        """Return how many stand in the rows of other names that may be the unit of this row."""
        if not row.unit or not self.named.unread:
            return 0
        own = [numbers for _, numbers in self._found.of(row) if self.context.entries[numbers[0]].unit]
        return self._of_units(row._replace(unit=None, cluster=None)) - sum(map(len, own))

    def _count_of_units(self, row: Row) -> int:
        return sum(len(numbers) for _, numbers in self._of_any_unit.of(row))

    def loose_ends(self, unit: Unit | None) -> tuple[str, ...]:
        """Return what may hold nominations of which nothing is known, for the row of a unit, or of several."""
        unread = a_few((Path(file).name for file in self.context.unread), FEW, "tệp khác")
        ends = [f"{UNREAD} {unread}"] if unread else []
        return (*ends, *self.strangers(unit))

    def strangers(self, unit: Unit | None) -> list[str]:
        """Return the words that may speak of units that are not known, for the row of a unit, or of several.

        Without a list of units they may speak of each that is known: nobody else is counted.
        """
        return self.without_meaning() if self.named.listed and not unit and not self.quota.for_rest else []

    def without_meaning(self) -> list[str]:
        """Return what is lacking where words of the quota speak of no unit that is known."""
        if self.named.unread:
            return [self.NAMES_OF_ONE]
        if not self.named.listed:
            return [f"danh sách đơn vị để biết “{word}” là đơn vị nào" for word in self.within.unknown]
        return [f"đơn vị mang tên, loại hoặc cụm, khối “{word}” trong danh sách" for word in self.within.unknown]

    def _place(self) -> None:
        for alike in self.context.alike[self.award.id]:
            standing = self._standing(alike)
            placed = standing is not None and self._found.add(self._values(alike.entry), standing, alike.numbers)
            if placed and alike.entry.unit:
                self._of_any_unit.add(self._values(alike.entry), Standing.IN, alike.numbers)
            nobody_knows = standing is not None and not self.rows
            if not placed and not nobody_knows:
                self.outside += alike.numbers

    def _standing(self, alike: Alike) -> Standing | None:
        """Tell how nominations stand to the rows that their values allow; None where the quota has nothing of them."""
        entry = alike.entry
        fits = [_same(entry.subject, self._subjects), self._holds(entry), alike.sure or None]
        if False in fits:
            return None
        standing = Standing.IN
        if self._group is not None:
            of_group = _same(entry.group, {self._group})
            if not of_group and self.quota.base != "nominated":
                if of_group is False:
                    return None
                return Standing.PERHAPS_IN
            standing = {True: Standing.IN, False: Standing.PEER, None: Standing.IN_OR_PEER}[of_group]
        return _IF_UNSURE[standing] if None in fits else standing

    def _holds(self, entry: Entry) -> bool | None:
        """Tell whether the unit of a nominee is one that the quota is for."""
        if not self.quota.units:
            return True
        if entry.unit is None or id(entry.unit) in self.within.perhaps:
            return None
        return id(entry.unit) in self.within.sure

    def _values(self, entry: Entry) -> Row:
        cluster = self.named.cluster(entry.unit) if entry.unit else None
        return Row(entry.unit, cluster, entry.occasion, entry.phase, entry.year)

    def only_unit(self, row: Row) -> str:
        """Return the name of the unit that one row is for, where it is for one only; else nothing."""
        if row.unit:
            return row.unit.name
        named = self.within.sure | self.within.perhaps
        if self.quota.units and len(named) == 1 and not self.within.unknown:
            return next(unit.name for unit in self.named.units if id(unit) in named)
        return ""


class _Placed:
    """Nominations by those of their values that are known, and the rows by the same: each row finds its own at once.

    It is linear in rows and nominations: who may stand in many rows is kept once.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows: dict[tuple[int, ...], list[Row]] = {}
        for row in rows:
            self._rows.setdefault(_known(row), []).append(row)
        self._keys: dict[tuple[int, ...], dict[tuple[int, ...], set[Hashable]]] = {shape: {} for shape in self._rows}
        self._found: dict[tuple[int, ...], dict[tuple[int, ...], dict[Hashable, list[tuple[Standing, list[int]]]]]]
        self._found = {shape: {} for shape in self._rows}

    def add(self, values: Row, standing: Standing, numbers: list[int]) -> bool:
        """Place nominations with these values; tell whether there is any row that they may stand in."""
        placed = False
        for shape, rows in self._rows.items():
            known = tuple(at for at in shape if values[at] is not None)
            keys = self._keys[shape]
            if known not in keys:
                keys[known] = {_key(row, known) for row in rows}
            key = _key(values, known)
            if key in keys[known]:
                placed = True
                sure = standing if known == shape else _IF_UNSURE.get(standing, standing)
                self._found[shape].setdefault(known, {}).setdefault(key, []).append((sure, numbers))
        return placed

    def of(self, row: Row) -> Iterator[tuple[Standing, list[int]]]:
        """Yield the nominations that stand in a row, or may."""
        for known, found in self._found[_known(row)].items():
            yield from found.get(_key(row, known), ())


def _known(row: Row) -> tuple[int, ...]:
    return tuple(at for at, value in enumerate(row) if value is not None)


def _key(row: Row, known: tuple[int, ...]) -> Hashable:
    """Return the values at these places; units are told apart by `id`, for two may look the same."""
    return tuple(id(row[at]) if at == 0 else row[at] for at in known)


def _same(found: str | None, wanted: set[str]) -> bool | None:
    return None if found is None else name_key(found) in wanted
