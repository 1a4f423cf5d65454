"""What differs between two paragraphs: values, their order, how persons are addressed; never the notation alone."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua_cli.findings.about import Spot
from thidua_cli.papers.excerpts import cut, differing
from thidua_cli.papers.paper_units import Phrases, Unit
from thidua_cli.papers.unit_facts import Change, change, facts_of

_PHRASES = Phrases(["Hồ Văn L", "Ngô Thị M", "Chủ tịch", "Thư ký", "Phòng Tổng hợp"])


def changed(ours: str, theirs: str) -> Change:
    return change(*(facts_of(Unit(text, Spot("a.docx")), _PHRASES) for text in (ours, theirs)))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Tặng 01 cá nhân", "Tặng 1 cá nhân"),
        ("Họp ngày 02/12/2025", "Họp ngày 2/12/2025"),
        ("Họp ngày 02/12/2025", "Họp ngày 02 tháng 12 năm 2025"),
        ("Họp ngày 02/12/2025", "Họp ngày 02-12-2025"),
        ("Ông Hồ Văn L nêu ý kiến", "Đồng chí Hồ Văn L nêu ý kiến"),
        ("Hồ Văn L nêu ý kiến", "Ông Hồ Văn L phát biểu"),
    ],
)
def test_another_notation_is_no_difference(ours: str, theirs: str) -> None:
    assert not changed(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("Họp ngày 02/12/2025", "Họp ngày 12/02/2025", "thiếu “02/12/2025”; thêm “12/02/2025”"),
        ("Họp ngày 02 tháng 12 năm 2025", "Họp ngày 12 tháng 02 năm 2025", "đổi thứ tự: “02” và “12”"),
        ("01 tập thể, 02 cá nhân", "02 tập thể, 01 cá nhân", "đổi thứ tự: “01” và “02”"),
        ("01 tập thể, 02 cá nhân", "2 tập thể, 1 cá nhân", "thiếu “01” và “02”; thêm “2” và “1”"),
        ("Số 45/QĐ-CTK", "Số 45/qđ-ctk", "thiếu “45/QĐ-CTK”; thêm “45/qđ-ctk”"),
        ("Nghị định 152/2025/NĐ-CP", "Nghị định 152/2025/QĐ-CP", "thiếu “152/2025/NĐ-CP”; thêm “152/2025/QĐ-CP”"),
        ("Nghị định 152/2025/NĐ-CP", "Nghị định 152/2026/NĐ-CP", "thiếu “152/2025/NĐ-CP”; thêm “152/2026/NĐ-CP”"),
        (
            "Chủ tịch: Hồ Văn L; Thư ký: Ngô Thị M",
            "Chủ tịch: Ngô Thị M; Thư ký: Hồ Văn L",
            "đổi thứ tự: “Hồ Văn L” và “Ngô Thị M”",
        ),
        ("+ Ông Hồ Văn L, Chủ tịch", "+ Bà Hồ Văn L, Chủ tịch", "thiếu “Ông Hồ Văn L”; thêm “Bà Hồ Văn L”"),
        ("mời ông Hồ Văn L", "mời bà Hồ Văn L", "thiếu “ông Hồ Văn L”; thêm “bà Hồ Văn L”"),
        ("mời ông Trần Văn Q", "mời bà Trần Văn Q", "thiếu “ông Trần Văn Q”; thêm “bà Trần Văn Q”"),
        ("1.410.000 đồng", "1,410,000 đồng", "thiếu “1.410.000”; thêm “1,410,000”"),
    ],
)
def test_another_value_is_told(ours: str, theirs: str, told: str) -> None:
    assert changed(ours, theirs).told == told


_NUMBERS = st.lists(st.integers(1, 9_999).map(str), min_size=2, max_size=6)


@given(_NUMBERS, st.data())
def test_two_numbers_that_changed_places_are_always_found(numbers: list[str], data: st.DataObject) -> None:
    one, other = data.draw(st.lists(st.integers(0, len(numbers) - 1), min_size=2, max_size=2, unique=True))
    assume(numbers[one] != numbers[other])
    moved = list(numbers)
    moved[one], moved[other] = numbers[other], numbers[one]
    assert changed(" rồi ".join(numbers), " rồi ".join(moved))
    assert not changed(" rồi ".join(numbers), " và sau nữa ".join(numbers))


_TEXTS = st.lists(st.sampled_from(["một", "hai", "phong", "trào", "1.410.000"]), max_size=80).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_an_excerpt_has_what_differs_and_is_short(ours: str, theirs: str) -> None:
    for shown, whole in zip(differing(ours, theirs), (ours, theirs), strict=True):
        assert len(shown) <= 161
        assert shown.strip("…") in whole
    if ours != theirs and max(map(len, differing(ours, theirs))) < 160:
        assert differing(ours, theirs)[0] != differing(ours, theirs)[1]


@given(st.text(), st.integers(1, 50))
def test_a_cut_text_is_a_beginning(text: str, longest: int) -> None:
    shown = cut(text, longest)
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]) and len(shown) <= longest + 1)
