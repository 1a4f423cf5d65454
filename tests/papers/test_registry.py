"""The papers that there are: papers.yaml, the command line and the registry speak of the same, in the same order."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT
from thidua_cli.law.paper_kinds import paper_kinds
from thidua_cli.model.terms import PAPER_NAMES, PAPER_SERIES
from thidua_cli.papers.registry import PAPERS, Paper
from thidua_cli.papers.reports import campaign_report


def test_the_registry_has_the_papers_that_papers_yaml_may_name() -> None:
    assert {name: paper.title for name, paper in PAPERS.items()} == PAPER_NAMES
    assert list(PAPERS) == list(PAPER_NAMES)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_each_has_a_template_and_a_context_file(paper: Paper) -> None:
    assert (ROOT / "templates" / paper.template).is_file()
    assert find_spec(f"thidua_cli.papers.{paper.maker}") is not None


@pytest.mark.parametrize("name", PAPER_SERIES)
def test_the_series_of_a_number_is_that_of_the_kind_it_is_printed_with(name: str) -> None:
    module = campaign_report if name.endswith("-report") else PAPERS[name].module()
    source = Path(module.__file__ or "").read_text(encoding="utf-8")
    assert PAPER_SERIES[name] in {kind for kind in paper_kinds() if f'"{kind}"' in source}
