"""Campaigns with a decision on awards, of any size, and what their certificates print."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from tests.campaigns import GIAY_KHEN, campaign
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.decision import Decision
from thidua_cli.papers.contract import Document
from thidua_cli.papers.registry import PAPERS
from thidua_cli.reading.document import Document as File
from thidua_cli.reading.origin import Record, YamlEntry

PAPER = PAPERS["certificate"]
DECISION = {
    "id": "qd-2025",
    "number": "45/QĐ-STC",
    "date": "2025-01-10",
    "decided_by": "Giám đốc",
    "signer": {"post": "Giám đốc", "name": "Nguyễn Văn A"},
    "awards": "giay-khen",
    "register_from": "12",
}
_FAMILY, _MIDDLE, _LAST = ("Nguyễn", "Trần", "Lê", "Phạm"), ("Văn", "Thị", "Hữu"), ("An", "Bình", "Chi", "Dũng", "Em")


def given(
    nominations: Sequence[dict[str, Any]],
    awarded: Sequence[Any] | None = None,
    *,
    decisions: Sequence[dict[str, Any]] | None = None,
    facts: Facts | None = None,
    **more: Any,
) -> ResolvedCampaign:
    """Return a campaign in which one decision gives all nominees, or those ``awarded``, a giấy khen."""
    names = [one["name"] for one in nominations] if awarded is None else awarded
    told = [{**DECISION, "awarded": names}] if decisions is None else decisions
    lines = [{"award": "giay-khen", "subject": "individual", **one} for one in nominations]
    file = File("decisions.yaml")
    records = [
        Record(Decision.model_validate(typed_names(one)), YamlEntry(file, f"decisions[{number}]"))
        for number, one in enumerate(told)
    ]
    understood = campaign(lines, **{"awards": [GIAY_KHEN], **more})
    return replace(understood, facts=replace(facts or Facts(), decisions=records))


def typed_names(decision: dict[str, Any]) -> dict[str, Any]:
    """Return a decision whose names are typed as texts."""
    return {**decision, "awarded": [one if isinstance(one, dict) else {"name": one} for one in decision["awarded"]]}


def batch(count: int, first: int = 0) -> ResolvedCampaign:
    """Return a campaign in which so many people get a giấy khen, no two of one name, nor of one in a later batch."""
    return given(
        [
            {
                "name": f"{_FAMILY[n % 4]} {_MIDDLE[n % 3]} {_LAST[n % 5]} {_numeral(n)}",
                "gender": "female" if n % 3 == 1 else "male",
                "unit": f"Phòng Nghiệp vụ số {n % 40 + 1}",
                "position": "Chuyên viên",
                "achievement": f"Đã có thành tích xuất sắc trong phong trào thi đua năm 2024, xử lý {n + 1} hồ sơ.",
            }
            for n in range(first, first + count)
        ]
    )


def _numeral(number: int) -> str:
    """Return a number in letters, as the last part of an invented name."""
    letters = "ABCDĐEGHIK"
    return "".join(letters[int(digit)] for digit in str(number))


def pages(document: Document) -> list[list[str]]:
    """Return the texts of each page, line breaks as "|"."""
    found = []
    for section in etree.fromstring(PAPER.html(document).encode()).iter("section"):
        texts = [" | ".join(part.strip() for part in p.itertext()) for p in section.iter("p")]
        found.append([text.replace("\u00a0", " ") for text in texts])
    return found
