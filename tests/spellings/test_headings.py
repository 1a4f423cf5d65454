"""Headings of columns as officers write them: almost all are understood, and none is understood as anything else."""

from pathlib import Path

import pytest

from tests.not_yet import params
from tests.spellings.almost_all import lacking
from tests.spellings.lists_of_one import NOT_UNDERSTOOD, RIGHT, WRONG, Heading, headings, outcome

CASES = headings()
NOT_YET = Path(__file__).with_name("not_yet_headings.txt")
NOT_YET_WHOLE = Path(__file__).with_name("not_yet_shares.txt")
LEAST = {"nominations": 330, "units": 60, "register": 60, "members": 70, "votes": 60}


def shortfall(table: str) -> str:
    """Tell what a kind of list lacks: almost all of its headings understood, none wrongly."""
    outcomes = {name: outcome(case) for name, case in CASES.items() if case.table == table}
    failing = [name for name, made in outcomes.items() if made != RIGHT]
    wrong = [name for name, made in outcomes.items() if made == WRONG]
    return lacking(outcomes, failing, wrong)


def fault(case: Heading) -> str:
    made = outcome(case)
    return "" if made == RIGHT else made


@pytest.mark.parametrize("case", params(NOT_YET, CASES, fault))
def test_a_heading_is_understood(case: Heading) -> None:
    assert fault(case) == ""


@pytest.mark.parametrize("table", params(NOT_YET_WHOLE, {table: table for table in LEAST}, shortfall))
def test_almost_all_headings_are_understood_and_none_wrongly(table: str) -> None:
    assert shortfall(table) == ""


@pytest.mark.parametrize(("table", "least"), LEAST.items())
def test_the_exam_is_long_enough(table: str, least: int) -> None:
    assert sum(case.table == table for case in CASES.values()) >= least


def test_our_own_headings_pass_and_a_strange_one_does_not() -> None:
    """The exam can tell: what is ours is right, what is nothing is told, a column of another field is wrong."""
    assert outcome(Heading("nominations", ("unit",), "Đơn vị công tác")) == RIGHT
    assert outcome(Heading("nominations", ("rating",), "Màu tóc")) == NOT_UNDERSTOOD
    assert outcome(Heading("nominations", ("rating",), "Ghi chú")) == WRONG
    assert outcome(Heading("nominations", ("unknown",), "Ghi chú", ("a", "b", "c"))) == WRONG
