"""The plan data of a paper: its parts, facts on top and prose below, in the order of a plan file."""

from collections.abc import Sequence
from itertools import groupby

from thidua_cli.intake.facts.issuer import BLANK, head_of
from thidua_cli.intake.facts.movement import campaign_of, participants_of, targets_of, theme_of
from thidua_cli.intake.facts.planned_awards import AwardBook
from thidua_cli.intake.facts.schedule import Occasions, Schedule
from thidua_cli.intake.facts.signing import recipients_of, signers_of
from thidua_cli.intake.facts.task_lines import tasks_of
from thidua_cli.intake.report import Data, Ledger
from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.intake.structure.outline import Entry, outline_of
from thidua_cli.intake.structure.sections import numbering_of, passages_of, sections_of
from thidua_cli.model.base import one_or_many
from thidua_cli.model.terms import MARKS
from thidua_cli.reading.papers.paper import Line, Run
from thidua_cli.vietnamese.bodies import slug

_SLUG_WORDS = 6
_USUAL = ("1.", "a)", "-", "+")
_ENDS = " ;,./"


def draft_of(parts: Anatomy, ledger: Ledger) -> Data:
    """Return the plan data of a paper; nothing of its prose is lost, and only what is sure stands on top."""
    head, year = head_of(parts, ledger)
    top = outline_of(_rows_joined(parts.body, ledger), ledger)
    passages = passages_of(top)
    schedule = Schedule(ledger, year, passages)
    occasions = Occasions(ledger, year, passages)
    awards = AwardBook(ledger, occasions, schedule.phases).read(passages)
    campaign = campaign_of(parts, head["issuer"]["name"], schedule, occasions, ledger)
    if "theme" not in campaign and (theme := theme_of(passages, ledger)):
        campaign["theme"] = theme
    tasks, task_section = tasks_of(top, ledger)
    marks = _marks(numbering_of(top))
    participants = participants_of(passages, ledger)
    targets = targets_of(passages, ledger)
    recipients, archive = recipients_of(parts.recipients, ledger)
    signers = signers_of(parts.signers, parts.prose, ledger)
    data: Data = {
        "format": "plan/1",
        "id": slug(parts.title or head["issuer"]["name"], _SLUG_WORDS),
        "title": parts.title or BLANK,
        **head,
        "signers": signers,
        # A basis is italic as a whole in most papers: that is the layout's look, not a stress.
        "bases": [line.text.lstrip("-+* ").rstrip(_ENDS) for line in parts.bases],
        "campaign": campaign,
        "participants": participants,
        "targets": targets,
        "awards": awards,
        "tasks": tasks,
        "numbering": marks,
        "opening": one_or_many([line.marked for line in parts.opening]),
        "body": _body(top, marks, task_section, parts.annex),
        "closing": parts.closing.marked.rstrip(_ENDS) if parts.closing else None,
        "recipients": recipients,
        "archive": archive,
    }
    return {key: value for key, value in data.items() if value or key in ("number", "date")}


def _rows_joined(lines: Sequence[Line], ledger: Ledger) -> list[Line]:
    """Return the lines with each row of a table as one paragraph: a plan file has no tables yet."""
    found: list[Line] = []
    for row, group in groupby(lines, key=lambda line: line.cell[:2] if line.cell else None):
        cells = list(group)
        if row is None or len(cells) == 1:
            found += cells
            continue
        runs = [run for cell in cells for run in (*cell.runs, Run(" | "))]
        if row[1] == 0:
            ledger.doubt(cells[0], "bảng", "mỗi hàng của bảng thành một đoạn văn; số liệu trong bảng chưa được lấy ra")
        found.append(Line(tuple(runs[:-1]), cells[0].place))
    return found


def _marks(found: Sequence[str]) -> list[str]:
    """Return the marks by level; levels without a list of their own take the usual ones that are left."""
    assert all(mark in MARKS for mark in found)
    left = [mark for mark in _USUAL if mark not in found]
    marks = list(found) or ["I."]
    return [*marks, *left[: len(_USUAL) - len(marks)]]


def _body(top: Sequence[Entry], marks: Sequence[str], task_section: Entry | None, annex: Sequence[Line]) -> list[Data]:
    if task_section:
        task_section.insert = "tasks"
    sections = sections_of(top, marks)
    if annex:
        sections.append({"text": [line.marked for line in annex]})
    return sections or [{"text": BLANK}]
