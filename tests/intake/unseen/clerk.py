"""The facts of a paper as plain words, so that what a clerk took and what the import gave can be held side by side."""

from pathlib import Path
from typing import Any

import yaml
from docx import Document

from thidua_cli.intake import Intake
from thidua_cli.reading.yaml import parse_yaml

BOUNDS = ("exactly", "min", "max")
ALONE = ("date", "start", "end", "days", "theme", "dossiers_by")


def as_word(text: str, path: Path) -> None:
    """Save a paper as a Word file: lines ``| a | b |`` are rows of a table, ``\\n`` breaks a line within a cell."""
    paper = Document()
    table = None
    for line in text.splitlines():
        if not line.startswith("|"):
            table = None
            paper.add_paragraph(line)
            continue
        cells = [cell.strip().replace("\\n", "\n") for cell in line.strip("|").split(" | ")]
        table = table or paper.add_table(rows=0, cols=len(cells))
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    paper.save(str(path))


def taken_by_clerk(path: Path) -> tuple[str, set[str], set[str]]:
    """Return the kind of a paper, the facts that a clerk took from it, and those of them that the import leaves."""
    notes = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    facts = {f"{key}: {notes[key]}" for key in ALONE if key in notes}
    facts |= {f"phase: {' '.join(map(_blank, one))}" for one in notes.get("phases", [])}
    facts |= {f"occasion: {' '.join(map(_blank, one))}" for one in notes.get("occasions", [])}
    facts |= {f"anniversary: {' '.join(notes['anniversary'])}"} if "anniversary" in notes else set()
    for form, decider, quotas in notes.get("awards", []):
        facts |= {f"decider: {form}, {_blank(decider)}"}
        facts |= set(_numbered(f"quota: {form}, {_blank(decider)}, {quota}" for quota in quotas))
    facts |= {f"target: {text}" for text in notes.get("targets", [])}
    facts |= {f"task: {_blank(one[0])}, {one[1]}" for one in notes.get("tasks", [])}
    facts |= {f"recipient: {name}, {_blank(purpose)}" for name, purpose in notes.get("recipients", [])}
    facts |= {f"archive: {name}" for name in notes.get("archive", [])}
    facts |= {f"signer: {_mapping(one)}" for one in notes.get("signers", [])}
    return notes["kind"], facts, set(notes.get("left", []))


def given_by_import(found: Intake, words: set[str]) -> set[str]:
    """Return what the import states as sure; targets and tasks by the words of ``words`` that they hold."""
    plan = parse_yaml(found.yaml_text.encode(), "plan.yaml").data
    campaign = plan["campaign"]
    doubted = {line.fact for line in found.report if not line.sure}
    facts = {f"{key}: {_end(campaign[key])}" for key in ("start", "end", "days", "theme") if key in campaign}
    facts -= {f"start: {_end(campaign['start'])}"} if "bắt đầu" in doubted else set()
    facts -= {f"end: {_end(campaign['end'])}"} if "kết thúc" in doubted else set()
    facts |= {f"date: {plan['date']}"} if plan["date"] else set()
    for one in campaign.get("phases", []):
        facts.add(f"phase: {one['name']} {_end(one.get('start', ''))} {_end(one.get('end', ''))}")
    for one in campaign.get("occasions", []):
        facts |= {f"occasion: {one['kind']} {one['date']}"} if "date" in one else set()
        facts |= {f"dossiers_by: {one['dossiers_by']}"} if "dossiers_by" in one else set()
    if day := campaign.get("anniversary"):
        facts.add(f"anniversary: {day['since']} {day['on']} {day['years']}")
    for award in plan.get("awards", []):
        whose = f"{award['form']}, {award.get('decided_by', '')}"
        facts |= {f"decider: {whose}"}
        facts |= set(_numbered(f"quota: {whose}, {_quota(quota)}" for quota in award.get("quotas", [])))
    for one in plan.get("targets", []):
        facts.add(_known("target: ", one["text"], words))
    for one in plan.get("tasks", []):
        facts.add(_known(f"task: {', '.join(_many(one.get('lead', '')))}, ", one["text"], words))
    for one in plan.get("recipients", []):
        names = _many(one["to"]) if isinstance(one, dict) else [one]
        facts |= {f"recipient: {name}, {one.get('for', '') if isinstance(one, dict) else ''}" for name in names}
    facts |= {f"archive: {name}" for name in _many(plan.get("archive", []))}
    return facts | {f"signer: {_mapping(one)}" for one in plan["signers"]}


def _numbered(facts: Any) -> list[str]:
    """Return facts with the second and later ones of the same words told apart."""
    found: list[str] = []
    for fact in facts:
        times = sum(one == fact or one.startswith(f"{fact} (") for one in found)
        found.append(f"{fact} ({times + 1})" if times else fact)
    return found


def _quota(quota: dict[str, Any]) -> str:
    subject = "+".join(_many(quota["subject"]))
    who = f"{subject} {quota['group']}" if "group" in quota else subject
    if "share" in quota:
        bound = f"share {_bounds(quota['share'])} {quota['share']['of']}"
    else:
        bound = next((key for key in ("open", "steps") if key in quota), "") or _bounds(quota)
    units = [f"in {unit}" for unit in _many(quota.get("units", []))]
    per = [f"per {per}" for per in _many(quota.get("per", []))]
    when = [f"at {quota[key]}" for key in ("phase", "occasion") if key in quota]
    return " ".join([who, bound, *units, *per, *when])


def _bounds(quota: dict[str, Any]) -> str:
    return " ".join(f"{key} {quota[key]}" for key in BOUNDS if key in quota)


def _known(start: str, text: str, words: set[str]) -> str:
    """Return the clerk's fact that has this start and whose words stand in the text; else the text itself."""
    held = (word for word in sorted(words) if word.startswith(start) and word.removeprefix(start) in text)
    return next(held, f"{start}{text}")


def _end(end: Any) -> str:
    return "event" if isinstance(end, dict) else str(end)


def _blank(value: str) -> str:
    return "" if value == "null" else value


def _many(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def _mapping(value: dict[str, Any]) -> str:
    return ", ".join(f"{key} {value[key]}" for key in sorted(value))
