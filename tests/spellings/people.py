"""Invented people, as many as an exam has cases: no two share a name."""

from collections.abc import Sequence
from itertools import islice, product
from typing import TypeVar

T = TypeVar("T")
_FAMILIES = ("Lê", "Trần", "Phạm", "Vũ", "Đỗ", "Bùi", "Ngô", "Dương", "Đinh", "Tạ")
_MIDDLE = ("Văn", "Minh", "Quốc", "Hữu")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khôi", "Long", "Minh", "Nam", "Phúc", "Quân", "Sơn", "Tùng")


def people(cases: Sequence[T]) -> list[tuple[str, T]]:
    """Return each case with the name of its person, the same at each call."""
    names = (" ".join(parts) for parts in product(_GIVEN, _MIDDLE, _FAMILIES))
    given = [f"{family} {middle} {name}" for name, middle, family in islice(map(str.split, names), len(cases))]
    assert len(given) == len(cases)
    return list(zip(given, cases, strict=True))
