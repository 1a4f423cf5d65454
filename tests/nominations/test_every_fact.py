"""Nominees who differ in one fact only are each looked at, whatever fact a standard comes to ask for."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.campaigns import campaign
from thidua_cli.campaign.entry import Entry
from thidua_cli.checks.nominations import law_standards
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.nomination import Nomination

_FACTS = [name for name in Nomination.model_fields if name != "name"]


@pytest.mark.parametrize("fact", _FACTS)
def test_a_fact_newly_asked_for_is_never_passed_over(fact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    marked = object()

    def asks(entry: Entry, form: str, context: Any) -> Iterator[Finding]:
        if getattr(entry.nomination, fact) is marked:
            yield Finding("not-eligible", entry.origin.spot("name"), "", about=entry.about)

    monkeypatch.setattr(law_standards, "_findings", asks)
    context = campaign([{"name": "Lê Văn Kha", "award": "cstd"}] * 3)
    object.__setattr__(context.entries[1].nomination, fact, marked)
    assert [found.about for found in law_standards.law_standards(context)] == [context.entries[1].about]
