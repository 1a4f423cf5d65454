"""The examples have the whole set of papers: which are made is agreed, and all of a set say the same of one thing."""

import os
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import load_workbook

from tests.conftest import PLANS
from tests.papers.printed_texts import lines_of
from tests.papers.rendered import example
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.papers.common import day_line
from thidua_cli.papers.contract import Asked, LacksError
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.registry import PAPERS
from thidua_cli.vietnamese.address import own_name

_DAY = date(2026, 11, 22)
_GOLDEN = Path(__file__).with_name("whole-sets.golden")
_NAMES = ("dan-van-2024", "mttq-2024", "van-quan-60-nam", "vi-nguoi-ngheo")
_FOLDERS = {folder.name: folder for folder in PLANS}
# What is filled in by hand has dots; the rest of a set has none.
_FORMS = {"achievement", "merit-summary", "registration", "pledge", "unit-minutes", "ballot"}
_SETS = pytest.mark.parametrize("name", _NAMES)
_NAMING = ("list", "submission", "ballot", "count", "minutes", "decision", "money", "script", "final-report")
_OF_COUNCIL = {"ballot", "count", "minutes"}


@cache
def _campaign(name: str) -> ResolvedCampaign:
    return example(_FOLDERS[name], _DAY)


@cache
def _made(name: str) -> dict[str, dict[str, list[str]]]:
    """Return the lines of each document of a set, by paper and name of the document."""
    return {paper: dict(_documents(_campaign(name), paper)) for paper in PAPERS}


def _documents(campaign: ResolvedCampaign, name: str) -> Iterator[tuple[str, list[str]]]:
    paper = PAPERS[name]
    if paper.lacking(campaign):
        return
    try:
        for document in paper.documents(campaign, Asked(_DAY)):
            yield document.stem, lines_of(paper, document)
    except ThiduaError:  # told by the golden
        return


def _lacks(campaign: ResolvedCampaign, name: str) -> list[str]:
    paper = PAPERS[name]
    if missing := paper.lacking(campaign):
        return [one.what for one in missing]
    try:
        list(paper.documents(campaign, Asked(_DAY)))
    except LacksError as error:
        return [one.what for one in error.missing]
    except ThiduaError as error:
        return [str(error)]
    return []


def _text(name: str, paper: str) -> str:
    return "\n".join(line for lines in _made(name)[paper].values() for line in lines)


def test_what_is_made_and_what_lacks_is_agreed() -> None:
    told = []
    for name, paper in product(_NAMES, PAPERS):
        stems = " ".join(_made(name)[paper])
        told.append(f"{name} {paper}: {stems or 'còn thiếu: ' + '; '.join(_lacks(_campaign(name), paper))}")
    seen = "\n".join(told) + "\n"
    if os.environ.get("THIDUA_UPDATE"):
        _GOLDEN.write_text(seen, encoding="utf-8")
    assert seen == _GOLDEN.read_text(encoding="utf-8")


def test_every_paper_is_made_by_three_examples_but_those_of_a_fault() -> None:
    seldom = {paper: sum(bool(_made(name)[paper]) for name in _NAMES) for paper in PAPERS}
    assert {paper: count for paper, count in seldom.items() if count < 3} == {
        "interim-report": 2,  # two plans have an interim review
        "return": 0,  # no example has a fault
        "correction": 1,
    }


@_SETS
def test_no_text_of_a_set_is_a_slip(name: str) -> None:
    for paper in PAPERS:
        text = _text(name, paper)
        assert not re.search(r"\bNone\b|\bnan\b|\{\{|\{%", text), paper
        assert not re.search(r"[,;:] *[.,;:]|(?<!\.)\.\.(?!\.)|\(\s*\)", text), paper
        assert not re.search(r"(\w+ \w+ \w+ \w+) \1", text, re.IGNORECASE), paper
        if paper not in _FORMS:
            assert "……" not in text, paper


@_SETS
def test_id_numbers_stand_on_no_paper_but_the_achievement_report(name: str) -> None:
    ids = [entry.nomination.id_number for entry in _campaign(name).entries if entry.nomination.id_number]
    for paper in PAPERS.keys() - {"achievement"}:
        assert not [one for one in ids if one in _text(name, paper)], paper


@_SETS
def test_a_nominee_has_one_name_and_one_post_on_every_paper(name: str) -> None:
    campaign = _campaign(name)
    members = {one.name for sitting in campaign.sessions for one in sitting.council.members}
    for entry, paper in product(campaign.entries, _NAMING):
        # A member of the council stands on its papers by his bare name too.
        if not (paper in _OF_COUNCIL and entry.nomination.name in members):
            for line in _text(name, paper).splitlines():
                _assert_same(line, entry, paper)


