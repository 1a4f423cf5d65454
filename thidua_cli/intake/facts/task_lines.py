"""Tasks with starred fields (Chủ trì, Tham mưu, Thời gian): taken out where they print back word for word."""

import re
from collections.abc import Sequence

from thidua_cli.intake.report import Data, Ledger
from thidua_cli.intake.structure.outline import Entry
from thidua_cli.intake.words import listed
from thidua_cli.vietnamese.casing import UPPER

_FIELDS: dict[str, str] = listed("task_fields")
# From the first letter to the last: one way to match, however many signs there are.
_WORDS = re.compile(r"\w(?:.*\w)?")
_AROUND = " *:.-–—…\t"
# A comma within a name or after a common noun does not part two owners.
_OWNERS = re.compile(rf"[,;]\s+(?=[{UPPER}])|;\s+|,\s+(?=lãnh đạo|các phòng)")


def tasks_of(sections: Sequence[Entry], ledger: Ledger) -> tuple[list[Data], Entry | None]:
    """Return the tasks of the first section that lists them, and that section; their fields are taken out of it.

    A section with an entry that is more than text, fields and subtasks lists none.
    """
    for section in sections:
        has_fields = any(_field(child) for entry in section.children for child in entry.children)
        if not has_fields or (tasks := _tasks(section.children)) is None:
            continue
        for index, (task, entry) in enumerate(zip(tasks, section.children, strict=True)):
            _drop_fields(entry)
            ledger.fact(f"tasks[{index}]", entry.line, ", ".join(task.get("lead", [])) or "xem các việc con")
        return tasks, section
    return [], None


def _tasks(entries: Sequence[Entry]) -> list[Data] | None:
    tasks = [task for entry in entries if (task := _task(entry))]
    return tasks if len(tasks) == len(entries) else None


def _task(entry: Entry) -> Data | None:
    fields = [_field(child) for child in entry.children]
    own = [field for field in fields if field]
    subtasks = _tasks(entry.children[len(own) :])
    keys = [key for key, _ in own]
    in_order = all(fields[: len(own)]) and keys == [key for key in _FIELDS.values() if key in keys]
    if entry.mark is None or subtasks is None or not in_order:
        return None
    task: Data = {"text": entry.marked}
    for key, value in own:
        task[key] = value if key == "when" else list(filter(None, _OWNERS.split(value)))
    return {**task, "subtasks": subtasks} if subtasks else task


def _drop_fields(entry: Entry) -> None:
    """Leave the subtasks only: the fields stand in the task now."""
    entry.children = [child for child in entry.children if not _field(child)]
    for child in entry.children:
        _drop_fields(child)


def _field(entry: Entry) -> tuple[str, str] | None:
    """Return key and value of a line ``* Chủ trì: Lãnh đạo Ban.``"""
    before, _, behind = entry.text.partition(":")
    label = _WORDS.search(before)
    key = _FIELDS.get(label[0].lower()) if label and not entry.children else None
    return (key, behind.lstrip(_AROUND).rstrip(" .")) if key and _WORDS.search(behind) else None
