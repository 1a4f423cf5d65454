"""One person in lists, register and council, whatever stands around the name; what is told where nothing is sure."""

from itertools import product
from typing import Any

import pytest

from tests.campaigns import MEMBERS, campaign, told
from thidua_cli.campaign.book_additions import results
from thidua_cli.campaign.history import history
from thidua_cli.checks.nominations import council, duplicates, register, votes
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Finding, Severity

KHA = {"name": "Lê Văn Khoá", "unit": "Phòng Một", "subject": "individual", "award": "giay-khen"}
BEFORE = ("", "Ông ", "ÔNG ", "Đ/c ", "Đ/c Thiếu tá ", "ThS.", "BS CKII ", "1. Ông/Bà ", "Trưởng phòng ")
BEHIND = ("", " (Bí thư)", " - Trưởng phòng", ", Phó Giám đốc Sở", ".")
SPELT = ("Lê Văn Khoá", "LÊ VĂN KHÓA", "Le\u0302 Va\u0306n Khoa\u0301", "Lê\u00a0Văn Khóa")
WRITTEN = [f"{before}{name}{behind}" for before, name, behind in product(BEFORE, SPELT, BEHIND)]
LINE = {"name": "Lê Văn Khóa", "unit": "Phòng Một", "award": "CSTĐCS", "year": "2023"}


def doubts(*names: str, **more: Any) -> list[Finding]:
    return list(duplicates.repeated(campaign([{**KHA, **more, "name": name} for name in names])))


def severities(found: list[Finding]) -> list[Severity]:
    return [one.severity or severity_of(one.code) for one in found]


@pytest.mark.parametrize("name", WRITTEN)
def test_it_is_one_person_in_list_register_and_council(name: str) -> None:
    """Both ways: the nominee is called so, or the other place calls him so."""
    for one, other in ((name, KHA["name"]), (KHA["name"], name)):
        assert severities(doubts(one, other)) == [Severity.ERROR]
        context = campaign(
            [{**KHA, "name": one}],
            {"members": [{"name": other}, *MEMBERS], "votes": [{"name": other, "agree": "9"}]},
            register=[{**LINE, "name": other}],
        )
        past = history(context.entries[0], context)
        assert (len(past.lines), past.sure) == (1, True)
        assert told(votes.CHECKS, context) == []
        assert len(told([council.interests], context)) == 1
        assert results(context, [], context.plan.awards, None, [other]) == (list(context.entries), [])


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("Lê Thị Quí", "Lê Thị Quý", Severity.NOTE),
        ("Lê Văn Kha (A)", "Lê Văn Kha", Severity.WARNING),
        ("Le Van Kha", "Lê Văn Kha", Severity.WARNING),
        ("Lê Văn Kha (A)", "Lê Văn Kha (B)", None),
        ("Lê Văn Kha (tức Sáu)", "Lê Văn Kha (1985)", None),
        ("Lê Thị May", "Lê Thị Mai", None),
    ],
)
def test_who_may_be_one_is_asked(one: str, other: str, severity: Severity | None) -> None:
    """In a list a doubt; in the register a line that is not counted; in the council a vote that is for nobody."""
    assert severities(doubts(one, other)) == ([severity] if severity else [])
    context = campaign(
        [{**KHA, "name": one}],
        {"members": [{"name": other}, *MEMBERS], "votes": [{"name": other, "agree": "9"}]},
        register=[{**LINE, "name": other}],
    )
    past = history(context.entries[0], context)
    assert past.sure is False or severity is None
    assert len(told([council.interests], context)) == (severity is not None)
    bare = "Le Van Kha" in (one, other)
    assert len(told([votes.votes], context)) == (0 if bare else 1)
    assert len(told([register.known_nominees], context)) == (severity is not None or "(" in one)


