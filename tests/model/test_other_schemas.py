"""The schemas of nominations, units and council accept the files that check reads, and refuse what it refuses."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.conftest import ROOT
from thidua_cli.model.schema import schema_of

_FILES = [
    (path, name)
    for folder in ("plans", "tests/nominations/cases")
    for name, pattern in (
        ("nominations", "*/nominations*.yaml"),
        ("nominations", "*/nominations/*.yaml"),
        ("units", "*/units.yaml"),
        ("council", "*/council.yaml"),
    )
    for path in sorted((ROOT / folder).glob(pattern))
]


def _errors(name: str, data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema_of(name)).iter_errors(data)]


@pytest.mark.parametrize(
    ("path", "name"), _FILES, ids=lambda value: str(value.relative_to(ROOT) if isinstance(value, Path) else value)
)
def test_files_that_are_read_are_accepted(path: Path, name: str) -> None:
    # As editors type YAML 1.2: dates stay text.
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert _errors(name, data) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nominations", {"format": "nominations/1"}),
        ("nominations", {"format": "nominations/1", "nominations": [{"nam": "A"}]}),
        ("nominations", {"format": "nominations/1", "nominations": [{"name": "A", "born": "31/02/1980"}]}),
        ("units", {"format": "units/1", "units": [{"name": "A", "headcount": "mười"}]}),
        ("council", {"format": "council/1", "name": "Hội đồng", "members": []}),
        ("council", {"format": "council/1", "name": "Hội đồng", "members": ["A"], "votes": [{"name": "B"}]}),
    ],
)
def test_what_check_refuses_is_refused(name: str, data: dict[str, Any]) -> None:
    assert _errors(name, data)


@pytest.mark.parametrize("name", ["plan", "nominations", "units", "council"])
def test_every_property_is_described_in_vietnamese(name: str) -> None:
    schema = schema_of(name)
    for definition in (schema, *schema["$defs"].values()):
        for key, entry in definition.get("properties", {}).items():
            assert entry.get("title"), key
            assert entry.get("description"), key
