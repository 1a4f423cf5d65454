"""``thidua check --format json``: names that other programs rely on, for every example and case.

``expected.json`` beside each case (``reports/`` for the examples) holds what the report tells beyond the findings
of ``expected.out``; ``THIDUA_UPDATE=1`` rewrites it.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PLANS, ROOT, Run
from tests.nominations.case_folders import CASES, copied, day_of
from thidua_cli.campaign.load_plan import load_plan

_PARTS = ("version", "summary", "diagnostics", "nominations", "quotas", "unread")
_PLACE = ("file", "line", "column", "sheet", "cell")
_DIAGNOSTIC = ("code", "severity", "message", "hint", "basis", *_PLACE, "path", "subject", "related")
_NOMINATION = {
    *("campaign", "name", "subject", "unit", "award", "position", "group", "gender", "born", "received", "year"),
    *("occasion", "phase", "file", "sheet", "cell", "line"),
}
_QUOTA = {
    *("campaign", "path", "award", "subject", "group", "units", "unit", "cluster", "occasion", "phase", "year"),
    *("count", "open", "base", "min", "max", "by", "verdict"),
}
_VERDICTS = {"met", "exceeded", "short", "undecided", "open"}
_WHOLE = {"count", "open", "by"}
_NUMBERS = {"year", "base", "min", "max"}


def _expected(example: Path) -> Path:
    reports = ROOT / "tests" / "cli" / "reports"
    return reports / f"{example.name}.json" if example in PLANS else example / "expected.json"


def _reported(folder: Path, run: Run) -> dict[str, Any]:
    """Return the report on a folder that stands in the current one."""
    result = run("check", folder.name, "--on", day_of(folder) or "2026-11-22", "--format", "json")
    report: dict[str, Any] = json.loads(result.out)
    assert result.code == (1 if report["summary"]["errors"] else 0)
    return report


@pytest.mark.parametrize("example", [*PLANS, *CASES], ids=lambda example: example.name)
def test_the_report_on_every_example(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Each example is checked once; what is told of it is held against all that the report promises."""
    monkeypatch.chdir(tmp_path)
    folder = copied(example, tmp_path)
    report = _reported(folder, run)
    _has_the_names_of_the_contract(report, example.name)
    told = {one["path"] for one in report["diagnostics"] if one["code"] == "quota-undecided"}
    _verdicts_are_what_the_numbers_say(report["quotas"], told)
    _speaks_in_the_ids_of_the_plan(report["nominations"], folder)
    _is_stable(report, _expected(example))


def _has_the_names_of_the_contract(report: dict[str, Any], name: str) -> None:
    assert tuple(report) == _PARTS
    assert report["version"] == 2
    assert set(report["summary"]) == {"errors", "warnings", "notes"}
    assert all(tuple(one) == _DIAGNOSTIC for one in report["diagnostics"])
    assert all(set(other) == {"message", *_PLACE} for one in report["diagnostics"] for other in one["related"])
    assert all(set(one) == _NOMINATION for one in report["nominations"])
    assert all(set(one) == {"file", "reason"} and all(one.values()) for one in report["unread"])
    for quota in report["quotas"]:
        assert set(quota) == _QUOTA
        assert quota["verdict"] in _VERDICTS
        assert all(type(quota[name]) is int for name in _WHOLE)
        assert all(quota[name] is None or type(quota[name]) is int for name in _NUMBERS)
        assert isinstance(quota["subject"], list)
    assert all(one["campaign"] == name for one in (*report["nominations"], *report["quotas"]))


