"""``thidua check``: hold plans and nominations against the quotas, the law and themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from thidua_cli.commands.output import print_table, progress_bar, say
from thidua_cli.commands.today import own_day
from thidua_cli.commands.working import without_collector
from thidua_cli.errors import ThiduaError
from thidua_cli.findings import Diagnostic, Severity
from thidua_cli.findings.reporters.as_json import json_report
from thidua_cli.findings.reporters.as_text import count, grouped_report, summary

if TYPE_CHECKING:
    from thidua_cli.campaign.loaded import LoadedCampaign
    from thidua_cli.checks.nominations.context import CampaignContext

_YAML = (".yaml", ".yml")


@dataclass
class Wanted:
    """A campaign to check: its plan, further lists given with it, and the one file of it that was asked about."""

    plan: Path
    lists: list[Path] = field(default_factory=list)
    only: Path | None = None


@dataclass(frozen=True)
class Checked:
    """What came out of one campaign; ``unit`` is the one unit that was asked about."""

    loaded: "LoadedCampaign"
    context: "CampaignContext | None"
    findings: list[Diagnostic]
    unit: str | None = None


def run(
    paths: list[Path],
    on: date | None,
    report: str,
    unit: str | None,
    register: Path | None,
    *,
    strict: bool,
    explain_quotas: bool,
) -> int:
    """Check the campaigns at ``paths``, print all findings, return the exit code."""
    today = on or own_day()
    checked = [_check(wanted, register, today, unit) for wanted in wanted_campaigns(paths)]
    findings = [finding for one in checked for finding in one.findings]
    if report == "json":
        say(json_report(sorted(findings, key=lambda finding: finding.order)))
    else:
        for one in checked:
            _print(one, explain_quotas=explain_quotas)
        files = sum(one.loaded.files for one in checked)
        say(summary(findings, files, sum(len(one.loaded.nominations) for one in checked)))
    counts = count(findings)
    return 1 if counts[Severity.ERROR] or (strict and counts[Severity.WARNING]) else 0


def wanted_campaigns(paths: Sequence[Path]) -> list[Wanted]:
    """Return the campaigns that the arguments mean.

    A list of nominations belongs to the campaign named before it, else to the folder it stands in, and then only
    its own findings are wanted.
    """
    found: list[Wanted] = []
    for path in paths:
        if not _is_list(path):
            found.append(Wanted(path))
        elif home := next((parent for parent in path.absolute().parents if (parent / "plan.yaml").is_file()), None):
            found.append(Wanted(Path(_short(home)), only=path))
        elif found:
            found[-1].lists.append(path)
        else:
            message = f"chưa biết danh sách {path} thuộc chiến dịch nào"
            raise ThiduaError(message, f"ghi thư mục chiến dịch trước: thidua check THƯ_MỤC {path}")
    return found


def _is_list(path: Path) -> bool:
    from thidua_cli.reading.tables.open_table import SUFFIXES

    if path.suffix.lower() in SUFFIXES:
        return True
    if path.suffix.lower() not in _YAML or path.name == "plan.yaml" or not path.is_file():
        return False
    with path.open("rb") as stream:
        return b"format: nominations/" in stream.read(4096)


def _short(path: Path) -> str:
    """Return the path as the user would write it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _check(wanted: Wanted, register: Path | None, today: date, unit: str | None) -> Checked:
    from thidua_cli.campaign.load_folder import load_campaign
    from thidua_cli.checks.run import examine

    tell = progress_bar(wanted.plan, *wanted.lists)
    with without_collector():
        loaded = load_campaign(wanted.plan, wanted.lists, register=register, track=tell)
        findings, context = examine(loaded, today, track=tell)
    if wanted.only:
        asked = wanted.only.resolve()
        findings = [finding for finding in findings if Path(finding.file).resolve() == asked]
    if unit is None:
        return Checked(loaded, context, findings)
    name = _unit_named(unit, context)
    by_subject = _units_by_subject(context)
    return Checked(loaded, context, [one for one in findings if by_subject.get(one.subject) == name], name)


def _unit_named(unit: str, context: "CampaignContext | None") -> str:
    """Return the name of the unit that nominates under this name or alias; any other name is refused."""
    from thidua_cli.vietnamese.text import fold, nearest

    units = [entry.unit for entry in context.entries if entry.unit] if context else []
    known = {fold(name): one.name for one in units for name in (*one.aliases, one.name)}
    if fold(unit) not in known:
        near = nearest(unit, known.values())
        message = f"không có đơn vị “{unit}” trong danh sách đề nghị"
        raise ThiduaError(message, f"có phải “{near}”?" if near else "xem lại tên đơn vị")
    return known[fold(unit)]


def _units_by_subject(context: "CampaignContext | None") -> dict[str, str]:
    """Return the unit that each subject of a finding belongs to: a nominee's, or the unit itself."""
    if context is None:
        return {}
    units = {entry.unit.name: entry.unit.name for entry in context.entries if entry.unit}
    return {**units, **{entry.who: entry.unit.name for entry in context.entries if entry.unit}}


def _print(checked: Checked, *, explain_quotas: bool) -> None:
    loaded = checked.loaded
    lines = {loaded.plan.document.file: loaded.plan.document.lines, **loaded.lines}
    by_subject = _units_by_subject(checked.context)
    text = grouped_report(
        checked.findings, lines, typer.style, group_of=lambda finding: by_subject.get(finding.subject, "")
    )
    if text:
        say(text)
    if checked.context and checked.context.entries:
        for line in _quotas(checked.context, checked.unit, explain_quotas=explain_quotas):
            say(line)


def _quotas(context: "CampaignContext", unit: str | None, *, explain_quotas: bool) -> Iterator[str]:
    from thidua_cli.quota.overview import COLUMNS, explained, quota_table

    plan = context.plan
    results = [result for result in context.quota_results if unit is None or unit in result.bucket]
    if results and explain_quotas:
        yield typer.style(f"Cách tính chỉ tiêu của {plan.id}", bold=True)
        yield from explained(results, plan)
    elif results:
        print_table(f"Chỉ tiêu của {plan.id}", COLUMNS, quota_table(results, plan))
