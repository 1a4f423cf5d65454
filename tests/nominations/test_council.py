"""The council: who was there, what the ballots add up to, what the law asks of the votes, day by day."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.campaigns import MEMBERS, campaign, told
from thidua_cli.checks.nominations import council, votes
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.model.council import OwnRule

CHECKS = (*council.CHECKS, *votes.CHECKS)
AN = {"name": "Nguyễn Văn An", "unit": "Phòng Một", "subject": "individual", "award": "cstd"}
GIVEN = {**AN, "award": "giay-khen"}


def session(absent: int, *, written: bool = True) -> list[Any]:
    away = [{"name": name, "present": "false", "written_opinion": str(written).lower()} for name in MEMBERS[:absent]]
    return [*away, *MEMBERS[absent:]]


def codes(found: list[str]) -> list[str]:
    return [one.partition(":")[0] for one in found]


def test_a_good_session_raises_nothing() -> None:
    ballots = {"issued": "9", "collected": "9", "valid": "9", "void": "0"}
    vote = {"name": "nguyễn  văn an", "agree": "8", "against": "1", "none": "0"}
    assert told(CHECKS, campaign([AN], {**ballots, "votes": [vote]})) == []


@pytest.mark.parametrize(
    ("absent", "held", "severity"),
    [
        (3, "2023-12-31", None),
        (4, "2019-12-31", None),
        (4, "2020-01-01", Severity.ERROR),
        (4, "2023-12-31", Severity.ERROR),
        (4, "2024-01-01", Severity.WARNING),
        (4, "2025-07-01", Severity.WARNING),
        (4, "2026-10-01", Severity.WARNING),
        (4, "2023", Severity.ERROR),
        (4, "2023-12", Severity.ERROR),
    ],
)
def test_quorum(absent: int, held: str, severity: Severity | None) -> None:
    context = campaign([], {"members": session(absent), "held": held}, day="2026-11-01")
    found = list(council.quorum(context))
    assert [one.severity or severity_of(one.code) for one in found] == ([severity] if severity else [])
    if found:
        assert found[0].message == "Hội đồng họp 5 trên 9 thành viên, cần ít nhất 2/3, tức 6"


def test_a_session_of_a_year_is_held_against_the_least_sure_of_its_rules() -> None:
    context = campaign([], {"members": session(4), "held": "2025"}, day="2026-11-01")
    (one,) = council.quorum(context)
    assert "152/2025/NĐ-CP" in one.basis


def test_absent_members_are_asked_in_writing() -> None:
    vote = {"name": AN["name"], "agree": "9"}
    context = campaign([AN], {"members": session(2, written=False), "votes": [vote]})
    assert told([council.quorum], context) == [
        "opinion-missing: thành viên vắng chưa có ý kiến bằng văn bản: Ủy viên 1 và Ủy viên 2"
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"issued": "10"}, "phát ra 10 phiếu, Hội đồng chỉ có 9 thành viên"),
        ({"issued": "9", "collected": "10"}, "thu về 10 phiếu, phát ra chỉ 9"),
        ({"collected": "9", "valid": "8", "void": "0"}, "8 hợp lệ + 0 không hợp lệ = 8, khác 9 phiếu thu về"),
        ({"collected": "9", "valid": "7", "void": "1"}, "7 hợp lệ + 1 không hợp lệ = 8, khác 9 phiếu thu về"),
        ({"collected": "8", "valid": "9"}, "9 phiếu hợp lệ, thu về chỉ 8"),
        ({"issued": "9", "collected": "9", "valid": "8", "void": "1"}, None),
        ({"collected": "9", "void": "1"}, None),
    ],
)
def test_the_session_adds_up(given: dict[str, str], said: str | None) -> None:
    assert told([council.ballots], campaign([], given)) == ([f"vote-sum: {said}"] if said else [])


@pytest.mark.parametrize(
    ("valid", "counts", "said"),
    [
        ("9", {"agree": "8", "against": "1", "none": "1"}, "số phiếu 8 + 1 + 1 = 10, khác 9 phiếu hợp lệ"),
        ("9", {"agree": "8", "against": "0", "none": "0"}, "số phiếu 8 + 0 + 0 = 8, khác 9 phiếu hợp lệ"),
        ("9", {"agree": "8", "against": "1"}, None),
        ("9", {"agree": "8", "against": "2"}, "số phiếu 8 + 2 = 10, quá 9 phiếu hợp lệ"),
        ("9", {"agree": "10"}, "10 phiếu, quá 9 phiếu hợp lệ"),
        (None, {"agree": "10"}, "10 phiếu, Hội đồng chỉ có 9 thành viên"),
        (None, {"agree": "8", "against": "1", "none": "0"}, None),
    ],
)
def test_the_counts_of_a_nominee_add_up(valid: str | None, counts: dict[str, str], said: str | None) -> None:
    given = {"votes": [{"name": AN["name"], **counts}], **({"valid": valid} if valid else {})}
    assert told([council.ballots], campaign([AN], given)) == ([f"vote-sum: {said}"] if said else [])


@pytest.mark.parametrize(
    ("award", "agree", "held", "severity"),
    [
        ("cstd", "8", "2024-11-20", None),
        ("cstd", "7", "2023-12-31", None),
        ("cstd", "7", "2024-01-01", Severity.ERROR),
        ("cstd", "7", "2025-06-30", Severity.ERROR),
        ("cstd", "7", "2025-07-01", Severity.WARNING),
        ("cstd", "7", "2026-09-30", Severity.WARNING),
        ("cstd", "7", "2026-10-01", Severity.WARNING),
        ("cstd", "7", "2023", None),
        ("cstd", "7", "2025", Severity.WARNING),
        ("giay-khen", "5", "2024-11-20", None),
        ("giay-khen", "4", "2024-11-20", Severity.WARNING),
        ("giay-khen", "4", "2019-12-31", None),
    ],
)
def test_threshold(award: str, agree: str, held: str, severity: Severity | None) -> None:
    given = {"held": held, "votes": [{"name": AN["name"], "agree": agree}]}
    found = list(votes.votes(campaign([{**AN, "award": award}], given, day="2026-11-01")))
    assert [one.severity or severity_of(one.code) for one in found] == ([severity] if severity else [])
    assert codes([one.code for one in found]) == ["vote-below-threshold"] * bool(severity)


@pytest.mark.parametrize(
    ("name", "held", "severity"),
    [
        ("Hội đồng Thi đua - Khen thưởng tỉnh A", "2017-10-01", Severity.ERROR),
        ("Hội đồng Thi đua - Khen thưởng tỉnh A", "2023-12-31", Severity.ERROR),
        ("Hội đồng Thi đua - Khen thưởng tỉnh A", "2024-01-01", Severity.ERROR),
        ("Hội đồng Thi đua - Khen thưởng tỉnh A", "2025-07-01", Severity.WARNING),
        ("Hội đồng Thi đua - Khen thưởng Sở Nội vụ tỉnh A", "2024-01-01", Severity.WARNING),
    ],
)
def test_nine_tenths_are_asked_of_the_council_of_the_province(name: str, held: str, severity: Severity) -> None:
    given = {"name": name, "held": held, "votes": [{"name": AN["name"], "agree": "8"}]}
    (found,) = votes.votes(campaign([{**AN, "award": "cstd-tinh"}], given, day="2026-11-01"))
    assert (found.severity or severity_of(found.code)) is severity
    assert "88,89%" in found.message
    assert "9 phiếu" in found.message


def test_the_base_is_all_members_not_those_present() -> None:
    context = campaign(
        [{**AN, "agree": "7", "voters": "7"}, {**GIVEN, "agree": "7", "voters": "7"}], {"members": session(2)}
    )
    assert told([votes.votes], context) == [
        "vote-below-threshold: 7 phiếu đồng ý trên 9 thành viên là 77,78%, "
        "Chiến sĩ thi đua cơ sở cần ít nhất 80%, tức 8 phiếu",
        "vote-base: danh sách tính phiếu trên 7 người ở 2 dòng bằng số người dự họp, Hội đồng có 9 thành viên",
    ]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"agree": "8", "voters": "9"}, []),
        ({"agree": "7", "voters": "9"}, ["vote-below-threshold"]),
        ({"agree": "10", "voters": "9"}, ["vote-sum"]),
        ({"agree": "9"}, ["vote-base"]),
        ({"agree": "9", "award": "giay-khen"}, []),
        ({}, ["vote-missing"]),
        ({"award": "giay-khen"}, []),
    ],
)
def test_votes_in_the_columns_of_a_list_without_council(columns: dict[str, str], said: list[str]) -> None:
    assert codes(told([votes.votes], campaign([{**AN, **columns}]))) == said


def test_list_and_council_must_agree() -> None:
    context = campaign([{**AN, "agree": "9", "voters": "9"}], {"votes": [{"name": AN["name"], "agree": "8"}]})
    (found,) = votes.votes(context)
    assert found.message == "danh sách ghi 9 phiếu đồng ý, kết quả của Hội đồng ghi 8"
    assert [spot.file for spot, _ in found.others if not isinstance(spot, str)] == ["council.yaml"]


@pytest.mark.parametrize(
    ("vote", "said"),
    [
        ({"name": "nguyen van an"}, []),  # typed without accents
        ({"name": "Ông Nguyễn Văn An"}, []),
        ({"name": "Đ/c Nguyễn Văn An"}, []),
        ({"name": "Nguyễn Văn Ân"}, ["có kết quả phiếu cho Nguyễn Văn Ân nhưng danh sách không đề nghị tên này"]),
        ({"name": "Nguyễn Văn Anh"}, ["có kết quả phiếu cho Nguyễn Văn Anh nhưng danh sách không đề nghị tên này"]),
        ({"name": "Nguyễn Văn An", "unit": "phòng một"}, []),
        ({"name": "Nguyễn Văn An", "award": "CSTĐCS"}, []),
        ({"name": "Nguyễn Văn An", "award": "Danh hiệu Chiến sỹ thi đua cấp cơ sở năm 2024"}, []),
        ({"name": "Nguyễn Văn An", "award": "Chiến sĩ thi đua"}, []),
        (
            {"name": "Nguyễn Văn An", "unit": "Phòng Hai"},
            ["Nguyễn Văn An có được đề nghị, nhưng không phải với đơn vị, hình thức ghi ở đây"],
        ),
        (
            {"name": "Nguyễn Văn An", "award": "CSTĐ cấp tỉnh"},
            ["Nguyễn Văn An có được đề nghị, nhưng không phải với đơn vị, hình thức ghi ở đây"],
        ),
        (
            {"name": "Nguyễn Văn An", "award": "Giấy khen"},
            ["Nguyễn Văn An có được đề nghị, nhưng không phải với đơn vị, hình thức ghi ở đây"],
        ),
    ],
)
def test_whom_a_vote_is_for(vote: dict[str, str], said: list[str]) -> None:
    found = told([votes.votes], campaign([AN], {"votes": [{**vote, "agree": "9"}]}))
    assert [one for one in found if one.startswith("vote-unclear")] == [f"vote-unclear: {one}" for one in said]
    assert codes(found).count("vote-missing") == len(said)


def test_a_vote_for_nobody_says_whom_the_list_has() -> None:
    vote = {"name": AN["name"], "unit": "Phòng Hai", "agree": "9"}
    for nominee, said in (
        (AN, "danh sách ghi Nguyễn Văn An (Phòng Một), Chiến sĩ thi đua cơ sở"),
        ({**AN, "award": "danh hiệu lạ"}, "danh sách ghi Nguyễn Văn An (Phòng Một)"),
        ({**AN, "name": "Nguyễn Văn Ân"}, "có phải “Nguyễn Văn Ân”?"),
        ({**AN, "name": "Lê Thị Cúc"}, "bổ sung vào danh sách đề nghị, hoặc bỏ dòng phiếu này"),
    ):
        found = votes.votes(campaign([nominee], {"votes": [vote]}))
        assert [one.hint for one in found if one.code == "vote-unclear"] == [said]


def test_a_vote_for_one_of_two_of_a_name_is_for_neither() -> None:
    both = [AN, {**AN, "unit": "Phòng Hai"}]
    vote = {"name": AN["name"], "agree": "1"}
    assert codes(told([votes.votes], campaign(both, {"votes": [vote]}))) == ["vote-unclear", *["vote-missing"] * 2]
    communes = [{**AN, "unit": "Xã Trần Ninh"}, {**AN, "unit": "Xã Trấn Ninh"}]
    by_commune = [{**vote, "agree": "9", "unit": one["unit"]} for one in communes]
    assert told(votes.CHECKS, campaign(communes, {"votes": by_commune})) == []
    told_apart = [{**vote, "agree": "9", "unit": one["unit"]} for one in both]
    assert told([votes.votes], campaign(both, {"votes": told_apart})) == []
    twice = [told_apart[0], told_apart[0], told_apart[1]]
    assert codes(told([votes.votes], campaign(both, {"votes": twice}))) == ["vote-unclear"]


def test_awards_that_need_ballots() -> None:
    vote = {"name": AN["name"], "agree": "9"}
    raised = {"secret_ballot": "false", "votes": [vote]}
    assert codes(told([votes.shows_of_hands], campaign([AN], raised))) == ["ballot-required"]
    assert told([votes.shows_of_hands], campaign([GIVEN], raised)) == []
    assert told([votes.shows_of_hands], campaign([AN], {**raised, "held": "2023-12-31"})) == []


def test_who_was_not_voted_on() -> None:
    others = [{**AN, "name": f"Trần Thị {letter}"} for letter in "ABCDE"]
    found = told([votes.votes], campaign(others))
    assert found == [
        "vote-missing: chưa có kết quả bỏ phiếu cho Trần Thị A, Trần Thị B, Trần Thị C và 2 đề nghị nữa; "
        "Chiến sĩ thi đua cơ sở phải bỏ phiếu"
    ]
    votes_for = {"votes": [{"name": "Trần Thị A", "agree": "9"}]}
    assert codes(told([votes.votes], campaign(others, votes_for))) == ["vote-missing"] * 4


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ({"name": "Nguyễn Văn An"}, "thành viên Hội đồng Nguyễn Văn An cũng được đề nghị khen thưởng"),
        ({"name": "Ông Nguyễn Văn An"}, "thành viên Hội đồng Ông Nguyễn Văn An cũng được đề nghị khen thưởng"),
        (
            {"name": "nguyễn văn an", "unit": "Phòng Một"},
            "thành viên Hội đồng nguyễn văn an cũng được đề nghị khen thưởng",
        ),
        ({"name": "Lê C", "unit": "phòng một"}, "thành viên Hội đồng Lê C thuộc phòng một, đơn vị có 1 đề nghị"),
        (
            {"name": "Đ/c Nguyễn Văn An", "unit": "Phòng Hai"},
            "thành viên Hội đồng Đ/c Nguyễn Văn An (Phòng Hai) trùng tên với Nguyễn Văn An (Phòng Một) "
            "được đề nghị khen thưởng",
        ),
        ({"name": "Nguyễn Văn Ân", "unit": "Phòng Hai"}, None),
        ({"name": "Lê C", "unit": "Phòng Hai"}, None),
    ],
)
def test_interests(member: dict[str, str], said: str | None) -> None:
    found = told([council.interests], campaign([AN], {"members": [member, *MEMBERS]}))
    assert found == ([f"conflict-of-interest: {said}"] if said else [])


CITATION = "Điều 7 Quy chế của Hội đồng"


@pytest.mark.parametrize(
    ("absent", "rule", "held", "said"),
    [
        (2, {"quorum": "3/4"}, "2024-11-20", None),
        (3, {"quorum": "3/4"}, "2024-11-20", "cần ít nhất 3/4, tức 7"),
        (3, {"quorum": "75%"}, "2015-01-01", "cần ít nhất 75%, tức 7"),
        (3, {"share": "3/4"}, "2024-11-20", None),
        (4, {"quorum": "1/2"}, "2024-11-20", "cần ít nhất 2/3, tức 6"),  # the law asks more
    ],
)
def test_the_quorum_of_the_own_regulation(absent: int, rule: dict[str, str], held: str, said: str | None) -> None:
    given = {"members": session(absent), "held": held, "rule": {**rule, "citation": CITATION}}
    found = list(council.quorum(campaign([], given, day="2026-11-01")))
    assert [one.message.partition("thành viên, ")[2] for one in found] == ([said] if said else [])
    if found and "2/3" not in found[0].message:
        assert (found[0].basis, found[0].severity) == (CITATION, None)


@pytest.mark.parametrize(
    ("award", "agree", "share", "said"),
    [
        ("giay-khen", "6", "2/3", None),
        ("giay-khen", "5", "2/3", "cần ít nhất 2/3, tức 6 phiếu"),
        ("giay-khen", "6", "70%", "cần ít nhất 70%, tức 7 phiếu"),
        ("giay-khen", "4", "1/3", "cần quá một nửa, tức 5 phiếu"),  # the law asks more
        ("cstd", "7", "70%", "cần ít nhất 80%, tức 8 phiếu"),
        ("cstd", "8", "9/10", "cần ít nhất 9/10, tức 9 phiếu"),
    ],
)
def test_the_share_of_the_own_regulation(award: str, agree: str, share: str, said: str | None) -> None:
    given = {"votes": [{"name": AN["name"], "agree": agree}], "rule": {"share": share, "citation": CITATION}}
    found = [one for one in votes.votes(campaign([{**AN, "award": award}], given)) if one.code != "vote-missing"]
    assert [one.message.partition("%, ")[2].partition(" cần ")[2] for one in found] == (
        [said.removeprefix("cần ")] if said else []
    )
    if said and share in said:
        assert (found[0].basis, found[0].severity) == (CITATION, None)


@pytest.mark.parametrize("part", ["4/3", "0/3", "hai phần ba", "2", "101%"])
def test_a_part_that_is_none_is_refused(part: str) -> None:
    with pytest.raises(ValidationError):
        OwnRule.model_validate({"citation": CITATION, "quorum": part})
