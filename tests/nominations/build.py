"""Campaigns for tests of single checks, from a few lines of data: entries come resolved, as they are typed here."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from tests.quota.build import plan_of
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.entry import Entry
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.finding import Finding
from thidua_cli.lists.record import Record
from thidua_cli.model.council import Council
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import YamlEntry

AWARDS = [
    {"id": "cstd", "form": "chien_si_thi_dua_co_so", "decided_by": "Giám đốc"},
    {"id": "cstd-tinh", "form": "chien_si_thi_dua_bo_tinh", "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh"},
    {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc"},
]
MEMBERS = [f"Ủy viên {number}" for number in range(1, 10)]


def campaign(
    nominations: Sequence[dict[str, Any]],
    council: dict[str, Any] | None = None,
    register: Sequence[dict[str, Any]] | None = None,
    today: date = date(2024, 12, 1),
    **plan: Any,
) -> CampaignContext:
    """Return a campaign of 2024; ``council`` is laid over a session of nine members, all there, on 2024-11-20."""
    base = plan_of(AWARDS)
    facts = base.campaign.model_copy(update={"occasions": [], "phases": [], **plan})
    base = base.model_copy(update={"id": "thi-dua-2024", "campaign": facts})
    awards = {award.id: award for award in base.awards}
    units: dict[str, Unit] = {}
    entries = []
    for index, typed in enumerate(nominations):
        nomination = Nomination.model_validate(typed)
        unit = nomination.unit and units.setdefault(nomination.unit, Unit.model_validate({"name": nomination.unit}))
        origin = YamlEntry(Document("nominations.yaml"), f"nominations[{index}]")
        award = awards.get(nomination.award or "cstd")
        entries.append(
            Entry(
                nomination, origin, award, nomination.subject or "individual", unit=unit or None, year=nomination.year
            )
        )
    session = {"format": "council/1", "name": "Hội đồng Thi đua - Khen thưởng Sở A", "held": "2024-11-20"}
    return CampaignContext(
        DatedPlan(base, today),
        entries,
        council=None
        if council is None
        else Record(
            Council.model_validate({**session, "members": MEMBERS, **council}), YamlEntry(Document("council.yaml"), "")
        ),
        register=None
        if register is None
        else [
            Record(RegisterEntry.model_validate(line), YamlEntry(Document("register.yaml"), f"lines[{index}]"))
            for index, line in enumerate(register)
        ],
    )


def told(checks: Sequence[Callable[[CampaignContext], Iterator[Finding]]], context: CampaignContext) -> list[str]:
    """Return the findings as ``code: message``."""
    return [f"{found.code}: {found.message}" for check in checks for found in check(context)]
