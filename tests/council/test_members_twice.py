"""Members of the council in two lines: nobody is merged, and what depends on how many they are is not concluded."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.council.as_tables import LAYOUTS
from tests.council.folders import SESSION, TODAY, folder_with
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.passed import State, standing
from thidua_cli.checks.run import examine
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.members_twice import members_twice
from thidua_cli.model.council import Member
from thidua_cli.vietnamese.text import strip_accents

A = "Nguyễn Văn Hòa"
# Two lines of a list of members, and whether they may be one person.
KINDS: dict[str, tuple[dict[str, str], dict[str, str], bool]] = {
    "the same": ({"name": A}, {"name": A}, True),
    "two posts": ({"name": A, "post": "Giám đốc"}, {"name": A, "post": "Bí thư Đảng ủy"}, True),
    "two roles": ({"name": A, "role": "Chủ tịch"}, {"name": A, "role": "Ủy viên"}, True),
    "one with a unit": ({"name": A, "unit": "Phòng Một"}, {"name": A}, True),
    "one unit, two posts": (
        {"name": A, "unit": "Phòng Một", "post": "Trưởng phòng"},
        {"name": A, "unit": "P. Một", "post": "Chủ tịch Công đoàn"},
        True,
    ),
    "a unit and its short form": ({"name": A, "unit": "Sở Xây dựng"}, {"name": A, "unit": "SXD"}, True),
    "a unit and a part of it": ({"name": A, "unit": "Phòng Một, Sở A"}, {"name": A, "unit": "Phòng Một"}, True),
    "capitals": ({"name": A}, {"name": A.upper()}, True),
    "no accents": ({"name": A, "post": "Giám đốc"}, {"name": strip_accents(A), "post": "Trưởng ban"}, True),
    "the accent elsewhere": ({"name": A, "post": "Giám đốc"}, {"name": "Nguyễn Văn Hoà", "post": "Trưởng ban"}, True),
    "an address": ({"name": f"Ông {A}"}, {"name": f"Đ/c {A}"}, True),
    "a post behind a comma": ({"name": f"{A}, Giám đốc"}, {"name": A, "post": "Bí thư"}, True),
    "a post behind nothing": ({"name": f"{A} Phó Giám đốc"}, {"name": A}, True),
    "a post before": ({"name": f"Trưởng phòng Kỹ thuật {A}"}, {"name": A}, True),
    "a post that no list knows": ({"name": f"{A}, trợ lý"}, {"name": f"{A}, cố vấn"}, True),
    "another accent": ({"name": A}, {"name": "Nguyễn Văn Hoa"}, True),
    "a year behind one": ({"name": f"{A} (1970)"}, {"name": A}, True),
    "one year": ({"name": f"{A} (1970)"}, {"name": f"Ông {A} (1970)"}, True),
    "two units": ({"name": A, "unit": "Phòng Một"}, {"name": A, "unit": "Phòng Hai"}, False),
    "two years": ({"name": f"{A} (1970)"}, {"name": f"{A} (1985)"}, False),
    "two letters": ({"name": f"{A} (A)"}, {"name": f"{A} (B)"}, False),
    "another accent, two posts": ({"name": A, "post": "Giám đốc"}, {"name": "Nguyễn Văn Hoa", "post": "Thư ký"}, False),
    "a given name that is a word of address": ({"name": "Nguyễn Hòa Nam"}, {"name": "Nguyễn Hòa Bà"}, False),
    "another name": ({"name": A}, {"name": "Nguyễn Văn Hòa An"}, False),
}
EACH_KIND = pytest.mark.parametrize("kind", KINDS)
# Five more of whom one is away: a council of seven, or of six.
OTHERS = ["Trần Thị Bơ", "Lê Văn Cúc", "Phạm Thị Dung", "Hoàng Văn Đạt", {"name": "Vũ Thị Giang", "present": "false"}]


def examined(folder: Path, name: str, session: bytes) -> tuple[list[Diagnostic], set[State]]:
    findings, context = examine(load_campaign(folder_with(folder, name, session)), TODAY)
    assert context
    voted = [entry for entry in context.entries if id(entry) in context.ballots.of]
    return findings, {standing(entry, context.ballots, context).state for entry in voted}


def session_of(one: dict[str, str], other: dict[str, str], agree: int) -> dict[str, Any]:
    votes = [{"id": "DN-01", "agree": str(agree)}, {"id": "DN-02", "agree": str(agree)}]
    return {**SESSION, "members": [one, *OTHERS, other], "votes": votes}


@EACH_KIND
def test_two_lines_that_may_be_one_person(kind: str) -> None:
    one, other, perhaps = KINDS[kind]
    for pair in ((one, other), (other, one)):
        assert bool(members_twice([Member.model_validate(member) for member in pair])) is perhaps


@pytest.mark.parametrize("layout", ["yaml", *LAYOUTS])
@EACH_KIND
def test_how_many_members_there_are_is_told_or_asked(kind: str, layout: str, tmp_path: Path) -> None:
    one, other, perhaps = KINDS[kind]
    session = session_of(one, other, agree=5)
    name, written = LAYOUTS.get(layout, ("council.yaml", lambda one: json.dumps(one).encode()))
    findings, states = examined(tmp_path / "campaign", name, written(session))
    asked = [finding for finding in findings if finding.code == "council-unclear"]
    assert len(asked) == perhaps
    assert states == ({State.UNKNOWN} if perhaps else {State.REFUSED})


def test_each_pair_is_told_at_its_lines(tmp_path: Path) -> None:
    members = [{"name": A, "post": "Giám đốc"}, *OTHERS, {"name": f"Ông {A}"}, {"name": "LÊ VĂN CÚC"}]
    session = json.dumps({**SESSION, "members": members}, ensure_ascii=False, indent=1)
    findings, _ = examined(tmp_path / "campaign", "council.yaml", session.encode())
    (asked,) = [finding for finding in findings if finding.code == "council-unclear"]
    assert f"{A} (Giám đốc) và Ông {A}; Lê Văn Cúc và LÊ VĂN CÚC" in asked.message
    lines = session.split("\n")
    told = [lines[(line or 0) - 1] for line in (asked.line, *(other.line for other in asked.related))]
    assert [line.strip() for line in told] == [
        f'"name": "Ông {A}"',
        f'"name": "{A}",',
        '"Lê Văn Cúc",',
        '"name": "LÊ VĂN CÚC"',
    ]


@pytest.mark.parametrize("layout", ["yaml", *LAYOUTS])
def test_nothing_is_concluded_of_a_session_whose_members_may_be_fewer(layout: str, tmp_path: Path) -> None:
    """Five there of eight are too few, of seven enough; nine ballots are told of either."""
    away = [{"name": name, "present": "false"} for name in ("Trần Thị Bơ", "Lê Văn Cúc")]
    here = ["Phạm Thị Dung", "Hoàng Văn Đạt", "Vũ Thị Giang", "Bùi Văn Kha", {"name": A, "post": "Giám đốc"}]
    twice = {"name": f"Ông {A}", "present": "false"}
    alone = {"name": f"Ông {A} (1970)", "present": "false"}
    votes = [{"id": "DN-01", "agree": "9"}]
    name, written = LAYOUTS.get(layout, ("council.yaml", lambda one: json.dumps(one).encode()))

    def codes(folder: str, *last: dict[str, str]) -> set[str]:
        session = {**SESSION, "members": [*away, *here, *last], "votes": votes, "issued": "9"}
        return {one.code for one in examined(tmp_path / folder, name, written(session))[0]}

    of_members = {"quorum-short", "vote-sum", "vote-below-threshold", "vote-base"}
    assert codes("sure", {**alone, "name": "Ngô Văn Lâm"}) & of_members == {"quorum-short", "vote-sum"}
    assert codes("open", twice) & of_members == set()
    assert "council-unclear" in codes("again", twice)


def test_of_one_who_is_both_there_and_away_it_is_not_known(tmp_path: Path) -> None:
    session = {**SESSION, "members": [A, *OTHERS, {"name": f"Ông {A}", "present": "false"}], "votes": []}
    folder = folder_with(tmp_path / "campaign", "council.yaml", json.dumps(session).encode())
    (sitting,) = load_campaign(folder).sessions
    assert sitting.doubts.attendance == sitting.doubts.opinions == {0, len(OTHERS) + 1}


SPELT = [str, str.upper, strip_accents, "Ông {}".format, "Đ/c {}".format, "{}, Giám đốc".format, "TS. {}".format]


@given(
    names=st.lists(st.sampled_from([A, *OTHERS[:4]]), unique=True, min_size=1),
    spelt=st.sampled_from(SPELT),
    posts=st.lists(st.sampled_from(["Giám đốc", "Thư ký", None]), min_size=2, max_size=2),
    at=st.integers(0, 4),
)
def test_however_one_is_spelt_again_the_pair_is_found(
    names: list[str], spelt: Callable[[str], str], posts: list[str | None], at: int
) -> None:
    again = names[at % len(names)]
    members = [Member(name=name, post=posts[0]) for name in names]
    assert members_twice(members) == []
    assert members_twice([*members, Member(name=spelt(again), post=posts[1])]) == [(names.index(again), len(names))]
    apart = [Member(name=name, post=posts[0], unit="Phòng Một") for name in names]
    assert members_twice([*apart, Member(name=spelt(again), post=posts[1], unit="Phòng Hai")]) == []
