"""Whoever prints award money that rests on law nobody has verified tells so, all papers alike; no other paper does."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from tests.papers.awarding.awarding import DAY, NAMES, NOMINEES, OWN, decided, decision, printed
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.law.possible_deciders import possible_deciders
from thidua_cli.papers.awarding.award_money import Tariff
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.registry import PAPERS

_DOUBTED = {"date": "2025-06-02"}  # how sums were rounded on that day is only inferred
_PRINTING = {"decision", "money", "interim-report", "final-report"}
_FIGURES = ("710.000", "1.410.000")
_NOTE = "mức tiền thưởng của Giấy khen của Giám đốc Sở cho {} tính là {} đồng, xem lại trước khi ký: "


def _documents(campaign: ResolvedCampaign) -> Iterator[tuple[str, Document]]:
    """Yield the documents of all papers that can be made, with the names of their papers."""
    for name, paper in PAPERS.items():
        with suppress(ThiduaError):
            for document in paper.documents(campaign, Asked(DAY, draft=True)):
                yield name, document


def _told(campaign: ResolvedCampaign) -> dict[str, set[str]]:
    """Return by paper the notes of its documents that print money, each of them the same."""
    found: dict[str, set[str]] = {}
    for name, document in _documents(campaign):
        if any(figure in line for line in printed(name, document) for figure in _FIGURES):
            notes = {note for note in document.notes if note.startswith("mức tiền thưởng")}
            assert found.setdefault(name, notes) == notes, document.stem
    return found


def test_all_papers_that_print_money_tell_the_same_doubt() -> None:
    told = _told(decided(decision(NAMES[:3], **_DOUBTED), nominees=NOMINEES[:3]))
    assert told.keys() == _PRINTING
    individual, collective = sorted(told["decision"])
    assert individual.startswith(_NOTE.format("cá nhân", "710.000"))
    assert collective.startswith(_NOTE.format("tập thể", "1.410.000"))
    assert {frozenset(notes) for notes in told.values()} == {frozenset((individual, collective))}


_AMOUNTS = [
    {"award": "giay-khen", "subject": "individual", "amount": "710.000"},
    {"award": "giay-khen", "subject": "collective", "amount": "1.410.000"},
]


@pytest.mark.parametrize(
    ("own", "changes"),
    [(OWN, {"date": "2025-12-02"}), ({**OWN, "amounts": _AMOUNTS}, _DOUBTED)],
    ids=["law that is verified", "told by the office"],
)
def test_what_is_sure_is_doubted_by_none(own: dict[str, Any], changes: dict[str, str]) -> None:
    campaign = decided(decision(NAMES[:3], **changes), papers=[own], nominees=NOMINEES[:3])
    assert _told(campaign) == {name: set() for name in _PRINTING}


@pytest.mark.parametrize(
    ("decided_by", "day", "amount", "told"),
    [
        ("Giám đốc Trung tâm A", "2025-12-02", 710_000, ""),
        ("Thủ trưởng các cơ quan, đơn vị, địa phương", "2025-12-02", 710_000, "(suy ra từ quy định)"),
        ("Thủ trưởng các cơ quan, đơn vị, địa phương", "2023-12-02", None, "0,15 lần"),
        (
            "Thủ trưởng các cơ quan, tổ chức, đơn vị",
            "2025-12-02",
            None,
            "chưa có dữ liệu nếu người quyết định là Tổ chức",
        ),
        ("Ban Thường vụ Tỉnh đoàn", "2025-12-02", None, "chưa rõ người quyết định"),
    ],
)
def test_of_several_who_may_decide_the_least_sure_is_told(
    decided_by: str, day: str, amount: int | None, told: str
) -> None:
    campaign = decided()
    signed = date.fromisoformat(day)
    tariff = Tariff(possible_deciders(decided_by), signed, signed, (), campaign.award_names)
    pay = tariff.of(campaign.plan.awards[0], "individual")
    assert pay.amount == amount
    assert told in (pay.why or pay.doubt)
    assert bool(told) is bool(pay.why or pay.doubt)
