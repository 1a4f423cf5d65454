"""The folder of a new plan: nothing of the user's is written over unasked, and the schema stands beside the plan."""

from pathlib import Path

from thidua_cli.campaign.files_of import PLAN_FILE, SCHEMA_FILE
from thidua_cli.commands.output import say, tell
from thidua_cli.errors import ThiduaError
from thidua_cli.files import write
from thidua_cli.findings.reporters.as_text import text_report


def free_target(folder: Path, *, force: bool) -> Path:
    """Return where the plan goes; without ``force``, one that is there already is refused."""
    target = folder / PLAN_FILE
    if target.exists() and not force:
        message = f"đã có {target}"
        raise ThiduaError(message, "thêm --force để ghi đè, hoặc chọn thư mục khác")
    return target


def write_plan(target: Path, yaml_text: str, *, force: bool) -> None:
    """Write the plan, and the schema for the officer's editor beside it."""
    from thidua_cli.commands.schema import schema_text

    write(target, yaml_text.encode("utf-8"), overwrite=force)
    write(target.with_name(SCHEMA_FILE), schema_text("plan").encode("utf-8"), overwrite=True)
    _refuse_unusable(target)


def _refuse_unusable(target: Path) -> None:
    """Read what was written; tell its faults and raise `ThiduaError` when nothing could be done with it."""
    from thidua_cli.campaign.load_plan import load_plan

    written = load_plan(target)
    if written.plan is None:
        tell(text_report(written.faults, {written.document.file: written.document.lines}))
        message = f"{target} đã ghi nhưng còn {len(written.faults)} lỗi, chưa dùng được"
        raise ThiduaError(message, f"sửa các chỗ trên trong tệp, rồi chạy: thidua check {target.parent}")


def say_next(target: Path, made: str, first: str) -> None:
    """Tell what was ``made``, and what to do next: ``first`` by hand, then by commands."""
    say(f"Đã soạn dự thảo {target}{made}")
    say(f"{first}, rồi chạy: thidua check {target.parent} và thidua render {target.parent}")
