"""Tasks have owners and times; targets can be measured."""

import re
from collections.abc import Iterator, Sequence

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.body import Task
from thidua_cli.vietnamese.counting import WORDS
from thidua_cli.vietnamese.text import listing

_SHOWN = 60


def incomplete_tasks(context: DatedPlan) -> Iterator[Finding]:
    """Note tasks without owner or time; subtasks take those of the task above them."""
    yield from _tasks(context.plan.tasks, "tasks", owned=False, timed=False)


def _tasks(tasks: Sequence[Task], path: str, *, owned: bool, timed: bool) -> Iterator[Finding]:
    for index, task in enumerate(tasks):
        here = f"{path}[{index}]"
        has_owner = owned or any((task.lead, task.advise, task.cooperate, task.carry_out))
        has_time = timed or task.when is not None
        if task.subtasks:
            yield from _tasks(task.subtasks, f"{here}.subtasks", owned=has_owner, timed=has_time)
            continue
        missing = [
            word for word, stands in (("người chủ trì, thực hiện", has_owner), ("thời gian", has_time)) if not stands
        ]
        if missing:
            message = f"nhiệm vụ “{shorten(task.text)}” chưa có {listing(missing, 'và')}"
            yield Finding("task-incomplete", here, message)


_NUMBER = re.compile(
    rf"\d|\b(?:toàn bộ|toàn thể|tất cả|không có|{'|'.join(WORDS[1:])}|hoàn thành|mọi|mỗi)\b",
    re.IGNORECASE,
)


def unmeasurable_targets(context: DatedPlan) -> Iterator[Finding]:
    """Note targets that tell neither a number nor a whole."""
    for index, target in enumerate(context.plan.targets):
        blank = "…" in target.text or "..." in target.text  # told by blank-left
        if target.at_least is None and not blank and not _NUMBER.search(target.text):
            message = f"chỉ tiêu “{shorten(target.text)}” không có con số để đánh giá"
            yield Finding("target-unmeasurable", f"targets[{index}]", message)


def shorten(text: str) -> str:
    """Return the beginning of a text, for messages."""
    text = text.replace("*", "")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"


CHECKS = (incomplete_tasks, unmeasurable_targets)
