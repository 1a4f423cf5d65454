"""Papers on a signed decision are printed as the list is now: where the book tells something else, that is told."""

import pytest

from tests.papers.awarding.awarding import NOMINEES, OWN, decided, decision, made

_LINE = {
    "name": "Nguyễn Văn A",
    "unit": "Phòng Một",
    "position": "Chuyên viên",
    "award": "giay_khen",
    "year": "2025",
    "decision": "45/QĐ-SXD",
    "nomination": "DN-1",
}
_LISTED = [{**one, "id": f"DN-{number}"} for number, one in enumerate(NOMINEES[:3])]
_DECISION = {**decision(["Phòng Một"]), "awarded": [{"id": "DN-1"}]}


@pytest.mark.parametrize("paper", ["decision", "money", "certificate"])
@pytest.mark.parametrize(
    ("booked", "said"),
    [
        ({}, ""),
        ({"name": "Nguyễn Văn Á"}, "giấy này ghi Nguyễn Văn A, sổ khen thưởng ghi Nguyễn Văn Á"),
        ({"unit": "Phòng Hai"}, "giấy này ghi Phòng Một, sổ khen thưởng ghi Phòng Hai"),
        ({"position": "Kế toán"}, "giấy này ghi Chuyên viên, sổ khen thưởng ghi Kế toán"),
        ({"name": "Nguyễn Văn Á", "nomination": "DN-9"}, ""),  # a line of nobody here
    ],
)
def test_what_the_book_tells_else_is_told(paper: str, booked: dict[str, str], said: str) -> None:
    campaign = decided(_DECISION, papers=[OWN], nominees=_LISTED)
    line = {**_LINE, **booked, "campaign": campaign.plan.id}
    campaign = decided(_DECISION, papers=[OWN], nominees=_LISTED, register=[line])
    (document, *_) = made(paper, campaign, draft=True).values()
    told = [note for note in document.notes if "sổ khen thưởng ghi" in note]
    assert bool(told) is bool(said)
    assert all(note.startswith(said) and "45/QĐ-SXD" in note for note in told)
