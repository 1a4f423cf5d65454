"""``thidua new-plan --from OLD``: last year's paper becomes this year's plan, with a report of what was read where."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from thidua_cli.commands.output import say
from thidua_cli.commands.process import own_day
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.reporters.as_text import text_report
from thidua_cli.findings.reporters.terminal import printable, style
from thidua_cli.law.paper_kinds import paper_kinds

if TYPE_CHECKING:
    from thidua_cli.intake import Intake
    from thidua_cli.intake.report import ReportLine


def run(folder: Path, old: Path, year: int | None, given: Sequence[str], *, force: bool) -> int:
    """Write ``folder/plan.yaml`` from an old paper and print the report; what is no campaign is asked about.

    ``given`` are options that answer questions of a new draft: an old paper answers them itself.
    """
    from thidua_cli.commands.plan_folder import free_target, say_next, write_plan
    from thidua_cli.intake import read_plan
    from thidua_cli.vietnamese.bodies import slug

    if given:
        message = f"--from không đi cùng {', '.join(given)}"
        raise ThiduaError(message, "bỏ các tùy chọn đó, rồi sửa trong plan.yaml sau khi soạn")
    target = free_target(folder, force=force)
    today = own_day()
    intake = read_plan(old, year=year, today=today, plan_id=slug(folder.resolve().name))
    _accept(intake, old)
    write_plan(target, intake.yaml_text, force=force)
    for line in _report(intake, old):
        say(line)
    doubtful = sum(not line.sure for line in intake.report)
    read = f"{len(intake.report) - doubtful} điều đọc được chắc, {doubtful} điều cần xem lại"
    say_next(target, f" từ {old}: {read}.", "Xem lại những chỗ cần xác nhận")
    return 0


def _accept(intake: "Intake", old: Path) -> None:
    """Refuse what is no plan; ask about a plan that launches nothing, where somebody is there to answer."""
    if not intake.yaml_text:
        kind = paper_kinds()[intake.kind].name.lower() if intake.kind in paper_kinds() else "văn bản khác"
        message = f"{old} là {kind}, không phải kế hoạch phát động thi đua ({intake.told_by})"
        raise ThiduaError(message, "chọn tệp kế hoạch; hoặc soạn mới bằng thidua new-plan không có --from")
    if intake.kind != "not-a-campaign":
        return
    message = f"{old} là kế hoạch nhưng không phát động phong trào thi đua ({intake.told_by})"
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise ThiduaError(message, "nếu vẫn muốn dùng, chạy lệnh trong cửa sổ lệnh và trả lời câu hỏi")
    if not typer.confirm(printable(f"{message}. Vẫn soạn kế hoạch thi đua từ tệp này?"), err=True):
        raise ThiduaError("đã dừng theo câu trả lời", "")


def _report(intake: "Intake", old: Path) -> Iterator[str]:
    if intake.kind == "retelling":
        yield f"{old} là bài kể lại, không phải nguyên văn kế hoạch ({intake.told_by}): chỗ “…” phải điền."
    for heading, wanted in (("Đọc được:", True), ("Cần xem lại:", False)):
        lines = [line for line in intake.report if line.sure is wanted]
        if lines:
            yield style(heading, bold=True)
            yield from map(_line, lines)
    if intake.faults:
        yield style("Lỗi của văn bản cũ:", bold=True)
        yield text_report(intake.faults, {})


def _line(line: "ReportLine") -> str:
    where = f"{line.where}: " if line.where else ""
    value = f" → {line.value}" if line.value else ""
    words = f" ({line.words})" if line.words else ""
    return f"  {where}{line.fact}{value}{words}"
