"""``thidua render``: the papers of a campaign as Word, HTML or PDF files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.output import say, tell
from thidua_cli.commands.working import without_collector
from thidua_cli.errors import ThiduaError
from thidua_cli.files import write
from thidua_cli.findings import Diagnostic, Severity
from thidua_cli.findings.diagnostic import count
from thidua_cli.findings.reporters.as_text import text_report
from thidua_cli.papers.contract import Asked, Paper
from thidua_cli.papers.registry import PAPERS

if TYPE_CHECKING:
    from thidua_cli.campaign.loaded import LoadedCampaign
    from thidua_cli.campaign.resolved import ResolvedCampaign

OUT = "out"
ALL = "all"


def run(paths: Sequence[Path], docs: Sequence[str], to: str, out: Path | None, asked: Asked, *, force: bool) -> int:
    """Render the wanted papers of each campaign; return 1 when a plan cannot be read.

    ``docs`` are names of papers; ``all`` means every paper for which the campaign has what it needs.
    """
    wanted = _papers(docs)
    if asked.templates and not asked.templates.is_dir():
        message = f"không có thư mục mẫu {asked.templates}"
        raise ThiduaError(message, "xem lại --templates")
    failed = 0
    for path in paths:
        campaign = _campaign(path, wanted, asked)
        if campaign is None:
            failed = 1
            continue
        folder = out or _folder(path) / OUT
        for paper in wanted:
            lacking = paper.lacking(campaign)
            if lacking and ALL in docs:
                continue
            if lacking and not asked.draft:
                message = f"chưa dựng được {paper.title}: chiến dịch {path} chưa có {lacking[0].title}"
                raise ThiduaError(message, lacking[0].remedy)
            _write(paper, campaign, asked, to, folder, force=force)
    return failed


def _papers(docs: Sequence[str]) -> list[Paper]:
    unknown = next((name for name in docs if name != ALL and name not in PAPERS), None)
    if unknown is not None:
        message = f"không có loại giấy tờ “{unknown}”"
        raise ThiduaError(message, f"dùng {ALL} hoặc một trong: {', '.join(PAPERS)}")
    return [paper for name, paper in PAPERS.items() if ALL in docs or name in docs]


def _folder(path: Path) -> Path:
    from thidua_cli.campaign.load_plan import plan_path

    return plan_path(path).parent


def _campaign(path: Path, papers: Iterable[Paper], asked: Asked) -> "ResolvedCampaign | None":
    """Return the campaign with what the papers need of it; None, and its faults told, when its plan cannot be read."""
    from thidua_cli.campaign.load_folder import load_campaign

    only_plan = not any(paper.needs for paper in papers)
    with without_collector():
        loaded = load_campaign(path, only_plan=only_plan)
        findings, campaign = _understood(loaded, asked)
    file = loaded.plan.document.file
    if campaign is None:
        tell(text_report(loaded.plan.faults, {file: loaded.plan.document.lines}))
        tell(f"{file}: chưa dựng được văn bản, hãy sửa các lỗi trên")
        return None
    errors = count(findings)[Severity.ERROR]
    if errors:
        tell(f"{file}: còn {errors} lỗi, xem bằng lệnh: thidua check {path}")
    if not asked.draft:
        _refuse_unread(loaded, path)
    return campaign


def _understood(loaded: "LoadedCampaign", asked: Asked) -> tuple[list[Diagnostic], "ResolvedCampaign | None"]:
    """Return the findings and the campaign; one without lists is its plan, and costs no more than that."""
    from thidua_cli.campaign.dated_plan import DatedPlan
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.checks.run import check_plan, examine

    if loaded.nominations or loaded.plan.plan is None:
        return examine(loaded, asked.day)
    dated = DatedPlan(loaded.plan.plan, asked.day)
    campaign = ResolvedCampaign(dated, (), loaded.units, loaded.council, loaded.register)
    return [*check_plan(loaded.plan, asked.day), *loaded.faults], campaign


def _refuse_unread(loaded: "LoadedCampaign", path: Path) -> None:
    """A paper made of lists that were read in part would leave people out without a word."""
    told = [fault.message for fault in loaded.faults if fault.severity is Severity.ERROR]
    told += [f"tệp {one.file} {one.reason}" for one in loaded.unread]
    if told:
        message = f"danh sách của {path} còn {len(told)} chỗ chưa đọc được, chỗ đầu: {told[0]}"
        hint = f"xem bằng lệnh thidua check {path} rồi sửa; muốn in bản nháp thì thêm --draft"
        raise ThiduaError(message, hint)


def _write(paper: Paper, campaign: "ResolvedCampaign", asked: Asked, to: str, folder: Path, *, force: bool) -> None:
    for document in paper.documents(campaign, asked):
        target = folder / f"{campaign.plan.id}-{document.stem}.{to}"
        written = write(target, _converted(paper.html(document, asked.templates), paper.template, to), overwrite=force)
        say(f"{target}" if written else f"{target} (đã có, không đổi)")


def _converted(html: str, template: str, to: str) -> bytes:
    from thidua_cli.page import to_docx, to_page

    if to == "html":
        return to_page(html, source=template).encode("utf-8")
    content = to_docx(html, source=template)
    if to == "docx":
        return content
    from thidua_cli.page.pdf import to_pdf

    return to_pdf(content)
