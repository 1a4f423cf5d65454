"""The units of a campaign by the words in which a quota speaks of them: their names, kinds and clusters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from thidua_cli.campaign.unit_names import names_of
from thidua_cli.model.unit import Unit
from thidua_cli.vietnamese.sameness import unit_key
from thidua_cli.vietnamese.text import fold

UnitId = int
"""Units are told apart by `id`: the list of a campaign holds each once."""


@dataclass(slots=True)
class Meaning:
    """The units that one word speaks of, and as what: a word may be a name of one and the cluster of others."""

    units: set[UnitId]
    is_kind: bool = False
    is_cluster: bool = False


class Within(NamedTuple):
    """The units that are in, and those that may be; ``unknown`` are the words that speak of no unit that is known."""

    sure: frozenset[UnitId]
    perhaps: frozenset[UnitId] = frozenset()
    unknown: tuple[str, ...] = ()


class NamedUnits:
    """The units of a campaign, indexed by name, kind and cluster; ``listed`` when they are of a list of units.

    ``unread``: there is such a list and it was not read, so that any two of the names may be one unit.
    """

    def __init__(self, units: Sequence[Unit], *, listed: bool = True, unread: bool = False) -> None:
        self.units, self.listed, self.unread = units, listed, unread
        self.all = frozenset(map(id, units))
        self._without_kind = frozenset(id(unit) for unit in units if not unit.kind)
        self._without_cluster = frozenset(id(unit) for unit in units if not unit.cluster)
        self._meanings: dict[str, Meaning] = {}
        self._spelt: dict[str, str] = {}
        bearers: dict[str, set[UnitId]] = {}
        for unit in units:
            for name in names_of(unit):
                self._add(name, unit)
                bearers.setdefault(unit_key(name), set()).add(id(unit))
            if unit.kind:
                self._add(unit.kind, unit).is_kind = True
            if unit.cluster:
                self._add(unit.cluster, unit).is_cluster = True
                self._spelt.setdefault(unit_key(unit.cluster), unit.cluster)
        # Units that have a name in common: which line is right, or whether they are two, nobody knows.
        self.doubled = frozenset[UnitId]().union(*(one for one in bearers.values() if len(one) > 1))
        self._plain: dict[str, list[Meaning]] = {}
        for key, meaning in self._meanings.items():
            self._plain.setdefault(fold(key), []).append(meaning)

    def _add(self, word: str, unit: Unit) -> Meaning:
        meaning = self._meanings.setdefault(unit_key(word), Meaning(set()))
        meaning.units.add(id(unit))
        return meaning

    def cluster(self, unit: Unit) -> str | None:
        """Return the cluster of a unit as the list spells it first; None where it is not told."""
        return self._spelt[unit_key(unit.cluster)] if unit.cluster else None

    def meaning(self, word: str) -> Meaning | None:
        """Return the units that a word speaks of, or None; accents may be left out altogether, if one word is meant."""
        found = self._meanings.get(unit_key(word))
        if found is None and word.isascii():
            alike = self._plain.get(fold(unit_key(word)), [])
            found = alike[0] if len(alike) == 1 else None
        return found

    def within(self, words: Sequence[str]) -> Within:
        """Return the units that the ``words`` speak of; one of unknown kind may be of a kind that is asked for.

        Without a list of units any may be of the kind or cluster that a word names.
        """
        found = {word: self.meaning(word) for word in words}
        meanings = [meaning for meaning in found.values() if meaning]
        sure = frozenset[UnitId]().union(*(meaning.units for meaning in meanings))
        blank = {"kind": self._without_kind, "cluster": self._without_cluster}
        perhaps = frozenset[UnitId]().union(*(blank[asked] for asked in self.asked(words)))
        unknown = tuple(word for word, meaning in found.items() if meaning is None)
        if self.unread or (unknown and not self.listed):
            perhaps = self.all
        return Within(sure, perhaps - sure, unknown)

    def asked(self, words: Sequence[str]) -> set[str]:
        """Return which fields of a unit the ``words`` ask for beside its names: ``kind``, ``cluster``."""
        meanings = [meaning for word in words if (meaning := self.meaning(word))]
        kinds = {"kind"} if any(meaning.is_kind for meaning in meanings) else set()
        return kinds | ({"cluster"} if any(meaning.is_cluster for meaning in meanings) else set())

    def beside(self, words: Sequence[str]) -> Within:
        """Return the units that the ``words`` do not speak of; a word that is not understood may speak of any."""
        named = self.within(words)
        left = self.all - named.sure
        perhaps = left if named.unknown or self.unread else named.perhaps
        return Within(left - perhaps, perhaps, named.unknown)
