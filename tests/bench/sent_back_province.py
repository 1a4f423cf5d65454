"""A campaign in which each of many units sent a list with the same faults: each gets a letter of the same length."""

import csv
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.papers.test_sent_back import FOLDER
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.commands.process import without_collector
from thidua_cli.papers.contract import Asked

_DAY = date(2025, 11, 26)
_HEAD = (
    *("Họ và tên", "Đối tượng", "Hình thức đề nghị", "Đơn vị", "Chức vụ", "Giới tính", "Số định danh"),
    *("Ngày nhận hồ sơ", "Hồ sơ"),
)


def sent_back(units: int) -> tuple[ResolvedCampaign, Asked]:
    """Return the campaign with what the check found, and what ``render`` asks of the letters."""
    with TemporaryDirectory() as folder, without_collector():
        findings, campaign = examine(load_campaign(write(Path(folder), units)), _DAY)
    assert campaign is not None
    return campaign, Asked(_DAY, findings=findings)


def write(folder: Path, units: int) -> Path:
    """Write the campaign, every unit with a list of its own, and return its folder."""
    names = [f"Phòng Nghiệp vụ số {number:05}" for number in range(1, units + 1)]
    for name in ("plan.yaml", "papers.yaml"):
        shutil.copy(FOLDER / name, folder / name)
    listed = "".join(f"  - {{name: {name}, headcount: {20 + number % 7}}}\n" for number, name in enumerate(names))
    (folder / "units.yaml").write_text(f"format: units/1\nunits:\n{listed}", encoding="utf-8")
    (folder / "nominations").mkdir()
    for number, name in enumerate(names):
        with (folder / "nominations" / f"{number + 1:05}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows((_HEAD, *_rows(number, name)))
    return folder


def _rows(number: int, unit: str) -> list[tuple[str, ...]]:
    """Return the nominations of a unit: one is late, one lacks papers of its dossier, one has no such award."""
    told = (
        ("Giấy khen", "25/11/2025", "Tờ trình"),
        ("Giấy khen", "18/11/2025", "Tờ trình"),
        ("Cờ sao", "18/11/2025", ""),
    )
    rows = []
    for place, (award, day, papers) in enumerate(told):
        identity = f"001{number * len(told) + place:09}"
        who = f"Nguyễn Văn {_letters(number)} {'ABC'[place]}"
        rows.append((who, "cá nhân", award, unit, "Chuyên viên", "nam", identity, day, papers))
    return rows


def _letters(number: int) -> str:
    """Return a number in letters, as a part of an invented name."""
    return "".join("ABCDĐEGHIK"[int(digit)] for digit in str(number))
