"""The matrix of what comes before what: each pair broken, kept on the boundary, and with one of both unknown.

Every campaign is a folder with nothing but the two facts (and one nominee), read and checked as the program does it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nominations.case_folders import HERE
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.checks.nominations.order_matrix import OneDay, Pair, matrix
from thidua_cli.checks.run import examine
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.model.paper_keys import CEREMONY_DOCS, paper_keys
from thidua_cli.model.terms import PAPER_NAMES

DAY = date(2024, 7, 1)
TODAY = date(2025, 1, 10)
CODES = ("out-of-order", "day-differs", "day-ahead")
_PLAN = (HERE / "plan.yaml").read_text(encoding="utf-8")
_DAYS_OF_PLAN = {"signing": "\ndate: 2024-03-01", "start": "\n  start: issue", "phase": " start: 2024-07-01"}
_VOTES = [{"name": "Nguyễn Văn A", "award": "giay-khen", "agree": 3, "against": 0, "none": 0}]
_BOOK = "Họ và tên,Đơn vị,Hình thức khen thưởng,Năm,Số quyết định,Ngày quyết định,Phong trào"
_FILES = {
    **dict.fromkeys(_DAYS_OF_PLAN, "plan.yaml"),
    "dossier": "nominations.yaml",
    "session": "council.yaml",
    "decided": "decisions.yaml",
    "book": "register.csv",
    "results": "results.yaml",
}
PAIRS = [pytest.param(pair, id=f"{pair.before}-{pair.after}-{pair.by or pair.follows}") for pair in matrix().pairs]
OF_PAPERS = [
    pytest.param(pair, id=f"{pair.before}-{pair.after}")
    for pair in matrix().pairs
    if pair.before in (*PAPER_NAMES, "unit-submission")
]

Days = Mapping[str, str | None]


def folder(into: Path, days: Days, phase: str | None = None) -> Path:
    """Write a campaign of which these kinds of facts have these days; None is a fact that has no day."""
    into.mkdir(parents=True, exist_ok=True)
    more = {"phase": phase} if phase else {}
    (into / "plan.yaml").write_text(_plan(days), encoding="utf-8")
    nominee = {"name": "Nguyễn Văn A", "subject": "individual", "award": "giay-khen", "unit": "Phòng Một", **more}
    nominee |= _told("received", days.get("dossier"))
    _dump(into / "nominations.yaml", {"format": "nominations/1", "nominations": [nominee]})
    if "session" in days:
        members = ["Ủy viên 1", "Ủy viên 2", "Ủy viên 3"]
        session = {"format": "council/1", "name": "Hội đồng", "members": members, "votes": _VOTES, **more}
        _dump(into / "council.yaml", session | _told("held", days["session"]))
    if days.get("decided"):
        decision = {"id": "qd-1", "number": "45/QĐ-SXD", "date": days["decided"], "decided_by": "Giám đốc Sở"}
        decision |= {"awards": "giay-khen", "awarded": ["Nguyễn Văn A"], **more}
        _dump(into / "decisions.yaml", {"format": "decisions/1", "decisions": [decision]})
    if "book" in days:
        line = f"Nguyễn Văn A,Phòng Một,Giấy khen,2024,45/QĐ-SXD,{days['book'] or ''},thi-dua-2024"
        (into / "register.csv").write_text(f"{_BOOK}\n{line}\n", encoding="utf-8")
    if "results" in days:
        _dump(into / "results.yaml", {"format": "results/1", **_told("as_of", days["results"]), **more})
    if papers := _papers(days, more):
        _dump(into / "papers.yaml", {"format": "papers/1", "papers": papers})
    return into


def _plan(days: Days) -> str:
    text = _PLAN
    for kind, typed in _DAYS_OF_PLAN.items():
        if kind in days:
            assert typed in text
            text = text.replace(typed, f"{typed.partition(':')[0]}: {days[kind]}")
    return text


def _told(key: str, day: str | None) -> dict[str, str]:
    return {key: day} if day else {}


def _papers(days: Days, more: dict[str, str]) -> Sequence[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for doc in PAPER_NAMES:
        if doc in days:
            found[doc] = {"doc": doc, **more, **_told("date", days[doc])}
    if "unit-submission" in days:
        own_paper = {"doc": "submission", "unit": "Phòng Một", **more}
        found["unit-submission"] = own_paper | _told("date", days["unit-submission"])
    if day := days.get("deadline"):
        own = next(doc for doc in ("guidance", "return") if doc in found)
        found[own]["deadline"] = day
    if "ceremony" in days:
        own = next((doc for doc in CEREMONY_DOCS if doc in found), "ceremony-invitation")
        entry = found.setdefault(own, {"doc": own})
        entry["at"] = f"{days['ceremony']}T08:00" if days["ceremony"] else "8 giờ"
    return list(found.values())


def _dump(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def found_in(campaign: Path) -> list[Diagnostic]:
    loaded = load_campaign(campaign)
    assert [one.message for one in loaded.faults if one.severity == "error"] == []
    return [one for one in examine(loaded, TODAY)[0] if one.code in CODES]


def _days(pair: Pair, before: str | None, after: str | None) -> dict[str, str | None]:
    return {pair.before: before, pair.after: after}


def _phase(pair: Pair) -> str | None:
    return "gd2" if pair.by == "phase" else None


def _later(days: int) -> str:
    return (DAY + timedelta(days=days)).isoformat()


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_too_early_is_told_at_the_later_fact(pair: Pair, tmp_path: Path) -> None:
    found = found_in(folder(tmp_path, _days(pair, _later(0), _later(-1)), _phase(pair)))
    assert [one.code for one in found] == ["out-of-order"]
    assert Path(found[0].file).name == _FILES.get(pair.after, "papers.yaml")
    assert [Path(one.file).name for one in found[0].related] == [_FILES.get(pair.before, "papers.yaml")]
    assert "30/6/2024" in found[0].message
    assert "01/7/2024" in found[0].message
    assert pair.why in found[0].hint
    assert bool(found[0].basis) == bool(pair.part)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_boundary_day(pair: Pair, tmp_path: Path) -> None:
    same = found_in(folder(tmp_path / "same", _days(pair, _later(0), _later(0)), _phase(pair)))
    assert [one.code for one in same] == ([] if pair.same_day else ["out-of-order"])
    assert found_in(folder(tmp_path / "next", _days(pair, _later(0), _later(1)), _phase(pair))) == []


@pytest.mark.parametrize("pair", PAIRS)
def test_nothing_is_said_where_one_of_both_is_not_known(pair: Pair, tmp_path: Path) -> None:
    early, late = _later(-1), _later(0)
    campaigns = {"month": _days(pair, "2024-07", _later(1))}
    if pair.after != "ceremony":
        campaigns["of-month"] = _days(pair, late, "2024-07")
    if pair.by == "phase":
        assert found_in(folder(tmp_path / "no-phase", _days(pair, late, early))) == []  # nobody says of which
    elif pair.by != "paper":
        campaigns |= {"no-before": {pair.after: early}, "no-after": {pair.before: late}}
    if pair.before not in (*_DAYS_OF_PLAN, "decided"):
        campaigns["undated-before"] = _days(pair, None, early)
    if pair.after != "decided":
        campaigns["undated-after"] = _days(pair, late, None)
    for name, days in campaigns.items():
        assert found_in(folder(tmp_path / name, days, _phase(pair))) == [], name


@pytest.mark.parametrize("pair", OF_PAPERS)
def test_what_may_stand_in_an_unread_file_shuts_the_mouth(pair: Pair, tmp_path: Path) -> None:
    """Two keys of one entry are wrong anyway; of all others the right one may stand there."""
    campaign = folder(tmp_path, _days(pair, _later(0), _later(-1)))
    (campaign / "papers").mkdir()
    (campaign / "papers" / "them.yaml").write_text("format: papers/1\npapers: [{doc: }]\n", encoding="utf-8")
    loaded = load_campaign(campaign)
    assert "papers" in loaded.facts.doubted
    found = [one.code for one in examine(loaded, TODAY)[0] if one.code in CODES]
    assert found == (["out-of-order"] if pair.by == "paper" else [])


@pytest.mark.parametrize("pair", [one for one in OF_PAPERS if one.values[0].after in PAPER_NAMES])
def test_papers_of_two_awards_are_not_held_against_each_other(pair: Pair, tmp_path: Path) -> None:
    campaign = folder(tmp_path, _days(pair, _later(0), _later(-1)))
    papers = yaml.safe_load((campaign / "papers.yaml").read_text(encoding="utf-8"))
    for entry, award in zip(papers["papers"], ("giay-khen", "cstd"), strict=True):
        entry["award"] = award
    _dump(campaign / "papers.yaml", papers)
    assert found_in(campaign) == []


@pytest.mark.parametrize("same", matrix().one_day, ids=lambda one: one.second)
@pytest.mark.parametrize(
    ("other", "codes"),
    [("2024-07-02", ["day-differs"]), ("2024-07-01", []), ("2024-07", []), ("2024-08", ["day-differs"]), (None, [])],
)
def test_one_thing_has_one_day(same: OneDay, other: str | None, codes: list[str], tmp_path: Path) -> None:
    found = found_in(folder(tmp_path, {same.first: "2024-07-01", same.second: other}))
    assert [one.code for one in found] == codes
    assert all(len(one.related) == 1 for one in found)


@pytest.mark.parametrize("kind", [name for name, one in matrix().kinds.items() if one.past])
def test_what_has_happened_has_no_day_to_come(kind: str, tmp_path: Path) -> None:
    known = {"decided": "2024-12-01"} if kind == "book" else {}
    for days, codes in ((1, ["day-ahead"]), (0, [])):
        told = {**known, kind: (TODAY + timedelta(days=days)).isoformat()}
        found = found_in(folder(tmp_path / str(days), told))
        assert [one.code for one in found if one.code == "day-ahead"] == codes


def test_the_matrix_names_what_is_there() -> None:
    kinds = matrix().kinds
    for pair in matrix().pairs:
        assert {pair.before, pair.after} <= set(kinds)
        assert re.match(r"[^\W\d_]", pair.why)
    for same in matrix().one_day:
        assert {same.first, same.second} <= set(kinds)
    told = [(pair.before, pair.after, pair.by, pair.follows) for pair in matrix().pairs]
    assert len(told) == len(set(told))


def test_the_order_has_no_circle() -> None:
    """Nothing comes before itself, by whatever many steps: else no campaign could be in order."""
    after: dict[str, set[str]] = {}
    for pair in matrix().pairs:
        after.setdefault(pair.before, set()).add(pair.after)
    for kind in after:
        reached, fresh = set[str](), {kind}
        while fresh:
            fresh = set[str]().union(*(after.get(one, set()) for one in fresh)) - reached
            reached |= fresh
        assert kind not in reached


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(matrix().pairs), st.integers(-40, 40), st.booleans(), st.booleans())
def test_a_finding_is_made_when_no_day_is_right(
    tmp_path_factory: pytest.TempPathFactory, pair: Pair, apart: int, month: bool, other_month: bool
) -> None:
    """A month stands for each of its days: told is only what is wrong on all of them."""
    other_month = other_month and pair.after != "ceremony"  # an hour stands on a day
    before, after = DAY + timedelta(days=14), DAY + timedelta(days=14 + apart)
    typed = [before.isoformat()[: 7 if month else 10], after.isoformat()[: 7 if other_month else 10]]
    first = before.replace(day=1) if month else before
    last = _end_of_month(after) if other_month else after
    wrong = last < first or (last == first and not pair.same_day)
    found = found_in(folder(tmp_path_factory.mktemp("order"), _days(pair, *typed), _phase(pair)))
    assert [one.code for one in found] == ["out-of-order"] * wrong


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


_REVIEWS = """\
format: papers/1
papers:
  - {doc: guidance, number: 9, date: 2024-10-20}
  - {doc: submission, occasion: so-ket, award: giay-khen, number: 1, date: FIRST}
  - {doc: submission, occasion: tong-ket, award: giay-khen, number: 2, date: SECOND}
