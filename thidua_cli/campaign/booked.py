"""What the award book tells of a nomination, held against what the list tells now: the list may have changed since."""

from collections.abc import Iterator

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import unit_names
from thidua_cli.model.register import RegisterEntry
from thidua_cli.vietnamese.emphasis import unmarked
from thidua_cli.vietnamese.sameness import same_name, unit_key
from thidua_cli.vietnamese.text import clean, fold


def differing(booked: RegisterEntry, entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield what line and list tell differently: the field, the words of both; what either does not tell is nothing."""
    own = entry.nomination
    if not same_name(own.name, booked.name):
        yield "name", booked.name, own.name
    if booked.unit and unit_key(booked.unit) not in unit_names(entry):
        yield "unit", booked.unit, entry.unit_name or "chưa rõ đơn vị"
    if booked.position and own.position and fold(booked.position) != fold(clean(unmarked(own.position))):
        yield "position", booked.position, own.position
