"""Quorum and votes, day by day; wrong data is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
import yaml

from tests.law.turning import turning_days
from thidua_cli.commands import law as present
from thidua_cli.law import data_files as load
from thidua_cli.law import votes
from thidua_cli.law.data_files import LawDataError
from thidua_cli.law.dated import may_block

CSTDCS, CSTDT, FLAG = "chien_si_thi_dua_co_so", "chien_si_thi_dua_bo_tinh", "co_thi_dua_chinh_phu"


@pytest.mark.parametrize(
    ("day", "needed", "blocks"),
    [
        ("2019-12-31", None, None),
        ("2020-01-01", 6, True),
        ("2023-12-31", 6, True),
        ("2024-01-01", 6, False),
        ("2025-06-30", 6, False),
        ("2025-07-01", 6, False),
        ("2026-10-01", 6, False),
    ],
)
def test_quorum(day: str, needed: int | None, *, blocks: bool | None) -> None:
    found = votes.quorum(date.fromisoformat(day))
    assert (found and found.needed(9)) == needed
    assert (found and may_block(found.confidence)) is blocks


@pytest.mark.parametrize("members", range(1, 41))
def test_no_fewer_are_enough_and_no_more_are_needed(members: int) -> None:
    day = date(2025, 1, 15)
    quorum = votes.quorum(day)
    assert quorum
    assert quorum.needed(members) == next(n for n in range(members + 1) if 3 * n >= 2 * members)
    for rule in votes.vote_rules():
        enough = [n for n in range(members + 1) if _enough(n, members, rule)]
        assert rule.needed(members) == enough[0]


def _enough(agree: int, members: int, rule: votes.VoteRule) -> bool:
    if rule.share is None:
        return True
    return agree > rule.share * members if rule.more else agree >= rule.share * members


@pytest.mark.parametrize(
    ("award", "day", "needed", "blocks"),
    [
        (CSTDT, "2017-09-30", None, None),
        (CSTDT, "2017-10-01", 9, True),
        (CSTDT, "2023-12-31", 9, True),
        (CSTDT, "2024-01-01", 9, True),
        (CSTDT, "2025-06-30", 9, True),
        (CSTDT, "2025-07-01", 9, False),
        (CSTDT, "2026-09-30", 9, False),
        (CSTDT, "2026-10-01", 9, False),
        (CSTDCS, "2019-12-31", None, None),
        (CSTDCS, "2020-01-01", 5, False),
        (CSTDCS, "2023-12-31", 5, False),
        (CSTDCS, "2024-01-01", 8, True),
        (CSTDCS, "2025-06-30", 8, True),
        (CSTDCS, "2025-07-01", 8, False),
        (FLAG, "2023-12-31", 0, True),
        (FLAG, "2024-01-01", 8, True),
        ("giay_khen", "2024-01-01", 5, False),
        ("giay_khen", "2025-07-01", 5, False),
        ("giay_khen", "2026-10-01", 5, False),
    ],
)
def test_votes_of_nine(award: str, day: str, needed: int | None, *, blocks: bool | None) -> None:
    found = votes.vote_rule(award, date.fromisoformat(day))
    assert (found.needed(9) if found else None) == needed
    assert (may_block(found.confidence) if found else None) is blocks


@pytest.mark.parametrize(("members", "half", "tenths"), [(9, 5, 9), (10, 6, 9), (11, 6, 10), (1, 1, 1), (20, 11, 18)])
def test_shares_are_exact(members: int, half: int, tenths: int) -> None:
    day = date(2024, 6, 1)
    simple, strict = votes.vote_rule("giay_khen", day), votes.vote_rule(CSTDT, day)
    assert simple
    assert strict
    assert (simple.needed(members), strict.needed(members)) == (half, tenths)
    assert (simple.said, strict.said) == ("quá một nửa", "ít nhất 90%")
    assert strict.model_copy(update={"share": None}).said == "bỏ phiếu"


def test_every_turning_day_turns_something() -> None:
    values = [*votes.quorums(), *votes.vote_rules()]
    for day in sorted(turning_days(values)):
        before, after = day - timedelta(days=1), day
        assert (votes.quorum(before), votes.vote_rules_on(before)) != (votes.quorum(after), votes.vote_rules_on(after))


@pytest.mark.parametrize(
    ("name", "upper"),
    [
        ("Hội đồng Thi đua - Khen thưởng tỉnh Lạng Sơn", True),
        ("Hội đồng TĐKT Bộ Y tế", True),
        ("Hội đồng Thi đua, Khen thưởng thành phố Hà Nội", True),
        ("Hội đồng Thi đua - Khen thưởng thành phố Lạng Sơn", False),
        ("Hội đồng Thi đua - Khen thưởng Sở Nội vụ tỉnh Lạng Sơn", False),
        ("", False),
    ],
)
def test_councils_of_ministry_and_province(name: str, *, upper: bool) -> None:
    assert votes.is_upper_council(name) is upper


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        ("votes", {"awards": ["giay_khem"]}, "giay_khem"),
        ("votes", {"to": "2024-01-01"}, "overlap"),
        ("quorum", {"to": "2024-01-01"}, "overlap"),
        ("quorum", {"share": "most"}, "share"),
        ("majority", {"council": "village"}, "council"),
        ("majority", {"confidence": None}, "confidence"),
    ],
)
def test_wrong_data_is_refused(part: str, change: dict[str, Any], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = yaml.load((load.DATA / "votes.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    content[part][0].update(change)
    content[part][0] = {key: value for key, value in content[part][0].items() if value is not None}
    votes.vote_rules()  # awards and sources from the real data, and kept
    monkeypatch.setattr(load, "read", lambda name: content)
    reader = votes.quorums if part == "quorum" else votes.vote_rules
    with pytest.raises(LawDataError, match=said):
        reader.__wrapped__()


def test_the_law_of_a_day_tells_quorum_and_parts() -> None:
    voting = next(one for one in present.law_on(date(2024, 5, 1)) if one.title == "Bỏ phiếu của hội đồng")
    told = {row[0]: row[1] for row in voting.rows}
    assert told["Cuộc họp"] == "có mặt ít nhất 2/3 số thành viên"
    assert told["Còn lại"] == "quá một nửa tổng số thành viên đồng ý"
    assert told["CSTĐCS; Cờ thi đua cấp bộ, tỉnh; Cờ thi đua CP"].startswith("ít nhất 80% tổng số thành viên")
