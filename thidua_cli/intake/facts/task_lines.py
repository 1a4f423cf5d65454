"""Tasks with starred fields (Chủ trì, Tham mưu, Thời gian): taken out where they print back word for word."""

import re
from collections.abc import Sequence
from typing import Any

from thidua_cli.intake.report import Ledger
from thidua_cli.intake.structure.outline import Entry
from thidua_cli.vietnamese.casing import UPPER

Data = dict[str, Any]

_FIELDS = {
    "chủ trì": "lead",
    "chịu trách nhiệm tham mưu": "advise",
    "phối hợp": "cooperate",
    "chịu trách nhiệm thực hiện": "carry_out",
    "thời gian thực hiện": "when",
}
_ORDER = list(_FIELDS.values())
_FIELD = re.compile(r"\W*(?P<label>[^:*]+?)\W*:\W*(?P<value>.+?)\s*$")
# A comma within a name or after a common noun does not part two owners.
_OWNERS = re.compile(rf"[,;]\s+(?=[{UPPER}])|;\s+|,\s+(?=lãnh đạo|các phòng)")


def tasks_of(entries: Sequence[Entry], ledger: Ledger) -> list[Data]:
    """Return the entries of a section as tasks, or nothing when one of them is more than text, fields and subtasks."""
    if not any(_field(child) for entry in entries for child in entry.children):
        return []
    tasks = [_task(entry) for entry in entries]
    if any(task is None for task in tasks):
        return []
    found = [task for task in tasks if task]
    for entry in entries:
        _drop_fields(entry)
    for index, (task, entry) in enumerate(zip(found, entries, strict=True)):
        ledger.fact(f"tasks[{index}]", entry.line, "nhiệm vụ", ", ".join(task.get("lead", [])) or "xem các việc con")
    return found


def _task(entry: Entry) -> Data | None:
    task: Data = {"text": entry.marked}
    fields = [_field(child) for child in entry.children]
    count = sum(1 for field in fields if field)
    own, below = fields[:count], entry.children[count:]
    if entry.mark is None or any(field is None for field in own):
        return None
    keys = [field[0] for field in own if field]
    if keys != sorted(set(keys), key=_ORDER.index):
        return None
    for key, value in (field for field in own if field):
        task[key] = value if key == "when" else _OWNERS.split(value)
    subtasks = [_task(child) for child in below]
    if any(subtask is None for subtask in subtasks):
        return None
    if subtasks:
        task["subtasks"] = subtasks
    return task


def _drop_fields(entry: Entry) -> None:
    """Leave the subtasks only: the fields stand in the task now."""
    entry.children = [child for child in entry.children if not _field(child)]
    for child in entry.children:
        _drop_fields(child)


def _field(entry: Entry) -> tuple[str, str] | None:
    """Return key and value of a line ``* Chủ trì: Lãnh đạo Ban.``"""
    found = _FIELD.match(entry.text)
    key = _FIELDS.get(found["label"].strip().lower()) if found and not entry.children else None
    return (key, found["value"].rstrip(" .")) if key and found else None