"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("2024-07-02", "2024-12-02", 0),  # one of the guidance may not be recorded: the other has its own
        ("2024-07-02", "2024-10-02", 1),  # nothing of either came after the guidance
        ("2024-07-02", "2024-10", 0),  # perhaps the second did
        ("2024-11-02", "2024-12-02", 0),
    ],
)
def test_of_several_reviews_only_what_follows_none_is_told(first: str, second: str, told: int, tmp_path: Path) -> None:
    campaign = folder(tmp_path, {})
    text = _REVIEWS.replace("FIRST", first).replace("SECOND", second)
    (campaign / "papers.yaml").write_text(text, encoding="utf-8")
    found = found_in(campaign)
    assert [one.code for one in found] == ["out-of-order"] * told
    assert all("số 2" in one.message for one in found)


_DECISIONS = """\
format: decisions/1
decisions:
  - {id: qd-1, number: 45/QĐ-SXD, date: 2024-12-03, decided_by: Giám đốc Sở, awards: giay-khen, awarded: [Nguyễn Văn A]}
  - {id: qd-2, number: 51/QĐ-UBND, date: 2024-12-10, decided_by: Giám đốc Sở, awards: cstd, awarded: [Nguyễn Văn A]}
"""


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{doc: ceremony-invitation, at: 2024-12-05T08:00}", "51/QĐ-UBND"),
        ("{doc: ceremony-invitation, award: giay-khen, at: 2024-12-05T08:00}", ""),
        ("{doc: ceremony-invitation, award: cstd, at: 2024-12-05T08:00}", "51/QĐ-UBND"),
        ("{doc: ceremony-invitation, award: gaiy khen, at: 2024-12-01T08:00}", ""),  # not understood: not judged
        ("{doc: ceremony-invitation, at: sáng 01/12/2024}", ""),
        ("{doc: money, date: 2024-12-05}", ""),  # the money of the first may be meant
        ("{doc: money, decision: qd-2, date: 2024-12-05}", "51/QĐ-UBND"),
        ("{doc: money, decision: qd-3, date: 2024-12-01}", ""),
        ("{doc: submission, award: cstd, date: 2024-12-11}", "51/QĐ-UBND"),
        ("{doc: submission, award: giay-khen, date: 2024-12-02}", ""),
        ("{doc: submission, unit: Phòng Một, date: 2024-12-05}", ""),  # another unit may have been before the first
        ("{doc: submission, date: 2024-12-05}", "45/QĐ-SXD"),
    ],
)
def test_a_paper_is_held_against_the_decisions_it_can_be_of(entry: str, told: str, tmp_path: Path) -> None:
    campaign = folder(tmp_path, {})
    nominees = [{"name": "Nguyễn Văn A", "subject": "individual", "award": award} for award in ("giay-khen", "cstd")]
    _dump(campaign / "nominations.yaml", {"format": "nominations/1", "nominations": nominees})
    (campaign / "decisions.yaml").write_text(_DECISIONS, encoding="utf-8")
    (campaign / "papers.yaml").write_text(f"format: papers/1\npapers:\n  - {entry}\n", encoding="utf-8")
    found = found_in(campaign)
    assert [one.code for one in found] == ["out-of-order"] * bool(told)
    assert all(told in one.message for one in found)


def test_what_is_before_the_campaign_is_not_told_again_of_its_phase(tmp_path: Path) -> None:
    (found,) = found_in(folder(tmp_path, {"results": "2024-02-01"}, "gd1"))
    assert "phong trào" in found.message


def test_every_paper_with_a_day_has_its_place() -> None:
    """A list hangs on its submission, a ballot on its session, statistics are of any day: nothing must come before."""
    held = {one for pair in matrix().pairs for one in (pair.before, pair.after)}
    held |= {one for same in matrix().one_day for one in (same.first, same.second)}
    dated = {name for name, known in paper_keys().items() if "date" in known.keys}
    assert dated - held == {"list", "ballot", "statistics"}