def test_a_household_is_not_the_person_it_is_called_by() -> None:
    award = {"id": "gk", "form": "giay_khen", "decided_by": "Giám đốc"}
    rows = [{**KHA, "name": name, "award": "gk", "subject": None} for name in ("Hộ ông Lê Văn Khoá", "Lê Văn Khoá")]
    found = duplicates.repeated(campaign(rows, awards=[award]))
    assert severities(list(found)) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({}, {"unit": "Phòng Hai"}, "có ở nhiều đơn vị: Phòng Một, Phòng Hai"),
        ({"unit": None}, {"unit": None}, "có ở nhiều dòng không ghi đơn vị, chưa rõ là mấy người"),
        ({}, {"unit": None}, "có ở Phòng Một và ở dòng không ghi đơn vị, chưa rõ là mấy người"),
        (
            {"born": "5/8/1990"},
            {"born": "1990", "unit": "Phòng Hai"},
            "có ở nhiều đơn vị: Phòng Một, Phòng Hai, cùng năm sinh 1990",
        ),
        (
            {"born": "1990"},
            {"born": "1990", "unit": "Phòng Hai"},
            "có ở nhiều đơn vị: Phòng Một, Phòng Hai, cùng năm sinh 1990",
        ),
        (
            {"born": "5/8/1990"},
            {"born": "1990-08-05", "unit": "Phòng Hai"},
            "có ở nhiều đơn vị: Phòng Một, Phòng Hai, cùng ngày sinh 05/8/1990",
        ),
        (
            {"born": "5/8/1990"},
            {"unit": "Phòng Hai"},
            "có ở nhiều đơn vị: Phòng Một, Phòng Hai",
        ),
    ],
)
def test_what_a_doubt_says(one: dict[str, Any], other: dict[str, Any], said: str) -> None:
    (found,) = duplicates.repeated(campaign([{**KHA, **one}, {**KHA, **other}]))
    assert found.message == f"“Lê Văn Khoá” {said}"
    sure = "cùng ngày sinh" in said
    assert found.severity is (Severity.WARNING if sure else Severity.NOTE)
    unit = "đơn vị, " if {one.get("unit", "1"), other.get("unit", "1")} & {None} else ""
    lacking = "số định danh" if sure else f"{unit}số định danh hoặc ngày sinh"
    assert found.hint.endswith(f"nếu là hai người khác nhau thì ghi {lacking} của từng người")


def test_units_that_the_list_does_not_know_are_told_in_council_and_register() -> None:
    units = [{"name": "Phòng Cải cách", "aliases": ["Phòng CC"]}, {"name": "Phòng Một"}]
    context = campaign(
        [KHA],
        {
            "members": [
                {"name": "Trần B", "unit": "Phòng CCHC"},
                {"name": "Trần C", "unit": "Phòng CC"},
                {"name": "Trần D"},
                *MEMBERS,
            ],
            "votes": [{"name": KHA["name"], "unit": "Phòng Mốt", "agree": "9"}],
        },
        units=units,
        register=[
            {**LINE, "unit": "Phòng Mốt"},
            {**LINE, "unit": "Phòng Mốt", "year": "2022"},
            {**LINE, "unit": "Phòng Lạ", "name": "Trần Văn Khác"},
            {**LINE, "unit": "Phòng CC"},
        ],
    )
    found = [one for check in (*council.CHECKS, *register.CHECKS) for one in check(context)]
    units_told = [one for one in found if one.code == "unknown-unit"]
    assert [(one.severity, one.where.path) for one in units_told if not isinstance(one.where, str)] == [
        (Severity.NOTE, "members[0].unit"),
        (Severity.WARNING, "votes[0].unit"),
        (Severity.NOTE, "register[0].unit"),
    ]
    assert units_told[0].message == (
        "đơn vị “Phòng CCHC” không có trong danh sách đơn vị, nên chưa xét được thành viên Trần B có liên quan đến"
        " đề nghị nào không"
    )
    assert units_told[0].hint.startswith("có phải “Phòng CC”?")
    assert told([council.units], campaign([KHA], {"members": [{"name": "B", "unit": "Lạ"}]})) == []


@pytest.mark.parametrize(
    ("award", "taken"),
    [
        ("giay-khen", True),
        ("Giấy khen", True),
        ("GIẤY KHEN của Giám đốc", True),
        ("LÐTT", False),
        ("Giấy khenn", False),
        ("Bằng khen", False),
    ],
)
def test_a_vote_names_the_award_as_lists_do(award: str, *, taken: bool) -> None:
    context = campaign([KHA], {"votes": [{"name": KHA["name"], "award": award, "agree": "9"}]})
    assert len(told([votes.votes], context)) == (not taken)


def test_a_missing_opinion_stands_at_the_absent_members() -> None:
    members = [MEMBERS[0], {"name": "Vắng Một", "present": "false"}, {"name": "Vắng Hai", "present": "false"}]
    context = campaign([KHA], {"members": [*members, *MEMBERS[1:]], "votes": [{"name": KHA["name"], "agree": "9"}]})
    (found,) = (one for one in council.quorum(context) if one.code == "opinion-missing")
    places = [spot.path for spot in (found.where, *(where for where, _ in found.others)) if not isinstance(spot, str)]
    assert places == ["members[1].name", "members[2].name"]
