"""An older plan file as the start of a new one: its facts and prose, moved to another year on request."""

from datetime import date
from pathlib import Path
from typing import Any

from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.intake.next_year import shift_plan
from thidua_cli.intake.report import Data, Ledger
from thidua_cli.model.dates import parse_date

_DATES = frozenset(("start", "end", "date", "dossiers_by", "since", "on"))


def older_plan(path: Path, *, year: int | None, today: date, ledger: Ledger) -> Data:
    """Return the data of the plan file at ``path`` for a new plan: unsigned, and moved to ``year`` if given."""
    loaded = load_plan(path)
    loaded.usable("kế hoạch")
    old = loaded.document.data
    assert isinstance(old, dict), "a plan without faults is a mapping"
    unsigned = {"number": None, "date": None}
    data = {key: _typed(key, value) for key, value in old.items() if value is not None or key in unsigned}
    if year:
        data = shift_plan(data, year, today, ledger)
    return data | {key: None for key in unsigned if key in data}


def _typed(key: str, value: Any) -> Any:
    """Return dates in the one form that can be moved, and the years of an anniversary as a number."""
    if isinstance(value, dict):
        return {name: _typed(name, inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_typed("", inner) for inner in value]
    if key in _DATES and isinstance(value, str) and value != "issue":
        return parse_date(value).typed
    return int(value) if key == "years" and isinstance(value, str) else value
