"""Award money in reports, recounted: what decisions and the award book gave, and what is not known of it."""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.papers.awarding.awarding import NAMES, OWN, decided, decision
from thidua_cli.campaign.course import courses
from thidua_cli.papers.contract import Blanks
from thidua_cli.papers.reports.report_awards import awards_part
from thidua_cli.papers.reports.report_money import ReportMoney
from thidua_cli.vietnamese.numerals import money_of_words

_FUND = "Quỹ thi đua, khen thưởng của Sở"
# By award and subject, on the three days, typed from the tables of the law; None: not known.
_EACH = {
    ("giay-khen", "individual"): (540_000, 710_000, 710_000),
    ("giay-khen", "collective"): (1_080_000, 1_410_000, 1_410_000),
    ("giay-khen", "household"): (None, None, 1_060_000),
    ("bang-khen", "individual"): (2_700_000, 3_510_000, 3_510_000),
    ("ldtt", "individual"): (540_000, 710_000, 710_000),
}
_DAYS = ("2024-05-02", "2024-08-02", "2025-12-02")
_BY = {"bang-khen": "Chủ tịch Ủy ban nhân dân tỉnh"}
_GIVEN = st.lists(st.tuples(st.sampled_from(list(_EACH)), st.sampled_from([0, 1, 2, None])), min_size=1, max_size=8)


def _money(*decisions: dict[str, Any], **more: Any) -> ReportMoney:
    context = decided(*decisions, **more)
    return awards_part(courses(context), context, Blanks(draft=False)).money


@given(_GIVEN)
def test_what_was_given_is_counted_once_and_what_is_not_known_apart(
    given_: list[tuple[tuple[str, str], int | None]],
) -> None:
    nominees, decisions, expected = [], [], []
    for at, ((award, subject), day) in enumerate(given_):
        nominees.append({"name": f"Người số {at}", "award": award, "subject": subject, "unit": f"Phòng {at}"})
        if day is not None:
            by = _BY.get(award, "Giám đốc Sở")
            said = {"id": f"qd-{at}", "number": f"{at}/QĐ-A", "date": _DAYS[day], "decided_by": by}
            decisions.append(decision([f"Người số {at}"], award, **said))
            expected.append((award, subject, _EACH[award, subject][day]))
    money = _money(*decisions, nominees=nominees)
    sums = [amount for _, _, amount in expected if amount is not None]
    assert (money.known, money.unknown) == (len(sums), len(expected) - len(sums))
    assert money.total.amount == sum(sums)
    assert money_of_words(money.total.words) == sum(sums)
    assert bool(money.whys) == bool(money.unknown)
    counted = Counter(expected)
    assert sum(row.count for row in money.rows) == len(expected)
    assert sorted(row.count for row in money.rows) == sorted(counted.values())
    for row in money.rows:
        shown = row.amount.replace(".", "")
        assert row.whole.replace(".", "") == (str(int(shown) * row.count) if shown else "")


def test_sources_are_told_and_those_without_one_counted() -> None:
    ours = decision(NAMES[:3], money_source=_FUND)
    theirs = decision(NAMES[4:], "bang-khen", id="qd-9", number="9/QĐ-UBND", decided_by=_BY["bang-khen"])
    money = _money(ours, theirs, papers=[])
    assert (list(money.sources), money.unsourced) == ([_FUND], 1)
    assert _money(ours, papers=[OWN]).sources == [_FUND]


def test_a_line_of_the_book_is_paid_by_its_own_day_and_decider() -> None:
    line = {"name": "Nguyễn Văn A", "unit": "Phòng Một", "award": "giay_khen", "year": "2025", "campaign": "cchc-2024"}
    nominees = [{"name": "Nguyễn Văn A", "unit": "Phòng Một", "award": "giay-khen", "year": "2025"}]
    whole = {**line, "decision": "45/QĐ-SXD", "date": "2025-12-02", "decided_by": "Giám đốc Sở"}
    assert _money(nominees=nominees, register=[whole]).total.amount == 710_000
    undated = _money(nominees=nominees, register=[line])
    assert (undated.known, undated.unknown) == (0, 1)
    assert undated.whys == ["sổ khen thưởng chưa ghi ngày quyết định"]
