"""The engine and the oracle agree on every row of every campaign; ten thousand more in the slow run."""

from pprint import pformat
from typing import Any

import pytest

from tests.campaigns import campaign
from tests.quota.oracle import Answer, Oracle
from tests.quota.oracle_rows import DIMENSIONS
from tests.quota.random_campaigns import Data, random_campaign
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.quota.overview import quota_row

_A_TURN = 50
Rows = dict[tuple[Any, ...], Answer]


@pytest.mark.parametrize("turn", range(20))
def test_engine_and_oracle_agree(turn: int) -> None:
    for seed in range(turn * _A_TURN, (turn + 1) * _A_TURN):
        agree(seed)


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(200, 400))
def test_engine_and_oracle_agree_on_ten_thousand(turn: int) -> None:
    for seed in range(turn * _A_TURN, (turn + 1) * _A_TURN):
        agree(seed)


def agree(seed: int) -> None:
    """Hold the rows of one campaign against each other, and those whom no quota counts."""
    data = random_campaign(seed)
    context, oracle = made(data), Oracle(data)
    engine, expected = by_engine(context), by_oracle(oracle)
    differing = {key: (engine.get(key), expected.get(key)) for key in {*engine, *expected}}
    differing = {key: pair for key, pair in differing.items() if not _agreed(*pair)}
    assert not differing, f"campaign {seed}: engine, oracle:\n{pformat(differing)}\n{pformat(data)}"
    outside = {id(entry) for entry in context.judged.outside}
    found = [number for number, entry in enumerate(context.entries) if id(entry) in outside]
    assert found == oracle.outside(), f"campaign {seed}: {pformat(data)}"


def _agreed(engine: Answer | None, oracle: Answer | None) -> bool:
    """Tell whether the engine says what the oracle says.

    It may be more careful in one thing only: where a word of the plan speaks of no known unit, anybody may be in the
    quota, and a share of whoever is nominated is undecided even where it is 100%.
    """
    if engine is None or oracle is None:
        return engine is oracle
    careful = oracle.strangers and engine.verdict == "undecided" and engine[:5] == oracle[:5]
    return careful or engine[:7] == oracle[:7]


def by_oracle(oracle: Oracle) -> Rows:
    rows = ((path, *(row[name] for name in DIMENSIONS), answer) for path, row, answer in oracle.rows())
    return {(path, unit["name"] if unit else None, *more): answer for path, unit, *more, answer in rows}


def made(data: Data) -> CampaignContext:
    """Return the campaign that the data tell, as the program understands it."""
    start, end = f"{data['years'][0]}-01-01", f"{data['years'][-1]}-12-31"
    return campaign(
        [_typed(one) for one in data["nominations"]],
        day=end,
        awards=[_award(award) for award in data["awards"]],
        units=data["units"],
        register=[_line(line) for line in data["register"]],
        start=start,
        end=end,
        occasions=[{"kind": "interim", "name": one["id"], **_typed(one)} for one in data["occasions"]],
        phases=[{"id": phase, "name": phase} for phase in data["phases"]],
    )


def by_engine(context: CampaignContext) -> Rows:
    rows = [quota_row(result, context.plan, "") for result in context.judged.results]
    return {
        (row.path, *(getattr(row, name) for name in DIMENSIONS)): Answer(
            row.count, row.open, row.base, row.min, row.max, row.by, row.verdict
        )
        for row in rows
    }


def _line(line: Data) -> Data:
    decision = {"decision": "1/QĐ", "date": f"{line['year']}-12-31", "decided_by": "Giám đốc"}
    return _typed({"name": line["name"], "unit": line["unit"], "award": line["form"], "year": line["year"], **decision})


def _award(award: Data) -> Data:
    return {**award, "decided_by": "Giám đốc", "quotas": [_quota(quota) for quota in award["quotas"]]}


def _quota(quota: Data) -> Data:
    typed = _typed(quota)
    if share := quota["share"]:
        percents = {key: f"{share[key] * 100}%" for key in ("min", "max") if share[key] is not None}
        typed["share"] = {**_typed(share), **percents}
    if steps := quota["steps"]:
        typed["steps"] = {**steps, "table": [{"from": start, "max": most} for start, most in steps["table"]]}
    return typed


def _typed(data: Data) -> Data:
    """Return the data as a file would tell them: what is not known is not there, numbers of years are texts."""
    texts = {key: str(value) for key, value in data.items() if key == "date" and value}
    return {key: value for key, value in data.items() if value not in (None, [])} | texts
