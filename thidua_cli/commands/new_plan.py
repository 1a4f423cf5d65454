"""``thidua new-plan``: a draft from answers, asked in the terminal or given by options."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.commands.output import tell
from thidua_cli.commands.process import own_day
from thidua_cli.commands.typed_text import refuse_unreadable
from thidua_cli.drafting.questions import QUESTIONS, Answers, Kind, option_of
from thidua_cli.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.model.campaign import Event
    from thidua_cli.model.dates import PartialDate
    from thidua_cli.model.plan import Plan


def run(folder: Path, given: dict[str, str | None], follow: Path | None, *, force: bool) -> int:
    """Write ``folder/plan.yaml`` and the schema beside it; nothing is written before every answer is known."""
    from thidua_cli.campaign.load_plan import load_plan
    from thidua_cli.commands.plan_folder import free_target, say_next, write_plan
    from thidua_cli.drafting.draft import draft_plan

    superior = load_plan(follow).usable("kế hoạch cấp trên") if follow else None
    today = own_day()
    target = free_target(folder, force=force)
    answers = Answers(**_complete(given, superior, today))
    write_plan(target, draft_plan(answers, folder, today, superior), force=force)
    say_next(target, "", "Sửa nội dung cho đúng thực tế")
    return 0


def _complete(given: dict[str, str | None], superior: "Plan | None", today: date) -> dict[str, str]:
    """Return every answer: those given, then asked for or taken from their defaults."""
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    answers = {
        key: _checked(key, value, told=f"{option_of(key)}: ") for key, value in given.items() if value is not None
    }
    missing = []
    for key, question in QUESTIONS.items():
        if key in answers:
            continue
        default = _default(key, answers, superior, today)
        if terminal:
            answers[key] = _ask(key, default)
        elif default is None and (not question.from_issuer or answers.get("issuer")):
            missing.append(option_of(key))
        else:
            answers[key] = default or ""
    if missing:
        message = f"còn thiếu: {', '.join(missing)}"
        raise ThiduaError(message, "thêm các tùy chọn đó, hoặc chạy trong cửa sổ lệnh để được hỏi từng câu")
    return answers


def _default(key: str, answers: dict[str, str], superior: "Plan | None", today: date) -> str | None:
    """Return the answer that holds unless another is given, or None where the officer must say."""
    from thidua_cli.vietnamese.bodies import abbreviation_of, place_of

    if QUESTIONS[key].blank:
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
        "end": f"{today.year + (today.month > 6)}-12-31",
        "abbreviation": abbreviation_of(issuer),
        "place": place_of(issuer),
    }
    return QUESTIONS[key].default or derived.get(key) or None


def _coming(end: "PartialDate | Event", today: date) -> str:
    """Return the superior's end as it is typed; one that has passed is no end of a new campaign."""
    from thidua_cli.model.dates import PartialDate

    return end.typed if isinstance(end, PartialDate) and end.last >= today else ""


def _ask(key: str, default: str | None) -> str:
    from rich.console import Console
    from rich.prompt import Prompt

    console = Console(stderr=True)
    while True:
        said = Prompt.ask(QUESTIONS[key].text, console=console, default=default or "", show_default=bool(default))
        if not said.strip() and not QUESTIONS[key].blank:
            tell("  chưa có câu trả lời")
            continue
        try:
            return _checked(key, said)
        except ThiduaError as error:
            tell(f"  {error.message}; {error.hint}")


def _checked(key: str, value: str, told: str = "") -> str:
    """Return the answer when the model of the plan accepts it; else raise `ThiduaError`, led by ``told``."""
    from pydantic import TypeAdapter, ValidationError

    from thidua_cli.model import terms as words
    from thidua_cli.model.dates import PlanDate, Start
    from thidua_cli.model.fields import Count, Text

    types: dict[Kind, Any] = {
        "text": Text,
        "mode": words.Mode,
        "layout": words.LayoutName,
        "launcher": words.Launcher,
        "start": Start,
        "date": PlanDate,
        "count": Count,
    }
    said = value.strip()
    if not said and QUESTIONS[key].blank:
        return ""
    refuse_unreadable(said, told)
    try:
        TypeAdapter(types[QUESTIONS[key].kind]).validate_python(said)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        raise ThiduaError(f"{told}{context.get('said', 'không dùng được')}", str(context.get("hint", ""))) from error
    return said
