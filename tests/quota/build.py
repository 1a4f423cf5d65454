"""Campaigns for tests of the quota engine, from a few lines of data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.conftest import ROOT
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.entry import Entry
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.lists.record import Record
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.plan import Plan
from thidua_cli.model.unit import Unit
from thidua_cli.reading.document import Data, Document
from thidua_cli.reading.origin import YamlEntry
from thidua_cli.reading.yaml import read_yaml

_CAMPAIGN = {
    "mode": "drive",
    "launched_by": "unit",
    "start": "2026-01-01",
    "end": "2026-12-31",
    "phases": [
        {"id": "dot-1", "name": "Đợt 1", "start": "2026-01-01", "end": "2026-06-30"},
        {"id": "dot-2", "name": "Đợt 2", "start": "2026-07-01", "end": "2026-12-31"},
    ],
    "occasions": [
        {"id": "so-ket", "name": "sơ kết", "kind": "interim", "date": "2026-07"},
        {"id": "tong-ket", "name": "tổng kết", "kind": "final", "date": "2026-12-31"},
    ],
}
DEFAULT_AWARD = {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc"}


def plan_of(awards: Sequence[dict[str, Any]]) -> Plan:
    """Return a plan with these awards; each is laid over a simple one."""
    data = read_yaml(ROOT / "plans" / "mttq-2024" / "plan.yaml").data
    assert isinstance(data, dict)
    typed = [{**DEFAULT_AWARD, **award} for award in awards]
    return Plan.model_validate({**data, "campaign": _CAMPAIGN, "awards": typed, "body": [{"heading": "Nội dung"}]})


def campaign_of(
    awards: Sequence[dict[str, Any]],
    groups: Sequence[dict[str, Any]],
    units: Sequence[dict[str, Any]] | None = None,
) -> CampaignContext:
    """Return a campaign: each of ``groups`` is ``{count, subject, unit, group, occasion, phase, year, award}``.

    ``nomination`` in a group gives further fields of its nominations.
    """
    plan = plan_of(awards)
    document = Document("nominations.yaml")
    listed = [Unit.model_validate(unit) for unit in units or []]
    by_name = {unit.name: unit for unit in listed}
    entries: list[Entry] = []
    for group in groups:
        for _ in range(int(group["count"])):
            number = len(entries) + 1
            own = {"name": f"Người thứ {number}", "unit": group.get("unit"), **group.get("nomination", {})}
            nomination = Nomination.model_validate(own)
            unit = group.get("unit")
            if unit and unit not in by_name:
                by_name[unit] = Unit.model_validate({"name": unit})
            entries.append(
                Entry(
                    nomination,
                    YamlEntry(document, f"nominations[{number - 1}]"),
                    award=next(award for award in plan.awards if award.id == group.get("award", plan.awards[0].id)),
                    subject=group.get("subject", "individual"),
                    group=group.get("group"),
                    unit=by_name[unit] if unit else None,
                    occasion=group.get("occasion"),
                    phase=group.get("phase"),
                    year=int(group["year"]) if "year" in group else None,
                )
            )
    records = None if units is None else [Record(unit, YamlEntry(document, "units")) for unit in listed]
    return CampaignContext(DatedPlan(plan, date(2026, 9, 1)), entries, records)


def as_mappings(value: Data) -> list[dict[str, Any]]:
    """Return data that was read as a list of mappings."""
    assert isinstance(value, list)
    return [entry for entry in value if isinstance(entry, dict)]
