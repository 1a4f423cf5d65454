"""Numbers and days typed into the blanks of papers: one paper in two ways is told, two papers of one kind are not."""

from pathlib import Path

import pytest

from thidua_cli.findings.about import Spot
from thidua_cli.papers.agreement import Difference, Disagreement
from thidua_cli.papers.filled_by_hand import conflicts, filled_in
from thidua_cli.papers.paper_units import Unit

OWN, CITED = "Số: {} | Ninh Thuận, ngày 5 tháng 7 năm 2025", "tại Tờ trình số {} của Phòng Tổ chức"


def filled(text: str, number: str, file: str) -> tuple[Disagreement, Path]:
    ours, theirs = (Unit(text.format(one), Spot(file)) for one in ("/TTr-TCHC", number))
    return Disagreement(Difference.FILLED, ours, theirs, number), Path(file)


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([(OWN, "41/TTr-TCHC", "a"), (OWN, "42/TTr-TCHC", "b")], []),
        ([(OWN, "41/TTr-TCHC", "a"), (OWN, "42/TTr-TCHC", "b"), (CITED, "42/TTr-TCHC", "c")], []),
        ([(OWN, "41/TTr-TCHC", "a"), (OWN, "42/TTr-TCHC", "b"), (CITED, "43/TTr-TCHC", "c")], [("a", "c")]),
        ([(CITED, "43/TTr-TCHC", "c"), (OWN, "41/TTr-TCHC", "a")], [("a", "c")]),
        ([(OWN, "41/TTr-TCHC", "a"), (CITED, "42/TTr-TCHC", "a")], [("a", "a")]),
        ([(CITED, "41/TTr-TCHC", "a"), (CITED, "42/TTr-TCHC", "b")], [("a", "b")]),
        ([(CITED, "41/TTr-TCHC", "a"), (CITED, "41/ttr-tchc", "b")], []),
        ([(CITED, "41/TTr-TCHC", "a"), (CITED, "42/TTr-VP", "b")], []),
    ],
)
def test_places_that_tell_one_paper_in_two_ways(
    places: list[tuple[str, str, str]], told: list[tuple[str, str]]
) -> None:
    found = [each for place in places for one, file in [filled(*place)] for each in filled_in([one], file)]
    assert [(one.file.name, other.file.name) for one, other in conflicts(found)] == told
