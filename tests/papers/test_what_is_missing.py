"""What a paper lacks is a value: collected, told in one sentence, printed as dots in a draft."""

import pytest

from thidua_cli.papers.contract import BLANK, NEEDS, Blanks, LacksError, Missing, remedies

_DAY = ("ngày họp Hội đồng", "ghi held trong council.yaml")
_CHAIR = ("người chủ trì", "ghi chair trong council.yaml")
_NUMBER = ("số tờ trình", "ghi number trong papers.yaml")
_CLERK = ("thư ký", _CHAIR[1])


def test_all_that_is_missing_is_told_at_once() -> None:
    blanks = Blanks(draft=False)
    assert blanks.text("05/01/2025", *_DAY) == "05/01/2025"
    assert blanks.text(None, *_CHAIR) == blanks.text("", *_NUMBER) == blanks.text(None, *_CHAIR) == BLANK
    blanks.lacks(*_CLERK)
    with pytest.raises(LacksError) as told:
        blanks.refuse("biên bản")
    assert told.value.message == "chưa dựng được biên bản: còn thiếu người chủ trì, số tờ trình và thư ký"
    assert told.value.hint == f"người chủ trì và thư ký: {_CHAIR[1]}; số tờ trình: {_NUMBER[1]}"
    assert told.value.missing == blanks.missing == (Missing(*_CHAIR), Missing(*_NUMBER), Missing(*_CLERK))


def test_a_draft_and_a_whole_paper_are_not_refused() -> None:
    draft = Blanks(draft=True)
    draft.text(None, *_DAY)
    draft.refuse("biên bản")
    assert draft.missing == (Missing(*_DAY),)
    whole = Blanks(draft=False)
    whole.text("a", *_DAY)
    whole.refuse("biên bản")
    assert whole.missing == ()


def test_one_remedy_is_told_without_the_names() -> None:
    assert remedies([Missing(*_CHAIR), Missing(*_CLERK)]) == _CHAIR[1]


def test_every_need_says_what_to_do() -> None:
    assert all(need.what and need.where.startswith(("đặt", "lập", "ghi")) for need in NEEDS.values())
