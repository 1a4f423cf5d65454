"""When the State's law is a basis: one rule for all papers, by the awards that they are about, in both families."""

from contextlib import suppress
from typing import Any

import pytest

from tests.papers.awarding.awarding import BASE, DAY, decided
from thidua_cli.errors import ThiduaError
from thidua_cli.law.instruments import find_citations
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS

_DERIVED = {"submission", "council-decision", "decision", "correction"}
# Form, decider, whether a paper on it rests on the Law: of a state body, of a Party body.
_AWARDS = [
    ("giay_khen", "Giám đốc Sở", True, True),
    ("giay_khen", "Ban Thường vụ Đảng ủy", True, False),
    ("giay_khen", "Bí thư Đảng ủy", True, False),
    ("giay_khen", "Trưởng Ban", True, False),
    ("hinh_thuc_khac", "Ban Thường vụ Tỉnh ủy", True, False),
    ("giay_khen", None, True, True),
    ("lao_dong_tien_tien", "Trưởng Ban", True, True),
    ("chien_si_thi_dua_co_so", "Bí thư Đảng ủy", True, True),
    ("bang_khen_bo_tinh", "Chủ tịch Ủy ban nhân dân tỉnh", True, True),
    ("bang_khen_thu_tuong", "Thủ tướng Chính phủ", True, True),
]


def _on_law(form: str, decided_by: str | None, layout: str) -> dict[str, set[bool]]:
    """Return by paper whether the Law is among the bases of its documents."""
    award: dict[str, Any] = {"id": "hinh-thuc", "form": form, "name": "Giấy khen đặc biệt"}
    award |= {"decided_by": decided_by} if decided_by else {}
    nominees = [{"name": f"Người số {number}", "unit": "Phòng Một", "award": "hinh-thuc"} for number in (1, 2)]
    signed = {"id": "qd-1", "number": "1/QĐ-A", "date": "2025-12-02", "awards": "hinh-thuc", "awarded": ["Người số 1"]}
    change = {"name": "Người số 1", "what": "chức vụ", "old": "Chuyên viên", "new": "Kế toán", "why": "ghi thiếu"}
    papers = [
        {"doc": "decision", "bases": [BASE], "issuer": _issuer(layout)},
        {"doc": "correction", "bases": [BASE], "changes": [change]},
        {"doc": "council-decision", "bases": [BASE]},
    ]
    decision = {**signed, "decided_by": decided_by or "Giám đốc Sở"}
    campaign = decided(decision, papers=papers, nominees=nominees, awards=[award], layout=layout)
    found: dict[str, set[bool]] = {}
    for name, paper in PAPERS.items():
        if paper.of_plan:  # all its bases are typed
            continue
        with suppress(ThiduaError):
            for document in paper.documents(campaign, Asked(DAY, draft=True)):
                bases = document.context.bases
                cited = {one.instrument.kind for text in bases for one in find_citations(text)}
                if bases:
                    found.setdefault(name, set()).add("law" in cited)
    return found


def _issuer(layout: str) -> dict[str, str]:
    return {"name": "Cơ quan A", "abbreviation": "CQA", "place": "Hòa An", "layout": layout}


@pytest.mark.parametrize("layout", ["nd30", "party"])
@pytest.mark.parametrize(("form", "decided_by", "of_state", "of_party"), _AWARDS)
def test_all_papers_of_an_award_rest_on_the_law_or_none(
    form: str, decided_by: str | None, of_state: bool, of_party: bool, layout: str
) -> None:
    on_law = of_state if layout == "nd30" else of_party
    assert _on_law(form, decided_by, layout) == {name: {on_law} for name in _DERIVED}
