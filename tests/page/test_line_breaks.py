"""Where names of bodies and titles are broken into lines: by their sense, and never within a word that can be kept."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from thidua_cli.page.layout import load_layout
from thidua_cli.page.measure import broken_by_sense
from thidua_cli.page.metrics import text_width_mm
from thidua_cli.vietnamese import compounds
from thidua_cli.vietnamese.compounds import is_compound

_STARTS = tuple(f"{start.upper()} " for start in load_layout("nd30").line_starts)
_WORDS = Path(compounds.__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
_LETTERHEAD = 62  # mm


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        ("Công ty cổ phần Cấp nước B", "CÔNG TY CỔ PHẦN\nCẤP NƯỚC B"),
        ("Công ty TNHH một thành viên A", "CÔNG TY TNHH\nMỘT THÀNH VIÊN A"),
        ("Trường Trung học phổ thông Nguyễn A", "TRƯỜNG TRUNG HỌC\nPHỔ THÔNG NGUYỄN A"),
        ("Tổng Liên đoàn Lao động Việt Nam", "TỔNG LIÊN ĐOÀN\nLAO ĐỘNG VIỆT NAM"),
        ("Văn phòng Ủy ban nhân dân tỉnh B", "VĂN PHÒNG ỦY BAN\nNHÂN DÂN TỈNH B"),
        ("Sở Giáo dục và Đào tạo tỉnh B", "SỞ GIÁO DỤC\nVÀ ĐÀO TẠO TỈNH B"),
        ("Sở Nội vụ", "SỞ NỘI VỤ"),
    ],
)
def test_the_name_of_a_body(body: str, broken: str) -> None:
    assert broken_by_sense(body.upper(), _LETTERHEAD, 13, bold=True, italic=False, starts=_STARTS) == broken


@pytest.mark.parametrize(
    "title",
    [
        "Về việc khen thưởng tập thể, cá nhân có thành tích trong phong trào thi đua năm học 2025 - 2026",
        "họp xét khen thưởng phong trào thi đua yêu nước năm 2024, tổng kết năm",
        "Tổng kết đợt thi đua đặc biệt chào mừng Đại hội Mặt trận Tổ quốc Việt Nam các cấp, nhiệm kỳ 2024 - 2029",
        "Kiểm phiếu xét khen thưởng phong trào “Cả nước thi đua thực hành tiết kiệm, chống lãng phí” năm 2026",
    ],
)
@pytest.mark.parametrize("room", range(60, 160, 5))
def test_a_title_is_broken_within_a_word_only_where_any_other_break_is_too_wide(title: str, room: int) -> None:
    lines = broken_by_sense(title, room, 14, bold=True, italic=False, starts=()).split("\n")
    assert " ".join(lines) == title
    if _torn(lines):
        assert all(_torn(other) or _too_wide(other, room) for other in _all_breaks(title.split(), len(lines)))


def _all_breaks(words: list[str], count: int) -> Iterator[list[str]]:
    for cuts in combinations(range(1, len(words)), count - 1):
        yield [" ".join(words[start:end]) for start, end in pairwise((0, *cuts, len(words)))]


def _torn(lines: list[str]) -> bool:
    return any(is_compound(line.split()[-1], following.split()[0]) for line, following in pairwise(lines))


def _too_wide(lines: list[str], room: int) -> bool:
    return any(text_width_mm(line, 14, bold=True, italic=False) > room for line in lines)


def test_words_are_two_syllables_each_told_once_in_order() -> None:
    assert all(len(word.split()) == 2 for word in _WORDS)
    assert sorted(set(_WORDS)) == _WORDS


@pytest.mark.parametrize("word", _WORDS)
def test_every_word_is_known_in_any_case_and_between_signs(word: str) -> None:
    first, second = word.split()
    assert is_compound(first.upper(), second.upper())
    assert is_compound(f"“{first.capitalize()}", f"{second}”,")
    assert not is_compound(f"{first},", second)
