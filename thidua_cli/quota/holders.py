"""Those who hold a title, as far as a campaign knows: its own list of them, and the register."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.identity import nominees
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import names_of, unit_key
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.eligibility import all_limits
from thidua_cli.model.unit import Unit
from thidua_cli.quota.named_units import UnitId
from thidua_cli.vietnamese.sameness import id_key, name_key

Year = int | None
Place = UnitId | None
"""A unit, or None where that of a holder is not known."""


class HolderCount(NamedTuple):
    """How many surely hold a title, and how many more may; ``incomplete`` when there is no list of them."""

    sure: int
    unsure: int
    incomplete: bool
    gaps: tuple[str, ...]


class Holders:
    """The holders of one title, by unit and year: persons are counted once a year.

    Whoever is put forward for a title that presupposes this one holds it too, but such a list is not all of them.
    """

    def __init__(self, context: ResolvedCampaign, title: str) -> None:
        self.context, self.title = context, title
        self.above = {limit.award for limit in all_limits() if title in limit.of}
        self.by_place: dict[Place, Counter[Year]] = {}
        for place, year in (*self._listed, *self._registered()):
            self.by_place.setdefault(place, Counter())[year] += 1

    def count(self, units: Sequence[Unit] | None, perhaps: Iterable[Unit], year: Year) -> HolderCount:
        """Return the holders in ``year`` (in all, when it is None) of ``units``; None for those of all units."""
        places: Iterable[Place] = self.by_place if units is None else map(id, units)
        doubtful: Iterable[Place] = () if units is None else (None, *map(id, perhaps))
        found = [self._of_year(place, year) for place in places]
        unsure = [sum(self._of_year(place, year)) for place in doubtful]
        name = award(self.title).name
        undated = sum(doubt for _, doubt in found)
        open_cells = sum(unsure) + undated + self._may_be
        gaps = [f"đơn vị, năm hoặc hình thức của {open_cells} người đạt {name}"] if open_cells else []
        incomplete = not any(year in (None, known) or known is None for known in self._told_years)
        if incomplete:
            gaps.append(f"danh sách {name}")
        if self.context.unread:
            gaps.append(f"danh sách {name} trong tệp chưa đọc hết")
        return HolderCount(
            sum(sure for sure, _ in found), open_cells, incomplete or bool(self.context.unread), tuple(gaps)
        )

    def _of_year(self, place: Place, year: Year) -> tuple[int, int]:
        """Return how many of a unit hold the title in a year, and how many more may."""
        years = self.by_place.get(place, Counter())
        if year is None:
            return years.total(), 0
        return years[year], years[None]

    @cached_property
    def _entries(self) -> list[Entry]:
        """The nominations for the title itself, then those for titles above it."""
        planned = [one for one in self.context.plan.awards if one.form == self.title]
        planned += [one for one in self.context.plan.awards if one.form in self.above]
        return [entry for one in planned for entry in self.context.by_award[one.id]]

    @cached_property
    def _listed(self) -> list[tuple[Place, Year]]:
        """Unit and year of each person that is put forward, once a year."""
        persons: dict[int, int] = {id(entry): number for number, entry in enumerate(self._entries)}
        for same in nominees(self._entries).same:
            persons |= dict.fromkeys(map(id, same), persons[id(same[0])])
        found: dict[tuple[int, Year], Place] = {}
        for entry in self._entries:
            place = id(entry.unit) if entry.unit else None
            found.setdefault((persons[id(entry)], entry.year), place)
        dated = {person for person, year in found if year is not None}
        return [(place, year) for (person, year), place in found.items() if year is not None or person not in dated]

    def _registered(self) -> Iterator[tuple[Place, Year]]:
        """Yield unit and year of those whom the register has in the years of the campaign, and no list has."""
        units = {unit_key(name): id(unit) for unit in self.context.all_units for name in names_of(unit)}
        listed = {(key, entry.year) for entry in self._entries for key in _keys_of(entry)}
        years = self.context.dated.merit_years
        for line in self.context.past.standing:
            said = line.value
            if said.award not in (self.title, *self.above) or said.year not in years:
                continue
            keys = _keys(said.name, said.unit, said.id_number)
            if all((key, year) not in listed for key in keys for year in (said.year, None)):
                yield units.get(unit_key(said.unit or "")), said.year

    @cached_property
    def _told_years(self) -> set[Year]:
        """The years in which anybody is listed, or registered, with the title itself."""
        own = {entry.year for entry in self._entries if entry.award and entry.award.form == self.title}
        years = self.context.dated.merit_years
        return own | {
            line.value.year
            for line in self.context.past.standing
            if line.value.award == self.title and line.value.year in years
        }

    @cached_property
    def _may_be(self) -> int:
        """How many of those whose award is not known may be put forward for the title."""
        forms = {self.title, *self.above}
        return sum(any(award.form in forms for award in entry.possible_awards) for entry in self.context.entries)


def _keys_of(entry: Entry) -> list[str]:
    return _keys(entry.nomination.name, entry.unit_name, entry.nomination.id_number)


def _keys(name: str, unit: str | None, number: str | None) -> list[str]:
    """Return what tells a person: the id number, and the name in the unit."""
    keys = [f"{name_key(name)} {unit_key(unit or '')}"]
    return [*keys, id_key(number)] if number else keys
