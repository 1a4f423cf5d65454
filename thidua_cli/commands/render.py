"""``thidua render``: the papers of a campaign as Word, HTML, PDF or Excel files."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.campaign.files_of import OUT
from thidua_cli.commands.made_papers import Made, Outcome, exit_code, not_made, tell_made
from thidua_cli.commands.output import progress_of, tell
from thidua_cli.commands.process import without_collector
from thidua_cli.commands.word_template import WordTemplate, refuse_unfit
from thidua_cli.errors import ThiduaError
from thidua_cli.files import settle, write
from thidua_cli.findings.diagnostic import Diagnostic, Severity, count
from thidua_cli.findings.reporters.as_text import text_report
from thidua_cli.page.writers import writer
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS, Paper
from thidua_cli.vietnamese.text import a_few

if TYPE_CHECKING:
    from thidua_cli.campaign.loaded import LoadedCampaign
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.papers.contract import Document

ALL = "all"
_SHOWN = 5


@dataclass(frozen=True)
class Order:
    """What is asked of every campaign: which papers, in which form, where to; ``taken`` are the files of this run.

    With ``every`` paper those that lack something are no fault; ``told``: a table says of each what it lacks.
    """

    papers: Sequence[Paper]
    every: bool
    told: bool
    to: str
    out: Path | None
    asked: Asked
    force: bool
    taken: dict[str, Path] = field(default_factory=dict)
    template: WordTemplate | None = None


def run(paths: Sequence[Path], docs: Sequence[str], to: str, out: Path | None, asked: Asked, *, force: bool) -> int:
    """Render the wanted papers of each campaign and tell what became of each; return the exit code.

    ``docs`` are names of papers; none, or ``all``, means every paper for which the campaign has what it needs: none
    leaves out the forms, ``all`` has them too and tells of each paper what it lacks. A paper that cannot be made stops
    no other.
    """
    every = not docs or ALL in docs
    template = WordTemplate(asked.word_template) if asked.word_template else None
    order = Order(_papers(docs), every, ALL in docs, to, out, asked, force, template=template)
    if asked.templates and not asked.templates.is_dir():
        message = f"không có thư mục mẫu {asked.templates}"
        raise ThiduaError(message, "xem lại --templates")
    if asked.word_template:
        refuse_unfit(docs, to)
    all_made: list[Made] = []
    for path in paths:
        made = _of_campaign(path, order)
        tell_made(path, made, every=order.every, table=order.told, several=len(paths) > 1)
        all_made += made
    return exit_code(all_made, every=order.every)


def _of_campaign(path: Path, order: Order) -> list[Made]:
    """Make the papers of one campaign; return what became of each, in the order of papers."""
    try:
        loaded, campaign, findings = _campaign(path, order.papers, order.asked)
    except ThiduaError as error:
        return [not_made("", error)]
    if campaign is None:
        return [Made("", Outcome.NOT_MADE, told=True)]
    order = replace(order, asked=replace(order.asked, findings=findings))
    if order.asked.draft:
        campaign = replace(campaign, facts=replace(campaign.facts, draft=True))
    made: list[Made] = []
    jobs: list[tuple[Paper, Document]] = []
    unread = _unread(loaded, path, order)
    for paper in order.papers:
        try:
            jobs += [(paper, document) for document in _documents(paper, campaign, unread, order)]
        except ThiduaError as error:
            made.append(not_made(paper.title, error))
    plan = Path(loaded.plan.document.file)
    track = progress_of(len(jobs))
    made += [_written(paper, document, campaign.plan.id, plan, order) for paper, document in track(jobs, "in giấy tờ")]
    for folder in {one.file.parent for one in made if one.outcome is Outcome.WRITTEN and one.file}:
        settle(folder)
    places = [paper.title for paper in order.papers]
    return sorted(made, key=lambda one: places.index(one.title))


def _unread(loaded: "LoadedCampaign", path: Path, order: Order) -> ThiduaError | None:
    """Return why nothing that is made of lists may be signed, or None; a draft is told of it, once."""
    if all(paper.of_plan for paper in order.papers):
        return None
    try:
        _refuse_unread(loaded, path, draft=order.asked.draft)
    except ThiduaError as error:
        return error
    return None


def _documents(
    paper: Paper, campaign: "ResolvedCampaign", unread: ThiduaError | None, order: Order
) -> "Iterable[Document]":
    """Return the documents of a paper; raise `ThiduaError` where it cannot be made, even as a draft if that is so."""
    if unread and not paper.of_plan and not paper.of_faults:
        raise unread
    draft = order.asked.draft and not order.every
    return paper.documents(campaign, order.asked) if draft else paper.made(campaign, order.asked)


def _written(paper: Paper, document: "Document", campaign_id: str, plan: Path, order: Order) -> Made:
    """Write one document, over nothing that somebody saved since; return what became of it."""
    target = (order.out or plan.parent / OUT) / f"{campaign_id}-{document.stem}.{order.to}"
    form = writer(order.to)
    try:
        content = _content(paper, document, plan.parent, order)
        _refuse_taken(target, plan, order.taken)
        new = write(target, content, overwrite=order.force or form.untouched, settled=False)
    except ThiduaError as error:
        return not_made(paper.title, error, target)
    outcome = Outcome.WRITTEN if new else Outcome.SAME
    return Made(paper.title, outcome, target, missing=tuple(document.missing), notes=tuple(document.notes))


def _content(paper: Paper, document: "Document", folder: Path, order: Order) -> bytes:
    """Return the file of a document: through the office's own Word file where one is asked for, else our template."""
    asked = order.asked
    if order.template:
        return order.template.printed(paper, document, order.to)
    pictures = [*(place for place in (folder, asked.templates) if place), *document.folders]
    return writer(order.to).written(paper.html(document, asked.templates), source=paper.template, folders=pictures)


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
    papers = PAPERS.values()
    if not docs:
        return [paper for paper in papers if not paper.form and not paper.aside]
    return [paper for paper in papers if paper.name in docs or (ALL in docs and not paper.aside)]


