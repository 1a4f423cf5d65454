"""What several columns of a row say together: whom it is for, its remarks, votes and voters in one cell."""

from collections.abc import Sequence
from typing import Any

from thidua_cli.lists.column_layout import Column
from thidua_cli.lists.known import persons_heading
from thidua_cli.lists.section_lines import subject_in


def add_subjects(typed: dict[str, list[Any]], names: list[tuple[Column, list[Any]]]) -> None:
    """Take the subject of a row that says none from the heading of the column that names the nominee."""
    subjects = typed.setdefault("subject", [None] * len(names[0][1]))
    for column, filled in names:
        meant = "individual" if persons_heading(column.heading) else subject_in(column.heading)
        for place, name in enumerate(filled):
            if name is not None and subjects[place] is None:
                subjects[place] = meant


def together(values: Sequence[Any]) -> Any:
    """Return what several columns say together, in their order; None where none says anything."""
    told = [value for value in values if value is not None]
    if not told:
        return None
    if isinstance(told[0], list):
        return [one for value in told for one in value]
    return "; ".join(map(str, told))


def part_votes(typed: dict[str, list[Any]]) -> None:
    """Part ``7/9`` into votes and voters, where the voters have no cell of their own."""
    agree = typed.get("agree", [])
    pairs = {place: value for place, value in enumerate(agree) if type(value) is tuple}
    if pairs:
        voters = typed.setdefault("voters", [None] * len(agree))
        for place, (votes, of) in pairs.items():
            agree[place] = votes
            voters[place] = of if voters[place] is None else voters[place]
