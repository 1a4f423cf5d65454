"""``thidua render``: the papers of a campaign as Word, HTML, PDF or Excel files."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.campaign.files_of import OUT
from thidua_cli.commands.each_path import each
from thidua_cli.commands.output import say, tell, tell_error
from thidua_cli.commands.process import without_collector
from thidua_cli.errors import ThiduaError
from thidua_cli.files import write
from thidua_cli.findings.diagnostic import Diagnostic, Severity, count
from thidua_cli.findings.reporters.as_text import text_report
from thidua_cli.papers.contract import Asked, LacksError
from thidua_cli.papers.registry import PAPERS, Paper
from thidua_cli.vietnamese.text import a_few

if TYPE_CHECKING:
    from thidua_cli.campaign.loaded import LoadedCampaign
    from thidua_cli.campaign.resolved import ResolvedCampaign

ALL = "all"
_SHOWN = 5


def run(paths: Sequence[Path], docs: Sequence[str], to: str, out: Path | None, asked: Asked, *, force: bool) -> int:
    """Render the wanted papers of each campaign; return 1 when one of several could not be.

    ``docs`` are names of papers; ``all`` means every paper for which the campaign has what it needs.
    """
    wanted = _papers(docs)
    if asked.templates and not asked.templates.is_dir():
        message = f"không có thư mục mẫu {asked.templates}"
        raise ThiduaError(message, "xem lại --templates")
    taken: dict[str, Path] = {}

    def rendered(path: Path) -> bool:
        loaded, campaign = _campaign(path, wanted, asked)
        if campaign is None:
            return False
        plan = Path(loaded.plan.document.file)
        for paper in wanted:
            if not _can_be_made(paper, loaded, campaign, path, asked, skip=ALL in docs):
                continue
            for name, content in _files(paper, campaign, asked, to, plan.parent, skip=ALL in docs):
                target = (out or plan.parent / OUT) / name
                _refuse_taken(target, plan, taken)
                written = write(target, content, overwrite=force)
                say(f"{target}" if written else f"{target} (đã có, không đổi)")
        return True

    done = each(paths, rendered)
    for path, result in done:
        if isinstance(result, ThiduaError):
            tell_error(ThiduaError(f"{path}: {result.message}", result.hint))
    return 0 if all(result is True for _, result in done) else 1


def _can_be_made(
    paper: Paper, loaded: "LoadedCampaign", campaign: "ResolvedCampaign", path: Path, asked: Asked, *, skip: bool
) -> bool:
    """Tell whether the campaign has what a paper needs; raise `ThiduaError` unless it is to be skipped or a draft."""
    lacking = paper.lacking(campaign)
    if not paper.of_plan:
        _refuse_unread(loaded, path, draft=asked.draft)
    if lacking and not skip and not asked.draft:
        raise LacksError(paper.title, lacking)
    return not (lacking and skip)


def _refuse_taken(target: Path, plan: Path, taken: dict[str, Path]) -> None:
    """Refuse a file that this run has written for another plan: two campaigns of one id, one folder."""
    first = taken.setdefault(os.path.realpath(target), plan)
    if os.path.realpath(first) != os.path.realpath(plan):
        message = f"tệp {target} vừa được ghi cho {first}: hai phong trào cùng id nên trùng tên tệp"
        raise ThiduaError(message, f"đổi id trong {plan}, hoặc in mỗi phong trào vào một thư mục")


def _papers(docs: Sequence[str]) -> list[Paper]:
    unknown = next((name for name in docs if name != ALL and name not in PAPERS), None)
    if unknown is not None:
        message = f"không có loại giấy tờ “{unknown}”"
        raise ThiduaError(message, f"dùng {ALL} hoặc một trong: {', '.join(PAPERS)}")
    return [paper for name, paper in PAPERS.items() if name in docs or (ALL in docs and not paper.aside)]


def _campaign(path: Path, papers: Iterable[Paper], asked: Asked) -> "tuple[LoadedCampaign, ResolvedCampaign | None]":
    """Return the campaign as read and as understood; None, and its faults told, when its plan cannot be read."""
    from thidua_cli.campaign.faults_of_files import SKIPPED
    from thidua_cli.campaign.load_folder import load_campaign

    with without_collector():
        loaded = load_campaign(path, only_plan=all(paper.of_plan for paper in papers))
        findings, campaign = _understood(loaded, asked)
    file = loaded.plan.document.file
    if campaign is None:
        tell(text_report(loaded.plan.faults, {file: loaded.plan.document.lines}))
        tell(f"{file}: chưa dựng được văn bản, hãy sửa các lỗi trên")
        return loaded, None
    if skipped := [fault for fault in loaded.faults if fault.code in SKIPPED]:
        tell(text_report(skipped, loaded.lines))
    if errors := count(findings)[Severity.ERROR]:
        tell(f"{path}: còn {errors} lỗi, xem bằng lệnh: thidua check {path}")
    return loaded, campaign


def _understood(loaded: "LoadedCampaign", asked: Asked) -> tuple[list[Diagnostic], "ResolvedCampaign | None"]:
    """Return the findings and the campaign; one without lists is its plan, and costs no more than that."""
    from thidua_cli.campaign.dated_plan import DatedPlan
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.campaign.sitting import understood
    from thidua_cli.checks.run import check_plan, examine

    if loaded.nominations or loaded.plan.plan is None:
        return examine(loaded, asked.day)
    dated = DatedPlan(loaded.plan.plan, asked.day)
    sessions, _ = understood(loaded.sessions, dated)
    unread = loaded.sessions_unread
    campaign = ResolvedCampaign(
        dated, (), loaded.units, sessions, loaded.register, sessions_unread=unread, facts=loaded.facts
    )
    return [*check_plan(loaded.plan, asked.day), *loaded.faults], campaign


def _refuse_unread(loaded: "LoadedCampaign", path: Path, *, draft: bool) -> None:
    """A paper made of lists that were read in part would leave people out without a word; a draft is told of it."""
    told = [f"{fault.file}: {fault.message}" for fault in loaded.faults if fault.severity is Severity.ERROR]
    told += [f"tệp {one.file} {one.reason}" for one in loaded.unread]
    if loaded.sessions:
        doubted = [*(one.doubts for one in loaded.sessions), *loaded.sessions_unread]
        what = "chưa đọc hết thành viên hoặc kết quả phiếu của Hội đồng"
        told += [f"{doubts.file}: {what}" for doubts in doubted if doubts.members or doubts.votes]
    if told and draft:
        tell(f"bản nháp thiếu {len(told)} chỗ chưa đọc được: {a_few(told, _SHOWN, 'chỗ khác', '; ')}")
    elif told:
        message = f"danh sách của {path} còn {len(told)} chỗ chưa đọc được, chỗ đầu: {told[0]}"
        hint = f"xem bằng lệnh thidua check {path} rồi sửa; muốn in bản nháp thì thêm --draft"
        raise ThiduaError(message, hint)


def _files(
    paper: Paper, campaign: "ResolvedCampaign", asked: Asked, to: str, folder: Path, *, skip: bool
) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file of a paper; with ``skip``, one that has no such form is only told of."""
    from thidua_cli.page.writers import NoSuchForm, writer

    pictures = [place for place in (folder, asked.templates) if place]
    for document in paper.documents(campaign, asked):
        html = paper.html(document, asked.templates)
        try:
            content = writer(to).written(html, source=paper.template, folders=[*pictures, *document.folders])
        except NoSuchForm as error:
            if not skip:
                raise
            tell(f"{paper.title}: {error.message}")
            continue
        yield f"{campaign.plan.id}-{document.stem}.{to}", content
