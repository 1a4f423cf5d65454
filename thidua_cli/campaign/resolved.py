"""A campaign whose words are resolved: the plan, the entries, units, council and register, each indexed once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, date
from functools import cached_property

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.identity import Nominees, nominees
from thidua_cli.campaign.register_lines import RegisterIndex
from thidua_cli.campaign.reviews import Reviews
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.campaign.unit_names import UnitNames
from thidua_cli.lists.council_session import Doubts
from thidua_cli.model.called import Called
from thidua_cli.model.decision import Decision
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.plan import Plan
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.sameness import loose_key, unit_key
from thidua_cli.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class Alike:
    """The numbers of entries that no quota of an award can tell apart from ``entry``.

    ``sure`` tells whether they are for this award, in this campaign; else they may be.
    """

    entry: Entry
    sure: bool
    numbers: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class ResolvedCampaign:
    """One campaign: the plan on its day, what was nominated, units, sessions of the council, register.

    ``unread`` names the lists of nominations that were not read, or not in full; ``units_doubted`` tells whether that
    is so of the list of units, ``register_doubted`` of the register, ``sessions_unread`` of what in sessions of which
    the file was not read; what is in doubt of one that was, it tells itself.
    """

    dated: DatedPlan
    entries: Sequence[Entry]
    units: Sequence[Record[Unit]] | None = None
    sessions: Sequence[Sitting] = ()
    register: Sequence[Record[RegisterEntry]] | None = None
    unread: Sequence[str] = ()
    units_doubted: bool = False
    register_doubted: bool = False
    sessions_unread: Sequence[Doubts] = ()
    facts: Facts = field(default_factory=Facts)

    @property
    def units_unread(self) -> bool:
        """Tell whether a list of units stands there of which nothing was read: it may make two names one unit."""
        return self.units is None and self.units_doubted

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.dated.plan

    @property
    def decisions(self) -> Sequence[Record[Decision]]:
        """The decisions, in the order of their file."""
        return self.facts.decisions

    @cached_property
    def reviews(self) -> Reviews:
        """The reviews of the plan by the words for them."""
        return Reviews(self.plan)

    @cached_property
    def award_names(self) -> AwardNames:
        """The awards of the plan by their names."""
        return AwardNames(self.plan)

    @cached_property
    def told_of_papers(self) -> Mapping[tuple[str, str | None], Sequence[Record[PaperFacts]]]:
        """The entries of ``papers.yaml`` by the paper and the key of the unit that they speak of, None of any unit."""
        found: dict[tuple[str, str | None], list[Record[PaperFacts]]] = {}
        for record in self.facts.papers:
            unit = record.value.unit
            found.setdefault((record.value.doc, unit_key(unit) if unit else None), []).append(record)
        return found

    def session_days(self, sitting: Sitting) -> tuple[date, ...]:
        """Return the first and last day that a session can have been held on; that the campaign closes on, untold."""
        return sitting.days or (self.dated.closing,)

    def review_day(self, occasion: str | None, year: int | None) -> date:
        """Return the day of a review: of its occasion, else the end of its year; never after the campaign closes."""
        day = self._review_days.get((occasion, year))  # asked of each nomination, by several checks
        if day is None:
            day = self._reviews.get(occasion) or min(date(year or MAXYEAR, 12, 31), self.dated.closing)
            self._review_days[occasion, year] = day
        return day

    @cached_property
    def _review_days(self) -> dict[tuple[str | None, int | None], date]:
        return {}

    @cached_property
    def _reviews(self) -> dict[str | None, date]:
        """The day of each review that is held once, as far as it is known."""
        once = [occasion for occasion in self.plan.campaign.occasions if not occasion.every]
        days = {occasion.id: occasion.dossiers_by or occasion.date for occasion in once}
        return {key: min(day.last, self.dated.closing) for key, day in days.items() if day}

    @cached_property
    def alike(self) -> dict[str, list[Alike]]:
        """The entries that are, or may be, for each award; those together that no quota can tell apart."""
        groups: dict[str, dict[tuple[object, ...], Alike]] = {award.id: {} for award in self.plan.awards}
        for number, entry in enumerate(self.entries):
            sure = entry.award is not None and not entry.perhaps_outside
            key = (sure, entry.subject, entry.group, id(entry.unit), entry.occasion, entry.phase, entry.year)
            for award in entry.awards:
                group = groups[award.id]
                if key not in group:
                    group[key] = Alike(entry, sure)
                group[key].numbers.append(number)
        return {award: list(found.values()) for award, found in groups.items()}

    @cached_property
    def all_units(self) -> list[Unit]:
        """The units of the list; without a list, those that nominees name."""
        units = [record.value for record in self.units or ()] + [entry.unit for entry in self.entries if entry.unit]
        return list({id(unit): unit for unit in units}.values())

    @cached_property
    def known_units(self) -> UnitNames:
        """The list of units by name, for what council and register name."""
        return UnitNames(self.units, doubted=self.units_doubted)

    def called(self, said: Called) -> Sequence[Entry]:
        """Return the entries that a line may speak of: those of its id, else those whose name may be its name."""
        return self.of_id(said.id) if said.id else self.of_name(said.name or "")

    def of_id(self, typed: str) -> Sequence[Entry]:
        """Return the entries that bear an id, without case: one, unless a list gives it twice."""
        return self._by_id.get(fold(typed), ())

    def bears_alone(self, entry: Entry) -> bool:
        """Tell whether an entry has an id that is no other's, so that a line with it means this entry."""
        own = entry.nomination.id
        return own is not None and len(self.of_id(own)) == 1

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all entries that have one, as they are typed."""
        return [entry.nomination.id for entry in self.entries if entry.nomination.id]

    @cached_property
    def names(self) -> list[str]:
        """The names of all entries, as they are typed."""
        return [entry.nomination.name for entry in self.entries]

    @cached_property
    def _by_id(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.nomination.id:
                found.setdefault(fold(entry.nomination.id), []).append(entry)
        return found

    def of_name(self, name: str) -> Sequence[Entry]:
        """Return the entries whose name may be this one: without case, accents, spacing and form of address."""
        return self._by_name.get(loose_key(name), ())

    @cached_property
    def _by_name(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(loose_key(entry.nomination.name), []).append(entry)
        return found

    @cached_property
    def nominees(self) -> Nominees:
        """The entries of one nominee, and the nominees who may be one."""
        return nominees(self.entries)

    @cached_property
    def past(self) -> RegisterIndex:
        """The register, indexed once; empty when the campaign has none."""
        return RegisterIndex(self.register or (), doubted=self.register_doubted)

    @cached_property
    def by_award(self) -> dict[str, list[Entry]]:
        """The entries of each award of the plan, by its id."""
        found: dict[str, list[Entry]] = {award.id: [] for award in self.plan.awards}
        for entry in self.entries:
            if entry.award:
                found[entry.award.id].append(entry)
        return found
