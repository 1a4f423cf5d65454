"""From a campaign's path to its plan: read, validate, collect every fault on the way."""

from dataclasses import dataclass
from pathlib import Path

from thidua_cli.campaign.files_of import PLAN_FILE
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.model.messages import validated
from thidua_cli.model.plan import Plan
from thidua_cli.reading.document import Document
from thidua_cli.reading.yaml import read_yaml


@dataclass(frozen=True)
class LoadedPlan:
    """A plan file: ``plan`` is None when ``faults`` of reading stand against it."""

    document: Document
    plan: Plan | None
    faults: tuple[Diagnostic, ...]

    def usable(self, what: str) -> Plan:
        """Return the plan; one with faults is refused, by the name of ``what`` it was to serve as."""
        if self.plan is None:
            message = f"{what} {self.document.file} còn {len(self.faults)} lỗi, chưa dùng được"
            raise ThiduaError(message, f"xem lỗi bằng lệnh: thidua check {self.document.file}")
        return self.plan


def plan_path(path: Path) -> Path:
    """Return the plan file that ``path`` means: the file itself, or ``plan.yaml`` of a campaign folder."""
    if not path.is_dir():
        return path
    found = path / PLAN_FILE
    if not found.exists():
        message = f"thư mục {path} không có {PLAN_FILE}"
        raise ThiduaError(message, f"tạo kế hoạch bằng lệnh: thidua new-plan {path}")
    return found


def load_plan(path: Path) -> LoadedPlan:
    """Read and validate the plan at ``path`` (a file or a campaign folder)."""
    return validate(read_yaml(plan_path(path)))


def validate(document: Document) -> LoadedPlan:
    """Validate a document that was read; a file that could not be parsed has the faults of reading only."""
    plan, faults = validated(document, Plan)
    return LoadedPlan(document, None if faults else plan, tuple(faults))
