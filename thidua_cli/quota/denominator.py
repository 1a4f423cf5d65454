"""The number that a share or steps are counted from: participants, headcount, units, nominees, holders of a title."""

from collections.abc import Callable, Iterable, Sequence

from thidua_cli.model.terms import BASES
from thidua_cli.model.unit import Unit
from thidua_cli.quota import unknown
from thidua_cli.quota.holders import Holders
from thidua_cli.quota.result import UNREAD, BaseNumber, Span
from thidua_cli.quota.row import Row
from thidua_cli.quota.scope import IN_BASE, PERHAPS_IN_BASE, Crowd, Scope, Standing
from thidua_cli.vietnamese.text import a_few

_COUNTED = {"headcount": "headcount", "leaders": "leaders", "units": "subunits"}
_PARTICIPANTS = {"individual": "participants", "collective": "participating_units"}
"""What a unit tells of each base; of the participants of other subjects it tells nothing."""


class Denominator:
    """The base of one quota, asked about its rows; what several rows have in common is counted once."""

    def __init__(self, scope: Scope, holders_of: Callable[[str], Holders]) -> None:
        self.scope, self.quota, self.holders_of = scope, scope.quota, holders_of
        self._units: dict[tuple[int, str | None], tuple[Sequence[Unit], Sequence[Unit]]] = {}
        self._bases: dict[tuple[int, str | None], BaseNumber] = {}

    def base(self, row: Row, crowd: Crowd) -> BaseNumber | None:
        """Return the base of a row, in which this ``crowd`` stands; None for a quota without share or steps."""
        if not self.quota.base:
            return None
        if self.quota.base == "nominated":
            return self._nominated(row, crowd)
        if self.quota.base in BASES:
            place = id(row.unit), row.cluster
            if place not in self._bases:
                self._bases[place] = self._from_units(row)
            return self._bases[place]
        return self._of_title(row)

    def _nominated(self, row: Row, crowd: Crowd) -> BaseNumber:
        sure = crowd.size(*IN_BASE)
        gaps = self.scope.loose_ends(row.unit)
        high = None if gaps else sure + crowd.size(*PERHAPS_IN_BASE)
        # What is not known of those who may be counted too is told of the row.
        peers = unknown.of_nominees(self.scope, row, crowd, Standing.PERHAPS_PEER)
        return BaseNumber(self.quota.base_name, Span(sure, high), (*gaps, *peers))

    def _units_of(self, row: Row) -> tuple[Sequence[Unit], Sequence[Unit]]:
        """Return the units of the place that a row is of, and those that may be of it."""
        place = id(row.unit), row.cluster
        if place not in self._units:
            self._units[place] = self._look_up(row)
        return self._units[place]

    def _look_up(self, row: Row) -> tuple[Sequence[Unit], Sequence[Unit]]:
        if row.unit:
            return [row.unit], []
        within, named = self.scope.within, self.scope.named
        sure, perhaps = [], []
        for unit in named.units:
            if unit.cluster and row.cluster not in (None, named.cluster(unit)):
                continue
            in_doubt = id(unit) in within.sure and row.cluster and not unit.cluster
            if id(unit) in within.perhaps or in_doubt:
                perhaps.append(unit)
            elif id(unit) in within.sure:
                sure.append(unit)
        return sure, perhaps

    def _from_units(self, row: Row) -> BaseNumber:
        sure, perhaps = self._units_of(row)
        total = sum(number for one in sure for number in self._numbers(one) if number is not None)
        name = self.quota.base_name
        gaps = []
        blank = [one.name for one in sure if None in self._numbers(one)]
        if blank and self.scope.named.listed:
            gaps.append(f"{name}: {a_few(blank, unknown.MOST_UNITS, 'nơi khác')}")
        gaps += [*unknown.of_units(self.scope, perhaps), *self.scope.strangers(row.unit), *self._faults_of_list(row)]
        return BaseNumber(name, Span(total, None if gaps else total), tuple(dict.fromkeys(gaps)))

    def _faults_of_list(self, row: Row) -> list[str]:
        """Return why there may be more units than are known, or more of a unit: a unit by itself has its numbers."""
        listed, doubted = self.scope.named.listed, self.scope.context.units_doubted
        if not listed and not doubted:
            return ["danh sách đơn vị (units.yaml)"]
        return [f"{UNREAD} danh sách đơn vị"] if doubted and (row.unit is None or not listed) else []

    def _numbers(self, unit: Unit) -> Iterable[int | None]:
        """Return what is counted of a unit, part by part; participants are those of each subject of the quota."""
        if id(unit) in self.scope.named.doubled:
            return [None]
        if self.quota.base == "units" and "unit" not in self.quota.per:
            return [1]
        if self.quota.base in _COUNTED:
            return [getattr(unit, _COUNTED[self.quota.base])]
        fields = dict.fromkeys(_PARTICIPANTS.get(subject, "") for subject in self.quota.subject)
        return [getattr(unit, field, None) for field in fields]

    def _of_title(self, row: Row) -> BaseNumber:
        sure, perhaps = self._units_of(row)
        everywhere = not self.quota.units and row.unit is None and row.cluster is None
        found = self.holders_of(self.quota.base).count(None if everywhere else sure, perhaps, row.year)
        strangers = self.scope.strangers(row.unit)
        high = None if found.incomplete or strangers else found.sure + found.unsure
        gaps = (*found.gaps, *unknown.of_units(self.scope, found.in_doubt), *strangers)
        return BaseNumber(self.quota.base_name, Span(found.sure, high), gaps)
