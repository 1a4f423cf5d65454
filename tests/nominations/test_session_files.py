"""The files that hold sessions of a council: beside the plan and in ``council/``, of YAML and of tables."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.council.as_tables import LAYOUTS
from tests.plan_cases import MINIMAL
from thidua_cli.campaign.load_folder import load_campaign

SESSION = "format: council/1\nname: Hội đồng A\nmembers: [Lê Văn Cúc]\n"


def test_two_files_beside_the_plan_are_none_and_those_of_the_folder_are_read(tmp_path: Path) -> None:
    put(tmp_path, {"council.yaml": SESSION, "council.csv": "x", "council/b.yaml": SESSION, "council/a.yml": SESSION})
    loaded = load_campaign(tmp_path)
    assert [Path(one.record.origin.file).name for one in loaded.sessions] == ["a.yml", "b.yaml"]
    assert [Path(one.file).name for one in loaded.sessions_unread] == ["council.yaml"]
    assert sorted(Path(one.file).name for one in loaded.unread) == ["council.csv", "council.yaml"]


def test_a_workbook_among_the_sessions_is_read(tmp_path: Path) -> None:
    name, written = LAYOUTS["sheets"]
    put(tmp_path, {"council/1.yaml": SESSION})
    (tmp_path / "council" / name).write_bytes(written({"name": "Hội đồng A", "members": ["Trần Thị Đào"]}))
    loaded = load_campaign(tmp_path)
    assert [one.council.members[0].name for one in loaded.sessions] == ["Lê Văn Cúc", "Trần Thị Đào"]
    assert (loaded.sessions_unread, loaded.unread, loaded.faults) == ([], [], [])


@pytest.mark.parametrize("beside", [True, False])
def test_a_folder_of_sessions_that_cannot_be_looked_into_may_hold_votes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, beside: bool
) -> None:
    put(tmp_path, {"council/1.yaml": SESSION, **({"council.yaml": SESSION} if beside else {})})
    closed = PermissionError(13, "Permission denied", str(tmp_path / "council"))
    look = os.walk

    def walk(top: Any, onerror: Any = None, **more: Any) -> Any:
        if Path(top).name != "council":
            return look(top, onerror=onerror, **more)
        if onerror:
            onerror(closed)
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    loaded = load_campaign(tmp_path)
    assert len(loaded.sessions) == beside
    assert [Path(one.file).name for one in loaded.sessions_unread] == ["council"]
    assert [one.code for one in loaded.faults] == ["unreadable-file"]
    assert [Path(one.file).name for one in loaded.unread] == ["council"]


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in {"plan.yaml": MINIMAL.read_text(encoding="utf-8"), **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
