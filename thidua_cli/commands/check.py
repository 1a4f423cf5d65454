"""``thidua check``: hold plans and nominations against the quotas, the law and themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from thidua_cli.campaign.files_of import PLAN_FILE, YAML, is_of_campaign, nomination_files
from thidua_cli.commands.each_path import each
from thidua_cli.commands.output import progress_bar, say
from thidua_cli.commands.process import without_collector
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.diagnostic import Severity, count, unreadable
from thidua_cli.findings.outcome import CampaignOutcome, Results, Unread
from thidua_cli.findings.reporters import reporter
from thidua_cli.vietnamese.text import FEW, a_few

_OLD_PLAN = "kế hoạch cũ thì soạn lại: thidua new-plan --from"


@dataclass
class Wanted:
    """A campaign to check: its plan, further lists given with it, and the one file of it that was asked about.

    ``refused`` is why a path is no campaign at all.
    """

    plan: Path
    lists: list[Path] = field(default_factory=list)
    only: Path | None = None
    refused: ThiduaError | None = None


@dataclass(frozen=True)
class Shown:
    """What is printed of a check: in which format, of all units or of one, and what more is asked for."""

    report: str
    unit: str | None = None
    explain_quotas: bool = False
    lists: bool = False


def run(
    paths: list[Path],
    today: date,
    register: Path | None,
    shown: Shown,
    *,
    strict: bool,
) -> int:
    """Check the campaigns at ``paths``, print what is asked for of them, return the exit code."""
    checked = each(wanted_campaigns(paths), lambda wanted: _check(wanted, register, today, shown.unit))
    outcomes = [_outcome(wanted, result) for wanted, result in checked]
    results = Results(today, outcomes, explain_quotas=shown.explain_quotas, show_lists=shown.lists)
    say(reporter(shown.report).report(results))
    counts = count(results.findings)
    failed = counts[Severity.ERROR] or (strict and (counts[Severity.WARNING] or _undecided(outcomes)))
    return 1 if failed else 0


def _undecided(outcomes: Sequence[CampaignOutcome]) -> bool:
    """Tell whether there is a quota that what is known does not decide."""
    from thidua_cli.quota.result import Verdict

    return any(quota.verdict == Verdict.UNDECIDED for one in outcomes for quota in one.quotas)


def wanted_campaigns(paths: Sequence[Path]) -> list[Wanted]:
    """Return the campaigns that the arguments mean.

    A list of nominations belongs to the campaign named before it, else to the folder it stands in, and then only
    its own findings are wanted.
    """
    from thidua_cli.reading.bytes import no_file
    from thidua_cli.reading.tables.open_table import WORD_TABLES

    found: list[Wanted] = []
    for path in paths:
        if not _is_list(path):
            found.append(Wanted(path, refused=_refused_kind(path)))
        elif home := next((parent for parent in path.absolute().parents if (parent / PLAN_FILE).is_file()), None):
            here = Path.cwd()
            plan = home.relative_to(here) if home.is_relative_to(here) else home
            found.append(Wanted(plan, only=path, refused=None if path.exists() else no_file(path)))
        elif named := [wanted for wanted in found if not wanted.refused]:
            named[-1].lists.append(path)
        else:
            message = f"chưa biết danh sách {path} thuộc phong trào nào"
            hint = f"ghi thư mục phong trào trước: thidua check THƯ_MỤC {path}"
            refused = ThiduaError(message, f"{hint}; {_OLD_PLAN}" if path.suffix.lower() in WORD_TABLES else hint)
            found.append(Wanted(path, refused=refused))
    return found


def _refused_kind(path: Path) -> ThiduaError | None:
    """Return why a file is not checked whose suffix tells that it is neither a plan nor a list that can be read."""
    from thidua_cli.reading.refusals import no_list

    kind = no_list(path.suffix.lower()) if path.is_file() else None
    if kind is None:
        return None
    message = f"{path} là {kind[0]}, không kiểm tra được"
    return ThiduaError(message, f"danh sách đề nghị thì {kind[1]}; {_OLD_PLAN}")


def _is_list(path: Path) -> bool:
    from thidua_cli.reading.tables.open_table import LISTS

    if path.is_dir():  # a campaign may be named after a file
        return False
    if path.suffix.lower() in LISTS:
        return True
    if path.suffix.lower() not in YAML or path.name == PLAN_FILE or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return b"format: nominations/" in stream.read(4096)
    except OSError:  # whoever reads it will tell
        return False


def _check(wanted: Wanted, register: Path | None, today: date, unit: str | None) -> CampaignOutcome:
    from thidua_cli.campaign.load_folder import load_campaign
    from thidua_cli.checks.run import examine
    from thidua_cli.commands.check_outcome import outcome

    if wanted.refused:
        raise wanted.refused
    folder = wanted.plan if wanted.plan.is_dir() else wanted.plan.parent
    lists = list(wanted.lists)
    if wanted.only and not is_of_campaign(wanted.only, folder):
        lists.append(wanted.only)
    tell = progress_bar([*nomination_files(folder), *lists])
    with without_collector():
        try:
            loaded = load_campaign(wanted.plan, lists, register=register, track=tell)
        except ThiduaError as error:
            if not wanted.lists:
                raise
            named = a_few(map(str, wanted.lists), FEW, "tệp khác")
            raise ThiduaError(f"{error.message}; chưa đọc danh sách {named}", error.hint) from error
        findings, context = examine(loaded, today, track=tell)
        return outcome(loaded, findings, context, wanted.only, unit)


def _outcome(wanted: Wanted, result: CampaignOutcome | ThiduaError) -> CampaignOutcome:
    """Return what is reported of a campaign; one that could not be read is a finding at its path."""
    if isinstance(result, CampaignOutcome):
        return result
    path = wanted.only or wanted.plan
    return CampaignOutcome([unreadable(path, result)], files=0, unread=[Unread(str(path), result.message)])
