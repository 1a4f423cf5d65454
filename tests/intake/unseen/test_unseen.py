"""Papers written by people who had not seen the reader: what it says for sure must be what a clerk took, no more.

Beside each paper stands what a clerk took from it before the import ran; ``left`` names the facts that the import
leaves in the prose. A fact beyond the clerk's is false, a fact that is no longer left must be struck off the list.
"""

from datetime import date
from pathlib import Path

import pytest

from tests.intake.unseen.clerk import as_word, given_by_import, taken_by_clerk
from thidua_cli.campaign.load_plan import validate
from thidua_cli.intake import Intake, read_plan
from thidua_cli.reading.yaml import parse_yaml

HERE = Path(__file__).parent
PAPERS = sorted(HERE.glob("*.txt"))
TODAY = date(2026, 11, 22)


def read(paper: Path, folder: Path, year: int | None = None) -> Intake:
    """Import a paper; one named ``.docx.txt`` is made a Word file first."""
    if paper.stem.endswith(".docx"):
        word = folder / paper.stem
        as_word(paper.read_text(encoding="utf-8"), word)
        return read_plan(word, year=year, today=TODAY)
    return read_plan(paper, year=year, today=TODAY)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_what_is_sure_is_what_a_clerk_took(paper: Path, tmp_path: Path) -> None:
    kind, taken, left = taken_by_clerk(HERE / f"{paper.name.partition('.')[0]}.yaml")
    found = read(paper, tmp_path)
    assert (found.kind == "plan") == (kind == "campaign"), found.told_by
    if kind != "campaign":
        return
    given = given_by_import(found, taken)
    assert sorted(given - taken) == []
    assert sorted(taken - given) == sorted(left)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_number_of_awards_is_a_fact_or_in_doubt(paper: Path, tmp_path: Path) -> None:
    """A quota that the import leaves is told to the officer, unless a table holds it: then the table is."""
    kind, _, left = taken_by_clerk(HERE / f"{paper.name.partition('.')[0]}.yaml")
    if kind == "campaign" and any(fact.startswith("quota:") and " open" not in fact for fact in left):
        doubts = [line.fact for line in read(paper, tmp_path).report if not line.sure]
        assert {"số lượng", "bảng"} & set(doubts)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_the_draft_is_a_plan_that_next_year_takes_over(paper: Path, tmp_path: Path) -> None:
    for year in (None, 2027):
        text = read(paper, tmp_path, year).yaml_text
        if text:
            loaded = validate(parse_yaml(text.encode(), "plan.yaml"))
            assert [(one.line, one.message) for one in loaded.faults] == []
