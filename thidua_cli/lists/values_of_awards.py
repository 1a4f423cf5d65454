"""The awards of rows that may name several, each in a column of its own."""

from typing import Any

from thidua_cli.lists.values import Values


def awards_of(values: Values, place: int) -> list[tuple[int, str]]:
    """Return what a row says of awards in each column that it fills, with the column."""
    return [(at, typed[place]) for at, typed in values.awards if typed[place] is not None]


def only_award(values: Values) -> list[Any]:
    """Return the award of each row that names one; of the others the first."""
    if len(values.awards) == 1:
        return values.awards[0][1]
    several = zip(*(typed for _, typed in values.awards), strict=True)
    return [next((award for award in row if award is not None), None) for row in several]


def rows_of_several(values: Values) -> set[int]:
    """Return the places of the rows that name an award in another column than the first."""
    found: set[int] = set()
    for _, typed in values.awards[1:]:
        found.update(place for place, award in enumerate(typed) if award is not None)
    return found
