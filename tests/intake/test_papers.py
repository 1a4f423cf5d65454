"""Papers of every manner met in practice, each with all the facts that it tells: a fact that is not there is wrong."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from thidua_cli.campaign.load_plan import validate
from thidua_cli.intake import Intake, read_plan
from thidua_cli.reading.yaml import parse_yaml

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.txt"))
TODAY = date(2026, 11, 22)
# Facts that must be absent from a paper whose table does not name them.
NEVER_INVENTED = ("number", "date", "phases", "quotas", "targets", "tasks", "participants", "occasions", "dossiers_by")


def expected_of(path: Path) -> dict[str, Any]:
    return yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def text_of(value: Any) -> Any:
    """All scalars as text, as the plan file is read."""
    return yaml.load(yaml.safe_dump(value, allow_unicode=True), Loader=yaml.BaseLoader)


def told(found: Intake) -> dict[str, Any]:
    """Return the facts of an intake in the form of the tables."""
    plan = parse_yaml(found.yaml_text.encode(), "plan.yaml").data
    campaign = plan["campaign"]
    occasions = campaign.get("occasions", [])
    facts = {
        "kind": found.kind,
        "issuer": plan["issuer"]["name"],
        "layout": plan["issuer"].get("layout"),
        "number": plan["number"],
        "date": plan["date"],
        "signers": plan["signers"],
        "recipients": [name for one in plan.get("recipients", []) for name in _names(one)],
        "phases": [
            {key: one[key] for key in ("name", "start", "end") if key in one} for one in campaign.get("phases", [])
        ],
        "quotas": [
            [one["form"], one.get("decided_by"), quota]
            for one in plan.get("awards", [])
            for quota in one.get("quotas", [])
        ],
        "targets": [{key: one[key] for key in ("award", "at_least") if key in one} for one in plan.get("targets", [])],
        "tasks": [{key: value for key, value in one.items() if key != "text"} for one in plan.get("tasks", [])],
        "participants": [one["subject"] for one in plan.get("participants", [])],
        "occasions": [{key: one[key] for key in ("kind", "date") if key in one} for one in occasions if "date" in one],
        "dossiers_by": next((one["dossiers_by"] for one in occasions if "dossiers_by" in one), None),
        "anniversary": campaign.get("anniversary", {}).get("years"),
        "headings": [one.get("heading") for one in plan["body"]],
        "faults": sorted(one.code for one in found.faults),
        **{key: campaign.get(key) for key in ("mode", "theme", "start", "end", "launched_by")},
    }
    return {key: value for key, value in facts.items() if value}


def _names(recipient: Any) -> list[str]:
    names = recipient["to"] if isinstance(recipient, dict) else recipient
    return names if isinstance(names, list) else [names]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_paper_gives_its_facts_and_no_others(path: Path) -> None:
    found = read_plan(path, year=None, today=TODAY)
    expected = expected_of(path)
    assert found.kind == expected["kind"], found.told_by
    if not found.yaml_text:
        assert expected == {"kind": found.kind}
        return
    facts = told(found)
    wanted = {key: value for key, value in expected.items() if key not in ("contains", "doubtful", "numbering")}
    assert {key: facts.get(key) for key in wanted} == wanted
    assert not [key for key in NEVER_INVENTED if key in facts and key not in wanted]
    assert facts.get("faults", []) == expected.get("faults", [])


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_paper_gives_a_plan_that_can_be_checked(path: Path) -> None:
    found = read_plan(path, year=None, today=TODAY)
    if found.yaml_text:
        loaded = validate(parse_yaml(found.yaml_text.encode(), "plan.yaml"))
        assert [one.message for one in loaded.faults] == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_paper_keeps_what_is_not_sure_as_prose_and_tells_so(path: Path) -> None:
    found, expected = read_plan(path, year=None, today=TODAY), expected_of(path)
    doubts = {one.fact for one in found.report if not one.sure}
    assert set(expected.get("doubtful", [])) <= doubts
    flat = " ".join(found.yaml_text.split())
    assert [text for text in expected.get("contains", []) if text not in flat] == []
    if found.yaml_text and "numbering" in expected:
        numbering = parse_yaml(found.yaml_text.encode(), "plan.yaml").data["numbering"]
        assert numbering[: len(expected["numbering"])] == expected["numbering"]
