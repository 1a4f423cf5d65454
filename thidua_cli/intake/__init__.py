"""From last year's paper to this year's plan: structure, facts and a report of where each was read."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.intake.report import Ledger, ReportLine
from thidua_cli.reading.papers.paper import Paper

_HEAD = (
    "# yaml-language-server: $schema=./plan.schema.json\n# Đọc từ một văn bản cũ; chỗ ghi “cần xác nhận” phải xem lại."
)


@dataclass(frozen=True)
class Intake:
    """What a paper gave: the text of a plan file, the report, the faults of the old paper and its kind.

    ``kind`` is ``plan``, ``not-a-campaign`` (a plan of something else), ``retelling`` (a tale of one), ``unknown``
    or the kind of another paper (``decision``, ``minutes``, ...); for the last two ``yaml_text`` is empty. ``told_by``
    says what told the kind.
    """

    kind: str
    told_by: str
    yaml_text: str
    report: list[ReportLine] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def read_plan(path: Path, *, year: int | None, today: date, plan_id: str = "") -> Intake:
    """Read an old plan (.docx, text or YAML); with ``year``, dates and bases are moved to that year.

    ``plan_id`` is the id of the new plan; without it, one is made of the title.
    """
    from thidua_cli.campaign.files_of import YAML
    from thidua_cli.intake.next_year import older_plan
    from thidua_cli.intake.structure.paper_kind import PLAN
    from thidua_cli.reading.papers.open_paper import read_paper
    from thidua_cli.writing.yaml_text import yaml_text

    if path.is_dir() or path.suffix.lower() in YAML:
        ledger = Ledger(str(path))
        data = older_plan(path, year=year, today=today, ledger=ledger)
        text = yaml_text({**data, "id": plan_id or data["id"]}, ledger.comments, _HEAD)
        return Intake(PLAN, "format: plan/1", text, ledger.report)
    return take_in(read_paper(path), year=year, today=today, plan_id=plan_id)


def take_in(paper: Paper, *, year: int | None, today: date, plan_id: str = "") -> Intake:
    """Return what a paper that was read gives."""
    from thidua_cli.intake.next_year import shift_plan
    from thidua_cli.intake.old_faults import slips_in
    from thidua_cli.intake.plan_data import draft_of
    from thidua_cli.intake.retelling import retold_plan
    from thidua_cli.intake.structure.anatomy import anatomy_of
    from thidua_cli.intake.structure.paper_kind import OTHER_PLAN, PLAN, RETELLING, kind_of
    from thidua_cli.writing.yaml_text import yaml_text

    ledger = Ledger(paper.file)
    parts = anatomy_of(paper.lines)
    kind, line, told_by = kind_of(parts, paper.lines)
    if kind == RETELLING:
        data = retold_plan(paper.lines, line, ledger)
    elif kind in (PLAN, OTHER_PLAN):
        data = draft_of(parts, ledger)
        slips_in(paper.lines, ledger)
    else:
        return Intake(kind, told_by, "")
    if year:
        data = shift_plan(data, year, today, ledger)
    data["id"] = plan_id or data["id"]
    ledger.report += (ReportLine(note.place, "đọc tệp", "", sure=True, words=note.message) for note in paper.notes)
    ledger.faults.sort(key=lambda fault: fault.order)
    return Intake(kind, told_by, yaml_text(data, ledger.comments, _HEAD), ledger.report, ledger.faults)