def _is_stable(report: dict[str, Any], expected: Path) -> None:
    """What is told beyond the findings."""
    subjects = sorted({(one["code"], one["subject"]) for one in report["diagnostics"] if one["subject"]})
    records = {name: report[name] for name in ("nominations", "quotas", "unread")}
    lines = [f'"subjects": {json.dumps(subjects, ensure_ascii=False)}']
    for name, found in records.items():
        rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in found)
        lines.append(f'"{name}": [\n{rows}\n]' if rows else f'"{name}": []')
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    if os.environ.get("THIDUA_UPDATE"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def _verdicts_are_what_the_numbers_say(quotas: list[dict[str, Any]], told: set[str]) -> None:
    """Hold each verdict against its row; what is undecided beside the numbers is ``told`` by a finding at its quota."""
    for quota in quotas:
        count, most, low, high = quota["count"], quota["count"] + quota["open"], quota["min"], quota["max"]
        if quota["verdict"] == "open":
            assert (low, high) == (None, None)
        elif high is not None and count > high:
            assert (quota["verdict"], quota["by"]) == ("exceeded", count - high)
        elif quota["verdict"] == "undecided":
            assert quota["path"] in told or not quota["count"] + quota["open"]
        elif low is not None and most < low:
            assert (quota["verdict"], quota["by"]) == ("short", low - most)
        elif quota["open"] == 0 and (low, high) != (None, None):
            assert (quota["verdict"], quota["by"]) == ("met", 0)
        else:
            assert quota["verdict"] == "met"


def _speaks_in_the_ids_of_the_plan(nominations: list[dict[str, Any]], folder: Path) -> None:
    plan = load_plan(folder).plan
    assert plan is not None
    known = {
        "award": {award.id for award in plan.awards},
        "occasion": {occasion.id for occasion in plan.campaign.occasions},
        "phase": {phase.id for phase in plan.campaign.phases},
    }
    for one in nominations:
        assert {name: one[name] for name, ids in known.items() if one[name] not in {None, *ids}} == {}
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", one[name] or "2000") for name in ("born", "received"))
        assert bool(one["cell"]) != bool(one["line"])


def test_several_campaigns_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    folders = [copied(plan, tmp_path) for plan in PLANS]
    report = json.loads(run("check", *(folder.name for folder in folders), "--format", "json").out)
    alone = [json.loads(run("check", folder.name, "--format", "json").out) for folder in folders]
    for part in ("nominations", "quotas", "unread"):
        assert report[part] == [row for one in alone for row in one[part]]
    assert {"mttq-2024", "van-quan-60-nam", "vi-nguoi-ngheo"} < {row["campaign"] for row in report["quotas"]}


@pytest.mark.parametrize("plan", ["title: Kế hoạch\n", "title: 'Kế hoạch\n"], ids=["model", "syntax"])
def test_a_plan_that_cannot_be_read_stands_in_unread(plan: str, tmp_path: Path, run: Run) -> None:
    listed = next(case for case in CASES if (case / "nominations.yaml").exists())
    folder = copied(listed, tmp_path)
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    report = json.loads(run("check", folder, "--format", "json").out)
    assert [one["file"] for one in report["unread"]] == [str(folder / "plan.yaml")]
    assert report["quotas"] == []
    assert {one["award"] for one in report["nominations"]} == {None}


_FILES = {
    "nominations/phong-a.docx": "Word",
    "nominations/sau/phong-b.pdf": "PDF",
    "nominations/phong-g.la": ".la",
    "nominations/phong-c.yaml": "format",
    "nominations/phong-d.csv": "Họ và tên",
    "nominations/phong-e.csv": "không có dòng đề nghị nào",
    "units.docx": "Word",
    "council.yaml": "format",
}
_CONTENT = {".docx": "PK", ".pdf": "x", ".la": "x", ".yaml": "nominations: []\n", ".csv": "Số,Tên gọi\n1,2\n"}
_HEADINGS = "Họ và tên,Hình thức đề nghị\n"
_LEFT_BEHIND = ("nominations/~$phong-a.docx", "nominations/.DS_Store", "nominations/Thumbs.db")


@pytest.mark.parametrize("name", _FILES)
def test_each_file_that_was_not_read_is_named_with_the_reason(name: str, tmp_path: Path, run: Run) -> None:
    folder = copied(ROOT / "plans" / "mttq-2024", tmp_path)
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(_HEADINGS if name.endswith("e.csv") else _CONTENT[path.suffix], encoding="utf-8")
    for other in _LEFT_BEHIND:
        (folder / other).write_bytes(b"x")
    (unread,) = json.loads(run("check", folder, "--format", "json").out)["unread"]
    assert unread["file"] == str(path)
    assert _FILES[name] in unread["reason"]
    assert run("check", folder).out.count(str(path)) >= 1


def test_many_files_that_were_not_read_are_capped_on_screen(tmp_path: Path, run: Run) -> None:
    folder = copied(ROOT / "plans" / "mttq-2024", tmp_path)
    for number in range(30):
        (folder / "nominations" / f"{number}.pdf").write_bytes(b"PK")
    out = run("check", folder).out
    assert out.count(".pdf: lưu ý: tệp này chưa được đọc") == 20
    assert "còn 10 tệp chưa đọc nữa" in out


@pytest.mark.parametrize(("suffix", "told"), [(".docx", "danh sách"), (".doc", "Word cũ"), (".pdf", "PDF")])
def test_a_paper_is_no_plan_and_a_list_needs_its_campaign(suffix: str, told: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / f"danh-sach{suffix}"
    path.write_bytes(b"PK")
    result = run("check", path)
    assert result.code == 2
    assert told in result.err
    assert "--from" in result.err
    assert "YAML" not in result.err
