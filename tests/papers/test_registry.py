"""The papers that there are: papers.yaml, the command line and the registry speak of the same, in the same order."""

from importlib.util import find_spec

import pytest

from tests.conftest import ROOT
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.registry import PAPERS, Paper


def test_the_registry_has_the_papers_that_papers_yaml_may_name() -> None:
    assert {name: paper.title for name, paper in PAPERS.items()} == PAPER_NAMES
    assert list(PAPERS) == list(PAPER_NAMES)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_each_has_a_template_and_a_context_file(paper: Paper) -> None:
    assert (ROOT / "templates" / paper.template).is_file()
    assert find_spec(f"thidua_cli.papers.{paper.maker}") is not None
