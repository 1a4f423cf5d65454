"""A good plan as plain data, and its findings: for tests that change one thing and look what is said."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from tests.plan_cases import MINIMAL
from thidua_cli.campaign.load_plan import validate
from thidua_cli.checks.run import check_plan
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.reading.document import Document
from thidua_cli.reading.yaml import read_yaml


@pytest.fixture(scope="session")
def _minimal() -> Any:
    return read_yaml(MINIMAL).data


@pytest.fixture
def plan(_minimal: Any) -> Any:
    """The minimal good plan of tests/cases, signed on 2024-03-01; to be changed freely."""
    return deepcopy(_minimal)


@pytest.fixture(scope="session")
def check() -> Callable[[Any], list[Diagnostic]]:
    """Return the findings on plain data on the day 2024-03-05."""

    def findings(data: Any) -> list[Diagnostic]:
        return check_plan(validate(Document("plan.yaml", data=data)), date(2024, 3, 5))

    return findings
