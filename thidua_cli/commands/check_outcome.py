"""From a campaign that was checked to the plain rows that reporters print: all of it, or one list, or one unit."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.loaded import LoadedCampaign
from thidua_cli.campaign.unit_names import unit_named
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import RecordKey
from thidua_cli.findings.diagnostic import UNREADABLE, Diagnostic
from thidua_cli.findings.outcome import CampaignOutcome, NominationRow
from thidua_cli.model.awards import award_name
from thidua_cli.quota.overview import quota_row


def outcome(
    loaded: LoadedCampaign,
    findings: Sequence[Diagnostic],
    context: CampaignContext | None,
    only: Path | None,
    unit: str | None,
) -> CampaignOutcome:
    """Return what is reported: all, or what is of the file ``only``, of the unit with this name or alias."""
    entries = context.entries if context else [Entry(one.value, one.origin) for one in loaded.nominations]
    quotas = context.judged.results if context else []
    units = _units_of_records(loaded, entries, findings)
    unread, lists = loaded.unread, loaded.lists
    if only:
        asked = only.resolve()
        is_asked = cache(lambda file: Path(file).resolve() == asked)
        findings = [finding for finding in findings if is_asked(finding.file)]
        _refuse_unreadable(findings)
        unread = [file for file in unread if is_asked(file.file)]
        lists = [one for one in lists if is_asked(one.file)]
        entries = [entry for entry in entries if is_asked(entry.origin.file)]
    groups = {one: units.get(one.about.record, "") if one.about.record else one.about.unit for one in findings}
    if unit is not None and context:
        name = unit_named(unit, context.all_units)
        findings = [finding for finding in findings if name in _concerned(finding, units)]
        groups = dict.fromkeys(findings, name)
        entries = [entry for entry in entries if entry.unit and entry.unit.name == name]
        quotas = [quota for quota in quotas if quota.unit == name]
    campaign = str(Path(loaded.plan.document.file).parent)
    return CampaignOutcome(
        findings,
        groups,
        {loaded.plan.document.file: loaded.plan.document.lines, **loaded.lines},
        plan=context.plan.id if context else "",
        files=loaded.files,
        nominated=len(context.entries if context else loaded.nominations),
        nominations=(nomination_row(entry, campaign) for entry in entries),
        quotas=[quota_row(quota, context.plan, campaign) for quota in quotas] if context else [],
        uncounted=_uncounted(context) if context and unit is None else {},
        unread=unread,
        lists=lists,
    )


def _refuse_unreadable(findings: Sequence[Diagnostic]) -> None:
    """Raise `ThiduaError` when the one file that was asked about could not be read: there is nothing to report."""
    for fault in findings:
        if fault.code == UNREADABLE:
            raise ThiduaError(fault.message, fault.hint)


def _uncounted(context: CampaignContext) -> dict[str, int]:
    """Return how many nominees no quota of their award counts, by the name of the award."""
    return dict(Counter(award_name(entry.award) for entry in context.judged.outside if entry.award))


def _units_of_records(
    loaded: LoadedCampaign, entries: Sequence[Entry], findings: Sequence[Diagnostic]
) -> dict[RecordKey, str]:
    """Return the name of the unit that each record speaks of: a nomination, or a line of the list of units."""
    if not any(finding.records for finding in findings):
        return {}
    named = {record.origin.key: record.value.name for record in loaded.units or ()}
    return named | {entry.origin.key: entry.unit.name for entry in entries if entry.unit}


def _concerned(finding: Diagnostic, units: dict[RecordKey, str]) -> set[str]:
    """Return the units that a finding speaks of: that at fault, and those of the other records that it names."""
    return {finding.about.unit, *finding.about.units, *(units[record] for record in finding.records if record in units)}


def nomination_row(entry: Entry, campaign: str) -> NominationRow:
    """Return a nomination as it was understood; ``campaign`` is the folder that it belongs to."""
    said, spot = entry.nomination, entry.origin.spot("name")
    return NominationRow(
        campaign=campaign,
        name=said.name,
        subject=entry.subject,
        unit=entry.unit_name or None,
        award=entry.award.id if entry.award else None,
        position=said.position,
        group=entry.group,
        gender=said.gender,
        born=said.born.typed if said.born else None,
        received=said.received.typed if said.received else None,
        year=entry.year,
        occasion=entry.occasion,
        phase=entry.phase,
        file=spot.file,
        sheet=spot.sheet,
        cell=spot.cell,
        line=spot.line,
    )
