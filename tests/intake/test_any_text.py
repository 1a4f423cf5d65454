"""Any text ends in a result: lines of real manners in any order give a plan that can be read, or none."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.exploring import examples
from tests.intake.printed import TODAY, plan_of
from thidua_cli.findings.about import Spot
from thidua_cli.intake import take_in
from thidua_cli.intake.facts.issuer import most_told
from thidua_cli.reading.papers.paper import Line, Paper, Run

LINES = sorted(
    {
        line.strip()
        for path in (Path(__file__).parent / "papers").glob("*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    }
)
# What forms leave to be filled in, and what looks like something else in YAML.
FORMS = (Path(__file__).with_name("forms.txt")).read_text(encoding="utf-8").splitlines()
PIECES = st.lists(st.sampled_from([*FORMS, *"aAđIVX10.-–…()/:;,%“”*{}#|ớ \"'"]), min_size=1, max_size=12).map("".join)
typed = st.one_of(st.sampled_from(LINES), st.sampled_from(FORMS), PIECES)
line = st.builds(
    lambda text, bold, number, cell: (text, bold, number, cell),
    typed,
    st.booleans(),
    st.sampled_from(["", "", "1.", "a)", "-", "IV."]),
    st.sampled_from([None, None, (0, 0, 0), (1, 0, 1)]),
)


def paper_of(lines: list[tuple[str, bool, str, tuple[int, int, int] | None]]) -> Paper:
    read = [
        Line((Run(" ".join(text.split()), bold),), Spot("cu.txt", row), number, cell=cell)
        for row, (text, bold, number, cell) in enumerate(lines, 1)
        if text.split()
    ]
    return Paper("cu.txt", tuple(read))


@examples(150)
@given(st.lists(line, max_size=40), st.sampled_from([None, 2020, 2026]), st.booleans())
def test_any_lines_give_a_plan_that_can_be_read(lines: list[tuple], year: int | None, titled: bool) -> None:
    head = [("KẾ HOẠCH", False, "", None), ("Phát động đợt thi đua năm 2024", False, "", None)] if titled else []
    found = take_in(paper_of([*head, *lines]), year=year, today=TODAY)
    if found.yaml_text:
        plan_of(found.yaml_text)
    else:
        assert found.told_by


def test_any_number_of_deciders_gives_each_award_an_id_of_its_own() -> None:
    head = ["KẾ HOẠCH", "Phát động phong trào thi đua năm 2024", "I. KHEN THƯỞNG"]
    tasks = [f"{row}. Tặng Giấy khen của Trưởng ban Ban A{row} cho 02 tập thể." for row in range(1, 121)]
    lines = [(text, False, "", None) for text in [*head, *tasks]]
    plan = plan_of(take_in(paper_of(lines), year=None, today=TODAY).yaml_text)
    assert len({award.id for award in plan.awards}) == 120


def test_of_places_named_as_often_the_first_is_taken() -> None:
    place = re.compile("tỉnh (?P<place>[A-Z])")
    assert most_told(place, "tỉnh B, tỉnh A, tỉnh C, tỉnh A, tỉnh B") == "B"
    assert most_told(place, "huyện B") == ""


def test_marks_that_could_nest_without_end_do_not() -> None:
    head = ["KẾ HOẠCH", "Phát động đợt thi đua năm 2024", "I. NỘI DUNG"]
    marks = ["1.", "1.1.", "1.1.1.", "a)", "-", "+", "*", "(1)", "1)", "A."]
    lines = [(text, False, "", None) for text in [*head, *(f"{mark} việc" for mark in marks * 300)]]
    plan_of(take_in(paper_of(lines), year=None, today=TODAY).yaml_text)