def _assert_same(line: str, entry: Entry, paper: str) -> None:
    """A line that names somebody addresses him as all do; where it tells a post of him, it is his."""
    name, whole = entry.nomination.name, addressed(entry.nomination)
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line):
        if entry.subject != "individual":
            continue
        assert line[: match.end()].endswith(whole), (paper, line)
        told = re.match(r" \(([^)]*)\)| \| ([^|]*,[^|]*) \|", line[match.end() :])
        if told:
            assert (told[1] or told[2]) == position_of(entry), (paper, line)


@_SETS
@pytest.mark.parametrize("paper", ["achievement", "unit-minutes", "list"])
def test_nobody_is_left_out(name: str, paper: str) -> None:
    text, entries = _text(name, paper), _campaign(name).entries
    called = [addressed(one.nomination) for one in entries]
    if paper == "achievement":  # who reports on himself writes his bare name
        called = [own_name(one.nomination.name) for one in entries]
    assert not [name for name in called if name not in text]


@_SETS
def test_decisions_have_one_number_and_one_day(name: str) -> None:
    decisions = [record.value for record in _campaign(name).facts.decisions]
    assert decisions
    for paper, decision in product(PAPERS, decisions):
        number = re.escape(decision.number)
        days = re.findall(rf"số {number} ngày (\d\d tháng \d\d? năm \d{{4}})", _text(name, paper))
        assert {f"ngày {day}" for day in days} <= {day_line(decision.date)}, paper
    for paper in ("money", "script", "final-report"):
        text = _text(name, paper)
        assert all(decision.number in text for decision in decisions), paper


# Of each example a person whom the council passed, a decision awarded and the book has; and the list that names him.
_PERSONS = [
    ("dan-van-2024", "Nguyễn Thị B", "tong-ket.yaml"),
    ("mttq-2024", "Lê Văn C", "de-nghi-khen-thuong.xlsx"),
    ("van-quan-60-nam", "Vi Thị D", "giay-khen-xa.yaml"),
    ("van-quan-60-nam", "Nông Văn A", "giay-khen-huyen.csv"),
    ("vi-nguoi-ngheo", "Đặng Văn H", "so-ket-2023.yaml"),
    ("vi-nguoi-ngheo", "Bùi Thị K", "so-ket-2024.yaml"),
]


@pytest.mark.parametrize(("name", "old", "listed"), _PERSONS)
def test_a_name_is_typed_once_and_changes_on_every_paper(name: str, old: str, listed: str, tmp_path: Path) -> None:
    new, folder = "Mùa Chí Bích Thủy", Path(copytree(_FOLDERS[name], tmp_path / name))
    _rename(folder / "nominations" / listed, old, new)
    findings, campaign = examine(load_campaign(folder), _DAY)
    assert campaign is not None
    worse = [one for one in findings if one.severity in (Severity.ERROR, Severity.WARNING)]
    assert [one.code for one in worse] == ["register-name"], "the book keeps the name that was decided"
    before, after = _papers_naming(_campaign(name), old), _papers_naming(campaign, new)
    assert before == after
    assert len(after) > 5
    assert not _papers_naming(campaign, old)


def test_an_award_of_other_years_under_another_name_is_told_on_the_form_alone(tmp_path: Path) -> None:
    old, folder = "Hồ Văn L", Path(copytree(_FOLDERS["vi-nguoi-ngheo"], tmp_path / "vi-nguoi-ngheo"))
    _rename(folder / "nominations" / "tong-ket-2025.yaml", old, "Mùa Chí Bích Thủy")
    (told,) = _papers_naming(example(folder, _DAY), old)
    assert told == ("achievement", 1), "sổ ghi tên Hồ Văn L cho cùng số định danh"


def _rename(listed: Path, old: str, new: str) -> None:
    """Type another name for somebody, in the one list that names him."""
    if listed.suffix != ".xlsx":
        text = listed.read_text(encoding="utf-8-sig")
        assert old in text
        listed.write_text(re.sub(rf"{old}(?!\w)", new, text), encoding="utf-8")
        return
    book = load_workbook(listed)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == old]
    assert cells
    for cell in cells:
        cell.value = new
    book.save(listed)


def _papers_naming(campaign: ResolvedCampaign, name: str) -> set[tuple[str, int]]:
    """Return the papers that name somebody, each with how often; a file that is called after him changes its name."""
    named = re.compile(rf"{name}(?!\w)")
    made = {paper: [line for _, lines in _documents(campaign, paper) for line in lines] for paper in PAPERS}
    counts = {paper: sum(len(named.findall(line)) for line in lines) for paper, lines in made.items()}
    return {(paper, count) for paper, count in counts.items() if count}
