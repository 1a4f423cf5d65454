"""The real papers: their facts, and every word of them printed again. They stay outside of the repository."""

import os
import subprocess
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.intake.printed import paragraphs_of, plan_of, words_of
from thidua_cli.campaign.load_plan import validate
from thidua_cli.checks.run import check_plan
from thidua_cli.findings.catalogue import rules
from thidua_cli.intake import Intake, read_plan
from thidua_cli.reading.yaml import parse_yaml

SEEDS = Path(os.environ.get("THIDUA_SEEDS") or Path(__file__).parents[3] / "shared" / "seeds")
TABLE = yaml.load((Path(__file__).parent / "seeds.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
TODAY = date(2026, 11, 22)
LEAST_WORDS = 0.99

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real papers are not here")


def seed(name: str) -> Path:
    return next(SEEDS.glob(f"{name}_*.txt"))


def told(found: Intake) -> dict[str, Any]:
    plan = parse_yaml(found.yaml_text.encode(), "plan.yaml").data
    campaign, signer = plan["campaign"], plan["signers"][0]
    recipients = [one if isinstance(one, dict) else {"to": one} for one in plan.get("recipients", [])]
    return {
        "kind": found.kind,
        "issuer": plan["issuer"]["name"],
        "number": plan["number"],
        "date": plan["date"],
        **{key: campaign[key] for key in ("mode", "launched_by", "start", "end")},
        "phases": [[one["name"], one["start"], one["end"]] for one in campaign.get("phases", [])],
        "quotas": [
            [one["form"], one["decided_by"], quota] for one in plan.get("awards", []) for quota in one.get("quotas", [])
        ],
        "recipients": [[one["to"], one.get("for")] for one in recipients],
        "archive": plan.get("archive", []),
        "signer": {key: value for key, value in signer.items() if key != "name"}
        | {"words": str(len(signer.get("name", "").split()))},
        "faults": sorted(one.code for one in found.faults),
    }


def blank_is_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: blank_is_none(one) for key, one in value.items()}
    if isinstance(value, list):
        return [blank_is_none(one) for one in value]
    return None if value == "null" else value


@pytest.mark.parametrize("name", TABLE)
def test_facts_of_a_real_paper(name: str) -> None:
    assert told(read_plan(seed(name), year=None, today=TODAY)) == blank_is_none(TABLE[name])


@pytest.mark.parametrize("name", ["000", "001", "002", "003"])
def test_real_plan_is_printed_again_word_for_word(name: str) -> None:
    source = words_of(seed(name).read_text(encoding="utf-8"))
    printed = words_of(" ".join(paragraphs_of(plan_of(read_plan(seed(name), year=None, today=TODAY).yaml_text))))
    kept = sum(block.size for block in SequenceMatcher(None, source, printed, autojunk=False).get_matching_blocks())
    assert kept / len(source) >= LEAST_WORDS


def test_news_item_is_told_by_its_words_and_leaves_blanks() -> None:
    found = read_plan(seed("004"), year=None, today=TODAY)
    assert "kể lại" in found.told_by
    assert all(section.text == ["…"] for section in plan_of(found.yaml_text).body)
    assert [one.fact for one in found.report if one.sure and one.fact == "trích yếu"] == []


@pytest.mark.office
@pytest.mark.parametrize("name", TABLE)
def test_facts_of_a_real_paper_saved_as_word_file(name: str, office: str, tmp_path: Path) -> None:
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--infilter=Text (encoded):UTF8", "--convert-to", "docx", "--outdir", str(tmp_path), str(seed(name))]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = read_plan(tmp_path / f"{seed(name).stem}.docx", year=None, today=TODAY)
    assert told(found) == blank_is_none(TABLE[name])


@pytest.mark.parametrize("name", TABLE)
def test_check_runs_on_an_imported_paper(name: str) -> None:
    text = read_plan(seed(name), year=None, today=TODAY).yaml_text
    findings = check_plan(validate(parse_yaml(text.encode(), "plan.yaml")), TODAY)
    stages = {rules()[one.code].stage for one in findings}
    assert stages == {"plan"}
