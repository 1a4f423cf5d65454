"""JSON Schema from the models, so that an editor accepts what ``thidua check`` accepts.

An editor sees the file after YAML 1.2 has typed it: ``2024`` is a number there and text here, so both forms are
allowed. What JSON Schema cannot say is left to the checks: min above max, steps that do not ascend, numbers typed
in another way than in plain digits (``1.0``, ``0x10``).
"""

from typing import Any

from pydantic import BaseModel

from thidua_cli.model.certificate import Certificate
from thidua_cli.model.council import Council
from thidua_cli.model.decision import DecisionFile
from thidua_cli.model.nomination import NominationFile
from thidua_cli.model.office import Office
from thidua_cli.model.paper_facts import PaperFile
from thidua_cli.model.plan import Plan
from thidua_cli.model.results import Results
from thidua_cli.model.unit import UnitFile

MODELS: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "nominations": NominationFile,
    "units": UnitFile,
    "council": Council,
    "results": Results,
    "decisions": DecisionFile,
    "papers": PaperFile,
    "office": Office,
    "certificate": Certificate,
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str) -> dict[str, Any]:
    """Return the schema of the file format ``name``; titles and descriptions are Vietnamese."""
    schema = MODELS[name].model_json_schema(by_alias=True)
    for definition in (schema, *schema.get("$defs", {}).values()):
        definition.pop("description", None)  # the docstring of the class is for engineers
        definition.pop("title", None)
        _accept_blanks(definition)
    return {"$schema": _DRAFT, "title": f"thidua: {name}", **schema}


def _accept_blanks(definition: dict[str, Any]) -> None:
    """A key that may be left out may also be left blank; a name that is not allowed is refused."""
    required = definition.get("required", ())
    for key, entry in definition.get("properties", {}).items():
        entry.pop("default", None)
        if "patternProperties" in entry:
            entry["additionalProperties"] = False
        if key in required or {"type": "null"} in entry.get("anyOf", ()):
            continue
        words = {word: entry.pop(word) for word in ("title", "description") if word in entry}
        definition["properties"][key] = {**words, "anyOf": [entry, {"type": "null"}]}
