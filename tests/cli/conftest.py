"""What several tests of commands begin with: a campaign to decide on, its papers as thidua wrote them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.book_rounds import THIDUA
from tests.cli.compared_papers import CAMPAIGN, DAY
from tests.conftest import ROOT


@pytest.fixture
def rounds(tmp_path: Path) -> Path:
    """A campaign of which the last review is not decided yet."""
    folder = Path(shutil.copytree(CAMPAIGN, tmp_path / CAMPAIGN.name))
    (folder / "decisions.yaml").unlink(missing_ok=True)
    book = folder / "register.csv"
    kept = [line for line in book.read_text(encoding="utf-8").splitlines() if ",2025," not in line]
    book.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All papers of a campaign as thidua wrote them."""
    folder = tmp_path_factory.mktemp("made")
    command = [*THIDUA, "render", str(CAMPAIGN), "--doc", "all", "-o", str(folder), *DAY]
    subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return folder
