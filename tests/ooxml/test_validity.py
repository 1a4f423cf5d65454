"""The judge is judged: valid files pass, and each of many ways to break one is seen for what it is."""

from collections.abc import Callable

import pytest

from tests.ooxml import samples
from tests.ooxml.mutations import CHARTS, CONTAINER, RULES, SCHEMA, swapped
from tests.ooxml.samples import DOCUMENT, Parts
from tests.ooxml.validity import faults

_MUTATIONS = {**SCHEMA, **CONTAINER, **RULES}


@pytest.mark.parametrize("make", [samples.plain_parts, samples.rich_parts])
def test_a_sound_file_has_no_faults(make: Callable[[], Parts]) -> None:
    assert faults(samples.packed(make())) == []


@pytest.mark.parametrize("name", _MUTATIONS)
def test_a_broken_file_is_seen(name: str) -> None:
    mutate, told = _MUTATIONS[name]
    parts = samples.rich_parts()
    mutate(parts)
    found = faults(samples.packed(parts))
    assert any(told in fault for fault in found), found


def test_what_is_no_zip_is_told() -> None:
    assert faults(b"PK and no more")[0].startswith("is no zip")


def test_later_elements_are_passed_over_but_only_those() -> None:
    parts = samples.rich_parts()
    swapped(DOCUMENT, "(<w:tblLayout [^>]+>)", r'\1<w:tblCaption w:val="Danh sách"/>')(parts)
    assert faults(samples.packed(parts)) == []
    swapped(DOCUMENT, "<w:tblCaption", "<w:tblHeading")(parts)
    assert faults(samples.packed(parts))


@pytest.mark.parametrize("name", CHARTS)
def test_a_broken_chart_is_seen(name: str) -> None:
    mutate, told = CHARTS[name]
    parts = samples.chart_parts()
    assert faults(samples.packed(parts)) == []
    mutate(parts)
    assert any(told in fault for fault in faults(samples.packed(parts)))
