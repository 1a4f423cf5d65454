"""A check that passes over nominees like one without fault still sees every fact that it asks for."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.campaigns import campaign
from thidua_cli.campaign.entry import Entry
from thidua_cli.checks.nominations import law_standards
from thidua_cli.checks.nominations.alike import Alike
from thidua_cli.findings.finding import Finding
from thidua_cli.model.nomination import Nomination

_FACTS = [name for name in Nomination.model_fields if name != "name"]
_OWN = ("award", "subject", "group", "unit", "occasion", "phase", "year")


def _nominees(number: int = 3) -> list[Entry]:
    row = {"name": "Lê Văn Kha", "award": "cstd", "unit": "Phòng Một"}
    return list(campaign([row] * number).entries)


def _faulty(entry: Entry) -> Finding:
    return Finding("not-eligible", entry.origin.spot("name"), "", about=entry.about)


@pytest.mark.parametrize("fact", _FACTS)
def test_a_fact_newly_asked_for_is_never_passed_over(fact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the standards come to ask: a nominee who differs in it alone is looked at."""
    marked = object()

    def asks(entry: Entry, form: str, context: Any) -> Iterator[Finding]:
        if getattr(entry.nomination, fact) is marked:
            yield _faulty(entry)

    monkeypatch.setattr(law_standards, "_findings", asks)
    context = campaign([{"name": "Lê Văn Kha", "award": "cstd"}] * 3)
    object.__setattr__(context.entries[1].nomination, fact, marked)
    (found,) = law_standards.law_standards(context)
    assert found.about == context.entries[1].about


@pytest.mark.parametrize("fact", _OWN)
def test_what_an_entry_means_counts_as_well(fact: str) -> None:
    entries = _nominees()
    setattr(entries[2], fact, None if getattr(entries[2], fact) else "khác")
    usual = getattr(entries[0], fact)
    alike = Alike(lambda entry: [] if getattr(entry, fact) == usual else [_faulty(entry)])
    assert [len(alike.findings(entry)) for entry in entries] == [0, 0, 1]


def test_a_fact_that_is_asked_for_late_is_seen() -> None:
    """The rank of the second decides whether his post is asked for: the first run could not know."""
    entries = _nominees(4)
    for entry, group, post in zip(entries, (None, "leader", None, "leader"), ("A", "A", "B", "B"), strict=True):
        entry.group = group
        entry.nomination = entry.nomination.model_copy(update={"position": post})
    alike = Alike(lambda one: [_faulty(one)] if one.group and one.nomination.position == "B" else [])
    assert [len(alike.findings(entry)) for entry in entries] == [0, 0, 0, 1]


def test_nominees_that_are_alike_are_looked_at_once() -> None:
    looked_at = []
    alike = Alike(lambda entry: looked_at.append(entry.subject) or [])
    for entry in _nominees(100):
        assert alike.findings(entry) == []
    assert len(looked_at) == 2
