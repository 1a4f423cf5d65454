"""``thidua new-plan``: a draft from answers, asked in the terminal or given by options."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.commands.output import tell
from thidua_cli.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.model.campaign import Event
    from thidua_cli.model.dates import PartialDate
    from thidua_cli.model.plan import Plan

_QUESTIONS = {
    "issuer": "Tên đầy đủ của cơ quan ban hành",
    "superior": "Cơ quan chủ quản (bỏ trống nếu không có)",
    "abbreviation": "Chữ viết tắt trong ký hiệu văn bản",
    "place": "Địa danh ghi trước ngày tháng",
    "layout": "Thể thức: nd30 (cơ quan nhà nước) hoặc party (Đảng)",
    "mode": "Hình thức: drive (đợt), thematic (chuyên đề), regular (thường xuyên)",
    "title": "Trích yếu, ví dụ “Phát động đợt thi đua chào mừng …”",
    "launched_by": "Cấp phát động: unit, commune, province, ministry, prime_minister, president",
    "start": "Bắt đầu (issue là ngày ban hành)",
    "end": "Kết thúc, ví dụ 2026-12-31",
    "post": "Chức vụ người ký",
    "signer": "Họ tên người ký (bỏ trống nếu chưa biết)",
    "collectives": "Số giấy khen tối đa cho tập thể (bỏ trống nếu chưa định)",
    "individuals": "Số giấy khen tối đa cho cá nhân (bỏ trống nếu chưa định)",
}
_FROM_ISSUER = frozenset(("abbreviation", "place"))
_MAY_BE_BLANK = frozenset(("superior", "signer", "collectives", "individuals"))


def run(folder: Path, given: dict[str, str | None], follow: Path | None, *, force: bool) -> int:
    """Write ``folder/plan.yaml`` and the schema beside it; nothing is written before every answer is known."""
    from thidua_cli.commands.plan_folder import free_target, say_next, write_plan
    from thidua_cli.drafting.draft import Answers, draft_plan

    superior = _superior(follow) if follow else None
    today = date.today()  # noqa: DTZ011 -- the officer's own day
    target = free_target(folder, force=force)
    answers = Answers(**_complete(given, superior, today))
    write_plan(target, draft_plan(answers, folder, today, superior), force=force)
    say_next(target, "", "Sửa nội dung cho đúng thực tế")
    return 0


def _superior(path: Path) -> "Plan":
    from thidua_cli.campaign.load_plan import load_plan

    loaded = load_plan(path)
    if loaded.plan is None:
        message = f"kế hoạch cấp trên {loaded.document.file} còn {len(loaded.faults)} lỗi, chưa dùng được"
        raise ThiduaError(message, f"xem lỗi bằng lệnh: thidua check {loaded.document.file}")
    return loaded.plan


def _complete(given: dict[str, str | None], superior: "Plan | None", today: date) -> dict[str, str]:
    """Return every answer: those given, then asked for or taken from their defaults."""
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    answers = {key: _checked(key, value, option=True) for key, value in given.items() if value is not None}
    missing = []
    for key, question in _QUESTIONS.items():
        if key in answers:
            continue
        default = _default(key, answers, superior, today)
        if terminal:
            answers[key] = _ask(key, question, default)
        elif default is None and (key not in _FROM_ISSUER or answers.get("issuer")):
            missing.append(f"--{key.replace('_', '-')}")
        else:
            answers[key] = default or ""
    if missing:
        message = f"còn thiếu: {', '.join(missing)}"
        raise ThiduaError(message, "thêm các tùy chọn đó, hoặc chạy trong cửa sổ lệnh để được hỏi từng câu")
    return answers


def _default(key: str, answers: dict[str, str], superior: "Plan | None", today: date) -> str | None:
    """Return the answer that holds unless another is given, or None where the officer must say."""
    from thidua_cli.vietnamese.bodies import abbreviation_of, place_of

    if key in _MAY_BE_BLANK:
        return superior.issuer.name if superior and key == "superior" else ""
    if superior:
        campaign = superior.campaign
        taken = {
            "mode": campaign.mode,
            "title": superior.title,
            "launched_by": campaign.launched_by,
            "start": "issue",
            "end": _coming(campaign.end, today),
            "layout": superior.issuer.layout,
        }
        if taken.get(key):
            return taken[key]
    issuer = answers.get("issuer", "")
    derived = {
        "mode": "drive",
        "layout": "nd30",
        "launched_by": "unit",
        "start": "issue",
        "end": f"{today.year + (today.month > 6)}-12-31",
        "abbreviation": abbreviation_of(issuer),
        "place": place_of(issuer),
    }
    return derived.get(key) or None


def _coming(end: "PartialDate | Event", today: date) -> str:
    """Return the superior's end as it is typed; one that has passed is no end of a new campaign."""
    from thidua_cli.drafting.draft import typed_date
    from thidua_cli.model.campaign import last_day

    last = last_day(end)
    return typed_date(end) if last and last.last >= today else ""


def _ask(key: str, question: str, default: str | None) -> str:
    from rich.console import Console
    from rich.prompt import Prompt

    console = Console(stderr=True)
    while True:
        said = Prompt.ask(f"{question}", console=console, default=default or "", show_default=bool(default))
        if not said.strip() and key not in _MAY_BE_BLANK:
            tell("  chưa có câu trả lời")
            continue
        try:
            return _checked(key, said, option=False)
        except ThiduaError as error:
            tell(f"  {error.message}; {error.hint}")


def _checked(key: str, value: str, *, option: bool) -> str:
    """Return the answer when the model of the plan accepts it; else raise `ThiduaError`."""
    from pydantic import TypeAdapter, ValidationError

    from thidua_cli.model import terms as words
    from thidua_cli.model.dates import PlanDate, Start
    from thidua_cli.model.fields import Count, Text

    types: dict[str, Any] = {
        "mode": words.Mode,
        "layout": words.LayoutName,
        "launched_by": words.Launcher,
        "start": Start,
        "end": PlanDate,
        "collectives": Count,
        "individuals": Count,
    }
    said = value.strip()
    if not said and key in _MAY_BE_BLANK:
        return ""
    try:
        TypeAdapter(types.get(key, Text)).validate_python(said)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        name = f"--{key.replace('_', '-')}: " if option else ""
        raise ThiduaError(f"{name}{context.get('said', 'không dùng được')}", str(context.get("hint", ""))) from error
    return said
