"""What an entry of papers.yaml tells, a paper prints or is made by; or `thidua check` tells that it does not.

Each key of each paper is set in each example: where anything of the paper changes, the paper takes the key.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PLANS
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.errors import ThiduaError
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.paper_keys import paper_keys, takers
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

_DAY = date(2026, 11, 22)
_NARROWING = ("award", "unit", "decision", "occasion", "phase", "year")
_KEYS = [key for key in PaperFacts.model_fields if key not in ("doc", *_NARROWING)]
_FOLDERS = {folder.name: folder for folder in PLANS}
_HERE = Path(__file__).parent
# Beside the examples a campaign with faults to send back, one whose session tells everything, one that is handed over.
_CAMPAIGNS = [*PLANS, _HERE / "sent_back", _HERE / "council" / "campaign", _HERE / "handed_over"]
_TOLD: dict[str, Any] = {
    "issuer": {"name": "Cơ quan Thử", "abbreviation": "CQT", "place": "Nơi Thử"},
    "number": "777",
    "date": "2025-01-02",
    "signers": [{"post": "Chức vụ Thử", "name": "Tên Thử"}],
    "to": ["Nơi nhận Thử"],
    "through": "Qua Thử",
    "bases": ["Căn cứ Thử"],
    "paragraphs": ["Đoạn thử thêm."],
    "recipients": ["Nơi Thử"],
    "archive": ["Lưu Thử"],
    "at": "2026-01-10T08:07",
    "place": "Phòng Thử",
    "seat": "Ghế Thử",
    "dress": "Áo Thử",
    "row": "7",
    "chair": "Chủ trì Thử",
    "secretary": "Thư ký Thử",
    "support": "Giúp việc Thử",
    "contact": "Liên hệ Thử",
    "deadline": "2025-02-03",
    "start": "2024-01-01",
    "end": "2024-06-30",
    "programme": ["Bước Thử"],
    "sheet": "thu.yaml",
    "money_source": "Nguồn Thử",
    "changes": [{"name": "Ai Thử", "old": "Cũ", "new": "Mới", "why": "thử"}],
}


def _typed(campaign: ResolvedCampaign, doc: str, key: str) -> PaperFacts:
    """Return an entry that tells one key."""
    awards = [one.id for one in campaign.plan.awards]
    told = _TOLD | {
        "givers": dict.fromkeys(awards, "Người Thử"),
        "amounts": [
            {"award": award, "subject": subject, "amount": "123000"}
            for award in awards
            for subject in ("individual", "collective")
        ],
    }
    return PaperFacts.model_validate({"doc": doc, key: told[key]})


def _with(campaign: ResolvedCampaign, entries: Sequence[Record[PaperFacts]]) -> ResolvedCampaign:
    return replace(campaign, facts=replace(campaign.facts, papers=entries))


def _made(campaign: ResolvedCampaign, name: str, asked: Asked) -> list[object]:
    """Return all that can be seen of a paper: what is printed, what lacks, what is told, what is refused."""
    paper, found = PAPERS[name], list[object]()
    if paper.lacking(campaign):
        return found
    try:
        for document in paper.documents(campaign, asked):
            found.append((document.stem, paper.html(document), document.missing, document.notes))
    except ThiduaError as error:
        found.append((error.message, error.hint))
    return found


@cache
def _taken(folder: Path, name: str) -> frozenset[str]:
    findings, campaign = examine(load_campaign(folder), _DAY)
    assert campaign is not None
    return frozenset(_changing(campaign, name, Asked(_DAY, draft=True, findings=findings)))


def _changing(campaign: ResolvedCampaign, name: str, asked: Asked) -> Iterator[str]:
    """Yield the keys that change anything of a paper."""
    entries = list(campaign.facts.papers)
    if all(one.value.doc != name for one in entries):
        entries.append(
            Record(PaperFacts.model_validate({"doc": name}), YamlEntry(Document("papers.yaml"), "papers[9]"))
        )
    before = _made(_with(campaign, entries), name, asked)
    for key in _KEYS if before else ():
        told = {key: getattr(_typed(campaign, name, key), key)}
        changed = [
            Record(one.value.model_copy(update=told), one.origin) if one.value.doc == name else one for one in entries
        ]
        if _made(_with(campaign, changed), name, asked) != before:
            yield key


def test_each_paper_tells_the_keys_that_it_takes() -> None:
    known = paper_keys()
    assert set(known) == set(PAPERS) == set(PAPER_NAMES)
    for name, told in known.items():
        assert set(told.keys) <= set(_KEYS), name
        assert set(told.by) <= set(_NARROWING), name


def test_every_key_is_taken_by_some_paper() -> None:
    assert [key for key in PaperFacts.model_fields if key != "doc" and not takers(key)] == []


@pytest.mark.parametrize("name", PAPERS)
def test_what_changes_a_paper_is_a_key_that_it_takes(name: str) -> None:
    assert _taken(_FOLDERS["van-quan-60-nam"], name) <= set(paper_keys()[name].keys)


@pytest.mark.slow
@pytest.mark.parametrize("folder", _CAMPAIGNS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("name", PAPERS)
def test_what_changes_a_paper_of_a_campaign_is_a_key_that_it_takes(name: str, folder: Path) -> None:
    assert _taken(folder, name) <= set(paper_keys()[name].keys)


# What another source goes before in every campaign here: the decision's own signer, a session's own hours and the like.
_ELSEWHERE = {
    "decision": {"number", "date", "signers", "money_source"},
    "money": {"money_source"},
    "council-invitation": {"at", "programme"},
    "ceremony-invitation": {"givers", "programme"},
    "programme": {"contact", "seat", "dress", "row"},
    "script": {"contact", "chair", "seat", "dress", "programme"},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAPERS)
def test_a_key_that_is_taken_changes_the_paper_of_some_campaign(name: str) -> None:
    found = frozenset().union(*(_taken(folder, name) for folder in _CAMPAIGNS))
    assert set(paper_keys()[name].keys) - found <= _ELSEWHERE.get(name, set())
