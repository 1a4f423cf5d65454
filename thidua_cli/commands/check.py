"""``thidua check``: hold plans and nominations against the quotas, the law and themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from thidua_cli.campaign.files_of import PLAN_FILE, WORD, YAML
from thidua_cli.commands.output import progress_bar, say
from thidua_cli.commands.process import without_collector
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.diagnostic import Severity, count
from thidua_cli.findings.outcome import CampaignOutcome, Results
from thidua_cli.findings.reporters import reporter


@dataclass
class Wanted:
    """A campaign to check: its plan, further lists given with it, and the one file of it that was asked about."""

    plan: Path
    lists: list[Path] = field(default_factory=list)
    only: Path | None = None


def run(
    paths: list[Path],
    today: date,
    report: str,
    unit: str | None,
    register: Path | None,
    *,
    strict: bool,
    explain_quotas: bool,
) -> int:
    """Check the campaigns at ``paths``, print all findings in the format ``report``, return the exit code."""
    checked = [_check(wanted, register, today, unit) for wanted in wanted_campaigns(paths)]
    results = Results(today, checked, explain_quotas)
    say(reporter(report).report(results))
    counts = count(results.findings)
    return 1 if counts[Severity.ERROR] or (strict and counts[Severity.WARNING]) else 0


def wanted_campaigns(paths: Sequence[Path]) -> list[Wanted]:
    """Return the campaigns that the arguments mean.

    A list of nominations belongs to the campaign named before it, else to the folder it stands in, and then only
    its own findings are wanted.
    """
    found: list[Wanted] = []
    for path in paths:
        _refuse_word(path)
        if not _is_list(path):
            found.append(Wanted(path))
        elif home := next((parent for parent in path.absolute().parents if (parent / PLAN_FILE).is_file()), None):
            here = Path.cwd()
            found.append(Wanted(home.relative_to(here) if home.is_relative_to(here) else home, only=path))
        elif found:
            found[-1].lists.append(path)
        else:
            message = f"chưa biết danh sách {path} thuộc chiến dịch nào"
            raise ThiduaError(message, f"ghi thư mục chiến dịch trước: thidua check THƯ_MỤC {path}")
    return found


def _refuse_word(path: Path) -> None:
    """Refuse a Word file, of which nobody can tell whether it is meant as a plan or as a list."""
    if path.suffix.lower() in WORD and path.is_file():
        message = f"{path} là văn bản Word, không kiểm tra được"
        hint = "danh sách đề nghị thì chép bảng sang Excel (.xlsx); kế hoạch cũ thì soạn lại: thidua new-plan --from"
        raise ThiduaError(message, hint)


def _is_list(path: Path) -> bool:
    from thidua_cli.reading.tables.open_table import SUFFIXES

    if path.suffix.lower() in SUFFIXES:
        return True
    if path.suffix.lower() not in YAML or path.name == PLAN_FILE or not path.is_file():
        return False
    with path.open("rb") as stream:
        return b"format: nominations/" in stream.read(4096)


def _check(wanted: Wanted, register: Path | None, today: date, unit: str | None) -> CampaignOutcome:
    from thidua_cli.campaign.load_folder import load_campaign
    from thidua_cli.checks.run import examine
    from thidua_cli.commands.check_outcome import outcome

    tell = progress_bar(wanted.plan, *wanted.lists)
    with without_collector():
        loaded = load_campaign(wanted.plan, wanted.lists, register=register, track=tell)
        findings, context = examine(loaded, today, track=tell)
        return outcome(loaded, findings, context, wanted.only, unit)
