"""A campaign whose council's session is written in a file of any kind."""

import json
from datetime import date
from pathlib import Path

from tests.nominations.case_folders import HERE as NOMINATIONS

TODAY = date(2024, 12, 5)
NOMINEES = [
    {"id": "DN-01", "name": "Nguyễn Văn An", "unit": "Phòng Một"},
    {"id": "DN-02", "name": "Lê Thị Bình", "unit": "Phòng Hai"},
    {"id": "DN-03", "name": "Nguyễn Văn An", "unit": "Phòng Hai"},
    {"id": "04", "name": "Trần Văn Cúc", "unit": "Phòng Hai"},
    {"name": "Phạm Thị Dung", "unit": "Phòng Một"},
    {"id": "DN-06", "name": "Hoàng Văn Em", "unit": "Phòng Một"},
    {"id": "DN-06", "name": "Vũ Thị Gấm", "unit": "Phòng Một"},
]
SESSION = {
    "format": "council/1",
    "name": "Hội đồng Thi đua - Khen thưởng Sở Xây dựng",
    "held": "2024-12-02",
    "members": [f"Ủy viên {letter}" for letter in "ABCDE"],
}


def folder_with(folder: Path, name: str, session: bytes) -> Path:
    """Return a campaign that has its session in a file of this name."""
    folder.mkdir(exist_ok=True)
    plan = (NOMINATIONS / "plan.yaml").read_bytes()
    (folder / "plan.yaml").write_bytes(plan)
    listed = [{**one, "subject": "individual", "award": "cstd", "rating": "excellent"} for one in NOMINEES]
    nominations = {"format": "nominations/1", "year": 2024, "received": "2024-12-01", "nominations": listed}
    (folder / "nominations.yaml").write_text(json.dumps(nominations), encoding="utf-8")
    (folder / name).write_bytes(session)
    return folder
