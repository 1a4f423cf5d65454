"""Votes that do not agree: what is not told follows from the valid ballots, where it can be one thing only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign
from thidua_cli.model.council import Vote

COUNTS = st.integers(0, 9)


@pytest.mark.parametrize(
    ("valid", "vote", "found"),
    [
        (9, {"agree": 9}, (0, 0)),
        (9, {"agree": 7, "against": 2}, (2, 0)),
        (9, {"agree": 7, "against": 1}, (1, 1)),
        (9, {"agree": 7, "none": 2}, (0, 2)),
        (9, {"agree": 7}, (None, None)),  # two against, two that say nothing, or one each
        (None, {"agree": 9}, (None, None)),
        (None, {"agree": 7, "against": 2}, (2, None)),
        (8, {"agree": 9}, (None, None)),  # what does not add up tells nothing
        (9, {"agree": 7, "against": 3}, (3, None)),
    ],
)
def test_what_is_untold(valid: int | None, vote: dict[str, int], found: tuple[int | None, int | None]) -> None:
    (sitting,) = campaign([], {} if valid is None else {"valid": valid}).sessions
    assert sitting.not_agreeing(Vote.model_validate({"name": "Nguyễn Văn An", **vote})) == found


@given(agree=COUNTS, against=COUNTS, none=COUNTS, hide=st.sets(st.sampled_from(["against", "none"])))
def test_what_is_told_is_never_another_number(agree: int, against: int, none: int, hide: set[str]) -> None:
    whole = {"agree": agree, "against": against, "none": none}
    (sitting,) = campaign([], {"valid": agree + against + none}).sessions
    told = {key: count for key, count in whole.items() if key not in hide}
    found = sitting.not_agreeing(Vote.model_validate({"name": "Nguyễn Văn An", **told}))
    assert found[0] in (against, None)
    assert found[1] in (none, None)
