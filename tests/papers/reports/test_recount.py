"""Every number of awards in a report, recounted from the raw lists by a program that knows nothing of the engine."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign
from thidua_cli.campaign.course import courses
from thidua_cli.papers.contract import Blanks
from thidua_cli.papers.reports.award_shares import percent_of
from thidua_cli.papers.reports.report_awards import AwardsPart, awards_part

_AWARDS = [
    {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc"},
    {"id": "bang-khen", "form": "bang_khen_bo_tinh", "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh"},
]
_UNITS = [{"name": "Phòng A", "headcount": 9}, {"name": "Phòng B", "participants": 4}]
_NOMINEES = st.lists(
    st.fixed_dictionaries(
        {
            "award": st.sampled_from(["giay-khen", "bang-khen"]),
            "subject": st.sampled_from(["individual", "collective", "household"]),
            "unit": st.sampled_from(["Phòng A", "Phòng B"]),
            "year": st.sampled_from([2023, 2024]),
        },
        optional={
            "gender": st.sampled_from(["male", "female"]),
            "group": st.sampled_from(["leader", "worker", "nông dân"]),
        },
    ),
    min_size=1,
    max_size=12,
)
_ENDS = st.lists(st.sampled_from(["awarded", "given", "passed", "refused", "proposed"]), min_size=12, max_size=12)
"""How nominations end; one that is ``given`` got its award, and the campaign tells of no vote on it."""
_AWARDED, _VOTED = ("awarded", "given"), ("awarded", "passed", "refused")


def _made(nominees: list[dict[str, Any]], ends: list[str]) -> tuple[AwardsPart, list[tuple[dict[str, Any], str]]]:
    named = [{"name": f"Người số {number}", **one} for number, one in enumerate(nominees)]
    ended = list(zip(named, ends, strict=False))
    votes = [_vote(one, 2 if end == "refused" else 9) for one, end in ended if end in _VOTED]
    decisions = [_decision(one, number) for number, (one, end) in enumerate(ended) if end in _AWARDED]
    context = campaign(named, {"votes": votes}, awards=_AWARDS, units=_UNITS, decisions=decisions)
    return awards_part(courses(context), context, Blanks(draft=False)), ended


def _vote(nominee: dict[str, Any], agree: int) -> dict[str, Any]:
    return {"name": nominee["name"], "award": nominee["award"], "agree": agree, "against": 9 - agree, "none": 0}


def _decision(nominee: dict[str, Any], number: int) -> dict[str, Any]:
    return {
        "id": f"qd-{number}",
        "number": f"{number}/QĐ-A",
        "date": "2024-12-20",
        "decided_by": "Giám đốc",
        "awards": nominee["award"],
        "awarded": [nominee["name"]],
    }


@given(_NOMINEES, _ENDS)
def test_counts_by_award_and_subject(nominees: list[dict[str, Any]], ends: list[str]) -> None:
    part, ended = _made(nominees, ends)
    assert (part.passed_open, part.awarded_open, part.unexplained) == (0, 0, [])
    words = {"Tập thể": "collective", "Cá nhân": "individual", "Hộ gia đình": "household"}
    names = {"Giấy khen của Giám đốc": "giay-khen", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh": "bang-khen"}
    for row in [*part.by_award, part.total]:
        mine = [(one, end) for one, end in ended if row.name == "Cộng" or one["award"] == names[row.name]]
        for place, subject in enumerate(part.subjects):
            same = [end for one, end in mine if one["subject"] == words[subject]]
            assert row.counts.proposed[place] == len(same)
            assert row.counts.passed[place] == same.count("passed") + same.count("awarded")
            assert row.counts.awarded[place] == same.count("awarded") + same.count("given")
        assert row.counts.all_proposed == len(mine) == sum(row.counts.proposed)
        assert row.counts.all_passed == sum(row.counts.passed)
        assert row.counts.all_awarded == sum(row.counts.awarded)
    assert part.total.counts.all_proposed == len(nominees)


@given(_NOMINEES, _ENDS)
def test_every_table_has_the_same_sum(nominees: list[dict[str, Any]], ends: list[str]) -> None:
    part, ended = _made(nominees, ends)
    whole = part.total.counts
    for rows in (part.by_award, part.by_review or [part.total]):
        assert sum(row.counts.all_proposed for row in rows) == whole.all_proposed
        assert sum(row.counts.all_passed for row in rows) == whole.all_passed
        assert sum(row.counts.all_awarded for row in rows) == whole.all_awarded
    for unit in part.by_unit:
        assert unit.proposed == sum(one["unit"] == unit.name for one, _ in ended)
    assert part.without_unit is None
    assert sum(unit.awarded for unit in part.by_unit) == whole.all_awarded
    assert sum(len(group.rows) for group in part.awarded) == whole.all_awarded
    charted = {
        "Đề nghị": [row.counts.all_proposed for row in part.by_award],
        "Hội đồng thông qua": [row.counts.all_passed for row in part.by_award],
        "Được tặng": [row.counts.all_awarded for row in part.by_award],
    }
    assert part.chart == [(title, charted[title]) for title in part.states.values()]


@given(_NOMINEES, _ENDS)
def test_how_many_passed_is_not_said_where_awards_were_given_and_no_vote_is_known(
    nominees: list[dict[str, Any]], ends: list[str]
) -> None:
    part, ended = _made(nominees, ends)
    found = [end for _, end in ended]
    assert part.unvoted == found.count("given")
    unknown = "given" in found and not set(found).intersection(_VOTED)
    states = ["proposed", "awarded"] if unknown else ["proposed", "passed", "awarded"]
    assert list(part.states) == states


@given(_NOMINEES, _ENDS)
def test_shares_are_of_those_of_whom_it_is_told(nominees: list[dict[str, Any]], ends: list[str]) -> None:
    part, ended = _made(nominees, ends)
    people = [one for one, end in ended if end in _AWARDED and one["subject"] == "individual"]
    total = part.share_total
    groups = [one.get("group") for one in people]
    sexes = [one.get("gender") for one in people]
    assert total.individuals == len(people) == sum(row.individuals for row in part.shares)
    assert (total.leaders, total.workers, total.other_groups, total.group_unknown) == (
        groups.count("leader"),
        groups.count("worker"),
        groups.count("nông dân"),
        groups.count(None),
    )
    told_sexes = (sexes.count("female"), sexes.count("male"), sexes.count(None))
    assert (total.women, total.men, total.sex_unknown) == told_sexes
    told = groups.count("leader") + groups.count("worker")  # of another group is neither
    assert total.worker_share == (percent_of(groups.count("worker"), told) if told else "")


def test_a_share_has_a_comma_and_one_decimal() -> None:
    assert [percent_of(*pair) for pair in ((2, 3), (1, 2), (0, 4), (0, 0), (61, 63))] == ["66,7", "50", "0", "", "96,8"]


def test_what_is_not_known_is_counted_as_open_and_never_as_a_no() -> None:
    decided = [{**_decision({"name": "Người lạ", "award": "giay-khen"}, 1)}]
    context = campaign([{"award": "giay-khen", "subject": "individual"}], awards=_AWARDS, decisions=decided)
    part = awards_part(courses(context), context, Blanks(draft=False))
    assert (part.total.counts.all_awarded, part.awarded_open) == (0, 1)


def test_who_stands_in_the_book_only_is_told() -> None:
    line = {"name": "Lê Thị K", "award": "giay_khen", "year": 2024, "campaign": "cchc-2024"}
    context = campaign([{"award": "giay-khen", "subject": "individual"}], awards=_AWARDS, register=[line])
    part = awards_part(courses(context), context, Blanks(draft=False))
    assert part.unexplained == ["Lê Thị K"]
    assert (part.total.counts.all_proposed, part.total.counts.all_passed, part.total.counts.all_awarded) == (1, 0, 1)


_LINES = st.lists(
    st.fixed_dictionaries(
        {"award": st.sampled_from(["giay_khen", "lao_dong_tien_tien", "bang_khen_bo_tinh"])},
        optional={
            "subject": st.sampled_from(["cá nhân", "tập thể", "hộ gia đình", "gì đó"]),
            "gender": st.sampled_from(["nam", "nữ", "gì đó"]),
            "group": st.sampled_from(["lãnh đạo", "người lao động trực tiếp", "gì đó"]),
            "unit": st.sampled_from(["Phòng A", "Phòng B", "Phòng lạ"]),
        },
    ),
    max_size=8,
)


@given(_NOMINEES, _LINES)
def test_who_stands_in_the_book_only_is_awarded_and_never_proposed(
    nominees: list[dict[str, Any]], lines: list[dict[str, Any]]
) -> None:
    named = [{"name": f"Người số {number}", **one} for number, one in enumerate(nominees)]
    book = [{"name": f"Dòng số {at}", "year": one["year"], "campaign": "cchc-2024"} for at, one in enumerate(nominees)]
    book = [{**line, **more} for line, more in zip(book, lines, strict=False)]
    context = campaign(named, awards=_AWARDS, units=_UNITS, register=book)
    part = awards_part(courses(context), context, Blanks(draft=False))
    counts = part.total.counts
    assert (counts.all_proposed, counts.all_passed, counts.all_awarded) == (len(named), 0, len(book))
    assert part.unexplained == [line["name"] for line in book]
    people = [one for one in book if one["award"] == "lao_dong_tien_tien" and "subject" not in one]
    people += [one for one in book if one.get("subject") == "cá nhân"]
    sexes, groups = [one.get("gender") for one in people], [one.get("group") for one in people]
    total = part.share_total
    assert (total.individuals, total.women, total.men) == (len(people), sexes.count("nữ"), sexes.count("nam"))
    assert (total.leaders, total.workers) == (groups.count("lãnh đạo"), groups.count("người lao động trực tiếp"))
    assert total.group_unknown == groups.count(None) + groups.count("gì đó")
    assert sum(row.counts.all_awarded for row in part.by_award) == len(book)
    assert sum(len(group.rows) for group in part.awarded) == len(book)
    assert sum(row.count for row in part.money.rows) == len(book)
    of_units = sum(unit.awarded for unit in part.by_unit)
    assert of_units == sum(one.get("unit") in ("Phòng A", "Phòng B") for one in book)
    assert (part.without_unit.awarded if part.without_unit else 0) == len(book) - of_units