def _campaign(
    path: Path, papers: Iterable[Paper], asked: Asked
) -> "tuple[LoadedCampaign, ResolvedCampaign | None, list[Diagnostic]]":
    """Return the campaign as read and as understood, and the findings on it.

    When its plan cannot be read there is no campaign, and its faults are told.
    """
    from thidua_cli.campaign.faults_of_files import SKIPPED
    from thidua_cli.campaign.load_folder import load_campaign

    with without_collector():
        loaded = load_campaign(path, only_plan=all(paper.of_plan for paper in papers))
        findings, campaign = _understood(loaded, asked)
    file = loaded.plan.document.file
    if campaign is None:
        tell(text_report(loaded.plan.faults, {file: loaded.plan.document.lines}))
        tell(f"{file}: chưa dựng được văn bản, hãy sửa các lỗi trên")
        return loaded, None, findings
    if skipped := [fault for fault in loaded.faults if fault.code in SKIPPED]:
        tell(text_report(skipped, loaded.lines))
    if errors := count(findings)[Severity.ERROR]:
        tell(f"{path}: còn {errors} lỗi, xem bằng lệnh: thidua check {path}")
    return loaded, campaign, findings


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
    faults = [fault for fault in loaded.faults if fault.severity is Severity.ERROR]
    if not draft:  # each paper refuses what was not understood of its own entry
        of_one_paper = {one.origin.key for one in loaded.facts.papers if one.origin.unread}
        faults = [fault for fault in faults if fault.about.record not in of_one_paper]
    told = [f"{fault.file}: {fault.message}" for fault in faults]
    told += [f"tệp {one.file} {one.reason}" for one in loaded.unread]
    if loaded.sessions:
        doubted = [*(one.doubts for one in loaded.sessions), *loaded.sessions_unread]
        told += [f"{doubts.file}: {doubts.cause}" for doubts in doubted if doubts.members or doubts.votes]
    if told and draft:
        tell(f"bản nháp thiếu {len(told)} chỗ chưa đọc được: {a_few(told, _SHOWN, 'chỗ khác', '; ')}")
    elif told:
        message = f"danh sách của {path} còn {len(told)} chỗ chưa đọc được, chỗ đầu: {told[0]}"
        hint = f"xem bằng lệnh thidua check {path} rồi sửa; muốn in bản nháp thì thêm --draft"
        raise ThiduaError(message, hint)
