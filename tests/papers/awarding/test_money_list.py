"""The list of award money: what each is paid on both sides of every change, sums recounted, what is not known."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.papers.awarding.awarding import NAMES, OWN, decided, decision, made, one, printed
from thidua_cli.model.paper_facts import Amount
from thidua_cli.papers.contract import BLANK, LacksError
from thidua_cli.vietnamese.numerals import money_of_words

_TABLE = yaml.safe_load(Path(__file__).with_name("paid.yaml").read_text(encoding="utf-8"))
_ROWS = {f"{row['form']} {row['subject']}": row for row in _TABLE["paid"]}
_FUND = {"money_source": "Quỹ thi đua, khen thưởng"}
_PROVINCE = {
    "id": "qd-9",
    "number": "9/QĐ-UBND",
    "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh",
    "money_source": "Quỹ thi đua, khen thưởng của tỉnh",
}


def _number(figures: str) -> int:
    return int(figures.replace(".", ""))


@pytest.mark.parametrize("row", _ROWS.values(), ids=list(_ROWS))
def test_what_is_paid_on_each_side_of_every_change(row: dict[str, Any]) -> None:
    found = [_paid(row, day) for day in _TABLE["days"]]
    assert found == row["sums"]


def _paid(row: dict[str, Any], day: date) -> int | str:
    """Return what the list of a decision of that day pays; `-` where it is refused, `?` where its maker is told."""
    award = {"id": "hinh-thuc", "form": row["form"], "decided_by": row["by"]}
    nominee = {"name": "Người Một", "subject": row["subject"], "unit": "Phòng Một", "award": "hinh-thuc"}
    said = decision(["Người Một"], "hinh-thuc", date=day.isoformat(), decided_by=row["by"], **_FUND)
    campaign = decided(said, nominees=[nominee], awards=[award])
    (draft,) = made("money", campaign, draft=True).values()
    text = printed("money", draft)
    if draft.missing:
        with pytest.raises(LacksError, match="còn thiếu mức tiền thưởng của") as refused:
            made("money", campaign)
        assert refused.value.hint == "ghi amounts ở mục doc: decision trong papers.yaml"
        assert _total(text).startswith(f"Tổng số tiền: {BLANK} đồng (bằng chữ: {BLANK}).")
        assert _rows(text)[0][5] == BLANK
        return "-"
    (cells,) = _rows(text)
    assert _total(text).startswith(f"Tổng số tiền: {cells[5]} đồng (bằng chữ: ")
    assert all("xem lại trước khi ký: " in note for note in draft.notes)
    return f"{_number(cells[5])}?" if draft.notes else _number(cells[5])


def _rows(text: list[str]) -> list[list[str]]:
    """Return the rows of those who are paid."""
    rows = [line.split(" | ") for line in text if " | " in line]
    return [row for row in rows if row[0].isdigit()]


def _total(text: list[str]) -> str:
    (line,) = [line for line in text if line.startswith("Tổng số tiền: ")]
    return line


_KINDS = st.tuples(st.sampled_from(["giay-khen", "ldtt"]), st.sampled_from(["individual", "collective"]))
_EACH = {("giay-khen", "individual"): 710_000, ("giay-khen", "collective"): 1_410_000, ("ldtt", "individual"): 710_000}


@given(st.lists(_KINDS.filter(_EACH.__contains__), min_size=1, max_size=12))
def test_one_sum_in_decision_annex_and_list(kinds: list[tuple[str, str]]) -> None:
    nominees = [
        {"name": f"Người số {at}", "award": award, "subject": subject, "unit": f"Phòng {at}"}
        for at, (award, subject) in enumerate(kinds)
    ]
    awards = list(dict.fromkeys(award for award, _ in kinds))
    campaign = decided(decision([str(one["name"]) for one in nominees], *awards, **_FUND), nominees=nominees)
    expected = sum(_EACH[kind] for kind in kinds)
    money, signed = one("money", campaign), one("decision", campaign)
    assert sum(_number(row[5]) for row in _rows(money)) == expected
    article = next(line for line in signed if line.startswith("Tổng số tiền thưởng là "))
    for line in (_total(money), article):
        figures, words = line.removeprefix("Tổng số tiền thưởng là ").removeprefix("Tổng số tiền: ").split(" đồng (", 1)
        assert _number(figures) == expected
        assert money_of_words(words.removeprefix("bằng chữ: ").partition(")")[0]) == expected
    if len(kinds) > 3:
        assert sum(_number(row[3]) for row in _rows(signed)) == expected
        assert sum(_number(line.split(" | ")[1]) for line in signed if line.startswith("Cộng | ")) == expected
    factors = {(row[3], row[4]) for row in _rows(money)}
    assert factors <= {("0,3", "2.340.000"), ("0,6", "2.340.000")}


def test_one_list_a_decision_and_one_of_all() -> None:
    ours = decision(NAMES[:3], **_FUND)
    campaign = decided(ours, decision(NAMES[4:], "bang-khen", **_PROVINCE))
    lists = made("money", campaign)
    stem = "danh-sach-chi-tien-thuong"
    assert list(lists) == [f"{stem}-qd-45", f"{stem}-qd-9", f"{stem}-tat-ca"]
    texts = [printed("money", one) for one in lists.values()]
    assert [len(_rows(text)) for text in texts] == [3, 1, 4]
    assert [_total(text).split(" đồng")[0] for text in texts] == [
        "Tổng số tiền: 2.830.000",
        "Tổng số tiền: 7.020.000",
        "Tổng số tiền: 9.850.000",
    ]
    assert "(Kèm theo Quyết định số 9/QĐ-UBND ngày 02 tháng 12 năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh)" in texts[1]
    assert "(Theo 02 quyết định khen thưởng)" in texts[2]
    assert any("Nguồn chi: Quỹ thi đua, khen thưởng của tỉnh." in line for line in texts[2])


def test_nothing_is_paid_for_what_is_not_decided() -> None:
    with pytest.raises(LacksError, match="còn thiếu quyết định khen thưởng đã ký") as told:
        made("money", decided(), draft=True)
    assert told.value.hint == "ghi vào decisions.yaml bằng lệnh thidua decide"


@pytest.mark.parametrize("typed", ["1.500.000", "1500000", " 1.500.000 "])
def test_an_amount_that_the_office_tells_is_paid_and_shows_no_factor(typed: str) -> None:
    amounts = [{"award": "Giấy khen", "subject": "individual", "amount": typed}]
    campaign = decided(decision(NAMES[:3]), papers=[{**OWN, "amounts": amounts}])
    told = [(row[3], row[4], row[5]) for row in _rows(one("money", campaign))]
    assert told == [("0,6", "2.340.000", "1.410.000"), ("-", "-", "1.500.000"), ("-", "-", "1.500.000")]


@pytest.mark.parametrize("typed", ["1,5 triệu", "1.50", "-1", "1000000000", "1.5.0", "", True, 1.5])
def test_what_is_no_sum_of_money_is_refused(typed: object) -> None:
    with pytest.raises(ValidationError, match="không phải là số tiền"):
        Amount.model_validate({"award": "giay-khen", "subject": "individual", "amount": typed})


def test_a_month_that_has_two_salaries_pays_nothing_and_any_other_does() -> None:
    half_year = decided(decision(NAMES[1:2], date="2026", **_FUND))
    with pytest.raises(LacksError, match="chưa rõ ngày quyết định, mà mức tiền thưởng thay đổi"):
        made("money", half_year)
    assert _rows(one("money", decided(decision(NAMES[1:2], date="2026-08", **_FUND))))[0][5] == "760.000"


def test_the_fund_of_the_office_pays_for_no_other_body() -> None:
    office = {"money_source": "Quỹ của Sở"}
    ours = one("money", decided(decision(NAMES[:3]), papers=[], office=office))
    assert _total(ours).endswith("Nguồn chi: Quỹ của Sở.")
    foreign = {**_PROVINCE, "money_source": None}
    with pytest.raises(LacksError, match="nguồn tiền thưởng của Quyết định số 9/QĐ-UBND"):
        made("money", decided(decision(NAMES[4:], "bang-khen", **foreign), papers=[], office=office))


def test_who_signs_are_those_that_are_told_else_maker_accountant_and_head() -> None:
    campaign = decided(decision(NAMES[:3]))
    assert one("money", campaign)[-7:] == [
        "Người lập",
        "(Ký, ghi rõ họ tên)",
        "Kế toán",
        "(Ký, ghi rõ họ tên)",
        "Giám đốc",
        "(Ký, ghi rõ họ tên)",
        "Nguyễn Văn A",
    ]
    signers = [{"post": "Người lập bảng", "name": "Vũ Thị E"}, {"post": "Kế toán trưởng"}, {"post": "Giám đốc"}]
    text = one("money", decided(decision(NAMES[:3]), papers=[OWN, {"doc": "money", "signers": signers}]))
    assert "Vũ Thị E" in text
    assert "Kế toán trưởng" in text


def test_who_is_paid_are_those_of_the_decision_in_the_order_of_print() -> None:
    order = [NAMES[2], NAMES[3], NAMES[1], NAMES[0]]
    text = one("money", decided(decision(order, "ldtt", "giay-khen")))
    assert [row[1].split(" (")[0] for row in _rows(text)] == [
        "Phòng Một",
        "Bà Trần Thị B",
        "Ông Nguyễn Văn A",
        "Lê Văn C",
    ]
