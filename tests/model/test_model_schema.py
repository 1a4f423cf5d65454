"""An editor accepts exactly what reading accepts: the schema is held against the models."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema.parsers.yaml import construct_yaml_implementation
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from tests.model.plans import EVERYTHING, everything, nodes, replaced
from tests.plan_cases import CASES, plan_of_case
from thidua_cli.campaign.load_plan import validate
from thidua_cli.commands.schema import schema_text
from thidua_cli.model.plan import Plan
from thidua_cli.reading.yaml import parse_yaml, read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "plans" / "plan.schema.json"
PLANS = sorted(ROOT.glob("plans/*/plan.yaml"))
PART_VALIDATOR = Draft202012Validator({**json.loads(schema_text("plan")), "required": []})
"""Accepts some keys of a plan without the others, to be quick."""
SHAPE = {"unknown-key", "missing-key", "bad-value", "unknown-award", "unknown-role"}
"""Codes of reading that a schema can speak of; duplicates, syntax and encodings are the parser's."""
VALIDATOR = Draft202012Validator(json.loads(schema_text("plan")))
TOKENS = [
    *("~", "Null", '""', '" "', "[]", "{}", "[[]]", "[~]", "[{}]", "{a: b}", "{text: a}", "[x, y]", "[rest, x]"),
    *("x", "đủ", '" đủ "', '"\u200b"', "2024", '"2024"', "true", '"true"', "Có", '"KHÔNG "', "false", "-1", "1.5"),
    *("0", "007", "100000", "1000000", '"1 "', "10%", "0%", "100,0%", "100.5%", "050%", "0100%", "101%", "1,23456%"),
    *("issue", "2024-02-29", "2023-02-29", "31/4/2024", "5.2024", "05/2024", "1.5.2024", "0999", "2101", "13/2024"),
    *("plan/1", "aims", "[aims, time]", "nd30", "drive", "unit", "giay_khen", "headcount", "I.", "none", "collective"),
    *('">= 5"', '"> 5%"', "[tốt, true]", "gd-1", "Gd 1", '"gd1 "', "12b", "123456", "leader", "final", "up"),
]
# What JSON Schema cannot say: it sees numbers, not how they were typed, and compares no two values.
BEYOND_SCHEMA = {
    "numbering: [1]": "numbering: [1.] is the same number",
    "max: 1.0": "1.0 is a whole number to a schema",
    "max: 0x10": "so is every other spelling of a number",
    "min: 5, max: 2": "two values are not compared",
    "share: {min: 5%, max: 2%, of: headcount}": "two values are not compared",
    "steps: {of: units, table: [{from: 5, max: 1}, {from: 1, max: 2}]}": "entries of a list are not compared",
}


def as_editor(text: str) -> Any:
    return construct_yaml_implementation().load(io.BytesIO(text.encode()))


def readable(data: Any) -> bool:
    """Tell whether reading accepts the data, comparisons aside."""
    try:
        Plan.model_validate(data)
    except ValidationError as error:
        said = [str(one.get("ctx", {}).get("said", "")) for one in error.errors()]
        return all(one.endswith("không tăng dần") or "lớn hơn tối đa" in one for one in said)
    return True


def definitions(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "plan", schema
    yield from schema["$defs"].items()


def test_the_schema_is_valid_and_printed_by_the_command_and_kept_beside_the_examples() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert SCHEMA.read_text(encoding="utf-8") == schema_text("plan"), "run: thidua schema plan > plans/plan.schema.json"


def test_every_key_has_a_vietnamese_title_and_description() -> None:
    for name, definition in definitions(VALIDATOR.schema):
        for key, entry in definition["properties"].items():
            for words in (entry["title"], entry["description"]):
                assert not words.isascii(), f"{name}.{key}: {words}"
            assert entry["description"].endswith((".", "…")), f"{name}.{key}"


def test_the_full_plan_uses_every_key_and_is_accepted() -> None:
    data = everything()
    used = {step for steps in nodes(data) for step in steps if isinstance(step, str)}
    known = {key for _, definition in definitions(VALIDATOR.schema) for key in definition["properties"]}
    assert known - used == set()
    assert readable(data)
    assert VALIDATOR.is_valid(as_editor(EVERYTHING.read_text(encoding="utf-8")))


@pytest.mark.slow
@pytest.mark.parametrize("token", TOKENS)
def test_schema_and_reading_agree_on_any_value_in_any_place(token: str) -> None:
    ours, theirs = everything(), as_editor(EVERYTHING.read_text(encoding="utf-8"))
    our_value, their_value = parse_yaml(f"a: {token}".encode(), "f").data["a"], as_editor(f"a: {token}")["a"]  # type: ignore[index,call-overload]
    for steps in nodes(ours):
        key, *rest = steps
        accepted = PART_VALIDATOR.is_valid({key: replaced(theirs[key], tuple(rest), their_value)})
        assert accepted == readable(replaced(ours, steps, our_value)), f"{steps}: {token}"


def test_schema_and_reading_agree_on_keys_left_out_and_added() -> None:
    data = everything()
    for steps in [(), *nodes(data)]:
        found = data
        for step in steps:
            found = found[step]
        if not isinstance(found, dict):
            continue
        for changed in [{**found, "la": "x"}, *({k: v for k, v in found.items() if k != left} for left in found)]:
            whole = replaced(data, steps, changed)
            assert VALIDATOR.is_valid(whole) == readable(whole), f"{steps}: {sorted(changed)}"


@pytest.mark.parametrize("text", BEYOND_SCHEMA)
def test_what_a_schema_cannot_say_is_refused_by_reading_alone(text: str) -> None:
    plan = EVERYTHING.read_text(encoding="utf-8")
    if text.startswith("numbering"):
        changed = plan.replace('numbering: [I., 1., a), "-"]', text)
    else:
        changed = plan.replace("{subject: hộ dân, open: true}", f"{{subject: hộ dân, {text}}}")
    assert changed != plan
    assert VALIDATOR.is_valid(as_editor(changed))
    assert {fault.code for fault in validate(parse_yaml(changed.encode(), "f")).faults} == {"bad-value"}


def test_the_public_tool_agrees_on_all_examples_and_cases(tmp_path: Path) -> None:
    written = []
    for case in CASES.glob("*/*.yaml"):
        written.append(tmp_path / f"{case.parent.name}-{case.name}")
        written[-1].write_bytes(plan_of_case(case))
    paths = [path for path in (*PLANS, *written, EVERYTHING) if not parser_faults(path)]
    command = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", str(SCHEMA), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    assert not report.get("parse_errors")
    refused = {error["filename"] for error in report["errors"]}
    assert refused == {
        str(path) for path in paths if {fault.code for fault in validate(read_yaml(path)).faults} & SHAPE
    }
    assert refused, "there are broken cases among them"
    assert len(paths) > len(refused) + len(PLANS)


def parser_faults(path: Path) -> bool:
    return bool(read_yaml(path).faults)
