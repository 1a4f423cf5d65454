"""The folders of ``cases/``, each copied to where it can be checked, with the common plan where it has none."""

import re
import shutil
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())


def copied(case: Path, into: Path) -> Path:
    """Return a copy of a case, or of an example, below ``into``."""
    folder = into / case.name
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("expected.*", "out"))
    if not (folder / "plan.yaml").exists():
        shutil.copy(HERE / "plan.yaml", folder)
    return folder


def day_of(folder: Path) -> date | None:
    """Return the day of the run that the plan of a campaign tells."""
    return day_of_plan(folder / "plan.yaml")


def day_of_plan(plan: Path) -> date | None:
    """Return the day of the run that the first line of a plan tells: ``# on: 2024-12-05``."""
    day = re.match(rb"# on: (\d{4}-\d{2}-\d{2})", plan.read_bytes())
    return date.fromisoformat(day[1].decode()) if day else None
