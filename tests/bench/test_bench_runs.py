"""The benches run; what they measure is printed, never asserted."""

import pytest

from tests.bench import certificates, nominations, office_template, rendering, return_letters, startup

pytestmark = pytest.mark.slow


def test_startup() -> None:
    assert len(list(startup.run(1))) == 4


def test_rendering_prints_the_same_on_both_sides() -> None:
    assert len(list(rendering.run(1))) == 4


def test_certificates_print_the_same_on_both_sides() -> None:
    assert len(list(certificates.run(1, count=20))) == 5


def test_letters_of_return_print_the_same_on_both_sides() -> None:
    assert len(list(return_letters.run(1, count=6))) == 2


def test_the_template_of_an_office_prints_the_same_on_both_sides() -> None:
    assert len(list(office_template.run(1, count=6))) == 2


def test_nominations() -> None:
    pairs = list(nominations.run(1, rows=3000))
    assert len(pairs) == 6
    assert all("ratio" in pair.row() for pair in pairs)


def test_million() -> None:
    assert len(list(nominations.run_million(1, rows=3000))) == 2
