"""A campaign with all that the papers of a proposal speak of: two deciders, two sessions, somebody refused."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from os import environ
from pathlib import Path
from typing import Any

from tests.campaigns import campaign
from tests.fingerprint import fingerprint
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.office import Office
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.papers.contract import Document as Made
from thidua_cli.papers.registry import PAPERS
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

DAY = date(2025, 12, 5)
GOLDENS = Path(__file__).with_name("goldens")
AWARDS = [
    {"id": "bang-khen", "form": "bang_khen_bo_tinh", "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh A"},
    {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc Sở"},
    {"id": "cstd", "form": "chien_si_thi_dua_co_so", "decided_by": "Giám đốc Sở Xây dựng tỉnh A"},
]
UNITS = [{"name": "Phòng Một", "headcount": 8}, {"name": "Phòng Hai", "headcount": 5}]
NOMINATIONS = [
    {"name": "Phòng Một", "subject": "collective", "unit": "Phòng Một", "award": "bang-khen", "year": 2025},
    {"name": "Nguyễn Văn A", "gender": "male", "unit": "Phòng Một", "position": "Trưởng phòng", "award": "bang-khen"},
    {"name": "Trần Thị B", "gender": "female", "unit": "Phòng Hai", "position": "Chuyên viên", "award": "giay-khen"},
    {"name": "Lê Văn C", "unit": "Phòng Hai", "award": "cstd"},
    {"name": "Phạm Thị D", "gender": "female", "unit": "Phòng Một", "award": "giay-khen"},
    {"name": "Đỗ Văn E", "unit": "Phòng Một", "award": "bang-khen"},
]
COUNCIL = {
    "number": "01/BB-HĐTĐKT",
    "held": "2025-11-20",
    "votes": [
        {"name": "Phòng Một", "agree": 9},
        {"name": "Nguyễn Văn A", "agree": 9},
        {"name": "Trần Thị B", "agree": 9},
        {"name": "Lê Văn C", "agree": 9},
        {"name": "Phạm Thị D", "agree": 3, "against": 6, "reason": "thành tích chưa rõ"},
    ],
    "rule": {"citation": "Quy chế Hội đồng", "share": "2/3"},
    "put_off": [{"name": "Đỗ Văn E", "reason": "chờ xác minh đơn thư"}],
}


def proposal(
    *,
    papers: Sequence[dict[str, Any]] = (),
    office: dict[str, Any] | None = None,
    nominations: Iterable[dict[str, Any]] = NOMINATIONS,
    council: dict[str, Any] | None = COUNCIL,
    party: bool = False,
    **more: Any,
) -> ResolvedCampaign:
    """Return the campaign, looked at on `DAY`; ``papers`` and ``office`` are what papers.yaml and thidua.yaml say."""
    lines = [{"subject": "individual", "year": 2025, **one} for one in nominations]
    settings = {"units": UNITS, "awards": AWARDS, "day": DAY.isoformat(), **more}
    made: ResolvedCampaign = campaign(lines, council, **settings)
    if party:
        issuer = made.plan.issuer.model_copy(update={"layout": "party"})
        made = replace(made, dated=DatedPlan(made.plan.model_copy(update={"issuer": issuer}), DAY))
    said = Document("papers.yaml")
    told = [Record(PaperFacts.model_validate(one), YamlEntry(said, f"papers[{at}]")) for at, one in enumerate(papers)]
    own = Office.model_validate({"format": "office/1", **office}) if office else None
    facts = Facts(papers=told, office=Record(own, YamlEntry(Document("thidua.yaml"), "")) if own else None)
    return replace(made, facts=facts)


def hold_printed(name: str, doc: str, made: Iterable[Made]) -> None:
    """Hold what a reader sees of the documents against the golden of that name."""
    paper, golden = PAPERS[doc], GOLDENS / f"{name}.golden"
    pages = [(one.stem, to_docx(paper.html(one), source=paper.template)) for one in made]
    seen = "".join(f"## {stem}\n{fingerprint(page)}" for stem, page in pages)
    if environ.get("THIDUA_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")
