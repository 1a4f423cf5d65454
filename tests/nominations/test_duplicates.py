"""Duplicates against a second, naive program: all relations of two rows, then lists of several."""

from dataclasses import replace
from functools import cache
from itertools import permutations, product
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import campaign
from tests.exploring import examples
from tests.nominations.duplicates_oracle import BIRTHS, IDS, NAMES, UNITS, Row, verdicts
from thidua_cli.checks.nominations import duplicates
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.checks.nominations.duplicates import repeated
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Finding

OCCASIONS = [
    {"id": "so-ket", "name": "Sơ kết", "kind": "interim"},
    {"id": "tong-ket", "name": "Tổng kết", "kind": "final"},
]
PHASES = [{"id": "dot-1", "name": "Đợt 1"}, {"id": "dot-2", "name": "Đợt 2"}]
SLOTS = {"year": ("2024", "2025", None), "occasion": ("so-ket", "tong-ket", None), "phase": ("dot-1", "dot-2", None)}


@cache
def _empty() -> CampaignContext:
    return campaign([], occasions=OCCASIONS, phases=PHASES)


def found(rows: list[Row]) -> list[Finding]:
    typed = [row.typed for row in rows]
    context = replace(_empty(), entries=campaign(typed, occasions=OCCASIONS, phases=PHASES).entries)
    assert all(len(group) > 1 for group in context.nominees.same)
    return list(repeated(context))


def severities(findings: list[Finding]) -> list[str]:
    return sorted(str(one.severity or severity_of(one.code)) for one in findings)


def row(**told: str | None) -> Row:
    return Row({"award": "ldtt", "subject": "individual", **{key: value for key, value in told.items() if value}})


def _two_rows() -> list[tuple[Row, Row]]:
    """Return all relations of two rows: the second beside each first that matters to it."""
    names = [("Nguyễn Thị Hoà", name) for name in NAMES] + [("Nguyen Thi Hoa", "Ba Nguyen Thi HOA")]
    names += [("Nguyễn Thị Hoà (A)", name) for name in NAMES if "- tức" in name or "(A)" in name or name.isascii()]
    names += [("Trần Thị Mỹ", name) for name in NAMES if name.endswith(("Mỹ", "Mĩ", "My"))]
    units = [("Phòng Một", unit) for unit in UNITS] + [(None, None)]
    ids = [("001", number) for number in IDS] + [(None, None)]
    births = [("1980-05-19", born) for born in BIRTHS] + [("1980", "1980"), (None, None)]
    slots: list[tuple[dict[str, Any], dict[str, Any]]] = [({}, {})]
    for key, (one, other, _) in SLOTS.items():
        slots += [({key: one}, {key: one}), ({key: one}, {key: other}), ({key: one}, {})]
    slots += [({"year": "2024"}, {"phase": "dot-1"}), ({"year": "2024", "phase": "dot-1"}, {"year": "2025"})]
    keys = ("name", "unit", "id_number", "born")
    pairs = []
    for *known, slot in product(names, units, ids, births, slots):
        told = [dict(zip(keys, side, strict=True)) for side in zip(*known, strict=True)]
        pairs.append((row(**told[0], **slot[0]), row(**told[1], **slot[1])))
    return pairs


def _agree(pairs: list[tuple[Row, Row]]) -> None:
    """Hold each pair, in both orders, against the naive program; all are resolved in one campaign."""
    typed = [one.typed for pair in pairs for one in pair]
    entries = iter(campaign(typed, occasions=OCCASIONS, phases=PHASES).entries)
    for one, other in pairs:
        first, second = next(entries), next(entries)
        expected = verdicts([one, other])
        for order in ([first, second], [second, first]):
            told = severities(list(repeated(replace(_empty(), entries=order))))
            assert told == expected, (one.typed, other.typed)


def test_two_rows() -> None:
    _agree(Random(0).sample(_two_rows(), 4000))


@pytest.mark.slow
def test_two_rows_in_every_relation() -> None:
    _agree(_two_rows())


def rows() -> st.SearchStrategy[Row]:
    names = st.sampled_from(list(NAMES))
    told = {
        "unit": st.sampled_from(list(UNITS)),
        "id_number": st.sampled_from([*IDS, None, None]),
        "born": st.sampled_from([*BIRTHS, None, None]),
        "subject": st.sampled_from(["individual"] * 5 + ["household"]),
        "award": st.sampled_from(["giay-khen"] * 5 + ["ldtt"]),
        **{key: st.sampled_from([*values, None]) for key, values in SLOTS.items()},
    }
    return st.builds(row, name=names, **told)


@examples(300)
@given(st.lists(rows(), min_size=2, max_size=6))
def test_lists_of_several(several: list[Row]) -> None:
    assert severities(_without_conflicts(found(several))) == verdicts(several)


@examples(60)
@given(st.lists(rows(), min_size=3, max_size=4))
def test_the_order_of_rows_does_not_matter(several: list[Row]) -> None:
    told = {tuple(severities(_without_conflicts(found(list(order))))) for order in permutations(several)}
    assert len(told) == 1


def _without_conflicts(findings: list[Finding]) -> list[Finding]:
    return [one for one in findings if one.code == "duplicate-nominee"]


def test_one_nominee_on_many_rows_is_looked_at_once_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at, slot = [], duplicates._slot
    monkeypatch.setattr(duplicates, "_slot", lambda entry: looked_at.append(entry) or slot(entry))
    rows = [{"name": "Nguyễn Văn A", "award": f"hình thức {at}", "unit": "P1"} for at in range(100)]
    rows += [{**row, "year": "2024"} for row in rows]
    found = list(duplicates.repeated(campaign(rows)))
    assert len(found) == 100
    assert len(looked_at) <= 4 * len(rows)
