"""The money of awards, day by day: the tables of ``money.yaml``; and that wrong data is refused."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.law.turning import turning_days
from thidua_cli.commands import law as present
from thidua_cli.law import rewards
from thidua_cli.law.award_catalogue import awards
from thidua_cli.law.data_files import LawDataError
from thidua_cli.law.dated import Confidence, Dated
from thidua_cli.law.deciders import deciders
from thidua_cli.law.movement_terms import SUBJECTS
from thidua_cli.law.regimes import regimes

TABLE = yaml.load(Path(__file__).with_name("money.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
DECREES = (date(2018, 1, 1), date(2024, 1, 1), date(2025, 7, 1))
"""A day under each decree on money."""


def day_of(text: str) -> date:
    return date.fromisoformat(text)


def all_dated() -> list[Dated]:
    return [*rewards.base_salaries(), *rewards.roundings(), *rewards.rewards()]


def deciding(*ids: str) -> frozenset[str]:
    return frozenset(filter(None, ids))


@pytest.mark.parametrize("case", TABLE["sums"], ids=lambda case: " ".join(map(str, (*case.values(),)[:-1])))
def test_sums_on_both_sides_of_every_change(case: dict[str, Any]) -> None:
    by = deciding(case.get("decider", ""), *case.get("deciders", ()))
    found = [rewards.money(case["award"], case["subject"], day_of(day), by) for day in TABLE["days"]]
    assert ["-" if one.amount is None else str(one.amount) for one in found] == case["sums"]
    assert all(bool(one.why) is (one.amount is None) for one in found)
    assert all(bool(one.cited) is (one.amount is not None) for one in found)


def test_every_day_that_changes_a_sum_is_in_the_table() -> None:
    turns = turning_days(all_dated()) - {regimes()[0].start}
    assert {day - timedelta(days=1) for day in turns} | turns == set(map(day_of, TABLE["days"]))


def factor(award: str, subject: str, day: date, decider: str) -> str:
    [found] = rewards.readings(award, subject, day, deciding(decider)).values()
    return f"{float(found.factor):g}" if found else "-"


def factors() -> Iterator[tuple[str, str, str, list[str]]]:
    """Award, subject, decider and the factor under each decree, of all subjects that are told apart."""
    for row in TABLE["factors"]:
        for award in row["awards"]:
            for subject in ("individual", "collective"):
                yield award, subject, "", row.get(subject, ["-"] * 3)
    for row in TABLE["by_decider"]:
        for subject in ("individual", "collective", "household"):
            yield row["award"], subject, row["decider"], row.get(subject, ["-"] * 3)


@pytest.mark.parametrize(("award", "subject", "decider", "expected"), list(factors()))
def test_factors_of_every_award(award: str, subject: str, decider: str, expected: list[str]) -> None:
    assert [factor(award, subject, day, decider) for day in DECREES] == expected


def test_each_award_has_a_factor_or_is_known_to_have_none() -> None:
    paid = {award for one in rewards.rewards() for award in one.awards}
    assert paid | set(TABLE["without"]) == set(awards())
    assert not paid & set(TABLE["without"])
    assert paid == {award for award, *_ in factors()}


def test_who_is_paid_may_receive_the_award() -> None:
    for one in rewards.rewards():
        assert one.factor > 0
        for award in one.awards:
            assert set(one.subjects) & set(awards()[award].subjects), award


def test_collectives_of_every_kind_are_paid_alike() -> None:
    kinds = {"collective", "enterprise", "commune", "village", "armed_unit"}
    assert kinds < set(SUBJECTS)
    assert all(kinds.isdisjoint(one.subjects) or kinds == set(one.subjects) for one in rewards.rewards())


def test_who_decides_matters_for_an_award_always_or_never() -> None:
    for award in awards():
        asked = {bool(one.deciders) for one in rewards.rewards() if award in one.awards}
        assert len(asked) < 2, award


@given(st.sampled_from(rewards.rewards()), st.dates(date(2017, 9, 1), date(2028, 1, 1)), st.data())
def test_a_sum_is_the_least_full_one_that_is_not_below(one: rewards.Reward, day: date, data: st.DataObject) -> None:
    award, subject = data.draw(st.sampled_from(one.awards)), data.draw(st.sampled_from(one.subjects))
    decider = data.draw(st.sampled_from(one.deciders or (*deciders(), "")))
    found = rewards.money(award, subject, day, deciding(decider))
    if found.amount is None:
        assert found.why
        assert not found.cited
        assert not found.doubt
        return
    assert found.reward
    assert found.salary
    exact = Decimal(found.reward.factor.numerator) / found.reward.factor.denominator * found.salary.amount
    assert found.amount == (exact / 10_000).to_integral_value(ROUND_CEILING) * 10_000
    assert all(value.in_force(day) for value in found.behind)


@given(st.sampled_from(rewards.rewards()), st.dates(date(2017, 9, 1), date(2028, 1, 1)), st.data())
def test_of_several_a_sum_is_that_of_each(one: rewards.Reward, day: date, data: st.DataObject) -> None:
    award, subject = data.draw(st.sampled_from(one.awards)), data.draw(st.sampled_from(one.subjects))
    several = data.draw(st.frozensets(st.sampled_from(sorted(deciders())), max_size=4))
    found = rewards.money(award, subject, day, several)
    lawful = {decision.who for decision in awards()[award].deciders if decision.in_force(day)}
    meant = (several & lawful) or several or lawful or frozenset(one.deciders)
    each = [rewards.money(award, subject, day, frozenset((who,))).amount for who in meant]
    if found.amount is not None:
        assert set(each) == {found.amount}
    assert found.amount is not None or None in each or len(set(each)) > 1 or not several


def test_sums_are_exact() -> None:
    """What is a full sum stays it, and one đồng more is the next one: no float tells them apart everywhere."""
    full = rewards.rounding(date(2023, 7, 1))
    assert full
    for salary in rewards.base_salaries():
        for tens in range(1, 3000):
            exact = Fraction(tens * 10_000, salary.amount)
            assert rewards.amount(exact, salary, full) == tens * 10_000
            assert rewards.amount(exact + Fraction(1, salary.amount), salary, full) == (tens + 1) * 10_000


REASONS = [
    (
        ("gia_dinh_van_hoa", "household", date(2025, 8, 1), "commune_chair"),
        "chưa có dữ liệu về mức tiền thưởng của Gia đình văn hóa cho hộ gia đình ngày 01/08/2025",
    ),
    (
        ("giay_khen", "individual", date(2024, 8, 1), "commune_chair"),
        "chưa có dữ liệu về mức tiền thưởng của Giấy khen cho cá nhân do Chủ tịch Ủy ban nhân dân cấp xã quyết định",
    ),
    (
        ("bang_khen_bo_tinh", "individual", date(2024, 8, 1), ""),
        "chưa rõ người quyết định (1,5 lần mức lương cơ sở nếu người quyết định là Bộ trưởng, người đứng đầu bộ, ban, "
        "ngành, đoàn thể trung ương; Chủ tịch Ủy ban nhân dân cấp tỉnh hoặc 1 lần mức lương cơ sở nếu người quyết định "
        "là Tư lệnh quân khu, quân đoàn và tương đương; Giám đốc đại học quốc gia)",
    ),
    (
        ("giay_khen", "individual", date(2018, 8, 1), "unit_head commune_chair district_chair"),
        "chưa rõ người quyết định (0,3 lần mức lương cơ sở nếu người quyết định là Thủ trưởng đơn vị có tư cách pháp "
        "nhân, cơ quan chuyên môn cấp tỉnh; Chủ tịch Ủy ban nhân dân cấp huyện hoặc 0,15 lần mức lương cơ sở nếu người "
        "quyết định là Chủ tịch Ủy ban nhân dân cấp xã)",
    ),
    (
        ("giay_khen", "individual", date(2025, 8, 1), "unit_head organisation"),
        "chưa rõ người quyết định (0,3 lần mức lương cơ sở nếu người quyết định là Thủ trưởng đơn vị có tư cách pháp "
        "nhân, cơ quan chuyên môn cấp tỉnh hoặc chưa có dữ liệu nếu người quyết định là Tổ chức chính trị, tổ chức "
        "chính trị - xã hội theo quy định của cơ quan trung ương của tổ chức)",
    ),
    (
        ("ky_niem_chuong", "individual", date(2024, 8, 1), "minister"),
        "pháp luật chỉ quy định không quá 0,6 lần mức lương cơ sở",
    ),
    (
        ("lao_dong_tien_tien", "individual", date(2018, 8, 1), "unit_head"),
        "chưa có dữ liệu về mức lương cơ sở ngày 01/08/2018",
    ),
    (
        ("lao_dong_tien_tien", "individual", date(2017, 9, 30), "unit_head"),
        "chưa có dữ liệu về mức tiền thưởng của Lao động tiên tiến cho cá nhân ngày 30/09/2017",
    ),
]


@pytest.mark.parametrize(("asked", "why"), REASONS)
def test_what_is_not_known_is_said(asked: tuple[str, str, date, str], why: str) -> None:
    *of, decider = asked
    found = rewards.money(*of, deciding(*decider.split()))
    assert (found.amount, found.why) == (None, why)


@pytest.mark.parametrize(
    ("award", "subject", "day", "decider", "doubt"),
    [
        ("giay_khen", "individual", "2026-09-30", "unit_head", ""),
        ("giay_khen", "individual", "2026-10-01", "unit_head", " (cần đối chiếu lại)"),
        ("giay_khen", "individual", "2026-09-30", "commune_chair", " (suy ra từ quy định)"),
        ("giay_khen", "individual", "2026-09-30", "unit_head commune_chair", " (suy ra từ quy định)"),
        ("giay_khen", "household", "2026-09-30", "unit_head", " (suy ra từ quy định)"),
        ("huy_chuong_vi_an_ninh_to_quoc", "individual", "2026-09-30", "president", " (chưa kiểm chứng)"),
        ("giay_khen", "individual", "2024-06-30", "unit_head", " (suy ra từ quy định)"),
    ],
)
def test_a_sum_is_as_sure_as_the_least_sure(award: str, subject: str, day: str, decider: str, doubt: str) -> None:
    assert rewards.money(award, subject, day_of(day), deciding(*decider.split())).doubt == doubt


def test_the_base_salary_does_not_hang_on_the_law_of_emulation() -> None:
    found = rewards.base_salary(date(2026, 11, 27))
    assert found
    assert (found.amount, found.confidence) == (2_530_000, Confidence.PRIMARY)
    assert {one.confidence for one in rewards.rewards_on(date(2026, 11, 27))} == {Confidence.UNVERIFIED}


def test_articles_behind_a_sum() -> None:
    assert rewards.money("giay_khen", "individual", date(2026, 8, 1), deciding("unit_head")).cited == (
        "Điều 49, Điều 54 Nghị định số 152/2025/NĐ-CP; khoản 2 Điều 3, Điều 6 Nghị định số 161/2026/NĐ-CP"
    )


WRONG = [
    ("rewards", "rewards", {"awards": ["giay_khem"]}, "giay_khem"),
    ("rewards", "rewards", {"subjects": ["em"]}, "subjects"),
    ("rewards", "rewards", {"subjects": []}, "subjects"),
    ("rewards", "rewards", {"deciders": ["king"]}, "king"),
    ("rewards", "rewards", {"factor": "much"}, "factor"),
    ("rewards", "rewards", {"said": []}, "said"),
    ("rewards", "rewards", {"awards": ["chien_si_thi_dua_bo_tinh"]}, "overlap"),
    ("rewards", "rounding", {"unit": "0"}, "unit"),
    ("rewards", "rounding", {"to": "2024-01-01"}, "overlap"),
    ("base_salary", "base_salary", {"amount": "-1"}, "amount"),
    ("base_salary", "base_salary", {"to": "2023-07-01"}, "overlap"),
    ("base_salary", "base_salary", {"citation": "NĐ99"}, "NĐ99"),
]


@pytest.mark.parametrize(("name", "part", "change", "said"), WRONG)
def test_wrong_data_is_refused(copy: Path, name: str, part: str, change: dict[str, Any], said: str) -> None:
    content = yaml.load((copy / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    content[part][0] = content[part][0] | change
    (copy / f"{name}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    readers = {"rewards": rewards.rewards, "rounding": rewards.roundings, "base_salary": rewards.base_salaries}
    with pytest.raises(LawDataError, match=said):
        readers[part]()


def test_the_law_of_a_day_tells_the_base_salary_and_the_sums() -> None:
    paying = next(one for one in present.law_on(date(2026, 8, 1)) if one.title == "Tiền thưởng")
    told = {row[:2]: row[2] for row in paying.rows}
    assert told["Mức lương cơ sở", ""] == "2.530.000 đồng/tháng"
    assert told["TTLĐTT; ĐVTT", "tập thể"] == "0,8 lần mức lương cơ sở = 2.030.000 đồng"
    assert paying.note == "Tiền thưởng làm tròn lên đến 10.000 đồng: Điều 49 Nghị định số 152/2025/NĐ-CP."


def test_the_page_of_an_award_tells_its_money() -> None:
    rows = [text for label, text in present.award_page(awards()["ky_niem_chuong"], date(2024, 8, 1)) if "Tiền" in label]
    assert rows[0].startswith("cá nhân: không quá 0,6 lần mức lương cơ sở nếu người quyết định là Bộ trưởng")
    assert rows[0].endswith("(điểm d khoản 1 Điều 58 Nghị định số 98/2023/NĐ-CP)")
    assert present.award_page(awards()["giay_khen"], date(2025, 8, 1))[-1][1].endswith(" (suy ra từ quy định)")
    assert present.award_page(awards()["chien_si_thi_dua_co_so"], date(2025, 8, 1))[-1] == (
        "Tiền thưởng ngày 01/08/2025",
        "cá nhân: 1 lần mức lương cơ sở = 2.340.000 đồng (khoản 1 Điều 50 Nghị định số 152/2025/NĐ-CP)",
    )
