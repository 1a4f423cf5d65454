"""The benches run; what they measure is printed, never asserted."""

import pytest

from tests.bench import certificates, nominations, rendering, startup

pytestmark = pytest.mark.slow


def test_startup() -> None:
    assert len(list(startup.run(1))) == 4


def test_rendering_prints_the_same_on_both_sides() -> None:
    assert len(list(rendering.run(1))) == 4


def test_certificates_print_the_same_on_both_sides() -> None:
    pytest.importorskip("docxtpl")
    assert len(list(certificates.run(1, count=20))) == 4


def test_nominations() -> None:
    pairs = list(nominations.run(1, rows=3000))
    assert len(pairs) == 6
    assert all("ratio" in pair.row() for pair in pairs)


def test_million() -> None:
    assert len(list(nominations.run_million(1, rows=3000))) == 2
