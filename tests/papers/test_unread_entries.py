"""A value of papers.yaml that was not understood refuses the papers that its entry is about, and no others."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, Run
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.errors import ThiduaError
from thidua_cli.model.paper_keys import CEREMONY_DOCS, paper_keys
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS

_DAY = date(2026, 11, 22)
_EXAMPLE = ROOT / "plans" / "vi-nguoi-ngheo"
_NOTHING: dict[str, str] = {"không có": "?"}  # no key of an entry holds that
# Papers that print what the entry of another tells: the money of a decision stands in reports too.
_ALSO = {
    "submission": {"list", "decision"},
    "minutes": {"decision"},
    "certificate": {"certificate-ruler"},
    "decision": {"money", "certificate", "correction", "interim-report", "final-report"},
    "money": {"decision", "interim-report", "final-report"},
    **{doc: set(CEREMONY_DOCS) for doc in CEREMONY_DOCS},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(_EXAMPLE, tmp_path / "vi-nguoi-ngheo"))


def _entries(folder: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.load((folder / "papers.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)[
        "papers"
    ]
    return entries


def _tell(folder: Path, entries: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump({"format": "papers/1", "papers": entries}, allow_unicode=True)
    (folder / "papers.yaml").write_text(text, encoding="utf-8")


def _refusing(folder: Path) -> set[str]:
    """Return the papers that are refused for something that was not understood of their entry."""
    findings, campaign = examine(load_campaign(folder), _DAY)
    assert campaign is not None
    asked = Asked(_DAY, findings=findings)
    return {name for name in PAPERS if "chưa hiểu “" in _why_not(campaign, name, asked)}


def _why_not(campaign: ResolvedCampaign, name: str, asked: Asked) -> str:
    try:
        for _ in PAPERS[name].documents(campaign, asked):
            pass
    except ThiduaError as error:
        return error.message
    return ""


@cache
def _made_at_all() -> frozenset[str]:
    findings, campaign = examine(load_campaign(_EXAMPLE), _DAY)
    assert campaign is not None
    return frozenset(name for name in PAPERS if not _why_not(campaign, name, Asked(_DAY, findings=findings)))


@pytest.mark.parametrize("doc", [name for name, told in paper_keys().items() if told.keys])
def test_a_value_that_was_not_understood_refuses_the_papers_of_its_entry_alone(doc: str, folder: Path) -> None:
    key = paper_keys()[doc].keys[-1]
    others = [one for one in _entries(folder) if one["doc"] != doc]
    _tell(folder, [*others, {"doc": doc, key: _NOTHING}])
    refusing = _refusing(folder)
    assert refusing <= {doc, *_ALSO.get(doc, ())}
    assert doc in refusing or doc not in _made_at_all()


@pytest.mark.parametrize("key", sorted({key for told in paper_keys().values() for key in (*told.keys, *told.by)}))
def test_every_key_is_told_by_the_check_and_its_paper_refuses(key: str, folder: Path, run: Run) -> None:
    docs = [doc for doc, told in paper_keys().items() if key in (*told.keys, *told.by) and doc in _made_at_all()]
    doc = (docs or ["correction"])[0]
    others = [one for one in _entries(folder) if one["doc"] != doc]
    _tell(folder, [*others, {"doc": doc, key: _NOTHING}])
    checked = run("check", folder, "--on", "2026-11-22")
    assert checked.code == 1
    assert "papers.yaml:" in checked.out
    refusing = _refusing(folder)
    assert refusing <= {doc, *_ALSO.get(doc, ())}
    assert doc in refusing or not docs


@pytest.mark.parametrize("row", ["0", "-3", "hai", "2,5"])
def test_a_row_that_is_none_stops_no_paper_but_those_of_the_ceremony(row: str, folder: Path, run: Run) -> None:
    entries = _entries(folder)
    [ceremony] = [one for one in entries if "row" in one]
    ceremony["row"] = row
    _tell(folder, entries)
    told = run("check", folder, "--on", "2026-11-22")
    assert told.code == 1
    assert f"“{row}”" in told.out
    assert _refusing(folder) == {"programme", "script", "ceremony-invitation"}
    made = run("render", folder, "--doc", "decision", "--doc", "certificate", "--doc", "guidance", "-o", folder / "o")
    assert made.code == 0, made.err
    refused = run("render", folder, "--doc", "ceremony-invitation", "-o", folder / "o")
    assert refused.code == 2
    assert "papers.yaml, dòng " in refused.err
    assert "chưa hiểu “row” của mục thư mời dự lễ trao thưởng" in refused.err
    draft = run("render", folder, "--doc", "ceremony-invitation", "--draft", "-o", folder / "o")
    assert draft.code == 0, draft.err
    assert "bản nháp thiếu 1 chỗ chưa đọc được" in draft.err


def test_a_key_that_its_paper_does_not_take_stops_none(folder: Path) -> None:
    _tell(folder, [one | ({"row": "0"} if one["doc"] == "guidance" else {}) for one in _entries(folder)])
    assert _refusing(folder) == set()


def test_an_unknown_key_may_be_any_and_stops_its_paper(folder: Path) -> None:
    _tell(folder, [one | ({"rows": "2"} if one["doc"] == "guidance" else {}) for one in _entries(folder)])
    assert _refusing(folder) == {"guidance"}


def test_an_entry_of_no_known_paper_may_be_of_any(folder: Path, run: Run) -> None:
    _tell(folder, [*_entries(folder), {"doc": "giấy gì đó", "row": "2"}])
    refused = run("render", folder, "--doc", "guidance", "-o", folder / "o")
    assert refused.code == 2
    assert "chưa đọc được" in refused.err


def test_of_many_faults_each_entry_is_refused(folder: Path) -> None:
    """Beyond the faults that are told one by one, too."""
    _tell(folder, [{"doc": "guidance", "row": "0"}] * 300 + [{"doc": "council-decision", "bases": _NOTHING}])
    assert _refusing(folder) == {"council-decision"}
