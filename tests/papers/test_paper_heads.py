"""Heads of papers beside the plan: letters, minutes, annexes, in both families."""

from datetime import date

import pytest

from thidua_cli.law.paper_kinds import PaperKind, paper_kinds
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.plan import Issuer
from thidua_cli.page.layout import Habits, layout_names, load_layout
from thidua_cli.papers.common import annex, frame, layout_of, layout_words
from thidua_cli.papers.issuing import Issuing

_DAY = date(2026, 11, 26)


def _issuing(kind: str, layout: str, number: str | None = "8") -> Issuing:
    issuer = Issuer(name="Cục Mẫu", abbreviation="CM-VP", place="Hòa An", layout=layout)
    return Issuing(issuer, paper_kinds()[kind], number, PartialDate(2026, 11, 26))


@pytest.mark.parametrize(
    ("layout", "number", "line", "subject"),
    [
        ("nd30", "8", "Số: 08/CM-VP", "V/v hướng dẫn khen thưởng"),
        ("nd30", None, "Số: \xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0/CM-VP", "V/v hướng dẫn khen thưởng"),
        ("party", "8", "Số 08-CV/CM-VP", "về việc hướng dẫn khen thưởng"),
    ],
)
def test_a_letter_has_its_subject_under_its_number(layout: str, number: str | None, line: str, subject: str) -> None:
    issuing = _issuing("cong_van", layout, number)
    head = frame(issuing, layout_of(issuing, _DAY), "Hướng dẫn khen thưởng").letterhead
    assert (head.number, head.subject) == (line, subject)


@pytest.mark.parametrize("layout", ["nd30", "party"])
@pytest.mark.parametrize("kind", [kind for kind in paper_kinds().values() if not kind.letter], ids=lambda kind: kind.id)
def test_only_letters_have_it_and_only_minutes_of_the_state_have_no_day(kind: PaperKind, layout: str) -> None:
    issuing = _issuing(kind.id, layout)
    head = frame(issuing, layout_of(issuing, _DAY), "Tiêu đề").letterhead
    assert head.subject == ""
    assert bool(head.number) == bool(kind.sign)
    assert (head.place_date == "") == ((kind.id, layout) == ("bien_ban", "nd30"))


@pytest.mark.parametrize(
    ("layout", "place", "label"),
    [("nd30", None, "Phụ lục"), ("nd30", 4, "Phụ lục IV"), ("party05", None, "Phụ lục"), ("party36", 4, "Phụ lục 4")],
)
def test_annexes_are_counted_in_the_manner_of_the_family(layout: str, place: int | None, label: str) -> None:
    head = annex(load_layout(layout), "Danh sách", "Quyết định số 8", place)
    assert (head.label, head.note) == (label, "(Kèm theo Quyết định số 8)")


@pytest.mark.parametrize("name", layout_names())
def test_templates_count_headings_as_their_layout_does(name: str) -> None:
    layout = load_layout(name)
    marks = layout_words(layout).marks
    assert [[one[place - 1] for place in (1, 5, 60)] for one in marks] == [
        [layout.mark(level, place) for place in (1, 5, 60)] for level in range(1, len(marks) + 1)
    ]


def test_the_habits_of_an_office_reach_the_article() -> None:
    issuing = _issuing("ke_hoach", "nd30")
    layout = layout_of(issuing, _DAY, Habits(line=1.1, right=20))
    assert frame(issuing, layout, "Tiêu đề").layout.habits == {"data-line": "1.1", "data-right": "20mm"}
