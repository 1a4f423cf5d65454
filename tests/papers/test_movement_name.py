"""The names of movement and review as they stand side by side."""

import pytest

from tests.campaigns import campaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.papers.movement_name import review_beside

_OCCASIONS = [{"id": "tong-ket", "name": "Tổng kết phong trào", "kind": "final", "date": "2024-12-20"}]


@pytest.mark.parametrize(
    ("review", "told"),
    [
        (Review(year=2024), ""),  # the name of the movement ends with it
        (Review(year=2025), "năm 2025"),
        (Review(occasion="tong-ket"), "tổng kết phong trào"),
        (Review(occasion="tong-ket", year=2024), "tổng kết phong trào năm 2024"),
        (Review(), ""),
    ],
)
def test_a_review_says_what_the_movement_does_not(review: Review, told: str) -> None:
    context = campaign([], occasions=_OCCASIONS)
    assert context.plan.title.endswith("năm 2024")
    assert review_beside(context, review) == told
