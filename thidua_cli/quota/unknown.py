"""What is not known of nominees and units, field by field: what has to be filled in before a quota can be judged."""

from collections.abc import Iterable, Iterator
from itertools import chain

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.quota import Quota
from thidua_cli.model.unit import Unit
from thidua_cli.quota.result import MOST_NAMED
from thidua_cli.quota.row import Row
from thidua_cli.quota.scope import Crowd, Scope, Standing
from thidua_cli.vietnamese.text import a_few, lower_first

MOST_UNITS = 5
"""How many of many units are named."""


def of_nominees(scope: Scope, row: Row, crowd: Crowd, *standings: Standing) -> list[str]:
    """Return what is not known of the nominees who stand so to a row: ``nhóm của Nguyễn Văn A``."""
    entries = scope.context.entries
    alike: dict[str, list[list[int]]] = {}
    units: list[Unit] = []
    for numbers in crowd.alike(*standings):
        entry = entries[numbers[0]]
        fields = ", ".join(_blank(entry, scope.quota, row))
        alike.setdefault(fields, []).append(numbers)
        units += [entry.unit] if entry.unit else []
    alike.pop("", None)  # of them the unit is not known well enough
    gaps = []
    for fields, lists in alike.items():
        # Thousands may stand in every row: each row looks at those that it names.
        first = sorted(chain.from_iterable(numbers[:MOST_NAMED] for numbers in lists))[:MOST_NAMED]
        names = (entries[number].nomination.name for number in first)
        told = a_few(names, MOST_NAMED, "trường hợp khác", count=sum(map(len, lists)))
        gaps.append(f"{fields} của {told}")
    return [*gaps, *of_units(scope, units)]


def of_units(scope: Scope, units: Iterable[Unit]) -> list[str]:
    """Return what is not known of the units that a quota may be for: ``loại của Phòng A``."""
    lacking: dict[str, dict[str, None]] = {}
    words: list[str] = []
    for unit in units:
        for field in scope.lacks(unit):
            lacking.setdefault(field, {}).setdefault(unit.name)
        if id(unit) in scope.within.perhaps and (scope.quota.for_rest or not scope.named.listed):
            words = scope.without_meaning()
    told = (
        f"{field_title(Unit, field)} của {a_few(names, MOST_UNITS, 'nơi khác')}" for field, names in lacking.items()
    )
    return [*told, *words]


def _blank(entry: Entry, quota: Quota, row: Row) -> Iterator[str]:
    """Yield the fields that are blank, or not understood, of those that a row depends on."""
    asked = {
        "award": True,
        "subject": True,
        "group": quota.group,
        "unit": quota.units or row.unit or row.cluster,
        "occasion": row.occasion,
        "phase": row.phase,
        "year": row.year,
    }
    for field, wanted in asked.items():
        outside = field == "year" and entry.perhaps_outside
        if outside or (wanted and getattr(entry, field) is None):
            yield field_title(Nomination, field)


def field_title(model: type[Nomination | Unit], field: str) -> str:
    """Return what a field is called inside a sentence: ``cụm, khối``."""
    return lower_first(model.model_fields[field].title or field)
