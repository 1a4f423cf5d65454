"""What the checks on nominations share: the plan, the resolved entries, units, council and register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from thidua_cli.checks.context import PlanContext
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.council import Council
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.records import Record
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit
from thidua_cli.source.origin import Origin
from thidua_cli.text import fold

if TYPE_CHECKING:
    from thidua_cli.checks.nominations.history import RegisterIndex
    from thidua_cli.checks.quota.result import QuotaResult


@dataclass(slots=True, eq=False)
class Entry:
    """A nomination with what its words mean in this campaign; None where that is not said or not known.

    ``subject`` is a subject of the plan (``individual`` …), ``occasion`` and ``phase`` are ids of the plan. What
    was typed and not understood has a finding of its own and stays None here: it is never replaced by a guess.
    """

    nomination: Nomination
    origin: Origin
    award: PlanAward | None = None
    subject: str | None = None
    group: str | None = None
    unit: Unit | None = None
    occasion: str | None = None
    phase: str | None = None
    year: int | None = None

    @property
    def who(self) -> str:
        """The nominee as messages name it: ``Nguyễn Văn A (Phòng Tổng hợp)``."""
        unit = self.unit.name if self.unit else self.nomination.unit
        return f"{self.nomination.name} ({unit})" if unit else self.nomination.name


@dataclass(frozen=True)
class CampaignContext:
    """One campaign under check."""

    plan: PlanContext
    entries: Sequence[Entry]
    units: Sequence[Record[Unit]] | None = None
    council: Record[Council] | None = None
    register: Sequence[Record[RegisterEntry]] | None = None

    @cached_property
    def quota_results(self) -> "tuple[QuotaResult, ...]":
        """What the quota engine finds, computed once."""
        from thidua_cli.checks.quota.engine import judge

        return tuple(judge(self))

    @cached_property
    def closing(self) -> date:
        """The day on which what has no date counts as done: today, or the last day of a campaign that is over."""
        return min(self.plan.today, self.plan.end or self.plan.today)

    @cached_property
    def reviews(self) -> dict[str | None, date]:
        """The day of each review that is held once, as far as it is known."""
        once = [occasion for occasion in self.plan.plan.campaign.occasions if not occasion.every]
        days = {occasion.id: occasion.dossiers_by or occasion.date for occasion in once}
        return {key: day.last for key, day in days.items() if day}

    @cached_property
    def alike(self) -> dict[str, list[list[int]]]:
        """The numbers of the entries of each award, those together that no quota can tell apart."""
        groups: dict[str, dict[tuple[object, ...], list[int]]] = {award.id: {} for award in self.plan.plan.awards}
        for number, entry in enumerate(self.entries):
            if entry.award:
                key = (entry.subject, entry.group, id(entry.unit), entry.occasion, entry.phase, entry.year)
                groups[entry.award.id].setdefault(key, []).append(number)
        return {award: list(found.values()) for award, found in groups.items()}

    @cached_property
    def by_name(self) -> dict[str, list[Entry]]:
        """The entries of each name, without case, accents and spacing."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(fold(entry.nomination.name), []).append(entry)
        return found

    @cached_property
    def past(self) -> "RegisterIndex":
        """The register, indexed once; empty when the campaign has none."""
        from thidua_cli.checks.nominations.history import RegisterIndex

        return RegisterIndex(self.register or ())

    @cached_property
    def by_award(self) -> dict[str, list[Entry]]:
        """The entries of each award of the plan, by its id."""
        found: dict[str, list[Entry]] = {award.id: [] for award in self.plan.plan.awards}
        for entry in self.entries:
            if entry.award:
                found[entry.award.id].append(entry)
        return found
