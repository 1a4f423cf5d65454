"""Campaigns that are decided, for the papers on decisions: facts typed as in their files, papers as printed text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from lxml import etree

from tests.campaigns import campaign
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.office import Office
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.registry import PAPERS
from thidua_cli.reading.document import Document as File
from thidua_cli.reading.origin import Record, YamlEntry

DAY = date(2025, 12, 5)
BASE = (
    "Quyết định số 01/QĐ-UBND ngày 02 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh A quy định chức năng của Sở Xây dựng"
)
OWN = {"doc": "decision", "bases": [BASE], "money_source": "Quỹ thi đua, khen thưởng của Sở"}
AWARDS = [
    {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc Sở"},
    {"id": "ldtt", "form": "lao_dong_tien_tien", "decided_by": "Giám đốc Sở"},
    {"id": "bang-khen", "form": "bang_khen_bo_tinh", "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh"},
]
NOMINEES = [
    {"name": "Phòng Một", "subject": "collective", "unit": "Phòng Một", "award": "giay-khen"},
    {"name": "Nguyễn Văn A", "gender": "male", "unit": "Phòng Một", "position": "Chuyên viên", "award": "giay-khen"},
    {"name": "Trần Thị B", "gender": "female", "unit": "Phòng Hai", "position": "Kế toán", "award": "giay-khen"},
    {"name": "Lê Văn C", "unit": "Phòng Hai", "position": "Trưởng phòng", "award": "ldtt"},
    {"name": "Phòng Hai", "subject": "collective", "unit": "Phòng Hai", "award": "bang-khen"},
]
NAMES = [str(one["name"]) for one in NOMINEES]


def decision(names: Sequence[str], *awards: str, **changes: Any) -> dict[str, Any]:
    """Return a decision of the director as it is typed."""
    said = {"id": "qd-45", "number": "45/QĐ-SXD", "date": "2025-12-02", "decided_by": "Giám đốc Sở"}
    return {**said, "awards": list(awards or ("giay-khen",)), "awarded": list(names), **changes}


def decided(
    *decisions: dict[str, Any],
    papers: Sequence[dict[str, Any]] = (OWN,),
    office: dict[str, Any] | None = None,
    nominees: Sequence[dict[str, Any]] = NOMINEES,
    council: dict[str, Any] | None = None,
    awards: Sequence[dict[str, Any]] = AWARDS,
    layout: str = "nd30",
    **more: Any,
) -> ResolvedCampaign:
    """Return a campaign with these decisions; all are passed by its council where ``council`` does not say else."""
    lines = [{"subject": "individual", **one} for one in nominees]
    votes = [{"name": one["name"], "agree": 9} for one in lines]
    made = campaign(lines, {"votes": votes, **(council or {})}, awards=awards, decisions=decisions, **more)
    said = None if office is None else Record(Office.model_validate({"format": "office/1", **office}), _at("thidua"))
    own = [Record(PaperFacts.model_validate(one), _at(f"papers[{at}]")) for at, one in enumerate(papers)]
    facts = Facts(decisions=made.facts.decisions, papers=own, office=said)
    issuer = made.plan.issuer.model_copy(update={"layout": layout})
    plan = made.plan.model_copy(update={"issuer": issuer})
    return replace(made, facts=facts, dated=DatedPlan(plan, made.dated.today))


def _at(path: str) -> YamlEntry:
    return YamlEntry(File("facts.yaml"), path)


def made(paper: str, of: ResolvedCampaign, **asked: Any) -> dict[str, Document]:
    """Return the documents of a paper by their stems."""
    return {one.stem: one for one in PAPERS[paper].documents(of, Asked(**{"day": DAY, **asked}))}


def printed(paper: str, document: Document) -> list[str]:
    """Return what is printed: a line for each paragraph, and for each row of a ruled table its cells."""
    root = etree.fromstring(PAPERS[paper].html(document).encode())
    lines = []
    for element in root.iter("p", "tr"):
        grid = next((table for table in element.iterancestors("table") if table.get("class") == "grid"), None)
        if element.tag == "tr" and grid is not None:
            lines.append(" | ".join(_text(cell) for cell in element))
        elif element.tag == "p" and grid is None and _text(element):
            lines.append(_text(element))
    return lines


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def one(paper: str, of: ResolvedCampaign, **asked: Any) -> list[str]:
    """Return the printed text of the only document of a paper."""
    (document,) = made(paper, of, **asked).values()
    return printed(paper, document)
