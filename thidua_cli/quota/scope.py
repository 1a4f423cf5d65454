"""Whom a quota counts: its subjects, groups, units, occasion and phase, and the buckets of ``per``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.quota import REST, Quota
from thidua_cli.model.unit import Unit
from thidua_cli.quota.result import UNKNOWN
from thidua_cli.vietnamese.text import fold

Bucket = tuple[str, ...]


@dataclass
class Members:
    """The numbers of the entries of one bucket: surely counted, and those of which something is not known."""

    counted: list[int] = field(default_factory=list)
    possible: list[int] = field(default_factory=list)


@dataclass
class Scope:
    """A quota of one award, asked about entries and units of one campaign."""

    context: ResolvedCampaign
    award: PlanAward
    quota: Quota

    @cached_property
    def units(self) -> list[Unit]:
        """The units that the quota is for, in the order of the list; without a list, those that nominate."""
        if not self.quota.units:
            return self.context.all_units
        named = self._others() if self.quota.for_rest else {fold(word) for word in self.quota.units}
        return [one for one in self.context.all_units if named.isdisjoint(unit_words(one)) is self.quota.for_rest]

    @cached_property
    def _held(self) -> set[int]:
        return {id(unit) for unit in self.units}

    def _others(self) -> set[str]:
        """The units that the other quotas for the same subjects name: what is left is ``rest``."""
        return {
            fold(word)
            for quota in self.award.quotas
            if quota is not self.quota and set(quota.subject) & set(self.quota.subject)
            for word in quota.units
            if word != REST
        }

    def buckets(self, *, any_group: bool = False) -> dict[Bucket, Members]:
        """Return the entries by bucket; with ``any_group`` those of all groups, as the base of a sub-ratio."""
        found: dict[Bucket, Members] = {bucket: Members() for bucket in self._expected_buckets}
        loose: list[int] = []
        for numbers in self.context.alike[self.award.id]:
            entry = self.context.entries[numbers[0]]
            fit = self._fit(entry, any_group=any_group)
            if fit is False:
                continue
            bucket = self._bucket(entry)
            if bucket is None:
                loose += numbers
                continue
            members = found.setdefault(bucket, Members())
            members.counted += numbers if fit else []
            members.possible += [] if fit else numbers
        if loose and not found:
            found[(UNKNOWN,) * len(self.quota.per)] = Members()
        for members in found.values():
            members.possible += loose
        return found

    def _fit(self, entry: Entry, *, any_group: bool) -> bool | None:
        """Tell whether the quota counts an entry; None when something that decides it is not known."""
        quota = self.quota
        answers = [
            None if entry.subject is None else entry.subject in quota.subject,
            True if any_group else _same(entry.group, quota.group),
            _same(entry.occasion, quota.occasion),
            _same(entry.phase, quota.phase),
        ]
        if quota.units:
            answers.append(None if entry.unit is None else id(entry.unit) in self._held)
        if False in answers:
            return False
        return None if None in answers else True

    def _bucket(self, entry: Entry) -> Bucket | None:
        """Return the bucket of an entry, or None when it is not known."""
        parts = tuple(_part(per, entry) for per in self.quota.per)
        return None if None in parts else tuple(part for part in parts if part is not None)

    @cached_property
    def _expected_buckets(self) -> Iterable[Bucket]:
        """The buckets that are there even when nobody is nominated: a lower bound holds for them too."""
        if not self.quota.per:
            return [()]
        campaign = self.context.plan.campaign
        known = {
            "unit": [unit.name for unit in self.units],
            "cluster": [unit.cluster for unit in self.units if unit.cluster],
            "occasion": [occasion.id for occasion in campaign.occasions],
            "phase": [phase.id for phase in campaign.phases],
        }
        first, *others = self.quota.per
        return [] if others else [(name,) for name in dict.fromkeys(known.get(first, ()))]

    def units_of(self, bucket: Bucket) -> list[Unit]:
        """Return the units of one bucket."""
        wanted = dict(zip(self.quota.per, bucket, strict=True))
        units = self.units
        if "unit" in wanted:
            units = [unit for unit in units if unit.name == wanted["unit"]]
        if "cluster" in wanted:
            units = [unit for unit in units if unit.cluster == wanted["cluster"]]
        return units

    def only_unit(self, bucket: Bucket) -> str:
        """Return the name of the unit that one bucket is for, where it is for one only; else nothing."""
        if "unit" in self.quota.per:
            name = bucket[self.quota.per.index("unit")]
            return "" if name == UNKNOWN else name
        return self.units[0].name if self.quota.units and len(self.units) == 1 else ""


def unit_words(unit: Unit) -> set[str]:
    """Return the folded words by which a quota may name a unit: its names, its kind, its cluster."""
    words: Sequence[str | None] = (unit.name, *unit.aliases, unit.kind, unit.cluster)
    return {fold(word) for word in words if word}


def _part(per: str, entry: Entry) -> str | None:
    if per == "unit":
        return entry.unit.name if entry.unit else None
    if per == "cluster":
        return entry.unit.cluster if entry.unit else None
    if per == "year":
        return str(entry.year) if entry.year else None
    return entry.occasion if per == "occasion" else entry.phase


def _same(found: str | None, wanted: str | None) -> bool | None:
    if wanted is None:
        return True
    return None if found is None else found == wanted
