"""How lists name awards: the tables beside this file, each text with what it means in a plan."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.plan_cases import MINIMAL
from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.load_plan import validate
from thidua_cli.reading.document import Document
from thidua_cli.reading.yaml import read_yaml

HERE = Path(__file__).parent
TABLES = yaml.safe_load((HERE / "spellings.yaml").read_text(encoding="utf-8"))
CASES = [(plan, meant, text) for plan, table in TABLES.items() for meant, texts in table.items() for text in texts]


@cache
def names(plan: str) -> AwardNames:
    """Return the names of the awards of a plan of ``plans.yaml``."""
    data = read_yaml(MINIMAL).data
    assert isinstance(data, dict)
    changes: dict[str, Any] = yaml.safe_load((HERE / "plans.yaml").read_text(encoding="utf-8"))[plan]
    loaded = validate(Document("plan.yaml", data={**data, **changes}))
    assert loaded.plan is not None, loaded.faults
    return AwardNames(loaded.plan)


def meaning(plan: str, text: str) -> str:
    """Return the id of the award that a text means, or ``asked``, ``several``, ``none``."""
    found = names(plan).find(text, None)
    if found.problem is None:
        return found.awards[0].id
    if len(parts := names(plan).parts(text)) > 1:
        assert all(names(plan).find(part, None).problem is None for part in parts)
        return "several"
    return "asked" if "chưa rõ là hình thức nào" in found.problem[0] else "none"


@pytest.mark.parametrize(("plan", "meant", "text"), CASES, ids=lambda value: value)
def test_what_a_text_means(plan: str, meant: str, text: str) -> None:
    assert meaning(plan, text) == meant
