"""The schemas of the files beside a plan accept the files that are read, and refuse what reading refuses."""

import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from tests.conftest import ROOT
from tests.docs.doc_pages import blocks_of
from thidua_cli.commands.schema import SCHEMAS
from thidua_cli.model.messages import validated
from thidua_cli.model.schema import MODELS, schema_of
from thidua_cli.reading.yaml import parse_yaml

_FOLDERS = ("plans", "templates", "tests/nominations/cases", "tests/quota", "tests/papers")
_OTHERS = [name for name in SCHEMAS if name != "plan"]
_FORMAT = re.compile(r"^format: (\w+)/1$", re.MULTILINE)
_GUIDE = ROOT / "docs" / "huong-dan.md"


def _typed() -> list[tuple[str, str, str]]:
    """Return place, format and text of every file of these formats, and of those that the guide shows."""
    files = [path for folder in _FOLDERS for path in sorted((ROOT / folder).rglob("*.yaml")) if path.is_file()]
    texts = [(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in files]
    blocks = blocks_of(_GUIDE.read_text(encoding="utf-8"))
    texts += [(f"huong-dan.md-{block.start}", block.text) for block in blocks if block.language == "yaml"]
    found = [(place, _FORMAT.search(text), text) for place, text in texts]
    return [(place, said[1], text) for place, said, text in found if said and said[1] in _OTHERS]


TYPED = _typed()


def _errors(name: str, data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema_of(name)).iter_errors(data)]


def test_a_file_of_every_format_is_there() -> None:
    assert {name for _, name, _ in TYPED} == set(_OTHERS)


@pytest.mark.parametrize(("place", "name", "text"), TYPED, ids=[place for place, _, _ in TYPED])
def test_files_that_are_read_are_accepted(place: str, name: str, text: str) -> None:
    value, faults = validated(parse_yaml(text.encode(), place), MODELS[name])
    if value is None:
        assert faults
        assert place.startswith("tests/"), "examples and guide are without fault"
        return
    # As editors type YAML 1.2: dates stay text.
    assert _errors(name, yaml.load(text, Loader=yaml.BaseLoader)) == []


_DECISION = {"id": "qd-1", "number": "1/QĐ-A", "date": "2024-12-20", "decided_by": "Giám đốc", "awards": ["giay-khen"]}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nominations", {}),
        ("nominations", {"nominations": [{"nam": "A"}]}),
        ("nominations", {"nominations": [{"name": "A", "born": "31/02/1980"}]}),
        ("units", {"units": [{"name": "A", "headcount": "mười"}]}),
        ("units", {"units": {"name": "A"}}),
        ("council", {"name": "Hội đồng", "members": []}),
        ("council", {"name": "Hội đồng", "members": ["A"], "votes": [{"name": "B"}]}),
        ("results", {"occasions": "tong-ket"}),
        ("results", {"targets": [{"achieved": "5%"}]}),
        ("results", {"targets": [{"target": "a", "values": {"năm nay": 5}}]}),
        ("results", {"targets": [{"target": "a", "achieved": "gần đủ"}]}),
        ("results", {"participation": {"units": "mười"}}),
        ("results", {"activities": [{"count": 3}]}),
        ("results", {"as_of": "31/11/2024"}),
        ("results", {"year": 24}),
        ("results", {"participation": {"persons": "-5"}}),
        ("results", {"participation": {"asked_units": -1}}),
        ("results", {"activities": [{"what": "Hội nghị", "count": "-3"}]}),
        ("results", {"activities": [{"what": "Hội nghị", "before": -3}]}),
        ("decisions", {"decisions": [{**_DECISION, "awarded": ["A"], "register_from": "0"}]}),
        ("papers", {"papers": [{"doc": "script", "row": "0"}]}),
        ("papers", {"papers": [{"doc": "script", "row": -2}]}),
        ("decisions", {}),
        ("decisions", {"decisions": [{**_DECISION}]}),
        ("decisions", {"decisions": [{**_DECISION, "awarded": []}]}),
        ("decisions", {"decisions": [{**_DECISION, "awarded": ["A"], "awards": []}]}),
        ("decisions", {"decisions": [{**_DECISION, "awarded": ["A"], "excepted": [{"name": "B"}]}]}),
        ("decisions", {"decisions": [{**_DECISION, "awarded": ["A"], "date": "20-12"}]}),
        ("papers", {"papers": [{"number": 5}]}),
        ("papers", {"papers": [{"doc": "to-trinh"}]}),
        ("papers", {"papers": [{"doc": "submission", "nummer": 5}]}),
        ("papers", {"papers": [{"doc": "decision", "amounts": [{"award": "gk", "subject": "collective"}]}]}),
        ("papers", {"papers": [{"doc": "correction", "changes": [{"old": "A", "new": "B"}]}]}),
        ("office", {"page": {"righ_margin": 15}}),
        ("office", {"page": {"paragraph_space": "giữa"}}),
        ("office", {"page": {"line": "rộng"}}),
        ("office", {"signers": [{"name": "Nguyễn Văn A"}]}),
        ("certificate", {}),
    ],
)
def test_what_is_refused_when_read_is_refused(name: str, data: dict[str, Any]) -> None:
    told = {"format": f"{name}/1", **data}
    with pytest.raises(ValidationError):
        MODELS[name].model_validate(told)
    assert _errors(name, told)


@pytest.mark.parametrize("name", _OTHERS)
def test_the_format_of_another_file_is_refused(name: str) -> None:
    texts = [text for _, said, text in TYPED if said == name]
    data = yaml.load(texts[-1], Loader=yaml.BaseLoader)
    assert _errors(name, {**data, "format": f"{name}/2"})


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_is_described_in_vietnamese(name: str) -> None:
    schema = schema_of(name)
    for definition in (schema, *schema.get("$defs", {}).values()):
        for key, entry in definition.get("properties", {}).items():
            assert entry.get("title"), key
            assert entry.get("description"), key
            assert re.search("[À-ỹ]", entry["title"] + entry["description"]), f"{key}: not in Vietnamese"
