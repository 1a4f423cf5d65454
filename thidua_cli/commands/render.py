"""``thidua render``: the papers of a campaign as Word, HTML or PDF files."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from thidua_cli.commands.output import say, tell
from thidua_cli.errors import ThiduaError
from thidua_cli.files import write
from thidua_cli.findings import Severity
from thidua_cli.findings.reporters.as_text import count, text_report

if TYPE_CHECKING:
    from thidua_cli.campaign.load_plan import LoadedPlan

OUT = "out"


def run(
    paths: list[Path],
    doc: str,
    to: str,
    out: Path | None,
    templates: Path | None,
    on: date | None,
    *,
    force: bool,
) -> int:
    """Render the wanted papers of each campaign; return 1 when a plan cannot be read."""
    from thidua_cli.campaign.load_plan import load_plan, plan_path
    from thidua_cli.papers.registry import PAPERS, paper_html

    today = on or date.today()  # noqa: DTZ011 -- the officer's own day
    if doc != "all" and doc not in PAPERS:
        message = f"không có loại giấy tờ “{doc}”"
        raise ThiduaError(message, f"dùng all hoặc một trong: {', '.join(PAPERS)}")
    if templates and not templates.is_dir():
        message = f"không có thư mục mẫu {templates}"
        raise ThiduaError(message, "xem lại --templates")
    failed = 0
    for path in paths:
        loaded = load_plan(path)
        if loaded.plan is None:
            tell(text_report(loaded.faults, {loaded.document.file: loaded.document.lines}, typer.style))
            tell(f"{loaded.document.file}: chưa dựng được văn bản, hãy sửa các lỗi trên")
            failed = 1
            continue
        _warn_of_errors(loaded, today)
        folder = out or plan_path(path).parent / OUT
        for paper in PAPERS.values() if doc == "all" else (PAPERS[doc],):
            html = paper_html(paper, loaded.plan, today, templates)
            target = folder / f"{loaded.plan.id}-{paper.stem}.{to}"
            written = write(target, _converted(html, paper.template, to), overwrite=force)
            say(f"{target}" if written else f"{target} (đã có, không đổi)")
    return failed


def _warn_of_errors(loaded: "LoadedPlan", today: date) -> None:
    from thidua_cli.checks.run import check_plan

    errors = count(check_plan(loaded, today))[Severity.ERROR]
    if errors:
        tell(f"{loaded.document.file}: còn {errors} lỗi, xem bằng lệnh: thidua check {loaded.document.file}")


def _converted(html: str, template: str, to: str) -> bytes:
    from thidua_cli.page import to_docx, to_page

    if to == "html":
        return to_page(html, source=template).encode("utf-8")
    content = to_docx(html, source=template)
    if to == "docx":
        return content
    from thidua_cli.page.pdf import to_pdf

    return to_pdf(content)
