"""The forms under which a unit may be written."""

from pathlib import Path

import pytest
import yaml

import thidua_cli.vietnamese
from thidua_cli.vietnamese.unit_forms import unit_forms

WORDS = yaml.safe_load(Path(thidua_cli.vietnamese.__file__).with_name("unit_words.yaml").read_text(encoding="utf-8"))
PAIRS = [(short, full) for short, words in WORDS.items() for full in words]


def _share(one: str, other: str) -> bool:
    return not set(unit_forms(one)).isdisjoint(unit_forms(other))


@pytest.mark.parametrize(("short", "full"), PAIRS)
@pytest.mark.parametrize("written", ["{}. Sao Mai", "{}.Sao Mai", "{} Sao Mai", "Sao Mai {}"])
def test_an_abbreviation_is_any_of_what_it_stands_for(short: str, full: str, written: str) -> None:
    assert _share(written.format(short), written.format(full).replace(".", " "))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phòng TCHC", "Phòng Tổ chức và Hành chính"),
        ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
        ("SỞ KH&CN", "Sở Khoa học và Công nghệ"),
        ("ubnd. xã Đông Sơn", "Ủy ban nhân dân xã Đông Sơn"),
        ("Phòng Hoà Bình", "P. Hòa Bình"),
    ],
)
def test_names_in_short_and_in_full_share_a_form(one: str, other: str) -> None:
    assert _share(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đội ca Một", "Đội công an Một"),
        ("Xã Trấn Ninh", "Xã Trần Ninh"),
        ("Phòng Kế toán", "Kế toán"),
        ("Phòng Một", "Phòng Hai"),
        ("P. Một", "Phòng Hai"),
    ],
)
def test_other_names_share_none(one: str, other: str) -> None:
    assert not _share(one, other)


def test_a_name_of_nothing_but_abbreviations_has_an_end() -> None:
    assert len(unit_forms("P. " * 200)) <= 16
